"""The words of furniture: which single lines are none of the article's own text."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 300
"""Characters; a longer line is prose. It also bounds what a pattern can cost."""


def reason(line: str) -> str | None:
    """Why a line is furniture: share, comments, sign-up, cookies, advertising, copyright, byline, caption, menu; or None."""
    if len(line) > LONGEST:
        return None
    if _SURE.fullmatch(line):
        return "caption"
    if _all_share_words(line):
        return "share"
    found = next((name for name, pattern in _PATTERNS if pattern.fullmatch(line)), None)
    if found is None and _is_byline(line):
        found = "byline"
    return None if found is None or tells_news(line) else found


def credit(line: str) -> int | None:
    """Where the photo credit begins that ends a line: "... was killed. (Photo: An Agency)"; or None."""
    found = _CREDIT.search(line[-LONGEST:])
    return found.start() + max(0, len(line) - LONGEST) if found else None


def tells_news(line: str) -> bool:
    """Whether a line tells of people hurt, taken or killed: such a line is masked only inside a list of other stories."""
    return _TOLL.search(line) is not None


def headline(line: str) -> bool:
    """Whether a line looks like a title: not long, no full stop, no dateline and no date."""
    return (
        len(line) <= 160
        and not re.search(r"[.:;,。।][”\"’')\]]*$", line.removesuffix("..."))
        and not _DATELINE.match(line)
        and not _DATE_LINE.match(line)
    )


def short_label(line: str) -> bool:
    """Whether a line is one to three words without a figure, a stop or news, as in a menu."""
    return (
        len(line) <= 40 and len(line.split()) <= 3 and not re.search(r"[\d.,:;!?\"“”]", line) and not tells_news(line)
    )


def section(line: str) -> bool:
    """Whether a line is the name that sites give to a section or a menu entry."""
    return line.casefold() in _SECTIONS


@dataclass(frozen=True, slots=True)
class Heading:
    """A line above a list of what is not the article."""

    reason: str
    several: bool = False
    """It says itself that more than one follows: "Related stories", not "Read more"."""
    holds_title: bool = False
    """The title stands on the heading's own line: "Read more: ..."."""

    def lists(self, line: str) -> bool:
        """Whether a line can be an entry under this heading."""
        if self.reason == "tags":
            return len(line.split()) <= 4 and not re.search(r"[\d.:;!?]", line) and not tells_news(line)
        return headline(line)


def heading(line: str) -> Heading | None:
    """The heading that a line is, or None."""
    if len(line) > LONGEST:
        return None
    if re.fullmatch(r"(?:tags|topics|filed under|categories)\s*:?", line, re.I):
        return Heading("tags", several=True)
    bare = line.strip(" \t•*|>-–—·:…#«»[]").casefold()
    if _MANY.fullmatch(bare):
        return Heading("read more", several=True)
    if _ONE.fullmatch(bare):
        return Heading("read more")
    opening = _WITH_TITLE.match(line)
    if opening and headline(line[opening.end() :]):
        return Heading("read more", holds_title=True)
    return None


def _words(listed: str, between: str | None = None) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.split(between))


# The line says so itself, whatever it tells: a file picture is often of another day.
# "Photo: Smoke over the town." "FILE PHOTO: A helicopter lands." "Image credit: Agency"
_SURE = re.compile(
    r"""
    (?: (?i: (?:file\s+|stock\s+)? (?:photo|photograph|picture|image|caption) (?:graph)? s?
        (?:\s+(?:credit|caption|by|copyright|source|courtesy))? \s* : ) \s* \S.*
      | (?:FILE|File\ photo|File\ picture|ARCHIVE) \s* [-–—:] \s* \S.*
    )
    """,
    re.X,
)

# "(Photo: An Agency)", "(Image courtesy of the ministry)", "[Getty Images]" at the end of a line
_CREDIT = re.compile(
    r"""
    [(\[] \s* (?: (?:file\ )? (?:photo|photograph|picture|image|screenshot|screengrab|credit)s? \s*
              (?: : | /\s | \ by\b | \ via\b | \ courtesy\b | \ credit\b ) [^()\[\]]{0,120}
            | [^()\[\]]{0,60} getty\ images [^()\[\]]{0,40}
            ) [)\]] \.? $
    """,
    re.X | re.I,
)

_TOLL = re.compile(
    r"""
    \b (?: kill | slain | slay | dead\b | death | die[sd]?\b | dying | martyr | fatal | wound | injur | hurt\b | casualt | victim
         | captur | detain | arrest | abduct | kidnap | seiz | hostage | missing\b | bod(?:y|ies)\b | massacre | lives\b | toll\b
         | raid | strike\b | strikes\b | airstrike | bomb | shell(?:ed|ing)\b | attack | shot\b | shoot | explo | blast )
    """,
    re.X | re.I,
)

_NETWORK = r"(?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin|tiktok|threads|google\s+news)"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.X | re.I))
    for name, pattern in (
        # "Leave a Reply" "Your e-mail address won't be published." "3 Comments" "Log in to comment"
        (
            "comments",
            r"""
              (?:leave|post|write|add|submit)\s+(?:a|your)\s+(?:reply|comment)s? [\s:.!]* (?:cancel\s+reply)?
            | cancel\s+reply | (?:reply|replies)
            | your\s+e-?mail(?:\s+address)?\s+(?:will\s+not|won.t)\s+be\s+published.*
            | required\s+fields\s+are\s+marked.*
            | save\s+my\s+name.*\bbrowser\b.*
            | (?:\d{1,5}\s+|no\s+|show\s+|view\s+|view\s+all\s+)? (?:pending\s+)? (?:comment|replie|response)s? [\s:]* (?:\(\d+\))?
            | \d{1,5}\s+repl(?:y|ies)
            | comments\s+(?:are|have\s+been)\s+(?:closed|disabled|turned\s+off).*
            | (?:log|sign)\s+in\s+(?:or\s+register\s+)?to\s+(?:(?:leave|post|write)\s+a\s+)?(?:comment|reply).*
            | (?:you\s+must\s+be\s+logged\s+in|please\s+log\s+in)\s+to\s+.*(?:comment|reply).*
            | be\s+the\s+first\s+to\s+comment.* | join\s+the\s+(?:conversation|discussion).*
            | you\s+must\s+enter\s+the\s+characters\b.*
            | (?:name|e-?mail|website)\s*\*
            """,
        ),
        # "Sign up for our newsletter" "Follow us on Telegram" "Download the app"
        (
            "sign-up",
            r"""
              (?:please\s+)?(?:sign\s+up|subscribe|register)\s+(?:(?:now|here|today|free)\s+)?(?:for|to|and|with)\s+.{0,120}?
                \b(?:newsletters?|alerts?|channel|updates?|e-?mails?|inbox|briefing|notifications?|podcast|feed|bulletin)\b .*
            | (?:e-?mail\s+)?newsletters?\s+sign[\s-]?up.* | subscribe(?:\s+now|\s+today|\s+here)?[.!]?
            | (?:follow|like|find|join)\s+(?:us|our\s+\S+|@\S+|\S+(?:\s\S+){0,3})\s*(?:\s+on\s+|:\s*) """
            + _NETWORK
            + r"""\b.{0,60}
            | stay\s+up\s+to\s+date.{0,100}
            | get\s+(?:the\s+|our\s+)?(?:latest|breaking|top|daily|e-?mail|news)\b.{0,100}\b(?:alerts?|newsletters?|inbox|app)\b.*
            | (?:don['’]t|never)\s+miss\s+.{0,80}\b(?:alerts?|newsletters?|inbox|app|update|post|stor(?:y|ies)|thing)\b.*
            | download\s+(?:the|our)\b.{0,80}\bapps?\b.*
            """,
        ),
        # "We use cookies to give you the best experience." "Accept all cookies"
        (
            "cookies",
            r"""
            (?: (?:we|our|this|by|like|please|accept|reject|manage|allow|cookies?|the)\b .{0,160}? )? \bcookies?\b
            (?: \s*[.!]? | \s+(?:policy|settings|preferences|notice|consent)\b.* | .*\b(?:experience|website|site|browsing|consent|policy|ads)\b.* )
            """,
        ),
        # "Advertisement" "Article continues below" "Please enable Javascript to watch this video"
        (
            "advertising",
            r"""
              \W*advert(?:isement)?s?\W* (?:\|\s*advertise\s.*)?
            | advertising(?:\s+(?:on|with)\s+.{1,60})? | advertise\s+(?:on|with)\s+.{1,60}
            | sponsored(?:\s+(?:content|links?|post|stories))? | (?:paid|partner)\s+content | remove\s+ads
            | \W*(?:story|article|post)\s+continues\s+(?:below|after)\b.{0,60}
            | (?:please\s+)?(?:enable|turn\s+on|activate)\s+java\s?script\b.*
            | having\s+trouble\s+viewing\b.* | your\s+browser\s+(?:does\s+not|doesn['’]t)\s+support.*
            | .{0,80}\b(?:disable|disabling|turn\s+off)\b.{0,40}\bad[\s-]?block.*
            | loading\W* | click\s+here\s+(?:to|for)\s+.{1,80}
            """,
        ),
        # "© 2024 The Hill Courier" "Copyright 2024 by ..." "All rights reserved."
        (
            "copyright",
            r"""
              \(? (?:copyright\s*)? (?: © | \(c\)\s*\d{4} ) .*
            | (?:image\s+|content\s+|\W*)copyright [\s:,]+ (?: \d{4} | the\b | by\b | associated\b | reuters\b | afp\b | getty\b ) .*
            | (?:.*\W)? all\s+rights\s+reserved\b.*
            | .{0,40}\bmay\s+not\s+be\s+(?:published|reproduced|broadcast|copied|redistributed)\b.*
            """,
        ),
        # "Reporting by A. Writer; editing by B. Writer" "An Agency contributed to this report."
        (
            "byline",
            r"""
              \(? (?:additional\s+|with\s+)? (?:reporting|writing|editing|edited|written|reported|compiled|translated|translation)
                (?:\s+and\s+(?:writing|editing))? (?:\s+by\b | \s*:) \s* \S.{0,200}
            | .{1,120}\bcontributed\s+to\s+(?:this|the)\s+(?:report|story|article)\W*
            | (?:contact|e-?mail|reach|follow|twitter)\b .{0,120}? @\S+ .{0,120}
            | \S+@\S+\.\w{2,10} | @\w{2,30}
            | (?:[\w/]+\s+){0,2}(?:staff|web)\s+(?:writer|reporter|report|editor|staff)s?
            """,
        ),
        # "Getty Images" "Enlarge this image" "A market street. (Photo: An Agency)"
        (
            "caption",
            r"""
              (?:\w+\s*[/,|]\s*)? getty\s+images (?:\s*[/,|]\s*\w+)?
            | enlarge(?:\s+(?:this\s+)?(?:image|photo))? | (?:view\s+full|hide|toggle|show)\s+caption | (?:image|photo)\s+\d+\s+of\s+\d+
            | (?:photos?|images?)\s+(?:via|courtesy(?:\s+of)?)\s+.{1,60} | photos?\s+by\s+\w+(?:\s+\w+){0,3}
            | (?:photo|picture)\s+galler(?:y|ies) | photos?
            | .{0,250}? [(\[]\s* (?:file\s+)? (?:photo|photograph|picture|image|screenshot|screengrab)s? \s*
                (?: : | /\s | \sby\b | \svia\b | \scourtesy\b | \scredit\b ) [^()\[\]]{0,120} [)\]] \.?
            """,
        ),
        # "Skip to content" "Previous article" "Home | News | Contact us" "Tags: Hills, Rivers"
        (
            "menu",
            r"""
              skip\s+to\s+(?:main\s+)?(?:content|navigation).{0,20} | back\s+to\s+(?:top|home|gallery|news|articles?)
            | (?:prev(?:ious)?|next)(?:\s+(?:post|article|story|page|news))? (?:\s+(?:next|prev(?:ious)?)\s+(?:post|article|story|page))?
            | (?:main\s+|toggle\s+|open\s+|close\s+)?(?:menu|navigation) | print\s+this\s+(?:article|page|story) | text\s+size.{0,20}
            | show\s+(?:this\s+thread|more|less) | view\s+(?:more|all) | listen\s+to\s+this\s+(?:article|story)
            | \d+\s+min(?:ute)?s?\s+read | reading\s+time\b.{0,30}
            | (?:tags|topics|filed\s+under|posted\s+in|categories)\s*:\s*\S.{0,200}
            | home \s* (?: [|›»>/•·] \s* [\w\ &'’-]{1,40} )+
            """,
        ),
    )
)

_SHARE_CORE = _words(
    """share shared tweet retweet retweeted facebook twitter whatsapp telegram linkedin reddit pinterest tumblr messenger
    viber email e-mail print pin like liked copy embed bookmark flipboard instagram youtube tweets retweets likes"""
)
_SHARE_WORDS = _SHARE_CORE | _words(
    """this it that story article post page news on via by with to your friends us the and or a an link button buttons x google plus more
    loading app news send save pocket vk ok print-friendly now here"""
)


def _all_share_words(line: str) -> bool:
    """ "Share it:", "Share on Facebook", "Facebook | Twitter | E-mail", "12 retweets" - and "More" alone."""
    if len(line) > 120:
        return False
    tokens = [token for token in re.split(r"[\s|,/·•:.…&+()>\[\]\u200e\u200f]+", line.casefold()) if token]
    if tokens == ["more"]:
        return True
    words = [token for token in tokens if not token.isdigit()]
    return (
        0 < len(words) <= 15
        and all(word in _SHARE_WORDS for word in words)
        and any(word in _SHARE_CORE for word in words)
    )


# "By Jane Writer" "BY JANE WRITER AND JOHN SCRIBE, AN AGENCY" "By: Newsroom Staff"; not "By Sunday evening"
_BYLINE = re.compile(r"(?i:by):?\s+(?P<names>[A-Z][^\d.!?;\"“”]*(?:\.[^\d.!?;\"“”]+){0,3})")
_SMALL = _words("and of the for in at de van von der bin ibn al el la le du & | -")
_NOT_NAMES = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december morning noon afternoon evening night midnight dawn dusk nightfall land sea air order then now contrast comparison
    its their his her this that these those an a our my"""
)


def _is_byline(line: str) -> bool:
    found = _BYLINE.fullmatch(line)
    if not found:
        return False
    words = found["names"].replace(",", " ").split()
    return (
        2 <= len(words) <= 10
        and all(word[0].isupper() or word in _SMALL or word.startswith(("al-", "el-")) for word in words)
        and not any(word.casefold() in _NOT_NAMES for word in words)
        and words[-1] not in _SMALL
    )


_MANY = re.compile(
    r"""
      related\s+(?:news|stor(?:y|ies)|articles?|posts?|content|coverage|topics|links|reading|items|videos?)
    | more\s+(?:stories|news|articles|headlines|coverage|videos|from\s+\w+(?:\s\w+){0,3}|in\s+\w+(?:\s\w+)?|on\s+this(?:\s+story|\s+topic)?|like\s+this)
    | (?:most|top)\s+(?:read|popular|viewed|shared|trending|stories|commented) | (?:top\s+)?trending(?:\s+(?:now|stories|news))?
    | (?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested\s+in)|recommended(?:\s+(?:for\s+you|stories|articles|reading))?)
    | (?:latest|other|in\s+other|recent|popular)\s+(?:news|stories|posts|articles|headlines)
    | what\s+others\s+are\s+(?:clicking\s+on|reading) | also\s+on\s+\w+(?:\s\w+)? | around\s+the\s+web | from\s+the\s+web
    """,
    re.X,
)
_ONE = re.compile(
    r"read\s+(?:more|also|next|on)(?:\s+here)?|also\s+read|see\s+(?:also|more)|related|don['’]t\s+miss|keep\s+reading",
    re.X,
)

# "Read more: Title", "RELATED: Title", "See also | Title", "Watch: Title"
_WITH_TITLE = re.compile(
    r"""
    \W{0,4} (?: read\s+(?:more|also|next) | also\s+read | see\s+also | related(?:\s+(?:story|stories|news|article|content|coverage|video))?
              | more\s+on\s+this(?:\s+story)? | recommended | watch | don['’]t\s+miss ) \s* [:|»›>–—]\s* (?=\S)
    """,
    re.X | re.I,
)

# "KABUL, Afghanistan (April 27)", "HILL TOWN (An Agency) - "
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:,|\s\(|:|\s[–—-])")
# "Thursday 3 February 22 - 13:38", "October 27, 2013 11:16 AM", "2024-05-01"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DATE_LINE = re.compile(
    rf"""
    (?: (?:mon|tues|wednes|thurs|fri|satur|sun)day\b | (?:published|updated|posted|date)\b (?:\s+on\b)? )? [\s,:]*
    (?: \d{{1,2}}\s+{_MONTH}\b | {_MONTH}\.?\s+\d{{1,2}}, | \d{{4}}-\d\d-\d\d | \d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}} )
    """,
    re.X | re.I,
)

_SECTIONS = _words(
    """
    home, news, world, politics, sport, sports, opinion, opinions, business, culture, contact, contact us, about,
    about us, login, log in, sign in, sign up, subscribe, video, videos, photos, pictures, live, weather, economy,
    society, arts, art, science, technology, tech, health, travel, lifestyle, entertainment, local, national,
    international, regional, region, middle east, africa, europe, asia, asia-pacific, americas, features,
    analysis, reports, interviews, interview, programs, programmes, podcasts, podcast, radio, tv, television,
    magazine, archive, archives, search, menu, more, privacy policy, privacy, terms of use, terms, advertise,
    jobs, careers, newsletter, newsletters, newspaper, editorial, editorials, blogs, blog, columns, columnists,
    multimedia, infographics, gallery, galleries, media, press, defense, defence, energy, environment, education,
    history, religion, food, money, markets, finance, security, crime, latest, latest news, breaking news, top
    stories, most read, faq, help, english, arabic, français, español, shop, store, events, conversations
    """,
    ",",
)
