"""The figure an article leads with; the sentences are our own."""

import pytest

from chronology.extract import text, tolls, tolls_leading


def figure(body: str, measure: str) -> str | None:
    count = tolls_leading.leading(tolls.find(body, text.sentences(body)), measure)
    return str(count) if count else None


KILLED = {
    "the first count stands": ("Two people were killed. Two men died at the scene.", "2"),
    "a headline counts": ("Three dead in shooting\n\nA man and two women died.", "3"),
    "a man who died later": ("A man was shot on Sunday. He died at the hospital.", "1"),
    "who kills himself is counted too": ("A man shot and killed his wife before killing himself.", "2"),
    "unless the count holds him": (
        "Two dead in shooting\n\nA man shot and killed his wife before killing himself.",
        "2",
    ),
    "a number before a word": ("Some fighters died. Twelve fighters were killed.", "12"),
    "a word alone": ("Several fighters were killed.", "several"),
    "a fatal event": ("Police look for a witness of the fatal shooting.", "1+"),
    "two at once": ("Investigators call it a double homicide.", "2"),
    "another raid's dead don't count": (
        "Three insurgents were captured. They are linked to an attack that killed four soldiers.",
        None,
    ),
    "a campaign's dead don't count": ("The war has killed 900 people since 2014.", None),
    "possible deaths don't count": ("Two men may have been killed.", None),
    "sides are added": ("Three civilians and two soldiers were killed.", "5"),
}
INJURED = {
    "the wounded": ("One person was killed and six were wounded.", "6"),
    "whoever was shot and lived": ("Four people were shot in the park on Sunday.", "4"),
    "less those who died": ("Four people were shot, one of them fatally.", "3"),
    "who died isn't injured": ("A man was shot on Sunday. He died at the hospital.", None),
    "one who lived beside one who died": (
        "A man was shot and killed. A woman was also shot and is in stable condition.",
        "1",
    ),
    "nobody": ("A man was killed. Nobody was injured.", "0"),
}
CAPTURED = {
    "another two come on top": ("Troops captured a rebel leader. They detained two more insurgents.", "3"),
    "others in the same sentence": ("Troops captured a rebel leader and detained two insurgents.", "3"),
    "the leader among them": (
        "Troops captured a rebel leader. They detained the leader and two of his associates.",
        "3",
    ),
    "said twice": ("Troops detained two insurgents. The two insurgents were detained at dawn.", "2"),
}


@pytest.mark.parametrize(("body", "expected"), KILLED.values(), ids=KILLED.keys())
def test_killed(body: str, expected: str | None) -> None:
    assert figure(body, "killed") == expected


@pytest.mark.parametrize(("body", "expected"), INJURED.values(), ids=INJURED.keys())
def test_injured(body: str, expected: str | None) -> None:
    assert figure(body, "injured") == expected


@pytest.mark.parametrize(("body", "expected"), CAPTURED.values(), ids=CAPTURED.keys())
def test_captured(body: str, expected: str | None) -> None:
    assert figure(body, "captured") == expected
