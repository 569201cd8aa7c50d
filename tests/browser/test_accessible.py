"""Every kind of page by axe-core (npm axe-core): WCAG 2.2 AA and what is good practice besides."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visit
from tests.browser.kinds import PAGES, settled

AXE = Path(__file__).parent / "node_modules/axe-core/axe.min.js"
RUN = """async (runOnly) => {
    const { violations } = await axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
    const told = ({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`);
    return violations.flatMap(told);
}"""
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""What another colour scheme can change; nothing else does."""
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@cache
def axe() -> str:
    """The program, as text; the test is skipped where it is not installed."""
    if not AXE.exists():
        pytest.skip("needs axe-core: npm ci --ignore-scripts --prefix tests/browser")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_nobody_is_kept_out(visit: Visit, path: str) -> None:
    """Wide and narrow, light and dark, nothing is wrong, and nothing is wider than the window."""
    page = visit(viewport=WIDE, reduced_motion="reduce").open(path)
    settled(page)
    page.evaluate(axe())
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        for scheme, rules in (("light", EVERY_RULE), ("dark", COLOURS)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong: Any = page.evaluate(RUN, rules)
            assert wrong == [], (size["width"], scheme)
