"""Publication dates written beside the text, in other forms than 2022-02-03."""

from datetime import date

import pytest

from chronology.extract import dates

READ = {
    "3 February 2022": date(2022, 2, 3),
    "February 3, 2022": date(2022, 2, 3),
    "Thu, 03 Feb 2022 13:38:00 +0300": date(2022, 2, 3),
    "jeudi 3 février 2022": date(2022, 2, 3),
    "3. Februar 2022": date(2022, 2, 3),
    "3 de febrero de 2022": date(2022, 2, 3),
    "3 Şubat 2022": date(2022, 2, 3),
    "٣ فبراير ٢٠٢٢": date(2022, 2, 3),
    "25/02/2022": date(2022, 2, 25),
    "02/25/2022": date(2022, 2, 25),
    "03/03/2022": date(2022, 3, 3),
    "2022/02/03": date(2022, 2, 3),
}


@pytest.mark.parametrize(("text", "day"), READ.items(), ids=list(READ))
def test_a_whole_date_is_read_in_any_form(text: str, day: date) -> None:
    assert dates.stated(text) == day


LEFT = [
    "Feb 3, 22",  # which century
    "03/02/2022",  # 3 February or 2 March
    "2022-02",
    "February 2022",
    "3 February",
    "2 days ago",
    "yesterday",
    "20220203",
    "2022",
    "",
    "soon",
    "31 February 2022",
    "1 " * 40_000 + "2022",
]


@pytest.mark.parametrize("text", LEFT, ids=[text[:20] for text in LEFT])
def test_what_lacks_a_part_or_is_two_days_is_left_out(text: str) -> None:
    assert dates.stated(text) is None
