"""What every test stands on: no network, the same examples on each run, and a real browser for those that ask for it."""

import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

hypothesis.settings.register_profile("chronology", derandomize=True, deadline=None)
hypothesis.settings.load_profile("chronology")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """A test that reaches for another machine fails, instead of passing only where there is a network."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in {socket.AF_INET, socket.AF_INET6} and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise OSError(f"a test tried to reach {address[0]}: tests use no network")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine: CHROMIUM names it, or it is the first of the usual names on the path."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.fail("no Chromium here: install chromium, or set CHROMIUM, or leave these out with -m 'not browser'")
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, as which containers run; it opens only pages that we built
        launched = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield launched
        launched.close()
