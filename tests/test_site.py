"""The site as MkDocs builds it: every link leads somewhere, nothing in an incident file becomes markup, nothing leaks."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
import site_example

ORIGIN = "https://chronology.example/raids/"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

INLINE = {"a", "bdi", "code", "em", "s", "span", "strong", "time"}


@dataclass
class Read(HTMLParser):
    """What stands in a page: elements with their attributes, ids, addresses, texts by element."""

    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    ids: Counter[str] = field(default_factory=Counter)
    addresses: list[str] = field(default_factory=list)
    texts: list[tuple[tuple[str, ...], str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert len(values) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, values))
        if values.get("id"):
            self.ids[str(values["id"])] += 1
        self.addresses += [str(values[name]) for name in ("href", "src") if values.get(name) is not None]
        if tag not in VOID:
            self._open.append(tag)
        if tag not in INLINE:
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self._open), data))

    def text(self, tag: str | None = None) -> str:
        return "".join(text for where, text in self.texts if tag is None or tag in where)


def read(file: Path) -> Read:
    page = Read()
    page.feed(file.read_text(encoding="utf-8"))
    page.close()
    return page


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site_example.build(tmp_path_factory.mktemp("chronology"))


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, Read]:
    return {file.relative_to(built).as_posix(): read(file) for file in sorted(built.rglob("*.html"))}


def words(page: Read) -> str:
    return " ".join(page.text("article").split())


def test_there_is_a_page_for_each_incident_place_actor_and_year(pages: dict[str, Read]) -> None:
    river_front = next(name for name in pages if name.startswith("actors/") and "جبهة" in pages[name].text("h1"))
    assert set(pages) >= {
        "index.html",
        "incidents/2021-05-02-market/index.html",
        "places/index.html",
        "places/sy/index.html",
        "places/sy/hill-province/index.html",
        "places/tr/index.html",
        "places/unknown/index.html",
        "actors/index.html",
        "actors/northern-army/index.html",
        river_front,
        "years/index.html",
        "years/2021/index.html",
        "years/2016/index.html",
    }


@pytest.mark.parametrize("urls", ["true", "false"], ids=["addresses are folders", "addresses are files"])
def test_every_link_leads_somewhere(tmp_path: Path, urls: str) -> None:
    site = site_example.build(tmp_path, mkdocs=f"{site_example.MKDOCS}use_directory_urls: {urls}\n")
    found = {file.relative_to(site).as_posix(): read(file) for file in site.rglob("*.html")}
    assert list(dead_links(found, site)) == []


def dead_links(pages: dict[str, Read], site: Path) -> Iterator[str]:
    for name, page in pages.items():
        base = ORIGIN + name.removesuffix("index.html")
        for address in page.addresses:
            whole = urlsplit(urljoin(base, address))
            if not whole.geturl().startswith(ORIGIN):
                assert whole.scheme in ("http", "https"), f"{name}: {address}"
                continue
            path = unquote(whole.path).removeprefix(urlsplit(ORIGIN).path)
            target = f"{path}index.html" if path == "" or path.endswith("/") else path
            if not (site / target).is_file():
                yield f"{name}: {address}"
            elif whole.fragment and target in pages and unquote(whole.fragment) not in pages[target].ids:
                yield f"{name}: {address} (no such anchor)"


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    page = Read()
    page.feed('<a href="nowhere/">a</a> <a href="#no">b</a> <a href="./#yes" id="yes">c</a>')
    (tmp_path / "index.html").touch()
    assert list(dead_links({"index.html": page}, tmp_path)) == [
        "index.html: nowhere/",
        "index.html: #no (no such anchor)",
    ]


def test_no_id_stands_twice_on_a_page(pages: dict[str, Read]) -> None:
    twice = {name: [one for one, count in page.ids.items() if count > 1] for name, page in pages.items()}
    assert {name: ids for name, ids in twice.items() if ids} == {}


def test_nothing_is_loaded_from_another_origin(pages: dict[str, Read]) -> None:
    loading = {"script", "img", "iframe", "source", "object", "embed"}
    for name, page in pages.items():
        for tag, values in page.elements:
            is_style = tag == "link" and values.get("rel") in ("stylesheet", "preconnect", "preload", "icon")
            if tag in loading or is_style:
                address = values.get("src") or values.get("href") or ""
                assert urlsplit(urljoin(ORIGIN, address)).netloc == "chronology.example", f"{name}: {address}"


def test_github_is_asked_nothing(pages: dict[str, Read]) -> None:
    """Material's script counts stars for each element of this kind."""
    assert not any(values.get("data-md-component") == "source" for _, values in pages["index.html"].elements)
    assert "https://github.com/example/raids" in pages["index.html"].addresses


def test_a_link_to_another_site_passes_nothing_on(pages: dict[str, Read]) -> None:
    page = pages["incidents/2021-05-02-market/index.html"]
    links = {str(v["href"]): v for tag, v in page.elements if tag == "a" and "example/" in str(v.get("href"))}
    for address in ("https://courier.example/a?b=1&c=2", "https://archive.example/courier"):
        assert links[address].get("rel") == "noopener nofollow"


def test_the_timeline_is_newest_first_and_as_precise_as_the_source(pages: dict[str, Read]) -> None:
    text = words(pages["index.html"])
    told = [
        "between 1 and 10 May 2021",
        "2 May 2021, about 11:30",
        "night of 26–27 October 2019",
        "November 2016",
        "on or after 4 December 2016",
    ]
    at = [text.index(date) for date in ("3 May 2021", *told[1:])]
    assert at == sorted(at)
    assert told[0] in text
    assert text.index("Month not known") > text.index("November 2016")


def test_a_row_of_the_timeline_says_what_is_known(pages: dict[str, Read]) -> None:
    text = words(pages["index.html"])
    assert "Shelling of the market at Upper Mills Shelling · Upper Mills, Hill Province, Syria 2 sources" in text
    assert "Reports disagree Read by the tool, not yet checked by a person" in text


def test_an_incident_says_who_reported_what(pages: dict[str, Read]) -> None:
    text = words(pages["incidents/2021-05-02-market/index.html"])
    for said in (
        "rescuers people there 20+ civilians killed (set aside); 3 children “several” injured",
        "Set aside: the same claimant reported another figure later, as of 4 May 2021",
        "the Northern Army's press office counted as Northern Army Col. Adan Brook attacking side",
        "“twelve fighters, and nobody else”",
        "possible “some” captured",
        "Set aside: it counted another attack",
        "attackers: none hurt or killed",
        "Commander Tal, Abu Tal leader: killed",
        "41 years, female, medic: died later",
        "Northern Army named as NA, 4th Battery attacker, blamed by the provincial council (The Hill Courier)",
        "about 12 km north-northwest of Lower Mills, by the source",
        "repeats the army's web page: not an independent source",
        "1 July 2021: the time, from 10:30 to about 11:30",
        "Read by the tool, not yet checked by a person",
    ):
        assert said in text


def test_an_article_whose_publisher_is_not_known_speaks_for_itself_and_not_by_its_title(pages: dict[str, Read]) -> None:
    text = words(pages["incidents/2019-10-26-night/index.html"])
    assert "the article itself (publisher not known) 1 leader killed “تقرير عن غارة ليلية”" in text
    assert "Sources “تقرير عن غارة ليلية” publisher not known, read on 1 November 2019, in Arabic" in text
    assert text.count("تقرير عن غارة ليلية") == text.count("“تقرير عن غارة ليلية”")


def test_what_the_source_says_of_the_place_stands_once(pages: dict[str, Read]) -> None:
    market, hills = (words(pages[f"incidents/{name}/index.html"]) for name in ("2021-05-02-market", "2016-strike"))
    assert "the covered market about 12 km north-northwest of Lower Mills, by the source" in market
    assert hills.count("east of Upper Mills") == 1


def test_what_is_set_aside_is_struck_through(pages: dict[str, Read]) -> None:
    page = pages["incidents/2021-05-02-market/index.html"]
    assert page.text("s") == "20+ civilians killed90 killed"


def test_related_incidents_say_why_on_both_sides(pages: dict[str, Read]) -> None:
    market = words(pages["incidents/2021-05-02-market/index.html"])
    clinic = words(pages["incidents/2021-05-03-clinic/index.html"])
    whole = words(pages["incidents/2021-05-campaign/index.html"])
    assert "the article compares them (The Hill Courier)" in market
    assert "it is said to answer this incident" in market
    assert "1 day later" in market
    assert "the article compares them (The Hill Courier); this incident is said to answer it; 1 day earlier" in clinic
    assert "about 12 km away by the source, 7 km by the coordinates" in clinic
    assert "this incident was part of it (Wire Agency)" in market
    assert "it was part of this incident (Wire Agency)" in whole


def test_a_relation_to_a_draft_is_not_shown(pages: dict[str, Read]) -> None:
    assert all("of-a-draft" not in address for page in pages.values() for address in page.addresses)


def test_drafts_and_withdrawn_incidents_are_nowhere(built: Path) -> None:
    for file in built.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            assert b"THE TITLE OF A DRAFT" not in content, file
            assert b"THE TITLE OF A WITHDRAWN INCIDENT" not in content, file


def test_a_withdrawn_incident_leaves_a_page_that_says_why(pages: dict[str, Read]) -> None:
    text = words(pages["incidents/withdrawn-one/index.html"])
    assert "Withdrawn incident" in text
    assert "It told of an exercise, not of an attack." in text
    assert "A withdrawn incident this incident followed it" in words(pages["incidents/2021-05-02-market/index.html"])


@pytest.mark.parametrize(
    ("former", "now"),
    [("2021-05-02-upper-mills", "2021-05-02-market"), ("withdrawn-before", "withdrawn-one")],
    ids=["of a published incident", "of a withdrawn one"],
)
def test_a_former_id_leads_to_the_incident(pages: dict[str, Read], former: str, now: str) -> None:
    page = pages[f"incidents/{former}/index.html"]
    assert f"../../incidents/{now}/" in page.addresses
    assert ("meta", {"http-equiv": "refresh", "content": f"0; url=../../incidents/{now}/"}) in page.elements


def test_an_incident_can_be_edited_where_its_file_is(pages: dict[str, Read]) -> None:
    addresses = pages["incidents/2021-05-02-market/index.html"].addresses
    assert "https://github.com/example/raids/edit/main/incidents/2021/2021-05-02-market.yaml" in addresses


def test_incidents_are_not_in_the_navigation(pages: dict[str, Read]) -> None:
    for page in pages.values():
        links = [v for _, v in page.elements if "md-nav__link" in str(v.get("class"))]
        assert not [v for v in links if "incidents/" in str(v.get("href"))]


def test_actors_are_listed_by_their_one_name(pages: dict[str, Read]) -> None:
    text = words(pages["actors/northern-army/index.html"])
    assert "State; also: NA, the Northern Army's press office" in text
    assert "attacker, blamed by the provincial council" in text
    assert "attacker, denied by itself" in text


def test_sums_count_no_part_of_a_whole_twice(pages: dict[str, Read]) -> None:
    # the campaign's ~60+ has the market in it; the clinic's 4 are apart
    assert "~64+ killed" in words(pages["years/2021/index.html"])


def test_search_finds_incidents_by_title_place_and_actor_and_holds_no_rows(built: Path) -> None:
    index = json.loads((built / "search" / "search_index.json").read_text(encoding="utf-8"))
    market = [entry for entry in index["docs"] if entry["location"] == "incidents/2021-05-02-market/"]
    assert [entry["title"] for entry in market] == ["Shelling of the market at Upper Mills"]
    assert all(word in market[0]["text"] for word in ("Upper Mills", "Haut Moulin", "Northern Army", "Shelling"))
    assert all(len(entry["text"]) < 400 for entry in index["docs"])
    assert not [entry for entry in index["docs"] if entry["location"] == ""]


# ---------------------------------------------------------------------------------------------------------------------

PAYLOADS = (
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "*a*{: onclick=alert(1)} [b](javascript:alert(1)) # c",
    "{{ 7 * 7 }} {% raise %} {# #} ${7*7}",
    "<!-- <style>*{display:none}</style>",
    "../../../etc/passwd",
    "</textarea></noscript></style><iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<details open ontoggle=alert(1)>",
    "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
    "=cmd|'/C calc'!A0",
)


def hostile(payload: str, number: int) -> dict[str, str]:
    """Two incidents and a withdrawn one, with the payload in every field that takes free text."""
    quoted = json.dumps(payload, ensure_ascii=False)  # a JSON string is a YAML string
    one = f"""\
title: {quoted}
kind: shelling
date: 2021-05-02
place:
  name: {quoted}
  aka: [{quoted}]
  detail: {quoted}
  region: {quoted}
  country: SY
  lat: 36.31
  lon: 36.69
  precision: town
  offset: {{km: 12, of: {quoted}}}
actors:
  - {{name: {quoted}, unit: {quoted}, role: attacker, by: {quoted}, status: blamed, source: courier}}
toll:
  - killed: 3
    by: {quoted}
    speaker: {quoted}
    superseded: {quoted}
    quote: {quoted}
    source: courier
  - {{killed: 0, by: {quoted}, source: courier}}
  - {{killed: 8, source: courier}}
people:
  - {{name: {quoted}, aka: [{quoted}], source: courier}}
related:
  - {{to: b{number}, why: part of, source: courier}}
sources:
  - id: courier
    title: {quoted}
    publisher: {quoted}
    author: {quoted}
    copy_of: {quoted}
    published: 2021-05-03
    url: "https://courier.example/%22onmouseover=alert(1)"
summary: {quoted}
note: {quoted}
tags: [{quoted}]
corrections:
  - {{date: 2021-07-01, what: {quoted}, why: {quoted}}}
added: 2021-06-02
reviewed: {json.dumps(f"AB {payload} 2021-06-02", ensure_ascii=False)}
"""
    other = f"title: {quoted}\nkind: bomb\nstatus: withdrawn\nwhy: {quoted}\ndate: 2021-04-30\nreviewed: no\n"
    follower = one.replace(f"to: b{number}", f"to: a{number}").replace("part of", "follows")
    return {f"a{number}": one, f"b{number}": follower, f"gone{number}": other}


def archive_of(payloads: Iterable[str]) -> dict[str, str]:
    return {name: text for number, payload in enumerate(payloads) for name, text in hostile(payload, number).items()}


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    about = "# About\n"
    return site_example.build(tmp_path_factory.mktemp("attacked"), archive_of(PAYLOADS), about=about)


@pytest.fixture(scope="session")
def attacked_pages(attacked: Path) -> dict[str, Read]:
    return {file.relative_to(attacked).as_posix(): read(file) for file in sorted(attacked.rglob("*.html"))}


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=PAYLOADS)
def test_text_in_an_incident_file_is_shown_as_it_is(attacked_pages: dict[str, Read], number: int) -> None:
    shown = " ".join(PAYLOADS[number].split())
    page = attacked_pages[f"incidents/a{number}/index.html"]
    assert " ".join(page.text("title").split()) == f"{shown} - A small chronology"
    assert " ".join(page.text("h1").split()) == shown
    assert shown in words(attacked_pages["index.html"])
    assert shown in words(attacked_pages[f"incidents/gone{number}/index.html"])


def test_text_in_an_incident_file_makes_no_element(tmp_path: Path, attacked_pages: dict[str, Read]) -> None:
    plain = site_example.build(
        tmp_path, archive_of(f"plain words {n}" for n, _ in enumerate(PAYLOADS)), about="# About\n"
    )
    compared = 0
    for name, page in attacked_pages.items():
        if (plain / name).exists():  # pages of regions and actors have other addresses
            assert [tag for tag, _ in page.elements] == [tag for tag, _ in read(plain / name).elements], name
            compared += 1
    assert compared > 3 * len(PAYLOADS)


def test_text_in_an_incident_file_runs_nothing(attacked_pages: dict[str, Read]) -> None:
    for name, page in attacked_pages.items():
        assert not [values for _, values in page.elements if any(key.startswith("on") for key in values)], name
        assert not [at for at in page.addresses if urlsplit(at).scheme not in ("", "http", "https")], name
        assert "49" not in page.text("article"), f"{name}: a template was run"


def test_text_in_an_incident_file_breaks_no_link(attacked: Path, attacked_pages: dict[str, Read]) -> None:
    assert list(dead_links(attacked_pages, attacked)) == []


def test_text_in_an_incident_file_is_no_path(attacked: Path) -> None:
    names = {file.relative_to(attacked).as_posix() for file in attacked.rglob("*") if file.is_file()}
    assert {Path(name).suffix for name in names} <= SUFFIXES
    assert not [name for name in names if not re.fullmatch(r"[A-Za-z0-9_./-]+", name)]


def test_text_in_an_incident_file_is_text_in_the_feed_and_in_search(attacked: Path) -> None:
    feed = ElementTree.parse(attacked / "feed.xml")
    assert {title.text for title in feed.iter("{http://www.w3.org/2005/Atom}title")} >= set(PAYLOADS)
    index = json.loads((attacked / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert not [entry for entry in index["docs"] if re.search("<(?!/?p>)", entry["title"] + entry["text"])]


SUFFIXES = {".html", ".css", ".js", ".map", ".json", ".yaml", ".xml", ".gz", ".csv", ".geojson", ".svg", ".png"}


# ---------------------------------------------------------------------------------------------------------------------


def mkdocs(config: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, cwd=config.parent)


BROKEN = {
    "not-yaml": ("title: [", "not-yaml.yaml:1:1: YAML not YAML: "),
    "unknown-kind": (
        "title: A raid\nkind: riad\ndate: 2021-05-02\n",
        "unknown-kind.yaml:2:1: VALUE 'riad' is not in the list",
    ),
    "no-date": ("title: A raid\nkind: ground raid\n", "no-date.yaml:1:1: MISSING 'date' is missing"),
    "nothing": ("", "nothing.yaml:1:1: YAML the file is empty"),
}


@pytest.mark.parametrize(
    ("options", "code"), [(["--strict"], 1), ([], 0)], ids=["a strict build fails", "others go on"]
)
def test_each_broken_file_is_one_line(tmp_path: Path, options: list[str], code: int) -> None:
    broken = {name: text for name, (text, _) in BROKEN.items()}
    done = mkdocs(site_example.write(tmp_path, {**site_example.INCIDENTS, **broken}), *options)
    assert done.returncode == code
    lines = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert len(lines) == len(BROKEN)
    for (_, said), line in zip(sorted(BROKEN.values(), key=lambda one: one[1]), sorted(lines), strict=True):
        assert said in line
    assert "Traceback" not in done.stderr
    site = tmp_path / "site" / "incidents"
    assert (site / "2021-05-02-market" / "index.html").exists()
    assert not (site / "no-date" / "index.html").exists()


MISTAKEN = {
    "no folder of incidents": (
        lambda folder: (folder / "mkdocs.yml").write_text(
            site_example.MKDOCS.replace("chronology]", "chronology: {incidents: elsewhere}]")
        ),
        "elsewhere: not a folder of incidents",
    ),
    "a page of one's own where the chronology has one": (
        lambda folder: (folder / "docs" / "index.md").write_text("# Mine\n"),
        "docs/index.md: the chronology has a page of that name (rename or remove the file)",
    ),
}


@pytest.mark.parametrize(("break_it", "said"), MISTAKEN.values(), ids=MISTAKEN.keys())
def test_a_mistake_in_the_set_up_is_one_line(tmp_path: Path, break_it: Callable[[Path], object], said: str) -> None:
    config = site_example.write(tmp_path)
    break_it(tmp_path)
    done = mkdocs(config)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if said in line]
    assert "Traceback" not in done.stderr


def test_a_chronology_without_incidents_has_a_site(tmp_path: Path) -> None:
    config = site_example.write(tmp_path, {}, about="# About\n")
    (tmp_path / "incidents").mkdir()
    assert mkdocs(config, "--strict").returncode == 0
    assert "No incidents yet" in (tmp_path / "site" / "index.html").read_text()


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path, built: Path) -> None:
    again = site_example.build(tmp_path)
    ours = [path for path in built.rglob("*") if path.is_file() and path.name != "sitemap.xml.gz"]
    assert len(ours) > 50
    assert [p for p in ours if p.read_bytes() != (again / p.relative_to(built)).read_bytes()] == []
