"""Every page by the Nu HTML checker (npm vnu-jar), which is validator.w3.org/nu."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.kinds import PAGES
from tests.browser.served import Server

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"


def test_every_page_is_as_html_has_it(server: Server, tmp_path: Path) -> None:
    """All pages of all shows, in one run."""
    if not (shutil.which("java") and JAR.exists()):
        pytest.skip(
            "needs the Nu HTML checker: apt-get install default-jre-headless && "
            "npm ci --ignore-scripts --prefix tests/browser"
        )
    for path, page in _pages(server):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page)
    (tmp_path / "wrong.html").write_text("<!doctype html><title>x</title><p><div lang=x-></div>")
    ran = subprocess.run(
        ["java", "-jar", str(JAR), "--errors-only", "--format", "json", "--skip-non-html", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    messages = json.loads(ran.stderr)["messages"]
    wrong = {(one["url"].partition(f"{tmp_path.name}/")[2], one["message"]) for one in messages}
    # One page is wrong on purpose: so something was looked at.
    assert {path for path, _ in wrong} == {"wrong.html"}, sorted(wrong)


def test_a_page_of_every_kind_is_looked_at(server: Server) -> None:
    """The kind of a page is its body's class."""
    kinds = {}
    for path, page in _pages(server):
        found = re.search('<body(?: class="(.*?)")?>', page.decode())
        assert found, path
        kinds[path] = found[1]
    assert {kinds[path.partition("?")[0]] for path in PAGES.values()} == set(kinds.values())


def _pages(server: Server) -> Iterator[tuple[str, bytes]]:
    for root, artifacts in server.roots.items():
        for key, one in artifacts.items():
            if one.type.startswith("text/html"):
                assert isinstance(one.body, bytes)
                yield f"{root}/{key}", one.body
