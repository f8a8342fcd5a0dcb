"""Who says so: the claimant of what a sentence reports, never a private person's name."""

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.extract import voices_words as lex
from chronology.extract.text import Sentence
from chronology.extract.voices_who import SOMEONE, Speakers, Voice, tells_a_kind

EARLIER = "had said at first"
"""The rule of a claim that the words call an earlier one."""


@dataclass(frozen=True, slots=True)
class Claim:
    """body[start:end] names a claimant, who answers for body[scope_start:scope_end].

    `by` is an institution or a role, `speaker` a person who speaks for an institution, `voice` as in a report (attacker and
    target are for the incident to tell), `side` the nation or side of the claimant in the source's words, where it has one.
    """

    start: int
    end: int
    scope_start: int
    scope_end: int
    by: str
    speaker: str | None
    voice: str
    side: str | None
    rule: str


def find(body: str, sentences: Sequence[Sentence]) -> tuple[Claim, ...]:
    """Every claim, in the order of the text; what no scope covers is the outlet's own voice."""
    speakers = Speakers(body)
    found: list[Claim] = []
    for sentence in sentences:
        words = sentence.text.lower() if sentence.text.isupper() else sentence.text
        if len(words) <= _LONGEST and _CUE.search(words):
            cues = sorted(_cues(words, speakers, found[-1] if found else None), key=lambda cue: cue.start)
            found.extend(_scoped(sentence, cues))
    return tuple(sorted([*found, *_continued(sentences, found)], key=lambda claim: (claim.scope_start, claim.start)))


def of(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claimant of body[start:end]: the claim with the narrowest scope over its beginning, else over its end."""
    over = [c for c in claims if c.scope_start <= start < c.scope_end or c.scope_start < end <= c.scope_end]
    return min(
        over, key=lambda c: (not c.scope_start <= start < c.scope_end, c.scope_end - c.scope_start), default=None
    )


_LONGEST = 1500
"""Longer than any sentence: a list or a table, where nobody speaks."""


# -- claims in a sentence ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cue:
    """text[start:end] names a claimant; what it governs begins at `begins`, or stands before it (None)."""

    start: int
    end: int
    begins: int | None
    voice: Voice
    rule: str


_CUE = re.compile(
    rf"\b(?:{lex.TELLS}|[Aa]ccording|[Pp]er|citing|quoting|show\w*|suggest\w*|indicate\w*)\b|^[^:\n]{{3,60}}:\s",
    re.VERBOSE,
)
# "according to the ministry", "per the report"
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording \s to|\b[Pp]er(?=\s the|\s a)|\bciting|\bquoting) \s (?P<who>[^.;:\"“”]{3,160})", re.VERBOSE
)
# "the ministry has also said"
_TELLS = re.compile(
    rf"(?<![\w-])(?:(?:has|have|(?P<had>had)|also|then|later|earlier|further|(?P<first>initially|first|previously|originally))\s){{0,2}}(?P<verb>{lex.TELLS})(?![\w-])",
    re.VERBOSE,
)
# "released images show"
_SHOWS = re.compile(rf"(?<![\w-]){lex.SHOWS}(?!\w)", re.VERBOSE | re.IGNORECASE)
# "Ministry: four people died"
_HEADLINE = re.compile(
    r"""(?P<who>(?:[A-Z][\w.’'-]+|of|the|and)(?:\s(?:[A-Z][\w.’'-]+|of|the|and|officials?|police|sources?|witnesses|monitor)){0,4})
    :\s+(?=\S)""",
    re.VERBOSE,
)
# Nouns that look like verbs: "received reports of shots", "after claims that".
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being|reportedly)\s+(?:\w+ly\s+)?\Z")
_NOUN = re.compile(
    r"\b(?:to|of|from|for|the|a|no|initial|some|these|those|on|several|with|after|received|early|its|their|has|have|bomb|blast)\s+\Z"
)


def _cues(text: str, speakers: Speakers, last: Claim | None) -> Iterator[_Cue]:
    """What names a claimant in one sentence."""
    taken: list[tuple[int, int]] = []
    for match in _ACCORDING.finditer(text):
        if _ON_WHOSE_WORD.search(text[: match.start()]) and _THEN_TELLS.match(text, match.end() - len(match["who"])):
            continue  # "the monitor, citing medics, said": the monitor tells
        who = _until_clause(match["who"])
        voice = speakers.voice(who)
        if voice:
            end = match.start("who") + len(who)
            opens = match.start() < 3 or text[: match.start()].rstrip().endswith((";", " and"))
            taken.append((match.start(), end))
            yield _Cue(match.start(), end, end if opens else None, voice, "according to")
    for match in _SHOWS.finditer(text):
        what = " ".join(match["what"].split()).lower()
        trails = not text[match.end() :].strip(' ."”')
        taken.append(match.span())
        yield _Cue(
            *match.span("what"), None if trails else match.end(), Voice(what, None, "media", None), "images show"
        )
    headline = _HEADLINE.match(text)
    if headline and not text.endswith("."):  # with a full stop it is a dateline
        voice = speakers.voice(headline["who"])
        if voice and voice != SOMEONE and (voice.speaker or tells_a_kind(headline["who"])):
            taken.append(headline.span())
            yield _Cue(0, headline.end("who"), headline.end(), voice, "headline")
    told: _Cue | None = None
    shouted = text.islower()
    for match in _TELLS.finditer(text):
        noun = match["verb"] in ("reports", "claims", "claimed") and _NOUN.search(text[: match.start()])
        passive = _PASSIVE.search(text[: match.start()])  # "was reported": by nobody
        if not noun and not passive and not any(start <= match.start() < end for start, end in taken):
            if told and _ELIDED.search(text, told.end, match.start()):  # "the army denied it and said"
                cue: _Cue | None = replace(told, start=match.start(), end=match.end(), begins=match.end())
            else:
                cue = _told(text, match, speakers, last, shouted)
            if cue and _earlier(match):
                cue = replace(cue, rule=EARLIER)
            if cue:
                told = cue
                yield cue


_ELIDED = re.compile(r"\b(?:and|but)\s+\Z")


def _earlier(match: re.Match[str]) -> bool:
    """ "Had initially reported": what no longer stands."""
    return bool(match["had"] and match["first"]) or match["first"] in ("initially", "originally")


def _scoped(sentence: Sentence, cues: Sequence[_Cue]) -> Iterator[Claim]:
    """Each claimant that comes first governs what follows it; one that comes after, what stands before."""
    at, done = sentence.start, 0
    for n, cue in enumerate(cues):
        if cue.begins is None:
            scope, done = (done, cue.end), cue.end
        else:
            scope = (cue.begins, next((c.start for c in cues[n + 1 :] if c.begins is not None), len(sentence.text)))
            done = max(done, cue.begins)
        who = cue.voice
        yield Claim(
            at + cue.start,
            at + cue.end,
            at + scope[0],
            at + scope[1],
            who.by,
            who.speaker,
            who.voice,
            who.side,
            cue.rule,
        )


_ON_WHOSE_WORD = re.compile(r"\w,\s\Z")
_THEN_TELLS = re.compile(rf"[^,.;]{{2,60}},\s(?:{lex.TELLS})(?!\w)", re.VERBOSE)
_CITING = re.compile(r",\s(?:citing|quoting)\s[^,]{2,60},?\s*\Z")

_QUOTES = ('"', "“", "”")
_NAMES_SOMEBODY = re.compile(
    r"\s+(?:the |a |an |[A-Z]|police|officials|witnesses|residents|local|authorities|activists)"
)
_SAME = re.compile(
    r"(?:[Aa]nd |[Bb]ut )?(?i:he|she|they|it|the (?:sources?|statement|officials?|spokes(?:man|woman|person)|monitor|ministry|group))"
)
_THAT = re.compile(r"\s+(?:[\w’']+\s){0,5}?that\b")


def _told(text: str, match: re.Match[str], speakers: Speakers, last: Claim | None, shouted: bool) -> _Cue | None:
    """The subject of a verb of telling, before it or after it, and which side of it the words told stand on."""
    before, rest = _CITING.sub("", text[: match.start()]).rstrip(), text[match.end() :]
    begin, who = _subject(before)
    if last is not None and _SAME.fullmatch(who):
        voice: Voice | None = Voice(last.by, last.speaker, last.voice, last.side)
    else:
        voice = speakers.voice(who, as_written=not shouted)
    if before.endswith((",", *_QUOTES)) and _NAMES_SOMEBODY.match(rest):
        named = _until_clause(rest[:140].lstrip())
        following = speakers.voice(named)
        if following and (before.endswith(_QUOTES) or not who.strip() or voice is None):
            return _Cue(match.end() + 1, match.end() + 1 + len(named), None, following, "said X")
    if voice is None:
        return None
    after = (
        text[:begin].rstrip().removesuffix(", as").endswith((",", *_QUOTES))
        and _complete(text[:begin])
        and not _THAT.match(rest)
    )
    return _Cue(begin, match.start(), None if after else match.end(), voice, "X said")


_LEAD_IN = re.compile(
    r"(?:On|In|At|After|Before|During|Following|Since|By|Late|Early|Earlier|Later|For|With|While|When|As)\b[^,]*,$"
)
_OPENING = re.compile(r"\s*(?:(?i:and|but|while|as|when|because|after|though|although|where|since|which|who)\s)?")


def _complete(before: str) -> bool:
    """Whether what stands before a claimant is a statement of its own, not a mere "On Monday,"."""
    return before.rstrip().endswith(_QUOTES) or (len(before.split()) > 3 and not _LEAD_IN.match(before))


def _subject(before: str) -> tuple[int, str]:
    """(where it begins, the words) of the subject that ends `before`: the last clause, with its apposition."""
    floor = max(before.rfind(mark) for mark in ("”", '"', ";", "“", ": ", " – ", " — ", "-- "))
    begin = floor + 1
    piece = before[begin:]
    if piece.endswith(","):  # "Ivo Brandt, an activist,"
        commas = [match.start() for match in re.finditer(",", piece[:-1])]
        if len(commas) >= 2:
            begin += commas[-2] + 1
    elif "," in piece and not (floor >= 0 and before[floor] in '”"'):
        begin += piece.rfind(",") + 1
    opening = _OPENING.match(before, begin)
    begin = max(opening.end() if opening else begin, len(before) - 160)
    return begin, before[begin:].rstrip(" ,")


_CLAUSE = re.compile(
    r"""[,.;)] (?! \s(?:a|an|the|another|who)\s(?:\w+\s){0,3}?(?:spokes|activist|witness|resident|monitor|official))
      (?<!Lt\.)(?<!Sgt\.)(?<!Capt\.)(?<!Gen\.)(?<!Col\.)(?<!Maj\.)(?<!U\.S\.)(?<!U\.)(?<!Dr\.)(?<!\s[A-Z]\.)
    | \s(?:that|when|after|but|while|in\sa\sstatement|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b""",
    re.VERBOSE,
)


def _until_clause(who: str) -> str:
    """The claimant's words up to where the sentence goes on."""
    cut = _CLAUSE.search(who)
    return (who[: cut.start()] if cut else who).rstrip()


# -- sentences of one speech -------------------------------------------------------------------------

_ELSEWHERE = re.compile(
    r"(?:Earlier|Later|Meanwhile|However|Separately|Elsewhere|Also|On|In|Last|But|Previously|Since|It should)\b"
)


def _continued(sentences: Sequence[Sentence], found: Sequence[Claim]) -> Iterator[Claim]:
    """Claims carried over sentences: a quotation not closed yet, and what follows "said that" in the same paragraph."""
    starts = [sentence.start for sentence in sentences]
    claims: dict[int, list[Claim]] = {}
    for claim in found:
        claims.setdefault(bisect.bisect_right(starts, claim.start) - 1, []).append(claim)
    quoting, paragraph = False, -1
    for sentence in sentences:
        quoting = quoting and sentence.paragraph == paragraph
        paragraph, opened, quoting = sentence.paragraph, quoting, _still_quoting(sentence.text, quoting)
        if sentence.index not in claims:
            quoted = opened or sentence.text.startswith(_QUOTES)
            near = _quoted(sentences, sentence, claims, quoting) if quoted else _stating(sentences, sentence, claims)
            if near:
                yield replace(near, scope_start=sentence.start, scope_end=sentence.end, rule="continued")


def _still_quoting(text: str, quoting: bool) -> bool:
    """Whether a quotation is open at the end of a sentence, by the marks in it."""
    for mark in re.findall(r'["“”]', text):
        quoting = mark == "“" or (mark == '"' and not quoting)
    return quoting


def _quoted(
    sentences: Sequence[Sentence], sentence: Sentence, claims: Mapping[int, Sequence[Claim]], open_still: bool
) -> Claim | None:
    """The speaker of a quotation that goes on into, or came from, a sentence of the paragraph that names who speaks."""
    if open_still:
        for following in sentences[sentence.index + 1 : sentence.index + 5]:
            if following.paragraph == sentence.paragraph and following.index in claims:
                return claims[following.index][0]
    before = sentence.index - 1
    if before in claims and sentences[before].paragraph == sentence.paragraph:
        return claims[before][-1]
    return None


def _stating(sentences: Sequence[Sentence], sentence: Sentence, claims: Mapping[int, Sequence[Claim]]) -> Claim | None:
    """The claimant whose "said that" opened one of the two sentences before, in the same paragraph."""
    if _ELSEWHERE.match(sentence.text):
        return None
    for at in (sentence.index - 1, sentence.index - 2):
        if at < 0 or sentences[at].paragraph != sentence.paragraph:
            return None
        if at in claims:
            claim = claims[at][-1]
            opened = claim.rule == "X said" and claim.scope_start > claim.start
            return claim if opened and claim.voice != "media" else None
    return None
