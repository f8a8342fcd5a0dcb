"""Reports of killed, injured, captured and missing people; the sentences are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.extract import text, tolls


def reports(body: str) -> list[str]:
    """Each report as "measure group count ...", with what is noted about it in brackets."""
    found = []
    for toll in tolls.find(body, text.sentences(body)):
        counts = " ".join(f"{group} {count}" for group, count in toll.counts.items())
        notes = [toll.stance] if toll.stance != "says" else []
        found.append(" ".join([f"{toll.measure}: {counts}", *(f"[{note}]" for note in notes)]))
    return found


REPORTS = {
    # active
    "The blast killed 13 people.": ["killed: total 13"],
    "Soldiers killed two insurgents and detained nine others.": ["killed: fighters 2", "captured: total 9"],
    "The patrol shot dead three armed militants near the bridge.": ["killed: fighters 3"],
    "The shell landed on a school, killing four children and wounding at least 20 others.": [
        "killed: children 4",
        "injured: total 20+",
    ],
    "The bombing claimed the lives of 31 worshippers.": ["killed: total 31"],
    "The strike has killed nearly thirty civilians.": ["killed: civilians ~30"],
    "The explosion left 13 dead and 40 wounded.": ["killed: total 13", "injured: total 40"],
    "The mortar fire left at least seven people dead.": ["killed: total 7+"],
    "Gunmen killed a policeman and abducted his brother.": ["killed: police 1", "captured: men 1"],
    "They stormed the camp, killed some fighters and took several others.": [
        "killed: fighters some",
        "captured: total several",
    ],
    "They took two men captive.": ["captured: men 2"],
    "They killed one guard and took a dozen others.": ["killed: total 1", "captured: total 12"],
    # passive
    "Thirteen people were killed in the raid.": ["killed: total 13"],
    "At least 13 villagers, including four women and six children, died in the raid.": [
        "killed: total 13+ women 4 children 6"
    ],
    "Nearly twenty civilians were killed when a shell hit the market.": ["killed: civilians ~20"],
    "Up to 15 rebels are reported to have been killed.": ["killed: fighters ..15"],
    "Two farmers driving home with a cart of wood were wounded.": ["injured: total 2"],
    "A woman was shot and killed outside a store.": ["killed: women 1"],
    "A 9-year-old boy was shot near a well.": ["injured: children 1"],
    "Three villagers were taken captive by the fighters.": ["captured: total 3"],
    "One soldier was killed and three wounded.": ["killed: soldiers 1", "injured: total 3"],
    "Two men and a woman were shot.": ["injured: total 3 men 2 women 1"],
    "Several people also sustained injuries in the blast.": ["injured: total several"],
    "Ten villagers sustained injuries.": ["injured: total 10"],
    "Four others suffered minor injuries.": ["injured: total 4"],
    "One officer received gunshot wounds.": ["injured: police 1"],
    "The army is looking into whether it killed a civilian.": ["killed: civilians 1 [possible]"],
    "A member of the National Army was killed.": ["killed: soldiers 1"],
    "Two members of a rebel militia were killed.": ["killed: fighters 2"],
    "Two members of the choir were killed.": ["killed: total 2"],
    "Two reserve officers were wounded.": ["injured: soldiers 2"],
    "A boy was rushed by boat to a hospital.": ["injured: children 1"],
    # lists and parts
    "Thirteen people, five of them children, were killed.": ["killed: total 13 children 5"],
    "Thirteen people, all of them civilians, were killed.": ["killed: civilians 13"],
    "Thirteen people - among them four women - were killed.": ["killed: total 13 women 4"],
    "The shell killed a man, his wife and two children.": ["killed: total 4 men 1 women 1 children 2"],
    "The driver, a student, was killed.": ["killed: total 1"],
    "Karim Odeh, a driver, was killed.": ["killed: total 1"],
    "The blast killed a commander and two of his guards.": ["killed: total 3 leaders 1"],
    "The strike killed a commander along with two villagers.": ["killed: total 3 leaders 1"],
    "The raid killed a commander and several fighters.": ["killed: total several leaders 1 fighters several"],
    "Also killed in the raid were two shepherds.": ["killed: total 2"],
    "Among the dead were three children.": ["killed: children 3"],
    "No women or children were injured.": ["injured: women 0 children 0"],
    "Four people were shot, one of them fatally.": ["injured: total 4", "killed: total 1"],
    "He shot his brother dead.": ["killed: men 1"],
    "They beat two men to death.": ["killed: men 2"],
    "A family of four was killed.": ["killed: total 4"],
    "Rescuers took two wounded people to a clinic.": ["injured: total 2"],
    "The flood claimed 13 lives.": ["killed: total 13"],
    # intransitive, adjectives, headlines
    "Two people died at the scene.": ["killed: total 2"],
    "Six miners are missing.": ["missing: total 6"],
    "13 killed in raid on a farm": ["killed: total 13"],
    "One dead, six injured in shooting": ["killed: total 1", "injured: total 6"],
    "Man killed, another wounded in ambush": ["killed: men 1", "injured: total 1"],
    "Rebel commander killed by shell": ["killed: leaders 1"],
    # nouns
    "The raid led to the deaths of two rebel fighters.": ["killed: fighters 2"],
    "The clashes resulted in the deaths of three soldiers.": ["killed: soldiers 3"],
    "The storming of the farm ended with the death of a shepherd.": ["killed: total 1"],
    "The operation resulted in the capture of a militant leader.": ["captured: leaders 1"],
    "The shelling caused two civilian deaths and nine injuries.": ["killed: civilians 2", "injured: total 9"],
    "Rescuers recovered 13 bodies from the rubble.": ["killed: total 13"],
    "The bodies of two men were found in a ditch.": ["killed: men 2"],
    "The death toll rose to 13 on Friday.": ["killed: total 13"],
    "The ministry raised the death toll from 11 to 13.": ["killed: total 13"],
    # none, possible, denied
    "There were no casualties.": ["casualties: total 0"],
    "There were no casualties among our troops.": ["casualties: soldiers 0"],
    "There were no casualties for the Danish soldiers.": ["casualties: soldiers 0"],
    "No civilians were harmed.": ["casualties: civilians 0"],
    "Nobody was injured.": ["injured: total 0"],
    "The airstrike did not harm any civilians.": ["casualties: civilians 0"],
    "The fighting went on, with the possibility of casualties among Danish forces.": [
        "casualties: soldiers some [possible]"
    ],
    "Locals spoke of the possibility of casualties among the Danish troops.": ["casualties: soldiers some [possible]"],
    "The strike ended with possible casualties among the Norwegian soldiers.": ["casualties: soldiers some [possible]"],
    "Two hostages may have been killed.": ["killed: hostages 2 [possible]"],
    "Dozens of miners are feared dead.": ["killed: total dozens [possible]"],
    "The army denied that 12 civilians had been killed.": ["killed: civilians 12 [denies]"],
    # a part of the dead, and what may be more
    "Elders said that two of the dead were civilians.": ["killed: civilians 2"],
    "Three of the wounded were police officers.": ["injured: police 3"],
    "Two of the dead were its fighters.": ["killed: fighters 2"],
    "His uncle and two cousins were among the dead.": ["killed: total 3+ men 1"],
    "The shell killed three Syrians, among them a 61-year-old woman.": ["killed: total 3 women 1"],
    "The attackers left behind three bodies and a truck.": ["killed: attackers 3"],
    "The raiders fled, leaving behind two bodies.": ["killed: attackers 2"],
    "The militants left behind four bodies.": ["killed: fighters 4"],
    "The gunmen left three bodies by the road.": ["killed: total 3"],
    "A truck left behind three bodies by the road.": ["killed: total 3"],
    # a toll that somebody puts
    "The monitor put the toll at 31, including nine children.": ["killed: total 31 children 9"],
    "Police put the death toll at 9.": ["killed: total 9"],
    "The town put its toll at the gate.": [],
    "The toll rose to 27 after four people died of their wounds.": ["killed: total 27"],
    "The death toll from a strike on a market in the town of Harran, in the north, rose to 27 on Monday.": [
        "killed: total 27"
    ],
    "The death toll from a strike on a market in the town of Harran led to 27 visits.": [],
    "The death toll climbed to nine when two men succumbed to their injuries.": ["killed: total 9"],
    "The toll rose to 27 when a shell hit a house and four people died.": ["killed: total 27", "killed: total 4"],
    "Four people died of their wounds.": ["killed: total 4"],
    # sought
    "Rescuers were still looking for two missing miners.": ["missing: total 2"],
    "Divers sought three missing sailors.": ["missing: soldiers 3"],
    "A missing boy was found.": [],
    # a denial ends where something is asserted
    "The army denied the strike and said that its jets hit a depot, killing up to 40 militants.": [
        "killed: fighters ..40"
    ],
    "The army denied that 12 civilians were killed, but said that three rebels were killed.": [
        "killed: civilians 12 [denies]",
        "killed: fighters 3",
    ],
    "The army denied carrying out the raid that killed 12 civilians.": ["killed: civilians 12"],
    "The army denied that the strike killed 12 civilians.": ["killed: civilians 12 [denies]"],
    "The army rejected claims that it had killed 12 civilians.": ["killed: civilians 12 [denies]"],
    # a leader, by name
    "The raid killed the group's leader Omar Tal.": ["killed: leaders 1"],
    "Rebel leader Omar Tal was killed by a drone.": ["killed: leaders 1"],
    "The statement spoke of rebel leader Omar Tal. Omar Tal was killed in the village of Harran.": [
        "killed: leaders 1"
    ],
    "They hunted militant commander Ali Sur. Ali Sur was killed at dawn.": ["killed: leaders 1"],
    "The emir Karim Bazzi hid there. It is the house where Karim Bazzi was killed.": ["killed: leaders 1"],
    "Omar Tal was killed in the village of Harran.": ["killed: total 1"],
    "The raid ended with the death of Omar Tal, a rebel leader.": ["killed: leaders 1"],
}


@pytest.mark.parametrize(("body", "expected"), REPORTS.items(), ids=REPORTS.keys())
def test_reports(body: str, expected: list[str]) -> None:
    assert reports(body) == expected


NO_REPORTS = (
    "The operation was aimed at capturing rebel leaders.",
    "The raid was meant to capture two commanders.",
    "The men had planned to kill three officers.",
    "The group threatened to execute the hostages.",
    "The alliance has often been accused of targeting and killing civilians.",
    "The network has been blamed for killing civilians.",
    "Two people could be killed by such a bomb.",
    "The raid was carried out without killing anyone.",
    "The officer was not killed.",
    "The soldiers left after three hours.",
    "Some 300 troops were sent to the border.",
    "A van with rebel fighters was destroyed from the air.",
    "Two helicopters and 14 vehicles were destroyed.",
    "The forces seized 13 rifles and 200 rounds of ammunition.",
    "A shot was fired at a wall.",
    "He shot at two officers.",
    "The 23-year-old man lives in the town.",
    "The number of tents rose to 13.",
    "The movement killed 13 hours of talks.",
    "The group executed numerous attacks.",
    "Farmers rushed the wounded to the hospital.",
    "The possibility of talks among the troops was raised.",
    "The statement mentioned casualties.",
    "They took some photographs.",
    "She took two others to the market.",
    "Police were called to a shooting scene.",
    "The man who speaks for the victims was there.",
    "Medics pronounced the road safe.",
    "Troops captured 13 trucks.",
    "The statement did not say how many civilians, if any, were harmed.",
    "It was not clear how many people died.",
    "The officer declined to say whether soldiers were wounded.",
    "The town asked how many of its men were killed.",
)


@pytest.mark.parametrize("body", NO_REPORTS)
def test_no_reports(body: str) -> None:
    assert reports(body) == []


def only(body: str) -> tolls.Toll:
    (toll,) = tolls.find(body, text.sentences(body))
    return toll


@pytest.mark.parametrize(
    ("body", "affiliation"),
    [
        ("There were no casualties for Danish troops.", "Danish"),
        ("Two Danish soldiers were killed.", "Danish"),
        ("The shell killed three coalition soldiers.", "coalition"),
        ("The clash wounded three of our soldiers.", "our"),
        ("Three villagers died.", ""),
    ],
)
def test_affiliation(body: str, affiliation: str) -> None:
    assert only(body).affiliation == affiliation


def test_known_people_are_marked() -> None:
    assert only("The man died in hospital.").definite
    assert only("He was pronounced dead.").definite
    assert not only("A man died in hospital.").definite


def test_more_people_are_marked() -> None:
    assert only("Two more men died.").additional
    assert only("Another man died.").additional
    assert not only("Two men died.").additional


def test_a_campaign_is_marked() -> None:
    assert only("The war has killed 4,000 people since 2014.").cumulative
    assert not only("The raid killed four people on December 8, 2016.").cumulative


@pytest.mark.parametrize(
    "body",
    [
        "More than 1,700 civilians were killed in the country last year.",
        "In the province this month, 90 people were killed.",
        "Some 300 farmers were killed across the region in 2020.",
        "Last year, in the whole country, 1,700 civilians were killed.",
        "Nationwide, 40 officers were killed.",
    ],
)
def test_a_year_all_over_a_country_is_a_campaign(body: str) -> None:
    assert only(body).cumulative


@pytest.mark.parametrize(
    "body",
    [
        "A bombing in the province last year killed 40 people.",
        "Forty people were killed last year in Harran.",
        "Two farmers were killed in the country's north on Monday.",
        "The raid in the city last month killed two farmers.",
    ],
)
def test_one_attack_in_a_country_is_none(body: str) -> None:
    assert not only(body).cumulative


@pytest.mark.parametrize(
    "body",
    [
        "The rebel leader is linked to an attack that killed four soldiers.",
        "Insurgents fled. The man was involved in a bombing that killed four people.",
        "He is the planner of several insurgent attacks, including the killing of four soldiers.",
    ],
)
def test_another_attack_is_marked(body: str) -> None:
    assert only(body).aside


@pytest.mark.parametrize(
    "body",
    [
        "The insurgents left. Two weeks earlier, on 6 August, a strike on the town killed four soldiers.",
        "The insurgent attack killed four soldiers.",
        "Police seek a man linked to the shooting that killed four people.",
    ],
)
def test_the_attack_itself_is_not_marked(body: str) -> None:
    assert not only(body).aside


def test_the_evidence_holds_the_words() -> None:
    body = "In the end, at least 13 villagers, including four women, were killed in Harran."
    toll = only(body)
    assert body[toll.start : toll.end] == "at least 13 villagers, including four women, were killed"


PIECES = [
    "13",
    "people",
    "men",
    "killed",
    "were",
    "was",
    ",",
    "and",
    "including",
    "of",
    "the",
    "a",
    "died",
    "no",
    "shot",
    ".",
]


@given(st.lists(st.sampled_from(PIECES)))
def test_any_words_read_without_harm(pieces: list[str]) -> None:
    body = " ".join(pieces)
    for toll in tolls.find(body, text.sentences(body)):
        assert toll.counts
        assert 0 <= toll.start < toll.end <= len(body)


@pytest.mark.parametrize(
    "piece", ["killed ", "13 ", "a man was killed and ", "no casualties ", "to hospital taken ", "a, ", "Ann "]
)
def test_a_long_repetition_comes_to_an_end(piece: str) -> None:
    body = "killed " + (piece * 40_000)[:40_000]  # what it costs is measured in benchmarks/speed.py
    assert all(0 <= toll.start < toll.end <= len(body) for toll in tolls.find(body, text.sentences(body)))


@pytest.mark.parametrize("body", ["A man was shot.", "She was taken to a hospital.", "He suffered a gunshot wound."])
def test_who_was_only_struck_may_have_died(body: str) -> None:
    assert only(body).struck


@pytest.mark.parametrize("body", ["Forty others sustained injuries.", "A man was wounded.", "Three others were shot."])
def test_the_injured_and_others_have_not(body: str) -> None:
    assert not only(body).struck


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("Two civilians, a farmer and his brother, were killed.", {"civilians": "2"}),
        ("The blast killed two people, a teacher and her son.", {"total": "2"}),
        ("The blast killed two soldiers, a farmer and a boy.", {"total": "4", "soldiers": "2", "children": "1"}),
    ],
)
def test_who_the_counted_are_is_not_counted_again(body: str, counts: dict[str, str]) -> None:
    assert {group: str(count) for group, count in only(body).counts.items()} == counts


@pytest.mark.parametrize(
    ("body", "counts"),
    [
        ("The blast killed 12 people, 5 of them police, and not 20 as first said.", {"total": "12", "police": "5"}),
        ("The blast killed 12 people, five of them police officers.", {"total": "12", "police": "5"}),
        ("The blast killed 12 people, five of them drivers.", {"total": "12"}),
        ("It killed the commander and four of his men.", {"total": "5", "leaders": "1"}),
    ],
)
def test_some_of_them_are_no_more_than_they(body: str, counts: dict[str, str]) -> None:
    assert {group: str(count) for group, count in tolls.find(body, text.sentences(body))[0].counts.items()} == counts


@pytest.mark.parametrize(
    "body",
    [
        "The army did not say how many civilians were killed in the airstrike.",
        "It is not known how many people died.",
        "Had the bomb gone off, 50 people would have been killed.",
        "Dozens would have died.",
    ],
)
def test_what_is_not_said_and_what_would_have_been_is_no_toll(body: str) -> None:
    assert tolls.find(body, text.sentences(body)) == ()
