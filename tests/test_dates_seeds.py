"""The sentences that an article about a raid turns on, in our own words, with and without a publication date."""

from datetime import date

import pytest

from chronology.extract import dates

PUBLISHED = date(2017, 1, 10)  # a Tuesday

# sentence, the words of the mention, date, time
ON_PUBLICATION = [
    ("Commandos landed near the village after 2:30 pm local time on Sunday.", "after 2:30 pm local time on Sunday", "2017-01-08", "14:30/.."),
    ("They went in at around 1 a.m. on January 3, officials said.", "around 1 a.m. on January 3", "2017-01-03", "~01:00"),
    ("Twenty people died on December 8, 2016, when a strike hit the village.", "December 8, 2016", "2016-12-08", None),
    ("On October 4 last year warplanes bombed another village.", "October 4 last year", "2016-10-04", None),
    ("Helicopters came on the night of 3-4 January.", "the night of 3-4 January", "2017-01-03/2017-01-04", "night"),
    ("The house was hit late on Monday.", "Monday", "2017-01-09", None),
    ("A convoy was hit on Sunday night.", "Sunday night", "2017-01-08", "night"),
    ("They were killed in the early hours of Monday.", "in the early hours of Monday", "2017-01-09", "../06:00"),
    ("The spokesman said so on Tuesday.", "Tuesday", "2017-01-10", None),
    ("Three people were detained yesterday.", "yesterday", "2017-01-09", None),
    ("A compound was searched last night.", "last night", "2017-01-09/2017-01-10", "night"),
    ("Two died two days after the January 3 raid.", "two days after the January 3", "2017-01-05", None),
    ("He was killed between 3 and 5 January.", "between 3 and 5 January", "2017-01-03/2017-01-05", None),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "edtf", "time"), ON_PUBLICATION, ids=[row[0] for row in ON_PUBLICATION])
def test_hangs_on_the_publication(sentence: str, words: str, edtf: str, time: str | None) -> None:
    (found,) = [d for d in dates.resolve(dates.find(sentence), PUBLISHED, sentence) if d.text == words]
    assert (str(found.edtf), found.time) == (edtf, time)
    assert sentence[found.start : found.end] == words


def test_without_a_publication_date_nothing_is_guessed() -> None:
    text = (
        "Commandos raided a village on Sunday.\n\n"
        "Nearly twenty people were killed on December 8, 2016, in a strike.\n\n"
        "On October 4 last year another village was bombed."
    )
    sunday, december, october = dates.resolve(dates.find(text), None, text)
    assert (str(sunday.edtf), sunday.basis) == ("2016-12-04/..", "open")  # published on 8 December or later
    assert (str(december.edtf), december.basis) == ("2016-12-08", "explicit")
    assert (str(october.edtf), october.basis) == ("XXXX-10-04", "open")


def test_a_header_line_dates_an_article() -> None:
    text = "Raid in the north\n\nThursday 3 February 22 - 13:38\n\nAt around 1 a.m. on February 3 soldiers surrounded a house."
    published = dates.publication(text)
    assert published == dates.Published(date(2022, 2, 3), "header", 19, 41)
