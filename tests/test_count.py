"""How a number of people is written, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.count import GROUPS, WORDS, Count

WRITTEN = {
    "a number": ("13", Count(13, 13)),
    "at least": ("13+", Count(13, None)),
    "about": ("~20", Count(20, 20, approximate=True)),
    "about, or more": ("~20+", Count(20, None, approximate=True)),
    "a range": ("10-15", Count(10, 15)),
    "possibly one": ("0-1", Count(0, 1)),
    "up to": ("..15", Count(None, 15)),
    "none": ("0", Count(0, 0)),
    "the source's own word": ("dozens", Count(24, None, word="dozens")),
    "a word of two": ("a few", Count(1, None, word="a few")),
}


@pytest.mark.parametrize(("text", "count"), WRITTEN.values(), ids=WRITTEN.keys())
def test_written(text: str, count: Count) -> None:
    assert Count.parse(text) == count
    assert str(count) == text


REFUSED = [
    "", " ", "13 ", "03", "~007", "-1", "1.5", "13,000", "15-10", "10-10", "10-", "-10", "~", "+", "13++", "~~20", "..", "..~15",
    "10..15", "~10-15", "10-15+", "٣", "１３", "1e3", "0x10", "dozen", "Dozens", "unknown", "12345678", "13\n",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|is not a count"):
        Count.parse(text)


@pytest.mark.parametrize(("word", "least"), WORDS.items())
def test_a_word_has_a_least_that_only_sorts(word: str, least: int) -> None:
    assert Count.parse(word).least == least
    assert str(least) not in str(Count.parse(word))


def test_up_to_may_be_none() -> None:
    assert Count.parse("..15").least == 0


@given(st.from_regex(r"(~|\.\.)?\d{1,3}(\+|-\d{1,3})?", fullmatch=True))
def test_what_is_accepted_is_written_as_it_stood(text: str) -> None:
    try:
        count = Count.parse(text)
    except ValueError:
        return
    assert Count.parse(str(count)) == count


def test_groups_are_listed_once() -> None:
    assert len(set(GROUPS)) == len(GROUPS)
