"""Who says so; the sentences are our own, the outlets invented, and nobody real is given words."""

import pytest

from chronology.extract import text, voices


def claimant(body: str, words: str) -> tuple[str, str | None, str] | None:
    """(by, speaker, voice) of the words, or None for the outlet's own voice."""
    start = body.index(words)
    claim = voices.of(voices.find(body, text.sentences(body)), start, start + len(words))
    return (claim.by, claim.speaker, claim.voice) if claim else None


CLAIMS = {
    "According to local sources, four people died.": ("local sources", None, "local"),
    "Four people died, according to local sources.": ("local sources", None, "local"),
    "Four people died in the village, police said.": ("police", None, "official"),
    "The Harran Health Ministry said four people died.": ("Harran Health Ministry", None, "medical"),
    "A hospital official told the Valley Herald that four people died.": ("a hospital official", None, "medical"),
    "The Northern Observatory for Rights reported that four people died.": (
        "Northern Observatory for Rights",
        None,
        "monitor",
    ),
    "Released images show that four people died.": ("released images", None, "media"),
    "Leaked documents suggest that four people died.": ("leaked documents", None, "media"),
    "Satellite images showed that four people died.": ("satellite images", None, "media"),
    "Early reports indicate four people died.": ("early reports", None, "media"),
    "Witnesses said four people died.": ("witnesses", None, "local"),
    "Relatives told the Valley Herald that four people died.": ("relatives", None, "local"),
    "A local activist, Karim Odeh, said four people died.": ("an activist", None, "local"),
    "“Four people died,” Karim Odeh, another activist said.": ("an activist", None, "local"),
    "“Four people died,” said Karim Odeh, who lives nearby.": ("a person quoted by the article", None, "local"),
    "“They came at night. Four people died,” Karim Odeh, an activist, said.": ("an activist", None, "local"),
    "Ministry of Defense spokesman Colonel Ivo Brandt said four people died.": (
        "Ministry of Defense",
        "Ivo Brandt",
        "official",
    ),
    "Ivo Brandt, a spokesman for the Ministry of Defense, said four people died.": (
        "Ministry of Defense",
        "Ivo Brandt",
        "official",
    ),
    "A Pentagon spokesman said four people died.": ("Pentagon", None, "official"),
    "Officials say four people died.": ("officials", None, "official"),
    "Sheriff: four people died": ("Sheriff", None, "official"),
    # words that tell no kind, as they are written
    "The provincial council said that four people died.": ("provincial council", None, "official"),
    "The four people died in the town, the state emergency agency said.": ("state emergency agency", None, "official"),
    "The four people died in the town, the UN mission said on Sunday.": ("UN mission", None, "official"),
    "The four people died in the town, said the district council.": ("district council", None, "official"),
    "The Lowland Assembly said four people died.": ("Lowland Assembly", None, ""),
    "The organisers of the fair said four people died.": ("organisers of the fair", None, ""),
    "On Monday the rights commission said four people died.": ("rights commission", None, "official"),
    "A tribal delegation said four people died.": ("tribal delegation", None, "local"),
    "The head of the provincial council said four people died.": ("head of the provincial council", None, "official"),
    "Moscow said that four people died.": ("Moscow", None, ""),
    "Islamic Jihad said that four people died.": ("Islamic Jihad", None, ""),
    "Local elders said that four people died.": ("local elders", None, "local"),
    "Hamas said that four people died.": ("Hamas", None, ""),
    "Karim said that four people died.": ("a person quoted by the article", None, "local"),
    "The baker Karim Odeh said that four people died.": ("a person quoted by the article", None, "local"),
    "After the fire, many said that four people died.": ("people quoted by the article", None, ""),
    # other ways of telling
    "Police gave a toll of two, and the clinic said four people died.": ("clinic", None, "medical"),
    "The army denied that it fired and said that four people died.": ("army", None, "official"),
    "The army denied that four people died and said that it had left.": ("army", None, "official"),
    "The army has its word. Oslo’s air force said it flew. Moscow said four people died.": ("Moscow", None, ""),
    "The monitor Lowland Watch, citing medics, said four people died.": ("monitor Lowland Watch", None, "monitor"),
    "The civil defence had initially reported that four people died.": ("civil defence", None, "local"),
}


@pytest.mark.parametrize(("body", "expected"), CLAIMS.items(), ids=CLAIMS.keys())
def test_claimants(body: str, expected: tuple[str, str | None, str]) -> None:
    words = "our people died"
    assert claimant(body, words) == expected


OWN_VOICE = {
    "The images were shown on a day when four people died.",
    "He showed us the place where four people died.",
    "Four people died in the village.",
    "Valley Herald: Four people died in the village.",
    "Police came to the village. \nFour people died.",
    "Police received reports of shots. \nFour people died.",
    "The man was declared dead after four people died.",
    "It was reported that four people died.",
    "The ministry said the road was closed.\n\nFour people died.",
    "The ministry said the road was closed. On Monday, four people died in another raid.",
    "The council put the chairs away when four people died.",
    "The council gave the men a hall on the day when four people died.",
    "IVO BRANDT SAID LITTLE, AND OUR PEOPLE DIED. four people died.",
}


@pytest.mark.parametrize("body", sorted(OWN_VOICE))
def test_the_outlets_own_voice(body: str) -> None:
    assert claimant(body, "our people died") is None


def test_a_spokesman_of_nobody_in_particular() -> None:
    body = "“Four people died,” spokesman Major Ivo Brandt said."
    assert claimant(body, "our people died") == ("a spokesperson", "Ivo Brandt", "official")


@pytest.mark.parametrize(
    "body",
    [
        "Ministry spokesman Ivo Brandt said that the soldiers had left. Four people died.",
        "The police said in a statement that the road was closed. Four people died.",
        "Officials said the house was empty. There was a fight and four people died.",
    ],
)
def test_a_statement_goes_on_in_its_paragraph(body: str) -> None:
    assert claimant(body, "our people died") is not None


def test_two_claimants_in_one_sentence() -> None:
    body = "The ministry has said that a commander was the target, but released images show that four people died."
    assert claimant(body, "four people died") == ("released images", None, "media")
    assert claimant(body, "a commander was") == ("ministry", None, "official")


def test_a_last_name_stands_for_who_was_introduced() -> None:
    body = "Army spokesman Ivo Brandt spoke on Monday.\n\n“Four people died,” Brandt said."
    assert claimant(body, "Four people died") == ("Army", "Ivo Brandt", "official")


@pytest.mark.parametrize(
    ("headline", "introduced", "speaker"),
    [
        ("Holm: four people died", "Danish Prime Minister Ann Holm will speak tonight.", "Ann Holm"),
        ("Brandt: four people died", "Army spokesman Ivo Brandt will speak tonight.", "Ivo Brandt"),
        ("Lind: four people died", "Norland President Eva Lind will speak tonight.", "Eva Lind"),
    ],
)
def test_a_headline_names_who_is_introduced_below(headline: str, introduced: str, speaker: str) -> None:
    claim = claimant(f"{headline}\n\n{introduced}", "our people died")
    assert claim is not None
    assert claim[1] == speaker


@pytest.mark.parametrize(
    "body",
    [
        "“It was dark. Four people died. We ran,” Karim Odeh, a farmer, said.",
        "“They came by car. Four people died and we have no names,” a witness told the Valley Herald.",
        "“It was terrible,” a resident said. “Four people died.”",
    ],
)
def test_a_quotation_goes_on_over_sentences(body: str) -> None:
    claim = claimant(body, "our people died")
    assert claim is not None
    assert claim[2] == "local"


@pytest.mark.parametrize(
    "body",
    [
        "“It was terrible,” a resident said.\n\nFour people died.",
        "A resident spoke of “terrible days”. On Monday, four people died.",
    ],
)
def test_a_quotation_ends(body: str) -> None:
    assert claimant(body, "our people died") is None


def test_private_people_are_never_named() -> None:
    body = "Karim Odeh of the White Helmets said four people died. “They had no chance,” Odeh said. Neighbor Lina Sabra told us so."
    for claim in voices.find(body, text.sentences(body)):
        assert not {"Karim", "Odeh", "Lina", "Sabra"} & set(f"{claim.by} {claim.speaker}".split())


def test_a_side_is_told_by_the_institution() -> None:
    body = "The Danish Defense Ministry said four people died."
    (claim,) = voices.find(body, text.sentences(body))
    assert claim.side == "Danish"


@pytest.mark.parametrize("piece", ["said ", "Ann said ", "according to the ", "“", "Ann Bo, ", "spokesman Ann "])
def test_a_long_repetition_comes_to_an_end(piece: str) -> None:
    body = (piece * 40_000)[:40_000]  # what it costs is measured in benchmarks/speed.py
    assert all(0 <= claim.start < claim.end <= len(body) for claim in voices.find(body, text.sentences(body)))


@pytest.mark.parametrize(
    ("body", "by", "voice"),
    [
        ("NORO activists reported that four people died.", "NORO activists", "local"),
        ("Oslo-based Northern Observatory said four people died.", "Northern Observatory", "monitor"),
        ("A monitoring group said four people died.", "a monitoring group", "monitor"),
        ("A security source said four people died.", "a security source", "official"),
        ("The Harran News Agency reported that four people died.", "Harran News Agency", "media"),
        ("Harran Health Ministry: four people died", "Harran Health Ministry", "medical"),
        ("The internal forces (Amnar) left.\n\nAmnar said four people died.", "Amnar", "official"),
        ("The White Helmets said four people died.", "White Helmets", "local"),
    ],
)
def test_institutions(body: str, by: str, voice: str) -> None:
    claim = claimant(body, "our people died")
    assert claim == (by, None, voice)


def test_the_same_source_again() -> None:
    body = "A military source said the road was closed.\n\nThe source added that four people died."
    assert claimant(body, "our people died") == ("a military source", None, "official")


def test_a_title_with_a_colon_names_nobody() -> None:
    assert claimant("Harran and the Valley: Four people died", "our people died") is None


@pytest.mark.parametrize(
    ("body", "by", "speaker"),
    [
        ("Milton County Coroner Ivo Brandt said two men died.", "Milton County coroner", "Ivo Brandt"),
        ("Four people died, Capt. Ivo Brandt said.", "an officer", "Ivo Brandt"),
        ("Mayor Brandt said that two people were killed.", "mayor", "Brandt"),
        ("Norwick Mayor Ivo Brandt said that two people were killed.", "Norwick mayor", "Ivo Brandt"),
        ("Provincial governor Ivo Brandt said two men died.", "provincial governor", "Ivo Brandt"),
        ("Two men died when a shell fell, mayor Ivo Brandt said.", "mayor", "Ivo Brandt"),
        ("Deputy police chief Ivo Brandt said two men died.", "deputy police chief", "Ivo Brandt"),
        ("Ivo Brandt, the governor of Norwick, said two men died.", "governor of Norwick", "Ivo Brandt"),
        ("Army Secretary Ivo Brandt said two men died.", "Army Secretary", None),
        ("Army Col. Ivo Brandt said two men died.", "Army officer", "Ivo Brandt"),
    ],
)
def test_the_office_is_the_claimant_and_its_holder_the_speaker(body: str, by: str, speaker: str) -> None:
    claim = voices.of(voices.find(body, text.sentences(body)), 0, len(body))
    assert claim is not None
    assert (claim.by, claim.speaker) == (by, speaker)


@pytest.mark.parametrize(
    "body", ["Photo: two people were killed", "Related: three men died", "Update: four people killed"]
)
def test_a_label_is_no_claimant(body: str) -> None:
    assert voices.of(voices.find(body, text.sentences(body)), len(body) - 5, len(body)) is None


SHOUTED = "TWO PEOPLE WERE KILLED IN THE TOWN ON FRIDAY, POLICE SAID."


@pytest.mark.parametrize(
    ("body", "by"),
    [
        (SHOUTED, "police"),
        (SHOUTED.replace("POLICE", "THE HEALTH MINISTRY"), "health ministry"),
        (SHOUTED.replace("POLICE", "RESIDENTS"), "residents"),
        (SHOUTED.replace("POLICE", "IVO BRANDT"), None),
        (SHOUTED.replace("POLICE SAID", "A DAY OF RAIN"), None),
    ],
)
def test_capital_letters_throughout(body: str, by: str | None) -> None:
    claim = voices.of(voices.find(body, text.sentences(body)), 0, 10)
    assert (claim.by if claim else None) == by


@pytest.mark.parametrize("by", ["Police", "The town council", "Rescuers", "The monitor Lowland Watch, citing medics,"])
def test_who_puts_a_figure_on_it(by: str) -> None:
    body = f"{by} put the death toll at 9."
    assert voices.of(voices.find(body, text.sentences(body)), body.index("death"), len(body) - 1) is not None


def test_what_was_said_at_first_is_marked() -> None:
    for body, rule in (
        ("The clinic had initially reported four dead.", voices.EARLIER),
        ("The clinic initially said four had died.", voices.EARLIER),
        ("The clinic had reported four dead.", "X said"),
        ("The clinic first reported four dead.", "X said"),
    ):
        (claim,) = voices.find(body, text.sentences(body))
        assert claim.rule == rule
