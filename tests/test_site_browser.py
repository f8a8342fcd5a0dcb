"""The built site in a real browser: nothing runs, nothing leaves this machine, nobody is shut out."""

import functools
import http.server
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
import site_example
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from test_site import PAYLOADS, archive_of

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "incidents/2021-05-02-market/",
    "incidents/2019-10-26-night/",
    "incidents/withdrawn-one/",
    "places/",
    "places/sy/",
    "actors/",
    "actors/northern-army/",
    "years/",
    "years/2021/",
    "about/",
)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(site_example.build(tmp_path_factory.mktemp("chronology"))) as at:
        yield at


@pytest.fixture(scope="module")
def attacked_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = site_example.build(tmp_path_factory.mktemp("attacked"), archive_of(PAYLOADS), about="# About\n")
    with served(site) as at:
        yield at


@contextmanager
def opened(browser: Browser, address: str, **options: object) -> Iterator[tuple[Page, list[str]]]:
    """A page, and what went wrong on it: dialogs, errors of scripts, requests to other machines."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    wrong: list[str] = []
    page.on("dialog", lambda dialog: (wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: wrong.append(f"error {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else wrong.append(request.url),
    )
    page.on(
        "response",
        lambda response: None if response.status < 400 else wrong.append(f"{response.status} {response.url}"),
    )
    yield page, wrong
    context.close()


MAIN = PAGES[:2] + PAGES[-1:]
"""One page of each design: a list, an incident, text."""


@pytest.mark.parametrize(("path", "scheme"), [(path, "light") for path in PAGES] + [(path, "dark") for path in MAIN])
def test_a_page_is_within_everybodys_reach(browser: Browser, address: str, path: str, scheme: str) -> None:
    """axe finds nothing, in Material's parts neither."""
    with opened(browser, address, color_scheme=scheme) as (page, wrong):
        page.goto(address + path)
        found = Axe().run(page)
        assert [(v["id"], [node["html"][:120] for node in v["nodes"]]) for v in found.response["violations"]] == []
        assert wrong == []


@pytest.mark.parametrize(
    ("path", "width"), [(path, 360) for path in PAGES] + [(path, width) for path in MAIN for width in (768, 1280)]
)
def test_a_page_fits_its_window(browser: Browser, address: str, path: str, width: int) -> None:
    with opened(browser, address, viewport={"width": width, "height": 700}) as (page, _):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_each_part_of_a_report_has_the_whole_width_of_a_phone(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport={"width": 360, "height": 700}) as (page, _):
        page.goto(f"{address}incidents/2019-10-26-night/")
        row = page.locator(".chr-reports tbody tr").first
        widths = row.evaluate("row => [row, ...row.children].map(part => part.getBoundingClientRect().width)")
        assert len(widths) == 4
        assert set(widths) == {widths[0]}


def test_a_word_without_end_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    word = "W" * 300
    text = site_example.INCIDENTS["2021-05-03-clinic"].replace("Lower Mills", word).replace("The Hill Courier", word)
    site = site_example.build(tmp_path, {"a": text.replace("2021-05-02-upper-mills", "b")}, about="# About\n")
    with served(site) as at, opened(browser, at, viewport={"width": 360, "height": 700}) as (page, _):
        for path in ("", "incidents/a/", "places/sy/", "actors/northern-army/"):
            page.goto(at + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_the_timeline_is_readable_without_scripts(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False, color_scheme="dark") as (page, wrong):
        page.goto(address)
        expect(page.get_by_role("link", name="Shelling of the market at Upper Mills")).to_be_visible()
        expect(page.get_by_text("12–31 killed").first).to_be_visible()
        page.get_by_role("link", name="Shelling of the market at Upper Mills").click()
        expect(page.get_by_role("heading", name="Reported toll")).to_be_visible()
        assert wrong == []


def test_light_and_dark_follow_the_reader(browser: Browser, address: str) -> None:
    for scripts in (True, False):
        shades = {}
        for scheme in ("light", "dark"):
            with opened(browser, address, color_scheme=scheme, java_script_enabled=scripts) as (page, _):
                page.goto(address)
                page.wait_for_timeout(200)
                page.screenshot()  # lays the page out, with scripts or without
                shades[scheme] = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        assert shades == {"light": "rgb(255, 255, 255)", "dark": "rgb(21, 25, 30)"}


def test_year_marks_stay_in_sight(browser: Browser, address: str) -> None:
    with opened(browser, address, viewport={"width": 1280, "height": 300}) as (page, _):
        page.goto(address)
        page.mouse.wheel(0, 450)
        page.wait_for_timeout(300)
        box = page.locator("h2#y2021").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 150


def test_search_finds_an_incident_by_another_name_of_its_place(browser: Browser, address: str) -> None:
    with opened(browser, address) as (page, wrong):
        page.goto(address)
        page.get_by_role("textbox", name="Search").click()
        page.keyboard.type("Haut Moulin")
        result = page.locator(".md-search-result__link").first
        expect(result).to_contain_text("Shelling of the market at Upper Mills")
        result.click()
        expect(page.locator("h1")).to_have_text("Shelling of the market at Upper Mills")
        assert wrong == []


def test_nothing_in_an_incident_file_runs(browser: Browser, attacked_address: str) -> None:
    with opened(browser, attacked_address) as (page, wrong):
        paths = ["", "places/", "places/sy/", "actors/", "years/2021/"]
        paths += [f"incidents/gone{n}/" for n in range(len(PAYLOADS))]
        for path in paths:
            page.goto(attacked_address + path)
        for number in range(len(PAYLOADS)):
            page.goto(f"{attacked_address}incidents/a{number}/")
            assert page.title() == f"{' '.join(PAYLOADS[number].split())} - A small chronology"
        assert wrong == []


def test_nothing_in_an_incident_file_runs_in_the_results_of_a_search(browser: Browser, attacked_address: str) -> None:
    with opened(browser, attacked_address) as (page, wrong):
        page.goto(attacked_address)
        page.get_by_role("textbox", name="Search").click()
        results = page.locator(".md-search-result")
        for word, shown in (("onerror", "<img src=x onerror=alert(1)>"), ("srcdoc", "<iframe srcdoc=")):
            page.keyboard.press("Control+A")
            page.keyboard.type(word)
            expect(results.get_by_text(shown).first).to_be_visible()
            assert results.locator("img, iframe, script, details[ontoggle]").count() == 0
        assert wrong == []


def test_a_change_of_an_incident_shows_in_the_browser(browser: Browser, tmp_path: Path) -> None:
    config = site_example.write(tmp_path, mkdocs=site_example.MKDOCS.replace("site_url", "# site_url"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", "--config-file", str(config)]
    server = subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        at = f"http://127.0.0.1:{port}/"
        wait_for_serving(server)
        with opened(browser, at) as (page, _):
            with page.expect_request("**/livereload/**"):  # the page asks the server for changes once it stands
                page.goto(at)
            expect(page.get_by_text("Airstrike beside a clinic")).to_be_visible()
            file = tmp_path / "incidents" / "2021" / "2021-05-03-clinic.yaml"
            file.write_text(file.read_text().replace("beside a clinic", "beside a school"))
            expect(page.get_by_text("Airstrike beside a school")).to_be_visible(timeout=20_000)
            names = tmp_path / "names.yaml"
            names.write_text(names.read_text().replace("Northern Army", "Army of the North"))
            page.goto(f"{at}actors/")
            expect(page.get_by_text("Army of the North").first).to_be_visible(timeout=20_000)
    finally:
        server.terminate()
        server.wait(10)


def wait_for_serving(server: subprocess.Popen[str]) -> None:
    """Reads what the server says until it serves; a thread reads on, so that it never waits for a reader."""
    assert server.stderr is not None
    for line in server.stderr:
        if "Serving on" in line:
            Thread(target=server.stderr.read, daemon=True).start()
            return
    pytest.fail("the server ended before it served")
