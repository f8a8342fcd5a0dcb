"""A small chronology of our own writing, with everything that an incident file can hold, and MkDocs to build it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

MKDOCS = """\
site_name: A small chronology
site_description: What was reported, and by whom.
site_url: https://chronology.example/raids/
repo_url: https://github.com/example/raids
edit_uri: edit/main/docs/
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      toggle: {icon: material/weather-sunny, name: Switch to dark mode}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      toggle: {icon: material/weather-night, name: Switch to light mode}
plugins: [search, chronology]
nav:
  - index.md
  - places/index.md
  - actors/index.md
  - years/index.md
  - about.md
"""

ABOUT = "# About\n\n[The timeline](index.md), [an incident](incidents/2021-05-02-market.md), [the table](data/incidents.csv).\n"

NAMES = """\
- name: Northern Army
  aka: [NA, the Northern Army's press office]
  type: state
- name: جبهة النهر
  aka: [River Front]
  type: armed group
"""

INCIDENTS = {
    "2021-05-02-market": """\
title: Shelling of the market at Upper Mills
kind: shelling
date: 2021-05-02
time: ~11:30
place:
  name: Upper Mills
  aka: [Haut Moulin]
  detail: the covered market
  region: Hill Province
  country: SY
  lat: 36.31
  lon: 36.69
  precision: town
  located_by: 172370
  offset: {km: ~12, bearing: NNW, of: Lower Mills}
actors:
  - {name: NA, unit: 4th Battery, role: attacker, status: blamed, by: the provincial council, source: courier 10-20}
  - {name: River Front, role: target, status: stated, by: NA, source: wire}
toll:
  - killed: {civilians: 20+, children: 3}
    injured: several
    by: rescuers
    voice: local
    source: courier 100-140
  - killed: {civilians: 31, women: 4}
    by: rescuers
    voice: local
    as_of: 2021-05-04
    source: courier
  - killed: {fighters: 12, civilians: 0}
    by: the Northern Army's press office
    speaker: Col. Adan Brook
    voice: attacker
    source: wire
    quote: twelve fighters, and nobody else
  - captured: some
    by: residents
    stance: possible
    source: courier
  - killed: 90
    by: a radio station
    superseded: it counted another attack
    source: wire
  - casualties: {attackers: 0}
    by: NA
    source: wire
people:
  - {name: Commander Tal, aka: [Abu Tal], group: leaders, fate: killed, source: wire}
  - {name: Dr. Mira Sand, age: 41, sex: female, group: medics, fate: died later, source: courier}
related:
  - {to: 2021-05-campaign, why: part of, source: wire}
  - {to: 2021-05-03-clinic, why: compared with, source: courier}
  - {to: 2021-05-01-of-a-draft, why: follows}
  - {to: withdrawn-one, why: follows}
sources:
  - id: courier
    title: Shells on a market day
    publisher: The Hill Courier
    author: L. Ames
    published: 2021-05-03
    url: https://courier.example/a?b=1&c=2
    archived: https://archive.example/courier
    accessed: 2021-06-01
    language: fr
  - {id: wire, publisher: Wire Agency, published: 2021-05, copy_of: the army's web page}
evidence: {date: courier 5-9, place: [courier 20-31, wire 7-9]}
summary: Shells fell on the covered market before noon. Accounts of the dead differ.
tags: [market, artillery]
corrections:
  - {date: 2021-07-01, what: "the time, from 10:30 to about 11:30", why: the source gives local time, source: courier}
aliases: [2021-05-02-upper-mills]
added: 2021-06-02
reviewed: no
""",
    "2021-05-03-clinic": """\
title: Airstrike beside a clinic at Lower Mills
kind: airstrike
date: 2021-05-03
place: {name: Lower Mills, region: Hill Province, country: SY, lat: 36.25, lon: 36.7, precision: town}
actors:
  - {name: Northern Army, role: attacker, status: denied}
toll:
  - killed: 4
    source: courier
related:
  - {to: 2021-05-02-upper-mills, why: in retaliation for}
sources:
  - {id: courier, publisher: The Hill Courier, published: 2021-05-04, url: https://courier.example/clinic}
added: 2021-06-02
reviewed: AB 2021-06-03
""",
    "2021-05-campaign": """\
title: Attacks on the Mills
kind: other
date: 2021-05-01/2021-05-10
toll:
  - killed: ~60+
    by: a monitoring group
    voice: monitor
    source: wire
sources:
  - {id: wire, publisher: Wire Agency, published: 2021-05-20}
added: 2021-06-05
reviewed: AB 2021-06-06
""",
    "2019-10-26-night": """\
title: Raid on a farm
kind: ground raid
date: 2019-10-26/2019-10-27
time: night
place: {name: مزرعة الوادي, region: محافظة التل, country: [SY, TR], precision: region}
toll:
  - killed: {leaders: 1}
    source: wire
sources:
  - {id: wire, title: تقرير عن غارة ليلية, accessed: 2019-11-01, language: ar}
added: 2020-01-01
reviewed: AB 2020-01-02
""",
    "2016-strike": """\
title: Strike somewhere in the hills
kind: strike
date: 2016-12-04/..
place: {name: the hills, detail: east of Upper Mills, offset: {bearing: E, of: Upper Mills}}
toll:
  - killed: dozens
    by: residents
    source: wire
  - killed: ..15
    by: police
    source: wire
sources:
  - {id: wire, publisher: Wire Agency, published: 2017-01-10}
reviewed: no
""",
    "2016-month": """\
title: Seizure of farmers
kind: seizure of people
date: 2016-11
place: {name: Stony Field, country: IQ}
toll:
  - captured: 7
    source: wire
sources:
  - {id: wire, publisher: Wire Agency, published: 2017-01-10}
added: 2021-06-02
reviewed: no
""",
    "withdrawn-one": """\
title: THE TITLE OF A WITHDRAWN INCIDENT
kind: bomb
status: withdrawn
why: It told of an exercise, not of an attack.
date: 2021-04-30
sources:
  - {id: wire, publisher: Wire Agency, published: 2021-05-01}
aliases: [withdrawn-before]
added: 2021-06-02
reviewed: AB 2021-06-03
""",
}

DRAFT = """\
title: THE TITLE OF A DRAFT
kind: bomb
date: XXXX-05-01
sources:
  - {id: wire, publisher: Wire Agency, published: 2021-05-02}
reviewed: no
"""


def write(folder: Path, incidents: Mapping[str, str] = INCIDENTS, mkdocs: str = MKDOCS, about: str = ABOUT) -> Path:
    """The files of a chronology in `folder`. The address of its mkdocs.yml."""
    for name, text in incidents.items():
        file = folder / "incidents" / "2021" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "drafts").mkdir()
    (folder / "drafts" / "2021-05-01-of-a-draft.yaml").write_text(DRAFT, encoding="utf-8")
    (folder / "names.yaml").write_text(NAMES, encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "about.md").write_text(about, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    return folder / "mkdocs.yml"


def build(folder: Path, incidents: Mapping[str, str] = INCIDENTS, mkdocs: str = MKDOCS, about: str = ABOUT) -> Path:
    """The folder of the built site; any warning is an error."""
    config = load_config(str(write(folder, incidents, mkdocs, about)), strict=True)
    mkdocs_build(config)
    return Path(config.site_dir)
