"""Which sentences tell of which incident: the one that the article reports, those that it recalls, and none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Protocol, TypeVar

from chronology import edtf
from chronology.edtf import Edtf
from chronology.extract import kinds
from chronology.extract.dates import Date
from chronology.extract.kinds import Trigger
from chronology.extract.places import Toponym
from chronology.extract.text import Sentence
from chronology.extract.tolls import Toll
from chronology.extract.voices import Claim


class Spanned(Protocol):
    """A mention of any kind."""

    @property
    def start(self) -> int: ...


M = TypeVar("M", bound=Spanned)


@dataclass(frozen=True)
class Findings:
    """All that the siblings found in one article, or in one of its sentences."""

    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...] = ()
    """Without the header line's."""
    all_dates: tuple[Date, ...] = ()
    places: tuple[Toponym, ...] = ()
    header_places: tuple[Toponym, ...] = ()
    """Of the dateline: where the article was written, and often where it happened."""
    tolls: tuple[Toll, ...] = ()
    title_tolls: tuple[Toll, ...] = ()
    """Of a headline that stands outside the text: their offsets are the headline's."""
    claims: tuple[Claim, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    published: date | None = None
    title: tuple[int, int] | None = None
    """Where the headline stands in the text, if it does."""
    aside: tuple[tuple[int, int], ...] = ()
    """Of a sentence: where it tells of somebody's other deeds."""

    def words(self, start: int, end: int) -> str:
        """The words of the article in a range that lies within one sentence."""
        for sentence in self.sentences:
            if sentence.start <= start < sentence.end:
                return sentence.text[start - sentence.start : end - sentence.start]
        return ""

    def within(self, sentence: Sentence) -> Findings:
        """The findings in one sentence; in a clause about somebody's other deeds nothing but places counts."""
        return self._by_sentence[sentence.index]

    @cached_property
    def _by_sentence(self) -> tuple[Findings, ...]:
        dates, places = self._sorted_in(self.dates), self._sorted_in(self.places)
        tolls, triggers = self._sorted_in(self.tolls), self._sorted_in(self.triggers)
        found = []
        for at, sentence in enumerate(self.sentences):
            aside = asides(sentence)
            found.append(
                Findings(
                    sentences=(sentence,),
                    dates=_outside(dates[at], aside),
                    places=tuple(places[at]),
                    tolls=_outside(tolls[at], aside),
                    triggers=_outside(triggers[at], aside),
                    published=self.published,
                    title=self.title,
                    aside=aside,
                )
            )
        return tuple(found)

    def _sorted_in(self, mentions: Sequence[M]) -> list[list[M]]:
        """The mentions that each sentence holds."""
        starts = [sentence.start for sentence in self.sentences]
        held: list[list[M]] = [[] for _ in self.sentences]
        for mention in mentions:
            at = bisect_right(starts, mention.start) - 1
            if at >= 0 and mention.start < self.sentences[at].end:
                held[at].append(mention)
        return held


def _outside(mentions: Sequence[M], aside: Sequence[tuple[int, int]]) -> tuple[M, ...]:
    return tuple(m for m in mentions if not any(a <= m.start < b for a, b in aside))


_ASIDE = re.compile(
    r"""
    \b(?P<cue> (?:directly\ |also\ |allegedly\ )? (?:responsible|wanted|sought|convicted|jailed|sentenced|notorious|known)\ for
      | (?:linked|connected|tied)\ to | involved\ (?:in|with) | involvement\ in | suspected\ (?:of|in) | accused\ of
      | charged\ (?:with|in) | in\ connection\ with | behind\ (?:the|a|an|several|numerous|recent) | blamed\ for
      | who\ (?:had\ |has\ |have\ )? (?:planned|led|directed|ordered|conducted|carried\ out|coordinated|orchestrated|facilitated|financed|trained|commanded|participated|took\ part)
      | (?:planning|plotting|preparing|intending)\ (?:to|an?|the|for|further|more|future|attacks?|several|multiple)
      | (?:use|used|using)\ (?:in|for)\ (?:\w+\ )?(?:attacks|bombings) )\b
    (?P<rest> [^;]*? )
    (?= ,\ (?:was|were|is|are|and\ (?:killed|captured|detained|arrested))\b
      | \ (?:during|in|after|following)\ (?:an?|the|two|separate|overnight)\ (?:\w+\ ){0,3}(?:operations?|raids?|searche?s?|missions?|strikes?|airstrikes?)\b
      | ,?\ (?:today|yesterday|last\ night|overnight|(?:on\ )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?$ | $ )
    """,
    re.VERBOSE,
)
_BIOGRAPHY = re.compile(
    r"""
    ^(?: (?:The|Both|Each|This|That|He|She|They|His|Her|One) \b [^.]{0,60}? \b
         (?: (?:is|was|were|are|has\ been|had\ been|have\ been)\ (?:also\ |reportedly\ |allegedly\ |believed\ to\ (?:be|have\ been)\ |directly\ |said\ to\ be\ )*
             (?:suspected|responsible|accused|believed|considered|involved|linked|wanted|known|charged|convicted|planning|in\ charge|associated|assessed)
           | (?:also\ |regularly\ |routinely\ |reportedly\ |allegedly\ |personally\ )* (?:planned|plans|led|leads|directed|directs|coordinated|coordinates|facilitated|facilitates|financed|finances
             |orchestrated|supplied|supplies|distributed|distributes|commanded|commands|oversaw|oversees|managed|manages|trained|trains|provided|provides|conducted\ (?:numerous|multiple|several|attacks)|purchased|emplaced|served|controlled|maintained)
         )\b )
    """,
    re.VERBOSE,
)
_WANTED = re.compile(
    r"(?:The|This|That|Both)\s(?:[\w-]+\s){0,2}(?:leader|commander|facilitator|militant|insurgent|fighter|operative|emir|chief)s?\b"
)
_OPERATION = re.compile(
    r"\b(?:during|in|after|following)\s(?:an?|the)\s(?:\w+\s){0,3}(?:operation|raid|search|mission|strike|airstrike)\b"
)
_TOLD_HERE = re.compile(_OPERATION.pattern + r"|\b(?:killed|died|wounded|injured)\b")


def asides(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Where a sentence tells of other deeds of somebody ("responsible for an attack on 7 January"), not of this incident."""
    text = sentence.text
    if _BIOGRAPHY.match(text) and not (_OPERATION if _WANTED.match(text) else _TOLD_HERE).search(text):
        return ((sentence.start, sentence.end),)
    return tuple(
        (sentence.start + m.start(), sentence.start + m.end())
        for m in _ASIDE.finditer(text)
        # a story about a trial tells of the deed itself: "a man accused of killing three appeared in court"
        if not _LEGAL.match(m["cue"]) or _DEED.search(text[: m.start()])
    )


_LEGAL = re.compile(
    r"(?:\w+ )?(?:charged|accused|convicted|sentenced|jailed|wanted|sought|in connection|suspected|blamed|involvement|responsible)\b"
)
_DEED = re.compile(
    r"\b(?:kill(?:ed|ing)|captured|detained|apprehended|seized|raid\w*|operation|strikes?|airstrikes?|struck|attacked|targeted|targeting|engaged|stormed)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Group:
    """The sentences of one incident. `dated` is the mention that dates it; `why` is how it belongs to the main one."""

    main: bool
    sentences: list[Sentence] = field(default_factory=list)
    dated: Date | None = None
    why: str | None = None
    why_span: tuple[int, int] | None = None


def group(found: Findings) -> tuple[Group, ...]:
    """The incidents of an article as groups of sentences, the main one first; () where it reports none."""
    by_sentence = [found.within(sentence) for sentence in found.sentences]
    head = _head(by_sentence)
    if head is None:
        return ()
    main = Group(True, dated=head.dated)
    groups = [main]
    running: Group | None = main
    paragraph = -1
    for here in by_sentence:
        sentence = here.sentences[0]
        if sentence.paragraph != paragraph:
            # a new paragraph returns to what the article is about, unless it points back
            running, paragraph = (running if _POINTS_BACK.match(sentence.text) else main), sentence.paragraph
        opened = _opens(here, main, groups)
        if opened is not None:
            running = opened
            if opened not in groups:
                groups.append(opened)
        elif _elsewhere(here):
            running = None
        elif running is None and here.triggers:
            running = main
        if running is not None:
            running.sentences.append(sentence)
    return tuple(one for one in groups if one.sentences)


@dataclass(frozen=True, slots=True)
class _Head:
    dated: Date | None


# how many sentences with a trigger or a toll may stand before the one that dates the main incident
_LEAD = 8


def _head(by_sentence: Sequence[Findings]) -> _Head | None:
    """What the article is about, or None: a sentence that tells of an attack that happened, and what dates it."""
    telling = [here for here in by_sentence if _tells(here)]
    if not telling:
        return None
    first = [here for here in by_sentence[: max(3, telling[0].sentences[0].index + 1)] if here not in telling]
    for some in (telling[:_LEAD], first):
        fresh = [(d, here) for here in some for d in event_dates(here) if is_news(d, here.published)]
        if fresh:
            # the first of those that the most telling word governs
            return _Head(max(fresh, key=lambda one: _governed(one[0], one[1].sentences[0]))[0])
    dated = [d for here in telling[:_LEAD] for d in event_dates(here)]
    return _Head(dated[0] if dated and _only_old(dated, telling) else None)


_HAPPENED = re.compile(
    r"""
    \b(?: happen(?:ed|s) | occurred | took\ place | (?:was|were|been)\ (?:\w+\ )?(?:shot|stabbed|attacked|raided|bombed|hit|struck|killed|ambushed|kidnapped)
      | shot | shooting | opened\ fire | gunfire | fired | stabb\w+ | raid\w* | storm(?:ed|ing) | airstrikes? | air\ strikes? | strikes? | struck
      | attack(?:ed|s)? | bomb\w* | blast | explo\w+ | operation | mission | ambush\w* | clash\w* | shell\w+ | kill(?:ed|ing|s)?
      | captured | detained | apprehended | seized | kidnap\w* | abducted | broke\ out | landed | surrounded | (?:was|were)\ (?:called|dispatched)
      | responded | (?:was|were)\ reported | began | flew )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"""
    \b(?: died | dies | arrest\w* | charg(?:ed|es) | identified | in\ (?:\w+\ )?(?:critical|serious|stable|fair|good)\ condition | remain(?:s|ed)
      | hospitali[sz]ed | recover\w* | treated | released | investigat\w+ | search(?:ing|ed)\ for | looking\ for | turned\ himself\ in | surrendered | court
      | rose | rises | risen | climbed | increased | toll | bail | bond | autopsy | memorial | funeral | vigil | mourn\w* | posted | updated | confirmed | recovered | was\ pronounced )\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _governed(found: Date, sentence: Sentence) -> int:
    """How surely a date is the day of the attack, by the word before it: 2 it happened, 1 unclear, 0 what came after it."""
    at = found.start - sentence.start
    before = sentence.text[max(0, at - 90) : at]
    happened = max((m.end() for m in _HAPPENED.finditer(before)), default=-1)
    afterwards = max((m.end() for m in _AFTERWARDS.finditer(before)), default=-1)
    if happened == afterwards == -1:
        after = sentence.text[at : at + 90]
        return 2 if _HAPPENED.search(after) and not _AFTERWARDS.search(after) else 1
    return 2 if happened > afterwards else 0


def _tells(here: Findings) -> bool:
    """An attack or its toll, and more than a mere mention."""
    sharp = [t for t in here.triggers if not t.plain]
    return bool(here.tolls or sharp or (here.triggers and event_dates(here)))


def _only_old(dated: Sequence[Date], telling: Sequence[Findings]) -> bool:
    """The article is about the past: what it tells first has a date of its own."""
    first = telling[0]
    return bool(event_dates(first)) and event_dates(first)[0] == dated[0]


# An article reports what happened lately. ISAF's and agencies' stories lie within days, follow-ups within weeks.
_NEWS = timedelta(days=35)


def is_news(found: Date, published: date | None) -> bool:
    if found.edtf is None:
        return False
    if published is None:
        return True
    latest = found.edtf.latest
    return (
        latest is not None
        and published - _NEWS <= latest
        and (found.edtf.earliest or latest) <= published + timedelta(days=1)
    )


_SAID = re.compile(
    r"""
    \b(?: said | says | saying | told | tells | announced | confirmed | reported | stated | added | tweeted | wrote | statement
        | press\ conference | briefing | interview | speaking | spokes\w+ | published | released | arrived | visited | met
        | warned | condemned | appeared\ in\ court | was\ charged | were\ charged | arraigned | sentenced | funeral | vigil )\b
    [^.;]{0,40}? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EVENT_BETWEEN = re.compile(r"\b(?:that|how|when|where|after|was|were|had)\b", re.IGNORECASE)


def event_dates(here: Findings) -> tuple[Date, ...]:
    """The dates in a sentence that may date an attack: no durations, no day of a statement, nothing wider than a year."""
    sentence = here.sentences[0]
    return tuple(d for d in here.dates if dates_an_event(d, sentence))


def dates_an_event(found: Date, sentence: Sentence) -> bool:
    if found.type not in ("DATE", "TIME") or found.edtf is None:
        return False
    before = sentence.text[max(0, found.start - sentence.start - 60) : found.start - sentence.start]
    said = _SAID.search(before)
    between = before[said.start() :] if said else ""
    if said and not _EVENT_BETWEEN.search(between) and not _HAPPENED.search(between):
        return False
    if _SAID_NEXT.match(sentence.text, found.end - sentence.start):
        return False
    return not re.search(r"\b(?:since|until|till|by|before|from)\s(?:the\s)?$", before, re.IGNORECASE)


# "yesterday confirmed the arrest of ..."
_SAID_NEXT = re.compile(
    r",?\s(?:also\s)?(?:said|confirmed|announced|stated|identified|acknowledged|denied|condemned|warned)\b"
)

_POINTS_BACK = re.compile(
    r"(?:That|Those|In that|During that|After that|The same|At the time|It|Also|Then)\b(?! (?:is|was) (?:not )?(?:clear|unclear|known))"
)
_SEPARATE = re.compile(
    r"""
    (?: in \s (?:a \s | an \s)? (?:separate|another|other|different|unrelated) \b
      | elsewhere \b | separately \b | meanwhile, \s in \b | a \s (?:separate|second|third) \s | another \s (?!\d) (?!\w+\s(?:person|people|man|woman|victim|official|witness|resident|activist|source)) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Two days earlier, soldiers ...", where nothing says earlier than when
_OTHER_TIME = re.compile(
    r"(?:[Jj]ust |[Oo]nly |[Aa]bout )?(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en|\d+|[Ss]everal|[Ss]ome|[Tt]he)"
    r" (?:(?:days?|nights?|weeks?|months?|years?) (?:earlier|before|ago|later)|(?:week|month|year|night|day) before)\b"
)
_RECALLS = re.compile(
    r"""
      \b(?P<compared> similar\ to | (?:compared|comparable)\ (?:to|with) | reminiscent\ of | echo(?:es|ed|ing) | resembl\w+ | recall(?:s|ed|ing)
         | (?:largest|biggest|deadliest|worst|first)\ (?:such\ )?(?:\w+\ )?since )
    | \b(?P<retaliation> in\ (?:retaliation|revenge|reprisal|response)\ (?:for|to) | aveng\w+ | retaliat\w+ )
    | \b(?P<follows> (?:day|week|month|year|hour)s?\ after | follow(?:s|ed|ing)\ (?:an?|the|another)\ (?!operation\b) | came\ after )
    | \b(?P<part> (?:was|is|were|are)\ part\ of | as\ part\ of )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WHY = {"compared": "compared with", "retaliation": "in retaliation for", "follows": "follows", "part": "part of"}


def _opens(here: Findings, main: Group, groups: Sequence[Group]) -> Group | None:
    """The group that a sentence with an attack and a date or place of its own opens, or goes on with; else None."""
    sentence = here.sentences[0]
    if not here.triggers and not here.tolls:
        return None
    for found in event_dates(here):
        if _same_time(found, main.dated):
            return None
        if not _earlier(found, main.dated) or not (
            here.tolls or _placed(here) or any(not t.plain for t in here.triggers)
        ):
            continue
        if not (_placed(here) or here.tolls):
            continue
        for known in groups[1:]:
            if known.dated is not None and _same_time(found, known.dated):
                return known
        cue = _RECALLS.search(sentence.text)
        span = (sentence.start + cue.start(), sentence.end) if cue else None
        return Group(False, dated=found, why=_WHY[cue.lastgroup or ""] if cue else None, why_span=span)
    sharp = any(not t.plain for t in here.triggers)
    elsewhen = _SEPARATE.match(sentence.text) or _OTHER_TIME.match(sentence.text)
    if elsewhen and sharp and (_placed(here) or here.tolls) and not event_dates(here):
        return Group(False)
    return None


def in_lead(group: Group, found: Findings) -> bool:
    """Whether the first sentences of the article tell of the attack and of somebody hurt."""
    lead = [found.within(sentence) for sentence in group.sentences if sentence.index < _OPENING]
    return any(here.tolls for here in lead) and any(not t.plain for here in lead for t in here.triggers)


_OPENING = 5


def _placed(here: Findings) -> bool:
    return any(p.kind == "place" and p.precision not in ("country", None) for p in here.places)


def _elsewhere(here: Findings) -> bool:
    """A sentence about a series of attacks, or about another time, tells of no incident."""
    sentence = here.sentences[0]
    return kinds.campaign(sentence.text) and not here.triggers


def _same_time(a: Date, b: Date | None) -> bool:
    if b is None or a.edtf is None or b.edtf is None:
        return False
    # "not before 4 December" overlaps with every later day and yet says nothing of them
    closed = "open" not in (a.edtf.precision, b.edtf.precision)
    return a.edtf == b.edtf or (closed and edtf.overlap(_wider(a.edtf), b.edtf))


def _wider(value: Edtf) -> Edtf:
    """A day more at either side: "overnight" and time zones shift dates by one."""
    early, late = value.earliest, value.latest
    if early is None or late is None or value.precision not in ("day", "span"):
        return value
    return edtf.span(early - timedelta(days=1), late + timedelta(days=1))


def _earlier(found: Date, main: Date | None) -> bool:
    """Whether a date lies before the main incident's; one without a year is another's if its words differ."""
    if found.edtf is None:
        return False
    if main is None or main.edtf is None:
        return found.basis == "explicit"
    if "yearless" in (found.edtf.precision, main.edtf.precision):
        return found.edtf != main.edtf
    # an open date says only "not before": what is dated before that, or falls into it explicitly, is another day
    early, late = main.edtf.earliest, found.edtf.latest
    if main.edtf.precision == "open":
        return found.basis == "explicit" and found.edtf.precision == "day"
    return late is not None and early is not None and late < early
