"""What the first lines of a text say about it: its title, and the outlet that signs the dateline."""

from __future__ import annotations

import re
from itertools import islice

from chronology.article import phrases

Span = tuple[int, int]
_Found = tuple[str, Span] | tuple[None, None]


def title(body: str) -> _Found:
    """The headline at the top of a text (furniture blanked) and where it stands.

    Three words or more, at most 160 characters, no full stop, and a blank line after it.
    """
    span = _first_line(body)
    line = body[slice(*span)]
    if len(line.split()) < 3 or not phrases.headline(line) or not _BLANK_LINE.match(body, span[1]):
        return None, None
    return " ".join(line.split()), span


def place_of(title: str, body: str) -> Span | None:
    """Where a title that was stated elsewhere stands in the text, if that is the first line."""
    start, end = _first_line(body)
    return (start, end) if _words(body[start:end]) == _words(_APPENDIX.sub("", title)) else None


def publisher(body: str) -> _Found:
    """The outlet or agency in the dateline, as written there, and where: one of the first five lines begins with it."""
    for line in islice(re.finditer(r"\S[^\n]*", body), 5):
        for pattern in (_AGENCY, _OUTLET):
            found = pattern.match(body, line.start(), min(line.end(), line.start() + 200))
            if found and not _NOT_AN_OUTLET.search(found["name"]):
                return found["name"], found.span("name")
    return None, None


def _first_line(body: str) -> Span:
    """Without a mark before it ("# ") and without "+ Video" after it."""
    start = len(body) - len(body.lstrip("# \t\r\n"))
    end = start + len(body[start : start + 300].partition("\n")[0].rstrip())
    appendix = _APPENDIX.search(body, start, end)
    return start, appendix.start() if appendix else end


def _words(line: str) -> list[str]:
    return re.findall(r"\w+", line.casefold())


_BLANK_LINE = re.compile(r"[^\n]*\n\s*\n")
_APPENDIX = re.compile(r"\s+(?:[+|–—-]\s*|[(\[])(?:videos?|photos?|pictures|images|maps?)\b[^\n]{0,20}$", re.I)

# "HILL TOWN, Jan 3 (North Wire) - Two ..." "KABUL (Reuters) -"; not "KABUL, Afghanistan (Apr. 27)"
_AGENCY = re.compile(
    r"""
    (?: [A-Z][A-Z'’-]{2,} | [A-Z][\w'’-]+,\s ) [^()\n]{0,60} [(]
    (?P<name> [A-Z][\w.&'’-]* (?:\ [\w.&'’-]+){0,3} )
    [)] \s* (?: [-–—_] | \Z )
    """,
    re.X,
)

# "Lakeside News Agency: At least ..."; not "Defence Ministry: At least ..."
_OUTLET = re.compile(
    r"""
    (?P<name> (?=[^:\n]{0,60} (?:News|NEWS|Press|Agency|Times|Herald|Tribune|Gazette|Radio|TV|Media|Wire)\b)
        [A-Z][\w.&'’-]* (?:\ (?:of\ |the\ )?[A-Z][\w.&'’-]*){0,5} )
    \s* : \s+ ["“]? [A-Z\d]
    """,
    re.X,
)

# a month in the brackets is a date, and a press office is not the press
_NOT_AN_OUTLET = re.compile(
    r"""
    ^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s|$)
    | ^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
    | \b(?:Office|Secretary|Officer|Conference|Release|Briefing|Statement|Attaché|Minister|Ministry|Council|Correspondent|Department|Authority
         |Breaking|Latest|Updates?|Photos|Video|Exclusive|BREAKING|LATEST|UPDATES?)\b
    """,
    re.X,
)
