"""Which words are a date, a time, a duration or a repetition, and which only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.extract import dates
from chronology.extract.dates import grammar, tokens

MENTIONS = [
    # words in a sentence of ours, the mentions in it
    ("They crossed the river on 26 October 2019.", ["26 October 2019"]),
    ("They crossed the river on October 26, 2019, at night.", ["October 26, 2019, at night"]),
    ("On the 3rd of May the bridge fell.", ["the 3rd of May"]),
    ("A clinic was hit on Feb. 28.", ["Feb. 28"]),
    ("On May 20 people fled.", ["May 20"]),
    ("In May 20 people fled.", ["May"]),
    ("A clinic was hit on 2022/02/03.", ["2022/02/03"]),
    ("A clinic was hit on 13/02/2022.", ["13/02/2022"]),
    ("The first strikes came in early March.", ["early March"]),
    ("The first strikes came in May and June.", ["May", "June"]),
    ("KABUL, Afghanistan (May 15)", ["May 15"]),
    ("The summit is on April 24 and 25.", ["April 24", "25"]),
    ("They were seen between 3 and 5 May.", ["between 3 and 5 May"]),
    ("They were seen between 30 April and 2 May 2016.", ["between 30 April and 2 May 2016"]),
    ("The raid on the night of 3-4 May failed.", ["the night of 3-4 May"]),
    ("Two days after the February 3 raid he fled.", ["Two days after the February 3"]),
    ("He was seen at around 1 a.m. on February 3.", ["around 1 a.m. on February 3"]),
    ("He was seen after 2:30 pm local time on Sunday.", ["after 2:30 pm local time on Sunday"]),
    ("He was seen on Sunday at 14:30.", ["Sunday at 14:30"]),
    ("In the early hours of Tuesday shots were heard.", ["In the early hours of Tuesday"]),
    ("Also on October 4 last year a village was hit.", ["October 4 last year"]),
    ("In July of that year the front moved.", ["July of that year"]),
    ("It began in the summer of 2014.", ["the summer of 2014"]),
    ("It began in the 1990s.", ["the 1990s"]),
    ("It began in the 20th century.", ["the 20th century"]),
    ("Shelling went on overnight.", ["overnight"]),
    ("The day before yesterday it rained.", ["The day before yesterday"]),
    ("The clashes lasted for three hours.", ["three hours"]),
    ("They meet every Friday.", ["every Friday"]),
    ("The siege, two and a half years long, ended on Monday.", ["two and a half years", "Monday"]),
]

NOTHING = [
    "We may march on the capital.",  # "We" is no Wednesday, "may" and "march" are verbs
    "The Sun reported it first; the Sat phone was found.",
    "It took a second attempt, and a third.",
    "May was her name.",
    "At least 13 people were killed, six of them children.",
    "Nearly 2000 people fled, 1500 of them children.",
    "The 25-year-old was hit; his father, 52 years old, was not.",
    "It cost $2016 and 20.5 percent of 1,990 tons.",
    "They flew an F-16 from Room 101 to 10 Downing Street.",
    "He voted 24/7 for a 2/3 majority after 9/11.",
    "A 1st Infantry officer wrote version 2.0.1 of it.",
    "Three-quarters of the town was destroyed.",
    "Call +963 11 4455.",
]


@pytest.mark.parametrize(("sentence", "words"), MENTIONS, ids=[row[0] for row in MENTIONS])
def test_a_mention_is_the_longest_that_belongs_together(sentence: str, words: list[str]) -> None:
    assert [sentence[mention.start : mention.end] for mention in dates.find(sentence)] == words


@pytest.mark.parametrize("sentence", NOTHING)
def test_numbers_names_and_verbs_are_no_dates(sentence: str) -> None:
    assert [sentence[mention.start : mention.end] for mention in dates.find(sentence)] == []


@pytest.mark.parametrize("rule", grammar.RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_every_rule_reads_its_example(rule: grammar.Rule) -> None:
    before, _, rest = rule.example.partition("[")
    words, _, after = rest.partition("]")
    line = tokens.read(before + words + after)
    read = [(line.starts[a.first], line.ends[a.last - 1], a.rule) for a in grammar.find(line)]
    assert (len(before), len(before + words), rule.name) in read


TYPES = [
    ("three hours", "DURATION", "PT3H"),
    ("at least 20 more years", "DURATION", "P20Y"),
    ("a couple of years", "DURATION", "P2Y"),
    ("two and a half years", "DURATION", "P2Y6M"),
    ("2 1/2 years", "DURATION", "P2Y6M"),
    ("half an hour", "DURATION", "PT30M"),
    ("three dozen days", "DURATION", "P36D"),
    ("several weeks", "DURATION", "PXW"),
    ("the past decade", "DURATION", "P10Y"),
    ("every Friday", "SET", "XXXX-WXX-5"),
    ("every two weeks", "SET", "P2W"),
    ("daily", "SET", "P1D"),
    ("currently", "DATE", "PRESENT_REF"),
    ("a few years ago", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("words", "kind", "value"), TYPES, ids=[row[0] for row in TYPES])
def test_durations_and_repetitions_have_classes_of_their_own(words: str, kind: str, value: str) -> None:
    (mention,) = dates.find(f"They saw it {words}.")
    assert (mention.type, mention.value) == (kind, value)


@given(st.text(alphabet=" 0123456789.,/-:'\n()$%adeglmnoprstuyAFJMSOW", max_size=80))
def test_mentions_are_in_order_inside_the_text_and_disjoint(text: str) -> None:
    ends = [0]
    for mention in dates.find(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)


FRAGMENTS = [
    " 1",
    "May ",
    "1 a",
    "12-",
    "on on ",
    "1.",
    "$1",
    "'",
    "\n ",
    "last ",
    "between 3 and ",
    "twenty-",
    "p.m.",
    "A",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_nonsense_names_no_date(fragment: str) -> None:
    assert dates.find(fragment * 1000) == ()


@pytest.mark.parametrize("fragment", [" 1", "1,000"])
def test_200_kilobytes_of_nonsense_are_read(fragment: str) -> None:
    text = fragment * (200_000 // len(fragment))
    assert dates.find(text) == ()
    assert dates.publication(text) is None
