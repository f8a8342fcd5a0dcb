"""When an article was published: the ladder, what is a header, and what is none."""

from datetime import date

import pytest

from chronology.extract import dates

BODY = "\n\nSoldiers raided a house on Sunday. They left at 4 a.m.\n"

READ = [
    # text, day, source, the words it was read from
    ("Raid in the north\n\nThursday 3 February 22 - 13:38" + BODY, "2022-02-03", "header", "Thursday 3 February 22"),
    (
        "Raid in the north\nPublished: 10 January 2017, 14:05 GMT" + BODY,
        "2017-01-10",
        "header",
        "10 January 2017, 14:05 GMT",
    ),
    (
        "Raid in the north\nBy Ann Example and Bob Sample | January 10, 2017" + BODY,
        "2017-01-10",
        "header",
        "January 10, 2017",
    ),
    ("Example Wire | 10 January 2017\nRaid in the north" + BODY, "2017-01-10", "header", "10 January 2017"),
    ("Raid in the north\n2017-01-10 14:05" + BODY, "2017-01-10", "header", "2017-01-10 14:05"),
    ("KABUL, Afghanistan (Jan. 6, 2013)\nTroops detained a man today.", "2013-01-06", "dateline", "Jan. 6, 2013"),
    (
        "2012-04-X-153\n\nKABUL, Afghanistan (Apr. 27)\nTroops detained a man today.",
        "2012-04-27",
        "dateline",
        "Apr. 27",
    ),
    ("Jan. 12: Operations in the east\n2010-01-XY-133\nTroops detained a man.", "2010-01-12", "header", "Jan. 12"),
    ("NORTHTOWN, 10 January 2017 (Agency) - Troops detained a man.", "2017-01-10", "dateline", "10 January 2017"),
    ("DEIR EZ-ZOR, Jan 10, 2017 - Troops detained a man.", "2017-01-10", "dateline", "Jan 10, 2017"),
    ("3 February، 2022\n\nNorthtown, Agency- Troops came on Thursday.", "2022-02-03", "header", "3 February، 2022"),
    ("Updated: 11 January 2017\nPublished: 10 January 2017" + BODY, "2017-01-10", "header", "10 January 2017"),
    ("Raid in the north\nUpdated: 11 January 2017" + BODY, "2017-01-11", "header", "11 January 2017"),
    ("Raid in the north\n25/01/2017" + BODY, "2017-01-25", "header", "25/01/2017"),
    ("Raid in the north\n03/02/22\n\nAt 1 a.m. on February 3 troops came.", "2022-02-03", "header", "03/02/22"),
]

NOT_READ = [
    "Soldiers raided a house on 8 January 2017." + BODY,  # running text
    "The raid of 8 January 2017 and what came after" + BODY,  # a title
    "KABUL, Afghanistan (Apr. 27)\nTroops detained a man today.",  # of which year?
    "Raid in the north\n03/02/22" + BODY,  # February or March?
    "(AGENCY) The camp was hit in 2016." + BODY,
    "",
]


@pytest.mark.parametrize(("text", "day", "source", "words"), READ, ids=[row[0][:60] for row in READ])
def test_a_header_or_dateline_is_read(text: str, day: str, source: str, words: str) -> None:
    found = dates.publication(text)
    assert found is not None
    assert (str(found.date), found.source, text[found.start : found.end]) == (day, source, words)


@pytest.mark.parametrize("text", NOT_READ)
def test_other_dates_are_no_publication_date(text: str) -> None:
    assert dates.publication(text) is None


ADDRESSES = [
    ("https://example.org/2017/01/10/raid-in-the-north", "2017-01-10"),
    ("https://example.org/news/2017-01-10-raid.html", "2017-01-10"),
    ("https://example.org/20170110/raid", "2017-01-10"),
    ("https://example.org/2017/jan/10/raid", "2017-01-10"),
    ("https://example.org/2017/01/raid", None),
    ("https://example.org/raid?id=20171399", None),
    ("https://example.org/1201701101", None),
]


@pytest.mark.parametrize(("url", "day"), ADDRESSES, ids=[row[0] for row in ADDRESSES])
def test_an_address_may_say_it(url: str, day: str | None) -> None:
    found = dates.publication(BODY, url=url)
    assert (found and (str(found.date), found.source)) == (day and (day, "address"))


def test_the_ladder_goes_from_sure_to_desperate() -> None:
    text, url = "Raid\n11 January 2017" + BODY, "https://example.org/2017/01/12/raid"
    day = [date(2017, 1, n) for n in range(8, 11)]
    stated = {"given": day[0], "front_matter": day[1], "metadata": day[2]}
    sources = []
    for left_out in ([], ["given"], ["given", "front_matter"], list(stated)):
        found = dates.publication(text, url=url, **{k: v for k, v in stated.items() if k not in left_out})
        sources.append(found and (found.source, found.date.day))
    assert sources == [("given", 8), ("front matter", 9), ("metadata", 10), ("header", 11)]


def test_the_publisher_s_habit_reads_a_header_in_numbers() -> None:
    text = "Raid in the north\n03/02/22" + BODY
    found = dates.publication(text, order="month first")
    assert found is not None
    assert found.date == date(2022, 3, 2)
    assert dates.publication(text, url="https://example.org/2022/02/03/raid") == dates.Published(
        date(2022, 2, 3), "header", 18, 26
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Market hit\n\nThe Example Gazette, 4 March 2020\n\nA bomb went off on Monday.", date(2020, 3, 4)),
        ("Example Wire – March 4, 2020\n\nA bomb went off on Monday.", date(2020, 3, 4)),
        ("Market hit\n\nThe town fell on 4 March 2020", None),
        ("Market hit\n\nThe Example Gazette, 4 March 2020, wrote of it.", None),
    ],
)
def test_an_outlet_and_a_whole_date_alone_on_a_line_are_a_header(text: str, day: date | None) -> None:
    found = dates.publication(text)
    assert (found.date if found else None) == day
