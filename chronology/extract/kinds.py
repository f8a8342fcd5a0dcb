"""What was done: the words that tell of a raid, strike or attack, and the kind that each names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chronology.extract.text import Sentence


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an attack. `plain` words ("attack", "operation") name no kind of their own."""

    start: int
    end: int
    sentence: int
    kind: str
    plain: bool
    word: str


_FORCES = (
    r"(?:troops|forces?|soldiers|commandos?|marines|rangers|police|agents|officers|helicopters?|military|army|security)"
)

# kind -> (its words, an example); a longer match wins, then the earlier row
_KINDS: tuple[tuple[str, str], ...] = (
    ("suicide bombing", r"suicide[ -](?:bomb(?:ing|er|ers|ings)?|attacks?|blasts?|car[ -]bomb\w*|vest\w*)|bl(?:ew|own|owing) (?:him|her|them)sel(?:f|ves) up"),
    ("chemical attack", r"(?:chemical|gas|sarin|chlorine)(?:[ -]weapons?)?[ -](?:attacks?|strikes?|bomb\w*)"),
    ("drone strike", r"(?:drone|uav|unmanned aerial vehicle)s?[ -](?:air[ -]?)?(?:strikes?|attacks?|raids?)|drones? (?:struck|hit|fired|bombed|targeted|attacked)|(?:struck|hit|killed|targeted) by (?:an? )?(?:\w+ ){0,2}drones?"),
    ("missile strike", r"(?:missile|rocket|katyusha)s?[ -](?:strikes?|attacks?|barrages?|salvos?|fire)|(?:missiles?|rockets?) (?:\w+ )?(?:struck|hit|landed|slammed|crashed|fell)|fired (?:\w+ ){0,4}?(?:missiles|rockets)"),
    ("airstrike", r"(?:air[ -]?strikes?|air[ -]raids?|air attacks?|aerial (?:bomb\w+|attacks?|strikes?|raids?)|barrel bombs?|bombing raids?|bombing runs?|precision (?:air)?strikes?)|(?:war|fighter )?(?:planes|jets|aircraft|warplanes?) (?:\w+ ){0,3}?(?:bombed|struck|hit|attacked|targeted|raided|pounded|dropped)|bombardment by (?:\w+ ){0,2}(?:jets|warplanes|planes)"),
    ("shelling", r"shell(?:ing|ed|s)|bombardments?|artillery(?: fire| strikes?| attacks?| barrage)?|mortars?(?: fire| attacks?| rounds?| shells?)?"),
    ("mine", r"(?:land[ -]?|anti-?personnel )mines?(?: (?:explosion|blast)s?)?|(?:stepped on|struck|hit|ran over|drove over) (?:a|an) (?:\w+ )?mine"),
    ("bomb", r"(?:(?:car|truck|roadside|vehicle|bus|motorcycle|nail|pipe|parcel|magnetic|twin|triple|planted)[ -])?bomb(?:ing|ings|s)?(?: (?:attacks?|blasts?|explosions?))?(?! disposal| squad| threat| shelter)|ied|improvised explosive devices?|explosive devices?|explosions?|blasts?|explod(?:ed|es)|detonat(?:ed|ion|ing)"),
    ("ambush", r"ambush(?:ed|es|ing)?"),
    ("execution", r"execut(?:ed|ions?)(?! orders?| the (?:operation|plan))|behead(?:ed|ing|ings)|lynch(?:ed|ing)"),
    ("stabbing or ramming", r"stabb(?:ed|ings?)|knife attacks?|(?:car|vehicle)[ -]ramming|(?:rammed|ploughed|plowed|drove) (?:\w+ ){0,3}into (?:a |the )?(?:crowd|pedestrians|people|bystanders)"),
    ("seizure of people", r"kidnapp?(?:ed|ing|ings)|abduct(?:ed|ion|ions|ing)|hostage[ -]taking|took (?:\w+ ){0,3}hostages?|seized (?:\w+ ){0,3}(?:hostages|people|villagers|students|girls|workers|passengers)"),
    ("ground raid", rf"raid(?:s|ed|ing)?|storm(?:ed|ing)(?! of)|night[ -]raids?|(?:commando|air[ -]?drop|airborne|air assault|helicopter(?:-borne)?|special (?:forces|operations?)|counter-?terror(?:ism|ist)?|anti-?terror(?:ism|ist)?|search|security|cordon|clearing|clearance|arrest|rescue|ground|capture|hostage[ -]rescue|partnered|combined|joint|deliberate|military)(?: (?:military|security|ground|and|force|special))? (?:operations?|missions?|raids?|sweeps?|search)|(?:us|u\.s\.|american|israeli|french|british|turkish|russian|{_FORCES}) operations?|(?:landed|descended|dropped) from helicopters|(?:surrounded|searched|entered|swept|cleared) (?:a|an|the|several|some|his|their)? ?(?:\w+ )?(?:house|home|building|compound|village|camp|apartment|hideout)s?"),
    ("clash", r"clash(?:es|ed|ing)?|firefights?|gun[ -]?(?:battles?|fights?)|exchange of (?:gun)?fire|shoot-?outs?|skirmish(?:es)?|fierce fighting|heavy fighting"),
    ("shooting", r"shootings?|shot(?: and (?:killed|wounded|injured))?(?! down)|gun(?:fire|shots?|ned down|men opened)|opened fire|drive-by|gunshot wounds?|gun(?:man|men)"),
    ("strike", r"(?<!workers )(?<!hunger )(?<!general )(?<!teachers )(?<!drivers )(?:precision |night )?strikes?(?! action| group| over (?:pay|wages))|struck|blitz"),
)  # fmt: skip

# tell of an attack, not of its kind
_PLAIN = r"attack(?:ed|s|ing)?|assault(?:ed|s)?|operations?|missions?|targeted|killings?|killed|murdered|massacred|slain|assassinat(?:ed|ion)|bombed|incidents?|engaged|slay(?:ing)?s?|homicides?|murders?|hit"

_TRIGGER = re.compile(
    r"(?<![\w-])(?:"
    + "|".join(f"(?P<k{i}>{words})" for i, (_, words) in enumerate(_KINDS))
    + f"|(?P<plain>{_PLAIN}))(?![\\w-])",
    re.IGNORECASE,
)

# not an attack that happened: an aim, a threat, a series of years, a word in another sense
_NOT_HERE = re.compile(
    r"""
    \b(?:
        (?: will | would | could | may | might | should | to | not | never ) \s        # vowed to attack, may strike
      | (?: aim(?:ed|s|ing)?\ at | plan(?:s|ned|ning)?(?:\ for|\ on)? | plot(?:s|ted|ting)? | threat(?:s|en(?:s|ed|ing)?)?\ of
          | intend(?:s|ed)? | prepar(?:es?|ed|ing)(?:\ for)? | prevent(?:s|ed|ing)? | foil(?:s|ed|ing)? | thwart(?:s|ed|ing)? | avert(?:s|ed|ing)? | avoid(?:s|ed|ing)? | future
          | responsible\ for | involved\ in | accused\ of | suspected\ (?:of|in) | directs? | directed | direction\ of
          | orchestrat\w+ | facilitat\w+ | coordinat\w+ | numerous | multiple ) \s
        (?: (?:an?|the|more|further|other|future|several|\w+) \s )?                    # planned a further attack
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)

_CAMPAIGN = re.compile(
    r"""
      \b(?: has|have|had )\ (?:also\ )?(?:repeatedly|long|often|been\ (?:carrying|conducting|striking|bombing|targeting|accused|blamed|fighting|waging))
    | \bsince\ (?:the\ (?:start|beginning|outbreak)|early|mid|late|last|\d{4}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|then)
    | \b(?: over|in|during|for )\ the\ (?:past|last)\ (?:\w+\ )?(?:weeks|months|years|decade)
    | \b(?: so\ far\ this\ (?:year|month) | this\ year | every\ (?:day|week|year) | in\ recent\ (?:days|weeks|months|years) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find(sentences: Iterable[Sentence]) -> tuple[Trigger, ...]:
    """The words in each sentence that tell of an attack, in order; aims, threats and campaigns are left out."""
    found: list[Trigger] = []
    for sentence in sentences:
        if campaign(sentence.text):
            continue
        for m in _TRIGGER.finditer(sentence.text):
            before = sentence.text[max(0, m.start() - 40) : m.start()]
            if _NOT_HERE.search(before):
                continue
            group = m.lastgroup or "plain"
            plain = group == "plain"
            kind = "other" if plain else _KINDS[int(group[1:])][0]
            start = sentence.start + m.start()
            found.append(Trigger(start, sentence.start + m.end(), sentence.index, kind, plain, m.group().lower()))
    return tuple(found)


def campaign(text: str) -> bool:
    """Whether a sentence tells of a series of attacks over a time, not of one."""
    return bool(_CAMPAIGN.search(text))


# A word that says how beats one that says only that: "the attack" was an airstrike, "the strike" a drone strike.
_VAGUE = {"other": 0, "strike": 1, "clash": 2, "bomb": 3, "shooting": 3, "ground raid": 3}


def of(triggers: Iterable[Trigger]) -> Trigger | None:
    """The trigger that names the kind of the incident that all of them tell of: exact before vague, then the first."""
    return max(triggers, key=lambda t: (not t.plain, min(_VAGUE.get(t.kind, 4), 3), -t.start), default=None)
