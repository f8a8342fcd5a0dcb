"""Who did it and whom they aimed at. The sentences are our own."""

import re

import pytest

from chronology.extract import actors, text

NATIONS = {
    "US": "United States",
    "American": "United States",
    "Israeli": "Israel",
    "Turkish": "Turkey",
    "French": "France",
}

TOLD = [
    # sentence, name, unit, role, status
    ("US special forces raided a farm.", "United States", None, "attacker", "stated"),
    ("A US ground raid killed two.", "United States", None, "attacker", "stated"),
    ("The Israeli airstrike hit a depot.", "Israel", None, "attacker", "stated"),
    ("Turkish warplanes bombed the ridge.", "Turkey", None, "attacker", "stated"),
    ("A US-led strike hit the camp.", "US-led coalition", None, "attacker", "stated"),
    ("American-led coalition warplanes struck twice.", "American-led coalition", None, "attacker", "stated"),
    ("A French-led operation began at dawn.", "France", None, "attacker", "stated"),
    ("The camp was attacked by US troops.", "United States", None, "attacker", "stated"),
    ("Fighters of the Taliban attacked a checkpoint.", "Taliban", None, "attacker", "stated"),
    ("Al-Shabaab claimed responsibility for the bombing.", "al-Shabaab", None, "attacker", "claimed"),
    ("Hamas denied involvement.", "Hamas", None, "attacker", "denied"),
    ("Officials blamed the attack on what they said were suspected Boko Haram militants who raided the town.", "Boko Haram", None, "attacker", "blamed"),
    ("US Special Operations Forces raided the house.", "United States", "Special Operations Forces", "attacker", "stated"),
    ("US Navy SEALs stormed the ship.", "United States", "Navy SEALs", "attacker", "stated"),
    ("The raid was aimed at capturing ISIS leaders.", "ISIS", None, "target", "stated"),
    ("The strike targeted al-Qaeda positions.", "al-Qaeda", None, "target", "stated"),
    ("Troops went in search of a Taliban leader.", "Taliban", None, "target", "stated"),
]  # fmt: skip


def found(sentence: str) -> list[tuple[str, str | None, str, str]]:
    nations = [
        actors.Nation(m.start(), m.end(), NATIONS[m.group()])
        for m in re.finditer(rf"\b(?:{'|'.join(NATIONS)})\b", sentence)
    ]
    return [(m.name, m.unit, m.role, m.status) for m in actors.find(text.sentences(sentence), nations)]


@pytest.mark.parametrize(("sentence", "name", "unit", "role", "status"), TOLD, ids=[row[0] for row in TOLD])
def test_forces_with_a_part_in_an_attack(sentence: str, name: str, unit: str | None, role: str, status: str) -> None:
    assert (name, unit, role, status) in found(sentence)


NO_PART = [
    "The US president will speak on Monday.",
    "A Turkish journalist reached the town.",
    "Israeli newspapers wrote about it.",
    "The French ambassador called for calm.",
    "ISIS is active in the province.",
    "The Taliban said nothing.",
]


@pytest.mark.parametrize("sentence", NO_PART, ids=NO_PART)
def test_names_without_a_part_in_an_attack(sentence: str) -> None:
    assert found(sentence) == []


def test_a_unit_alone_is_found_with_its_place() -> None:
    sentence = "The Army Delta Force commandos raided a camp."
    (one,) = text.sentences(sentence)
    unit = actors.unit_of(one)
    assert unit is not None
    name, start, end = unit
    assert (name, sentence[start:end]) == ("Delta Force", "Army Delta Force")


def test_a_unit_that_does_nothing_is_no_attacker() -> None:
    (one,) = text.sentences("He once served in Delta Force and wrote a book.")
    assert actors.unit_of(one) is None
