"""Plain text cut into sentences and words, every piece knowing where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text: code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, headline or line of a list; `paragraph` and `index` count from 0."""

    start: int
    end: int
    index: int
    paragraph: int
    text: str


class Word(NamedTuple):  # a tuple: an article has hundreds, and a frozen dataclass takes twice as long to make
    """A word, a number with its signs ("1,200", "2:30", "17-year-old") or one mark of punctuation."""

    start: int
    end: int
    text: str
    lower: str


def sentences(body: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; whatever is only white space belongs to none."""
    found: list[Sentence] = []
    for paragraph, (start, end) in enumerate(_paragraphs(body)):
        for first, last in _cut(body, start, end):
            found.append(Sentence(first, last, len(found), paragraph, body[first:last]))
    return tuple(found)


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words and marks of a text, placed from `offset` on; `lower` has straight apostrophes, no possessive, and "u.s." for US."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        lower = word.lower() if word != "US" else "u.s."
        if "’" in lower:
            lower = lower.replace("’", "'")
        if lower.endswith("'s") and lower != "'s":
            lower = lower[:-2]
        found.append(Word(offset + match.start(), offset + match.end(), word, lower))
    return tuple(found)


def lexicon(listed: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(listed.split())


_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "on",
        "was",
        "with",
        "as",
        "at",
        "by",
        "it",
        "from",
        "were",
        "be",
        "have",
        "has",
        "an",
        "are",
        "had",
        "said",
        "who",
        "this",
        "not",
        "which",
        "they",
        "his",
    ]
)
_FEWEST, _LEAST_SHARE, _READ = 25, 0.12, 5000


def is_english(body: str) -> bool:
    """Whether a text is English, by its commonest words; a text of a few words is taken to be.

    News has a third of such words, other languages hardly one in twenty.
    """
    lower = re.findall(r"[^\W\d_]+", body[:_READ].lower())
    return len(lower) < _FEWEST or sum(word in _FUNCTION_WORDS for word in lower) >= _LEAST_SHARE * len(lower)


_WORD = re.compile(
    r"""
    \d+ (?:[.,:/]\d+)* \w* (?:[-–]\w+)*     # 13   1,200   2:30   3rd   10-15   17-year-old
    | (?:[^\W\d_]\.){2,}                    # U.S.   p.m.
    | \w+ (?:[-–'’]\w+)*                    # twenty-one   al-Tanf   Qal'ah   coalition’s
    | [^\w\s]                               # a mark
    """,
    re.VERBOSE,
)


# -- paragraphs ------------------------------------------------------------------------------------

_LINE = re.compile(r"[^\n]+")

# Masked menus and captions leave long runs of spaces; pages glue a headline to its text with three or more.
_GAP = re.compile(r"[ \t\u00a0]{3,}")


def _paragraphs(body: str) -> Iterator[tuple[int, int]]:
    """Stretches that no sentence crosses: lines, unless the next line plainly goes on; and what long gaps divide."""
    pending: tuple[int, int] | None = None
    for match in _LINE.finditer(body):
        start, end = _trim(body, match.start(), match.end())
        if start == end:
            continue
        if pending and _goes_on(body, pending[0], pending[1], start):
            pending = (pending[0], end)
            continue
        if pending:
            yield from _ungapped(body, *pending)
        pending = (start, end)
    if pending:
        yield from _ungapped(body, *pending)


def _goes_on(body: str, first: int, end: int, start: int) -> bool:
    """Whether the line from `start` goes on with the sentence before it (text wrapped at a fixed width)."""
    if body.count("\n", end, start) > 1 or body[end - 1] in '.!?:"”':
        return False
    return body[start].islower() and end - max(first, body.rfind("\n", first, end)) > 40


def _ungapped(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for gap in _GAP.finditer(body, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    piece = body[start:end]
    bare = piece.strip()
    if not bare:
        return start, start
    start += len(piece) - len(piece.lstrip())
    return start, start + len(bare)


# -- sentences -------------------------------------------------------------------------------------

_STOP = re.compile(
    r"""
    (?<![.!?…]) (?P<stop>[.!?…]+)
    (?P<quote>["”’')\]]*)
    (?:
        \s+ (?=[\["“‘'(—–-]*\s?(?P<next>[A-ZÀ-ÖØ-Þ\d][\w’'-]*))
      | (?<=[a-z)\]][.!?]) (?=(?P<glued>[A-Z][a-z]+))      # "left the area.The raid"
      | (?<=[.!?]["”]) (?=(?P<quoted>[A-Z][a-z]+))
    )
    """,
    re.VERBOSE,
)

_BREAK = re.compile(r"""[\s(\["“‘/—–-]""")

# Never end a sentence.
_TITLES = lexicon("""mr mrs ms dr prof gen lt col maj capt cpt cmdr sgt cpl pvt adm brig gov sen rep rev hon pres sec spc det insp supt
    messrs mt ft vs fr""")
# May end one: only before a word that usually begins one.
_SHORT = lexicon("""jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun
    inc co corp ltd st dept est approx u.s u.k u.n e.u u.s.a d.c p.m a.m ave blvd rd hwy dist bldg jr sr etc al no nos
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c
    n.d okla ore pa r.i s.c s.d tenn tex vt va wash w.va wis wyo ph.d""")
_OPENERS = lexicon("""the a an this that these those he she it they we i you his her their its our in on at after before during when while
    as if for from by with but and there here no not one two three four five six seven several some many most all both
    police officials officers authorities witnesses residents investigators deputies detectives another other others
    according also however meanwhile earlier later what who where anyone nobody none more""")
_CLOCK = frozenset(("a.m", "p.m", "am", "pm"))
# After a time of day these go on with the sentence; any other capitalised word begins one.
_AFTER_TIME = lexicon("""monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march
    april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
    est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst eastern central mountain pacific local""")


def _cut(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph."""
    at = start
    for match in _STOP.finditer(body, start, end):
        if match.end() < end and _ends(body, match):
            stop = match.end("quote")
            if stop > at:
                yield at, stop
                at = match.end()
    if at < end:
        yield _trim(body, at, end)


def _ends(body: str, match: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not after a title, an initial or, mostly, an abbreviation."""
    if match["glued"] or match["quoted"] or match["stop"] != ".":
        return True
    at = match.start()
    before = _BREAK.split(body[max(0, at - 20) : at])[-1].lower()
    following = match["next"].lower()
    if before in _TITLES:
        return False
    if len(before) == 1 and before.isalpha():
        return False
    if before in _CLOCK:
        return following not in _AFTER_TIME and not following[0].isdigit()
    if before in _SHORT or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return following in _OPENERS
    return True
