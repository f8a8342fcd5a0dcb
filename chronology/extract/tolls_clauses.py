"""What the clauses of a sentence report: templates over the letters of `tolls_chunks`, and the words that decide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from chronology.count import Count
from chronology.extract import text, tolls_counts
from chronology.extract import tolls_words as lex
from chronology.extract.text import Sentence, Word
from chronology.extract.tolls_counts import PEOPLE
from chronology.extract.tolls_line import NONE, Chunk, Toll


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole article tells: its leaders, the parts of full names in it, whether it speaks of an armed group."""

    leaders: frozenset[str]
    names: frozenset[str]
    armed: bool


_ONE = "[PNODUpnodu]"
_ITEM = "[PNODU]"
_LIST = rf"{_ITEM}(?:,?[,;&]{_ITEM}(?![x,]{{0,2}}[kcKVJ]))*"
_SUBJECTS = rf"{_ITEM}(?:,?[,&]{_ITEM})*"
_PARTS = rf"(?:[,;]?\(?I(?:[Dd](?=[PNOU]))?(?P<parts>{_ONE}(?:,?[,&]{_ONE})*)\)?)?"

# "killed 13 people, including two women"
_ACTIVE = re.compile(rf"(?P<verb>[GA]|K(?!N[JK]))(?P<people>{_LIST}){_PARTS}")
# "the deaths of 13 people"
_OF = re.compile(rf"(?P<verb>T)x?(?P<people>{_ONE}(?:,?[,&]{_ITEM}(?![x,]{{0,2}}[kcKVJ]))*){_PARTS}")
# "also killed in the raid were 13 people", "among the dead were 13 people"
_INVERTED = re.compile(rf"(?P<verb>[KV])[xrpdn,]{{0,6}}c(?P<people>{_ONE}(?:,?[,&]{_ITEM})*){_PARTS}")
# "13 people, including two women, were killed"
_PASSIVE = re.compile(rf"(?P<people>{_SUBJECTS}){_PARTS}(?P<gap>[xrcpnodu,;()WI&]{{0,14}}?)(?P<verb>[kVJ])(?!{_ITEM}K)")
# "13 people killed in a raid", "left 13 dead"
_REDUCED = re.compile(rf"(?P<people>{_SUBJECTS}|[pnou]){_PARTS},?x?(?P<verb>[KJ])(?!{_ITEM}(?![JK]))")
# "two deaths", "no casualties among the troops"
_HARM = re.compile(r"M(?:x{0,4}[rI](?P<whose>[pdnoPD]))?")
# "two of the dead were civilians"
_OF_THE_DEAD = re.compile(r"(?P<part>[Dd])cx?(?P<group>[PDpd])")
# "the death toll rose from 11 to 13"
_TOLL = re.compile(r"(?P<verb>Q)[^;]{0,8}?(?:r|c)x?(?P<figure>[NnPp])(?:r(?P<last>[NnPp]))?" + _PARTS)


class Clauses:
    """One sentence, respelled, and what its clauses report."""

    def __init__(
        self, sentence: Sentence, words: Sequence[Word], lower: str, chunks: Sequence[Chunk], known: Known
    ) -> None:
        self.sentence, self.words, self.lower, self.chunks, self.known = sentence, words, lower, chunks, known
        self.letters = "".join("x" if self._no_person(n, chunk) else chunk.letter for n, chunk in enumerate(chunks))
        self.cumulative = bool(_CUMULATIVE.search(lower) or (_PERIOD.search(lower) and not _EVENT.search(lower)))
        self.raised = bool(_RAISED.search(lower))
        self.used: set[int] = set()
        self.objects: set[int] = set()
        self.subjects: dict[int, tuple[int, int, int, int]] = {}

    def tolls(self) -> Iterator[Toll]:
        """The reports, clause template by clause template; each predicate is read once."""
        for pattern in (_ACTIVE, _OF, _INVERTED, _PASSIVE, _REDUCED):
            for match in pattern.finditer(self.letters):
                verb = match.start("verb")
                if verb in self.used or self._mismatched(pattern, match):
                    continue
                self.used.add(verb)
                where = (*match.span("people"), *match.span("parts"))
                if pattern in (_PASSIVE, _REDUCED):
                    where = (self._past_objects(*where[:2]), *where[1:])
                if pattern is _PASSIVE:
                    self.subjects[verb] = where
                else:
                    self.objects.update(range(*where[:2]))
                yield from self._toll(verb, where, deadly=pattern is _ACTIVE and self._deadly(match.end()))
        yield from self._shared_subjects()
        for n, chunk in enumerate(self.chunks):
            if chunk.measure and chunk.letter in "Pp" and not chunk.bare:  # "two wounded men"
                yield from self._toll(n, (n, n + 1, -1, -1))
        for match in _HARM.finditer(self.letters):
            yield from self._harm(match)
        for match in _OF_THE_DEAD.finditer(self.letters):
            yield from self._of_the_dead(match)
        matches = list(_TOLL.finditer(self.letters))
        for match in matches or self._raised_to():
            yield from self._death_toll(match)

    def _toll(self, verb_at: int, where: tuple[int, int, int, int], deadly: bool = False) -> Iterator[Toll]:
        """The report of a predicate and the people at where[:2], parts of them at where[2:], unless the words forbid it."""
        verb = self.chunks[verb_at]
        if deadly:
            verb = replace(verb, measure="killed", rule="to death")
        first, after, *parted = where
        if after - first > 1 and self._speaks(after):
            after -= 2
        people = [
            replace(chunk, group="leaders") if chunk.name in self.known.leaders else chunk
            for chunk in tolls_counts.apart(self.chunks[first:after])
        ]
        parts = [chunk for chunk in self.chunks[slice(*parted)] if chunk.letter in PEOPLE] if parted[0] >= 0 else []
        if not people or verb.hypothetical or not self._affirmed(verb, people):
            return
        if verb.rule in lex.OF_THINGS_TOO and any(chunk.letter in "NnUu" for chunk in people):
            return  # "executed numerous attacks"
        counts = tolls_counts.of(people, parts)
        start = min(people[0].first, verb.first)
        if not counts or _none_captured(verb.measure, counts) or self._aimed_at(verb, people, start):
            return
        if _NOT_SAID.search(self._before(start)) or (self.raised and _OF_WOUNDS.search(self.lower)):
            return
        if verb.rule == "among" and "total" in counts:  # there may be more
            counts["total"] = replace(counts["total"], high=None)
        yield self._report(verb, people, parts, counts, start)

    def _report(
        self, verb: Chunk, people: Sequence[Chunk], parts: Sequence[Chunk], counts: Mapping[str, Count], start: int
    ) -> Toll:
        after = max(chunk.after for chunk in (verb, *people, *parts))
        before = self._before(start)
        possible = _POSSIBLE.search(before[-60:] + " ".join(word.lower for word in self.words[start : verb.first]))
        zero = all(count.high == 0 for count in counts.values())
        stance = "denies" if self._denied(before) else "possible" if verb.possible or possible else "says"
        return Toll(
            start=self.words[start].start,
            end=self.words[after - 1].end,
            sentence=self.sentence.index,
            measure=verb.measure,
            counts=counts,
            stance="says" if zero else stance,
            affiliation=next((chunk.affiliation for chunk in people if chunk.affiliation), ""),
            people=(self.words[people[0].first].start, self.words[people[-1].after - 1].end),
            names=tuple(chunk.name for chunk in people if chunk.name),
            definite=all(chunk.definite for chunk in people),
            additional=verb.additional or any(chunk.additional for chunk in people),
            bare=all(chunk.bare for chunk in people),
            cumulative=self.cumulative,
            aside=self.known.armed and bool(_ASIDE.search(before)),
            struck=verb.rule in lex.STRUCK and not any(chunk.letter in "Oo" for chunk in people),
            rule=verb.rule,
        )

    def _denied(self, before: str) -> bool:
        """Whether a denial governs what follows: none that "and said" has ended."""
        denial = _DENIES.search(before)
        return denial is not None and not _ASSERTS.search(before, denial.end())

    def _before(self, word: int) -> str:
        """What the sentence says right before a word, in lower case."""
        at = self.words[word].start - self.sentence.start
        return self.lower[max(0, at - 400) : at]

    # -- what the letters can't tell -----------------------------------------------------------------

    def _no_person(self, at: int, chunk: Chunk) -> bool:
        """Whether one capitalised word, which no full name in the article has, may be no person; who is killed is one."""
        if not chunk.name or " " in chunk.name or chunk.group != "total" or chunk.name in self.known.names:
            return False
        return not (at and self.chunks[at - 1].letter in "GKAT")

    def _mismatched(self, pattern: re.Pattern[str], match: re.Match[str]) -> bool:
        """Whether a clause fits the letters but not the words."""
        verb, first = self.chunks[match.start("verb")], self.chunks[match.start("people")]
        if pattern is _INVERTED:
            return verb.letter == "V" and verb.rule != "among"
        if pattern is _REDUCED and verb.letter == "K" and first.letter == "D" and first.definite:
            known = first.name or self.words[first.first].lower in _KNOWN
            following = self.words[verb.after].lower if verb.after < len(self.words) else ""
            return bool(known) and (verb.rule == "shot" or following not in ("by", "in", "during", "dead"))
        if pattern is _PASSIVE and first.letter in "NO" and match.end("people") - match.start("people") == 1:
            return len(match["gap"]) > 4 or (first.letter == "N" and bool(match["gap"].strip("xc")))
        if pattern is _PASSIVE and ";" in match["gap"]:
            return match["gap"].count(";") != (
                1 if match["parts"] else 2
            )  # "13 people - among them a child - were killed"
        return pattern is _ACTIVE and first.letter == "D" and first.count is None

    def _past_objects(self, first: int, after: int) -> int:
        """Where a list of subjects begins, past those who are the object of another verb."""
        begin = first
        for n in range(first, after):
            if self.letters[n] in PEOPLE and n in self.objects and any(m not in self.objects for m in range(n, after)):
                begin = n + 1
        return begin

    def _shared_subjects(self) -> Iterator[Toll]:
        """ "Was shot and died": a predicate without people of its own has those of the one before it."""
        last: tuple[int, int, int, int] | None = None
        for n, letter in enumerate(self.letters):
            if letter in "kV" and n in self.subjects:
                last = self.subjects[n]
            elif letter in PEOPLE or letter == ";":
                last = None
            elif letter in "kV" and n not in self.used and last:
                self.used.add(n)
                yield from self._toll(n, last)

    def _deadly(self, after: int) -> bool:
        """ "Shot his brother dead", "beat two men to death"."""
        if after < len(self.chunks) and self.chunks[after].letter == "J" and self.chunks[after].measure == "killed":
            self.used.add(after)
            return True
        return [word.lower for word in self.words[self.chunks[after - 1].after :][:2]] == ["to", "death"]

    def _speaks(self, after: int) -> bool:
        """Whether the last of a list is the one who tells ("two people, deputies said")."""
        last = self.chunks[after - 1].after
        return self.letters[after - 2] == "," and last < len(self.words) and self.words[last].lower in _TELLS

    def _affirmed(self, verb: Chunk, people: Sequence[Chunk]) -> bool:
        """Whether it is said to be so: no "not", unless it makes "any" a none."""
        if any(chunk.negated for chunk in people):
            return verb.negated or bool(_NO.search(self._before(people[0].first)))
        return not verb.negated

    def _aimed_at(self, verb: Chunk, people: Sequence[Chunk], start: int) -> bool:
        """Whether it was only aimed at, threatened, or what somebody is generally accused of."""
        if len(people) == 1 and people[0].bare and _ACCUSED.search(self._before(start)):
            return True
        if verb.letter not in "GATK" or any(chunk.negated for chunk in people):
            return False
        return bool(_AIMS.search(self._before(verb.first)[-40:]))

    # -- nouns ---------------------------------------------------------------------------------------

    def _harm(self, match: re.Match[str]) -> Iterator[Toll]:
        """ "Two deaths", "no casualties among US troops"."""
        harm = self.chunks[match.start()]
        before = self._before(harm.first)
        if _NOT_SAID.search(before) or harm.count is None or (harm.negated and not _NO.search(before)):
            return
        count = harm.count
        if harm.bare and harm.rule != "event":
            if _NO_HARM.search(before):
                count = NONE
            elif not _POSSIBLE.search(before[-60:]) and not _CAUSED.search(before):
                return
        whose = self.chunks[match.end("whose") - 1] if match["whose"] else harm
        whose = whose if whose.group != "total" or whose.affiliation else harm
        own = harm.measure == "killed" and _LEFT_BEHIND.search(before)
        counts = {"attackers" if own and own["whose"] not in lex.GROUPS_OF_FIGHTERS else whose.group: count}
        if own and own["whose"] in lex.GROUPS_OF_FIGHTERS:
            counts = {"fighters": count}
        aimed = count != NONE and _AIMS.search(before[-40:]) and "possib" not in before[-40:]
        if not aimed and not _none_captured(harm.measure, counts):
            report = self._report(harm, [harm], [], counts, harm.first)
            end = max(report.end, self.words[whose.after - 1].end)
            yield replace(report, affiliation=whose.affiliation, end=end)

    def _of_the_dead(self, match: re.Match[str]) -> Iterator[Toll]:
        """ "Two of the dead were civilians": the part of one group, which tells nothing of the whole."""
        part, group = self.chunks[match.start("part")], self.chunks[match.start("group")]
        whose = _DEAD_OR_HURT.get(self.words[part.after - 1].lower)
        several = part.after - part.first > 2 and part.count is not None and group.group != "total"
        if whose and several and part.count is not None and not (group.negated or group.name):
            yield self._report(
                replace(part, measure=whose, rule="among"),
                [replace(part, definite=False)],
                [group],
                {group.group: part.count},
                part.first,
            )

    def _raised_to(self) -> Iterator[re.Match[str]]:
        """ "The toll from a strike on a market in Harran rose to 13": the figure stands far behind."""
        for match in _FAR_TOLL.finditer(self.letters) if self.raised else ():
            first = self.chunks[match.start("figure")].first
            if self.words[first - 1].lower == "to" and self.words[first - 2].lower in _ROSE:
                yield match

    def _death_toll(self, match: re.Match[str]) -> Iterator[Toll]:
        """ "The death toll rose to 13", "from 11 to 13": the last figure stands."""
        toll = self.chunks[match.start("verb")]
        figure = self.chunks[match.start("last") if match["last"] else match.start("figure")]
        if figure.count is not None and not figure.bare:
            parts = (
                [chunk for chunk in self.chunks[slice(*match.span("parts"))] if chunk.letter in PEOPLE]
                if match["parts"]
                else []
            )
            yield self._report(toll, [figure], parts, tolls_counts.of([figure], parts), toll.first)


def _none_captured(measure: str, counts: Mapping[str, Count]) -> bool:
    """ "No arrests have been made" is no figure of an attack."""
    return measure == "captured" and all(count.high == 0 for count in counts.values())


_KNOWN = text.lexicon("the he she him they this his her that these those their")
_TELLS = text.lexicon("said say says told tell added reported")
_CUMULATIVE = re.compile(lex.CUMULATIVE, re.VERBOSE)
_POSSIBLE = re.compile(lex.POSSIBLE, re.VERBOSE)
_ASSERTS = re.compile(lex.ASSERTS, re.VERBOSE)
_NOT_SAID = re.compile(lex.NOT_SAID, re.VERBOSE)
_PERIOD = re.compile(lex.PERIOD, re.VERBOSE)
_EVENT = re.compile(lex.EVENT)
_FAR_TOLL = re.compile(rf"(?P<verb>Q)[^;]{{9,40}}?rx?(?P<figure>[NnPp])(?P<last>(?!))?{_PARTS}")
_ROSE = text.lexicon("rose rises risen climbed increased jumped")
_DEAD_OR_HURT = {"dead": "killed", "killed": "killed", "injured": "injured", "wounded": "injured", "missing": "missing"}
# "the attackers left behind three bodies": their own
_LEFT_BEHIND = re.compile(
    r"\b(?P<whose>attackers|assailants|raiders|militants|insurgents|rebels|fighters)\b[^.;]{0,40}\b(?:left|leaving) behind (?:\w+ ){0,2}\Z"
)
# "the toll rose to 27 after four people died of their wounds": the four are among the 27
_RAISED = re.compile(r"\btoll\b[^;]{0,120}\b(?:rose|rises|risen|climbed|increased|went up|jumped) to\b")
_OF_WOUNDS = re.compile(
    r"\b(?:after|when|as) [^;]{0,60}\b(?:died|succumbed|dead)\b[^;]{0,12}\b(?:of|from|to|in) (?:\w+ ){0,2}?(?:wounds|injuries|hospital)\b"
)
_DENIES = re.compile(lex.DENIES, re.VERBOSE)
_AIMS = re.compile(lex.AIMS, re.VERBOSE)
_ASIDE = re.compile(lex.ASIDE, re.VERBOSE)
_ACCUSED = re.compile(lex.ACCUSED, re.VERBOSE)
_NO = re.compile(r"\b(?:not?|never|without|neither|nor|den(?:y|ies|ied|ying))\b|n't\b")
_NO_HARM = re.compile(r"\b(?:no|without|free of|not (?:\w+ ){0,3}any|n't (?:\w+ ){0,3}any) (?:\w+ ){0,3}\Z")
_CAUSED = re.compile(r"\b(?:caus|inflict|suffer|sustain|result|report|tak|took|led to|were|was)\w* (?:\w+ ){0,2}\Z")
