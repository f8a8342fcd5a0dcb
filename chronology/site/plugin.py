"""The MkDocs plugin: loads the archive and hands its pages and downloads to MkDocs. The only room that imports MkDocs."""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from chronology import archive
from chronology.archive import Filed
from chronology.problem import ChronologyError
from chronology.site import exports, pages, pages_shelf, records
from chronology.site.exports_feed import Home

log = get_plugin_logger("chronology")
THEME = Path(__file__).parent / "theme"
STYLES = "assets/chronology.css"


class Options(Config):  # type: ignore[no-untyped-call]  # MkDocs' own class hook is untyped
    """What mkdocs.yml may set under `chronology:`."""

    incidents = Type(str, default="incidents")
    """The folder of incident files, from where mkdocs.yml stands; names.yaml and places.yaml are beside it."""


class ChronologyPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # the same
    """`plugins: [search, chronology]`"""

    def on_config(self, config: MkDocsConfig) -> None:
        """Adds the style sheet and the templates; the user's own templates win over them."""
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
        config.extra_css.insert(0, STYLES)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Adds every page and download; each broken incident file is a warning, which a strict build turns into an error."""
        root = self._root(config)
        try:
            loaded = archive.load(root)
        except ChronologyError as error:
            raise PluginError(str(error)) from None
        for problem in loaded.problems:
            log.warning(str(problem))
        found = records.build(loaded)
        site = pages_shelf.Site(
            name=config.site_name,
            description=config.site_description,
            directory_urls=config.use_directory_urls,
            edit=lambda filed: _edit_url(filed, config),
        )
        in_nav = _paths(config.nav)
        for page in pages.build(found, site):
            src = f"{page.path}.md"
            _add(files, File.generated(config, src, content="", inclusion=_inclusion(src, in_nav)), config)
            _ChronologyPage(page, files.src_uris[src], config)
        home = Home(name=config.site_name, url=config.site_url, directory_urls=config.use_directory_urls)
        for path, text in [*pages.redirects(found, site), *exports.build(found, home)]:
            _add(files, File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV), config)

    @event_priority(100)
    def _before_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        """Search reads the title and a line, instead of a whole page of rows."""
        if isinstance(page, _ChronologyPage):
            page.content = page.found

    @event_priority(-100)
    def _after_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        if isinstance(page, _ChronologyPage):
            page.content = page.made.body

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> None:
        """Watches the incidents and the two files beside them."""
        root = self._root(config)
        for path in (root, root.parent / "names.yaml", root.parent / "places.yaml"):
            if path.exists():
                server.watch(str(path))

    def _root(self, config: MkDocsConfig) -> Path:
        root = Path(config.config_file_path or "").parent / self.config.incidents
        return Path(os.path.relpath(root)) if root.is_absolute() and root.is_relative_to(Path.cwd()) else root


class _ChronologyPage(Page):
    """A page whose body is made already: MkDocs reads no file for it and runs no Markdown."""

    def __init__(self, made: pages_shelf.Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(None, file, config)
        self.made = made
        self.edit_url = None  # the page has a link of its own
        self.found = f"<p>{escape(' · '.join(made.found_by))}</p>"

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown = ""
        # Material prints both unescaped; `title` in the front matter is the one that it doesn't unescape again
        self.meta = {"title": escape(self.made.title)}
        if self.made.description:
            self.meta["description"] = escape(self.made.description)
        if not self.made.found_by:
            self.meta["search"] = {"exclude": True}
        self.meta["hide"] = ["navigation"] if self.made.headings else ["navigation", "toc"]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self.made.body
        self.toc = TableOfContents([AnchorLink(escape(name), anchor, 2) for anchor, name in self.made.headings])
        self.present_anchor_ids = {anchor for anchor, _ in self.made.headings}


def _add(files: Files, file: File, config: MkDocsConfig) -> None:
    if files.get_file_from_path(file.src_uri) is not None:
        docs = Path(config.docs_dir).name
        raise PluginError(f"{docs}/{file.src_uri}: the chronology has a page of that name (rename or remove the file)")
    files.append(file)


def _inclusion(src: str, in_nav: set[str]) -> InclusionLevel:
    return InclusionLevel.INCLUDED if src in in_nav else InclusionLevel.NOT_IN_NAV


def _paths(nav: Any) -> set[str]:
    """Every path that the navigation names. A generated page that it doesn't name stays out of it."""
    if isinstance(nav, str):
        return {nav}
    if isinstance(nav, dict):
        nav = list(nav.values())
    return set().union(*map(_paths, nav)) if isinstance(nav, Sequence) else set()


def _edit_url(filed: Filed, config: MkDocsConfig) -> str | None:
    """Where MkDocs would have a page edited, for the incident's file instead."""
    path = Path(os.path.relpath(filed.file, config.docs_dir)).as_posix()
    file = File(path, None, config.site_dir, config.use_directory_urls)
    return Page(None, file, config).edit_url
