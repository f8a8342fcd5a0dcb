"""What a date means: what it hangs on, how sure that is, and that nothing is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology import edtf
from chronology.extract import dates

TUESDAY = date(2017, 1, 10)

NEWS = [
    # sentence, published on Tuesday 10 January 2017: words, date, time
    ("a weekday is the last such day before publication", "They died on Sunday.", "Sunday", "2017-01-08", None),
    ("a weekday is the day of publication itself", "They died on Tuesday.", "Tuesday", "2017-01-10", None),
    ("a weekday is ahead after a word that says so", "The council will meet on Friday.", "Friday", "2017-01-13", None),
    ("a weekday is ahead with until", "The road is closed until Friday.", "Friday", "2017-01-13", None),
    ("a possessive looks back", "The mayor defended Friday's curfew.", "Friday", "2017-01-06", None),
    ("may have been looks back", "He may have been killed on Friday.", "Friday", "2017-01-06", None),
    ("last before a weekday", "They died last Tuesday.", "last Tuesday", "2017-01-03", None),
    ("this coming", "They vote this coming Sunday.", "this coming Sunday", "2017-01-15", None),
    ("a date without a year is the nearest", "They were killed on December 20.", "December 20", "2016-12-20", None),
    ("done on a date is never ahead", "They were killed on January 20.", "January 20", "2016-01-20", None),
    ("the weekday beside it settles the year", "A strike on Friday, March 4 hit it.", "Friday, March 4", "2016-03-04", None),
    ("a month without a year", "They were killed in October.", "October", "2016-10", None),
    ("last before a month", "They fled last January.", "last January", "2016-01", None),
    ("last year", "He was freed last year.", "last year", "2016", None),
    ("a day of last year", "He was freed on 4 October last year.", "4 October last year", "2016-10-04", None),
    ("yesterday", "He was freed yesterday.", "yesterday", "2017-01-09", None),
    ("last night is one of two days", "He was freed last night.", "last night", "2017-01-09/2017-01-10", "night"),
    ("overnight is one of two days", "He was freed overnight.", "overnight", "2017-01-09/2017-01-10", "night"),
    ("an hour of last night", "He was freed last night at 11:30 p.m.", "last night at 11:30 p.m.", "2017-01-09", "23:30"),
    ("an hour of last night that was today", "He was freed at 2 a.m. last night.", "2 a.m. last night", "2017-01-10", "02:00"),
    ("overnight on a day", "He was freed overnight on Sunday.", "overnight on Sunday", "2017-01-08", "night"),
    ("an hour with a stop", "He was freed at 2.30 pm on Sunday.", "2.30 pm on Sunday", "2017-01-08", "14:30"),
    ("this week is over on the day of writing", "He was freed this week.", "this week", "2017-01-09/2017-01-10", None),
    ("last week", "He was freed last week.", "last week", "2017-01-02/2017-01-08", None),
    ("the weekend is over", "He was freed over the weekend.", "the weekend", "2017-01-07/2017-01-08", None),
    ("three days ago", "He was freed three days ago.", "three days ago", "2017-01-07", None),
    ("two weeks ago is no day", "He was freed two weeks ago.", "two weeks ago", "2016-12-26/2017-01-01", None),
    ("around a day", "He was freed around December 20.", "December 20", "2016-12-20~", None),
    ("a weekday that is wrong is uncertain", "It was Monday, 3 January 2017.", "Monday, 3 January 2017", "2017-01-03?", None),
    ("an early hour", "It was hit at 2:08 a.m. on Sunday.", "2:08 a.m. on Sunday", "2017-01-08", "02:08"),
    ("shortly after", "It was hit shortly after midnight on Sunday.", "shortly after midnight on Sunday", "2017-01-08", "~00:00"),
    ("from one hour to another", "It was hit between 2 and 3 a.m. on Sunday.", "between 2 and 3 a.m. on Sunday", "2017-01-08", "02:00/03:00"),
    ("before an hour", "It was hit before 6 a.m. on Sunday.", "before 6 a.m. on Sunday", "2017-01-08", "../06:00"),
    ("four digits", "It was hit at 0230 local time on Sunday.", "0230 local time on Sunday", "2017-01-08", "02:30"),
    ("a part of the day", "It was hit on Sunday morning.", "Sunday morning", "2017-01-08", "morning"),
    ("dawn", "It was hit at dawn on Sunday.", "dawn on Sunday", "2017-01-08", "dawn"),
    ("an hour in another zone is no local time", "It was hit at 02:30 GMT on Sunday.", "02:30 GMT on Sunday", "2017-01-08", None),
    ("an hour that may be morning or evening", "It was hit at 8 o'clock on Sunday.", "8 o'clock on Sunday", "2017-01-08", None),
    ("an evening hour", "It was hit at 8 o'clock in the evening on Sunday.", "8 o'clock in the evening on Sunday", "2017-01-08", "20:00"),
    ("thanksgiving", "He was freed on Thanksgiving.", "Thanksgiving", "2016-11-24", None),
    ("christmas eve", "He was freed on Christmas Eve.", "Christmas Eve", "2016-12-24", None),
    ("day first, for the other isn't past", "It was dated 09/01/2017.", "09/01/2017", "2017-01-09", None),
    ("numbers that can be two days", "It was dated 03/02/2016.", "03/02/2016", "2016-02-03/2016-03-02", None),
    ("winter spans two years", "It was the winter of 2014.", "the winter of 2014", "2014/2015", None),
    ("a decade", "It was in the 1990s.", "the 1990s", "1990/1999", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf", "time"), [row[1:] for row in NEWS], ids=[row[0] for row in NEWS])
def test_in_news(sentence: str, words: str, edtf: str, time: str | None) -> None:
    (found,) = [d for d in dates.resolve(dates.find(sentence), TUESDAY, sentence) if d.text == words]
    assert (str(found.edtf), found.time) == (edtf, time)


def test_a_date_knows_what_it_hangs_on() -> None:
    text = "On Sunday he fled. Two days later he was seen. He had come on 3 May 2016."
    found = dates.resolve(dates.find(text), TUESDAY, text)
    assert [(str(d.edtf), d.basis, d.anchor) for d in found] == [
        ("2017-01-08", "publication", "publication 2017-01-10"),
        ("2017-01-10", "narrative", "narrative 2017-01-08"),
        ("2016-05-03", "explicit", None),
    ]


NOT_AN_EVENT = [
    "They have bombed it since September 2014.",
    "The clashes lasted three hours.",
    "They march every Friday.",
    "The town is closed until Friday.",
    "They now hold it.",
]


@pytest.mark.parametrize("sentence", NOT_AN_EVENT)
def test_nothing_happens_on_it(sentence: str) -> None:
    (found,) = dates.resolve(dates.find(sentence), TUESDAY, sentence)
    assert not found.dates_an_event


OPEN = [
    # nothing is known of the publication: date, TIMEX3 value
    ("They died on Sunday.", None, "XXXX-WXX-7"),
    ("They died yesterday.", None, "XXXX-XX-XX"),
    ("They died on 4 October.", "XXXX-10-04", "XXXX-10-04"),
    ("They died on October 4 last year.", "XXXX-10-04", "XXXX-10-04"),
    ("They died in October.", "XXXX-10", "XXXX-10"),
    ("They died last month.", None, "XXXX-XX"),
]


@pytest.mark.parametrize(("sentence", "edtf", "value"), OPEN, ids=[row[0] for row in OPEN])
def test_without_an_anchor_nothing_is_guessed(sentence: str, edtf: str | None, value: str) -> None:
    (found,) = dates.resolve(dates.find(sentence), None, sentence)
    assert (found.edtf and str(found.edtf), found.value, found.basis) == (edtf, value, "open")


BOUNDED = [
    # the article was published on 8 December 2016 (a Thursday) or later
    ("They died on Sunday", "2016-12-04/.."),
    ("They died on Thursday", "2016-12-08/.."),
    ("They died yesterday", "2016-12-07/.."),
    ("They died three days ago", "2016-12-05/.."),
    ("They died last month", "2016-11-01/.."),
]


@pytest.mark.parametrize(("sentence", "edtf"), BOUNDED, ids=[row[0] for row in BOUNDED])
def test_what_the_text_dates_bounds_what_it_leaves_open(sentence: str, edtf: str) -> None:
    text = f"{sentence}. Others were killed on December 8, 2016, and a trial will open on 3 March 2018."
    first, *_ = dates.resolve(dates.find(text), None, text)
    assert (str(first.edtf), first.basis, first.anchor) == (edtf, "open", "published on or after 2016-12-08")


def test_a_day_that_is_written_out_elsewhere_has_its_year() -> None:
    text = "On June 20 a car was hit. Photo: the car, June 20, 2023. On June 21 another was hit."
    found = dates.resolve(dates.find(text), None, text)
    assert [(str(d.edtf), d.basis) for d in found] == [
        ("2023-06-20", "narrative"),
        ("2023-06-20", "explicit"),
        ("XXXX-06-21", "open"),
    ]


NARRATIVE = """The first shots fell on 4 May 1934. On 6 May the garrison gave up. The next day the town was empty.
In December the rebels came back; in January 1935 they were beaten, and on 9 February their leader was taken.

A second rising began on 2 March 1936. It was put down that same month. By the end of the year nobody spoke of it.
The trial opened in June 1937. In August eleven men were shot. An amnesty followed on 3 April 1939."""


@pytest.mark.parametrize(
    "published", [date(2009, 12, 19), None], ids=["published in 2009", "published nobody knows when"]
)
def test_a_narrative_hangs_on_itself(published: date | None) -> None:
    found = dates.resolve(dates.find(NARRATIVE), published, NARRATIVE)
    assert [(d.text, str(d.edtf)) for d in found] == [
        ("4 May 1934", "1934-05-04"),
        ("6 May", "1934-05-06"),
        ("The next day", "1934-05-07"),
        ("December", "1934-12"),
        ("January 1935", "1935-01"),
        ("9 February", "1935-02-09"),
        ("2 March 1936", "1936-03-02"),
        ("that same month", "1936-03"),
        ("the end of the year", "1936"),
        ("June 1937", "1937-06"),
        ("August", "1937-08"),
        ("3 April 1939", "1939-04-03"),
    ]


def test_a_year_is_shared_by_a_range_and_carried_by_a_sentence() -> None:
    text = "He was held from July 1 to July 3, 2003, and shot on 9 August."
    assert [str(d.edtf) for d in dates.resolve(dates.find(text), TUESDAY, text)] == [
        "2003-07-01",
        "2003-07-03",
        "2003-08-09",
    ]


def test_the_text_or_the_publisher_tells_the_order_of_numbers() -> None:
    text = "Seen on 25/01/2016 and on 03/02/2016."
    assert [str(d.edtf) for d in dates.resolve(dates.find(text), TUESDAY, text)] == ["2016-01-25", "2016-02-03"]
    text = "Seen on 03/02/2016."
    (found,) = dates.resolve(dates.find(text), TUESDAY, text, order="month first")
    assert str(found.edtf) == "2016-03-02"


PIECES = [
    "Sunday", "yesterday", "May 3", "2016", "two days later", "last week", "at 2 a.m.", "on 31 June", "the end of the year",
    ". ", "99 BC", "in", "9999", "03/02/22", "a century ago", "the day before", "between", "and",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)), st.none() | st.dates(date(1600, 1, 1), date(2400, 1, 1)))
def test_every_mention_gets_an_answer(pieces: list[str], published: date | None) -> None:
    text = " ".join(pieces)
    mentions = dates.find(text)
    found = dates.resolve(mentions, published, text)
    assert [(d.start, d.end) for d in found] == [(m.start, m.end) for m in mentions]
    assert all(d.value for d in found)
    assert all(edtf.parse(str(d.edtf)) == d.edtf for d in found if d.edtf)
    assert all(str(edtf.parse_time(d.time)) == d.time for d in found if d.time)
