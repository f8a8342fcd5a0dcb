"""Whose voice a few words name: an institution and who speaks for it, or the role of somebody private."""

import re
from dataclasses import dataclass

from chronology.extract import voices_words as lex
from chronology.extract import voices_written


@dataclass(frozen=True, slots=True)
class Voice:
    """`by` and `speaker` as a report has them; `side` is the nation or side in the source's words."""

    by: str
    speaker: str | None
    voice: str
    side: str | None


SOMEONE = Voice("a person quoted by the article", None, "local", None)
"""A private person of whom the article says no more than a name."""


class Speakers:
    """Those who may speak in one article, as its text introduces them."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.introduced: dict[str, Voice] = {}
        if _OFFICES.search(body):
            for pattern in (_SPOKESMAN, _NAMED_SPOKESMAN, _HEAD, _OFFICER):
                for match in pattern.finditer(body):
                    voice = _introduced(match)
                    for name in (match["speaker"], match["speaker"].rpartition(" ")[2]):
                        self.introduced.setdefault(name, voice)

    def voice(self, who: str, as_written: bool = True) -> Voice | None:
        """Whose voice the words name, from the surest to the least sure; None if they name nobody.

        Words that tell no kind stand as they are written; not so where capitals don't tell names apart.
        """
        who = " ".join(who.split()).strip(' ,.;:–—-“”"')
        if not who or _PRONOUN.fullmatch(who) or _NO_VOICE.search(who):
            return None
        for pattern in (_SPOKESMAN, _NAMED_SPOKESMAN, _HEAD):
            match = pattern.search(who)
            if match:
                return _introduced(match)
        for role, by in _ROLES:
            if role.search(who):
                owner = re.match(r"(?:[Tt]he )?([A-Z]{2,6}) (?=[a-z]+\Z)", who)  # "SOHR activists"
                return Voice(f"{owner[1]} {by}" if owner else by, None, _kind(who), None)
        if voices_written.speaks_by_name(who):
            return Voice(who, None, "", who)
        last = who.rpartition(" ")[2]
        known = self.introduced.get(who) or self.introduced.get(last)
        if known:
            return known
        match = _SOME_SPOKESMAN.search(who)
        if match:
            return Voice("a spokesperson", match["speaker"], "official", None)
        match = _OFFICER.search(who)
        if match:
            return Voice(_institution(who[: match.start()]) or "an officer", match["speaker"], "official", None)
        match = _OFFICE_HOLDER.search(who) or _HOLDS_OFFICE.fullmatch(who)
        if match:
            return Voice(_office(match), match["speaker"], _kind(match["office"]), _side(match["where"] or ""))
        if f"({who})" in self.body:  # "the internal security forces (Asayish)"
            return Voice(who, None, _kind(who), None)
        return _unnamed(who) or (SOMEONE if self._person(who) else None) or (_written(who) if as_written else None)

    def _person(self, who: str) -> bool:
        """Whether the words are a full name, or a last name that the article gives in full elsewhere."""
        if _PERSON.fullmatch(who):
            return not who.startswith("The ")
        return who.isalpha() and who[0].isupper() and bool(re.search(rf"[A-Z][\w’'-]+\s{re.escape(who)}\b", self.body))


_NAME = r"[A-Z][\w’'-]+(?:\s(?:al|bin|de|van|von|[A-Z]\.|(?:al-|el-)?[A-Z][\w’'-]+)){1,3}"
_OF = r"[A-Z][\w.’'-]*|of|for|and|the|police|military|army|government|coalition|ministry|defen[cs]e|foreign|interior|health"
_TITLES = rf"(?:{lex.RANKS}\s){{0,3}}"

# "Ministry of Defense spokesman Colonel Ivo Brandt"
_SPOKESMAN = re.compile(
    rf"""(?P<by>[A-Z][\w.’'-]*(?:\s(?:{_OF})){{0,6}}) \s(?:(?:chief|deputy|press|top)\s)?
    (?:[Ss]pokes(?:man|woman|person)|press\ssecretary) \s{_TITLES} (?P<speaker>{_NAME})""",
    re.VERBOSE,
)
# "Milton County Coroner Ivo Brandt": the office answers, a name alone never stands as the claimant
_OFFICE_HOLDER = re.compile(
    rf"""(?P<where>(?:[A-Z][\w.’'&-]*\s(?:and\s|of\s)?)*?)
    (?P<office>(?:(?i:first|assistant|deputy|acting|chief|police|army|fire|state|prime|defen[cs]e|interior|foreign|health
        |provincial|regional|district|local|military|village|town|city|council)\s)*
      (?:(?i:coroner|mayor|prosecutor|attorney|sheriff|governor|judge|minister|president|council(?:man|woman|member)|commissioner|marshal
        |superintendent|director|chief|chair(?:man|woman)|investigator|head|lawmaker|senator|ambassador|administrator|commander|officer|official)|Captain|Capt\.|Major|Maj\.|Cmdr\.|Commander|Colonel|Col\.|Cpl\.?|Corporal|Sergeant|Sgt\.
        |Detective|Trooper|Lieutenant|Lt\.|(?:Lt\.\s|Vice\s|Brig\.\s|Maj\.\s)?(?:Gen\.|Adm\.|General|Admiral)|Rep\.|Sen\.|Dr\.|Rev\.)
      (?:\sof\s(?:Police|Detectives))?,?)
    \s{_TITLES}(?P<speaker>{_NAME}|[A-Z][\w’'-]+)\Z""",
    re.VERBOSE,
)
# "Ivo Brandt, the governor of Norwick"
_HOLDS_OFFICE = re.compile(
    rf"""(?P<speaker>{_NAME}),\s(?:the\s|an?\s)?(?P<where>)
    (?P<office>(?:[\w’'-]+\s){{0,4}}(?:mayor|governor|prosecutor|minister|president|commissioner|chair(?:man|woman)|ambassador|senator)
      (?:\s(?:of|for)(?:\s[\w’'-]+){{1,5}})?)""",
    re.VERBOSE,
)
# captions, labels and numbers that stand where a claimant may
_NO_VOICE = re.compile(
    r"""\A(?:photos?|images?|videos?|stor(?:y|ies)|news|related|update[ds]?|posted|published|source|caption|medical|department|chief|reports?
    |.*\b(?:coverage|photos?|videos?|resting|facebook|sources\ same)\b.*)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ivo Brandt, a spokesman for the Ministry of Defense"
_NAMED_SPOKESMAN = re.compile(
    rf"""(?P<speaker>{_NAME}), \s(?:(?:a|the|chief|an|deputy|police|department|military|senior)\s){{0,3}}
    (?:spokes(?:man|woman|person)|head|commander|director|chief) \s(?:for|of|at|with)\s(?:the\s)?
    (?P<by>[A-Z][\w.’'-]*(?:\s(?:{_OF})){{0,6}})""",
    re.VERBOSE,
)
# "spokesman Colonel Ivo Brandt"
_SOME_SPOKESMAN = re.compile(rf"[Ss]pokes(?:man|woman|person)\s{_TITLES}(?P<speaker>{_NAME})", re.VERBOSE)
# "Danish Prime Minister Ann Holm"
_HEAD = re.compile(
    rf"(?P<side>(?:[A-Z][\w.]+\s){{0,2}})(?P<office>{lex.HEADS_OF_STATE})\s(?P<speaker>{_NAME}|[A-Z][\w’'-]+)",
    re.VERBOSE,
)
# "Sgt. Ivo Brandt"
_OFFICER = re.compile(rf"(?P<rank>{lex.POLICE_RANKS})\s(?P<speaker>{_NAME})", re.VERBOSE)
# the others are an army's as well
_POLICE_RANK = re.compile(r"Sheriff|Police|Chief|Officer|Deputy|Det|Inspector|Trooper|Commissioner|Superintendent")
_OFFICES = re.compile(
    rf"[Ss]pokes | secretary | {lex.HEADS_OF_STATE} | {lex.POLICE_RANKS} | (?:head|commander|director|chief)\s(?:of|for)",
    re.VERBOSE,
)
_PERSON = re.compile(rf"{_TITLES}{_NAME}(?:,.*)?", re.VERBOSE)
_PRONOUN = re.compile(r"(?i:he|she|they|it|who|i|we|you|which|that|there|this|one|what|those)")
_ROLES = tuple((re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.VERBOSE | re.IGNORECASE), by) for words, by in lex.ROLES)
_KINDS = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?!\w)", re.VERBOSE | re.IGNORECASE)) for kind, words in lex.VOICES
)


def _introduced(match: re.Match[str]) -> Voice:
    fields = match.groupdict()
    if "office" in fields:
        side = (fields["side"] or "").strip()
        heads = side and re.match(r"President|Prime|Chancellor|King|Premier", fields["office"])
        by = f"{side} government" if heads else f"{side} {fields['office']}".strip()
        return Voice(by, fields["speaker"], "official", side or None)
    if "rank" in fields:
        return Voice(
            "police" if _POLICE_RANK.match(fields["rank"]) else "an officer", fields["speaker"], "official", None
        )
    by = _institution(fields["by"] or "") or _bare(fields["by"] or "")
    return Voice(by, fields["speaker"], _kind(by), _side(by))


# -- institutions ------------------------------------------------------------------------------------

_ARTICLE = re.compile(
    r"(?i:(?:the|a|an|this|that|one|another|two|three|several|some|so-called|his|her|their|in|on|at|and|but|[\w.]+-based)\s+)+"
)
_A_SPOKESMAN = re.compile(
    r"""(?P<by>[\w.’'\s-]{2,60}?)\s(?:spokes(?:man|woman|person|people)|press\ssecretary|statement)\Z   # "a police spokesman"
    | spokes(?:man|woman|person|people)\s(?:for|of|with)\s(?P<of>[\w.’'\s-]{2,60})                      # "a spokesman for the police"
    """,
    re.VERBOSE,
)
# Written small unless they belong to a name.
_COMMON = re.compile(
    r"""(?:(?:Local|Security|Military|Senior|Health|Medical|State|City|County|Federal|Opposition|Rebel)\s)?
    (?i:officials?|police|authorities|deputies|investigators|detectives|sources?|officers?|military|army|forces|government|troops|prosecutors)""",
    re.VERBOSE,
)
_ONE_OF_MANY = re.compile(r"(?i:an?)\s.*\b(?:source|official|officer|commander|diplomat|group|deputy)\Z")


_RANK = re.compile(r"(?:\b(?:Capt|Cmdr|Col|Cpl|Sgt|Lt|Maj|Gen|Adm|Brig)\.?(?:\s|\Z))+")


def _office(match: re.Match[str]) -> str:
    """ "Milton County coroner"; without a place "coroner"."""
    office = match["office"].rstrip(",")
    if office == "Dr.":
        return "a doctor"
    if _RANK.search(office):
        whose = f"{_bare(match['where'])} {_RANK.sub('', office)}".strip()
        return f"{whose} officer" if whose else "an officer"
    small = office.lower() if office.istitle() else office[0].lower() + office[1:]
    return f"{_bare(match['where'])} {small}".strip()


def _written(who: str) -> Voice | None:
    """Whom the words name without telling a kind: as they stand."""
    if _SOME_PEOPLE.fullmatch(who):
        return Voice("people quoted by the article", None, "", None)
    by = voices_written.as_written(who)
    if by:
        return Voice(by, None, _kind(by) if tells_a_kind(by) else "", _side(by))
    return SOMEONE if _ONE_NAME.fullmatch(who) or _ROLE_AND_NAME.fullmatch(who) else None


_SOME_PEOPLE = re.compile(r"(?i:many|some|others|several|people)")
_ROLE_AND_NAME = re.compile(rf"(?:[Tt]he|[Aa]n?)\s(?:[a-z-]+\s){{1,3}}{_NAME}")
_ONE_NAME = re.compile(r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|None\b)[A-Z][a-z’'-]{2,}")


def _unnamed(who: str) -> Voice | None:
    """An institution, somebody unnamed who speaks for one, or unnamed officials."""
    spoken = _A_SPOKESMAN.search(who)
    named = (spoken["by"] or spoken["of"]) if spoken else who
    by = _institution(named) or (_bare(named) if spoken else None)
    if not by or by.lower() in ("the", "a", "an"):
        return None
    kind, side = _kind(f"{by} spokesman" if spoken else by), _side(by)
    if _COMMON.fullmatch(by):
        by = by[0].lower() + by[1:]
    if not spoken and _ONE_OF_MANY.fullmatch(who):
        by = f"{who.split(maxsplit=1)[0].lower()} {by}"
    return Voice(by, None, kind, side)


_KEYWORD = re.compile("|".join(rf"(?:{words})" for _, words in lex.VOICES), re.VERBOSE | re.IGNORECASE)
_WITHIN = re.compile(
    r"""[A-Z][\w.’'&-]*|of|for|and|the|in|to|local|senior|military|security|defen[cs]e|foreign|interior|health|police|city
    |county|state|federal|government|army|law|enforcement|news|war|rights|civil|medical|hospital|intelligence|rescue
    |opposition|rebel|coalition|regional|national|official|medics|initial|unidentified|unnamed""",
    re.VERBOSE,
)
_TITLE_CASE = re.compile(r"[A-Z]{2,6}|[A-Z][\w.’'-]+(?:\s(?:of|for|the|and|[A-Z][\w.’'-]+)){2,7}")


def _institution(who: str) -> str | None:
    """The institution, or unnamed officials, in the words: a word that tells a kind, and what belongs to it."""
    words = _before_name(re.sub(rf"^{_TITLES}{_NAME} of (?:the )?", "", _bare(who)).split())
    hits = [n for n, word in enumerate(words) if _KEYWORD.fullmatch(re.sub(r"[(),]|[’']s?\Z", "", word))]
    if not hits:
        name = " ".join(words)
        return name if _TITLE_CASE.fullmatch(name) and not re.fullmatch(_NAME, name) else None
    first = last = hits[-1]
    if last + 1 < len(words) and _ADJECTIVE_OF_KIND.fullmatch(words[last]) and words[last + 1].islower():
        last += 1  # "a tribal delegation"
    while first and (first - 1 in hits or _belongs(words, first - 1)):
        first -= 1
    while first < hits[0] and words[first] in ("of", "for", "and", "the", "in", "to"):
        first += 1
    if words[last].endswith(("'s", "’s")) and words[last + 1 : last + 2] in (["office"], ["department"]):
        last += 1
    while last + 1 < len(words) and last - hits[-1] < 6 and _WITHIN.fullmatch(words[last + 1].strip("(),")):
        last += 1
    return _bare(" ".join(words[first : last + 1]))


def _before_name(words: list[str]) -> list[str]:
    """The words up to a role that a name follows ("Army Secretary Ivo Brandt")."""
    for n, word in enumerate(words[:-1]):
        if _A_ROLE.fullmatch(word) and words[n + 1][0].isupper():
            return words[: n + 1]
    return words


# who has one is a person: what follows is a name
_A_ROLE = re.compile(
    r"""governor|mayor|commander|minister|chief|official|officer|president|spokes\w+|commissioner|deputy|judge|secretary|principal
    |detective|trooper|reporter|correspondent|sergeant|sgt\.?|captain|capt\.?|lt\.?|col\.?|director|chairman|investigator|inspector|superintendent""",
    re.VERBOSE | re.IGNORECASE,
)


_ADJECTIVE_OF_KIND = re.compile(r"tribal|medical|health|rescue|news|media|volunteer", re.IGNORECASE)


def _belongs(words: list[str], at: int) -> bool:
    """Whether a word before an institution's may be part of its name, or of who heads it: "state emergency agency"."""
    word = words[at]
    if word.endswith(",") or (word == "the" and (not at or words[at - 1] not in ("of", "for", "in", "to", "and"))):
        return False
    heads = words[at + 1] in ("of", "for") and _HEADS.fullmatch(word)
    return bool(heads or _WITHIN.fullmatch(word.strip("()")) or _ADJECTIVE.fullmatch(word))


_HEADS = re.compile(
    r"head|chair|chair(?:man|woman|person)|director|leader|members?|chief|deputy|spokes(?:man|woman|person)"
)


_ADJECTIVE = re.compile(
    r"air|emergency|emergencies|provincial|regional|municipal|village|town|district|border|navy|naval|coast|fire|peacekeeping|central|general"
    r"|northern|southern|eastern|western|armed|special|disaster|management|counter-?terrorism|information|agriculture|justice|education"
    r"|human|refugee|anti-?terror\w*|joint|main|public|relief|aid|interim|de|facto|occupation|self-declared|exiled|separatist|military-backed"
)


def tells_a_kind(who: str) -> bool:
    """Whether the words hold one that tells a kind of voice ("police", "ministry")."""
    return any(pattern.search(who) for _, pattern in _KINDS)


def _bare(who: str) -> str:
    """Without article, brackets and what trails."""
    who = re.sub(r"\s*\([^)]*\)?", "", who)
    article = _ARTICLE.match(who)
    return re.sub(r"(?:\s(?:of|for|and|the|in|to))+\Z", "", who[article.end() :] if article else who).strip(" ,.;:")


def _kind(who: str) -> str:
    """The voice that the words tell."""
    return next((kind for kind, pattern in _KINDS if pattern.search(who)), "official")


_NATIONAL = re.compile(r"\b(?:[A-Z][a-z]+(?:an|ian|ish|ese|i|ch)|US|U\.S\.|UK|[A-Z][a-z]+(?=’s|'s))\b")


def _side(by: str) -> str | None:
    """The nation or side that an institution's name tells."""
    if by in lex.SEATS:
        return lex.SEATS[by]
    match = _NATIONAL.search(by)
    return match.group() if match else None
