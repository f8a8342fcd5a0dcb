"""Who did it, and whom they aimed at, in the words of the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronology.extract.text import Sentence


@dataclass(frozen=True, slots=True)
class Nation:
    """Words that name a state or its people: "US", "Israeli"."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A force in a role. `name` is a state, a coalition or an armed group; start and end are the words it was read from."""

    start: int
    end: int
    sentence: int
    name: str
    unit: str | None
    role: str
    status: str
    rule: str


# The name that pages show, and the ways articles write it.
GROUPS: tuple[tuple[str, str], ...] = (
    ("ISIS", r"ISIS(?:-K)?|ISIL|IS|Isis|Daesh|Islamic State(?: (?:group|militants|fighters|of Iraq and \w+))?"),
    ("Taliban", r"Taliban|Taleban|Afghan Taliban"),
    ("Pakistani Taliban", r"Tehreek-e-Taliban(?: Pakistan)?|TTP|Pakistani Taliban"),
    ("al-Qaeda", r"[Aa]l[- ]Qa(?:e|i|')?da(?: in the (?:Arabian Peninsula|Islamic Maghreb))?|AQAP|AQIM"),
    ("al-Shabaab", r"[Aa]l[- ]Shabaa?b"),
    ("Boko Haram", r"Boko Haram"),
    ("ISWAP", r"ISWAP|Islamic State West Africa Province"),
    ("Tahrir al-Sham", r"(?:Hay[ae]t )?Tahrir [Aa]l-Sham|HTS"),
    ("Nusra Front", r"(?:[Aa]l-)?Nusra(?: Front)?|Jabhat al-Nusra"),
    ("Hamas", r"Hamas"),
    ("Palestinian Islamic Jihad", r"(?:Palestinian )?Islamic Jihad|PIJ"),
    ("Hezbollah", r"Hezbollah|Hizbullah|Hizballah"),
    ("Houthis", r"Houthis?|Ansar Allah|Ansarullah"),
    ("PKK", r"PKK|Kurdistan Workers['’]? Party"),
    ("SDF", r"SDF|Syrian Democratic Forces"),
    ("YPG", r"YPG|People['’]s Protection Units"),
    ("Haqqani network", r"Haqqani(?: network)?"),
    ("ETA", r"ETA"),
    ("FARC", r"FARC|Revolutionary Armed Forces of Colombia"),
    ("ELN", r"ELN|National Liberation Army"),
    ("FMLN", r"FMLN|Farabundo Marti National Liberation Front"),
    ("Shining Path", r"Shining Path|Sendero Luminoso"),
    ("M23", r"M23"),
    ("ADF", r"ADF|Allied Democratic Forces"),
    ("RSF", r"RSF|Rapid Support Forces"),
    ("Wagner Group", r"Wagner(?: Group)?"),
    ("NATO", r"NATO|Nato|ISAF|International Security Assistance Force"),
)

UNITS = r"(?:Army )?Delta Force|Navy SEALs?(?: Team \w+)?|SEAL Team \w+|Special Operations (?:Forces|Command)|Special Forces|Special Air Service|SAS|Army Rangers|Green Berets|Marine Corps|Marines|Air Force|Spetsnaz|Golani Brigade|Shayetet 13|Revolutionary Guards?|Quds Force|Frontier Corps|Gendarmerie"

_FORCES = (
    r"(?:special |armed |air |security |ground |government |occupation |elite |coalition |allied |army |navy |military |combat |attack |fighter |war ?|-led |-backed |led |backed )*"
    r"(?:forces?|troops?|soldiers?|commandos?|warplanes?|war ?planes?|planes?|jets?|aircraft|helicopters?|choppers?|gunships?|drones?|army|military|navy|police|marines|rangers|coalition|artillery|tanks?|gunmen|fighters?|militants?|rebels?|guerrillas?|agents)"
)
_ATTACK_NOUN = r"(?:(?:night|ground|air|aerial|drone|missile|military|special|commando|helicopter|suspected|precision|counter-?terrorism|deadly|pre-?dawn) ?){0,3}(?:raids?|strikes?|airstrikes?|air strikes?|attacks?|operations?|missions?|bombings?|bombardments?|shelling|assaults?|invasion|incursion|ambush)"
_DID = (
    r"(?:raided|stormed|attacked|struck|bombed|shelled|killed|shot|hit|targeted|surrounded|landed|fired|opened|ambushed|assaulted|bombarded|pounded"
    r"|launched|carried|conducted|mounted|executed|detained|captured|arrested|abducted|kidnapped|seized|entered|detonated|destroyed|blew|dropped|flew|captured|searched|engaged)"
)
_CLAIM = re.compile(r"\bclaimed (?:the )?(?:responsibility|credit|the attack)", re.IGNORECASE)
_DENY = re.compile(
    r"\bden(?:y|ies|ied) (?:any )?(?:responsibility|involvement|carrying out|being behind|it was behind)", re.IGNORECASE
)
_BLAME = re.compile(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|suspected|believed to be|allegedly)\b", re.IGNORECASE
)
_AIM = re.compile(
    r"\b(?:aimed at(?: capturing| killing| arresting)?|target(?:ed|ing)|against|focused on|went after|in search of|hunt(?:ing)? for|to (?:capture|kill|arrest|assassinate))"
    r" (?:(?:an?|the|several|some|suspected|senior|alleged|prominent|top|high-ranking|positions of|members of|fighters of|leaders of|\w+ leaders? of) ){0,3}",
    re.IGNORECASE,
)  # fmt: skip
_GROUP = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<g{i}>{words})" for i, (_, words) in enumerate(GROUPS)) + r")(?![\w-])"
)
_UNIT = re.compile(rf"(?<![\w-])(?:{UNITS})(?![\w-])")


def find(sentences: Iterable[Sentence], nations: Sequence[Nation]) -> tuple[Mention, ...]:
    """Every force with a role in the attack that its sentence tells of, in order."""
    found: list[Mention] = []
    for sentence in sentences:
        for name, start, end in _forces(sentence, nations):
            role = _role(sentence.text, start, end)
            if role is None:
                continue
            kind, status, rule, last = role
            unit = _unit(sentence.text, start, last)
            found.append(
                Mention(sentence.start + start, sentence.start + last, sentence.index, name, unit, kind, status, rule)
            )
    return tuple(found)


def named(text: str) -> str | None:
    """The armed group that a text names, if any."""
    m = _GROUP.search(text)
    return _group_name(m) if m else None


def unit_of(sentence: Sentence) -> tuple[str, int, int] | None:
    """A unit that a sentence names without its state ("Delta Force commandos conducted ..."), and where."""
    m = _UNIT.search(sentence.text)
    if m is None or not _DID_NEXT.match(sentence.text, m.end()):
        return None
    return _unit_name(m), sentence.start + m.start(), sentence.start + m.end()


def _group_name(m: re.Match[str]) -> str:
    return GROUPS[int((m.lastgroup or "g0")[1:])][0]


_LED = re.compile(
    r"""
    (?P<led>[-\s]led)\s (?:(?:international|military|air)\s)*
    (?: (?P<many>coalition|alliance|forces|strikes?|air\ ?strikes?|warplanes) | operations?|raids?|missions?|attacks? )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _forces(sentence: Sentence, nations: Sequence[Nation]) -> list[tuple[str, int, int]]:
    """Names with their offsets in the sentence: (name, start, end)."""
    text, found = sentence.text, []
    for nation in nations:
        if not sentence.start <= nation.start < sentence.end:
            continue
        start, end = nation.start - sentence.start, nation.end - sentence.start
        led = _LED.match(text, end)
        name = f"{text[start:end]}-led coalition" if led and led["many"] else nation.name
        found.append((name, start, led.end("led") if led else end))
    found += [(_group_name(m), m.start(), m.end()) for m in _GROUP.finditer(text)]
    return sorted(found, key=lambda force: force[1])


_FORCE_NEXT = re.compile(rf"[\s-]*(?:(?:{UNITS})|(?:{_FORCES}))(?:\s(?:{_FORCES}))?(?![\w-])", re.IGNORECASE)
_NOUN_NEXT = re.compile(
    rf"(?:['’]s)?[\s-]+(?:(?:{_FORCES})\s)?{_ATTACK_NOUN}(?![\w-])(?! on\b.{{0,30}}\bwas)", re.IGNORECASE
)
_DID_NEXT = re.compile(
    rf"(?:\s*,[^,]{{1,60}},)?(?:\s\w+){{0,4}}?\s(?:(?:have|has|had)\s)?(?:also\s)?{_DID}(?![\w-])(?! by\b)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\s(?:was|were|been|being|is|are)\s(?:\w+\s){0,2}$", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:{_DID}|{_ATTACK_NOUN}|carried out|launched|conducted|claimed)\s(?:[\w-]+\s){{0,3}}?by\s(?:(?:an?|the|suspected|members of)\s){{0,2}}$",
    re.IGNORECASE,
)


def _role(text: str, start: int, end: int) -> tuple[str, str, str, int] | None:
    """(role, status, rule, end of the words), or None where the sentence gives it no part in an attack."""
    before, rest = text[max(0, start - 80) : start], text[end : end + 160]
    if _CLAIM.match(rest.lstrip()) or re.match(r"\s(?:has |have |later |group )*claimed responsibility", rest):
        return "attacker", "claimed", "claimed responsibility", end
    if _DENY.match(rest.lstrip()):
        return "attacker", "denied", "denied", end
    aims = [aim.end() for aim in _AIM.finditer(before)]
    if aims and aims[-1] >= len(before.rstrip()):
        return "target", "stated", "aimed at", end
    status = "blamed" if _BLAME.search(before[-40:]) else "stated"
    if noun := _NOUN_NEXT.match(text, end):
        return "attacker", status, "force and attack", noun.end()
    force = _FORCE_NEXT.match(text, end)
    last = force.end() if force else end
    if _BY.search(before):
        return "attacker", status, "attack by", last
    if (did := _DID_NEXT.match(text, last)) and (force or named(text[start:end])):
        if _PASSIVE.search(text[last : did.end() - len(did.group().split()[-1])]):
            return None
        return "attacker", status, "force did", last
    return None


def _unit(text: str, start: int, end: int) -> str | None:
    m = _UNIT.search(text, max(0, start - 5), end + 40)
    return _unit_name(m) if m else None


def _unit_name(m: re.Match[str]) -> str:
    return m.group().removeprefix("Army ")
