"""Sentences, words and number phrases; the sentences are our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.extract import text, text_numbers

CUTS = {
    "a full stop before a capital": "The raid began at dawn.|Nobody was hurt.",
    "a title is no end": "Lt. Col. Ann Reed and Gen. Omar spoke.|They left.",
    "an initial is no end": "J. R. Marsh was seen there.|He left.",
    "a country's letters are no end": "The U.S. Army said so.|It left.",
    "a country's letters at the end": "He returned to the U.S.|The house was empty.",
    "a month is no end": "It happened on Apr. 27 near Harran.|No one was hurt.",
    "a time before a weekday": "Shots rang out at 2 a.m. Sunday in the village.|Two men fled.",
    "a time at the end": "Shots rang out at 2 a.m.|Witnesses ran.",
    "a missing space": "The van burned.|Deputies closed the road.",
    "a quotation ends with its mark": "“They went down.”|The man pointed.",
    "a quotation goes on": "“They went down,” he said.|He pointed.",
    "a question": "Who gave the order?|Nobody answered.",
    "a headline without a stop": "Four hurt in raid\n|Four people were hurt on Monday.",
    "a list": "Read more:\n|Raid on a mill\n|Raid on a farm",
    "a wrapped line goes on": "Soldiers surrounded the house on the outskirts of the\ntown before dawn.|They left.",
    "a masked caption parts sentences": "The raid began        |Four people were hurt",
    "a number begins a sentence": "The bomb hit a market.|13 people were killed.",
    "a decimal is no end": "It fell 2.5 kilometers away.|No one came.",
    "a web address is no end": "See example.org for the list.|It is long.",
    "Fla. is no end before a name": "The man from Ocala, Fla. was hurt.|He is 30.",
}


@pytest.mark.parametrize("joined", CUTS.values(), ids=CUTS.keys())
def test_sentences(joined: str) -> None:
    expected = [piece.strip() for piece in joined.split("|")]
    body = joined.replace(".|", ". ").replace("|", " ") if "\n" not in joined else joined.replace("|", "")
    if "missing" in next(name for name, cut in CUTS.items() if cut == joined):
        body = joined.replace("|", "")
    assert [sentence.text.strip() for sentence in text.sentences(body)] == expected


@given(st.text(alphabet="aB .!?\"'”\n13-,"))
def test_sentences_stand_where_they_say_and_lose_nothing(body: str) -> None:
    found = text.sentences(body)
    assert all(body[s.start : s.end] == s.text for s in found)
    assert [s.index for s in found] == list(range(len(found)))
    assert "".join("".join(s.text for s in found).split()) == "".join(body.split())
    for word in text.words(body, 0):
        assert body[word.start : word.end] == word.text


COUNTS = {
    "13 people": "13",
    "thirteen people": "13",
    "twenty-one people": "21",
    "twenty one people": "21",
    "a hundred and six people": "106",
    "1,200 people": "1200",
    "nearly twenty": "~20",
    "about 30 men": "~30",
    "around 30 men": "~30",
    "some 30 men": "~30",
    "an estimated 30 men": "~30",
    "at least 13": "13+",
    "no fewer than 13": "13+",
    "more than 20": "20+",
    "over a dozen": "12+",
    "20 or more": "20+",
    "two dozen": "24",
    "half a dozen": "6",
    "a couple of men": "~2",
    "dozens of men": "dozens",
    "scores of men": "scores",
    "hundreds of men": "hundreds",
    "several men": "several",
    "multiple men": "several",
    "a number of men": "several",
    "some men": "some",
    "a few men": "a few",
    "many men": "many",
    "up to 15": "..15",
    "as many as 15": "..15",
    "fewer than 15": "..15",
    "between 10 and 15": "10-15",
    "10 to 15": "10-15",
    "10-15 people": "10-15",
    "two or three": "2-3",
    "no men": "0",
    "none of them": "0",
    "one man": "1",
    "another two men": "2",
    "at least several": "several",
}


@pytest.mark.parametrize(("phrase", "expected"), COUNTS.items(), ids=COUNTS.keys())
def test_numbers(phrase: str, expected: str) -> None:
    (number,) = text_numbers.find(text.words(phrase))
    assert str(number.count) == expected
    assert number.first == 0


NO_COUNTS = (
    "a 13-year-old boy",
    "a boy aged 6 and",
    "$13",
    "13 percent",
    "at 2:30 pm",
    "on Apr. 27 near",
    "on October 4 near",
    "on 4 October near",
    "60 kilometers away",
    "the 3rd Brigade",
    "an F-16 and an AK-47",
    "Ann Reed, 24, was",
    "in 2014",
    "Route 9 near",
    "no one was there",
    "no longer there",
    "an estimated 15 shots",
    "12 vehicles burned",
)


@pytest.mark.parametrize("phrase", NO_COUNTS)
def test_numbers_of_something_else(phrase: str) -> None:
    assert text_numbers.find(text.words(phrase)) == ()


@pytest.mark.parametrize("piece", ["a", " ", ".", "A. ", '"', '. "', "1-", "a\n", "13 "])
def test_a_long_repetition_comes_to_an_end(piece: str) -> None:
    body = (piece * 100_000)[:100_000]  # what it costs is measured in benchmarks/speed.py
    assert all(body[s.start : s.end] == s.text for s in text.sentences(body))
    assert text_numbers.find(text.words(body)) is not None


ENGLISH = [
    "Troops raided a farm outside the town on Monday, and three men who were in the house were killed, the army said in a statement.",
    "AT LEAST 13 PEOPLE WERE KILLED WHEN A BOMB EXPLODED AT THE MARKET IN THE CENTER OF THE TOWN, AND THE POLICE SAID THAT IT WAS THE THIRD.",
    "Raid kills three",
    "",
]
OTHER = [
    "Des soldats ont mené un raid contre une ferme près de la ville lundi, et trois hommes qui se trouvaient dans la maison ont été tués, selon l'armée.",
    "Soldaten stürmten am Montag einen Hof außerhalb der Stadt, und drei Männer, die im Haus waren, wurden getötet, wie die Armee am Abend mitteilte, ohne mehr zu sagen.",
    "Soldados asaltaron el lunes una granja en las afueras de la ciudad y tres hombres que estaban en la casa murieron, dijo el ejército en un comunicado de prensa.",
    "داهم جنود مزرعة خارج البلدة يوم الاثنين وقتل ثلاثة رجال كانوا في المنزل بحسب ما قال الجيش في بيان له مساء اليوم وأضاف أن أربعة آخرين أصيبوا بجروح ونقلوا إلى المستشفى",
]


@pytest.mark.parametrize("body", ENGLISH)
def test_english_is_known(body: str) -> None:
    assert text.is_english(body)


@pytest.mark.parametrize("body", OTHER)
def test_other_languages_are_known(body: str) -> None:
    assert not text.is_english(body)
