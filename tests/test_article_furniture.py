"""What is masked in pasted text and, beside it, what must stay: sentences of our own."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.article import furniture, headline, markdown, phrases

FURNITURE = {
    "share": [
        "Share it:",
        "Share on Facebook",
        "Facebook | Twitter | E-mail",
        "12 retweets",
        "Copy link to Tweet",
        "SHARE THIS STORY",
    ],
    "comments": [
        "Leave a Reply",
        "Your e-mail will not be published. Required fields are marked *",
        "Your email address won’t be published.",
        "Required fields are marked *",
        "3 Comments",
        "Comments are closed.",
        "Log in to leave a comment",
    ],
    "sign-up": [
        "Sign up for our morning newsletter",
        "Subscribe now to the Hill Courier's daily briefing.",
        "Follow us on Telegram",
        "Never miss a story: get e-mail alerts from the Courier.",
        "Download the Courier app",
    ],
    "cookies": [
        "We use cookies to give you the best experience.",
        "This website uses cookies.",
        "Accept all cookies",
        "Cookie policy",
    ],
    "advertising": [
        "Advertisement",
        "Article continues below",
        "Advertising on the Hill Courier",
        "Please enable JavaScript to watch this video",
        "Sponsored content",
    ],
    "copyright": [
        "© 2024 Hill Courier",
        "Copyright 2024 Lakeside Wire. All rights reserved.",
        "This text may not be published, broadcast or redistributed.",
        "Copyright by the Lakeside Wire",
    ],
    "byline": [
        "By Ada Writer",
        "BY ADA WRITER AND BEN SCRIBE, LAKESIDE WIRE",
        "Reporting by Ada Writer; editing by Ben Scribe",
        "The Lakeside Wire contributed to this report.",
        "Staff Writer",
        "Contact Ada Writer at ada@courier.example or @adawrites.",
    ],
    "caption": [
        "Photo: Smoke over the market",
        "FILE PHOTO: Two were killed at this bridge in an earlier raid",
        "Image credit: Lakeside Wire",
        "A street in the old town. (Photo: Lakeside Wire)",
        "Getty Images",
        "Enlarge this image",
    ],
    "menu": [
        "Skip to main content",
        "Previous article",
        "Home | News | World | Contact us",
        "Tags: Lakeside, Hill Province",
        "3 min read",
    ],
}

NEWS = [
    "Share prices fell after the news from the front.",
    "Facebook said that it had removed the post.",
    "A reply from the army was not published by the paper.",
    "Comments by the minister drew anger in the town.",
    "Subscribers to the army's channel saw the film of the raid first.",
    "Follow-up strikes hit the bridge on Monday.",
    "Download speeds fell as the army cut the lines.",
    "Soldiers handed out cookies to the children of the camp.",
    "The cookies factory outside the town was hit twice.",
    "The advertisement for recruits hung on the wall of the house.",
    "The article continues a law of 1999, the court said.",
    "Copyright law has no place in this war, the writer said.",
    "All rights of the prisoners were read to them, officials said.",
    "By Sunday evening",
    "By Friday the town had fallen.",
    "By then the helicopters had left",
    "Reporting from the town is forbidden.",
    "Photos released by the ministry show the bodies of three men.",
    "Image of the raid: at least four people killed, the monitor said. (Hill Courier)",
    "File clerks at the hospital counted 12 wounded.",
    "Tags on the bodies gave no names.",
    "Previous raids had killed at least 20 people.",
    "Contact with the village was lost at dawn.",
    "More than a dozen fighters were captured",
    "13",
    "HILL TOWN (Lakeside Wire) - Two men were held",
    "KABUL, Afghanistan (May 4)",
    "Tuesday 4 May 2021 - 13:38",
    "Governor: rebel leader killed in raid on Lakeside",
    "Reported dead: 13",
]


@pytest.mark.parametrize(("reason", "line"), [(reason, line) for reason, lines in FURNITURE.items() for line in lines])
def test_a_line_that_is_furniture(reason: str, line: str) -> None:
    text = f"Two men were held in Lakeside.\n\n{line}\n\nThe raid ended at noon."
    start = text.index(line)
    assert furniture.find(text) == (furniture.Masked(start, start + len(line), reason),)


@pytest.mark.parametrize("line", NEWS)
def test_a_line_that_may_be_news_stays(line: str) -> None:
    assert furniture.find(f"Two men were held in Lakeside.\n\n{line}\n\nThe raid ended at noon.") == ()


def test_every_reason_has_three_examples_or_more() -> None:
    assert all(len(lines) >= 3 for lines in FURNITURE.values())
    assert set(FURNITURE) == {name for name, _ in phrases._PATTERNS} | {"share"}


# Beside each text: what is left of it, lines in order.
LISTS = {
    "titles below Read more, up to the end": (
        "The raid ended at noon.\n\nRead more:\nTen killed in strike\nWho leads the rebels?\nThe end!",
        ["The raid ended at noon."],
    ),
    "what follows the block too, when furniture comes next": (
        "The raid ended at noon.\n\nRead more:\nTen killed in strike\n\nThe ruins of the house\nShare it:",
        ["The raid ended at noon."],
    ),
    "amid an article, only the block": (
        "The raid ended at noon.\nRead also:\nTen killed in strike\nTwo killed in raid\n\nWhat is known so far\n\nTwo men were held.",
        ["The raid ended at noon.", "What is known so far", "Two men were held."],
    ),
    "with blank lines amid an article, one title": (
        "The raid ended at noon.\n\nRead more\n\nTen killed in strike\n\nMayor: two held\n\nTwo men were held.",
        ["The raid ended at noon.", "Mayor: two held", "Two men were held."],
    ),
    "a heading in the plural has several": (
        "Related news\n\nMan shot dead in Upper Lakeside, May 1, 2024\n\nTwo held\n\nOn May 4 the army raided a house.",
        ["On May 4 the army raided a house."],
    ),
    "the title on the heading's line": ("Two were held.\nREAD MORE: Ten killed in strike\nA third fled.", ["Two were held.", "A third fled."]),
    "related, with a bar": ("Two were held.\n► Related | Ten killed in strike\nA third fled.", ["Two were held.", "A third fled."]),
    "prose below a heading": ("Related:\nThe raid was the second of the week.", ["The raid was the second of the week."]),
    "a dateline below a heading": ("More news\nHILL TOWN, May 4\nTwo were held.", ["HILL TOWN, May 4", "Two were held."]),
    "a sentence that begins like a heading": ("Read more slowly, the judge told him.", ["Read more slowly, the judge told him."]),
    "related as a word": ("Related families were among the dead.", ["Related families were among the dead."]),
    "no heading, no list": ("Two held.\n\nLeader killed by drone, says mayor\n\nA third fled.", ["Two held.", "Leader killed by drone, says mayor", "A third fled."]),
    "tags": ("A third fled.\n\nTags\n\nLakeside\n\nHill Province", ["A third fled."]),
    "news under tags": ("Tags:\nLakeside\nThree killed there", ["Three killed there"]),
    "a sentence under topics": ("Topics\nThe talks touched on prisoners.", ["The talks touched on prisoners."]),
}  # fmt: skip

MENUS = {
    "a menu": ("Home\nNews\nMiddle East\nLakeside\nSport\n\nTwo were held.", ["Two were held."]),
    "upper case, blank lines": ("WORLD\n\nPOLITICS\n\nOUR TOWN\n\nTwo were held.", ["Two were held."]),
    "at the end": ("Two were held.\nContact us\nPrivacy policy\nOur team", ["Two were held."]),
    "names of the dead": (
        "The dead:\nAda Baker\nBen Carter\nCy Draper",
        ["The dead:", "Ada Baker", "Ben Carter", "Cy Draper"],
    ),
    "one section only": ("Politics\nAda Baker\nBen Carter", ["Politics", "Ada Baker", "Ben Carter"]),
    "a headline below a menu": ("Home\nNews\nSport\nRaid kills two\n\nTwo died.", ["Raid kills two", "Two died."]),
}

REPEATS = {
    "captions in a row": ("A.\nB.\nC.\nD.\nRuins of the market\nRuins of the market", ["A.", "B.", "C.", "D."]),
    "the post that is quoted twice": (
        "We deplore the raid on the village.\nWhy?\nWe deplore the raid on the village.",
        ["We deplore the raid on the village.", "Why?", "We deplore the raid on the village."],
    ),
    "a long line said again, even with a toll": (
        "At least two people were killed and four were hurt in the raid on the market.\nWhy?\n"
        "At least two people were killed and four were hurt in the raid on the market.",
        ["At least two people were killed and four were hurt in the raid on the market.", "Why?"],
    ),
    "without news, five words are enough": (
        "It was a quiet day.\nWhy?\nIt was a quiet day.",
        ["It was a quiet day.", "Why?"],
    ),
    "the same toll in two places": (
        "Upper Lakeside:\nTwo civilians were killed.\nLower Lakeside:\nTwo civilians were killed.",
        ["Upper Lakeside:", "Two civilians were killed.", "Lower Lakeside:", "Two civilians were killed."],
    ),
    "short lines": ("Killed: 2\nHurt: 4\nKilled: 2", ["Killed: 2", "Hurt: 4", "Killed: 2"]),
}


@pytest.mark.parametrize(
    ("text", "left"), [*LISTS.values(), *MENUS.values(), *REPEATS.values()], ids=[*LISTS, *MENUS, *REPEATS]
)
def test_furniture_by_its_place(text: str, left: list[str]) -> None:
    body = furniture.mask(text, furniture.find(text))
    assert [line.strip() for line in body.split("\n") if line.strip()] == left


def test_of_a_caption_with_news_only_the_credit_goes() -> None:
    text = "Two people were killed at this bridge. (Photo: Lakeside Wire)"
    assert furniture.mask(text, furniture.find(text)).rstrip() == "Two people were killed at this bridge."
    claimed = "Two people were killed at this bridge. (Source: health ministry)"
    assert furniture.find(claimed) == ()


def test_a_text_that_would_be_furniture_from_end_to_end_has_none() -> None:
    assert furniture.find("Photo: Smoke over the market, two held\nShare") == ()
    assert furniture.find("Photo: Smoke over the market, two held\nShare\nTwo were held.") != ()


LINES = st.sampled_from(
    [line for lines in FURNITURE.values() for line in lines]
    + NEWS
    + ["", "", "Read more:", "Related stories", "\u2028", "  \t", "é\r"]
)


@given(st.one_of(st.lists(LINES, max_size=30).map("\n".join), st.text()))
def test_a_body_differs_from_its_text_by_blanks_alone(text: str) -> None:
    spans = furniture.find(text)
    body = furniture.mask(text, spans)
    assert len(body) == len(text)
    assert all(new == old or (new == " " and not old.isspace()) for new, old in zip(body, text, strict=True))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(new == old for i, (new, old) in enumerate(zip(body, text, strict=True)) if i not in inside)


@given(st.text(alphabet="ab*_[]()!#>< -\n", max_size=200))
def test_markdown_marks_hold_no_letters_but_those_of_pictures_links_and_comments(text: str) -> None:
    for mark in markdown.marks(text):
        words = text[mark.start : mark.end]
        assert not set("ab") & set(words) or words.startswith(("![", "](", "<!--"))


MARKDOWN = {
    "# Two held\n": "  Two held\n",
    "At least **13** people": "At least   13   people",
    "> Two held\n": "  Two held\n",
    "the [mayor](https://courier.example/a) said": "the  mayor" + " " * 29 + "said",
    "in _Lakeside_, 5*4 and snake_case": "in  Lakeside , 5 4 and snake_case",
    "<!-- a note -->Two held": "               Two held",
    "![Smoke](a.png)": "               ",
    "a [sic] remark (see below)": "a [sic] remark (see below)",
    "#1 of 3": "#1 of 3",
    "3 > 2 and <!-- open": "3 > 2 and <!-- open",
}


@pytest.mark.parametrize(("text", "read"), MARKDOWN.items(), ids=MARKDOWN)
def test_markdown(text: str, read: str) -> None:
    assert furniture.mask(text, markdown.marks(text)) == read


@pytest.mark.parametrize(
    "unit",
    [
        "Read more\n",
        "Read more\n\nTitle\n\n",
        "Share ",
        "by A. ",
        "(photo: ",
        "[",
        "](",
        "<!--",
        "![a](",
        "*",
        "\n",
        "#",
        "Home\n",
        "a a a a a\n",
    ],
)
def test_a_long_repetition_keeps_its_length(unit: str) -> None:
    # what it costs is measured in benchmarks/speed.py; here a pattern that backtracks would not come to an end
    text = unit * (200_000 // len(unit)) + "End."
    body = furniture.mask(text, markdown.marks(text))
    body = furniture.mask(body, furniture.find(body))
    headline.title(body)
    headline.publisher(body)
    assert len(body) == len(text)
