"""An article's own leading figure for an incident, where it tells the toll piece by piece."""

from collections.abc import Sequence

from chronology.count import AGES, SIDES, WORDS, Count
from chronology.extract.text import lexicon
from chronology.extract.tolls import Toll


def leading(tolls: Sequence[Toll], measure: str) -> Count | None:
    """The figure for one measure that the tolls of one incident, in the order of the text, lead with.

    The first that counts people not spoken of before stands; "injured" leaves out those of the injured who died.
    """
    said = [toll for toll in tolls if toll.stance == "says" and not toll.cumulative and not toll.aside]
    if measure == "injured":
        return _injured(said)
    if measure == "killed":
        return _killed(said)
    stated = [toll for toll in said if toll.measure == measure]
    return _joined(stated) if measure == "captured" else _whole(_first(stated))


# What is told of the dead this many sentences after the injured is most often another attack.
_FAR = 5
_FAR_KNOWN = 12
# A person known already, this many sentences before the first count, is who the article is about.
_LONG_BEFORE = 8
_DEAD = lexicon("dead died dies die deceased event")
_STRUCK_BY = lexicon("shot shooting shoots hit")


def _killed(said: Sequence[Toll]) -> Count | None:
    dead = [toll for toll in said if toll.measure == "killed"]
    first = _first(dead)
    if first is None:
        return None
    hurt = [toll for toll in said if toll.measure == "injured" and _least(toll) > 0]
    limit = _FAR_KNOWN if first.definite else _FAR
    alone = _least(first) == 1 and not any(toll.sentence < first.sentence for toll in dead)
    if hurt and alone and first.sentence - hurt[0].sentence > limit:
        return None
    whole = _whole(first)
    by_own_hand = any(toll.rule == "self" and toll is not first for toll in dead)
    if whole and by_own_hand and first.rule not in _DEAD and first.rule != "self":
        return _plus(whole, 1)  # who killed others and himself is counted with them
    return whole


def _injured(said: Sequence[Toll]) -> Count | None:
    killed = _killed(said)
    dead = killed.least if killed else 0
    hurt = [toll for toll in said if toll.measure == "injured" and (_numbered(toll) or not toll.bare)]
    told = [toll for toll in hurt if not _may_have_died(toll) and not toll.definite and _least(toll) > 0]
    struck = [toll for toll in hurt if _may_have_died(toll)]
    several = [toll for toll in struck if _least(toll) > 1 and not toll.definite]
    if several and (
        not told or (several[0].sentence <= told[0].sentence and _least(told[0]) == 1 <= _least(several[0]) - dead)
    ):
        whole = _whole(several[0])
        survivors = several[0].rule in _STRUCK_BY and not several[0].additional and _least(several[0]) >= dead
        return _plus(whole, -dead) if whole and survivors and not whole.word else whole
    if told:
        return _whole(told[0])
    if dead == 0:
        return _whole(next((toll for toll in hurt if _least(toll) > 0), None)) or _whole(hurt[0] if hurt else None)
    groups = {group for toll in said if toll.measure == "killed" for group in toll.counts}
    for toll in struck:
        other = "total" not in groups and not groups & {*toll.counts, "total"} and "total" not in toll.counts
        if not toll.definite and (toll.additional or toll.rule == "condition" or other):
            return _whole(toll)
    return next((_whole(toll) for toll in hurt if _least(toll) == 0 and _numbered(toll)), None)


def _joined(captured: Sequence[Toll]) -> Count | None:
    """The first figure and whom the article counts on top of it: "another two", or others in the same sentence."""
    total: Count | None = None
    last: Toll | None = None
    for toll in captured:
        whole = _whole(toll)
        if whole is None or toll.definite or (toll.bare and total):
            continue
        if total is None or last is None or (total.word and not whole.word):
            total = whole
        elif toll.additional or (set(toll.counts) != set(last.counts) and "total" not in {*toll.counts, *last.counts}):
            total = _plus(total, whole.least) if not whole.word else whole
        elif len(toll.counts) > 1 and whole.least > total.least:
            total = whole  # "the leader and two of his men"
        else:
            continue
        last = toll
    return total or _whole(_first(captured))


def _first(stated: Sequence[Toll]) -> Toll | None:
    """The first figure of people who weren't spoken of before; else of any, numbers before words."""
    numbers = [toll for toll in stated if _numbered(toll)]
    new = [toll for toll in numbers if not toll.definite and not toll.additional]
    stated = [toll for toll in stated if toll.rule != "among"] or stated  # "among the dead were" counts some of them
    words = [toll for toll in stated if not toll.bare and not toll.definite and not _numbered(toll)]
    first = next(iter(new), None)
    if words and (first is None or (words[0].sentence <= first.sentence and _least(first) == 1)):
        return words[0]
    if numbers and (
        first is None or (first.sentence - numbers[0].sentence > _LONG_BEFORE and _least(numbers[0]) <= _least(first))
    ):
        return numbers[0]
    return first or next((toll for toll in stated if toll.rule == "event"), None) or next(iter(stated), None)


def _numbered(toll: Toll) -> bool:
    return not toll.bare and all(count.word is None for count in toll.counts.values())


def _may_have_died(toll: Toll) -> bool:
    return toll.struck or toll.rule == "condition"


def _least(toll: Toll | None) -> int:
    whole = _whole(toll)
    return whole.least if whole else 0


def _whole(toll: Toll | None) -> Count | None:
    """All whom a report counts: its total, or the sum of groups that exclude each other, or its largest group."""
    if toll is None:
        return None
    if "total" in toll.counts:
        return toll.counts["total"]
    sums = []
    for groups in (SIDES, AGES):
        counts = [toll.counts[group] for group in groups if group in toll.counts]
        if counts:
            total = counts[0]
            for count in counts[1:]:
                total = Count(
                    total.least + count.least,
                    None if None in (total.high, count.high) else (total.high or 0) + (count.high or 0),
                    total.approximate or count.approximate,
                )
            sums.append(total)
    return (
        max([*sums, *toll.counts.values()], key=lambda count: count.least)
        if not sums
        else max(sums, key=lambda count: count.least)
    )


def _plus(count: Count, more: int) -> Count:
    if count.word:
        return Count(WORDS[count.word], None, word=count.word)
    low = None if count.low is None else count.low + more
    return Count(low, None if count.high is None else count.high + more, count.approximate)
