"""The words that tell of an attack, and what kind they name. The sentences are our own."""

import pytest

from chronology.extract import kinds, text

TELLS = [
    # kind, sentence
    ("ground raid", "Troops raided a farm outside the town."),
    ("ground raid", "The house was stormed before dawn."),
    ("ground raid", "A security operation in the valley ended with two arrests."),
    ("ground raid", "Commandos landed from helicopters near the well."),
    ("ground raid", "Soldiers surrounded a house on the edge of the village."),
    ("ground raid", "The military mission in the east was short."),
    ("ground raid", "US operations in the north ended the same day."),
    ("airstrike", "An airstrike hit the workshop."),
    ("airstrike", "Two air strikes destroyed the depot."),
    ("airstrike", "Warplanes bombed the village."),
    ("airstrike", "Jets again struck the bridge."),
    ("airstrike", "The market was hit in an air raid."),
    ("drone strike", "A drone strike killed three."),
    ("drone strike", "They were killed by an armed drone."),
    ("drone strike", "A drone struck their car."),
    ("missile strike", "A missile attack damaged the port."),
    ("missile strike", "Rockets slammed into the square."),
    ("missile strike", "The group fired at least six rockets."),
    ("shelling", "Artillery fire hit two homes."),
    ("shelling", "The town was shelled overnight."),
    ("shelling", "A mortar attack wounded a guard."),
    ("strike", "Four died when a strike targeted the convoy."),
    ("strike", "Nobody else was hurt in the blitz."),
    ("strike", "A night strike on the camp was reported."),
    ("bomb", "A car bomb went off at the gate."),
    ("bomb", "An improvised explosive device was set off by a wire."),
    ("bomb", "A blast tore through the station."),
    ("suicide bombing", "A suicide bomber attacked the checkpoint."),
    ("suicide bombing", "One man blew himself up."),
    ("suicide bombing", "The suicide attack was the second in May."),
    ("mine", "Their car struck a mine."),
    ("mine", "A land mine explosion hurt a child."),
    ("mine", "He stepped on a mine on his way home."),
    ("chemical attack", "A chlorine attack was reported."),
    ("chemical attack", "The chemical attack began at five."),
    ("chemical attack", "A gas bombing left many sick."),
    ("shooting", "Gunmen opened fire on a bus."),
    ("shooting", "Two men were shot and killed outside the bar."),
    ("shooting", "A drive-by left one dead."),
    ("stabbing or ramming", "Three were stabbed at the stop."),
    ("stabbing or ramming", "A van was driven off after it ploughed into a crowd."),
    ("stabbing or ramming", "The knife attack lasted a minute."),
    ("execution", "Five prisoners were executed."),
    ("execution", "Two men were beheaded."),
    ("execution", "The mob lynched a driver."),
    ("ambush", "The patrol was ambushed on the pass."),
    ("ambush", "An ambush killed two guards."),
    ("ambush", "Fighters ambushed the convoy at dusk."),
    ("clash", "Clashes went on until noon."),
    ("clash", "A gun battle followed."),
    ("clash", "One guard died in a firefight."),
    ("seizure of people", "Nine students were kidnapped."),
    ("seizure of people", "Armed men abducted a teacher."),
    ("seizure of people", "They seized twelve workers."),
]


@pytest.mark.parametrize(("kind", "sentence"), TELLS, ids=[s for _, s in TELLS])
def test_words_that_tell_of_an_attack_name_its_kind(kind: str, sentence: str) -> None:
    chosen = kinds.of(kinds.find(text.sentences(sentence)))
    assert chosen is not None
    assert chosen.kind == kind
    assert sentence[chosen.start : chosen.end].lower() == chosen.word


SILENT = [
    "The coalition has been carrying out airstrikes in the east for years.",
    "Aircraft have repeatedly struck the province since 2014.",
    "There were raids every week in recent months.",
    "The group threatened to attack the port.",
    "They planned an ambush near the pass.",
    "The minister would strike a bargain.",
    "He is accused of bombings in two cities.",
    "The patrol was sent to prevent further attacks.",
    "Police foiled a bomb attack on the station.",
    "The guards thwarted an ambush.",
    "Railway workers strike over pay.",
    "Doctors went on with their work.",
    "A storm of protest followed.",
    "The team shot down the proposal, and the workers took strike action.",
    "The bomb squad trained in the park.",
]


@pytest.mark.parametrize("sentence", SILENT, ids=SILENT)
def test_aims_threats_campaigns_and_other_senses_tell_of_none(sentence: str) -> None:
    assert [t.word for t in kinds.find(text.sentences(sentence))] == []


EXACT = [
    ("airstrike", "The strike hit at noon. It was an airstrike, officials said."),
    ("drone strike", "Three died in an attack. A drone strike had hit their car."),
    ("ground raid", "Troops raided the camp. Heavy fighting followed."),
    ("other", "Nine people were killed. The attack lasted an hour."),
]


@pytest.mark.parametrize(("kind", "story"), EXACT, ids=[s for _, s in EXACT])
def test_the_exact_word_beats_the_vague_one_wherever_it_stands(kind: str, story: str) -> None:
    chosen = kinds.of(kinds.find(text.sentences(story)))
    assert chosen is not None
    assert chosen.kind == kind


def test_without_a_trigger_there_is_no_kind() -> None:
    assert kinds.of(()) is None
