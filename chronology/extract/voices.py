"""Who says so: the claimant of what a sentence reports, never a private person's name."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronology.extract import voices_words as lex
from chronology.extract.text import Sentence


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
    known = _spokespeople(body)
    found: list[Claim] = []
    for sentence in sentences:
        if len(sentence.text) <= _LONGEST:
            found.extend(_claims(sentence, known, found[-1] if found else None))
    return tuple(
        sorted([*found, *_continued(body, sentences, found)], key=lambda claim: (claim.scope_start, claim.start))
    )


def of(claims: Sequence[Claim], start: int, end: int) -> Claim | None:
    """The claimant of body[start:end]: the claim with the narrowest scope over its beginning or its end."""
    over = [
        claim
        for claim in claims
        if claim.scope_start <= start < claim.scope_end or claim.scope_start < end <= claim.scope_end
    ]
    return min(
        over, key=lambda claim: (not claim.scope_start <= start, claim.scope_end - claim.scope_start), default=None
    )


_LONGEST = 1500
"""Longer than any sentence: a list or a table, where nobody speaks."""


# -- claims in a sentence ----------------------------------------------------------------------------

_CUE = re.compile(
    rf"\b(?:{lex.TELLS}|[Aa]ccording|[Pp]er|citing|quoting|show\w*|suggest\w*|indicate\w*)\b|^[^:\n]{{3,60}}:\s",
    re.VERBOSE,
)
_ACCORDING = re.compile(
    r"(?:\b[Aa]ccording \s to|\b[Pp]er(?=\s the|\s a)|\bciting|\bquoting) \s (?P<who>[^.;:\"“”]{3,160})", re.VERBOSE
)
_TELLS = re.compile(
    rf"(?<![\w-])(?:(?:has|have|had|also|then|later|earlier|further)\s){{0,2}}(?P<verb>{lex.TELLS})(?![\w-])",
    re.VERBOSE,
)
_SHOWS = re.compile(rf"(?<![\w-]){lex.SHOWS}(?!\w)", re.VERBOSE | re.IGNORECASE)
_HEADLINE = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]+|of|the|and)(?:\s(?:[A-Z][\w.’'-]+|of|the|and|officials?|police|sources?|witnesses|monitor)){0,4}):\s+(?=\S)"
)
_TRAILER = re.compile(r":\s+(?P<who>[A-Z][\w.]*(?:\s[\w.]+){0,3})\Z")


def _claims(sentence: Sentence, known: dict[str, "_Voice"], last: Claim | None) -> Iterator[Claim]:
    """The claims of one sentence; each that comes first governs what follows it, each that comes after what stands before."""
    text = sentence.text
    if not _CUE.search(text):
        return
    cues: list[
        tuple[int, int, int, _Voice, str]
    ] = []  # start, end, where what it governs begins (or -1: before it), voice, rule
    for match in _ACCORDING.finditer(text):
        who = _until_clause(match["who"])
        voice = _voice(who, known)
        if voice:
            start, end = match.start(), match.start("who") + len(who)
            cues.append(
                (
                    start,
                    end,
                    end if start < 3 or text[:start].rstrip().endswith((";", " and")) else -1,
                    voice,
                    "according to",
                )
            )
    for match in _SHOWS.finditer(text):
        what = " ".join(match["what"].split()).lower()
        cues.append(
            (match.start("what"), match.end("what"), match.end(), _Voice(what, None, "media", None), "images show")
        )
    headline = _HEADLINE.match(text)
    if headline and not text.endswith("."):  # with a full stop it is a dateline
        voice = _voice(headline["who"], known)
        if voice and voice.by != _SOMEONE:
            cues.append((0, headline.end("who"), headline.end(), voice, "headline"))
    for match in _TELLS.finditer(text):
        if any(cue[0] <= match.start() < max(cue[1], cue[2]) for cue in cues):
            continue
        if match["verb"] in ("reports", "claims", "claimed") and _NOUN.search(text[: match.start()]):
            continue
        told = _told(text, match, known, last)
        if told:
            cues.append(told)
    yield from _scoped(sentence, sorted(cues, key=lambda cue: cue[0]))


def _scoped(sentence: Sentence, cues: Sequence[tuple[int, int, int, "_Voice", str]]) -> Iterator[Claim]:
    size = len(sentence.text)
    done = 0
    for n, (start, end, begins, voice, rule) in enumerate(cues):
        if begins < 0:
            scope, done = (done, end), end
        else:
            following = next((cue[0] for cue in cues[n + 1 :] if cue[2] >= 0), size)
            scope = (begins, following)
            done = max(done, begins)
        at = sentence.start
        yield Claim(
            at + start, at + end, at + scope[0], at + scope[1], voice.by, voice.speaker, voice.voice, voice.side, rule
        )


_NOUN = re.compile(
    r"\b(?:to|of|from|for|the|a|no|initial|some|these|those|on|several|with|after|received|early|its|their|has|have|bomb|blast|attack)\s+\Z"
)
_QUOTES = ('"', "“", "”")
_LEAD_IN = re.compile(
    r"(?:On|In|At|After|Before|During|Following|Since|By|Late|Early|Earlier|Later|For|With|While|When|As)\b[^,]*,$"
)


def _told(
    text: str, match: re.Match[str], known: dict[str, "_Voice"], last: Claim | None
) -> tuple[int, int, int, "_Voice", str] | None:
    """The subject of a verb of telling, before it or after it, and which side of it the words told stand on."""
    verb = match.start()
    before = text[:verb].rstrip()
    inverted = before.endswith((",", "”", '"')) and text[match.end() : match.end() + 2].strip()[:1] not in (
        "",
        ",",
        ".",
    )
    if (
        inverted
        and re.match(
            r"\s+(?:the |a |an |[A-Z]|police|officials|witnesses|residents|local|authorities|activists)",
            text[match.end() :],
        )
        and before[-1:] in ',”"'
    ):
        who = _until_clause(text[match.end() : match.end() + 140].lstrip())
        begin = match.end() + 1
        voice = _voice(who, known)
        if voice and (before[-1] in '”"' or before.endswith((",”", ',"')) or not _subject(before)[1].strip()):
            return begin, begin + len(who), -1, voice, "said X"
    begin, who = _subject(before)
    voice = _voice(who, known)
    if (
        voice is None
        and last is not None
        and re.fullmatch(
            r"(?:[Aa]nd |[Bb]ut )?(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he (?:source|sources|statement|official|officials|spokesman|spokeswoman|spokesperson|monitor|ministry|group))",
            who.strip(),
        )
    ):
        voice = _Voice(last.by, last.speaker, last.voice, last.side)
    if voice is None:
        return None
    after = (
        text[:begin].rstrip().endswith((",", *_QUOTES))
        and _complete(text[:begin])
        and not re.match(r"\s+(?:[\w’']+\s){0,5}?that\b", text[match.end() :])
    )
    return begin, verb, -1 if after else match.end(), voice, "X said"


def _complete(before: str) -> bool:
    """Whether what stands before a claimant is a statement of its own, not a mere "On Monday,"."""
    return before.rstrip().endswith(_QUOTES) or (len(before.split()) > 3 and not _LEAD_IN.match(before))


def _subject(before: str) -> tuple[int, str]:
    """(where it begins, the words) of the subject that ends `before`: the last clause, with its apposition."""
    floor = max(before.rfind(mark) for mark in ("”", '"', ";", "“", ": ", " – ", " — ", "-- "))
    begin = floor + 1
    piece = before[begin:]
    if piece.endswith(","):
        cuts = [m.start() for m in re.finditer(",", piece[:-1])]
        if len(cuts) >= 2:
            begin += cuts[-2] + 1
    elif "," in piece and not (floor >= 0 and before[floor] in '”"'):
        begin += piece.rfind(",") + 1
    piece = before[begin:]
    lead = re.match(r"\s*(?:(?:and|but|while|as|when|because|after|though|although|where|since|which|who)\s)?", piece)
    begin += lead.end() if lead else 0
    if len(before) - begin > 160:
        begin = len(before) - 160
    return begin, before[begin:].rstrip(" ,")


def _until_clause(who: str) -> str:
    """The claimant's words up to where the sentence goes on."""
    cut = re.search(
        r"[,.;)](?!\s(?:a|an|the|another|who)\s(?:\w+\s){0,3}?(?:spokes|activist|witness|resident|monitor|official))(?<!Lt\.)(?<!Sgt\.)(?<!Capt\.)(?<!Gen\.)(?<!Col\.)(?<!Maj\.)(?<!U\.S\.)(?<!U\.)(?<!Dr\.)(?<!\s[A-Z]\.)|\s(?:that|when|after|but|while|in a statement|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        who,
    )
    return (who[: cut.start()] if cut else who).rstrip()


# -- sentences of one speech -------------------------------------------------------------------------

_ELSEWHERE = re.compile(
    r"(?:Earlier|Later|Meanwhile|However|Separately|Elsewhere|Also|On|In|Last|But|Previously|Since|It should)\b"
)


def _continued(body: str, sentences: Sequence[Sentence], found: Sequence[Claim]) -> Iterator[Claim]:
    """Claims carried over sentences: a quotation not closed yet, and what follows "said that" in the same paragraph."""
    by_sentence: dict[int, list[Claim]] = {}
    starts = [sentence.start for sentence in sentences]
    for claim in found:
        at = _index(starts, claim.start)
        by_sentence.setdefault(at, []).append(claim)
    for sentence in sentences:
        if sentence.index in by_sentence:
            continue
        near = _quoting(body, sentences, sentence, by_sentence) or _stating(sentences, sentence, by_sentence)
        if near:
            yield replace(near, scope_start=sentence.start, scope_end=sentence.end, rule="continued")


def _quoting(
    body: str, sentences: Sequence[Sentence], sentence: Sentence, claims: dict[int, list[Claim]]
) -> Claim | None:
    """The speaker of a quotation that goes on into, or came from, a sentence that names who speaks."""
    opens = sentence.text.lstrip()[:1] in '"“'
    if opens and not re.search(r'.["”]', sentence.text):
        for following in sentences[sentence.index + 1 : sentence.index + 4]:
            if following.paragraph == sentence.paragraph and following.index in claims:
                return claims[following.index][0]
    if (
        opens
        and sentence.index
        and sentence.index - 1 in claims
        and sentences[sentence.index - 1].paragraph == sentence.paragraph
    ):
        return claims[sentence.index - 1][-1]
    return None


def _stating(sentences: Sequence[Sentence], sentence: Sentence, claims: dict[int, list[Claim]]) -> Claim | None:
    """The claimant whose "said that" opened the sentence before, in the same paragraph."""
    for back in (1, 2):
        at = sentence.index - back
        if at < 0 or sentences[at].paragraph != sentence.paragraph or _ELSEWHERE.match(sentence.text):
            return None
        if at in claims:
            claim = claims[at][-1]
            return (
                claim if claim.rule == "X said" and claim.scope_start > claim.start and claim.voice != "media" else None
            )
    return None


def _index(starts: Sequence[int], at: int) -> int:
    return bisect.bisect_right(starts, at) - 1


# -- whose voice -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Voice:
    by: str
    speaker: str | None
    voice: str
    side: str | None


_NAME = r"[A-Z][\w’'-]+(?:\s(?:al|bin|de|van|von|[A-Z]\.|(?:al-|el-)?[A-Z][\w’'-]+)){1,3}"
_WORDS = r"[A-Z][\w.’'-]*|of|for|and|the|police|military|army|government|coalition|ministry|defen[cs]e|foreign|interior|health"
_SPOKESMAN = re.compile(
    rf"""(?P<by>[A-Z][\w.’'-]*(?:\s(?:{_WORDS})){{0,6}})
    \s(?:(?:chief|deputy|press|top)\s)?(?:[Ss]pokes(?:man|woman|person)|press\ssecretary)\s(?:{lex.RANKS}\s){{0,3}}(?P<speaker>{_NAME})""",
    re.VERBOSE,
)
_NAMED_SPOKESMAN = re.compile(
    rf"""(?P<speaker>{_NAME}),\s(?:(?:a|the|chief|an|deputy|police|department|military|senior)\s){{0,3}}
    (?:spokes(?:man|woman|person)|head|commander|director|chief)\s(?:for|of|at|with)\s(?:the\s)?(?P<by>[A-Z][\w.’'-]*(?:\s(?:{_WORDS})){{0,6}})""",
    re.VERBOSE,
)
_HEAD = re.compile(
    rf"""(?P<side>(?:[A-Z][\w.]+\s){{0,2}})(?P<office>{lex.HEADS_OF_STATE})\s(?P<speaker>{_NAME}|[A-Z][\w’'-]+)""",
    re.VERBOSE,
)
_OFFICER = re.compile(rf"(?P<rank>{lex.POLICE_RANKS})\s(?P<speaker>{_NAME})", re.VERBOSE)
_OFFICES = re.compile(
    rf"[Ss]pokes|secretary|{lex.HEADS_OF_STATE}|{lex.POLICE_RANKS}|(?:head|commander|director|chief) (?:of|for)",
    re.VERBOSE,
)
_VOICES = tuple(
    (voice, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.VERBOSE | re.IGNORECASE)) for voice, pattern in lex.VOICES
)
_ROLES = tuple(
    (re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", re.VERBOSE | re.IGNORECASE), by) for pattern, by in lex.ROLES
)


def _spokespeople(body: str) -> dict[str, _Voice]:
    """Whoever the article introduces as speaking for an institution, by full name and by last name."""
    known: dict[str, _Voice] = {}
    patterns = (_SPOKESMAN, _NAMED_SPOKESMAN, _HEAD, _OFFICER) if _OFFICES.search(body) else ()
    for pattern in patterns:
        for match in pattern.finditer(body):
            voice = _introduced(match)
            speaker = voice.speaker or ""
            for name in (speaker, speaker.rpartition(" ")[2]):
                known.setdefault(name, voice)
    for match in _PERSON.finditer(body):
        known.setdefault(match["last"] or match["family"], _Voice(_SOMEONE, None, "local", None))
    return known


def _introduced(match: re.Match[str]) -> _Voice:
    fields = match.groupdict()
    if "office" in fields:
        side = (fields["side"] or "").strip()
        office = f"{side} {fields['office']}".strip()
        government = (
            f"{side} government" if (side and "President" in office) or ("Prime" in office and side) else office
        )
        return _Voice(government, fields["speaker"], "official", side or None)
    if "rank" in fields:
        return _Voice("police", fields["speaker"], "official", None)
    by = _institution(fields["by"] or "") or _bare(fields["by"] or "")
    return _Voice(by, fields["speaker"], _kind(by), _side(by))


_ARTICLE = re.compile(
    r"^(?:(?:the|a|an|this|that|one|another|two|three|several|some|so-called|his|her|their|in|on|at|and|but)\s+)+",
    re.IGNORECASE,
)
_PLAIN_SPOKESMAN = re.compile(
    r"(?P<by>[\w.’' -]{2,60}?)\s(?:spokes(?:man|woman|person|people)|press secretary|statement)\Z|spokes(?:man|woman|person|people) (?:for|of|with) (?P<of>[\w.’' -]{2,60})"
)
_PERSON = re.compile(
    rf"(?:{lex.TELLS}\s)(?=[A-Z])(?:[A-Z][\w’'-]+\s)+(?P<last>[A-Z][\w’'-]+)|(?:[A-Z][\w’'-]+\s){{1,2}}(?P<family>[A-Z][\w’'-]+)(?:,\s[^,.;:]{{2,60}},?)?\s{lex.TELLS}\b",
    re.VERBOSE,
)
_SOMEONE = "a person quoted by the article"
_COMMON = re.compile(
    r"(?:(?:Local|Security|Military|Senior|Health|Medical|State|City|County|Federal|Opposition|Rebel) )?(?:[Oo]fficials?|[Pp]olice|[Aa]uthorities|[Dd]eputies|[Ii]nvestigators|[Dd]etectives|[Ss]ources?|[Oo]fficers?|"
    r"[Mm]ilitary|[Aa]rmy|[Ff]orces|[Gg]overnment|[Tt]roops|[Pp]rosecutors)"
)
_PRONOUN = re.compile(r"(?:he|she|they|it|who|i|we|you|which|that|there|this|one|what|those)", re.IGNORECASE)


def _voice(who: str, known: dict[str, _Voice]) -> _Voice | None:
    """Whose voice these words name: from a spokesman with a name, sure, to a name without a role, unsure."""
    who = " ".join(who.split()).strip(' ,.;:–—-“”"')
    if not who or _PRONOUN.fullmatch(who):
        return None
    for pattern in (_SPOKESMAN, _NAMED_SPOKESMAN, _HEAD):
        match = pattern.search(who)
        if match:
            return _introduced(match)
    for pattern, by in _ROLES:
        if pattern.search(who):
            return _Voice(by, None, _kind(who), None)
    last = who.rpartition(" ")[2]
    introduced = known.get(who) or (known.get(last) if last[:1].isupper() else None)
    if introduced and introduced.by != _SOMEONE:
        return introduced
    match = _OFFICER.search(who)
    if match:
        return _Voice(_institution(who[: match.start()]) or "police", match["speaker"], "official", None)
    spoken = _PLAIN_SPOKESMAN.search(who)
    named = (spoken["by"] or spoken["of"]) if spoken else who
    institution = _institution(named) or (_bare(named) if spoken else None)
    if institution:
        if institution in who[:40] and _COMMON.fullmatch(institution):
            institution = institution[0].lower() + institution[1:]
        kind = _kind(f"{institution} spokesman" if spoken else institution)
        return _Voice(institution, None, kind, _side(institution))
    if introduced or re.fullmatch(rf"(?:{lex.RANKS}\s)?{_NAME}(?:,.*)?", who, re.VERBOSE):
        return _Voice(_SOMEONE, None, "local", None)
    return None


_KEYWORD = re.compile("|".join(rf"(?:{pattern})" for _, pattern in lex.VOICES), re.VERBOSE | re.IGNORECASE)
_WITHIN = re.compile(
    r"[A-Z][\w.’'&-]*|of|for|and|the|in|to|local|senior|military|security|defen[cs]e|foreign|interior|health|police|city|county|state|federal|government|army|law|enforcement|news|war|rights|civil|medical|hospital|intelligence|rescue|opposition|rebel|coalition|regional|national|official|medics|initial"
)


def _institution(who: str) -> str | None:
    """The institution, or unnamed officials, that the words name: a known kind of word and what belongs to it."""
    words = re.sub(rf"^{_NAME} of (?:the )?", "", _bare(who)).split()
    hits = [n for n, word in enumerate(words) if _KEYWORD.fullmatch(re.sub(r"[(),]|[’']s?\Z", "", word))]
    if not hits:
        name = " ".join(words)
        return (
            name
            if re.fullmatch(r"[A-Z]{2,6}|[A-Z][\w.’'-]+(?:\s(?:of|for|the|and|[A-Z][\w.’'-]+)){2,7}", name)
            and not re.fullmatch(_NAME, name)
            else None
        )
    first = last = hits[-1]
    while first and _WITHIN.fullmatch(words[first - 1].strip("(),")):
        first -= 1
    while last + 1 < len(words) and last - hits[-1] < 6 and _WITHIN.fullmatch(words[last + 1].strip("(),")):
        last += 1
    return _bare(" ".join(words[first : last + 1]))


def _bare(who: str) -> str:
    """Without article, brackets and what trails."""
    who = re.sub(r"\s*\([^)]*\)?", "", who)
    return re.sub(r"(?:\s(?:of|for|and|the|in|to))+\Z", "", _ARTICLE.sub("", who)).strip(" ,.;:")


def _kind(who: str) -> str:
    """The voice that the words tell."""
    return next((voice for voice, pattern in _VOICES if pattern.search(who)), "official")


_NATIONAL = re.compile(r"\b(?:[A-Z][a-z]+(?:an|ian|ish|ese|i|ch|sh)|US|U\.S\.|UK|American|[A-Z][a-z]+(?=’s|'s))\b")


def _side(by: str) -> str | None:
    """The nation or side that an institution's name tells."""
    if by in lex.SEATS:
        return lex.SEATS[by]
    match = _NATIONAL.search(by)
    return match.group() if match else None
