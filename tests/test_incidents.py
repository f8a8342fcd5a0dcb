"""Which incidents an article tells of, and what of each. The sentences are our own; the outlets and events invented."""

import datetime
import hashlib

import pytest

from chronology.archive import Name, Names
from chronology.article import Article
from chronology.extract import incidents
from chronology.extract.incidents import Telling
from chronology.gazetteer import Gazetteer

PUBLISHED = datetime.date(2023, 5, 17)  # a Wednesday
NAMES = Names((Name(name="United States", aka=("US", "Pentagon")),))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def tell(
    gazetteer: Gazetteer, text: str, published: datetime.date | None = PUBLISHED, title: str | None = None
) -> Telling:
    article = Article(
        where="a.txt",
        id="a",
        text=text,
        body=text,
        masked=(),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
    )
    return incidents.tell(article, gazetteer, NAMES, accessed=datetime.date(2026, 1, 2), published=published)


LEAD = "Troops raided a farm outside Mosul on Monday, killing three militants, the army said."

# A second paragraph -> the dates of the incidents that the article then tells of; the first is the main one.
OPENS = {
    # a date of its own, and a place or a toll
    "An airstrike on the town of Sinjar on 3 March 2022 killed nine civilians.": ["2023-05-15", "2022-03-03"],
    "On 12 January, gunmen attacked a checkpoint in Tikrit.": ["2023-05-15", "2023-01-12"],
    "Also on June 4 last year, at least 12 people were killed when jets bombed the village of Rabia.": ["2023-05-15", "2022-06-04"],
    "The raid was similar to the operation of 9 August 2021 in the town of Baiji.": ["2023-05-15", "2021-08-09"],
    "In October 2020, a car bomb in Kirkuk left seven people dead.": ["2023-05-15", "2020-10"],
    # cues of another incident without a date
    "In a separate incident, a bomb exploded in Kirkuk, wounding two policemen.": ["2023-05-15", None],
    "Elsewhere, a drone strike hit a car in Tal Afar and killed two people.": ["2023-05-15", None],
}  # fmt: skip


@pytest.mark.parametrize(("paragraph", "dates"), OPENS.items(), ids=list(OPENS))
def test_a_sentence_with_an_attack_and_a_time_of_its_own_opens_another_incident(
    gazetteer: Gazetteer, paragraph: str, dates: list[str | None]
) -> None:
    told = tell(gazetteer, f"{LEAD}\n\n{paragraph}").told
    assert [one.main for one in told] == [True] + [False] * (len(dates) - 1)
    for one, date in zip(told, dates, strict=True):
        assert date is None or str(one.incident.date) == date
    assert told[0].incident.place is not None
    assert told[0].incident.place.name == "Mosul"
    assert len(told[0].incident.toll) == 1


STAYS = [
    # a statement, a campaign, somebody's other deeds, a plan, a count of years, a title of another story
    "\"It went as planned,\" a spokesman said on Tuesday of the raid.",
    "The coalition has been carrying out airstrikes in Iraq since September 2014.",
    "The province has seen dozens of attacks since 2017.",
    "The leader is suspected of a car bombing in Baghdad on 4 February 2021 that killed 11 people.",
    "One of the dead was wanted for an attack on a bank in Basra on 5 June 2020.",
    "The army plans a further operation in June.",
    "The governor condemned the raid on Tuesday and visited Mosul.",
    "A helicopter was destroyed after a technical problem.",
    "Aircraft have repeatedly struck the province in recent months.",
    "The town was founded in 1921.",
]  # fmt: skip


@pytest.mark.parametrize("paragraph", STAYS, ids=STAYS)
def test_statements_campaigns_other_deeds_and_plans_open_none(gazetteer: Gazetteer, paragraph: str) -> None:
    told = tell(gazetteer, f"{LEAD}\n\n{paragraph}").told
    assert [str(one.incident.date) for one in told] == ["2023-05-15"]
    assert [str(count) for report in told[0].incident.toll for count in (report.killed or {}).values()] == ["3"]


FOLLOWS = {
    "in the same paragraph": "An airstrike on the town of Sinjar on 3 March 2022 killed nine civilians. Several others were injured in the blitz.",
    "pointing back": "An airstrike on the town of Sinjar on 3 March 2022 killed nine civilians.\n\nIn that strike several others were injured.",
}  # fmt: skip


@pytest.mark.parametrize("paragraph", FOLLOWS.values(), ids=list(FOLLOWS))
def test_what_follows_belongs_to_the_incident_that_is_running(gazetteer: Gazetteer, paragraph: str) -> None:
    main, background = tell(gazetteer, f"{LEAD}\n\n{paragraph}").told
    assert all(report.injured is None for report in main.incident.toll)
    assert any(report.injured for report in background.incident.toll)


NEW_PARAGRAPH = "An airstrike on the town of Sinjar on 3 March 2022 killed nine civilians.\n\nTwo soldiers were injured, the army said."


def test_a_new_paragraph_returns_to_the_main_incident(gazetteer: Gazetteer) -> None:
    main, background = tell(gazetteer, f"{LEAD}\n\n{NEW_PARAGRAPH}").told
    assert any(report.injured for report in main.incident.toll)
    assert all(report.injured is None for report in background.incident.toll)


NONE = [
    "Ministers met in Geneva on Monday to discuss a treaty. They will meet again in June.",
    "The museum in Mosul opened its doors on Sunday after years of repairs. Some 300 people came.",
    "The army said on Monday that it would buy twelve helicopters.",
    "Prices rose by 5 percent in April, the bank said.",
    "The team won 3-1 in Erbil on Saturday.",
]


@pytest.mark.parametrize("text", NONE, ids=NONE)
def test_an_article_that_reports_no_attack_gives_no_incident(gazetteer: Gazetteer, text: str) -> None:
    assert tell(gazetteer, text).told == ()


GERMAN = "Soldaten stürmten am Montag einen Hof außerhalb von Mossul, und drei Männer, die im Haus waren, wurden getötet, wie die Armee am Abend mitteilte, ohne mehr zu sagen."


def test_an_article_in_another_language_is_left_unread_and_that_is_said(gazetteer: Gazetteer) -> None:
    telling = tell(gazetteer, GERMAN)
    assert (telling.told, telling.language) == ((), None)
    assert "not in English" in str(telling.remarks[0])


RELATED = {
    "The raid was similar to the operation of 9 August 2021 in the town of Baiji.": "compared with",
    "It was the deadliest attack since the bombing of 2 July 2021 in Kirkuk, which killed 40 people.": "compared with",
    "The raid was carried out in retaliation for a bombing on 2 May in Kirkuk that killed six soldiers.": "in retaliation for",
    "It came after a shooting in Kirkuk on 2 May, in which a judge was killed.": "follows",
}


@pytest.mark.parametrize(("paragraph", "why"), RELATED.items(), ids=list(RELATED))
def test_the_article_says_how_two_incidents_belong_together(gazetteer: Gazetteer, paragraph: str, why: str) -> None:
    main, other = tell(gazetteer, f"{LEAD}\n\n{paragraph}").told
    (relation,) = main.incident.related
    assert (relation.to, relation.why) == (other.key, why)
    assert other.incident.related == ()


UNRELATED = "An airstrike on the town of Sinjar on 3 March 2022 killed nine civilians."


def test_what_is_only_told_beside_it_is_not_related(gazetteer: Gazetteer) -> None:
    main, _ = tell(gazetteer, f"{LEAD}\n\n{UNRELATED}").told
    assert main.incident.related == ()


DAY = {
    # the word that governs a date decides
    "A man was arrested on Tuesday after gunmen attacked a bank in Erbil on Sunday, killing a guard.": "2023-05-14",
    "Gunmen attacked a bank in Erbil on Sunday, killing a guard. He died on Monday.": "2023-05-14",
    "The army confirmed on Tuesday that troops had raided a village near Erbil on Saturday, killing two fighters.": "2023-05-13",
    "Police said on Tuesday that a bomb went off in Erbil on Monday. Two people were hurt.": "2023-05-15",
    "Troops killed a fighter wanted for an attack on 3 March in Kirkuk during a raid in Erbil on Monday.": "2023-05-15",
    "The army yesterday confirmed a raid on a house in Erbil on 11 May that killed two men.": "2023-05-11",
    "ERBIL, Iraq (May 17) - Troops raided a house in the town of Soran yesterday, killing two fighters.": "2023-05-16",
}


@pytest.mark.parametrize(("text", "date"), DAY.items(), ids=list(DAY))
def test_the_day_is_the_attacks_not_the_statements_or_the_arrests(gazetteer: Gazetteer, text: str, date: str) -> None:
    (first, *_) = tell(gazetteer, text).told
    assert str(first.incident.date) == date
    assert first.basis in ("publication", "explicit")


def test_without_the_publication_date_a_weekday_stays_open_and_the_option_is_named(gazetteer: Gazetteer) -> None:
    (main,) = tell(gazetteer, LEAD, published=None).told
    assert main.basis == "open"
    assert main.open is not None
    assert "--published" in main.open
    assert main.incident.sources[0].published is None
    assert str(main.incident.sources[0].accessed) == "2026-01-02"


def test_without_any_day_the_date_is_about_the_publication_and_open(gazetteer: Gazetteer) -> None:
    (main,) = tell(gazetteer, "Troops raided a farm outside Mosul, killing three militants.").told
    assert (str(main.incident.date), main.basis) == ("2023-05-17~", "open")


PLACE = {
    "Troops raided a farm outside Mosul on Monday. The wounded were taken to a hospital in Baghdad.": "Mosul",
    "Two fighters were killed in a raid in Sinjar on Monday. Baghdad said nothing.": "Sinjar",
    "BAGHDAD, Iraq (May 16) - A bomb in the town of Baiji killed two people on Monday.": "Baiji",
    "An airstrike on a market in Kafr Tarin, in Syria's Idlib province, killed nine people on Monday.": "Kafr Tarin",
    "The raid on Monday in Sinjar killed one. The commander, a native of Basra, survived.": "Sinjar",
}


@pytest.mark.parametrize(("text", "name"), PLACE.items(), ids=list(PLACE))
def test_the_place_is_the_attacks_not_the_hospitals_or_the_speakers(gazetteer: Gazetteer, text: str, name: str) -> None:
    (first, *_) = tell(gazetteer, text).told
    assert first.incident.place is not None
    assert first.incident.place.name == name


ELSEWHERE = "Two men died in a raid in Khogyani, Nangarhar province, on Monday, police said."


def test_a_namesake_in_another_region_than_the_text_names_gives_no_coordinates(gazetteer: Gazetteer) -> None:
    (first, *_) = tell(gazetteer, ELSEWHERE).told
    place = first.incident.place
    assert place is not None
    assert (place.name, place.region, place.point) == ("Khogyani", "Nangarhar", None)


THERE = {
    # another town's dead are not this incident's; those taken to another town's hospital are
    "A bomb was found in Basra. Two soldiers were killed there.": ["3"],
    "In Basra, two policemen were killed by a mob, officials said.": ["3"],
    "A mob in Kirkuk killed five traders, officials said.": ["3"],
    "The army said that eight people were injured and taken to a hospital in Baghdad.": ["3", "8"],
    "Residents of Mosul said that five people had been killed, and sent a letter to Baghdad.": ["3", "5"],
}


@pytest.mark.parametrize(("paragraph", "counts"), THERE.items(), ids=list(THERE))
def test_a_toll_told_of_another_town_is_not_this_incidents(
    gazetteer: Gazetteer, paragraph: str, counts: list[str]
) -> None:
    main = tell(gazetteer, f"{LEAD} It lasted an hour.\n\nHelicopters were seen.\n\n{paragraph}").told[0]
    told = [str(c) for r in main.incident.toll for m in r.measures.values() for c in m.values()]
    assert told == counts


UNNAMED = {
    "A drone strike hit a car on a road about 40 kilometers east of Marib on Sunday, killing two people.": ("~40", "E", "near"),
    "Gunmen ambushed a convoy 25 km south of Mosul on Monday, killing a guard.": ("25", "S", "near"),
    "Two soldiers were killed on Monday in a clash 200 kilometres north of Mosul.": ("200", "N", "district"),
    "Two soldiers were killed on Monday by a mine 15 km from Mosul.": ("15", None, None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), UNNAMED.items(), ids=list(UNNAMED))
def test_a_spot_at_a_distance_from_a_town_is_not_the_town(
    gazetteer: Gazetteer, text: str, said: tuple[str, str | None, str | None]
) -> None:
    (first, *_) = tell(gazetteer, text).told
    place = first.incident.place
    assert place is not None
    assert place.offset is not None
    assert (place.offset.km, place.offset.bearing, place.precision) == said
    assert (place.point is None) == (said[2] is None)


IN_TOWN = "Two people were killed in Mosul on Monday. The minister spoke 300 km away in Baghdad."


def test_a_town_is_the_town(gazetteer: Gazetteer) -> None:
    (first, *_) = tell(gazetteer, IN_TOWN).told
    assert first.incident.place is not None
    assert (first.incident.place.name, first.incident.place.offset) == ("Mosul", None)


def test_every_value_points_to_the_words_it_was_read_from(gazetteer: Gazetteer) -> None:
    text = "US special forces raided a farm near Mosul at about 3 a.m. on Monday, killing three militants, the Pentagon said."
    (main,) = tell(gazetteer, text).told
    incident = main.incident
    found = incident.evidence
    assert found is not None
    words = {
        name: text[ref.start : ref.end] for name in ("kind", "date", "time", "place") for ref in getattr(found, name)
    }
    assert "Monday" in words["date"]
    assert "3 a.m." in words["time"]
    assert "Mosul" in words["place"]
    (report,) = incident.toll
    assert report.source is not None
    assert "three militants" in text[report.source.start : report.source.end]
    (actor,) = [a for a in incident.actors if a.role == "attacker"]
    assert (actor.name, actor.status, actor.by) == ("United States", "claimed", "Pentagon")
    assert actor.source is not None
    assert text[actor.source.start : actor.source.end].startswith("US")


def test_the_same_text_gives_the_same_telling(gazetteer: Gazetteer) -> None:
    assert tell(gazetteer, LEAD) == tell(gazetteer, LEAD)
