"""Place names in sentences of our own: found, placed as surely as the text allows, and left open where it doesn't."""

from __future__ import annotations

import pytest

from chronology import archive, earth
from chronology.extract import places
from chronology.extract.places import Toponym
from chronology.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.open()


def read(text: str, gazetteer: Gazetteer) -> tuple[Toponym, ...]:
    return places.resolve(places.find(text, gazetteer), gazetteer, text)


def one(text: str, name: str, gazetteer: Gazetteer) -> Toponym:
    found = [p for p in read(text, gazetteer) if p.text == name]
    assert found, f"{name} is not found; found are {[p.text for p in read(text, gazetteer)]}"
    return found[0]


FOUND = {
    "a country and a city after in": ("Two shells fell in Mosul, officials in Iraq said.", ["Mosul", "Iraq"]),
    "a village of which no gazetteer knows": ("A raid struck the village of Kafr Zannur in Syria.", ["Kafr Zannur", "Syria"]),
    "a district that no gazetteer knows": ("Forces searched a compound in Zerkoh Pain district, Helmand province.", ["Zerkoh Pain", "Helmand"]),
    "a demonym": ("A Turkish drone crashed in Syria.", ["Turkish", "Syria"]),
    "a dateline": ("KABUL, Afghanistan (May 3) - A patrol was hit.", ["KABUL", "Afghanistan"]),
    "a short form with full stops": ("The U.S. envoy left Baghdad.", ["U.S.", "Baghdad"]),
    "a state's short form": ("A man was shot in Louisville, Ky., on Friday.", ["Louisville", "Ky."]),
    "a postal code behind its city": ("A man was shot in Louisville, KY on Friday.", ["Louisville", "KY"]),
    "a name of several words with small ones": ("Rebels of the Democratic Republic of the Congo fled.", ["Democratic Republic of the Congo"]),
    "a name before -based and -led": ("A London-based monitor said the US-led coalition struck.", ["London", "US"]),
    "an owner": ("Syria's Idlib province was bombed.", ["Syria", "Idlib"]),
    "an Arabic article": ("Jets bombed the town of al-Bab in Syria.", ["al-Bab", "Syria"]),
    "a saint": ("The plane from St. Louis landed in Missouri.", ["St. Louis", "Missouri"]),
    "a name heard otherwise": ("Aleppo was calm. Fighting in Raqaa, Syria, went on.", ["Aleppo", "Raqaa", "Syria"]),
    "a name broken by an indented line": ("The blast was heard all over the city of New\n            York, in the state of New Jersey.", ["New\n            York", "New Jersey"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_what_is_a_place_name(text: str, expected: list[str], world: Gazetteer) -> None:
    found = read(text, world)
    assert [p.text for p in found] == expected
    assert [text[p.start : p.end] for p in found] == expected


NOT_FOUND = {
    "a person whose name is a city": "Sandra Jackson said she would appeal. Mr. Jackson declined to comment.",
    "weekdays and months": "On Sunday in May, and again on March 3, We were told to wait.",
    "sentences that begin with what is a town somewhere": "Many were hurt. Police came. Most left. Reading helps. Of those, none died.",
    "an armed group": "ISIS and the Taliban claimed it; Hezbollah denied it.",
    "a title and a surname": "President Lincoln met Gen. Houston and Judge Cleveland.",
    "a miss who is no state": "Miss Adele met Mo and Al. Ill children got well.",
    "small letters": "they ate turkey from china in the jordan shoes, said us all.",
    "us as a word": "They told us. THEY TOLD US NOTHING about it, or me.",
    "no name at all": "",
    "only marks": "?!... -- ’’ ““",
}


@pytest.mark.parametrize("text", NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_is_no_place_name(text: str, world: Gazetteer) -> None:
    assert [p.text for p in read(text, world)] == []


@pytest.mark.xfail(reason="a first name that is a great city, before a surname that occurs once")
def test_paris_whitlow(world: Gazetteer) -> None:
    assert [p.text for p in read("Paris Whitlow said that she would appeal.", world)] == []


PLACED = {
    "people count where nothing else does": ("The mayor of Paris spoke.", "Paris", "FR", None),
    "containment beats people": ("A man was shot in Paris, Texas, on Friday.", "Paris", "US", "Texas"),
    "containment in words beats people": ("A bomb went off in Tripoli in northern Lebanon.", "Tripoli", "LB", None),
    "the country of the text beats people": ("Lebanon mourned. Shells hit Tripoli, said Lebanese officers in Beirut.", "Tripoli", "LB", None),
    "a demonym says the country": ("The Libyan city of Tripoli was shelled.", "Tripoli", "LY", None),
    "a region by its word": ("Aleppo province was bombed in Syria.", "Aleppo", "SY", "Aleppo"),
    "nearness": ("A storm passed Dayton and Columbus, then Springfield.", "Springfield", "US", "Ohio"),
    "one sense a text": ("Athens, Georgia, was quiet. Students in Athens slept.", "Athens", "US", "Georgia"),
    "a country by its short form": ("The UK and the U.S. agreed.", "UK", "GB", None),
    "a district of a province": ("They met in Sangin district, Helmand province.", "Sangin", "AF", "Helmand"),
    "an owner says the country": ("Jets struck Georgia's Gori.", "Gori", "GE", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country", "region"), PLACED.values(), ids=PLACED)
def test_which_place_of_a_name(text: str, name: str, country: str, region: str | None, world: Gazetteer) -> None:
    found = [p for p in read(text, world) if p.text == name]
    assert {p.country for p in found} == {country}
    assert region is None or {p.region for p in found} == {region}
    assert all(p.lat is not None for p in found)


OPEN = {
    "a village that no gazetteer knows": ("A raid struck the village of Kafr Zannur in Idlib, Syria.", "Kafr Zannur"),
    "a name of many towns": ("A house burned in San Antonio Abad y Sur and in Springfield.", "Springfield"),
    "a direction without a distance": ("They bombed the village of Kafr Zannur, north of Raqqa, in Syria.", "Kafr Zannur"),
    "a small namesake in a country that the text doesn't name": ("The Syrian army shelled the village of Kubar.", "Kubar"),
    "a distance from a province": ("Jets bombed the village of Kafr Zannur, 60 km south of Helmand province.", "Kafr Zannur"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name"), OPEN.values(), ids=OPEN)
def test_rather_no_coordinates_than_wrong_ones(text: str, name: str, world: Gazetteer) -> None:
    found = one(text, name, world)
    assert (found.lat, found.lon, found.located_by) == (None, None, None)


def test_the_region_is_kept_where_the_village_is_open(world: Gazetteer) -> None:
    found = one(
        "A raid struck the village of Kafr Zannur in the northern province of Aleppo, Syria.", "Kafr Zannur", world
    )
    assert (found.region, found.country, found.precision) == ("Aleppo", "SY", None)


COMPUTED = {
    "kilometres and a direction": ("A raid hit the village of Zannura, nearly 60 kilometers northwest of Deir ez-Zor, Syria.", "~60", "NW", "Deir ez-Zor", 60),
    "miles become kilometres": ("A raid hit the village of Zannura, 50 miles east of Kandahar, Afghanistan.", "80", "E", "Kandahar", 80.5),
    "a number in words": ("A bomb fell on the hamlet of Zannura, about twenty kilometres south of Mosul in Iraq.", "~20", "S", "Mosul", 20),
    "km without a blank": ("They shelled the town of Zannura, some 40km north-east of Aleppo, Syria.", "~40", "NE", "Aleppo", 40),
    "of the city of": ("It hit the village of Zannura, 15 km west of the city of Homs, Syria.", "15", "W", "Homs", 15),
}  # fmt: skip


@pytest.mark.parametrize(("text", "km", "bearing", "of", "distance"), COMPUTED.values(), ids=COMPUTED)
def test_a_place_that_is_placed_by_another(
    text: str, km: str, bearing: str, of: str, distance: float, world: Gazetteer
) -> None:
    found = one(text, "Zannura", world)
    anchor = one(text, of, world)
    assert found.offset is not None
    assert (found.offset.km, found.offset.bearing, found.offset.of) == (km, bearing, of)
    assert found.located_by == "computed"
    assert found.precision in ("near", "district")
    assert None not in (found.lat, found.lon, anchor.lat, anchor.lon, found.radius_km)
    away = earth.distance_km(anchor.lat, anchor.lon, found.lat, found.lon)  # type: ignore[arg-type]
    assert away == pytest.approx(distance, abs=0.5)
    assert found.radius_km is not None
    assert found.radius_km >= 0.4 * distance


NOT_COMPUTED = {
    "a speed": "The car went 60 kilometers an hour to Homs in Syria from the village of Zannura.",
    "a distance to something else": "The village of Zannura is poor. The river runs 60 km south of Homs, Syria.",
    "a length": "A 60 km road leads from the village of Zannura to Homs, Syria.",
}


@pytest.mark.parametrize("text", NOT_COMPUTED.values(), ids=NOT_COMPUTED)
def test_what_places_nothing(text: str, world: Gazetteer) -> None:
    found = one(text, "Zannura", world)
    assert (found.lat, found.offset) == (None, None)


PLACES = """\
- name: Kafr Zannur
  aka: [Kefer Zannoor]
  country: SY
  region: Idlib
  lat: 36.10
  lon: 36.60
  precision: town
- name: Tell Birka
  country: SY
  lat: 35.10
  lon: 36.60
  precision: town
- name: Tell Birka
  country: SY
  lat: 36.30
  lon: 36.65
  precision: town
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("own")
    (folder / "places.yaml").write_text(PLACES, encoding="utf-8")
    beside, problems = archive.load_beside(folder / "incidents")
    assert problems == ()
    return Gazetteer.open(None, beside.places)


def test_a_place_made_by_hand_wins(known: Gazetteer) -> None:
    found = one("They shelled the village of Kefer Zannoor in Syria.", "Kefer Zannoor", known)
    assert (found.name, found.lat, found.located_by, found.precision) == ("Kafr Zannur", 36.1, "hand", "town")


@pytest.mark.parametrize(
    ("text", "lat"),
    [
        pytest.param("The village of Tell Birka lies 22 kilometers from Kafr Zannur in Syria.", 36.3, id="the distance picks one"),
        pytest.param("They shelled the village of Tell Birka, 100 km south of Kafr Zannur, Syria.", 35.1, id="so does the direction"),
        pytest.param(
            "He was killed in the village of Tell Birka in Syria. The town of Kafr Zannur is 22 kilometers from the place where he died.",
            36.3,
            id="a distance from where something happened",
        ),
        pytest.param("They shelled the village of Tell Birka in Syria.", None, id="without either it stays open"),
    ],
)  # fmt: skip
def test_geometry_picks_among_namesakes(text: str, lat: float | None, known: Gazetteer) -> None:
    assert one(text, "Tell Birka", known).lat == lat


def test_a_row_within_reach_of_the_computed_point_is_preferred(known: Gazetteer) -> None:
    found = one("It hit the village of Tell Birka, about 20 km north of Kafr Zannur, Syria.", "Tell Birka", known)
    assert (found.lat, found.located_by) == (36.3, "hand")
    assert found.offset is not None
    assert found.offset.km == "~20"


@pytest.mark.parametrize(
    ("text", "name", "precision", "detail"),
    [
        pytest.param("They met on the outskirts of the town of Sarmin, Syria.", "Sarmin", "near", "outskirts", id="the outskirts"),
        pytest.param("They met near Aleppo, Syria.", "Aleppo", "near", None, id="near"),
        pytest.param("It fell in the Sarmin area, close to the Turkish border, in Syria.", "Sarmin", "near", "close to the Turkish border", id="an area and a border"),
        pytest.param("They met in the town of Sarmin, Syria.", "Sarmin", "town", None, id="the town itself"),
        pytest.param("They met in Idlib province, Syria.", "Idlib", "region", None, id="a province never looks like a town"),
        pytest.param("They met in Syria.", "Syria", "country", None, id="a country"),
        pytest.param("A ship sank in the Red Sea.", "Red Sea", "sea", None, id="the sea"),
    ],
)  # fmt: skip
def test_how_exact_it_is(text: str, name: str, precision: str, detail: str | None, world: Gazetteer) -> None:
    found = one(text, name, world)
    assert (found.precision, found.detail) == (precision, detail)


def test_demonyms_are_a_class_of_their_own(world: Gazetteer) -> None:
    found = one("Turkish jets bombed Syria.", "Turkish", world)
    assert (found.kind, found.country) == ("demonym", "TR")


def test_the_same_text_gives_the_same_answer_whatever_was_read_before(world: Gazetteer) -> None:
    text = "Tripoli was quiet. The Lebanese army left Tripoli for Beirut."
    first = read(text, Gazetteer.open())
    read("Tripoli, Libya. Springfield, Ohio.", world)
    assert read(text, world) == first


SENTENCE = "On Monday the army shelled the village of Kafr Zannur, 20 km north of Homs in Syria, Mr. Adel Qasim said. "


@pytest.mark.parametrize(
    "piece",
    [SENTENCE, "Aa ", "New York ", "the village of ", "al-", "A.", "20 km north of ", "Syria's ", ", ", "In the "],
)
def test_a_long_repetition_comes_to_an_end(piece: str, world: Gazetteer) -> None:
    text = piece * (80_000 // len(piece))
    assert all(text[found.start : found.end] == found.text for found in read(text, world))


WITHIN = {
    "in": ("A raid hit the village of Zannura in Idlib province.", "Zannura", ["Idlib"]),
    "in the northern province of": ("A raid hit the village of Zannura in the northern province of Aleppo.", "Zannura", ["Aleppo"]),
    "district of province": ("A raid hit Zannura district, Helmand province.", "Zannura", ["Helmand"]),
    "a comma": ("A man was shot in Dayton, Ohio.", "Dayton", ["Ohio"]),
    "a possessive": ("They shelled Syria's Idlib.", "Idlib", ["Syria"]),
    "a possessive and an adjective": ("They shelled Syria's northern Idlib.", "Idlib", ["Syria"]),
    "the people's city": ("They shelled the Syrian city of Homs.", "Homs", ["Syrian"]),
    "the people's coastal town": ("They shelled the Syrian coastal town of Zannura.", "Zannura", ["Syrian"]),
    "a quarter of a city": ("They shelled the Zannura district of Aleppo.", "Zannura", ["Aleppo"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "name", "outer"), WITHIN.values(), ids=WITHIN)
def test_what_lies_in_what(text: str, name: str, outer: list[str], world: Gazetteer) -> None:
    assert _outer(text, name, world) == outer


NOT_WITHIN = {
    "the country that attacks": ("Israeli air strikes on Damascus went on.", "Damascus"),
    "a country's strikes": ("Israel's strikes on Damascus went on.", "Damascus"),
    "a list of countries": ("Envoys of Iraq, Iran and Syria met.", "Iraq"),
    "a list of states": ("It rained in Ohio, Iowa and Texas.", "Ohio"),
    "in response to": ("He left Homs in response to Turkey.", "Homs"),
    "the next sentence": ("They shelled Homs. In Syria, nobody slept.", "Homs"),
}


@pytest.mark.parametrize(("text", "name"), NOT_WITHIN.values(), ids=NOT_WITHIN)
def test_what_does_not_lie_in_what(text: str, name: str, world: Gazetteer) -> None:
    assert _outer(text, name, world) == []


def _outer(text: str, name: str, gazetteer: Gazetteer) -> list[str]:
    mentions = places.find(text, gazetteer)
    inner = next(m for m in mentions if m.text == name)
    return [mentions[at].text for at in (*inner.within, *([] if inner.beyond is None else [inner.beyond]))]


CUES = {
    "the village of": ("They raided the village of Zannura.", "cue: village of"),
    "villages of": ("They raided the villages of Zannura and others.", "cue: village of"),
    "a town called": ("They raided a town called Zannura.", "cue: town of"),
    "a village behind the name": ("They raided Zannura village at night.", "cue: village"),
    "a district behind the name": ("They raided Zannura district at night.", "cue: district"),
    "a region behind the name": ("They bombed Zannura region at night.", "cue: region"),
    "an area behind the name": ("They bombed the Zannura area at night.", "cue: area"),
    "a camp": ("They bombed the Zannura refugee camp at night.", "cue: camp"),
    "the outskirts of": ("They met on the outskirts of the town of Zannura.", "cue: town of"),
    "a town before the name": ("They met in the border town Zannura.", "cue: the town"),
}


@pytest.mark.parametrize(("text", "rule"), CUES.values(), ids=CUES)
def test_words_that_make_a_place_of_an_unknown_name(text: str, rule: str, world: Gazetteer) -> None:
    found = one(text, "Zannura", world)
    assert found.rule.startswith(f"{rule};")
    assert found.lat is None


NO_CUES = {
    "no word for it": "They met Zannura at night.",
    "a person": "They met Zannura of the village council.",
    "an adjective": "They raided the village of an old man, Zannura.",
    "a town hall": "The Village of the Year was Zannura.",
    "a title case District": "The Zannura Unified District met.",
}


@pytest.mark.parametrize("text", NO_CUES.values(), ids=NO_CUES)
def test_words_that_do_not(text: str, world: Gazetteer) -> None:
    assert [p.text for p in read(text, world)] == []


@pytest.mark.parametrize(
    ("text", "beside"),
    [
        pytest.param("They raided the village of Zannura near Homs, Syria.", "Homs", id="near"),
        pytest.param("They raided the village of Zannura, close to the town of Sarmin, Syria.", "Sarmin", id="close to the town of"),
        pytest.param("They raided the village of Zannura, just outside Homs in Syria.", "Homs", id="just outside"),
    ],
)  # fmt: skip
def test_an_unknown_place_beside_a_known_one_is_near_it(text: str, beside: str, world: Gazetteer) -> None:
    found, other = one(text, "Zannura", world), one(text, beside, world)
    assert (found.lat, found.lon, found.precision, found.radius_km) == (other.lat, other.lon, "near", 25.0)
    assert found.offset is not None
    assert (found.offset.km, found.offset.of) == (None, beside)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They raided the village of Zannura near the Syrian border.", id="a border is no town"),
        pytest.param("They raided the village of Zannura. Near Homs, Syria, all was calm.", id="the next sentence"),
        pytest.param("They raided the village of Zannura in Aleppo province, near the Syrian coast.", id="a coast"),
    ],
)
def test_what_an_unknown_place_is_not_beside(text: str, world: Gazetteer) -> None:
    assert (one(text, "Zannura", world).lat, one(text, "Zannura", world).offset) == (None, None)


def test_a_province_named_like_its_town_is_the_province(world: Gazetteer) -> None:
    found = read("Idlib province was bombed. In the city of Idlib, Syria, people fled.", world)
    assert [(p.text, p.precision) for p in found] == [("Idlib", "region"), ("Idlib", "town"), ("Syria", "country")]


def test_a_quarter_is_not_a_town_of_that_name_far_away(world: Gazetteer) -> None:
    found = one("Shells hit the Palmyra neighborhood of Aleppo in Syria.", "Palmyra", world)
    assert found.lat is None
