"""Reports of people killed, injured, captured or missing, read from the sentences that make them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.count import Count
from chronology.extract import text, tolls_chunks
from chronology.extract import tolls_words as lex
from chronology.extract.text import Sentence, Word
from chronology.extract.tolls_line import Chunk


@dataclass(frozen=True, slots=True)
class Toll:
    """One report of a toll: body[start:end] says that so many of these groups suffered the measure.

    `counts` is never empty. `people` names the words that count them, as (start, end). `definite`: those people were spoken
    of before ("the man", "he", a name), so the count is likely a repetition. `additional`: on top of what was said before
    ("another", "two more"). `bare`: a plural without a number. `cumulative`: of a campaign, a year or a month. `aside`: of another
    attack, told to say who somebody is ("he is linked to the attack that killed three soldiers"). `struck`: all
    that is said is that a bullet hit them. `affiliation`: whose people, in the source's words ("US", "Taliban").
    """

    start: int
    end: int
    sentence: int
    measure: str
    counts: Mapping[str, Count]
    stance: str
    affiliation: str
    people: tuple[int, int]
    names: tuple[str, ...]
    definite: bool
    additional: bool
    bare: bool
    cumulative: bool
    aside: bool
    struck: bool
    rule: str


def find(body: str, sentences: Sequence[Sentence]) -> tuple[Toll, ...]:
    """Every report of a toll, in the order of the text."""
    clauses = []
    for sentence in sentences:
        lower = sentence.text.lower()
        if _STEMS.search(lower):
            lower = lower.replace("’", "'").replace("\n", " ")
            clauses.append(_Clauses(sentence, text.words(sentence.text, sentence.start), lower))
    leaders = {match["name"] for match in _LEADER.finditer(body)}
    names = {part for one in clauses for chunk in one.chunks if " " in chunk.name for part in chunk.name.split()}
    armed = bool(_ARMED_GROUP.search(body))
    found: list[Toll] = []
    for one in clauses:
        one.leaders, one.names, one.armed = leaders, names, armed
        found.extend(sorted(one.tolls(), key=lambda toll: (toll.start, toll.end)))
    return tuple(found)


_STEMS = re.compile(lex.STEMS, re.VERBOSE)

# Patterns over the letters of `tolls_chunks`. People in a list, and the parts that the source gives of them:
_ONE = "[PNODUpnodu]"
_ITEM = "[PNODU]"
_LIST = rf"{_ITEM}(?:,?[,;&]{_ITEM}(?![x,]{{0,2}}[kcKVJ]))*"
_SUBJECTS = rf"{_ITEM}(?:,?[,&]{_ITEM})*"
_PARTS = rf"(?:,?\(?I(?P<parts>{_ONE}(?:,?(?:,|&){_ONE})*)\)?)?"

_ACTIVE = re.compile(rf"(?P<verb>[GA]|K(?!N[JK]))(?P<people>{_LIST}){_PARTS}")
_OF = re.compile(rf"(?P<verb>T)x?(?P<people>[PNODUpnodu](?:,?(?:,|&)[PNODU](?![x,]{{0,2}}[kcKVJ]))*){_PARTS}")
_PASSIVE = re.compile(rf"(?P<people>{_SUBJECTS}){_PARTS}(?P<gap>[xrcpnodu,()WI&]{{0,14}}?)(?P<verb>[kVJ])(?!{_ITEM}K)")
_REDUCED = re.compile(rf"(?P<people>{_SUBJECTS}|[pnou]){_PARTS},?x?(?P<verb>[KJ])(?!{_ITEM}(?![JK]))")
_INVERTED = re.compile(rf"(?P<verb>K)[xrpdn,]{{0,6}}c(?P<people>{_ONE}(?:,?[,&]{_ITEM})*){_PARTS}")
_HARM = re.compile(r"(?P<people>M)(?:x{0,4}[rI](?P<whose>[pdnoPD]))?")
_TOTAL = re.compile(r"(?P<verb>Q)[^;]{0,8}?(?:r|c)x?(?P<people>[NnPp])(?:r(?P<last>[NnPp]))?")


class _Clauses:
    """One sentence, respelled, and what its clauses report."""

    def __init__(self, sentence: Sentence, words: Sequence[Word], lower: str) -> None:
        self.sentence, self.words, self.lower = sentence, words, lower
        self.chunks = tolls_chunks.chunks(words, lower, sentence.start)
        self.letters = ""
        self.leaders: set[str] = set()
        self.names: set[str] = set()
        self.armed = False
        self.used: set[int] = set()
        self.objects: set[int] = set()
        self.subjects: dict[int, tuple[int, int, int, int]] = {}
        self.cumulative = bool(_CUMULATIVE.search(lower))

    def tolls(self) -> Iterator[Toll]:
        """The reports, clause template by clause template; each predicate is read once."""
        self.letters = "".join("x" if self._unsure(n, chunk) else chunk.letter for n, chunk in enumerate(self.chunks))
        for pattern in (_ACTIVE, _OF, _INVERTED, _PASSIVE, _REDUCED):
            for match in pattern.finditer(self.letters):
                verb = match.start("verb")
                if verb in self.used or self._mismatched(pattern, match):
                    continue
                self.used.add(verb)
                where = (*match.span("people"), *match.span("parts"))
                if pattern in (_PASSIVE, _REDUCED):
                    where = (self._unspoken(*where[:2]), *where[1:])
                if pattern is _PASSIVE:
                    self.subjects[verb] = where
                else:
                    self.objects.update(range(*where[:2]))
                yield from self._toll(verb, where, self._deadly(match) if pattern is _ACTIVE else None)
        yield from self._shared_subjects()
        for n, chunk in enumerate(self.chunks):
            if chunk.measure and chunk.letter in "Pp" and not chunk.bare:
                yield from self._toll(n, (n, n + 1, -1, -1))
        for match in _HARM.finditer(self.letters):
            yield from self._harm(match)
        for match in _TOTAL.finditer(self.letters):
            yield from self._total(match)

    def _unspoken(self, first: int, after: int) -> int:
        """Where a list of subjects begins, past those who are the object of another verb."""
        begin = first
        for n in range(first, after):
            if self.letters[n] in _PEOPLE and n in self.objects and any(m not in self.objects for m in range(n, after)):
                begin = n + 1
        return begin

    def _before(self, word: int) -> str:
        """What the sentence says right before a word, in lower case."""
        at = self.words[word].start - self.sentence.start
        return self.lower[max(0, at - 400) : at]

    def _mismatched(self, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
        """A clause that fits the letters but not the words."""
        verb = self.chunks[match.start("verb")]
        first = self.chunks[match.start("people")]
        if pattern is _REDUCED and verb.letter == "K" and first.letter == "D":
            known = first.definite and (first.name or self.words[first.first].lower in _KNOWN)
            following = self.words[verb.after].lower if verb.after < len(self.words) else ""
            return bool(known) and (verb.rule == "shot" or following not in ("by", "in", "during", "dead"))
        if pattern is _PASSIVE and first.letter in "NO" and match.end("people") - match.start("people") == 1:
            return len(match["gap"]) > 4 or (first.letter == "N" and len(match["gap"].strip("xc")) > 0)
        return pattern is _ACTIVE and first.letter in "D" and first.count is None

    def _shared_subjects(self) -> Iterator[Toll]:
        """ "Was shot and died": a predicate without people of its own has those of the one before it."""
        last: tuple[int, int, int, int] | None = None
        for n, letter in enumerate(self.letters):
            if letter in "kV" and n in self.subjects:
                last = self.subjects[n]
            elif letter in _PEOPLE or letter == ";":
                last = None
            elif letter in "kV" and n not in self.used and last:
                self.used.add(n)
                yield from self._toll(n, last)

    def _deadly(self, match: re.Match[str]) -> str | None:
        """ "Shot his brother dead", "beat two men to death"."""
        after = match.end()
        if after < len(self.chunks) and self.chunks[after].letter == "J" and self.chunks[after].measure == "killed":
            self.used.add(after)
            return "killed"
        following = [word.lower for word in self.words[self.chunks[after - 1].after :][:2]]
        return "killed" if following == ["to", "death"] else None

    def _toll(self, verb_at: int, where: tuple[int, int, int, int], measure: str | None = None) -> Iterator[Toll]:
        verb = self.chunks[verb_at]
        if measure:
            verb = replace(verb, measure=measure, rule="to death")
        if where[1] - where[0] > 1 and self._speaks(where[1]):
            where = (where[0], where[1] - 2, *where[2:])
        people = [
            replace(chunk, group="leaders") if chunk.name in self.leaders else chunk
            for chunk in _apart(self.chunks[where[0] : where[1]])
        ]
        parts = (
            [chunk for chunk in self.chunks[where[2] : where[3]] if chunk.letter in _PEOPLE] if where[2] >= 0 else []
        )
        if verb.rule in lex.OF_THINGS_TOO and any(chunk.letter in "NnUu" for chunk in people):
            return  # "executed numerous attacks"
        if (
            not people
            or verb.hypothetical
            or (any(chunk.negated for chunk in people) and not self._denied(verb, people))
        ):
            return
        if verb.negated and not any(chunk.negated for chunk in people):
            return
        counts = _counts(people, parts)
        if not counts or (verb.measure == "captured" and all(count.high == 0 for count in counts.values())):
            return
        start = min(people[0].first, verb.first)
        before = self._before(start)
        until = self._before(verb.first)
        if people[0].bare and len(people) == 1 and _ACCUSED.search(before):
            return
        if _AIMS.search(until[-40:]) and verb.letter in "GATK" and not any(chunk.negated for chunk in people):
            return
        yield self._report(verb, people, parts, counts, start, before)

    def _unsure(self, at: int, chunk: Chunk) -> bool:
        """Whether one capitalised word, which no full name in the article has, may be no person; who is killed is one."""
        if not chunk.name or " " in chunk.name or chunk.group != "total" or chunk.name in self.names:
            return False
        return not (at and self.chunks[at - 1].letter in "GKAT")

    def _speaks(self, after: int) -> bool:
        """Whether the last of a list is the one who tells ("two people, deputies said")."""
        last = self.chunks[after - 1]
        return (
            self.letters[after - 2] == "," and last.after < len(self.words) and self.words[last.after].lower in _TELLS
        )

    def _denied(self, verb: Chunk, people: Sequence[Chunk]) -> bool:
        """Whether "any" stands under a "not" or "no"."""
        return verb.negated or bool(_NO.search(self._before(people[0].first)))

    def _report(
        self,
        verb: Chunk,
        people: Sequence[Chunk],
        parts: Sequence[Chunk],
        counts: Mapping[str, Count],
        start: int,
        before: str,
    ) -> Toll:
        after = max(chunk.after for chunk in (verb, *people, *parts))
        possible = verb.possible or bool(
            _POSSIBLE.search(before[-60:] + " ".join(w.lower for w in self.words[start : verb.first]))
        )
        zero = all(count.high == 0 for count in counts.values())
        denies = bool(_DENIES.search(before)) and not zero
        return Toll(
            start=self.words[start].start,
            end=self.words[after - 1].end,
            sentence=self.sentence.index,
            measure=verb.measure,
            counts=counts,
            stance="denies" if denies else "possible" if possible and not zero else "says",
            affiliation=next((chunk.affiliation for chunk in people if chunk.affiliation), ""),
            people=(self.words[people[0].first].start, self.words[people[-1].after - 1].end),
            names=tuple(chunk.name for chunk in people if chunk.name),
            definite=all(chunk.definite for chunk in people),
            additional=verb.additional or any(chunk.additional for chunk in people),
            bare=all(chunk.bare for chunk in people),
            cumulative=self.cumulative,
            aside=self.armed and bool(_ASIDE.search(before)),
            struck=verb.rule in _STRUCK,
            rule=verb.rule,
        )

    def _harm(self, match: re.Match[str]) -> Iterator[Toll]:
        """ "Two deaths", "no casualties among US troops"."""
        harm = self.chunks[match.start()]
        before = self._before(harm.first)
        if harm.count is None or (harm.negated and not _NO.search(before)):
            return
        if harm.measure == "captured" and harm.count.high == 0:
            return
        zero = harm.count.high == 0
        group, affiliation, after = harm.group, harm.affiliation, harm.after
        if match["whose"]:
            whose = self.chunks[match.end("whose") - 1]
            if whose.group != "total" or whose.affiliation:
                group, affiliation, after = whose.group, whose.affiliation, whose.after
        counts = {group: harm.count}
        if harm.bare and harm.rule != "event":
            without = _NO_HARM.search(before)
            if without:
                counts, zero = {group: Count(0, 0)}, True
            elif not _POSSIBLE.search(before[-60:]) and not _CAUSED.search(before):
                return
        if _AIMS.search(before[-40:]) and not zero and "possib" not in before[-40:]:
            return
        report = self._report(harm, [harm], [], counts, harm.first, before)
        yield replace(report, affiliation=affiliation, end=max(report.end, self.words[after - 1].end))

    def _total(self, match: re.Match[str]) -> Iterator[Toll]:
        """ "The death toll rose to 13", "from 11 to 13": the last figure stands."""
        toll = self.chunks[match.start("verb")]
        figure = self.chunks[match.start("last") if match["last"] else match.start("people")]
        if figure.count is not None and not figure.bare:
            before = self._before(toll.first)
            yield self._report(toll, [figure], [], _counts([figure], []), toll.first, before)


_LEADER = re.compile(
    r"\b(?:leader|commander|chief|emir|head|kingpin|mastermind)\s(?P<name>[A-Z][\w’'-]+(?:\s(?:al-|el-|bin\s|ibn\s)?[A-Z][\w’'-]+){1,3})"
)
_STRUCK = text.lexicon("shot shooting shoots shootings hit wounds hospital self hospitalized")
_PEOPLE = frozenset("PNODUpnodu")
_TELLS = text.lexicon("said say says told tell added reported")
_ASIDE = re.compile(lex.ASIDE, re.VERBOSE)
# Only where an armed group is spoken of: elsewhere a man linked to a killing is the news of that killing.
_ARMED_GROUP = re.compile(
    r"(?i:\b(?:insurgents?|militants?|militia|rebels?|guerrillas?|jihadists?|terrorists?|extremists?)\b)|Taliban|Qa[ei]da|ISIS|ISIL|Daesh"
)
_KNOWN = text.lexicon("the he she him they this his her that these those their")
_CUMULATIVE = re.compile(lex.CUMULATIVE, re.VERBOSE)
_POSSIBLE = re.compile(lex.POSSIBLE, re.VERBOSE)
_DENIES = re.compile(lex.DENIES, re.VERBOSE)
_AIMS = re.compile(lex.AIMS, re.VERBOSE)
_NO = re.compile(r"\b(?:not?|never|without|neither|nor|den(?:y|ies|ied|ying))\b|n't\b")
_ACCUSED = re.compile(
    r"\b(?:accus\w+|blamed|suspected|responsible|known|notorious|wanted) (?:\w+ ){0,3}?(?:of|for|in)\b"
)
_NO_HARM = re.compile(r"\b(?:no|without|free of|not (?:\w+ ){0,3}any|n't (?:\w+ ){0,3}any) (?:\w+ ){0,3}\Z")
_CAUSED = re.compile(r"\b(?:caus|inflict|suffer|sustain|result|report|tak|took|led to|were|was)\w* (?:\w+ ){0,2}\Z")


def _apart(listed: Sequence[Chunk]) -> list[Chunk]:
    """The people of a list, each once: "Ali Marwan, a driver" is one man."""
    people: list[Chunk] = []
    joined = ""
    for chunk in listed:
        if chunk.letter not in _PEOPLE:
            joined += chunk.letter
        elif chunk.count is not None:
            last = people[-1] if people else None
            if (
                last
                and joined == ","
                and last.count == chunk.count == Count(1, 1)
                and bool(last.name) != bool(chunk.name)
            ):
                named, other = (last, chunk) if last.name else (chunk, last)
                group = other.group if named.group == "total" else named.group
                people[-1] = replace(
                    named, group=group, first=last.first, after=chunk.after, definite=other.definite and named.definite
                )
            else:
                people.append(chunk)
            joined = ""
    return people


def _counts(people: Sequence[Chunk], parts: Sequence[Chunk]) -> dict[str, Count]:
    """The count of each group: one group alone, or a total and its parts."""
    counts: dict[str, Count] = {}
    if people[0].count == Count(0, 0):  # "no women or children"
        people = [people[0], *(replace(chunk, count=Count(0, 0)) for chunk in people[1:] if chunk.bare)]
    for chunk in people:
        if chunk.count is not None:
            group = chunk.group
            counts[group] = _plus(counts[group], chunk.count) if group in counts else chunk.count
    if len(people) > 1 and len(counts) > 1 and people[0].count != Count(0, 0):
        known = [chunk.count for chunk in people if chunk.count is not None]
        total = known[0]
        for count in known[1:]:
            total = _plus(total, count)
        counts = {"total": total} | {group: count for group, count in counts.items() if group != "total"}
    for chunk in parts:
        if chunk.count is not None and not chunk.bare and chunk.group not in ("total", *counts):
            counts[chunk.group] = chunk.count
    return counts


def _plus(one: Count, other: Count) -> Count:
    """Two counts added; a number and a word make the word: "a leader and several fighters" are several."""
    if one.word or other.word:
        return one if one.word else other
    low = one.least + other.least
    high = None if one.high is None or other.high is None else one.high + other.high
    return Count(low, high, one.approximate or other.approximate)
