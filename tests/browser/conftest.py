"""One browser and one build for all: Debian's Chromium, driven by Playwright, on shows served on loopback.

Whatever a test does, no page may ask another host, break its own policy, fail in a script, set a
cookie or store anything but where somebody stopped listening.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import shows
from tests.browser.served import Server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--mute-audio",
    "--autoplay-policy=no-user-gesture-required",
    # Should a page ask for another host all the same, nothing leaves this machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NEEDS = "needs a browser: apt-get install chromium && pip install playwright"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The one browser; tests that need it are skipped where it is not."""
    api = pytest.importorskip("playwright.sync_api", reason=NEEDS)
    program = shutil.which("chromium")
    if program is None:
        pytest.skip(NEEDS)
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Every show, served below its name."""
    with serving() as server:
        for make in (shows.example, shows.full, shows.hostile):
            folder = tmp_path_factory.mktemp(make.__name__) / "project"
            server.roots[make.__name__] = make(folder, f"{server.origin}/{make.__name__}")
        yield server


@dataclass
class Visitor:
    """Somebody with a browser of their own, and what their pages did wrong."""

    context: BrowserContext
    server: Server
    wrong: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """The page at `path`, such as `example/index.html#t=90`, loaded."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("dialog", lambda dialog: self.wrong.append(f"{page.url}: {dialog.message}"))
        page.on("console", lambda line: self._note(page.url, line.type, line.text))
        self.turn_to(page, path)
        return page

    def turn_to(self, page: Page, path: str) -> None:
        """Load `path` in the same tab."""
        page.goto(f"{self.server.origin}/{path}")

    def see(self, request: Request) -> None:
        """Note a request that should not be."""
        if not request.url.startswith((f"{self.server.origin}/", "data:")):
            self.wrong.append(f"asked {request.url}")

    def _note(self, url: str, type: str, text: str) -> None:
        if type in ("error", "warning"):
            self.wrong.append(f"{url}: {text}")

    def leave(self) -> None:
        """Close everything, and complain of what went wrong."""
        stored = [
            item["name"]
            for origin in self.context.storage_state()["origins"]
            for item in origin["localStorage"]
            if not item["name"].startswith("position ")
        ]
        cookies = self.context.cookies()
        self.context.close()
        assert (self.wrong, stored, cookies) == ([], [], [])


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Come with a fresh profile, made with these options of Playwright's `new_context`."""
    with ExitStack() as stack:

        def come(**options: Any) -> Visitor:
            context = browser.new_context(**options)
            context.set_default_timeout(8000)
            visitor = Visitor(context, server)
            context.on("request", visitor.see)
            stack.callback(visitor.leave)
            return visitor

        yield come
