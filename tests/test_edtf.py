"""Dates as precise as their source: what is written, what it can mean, what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology import edtf
from chronology.edtf import Edtf, Point, Time

WRITTEN = {
    "a day": ("2017-01-08", "2017-01-08", "2017-01-08", "day"),
    "a month": ("2016-12", "2016-12-01", "2016-12-31", "month"),
    "February of a leap year": ("2016-02", "2016-02-01", "2016-02-29", "month"),
    "a year": ("2016", "2016-01-01", "2016-12-31", "year"),
    "about a day": ("2016-12-08~", "2016-12-08", "2016-12-08", "day"),
    "an uncertain month": ("2016-12?", "2016-12-01", "2016-12-31", "month"),
    "on one day in a span": ("2016-12-08/2016-12-11", "2016-12-08", "2016-12-11", "span"),
    "a span of months": ("2016-11/2017-02", "2016-11-01", "2017-02-28", "span"),
    "a span about its end": ("2016-12-08/2016-12-11~", "2016-12-08", "2016-12-11", "span"),
    "a day and a month that holds it": ("2016-12-08/2016-12", "2016-12-08", "2016-12-31", "span"),
    "on or after": ("2016-12-04/..", "2016-12-04", None, "open"),
    "on or before": ("../2016-12-04", None, "2016-12-04", "open"),
    "a day of an unknown year": ("XXXX-10-04", None, None, "yearless"),
    "29 February of an unknown year": ("XXXX-02-29", None, None, "yearless"),
    "a month of an unknown year": ("XXXX-10", None, None, "yearless"),
    "the first year": ("0001", "0001-01-01", "0001-12-31", "year"),
    "the last": ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
}


@pytest.mark.parametrize(("text", "first", "last", "precision"), WRITTEN.values(), ids=WRITTEN.keys())
def test_written(text: str, first: str | None, last: str | None, precision: str) -> None:
    value = edtf.parse(text)
    assert str(value) == text
    assert (_iso(value.earliest), _iso(value.latest), value.precision) == (first, last, precision)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


REFUSED = [
    "", " ", "2022-02-30", "2022-13", "2022-00", "2022-1-1", "22-01-01", "0000", "0000-01-01", "12345", "2022-02-29",
    "2022-01-01T01:00", "2022/..~", "../..", "/", "2022/", "/2022", "2022/2022", "2022/2021", "2016-12-08/2016-12-07",
    "XXXX-01/2022", "2022/XXXX-01", "2022-01-01~?", "~2022", "2022-01-01 ", "2022-01-01\n", "today", "1 May 2022",
    "２０２２", "2022-01-01/2022-01-02/2022-01-03", "201X", "2022-XX-01",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=repr)
def test_refused_on_one_line(text: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        edtf.parse(text)
    assert str(refused.value).isprintable()


def test_only_a_plain_day_is_certain() -> None:
    certain = {text: edtf.parse(text).certain_day for text in ("2017-01-08", "2017-01-08~", "2017-01-08?", "2017-01")}
    assert certain == {"2017-01-08": date(2017, 1, 8), "2017-01-08~": None, "2017-01-08?": None, "2017-01": None}


SAME_DAY = {
    "a day and its month": ("2017-01-08", "2017-01", True),
    "a day and a span around it": ("2017-01-08", "2017-01-05/2017-01-09", True),
    "a day and an open span": ("2017-01-08", "2016-12-04/..", True),
    "two open spans that meet": ("../2017-01-08", "2017-01-08/..", True),
    "two days": ("2017-01-08", "2017-01-09", False),
    "two open spans that don't": ("../2017-01-07", "2017-01-08/..", False),
    "a day without a year": ("XXXX-01-08", "2017-01-08", False),
}


@pytest.mark.parametrize(("a", "b", "may"), SAME_DAY.values(), ids=SAME_DAY.keys())
def test_whether_both_may_be_the_same_day(a: str, b: str, may: bool) -> None:
    assert edtf.overlap(edtf.parse(a), edtf.parse(b)) is may
    assert edtf.overlap(edtf.parse(b), edtf.parse(a)) is may


def test_order_goes_by_the_first_possible_day_then_the_last() -> None:
    ordered = ["XXXX-10-04", "2015", "2016-01-01", "2016-01", "2016", "../2016-05-01", "2016-05-01", "2016-12-04/.."]
    assert sorted(ordered, key=lambda text: edtf.parse(text).order) == ordered


def test_days_and_spans_are_made() -> None:
    first, last = date(2016, 12, 8), date(2016, 12, 11)
    assert str(edtf.day(first, approximate=True)) == "2016-12-08~"
    assert str(edtf.day(first, uncertain=True)) == "2016-12-08?"
    assert str(edtf.span(first, last)) == "2016-12-08/2016-12-11"
    assert str(edtf.span(None, last)) == "../2016-12-11"
    assert str(edtf.span(Point(2016, 12), None)) == "2016-12/.."


@pytest.mark.parametrize(
    ("first", "last"), [(None, None), (date(2016, 1, 2), date(2016, 1, 1))], ids=["open", "falling"]
)
def test_no_span(first: date | None, last: date | None) -> None:
    with pytest.raises(ValueError, match="span"):
        edtf.span(first, last)


DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
POINTS = st.builds(
    lambda day, depth, mark: Point(
        day.year, day.month if depth > 0 else None, day.day if depth > 1 else None, mark == "~", mark == "?"
    ),
    DATES,
    st.integers(0, 2),
    st.sampled_from(["", "~", "?"]),
)


@given(POINTS)
def test_a_point_is_read_as_it_was_written(point: Point) -> None:
    assert edtf.parse(str(point)) == Edtf(point, point)


@given(st.none() | POINTS, st.none() | POINTS)
def test_a_span_is_read_as_it_was_written(first: Point | None, last: Point | None) -> None:
    try:
        value = edtf.span(first, last)
    except ValueError:
        return
    assert edtf.parse(str(value)) == value
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest


@given(
    st.from_regex(
        r"(XXXX|[0-2][0-9]{3})(-[01][0-9](-[0-3][0-9])?)?[~?]?(/([0-9]{4}(-[01][0-9])?|\.\.))?", fullmatch=True
    )
)
def test_what_is_accepted_is_written_as_it_stood(text: str) -> None:
    try:
        value = edtf.parse(text)
    except ValueError:
        return
    assert str(value) == text


# -- times

TIMES = {
    "a clock time": ("01:00", Time(60, 60)),
    "about": ("~01:00", Time(60, 60, approximate=True)),
    "from and to": ("02:08/03:15", Time(128, 195)),
    "about from, about to": ("~02:00/~03:00", Time(120, 180, approximate=True, approximate_end=True)),
    "from": ("14:30/..", Time(870, None)),
    "until": ("../06:00", Time(None, 360)),
    "over midnight": ("23:30/00:15", Time(1410, 15)),
    "midnight": ("00:00", Time(0, 0)),
    "a part of the day": ("night", Time(None, None, part="night")),
}


@pytest.mark.parametrize(("text", "time"), TIMES.values(), ids=TIMES.keys())
def test_times(text: str, time: Time) -> None:
    assert edtf.parse_time(text) == time
    assert str(time) == text


NO_TIMES = [
    "",
    "1:00",
    "24:00",
    "01:60",
    "01:00:00",
    "01:00/",
    "../..",
    "01:00/01:00",
    "1 am",
    "Night",
    "midnight",
    "818",
]


@pytest.mark.parametrize("text", NO_TIMES, ids=repr)
def test_no_times(text: str) -> None:
    with pytest.raises(ValueError, match="time"):
        edtf.parse_time(text)


@given(st.from_regex(r"~?[012][0-9]:[0-6][0-9](/(~?[012][0-9]:[0-6][0-9]|\.\.))?", fullmatch=True))
def test_a_time_that_is_accepted_is_written_as_it_stood(text: str) -> None:
    try:
        time = edtf.parse_time(text)
    except ValueError:
        return
    assert str(time) == text
