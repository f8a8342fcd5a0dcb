"""The title and the outlet in the first lines, and what is neither."""

import pytest

from chronology.article import headline

TITLES = {
    "Two held after raid\n\nThe mayor said so.": "Two held after raid",
    "13 killed in strike on market + Video\n\nThe mayor said so.": "13 killed in strike on market",
    "Two held after raid (photos)\n\nThe mayor said so.": "Two held after raid",
    "\n\n  Who fired on the bridge?  \n  \nThe mayor said so.": "Who fired on the bridge?",
    "Mayor: rebel leader killed by drone\r\n\r\nThe mayor said so.": "Mayor: rebel leader killed by drone",
    "## Two held  after raid\n\nThe mayor said so.": "Two held after raid",
}
NO_TITLES = [
    "The mayor said so.\n\nTwo were held.",
    "Two held after raid\nThe mayor said so.",
    "Two held after raid",
    "Breaking\n\nThe mayor said so.",
    "The dead are:\n\nAda Baker",
    "Tuesday 4 May 2021 - 13:38\n\nThe mayor said so.",
    "May 4, 2021 10:15 AM\n\nThe mayor said so.",
    "HILL TOWN, Lakeside (May 4)\n\nThe mayor said so.",
    "he went on and on " * 10 + "\n\nThe mayor said so.",
    "",
    "\n\n",
    "#",
]
OUTLETS = {
    "HILL TOWN (Lakeside Wire) - Two men were held.": "Lakeside Wire",
    "Two held\n\nHILL TOWN, Lakeside, May 4 (AFP) — Two men were held.": "AFP",
    "Hilltown, Lakeside (CBS4) – Two men were held.": "CBS4",
    "HILL TOWN (AP) _\n\nTwo men were held.": "AP",
    "Lakeside News Agency: At least two men were held.": "Lakeside News Agency",
    "Two held\n\nTuesday 4 May 2021\n\nHillNews Analysis Group: At least two men were held.": "HillNews Analysis Group",
}
NO_OUTLETS = [
    "HILL TOWN, Lakeside (May 4) – Two men were held.",
    "HILL TOWN (Sunday) - Two men were held.",
    "Mayor: Two men were held.",
    "Defence Ministry: Two men were held.",
    "Army Press Office: Two men were held.",
    "BREAKING NEWS: Two men were held.",
    "Two men (Ada and Ben) - a baker and a smith - were held.",
    "The wife of Ben Carter (Ada) - a baker - was held.",
    "A.\nB.\nC.\nD.\nE.\nHILL TOWN (AFP) - Two men were held.",
    "",
]


@pytest.mark.parametrize(("text", "title"), TITLES.items(), ids=TITLES)
def test_title(text: str, title: str) -> None:
    found, span = headline.title(text)
    assert found == title
    assert span is not None
    assert text[slice(*span)].split() == title.split()


@pytest.mark.parametrize("text", NO_TITLES)
def test_no_title(text: str) -> None:
    assert headline.title(text) == (None, None)


@pytest.mark.parametrize(
    ("title", "there"),
    [
        ("Two held after raid", True),
        ("TWO HELD, after raid + Video", True),
        ("Two held", False),
        ("Mayor speaks", False),
    ],
)
def test_where_a_stated_title_stands(title: str, there: bool) -> None:
    assert headline.place_of(title, "\nTwo held after raid\n\nThe mayor said so.") == ((1, 20) if there else None)


@pytest.mark.parametrize(("text", "name"), OUTLETS.items(), ids=OUTLETS)
def test_publisher(text: str, name: str) -> None:
    found, span = headline.publisher(text)
    assert found == name
    assert span is not None
    assert text[slice(*span)] == name


@pytest.mark.parametrize("text", NO_OUTLETS)
def test_no_publisher(text: str) -> None:
    assert headline.publisher(text) == (None, None)
