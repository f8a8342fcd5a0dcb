"""The English of who says so: verbs of telling, and whose voice an institution or a role is."""

from chronology.extract.text import lexicon

TELLS = r"""
    (?: said | says | say | told | tells | stated | states | reported | reports | announced | announces | claimed | claims | confirmed
      | confirms | added | adds | acknowledged | admitted | denied | denies | estimated | estimates | wrote | tweeted | declared
      | revealed | noted | believe | believes | alleged | documented | recorded | counted | insisted | testified | explained | continued
      | (?:puts?|gave|gives|raised|lowered|revised) (?= \s (?:the|its|their|an) \s (?:[\w-]+ \s){0,2}? (?:toll|number|figure|count) ) )
"""

SHOWS = r"""
    (?P<what> (?:(?:released|published|leaked|social \s media|surveillance|security|satellite|drone|body[- ]cam(?:era)?|police|initial|early|online|local|
    court|official|new|media|several|unconfirmed) \s){0,3}
    (?:images|photos|photographs|pictures|footage|videos?|documents|records|reports|data|imagery|media \s reports|news \s reports) )
    (?P<verb> \s (?:appear(?:s|ed)? \s to \s)? (?:show|shows|showed|showing|suggest|suggests|suggested|indicate|indicates|indicated|say|says|said) )
"""

VOICES = (
    # the voice, the words that tell it; the first that is found decides
    (
        "medical",
        r"hospitals?|doctors?|medics?|medical|health|morgue|coroner\w*|paramedics?|ambulances?|clinic|nurses?|surgeons?|emergency \s services|MSF|Red \s (?:Cross|Crescent)",
    ),
    (
        "monitor",
        r"Observatory|monitors?|monitoring|SOHR|SNHR|Airwars|rights \s groups?|Amnesty|Human \s Rights (?:\s Watch)?|HRW|watchdog|UNAMA|Network \s for \s Human \s Rights|Violations \s Documentation",
    ),
    (
        "local",
        r"activists?|eye-?witness(?:es)?|witness(?:es)?|residents?|locals|local \s sources?|villagers?|relatives?|famil(?:y|ies)|neighbou?rs?|survivors?|elders?|tribal|fathers?|mothers?|brothers?|sisters?|sons?|daughters?|uncles?|aunts?|cousins?|friends?|wife|husband|widow|widower|mom|dad|White \s Helmets|Helmets|Civil \s Defen[cs]e|civil \s defen[cs]e|rescuers?|rescue|first \s responders?|volunteers?|shopkeepers?|farmers?|teachers?|students?|parents?|grand\w+|imam|someone|man|woman",
    ),
    (
        "media",
        r"Reuters|Associated \s Press|AP|AFP|Agence|news|News|newspaper|television|TV|radio|media|outlets?|(?:news|press|wire) \s agenc(?:y|ies)|correspondents?|reporters?|journalists?|images|footage|videos?|photos?|SANA|Times|Post|channel|broadcaster|magazine|CNN|BBC|Jazeera|Anadolu",
    ),
    (
        "official",
        r"polic\w+|Polic\w+|sheriff\w*|Sheriff\w*|officers?|deput(?:y|ies)|detectives?|investigators?|troopers?|officials?|authorit(?:y|ies)|spokes\w+|ministr(?:y|ies)|Ministry|minister|Minister|President|president|governor\w*|Governor|mayor|Mayor|army|Army|military|Military|forces?|Forces?|command|Command|commander|Pentagon|CENTCOM|White \s House|government|Government|coalition|Coalition|department|Department|FBI|NATO|ISAF|troops|general|Gen|Maj|Capt|Captain|Lt|Col|Sgt|Chief|chief|Secretary|Commissioner|prosecutors?|attorney|court|judge|councils?|administration|mission|commission|committee|parliament|embassy|consulate|junta|United \s Nations|UN|U\.N\.|services?|agenc(?:y|ies)|statement|source|sources|Kremlin|group|fighters|militants",
    ),
)

ROLES = (
    # words of a private or unnamed voice -> how `by` writes it
    (r"activists", "activists"),
    (r"activist", "an activist"),
    (r"eye-?witnesses|witnesses|first-hand \s accounts|onlookers|bystanders", "witnesses"),
    (r"eye-?witness|witness|bystander", "a witness"),
    (r"local \s sources|sources \s in \s the \s (?:area|village|town|city)", "local sources"),
    (r"local \s source", "a local source"),
    (r"residents|villagers|locals|local \s sources?|townspeople|inhabitants", "residents"),
    (r"resident|villager|shopkeeper|farmer", "a resident"),
    (
        r"relatives|family \s members|famil(?:y|ies)|parents|friends|(?:grand|great-grand)?(?:fathers|mothers|sons|daughters|parents|children)|brothers|sisters|uncles|aunts|cousins|nephews|nieces",
        "relatives",
    ),
    (
        r"relative|father|mother|brother|sister|son|daughter|uncle|aunt|cousin|wife|husband|mom|dad|(?:great-)?grand\w+|nephew|niece|widow|widower|boyfriend|girlfriend|fianc\w+|friend",
        "a relative or friend",
    ),
    (r"neighbou?rs", "neighbors"),
    (r"neighbou?r", "a neighbor"),
    (r"local \s elders", "local elders"),
    (r"tribal \s elders|village \s elders|elders", "elders"),
    (r"elder", "an elder"),
    (r"survivors", "survivors"),
    (r"survivor", "a survivor"),
    (r"rescuers|rescue \s workers|first \s responders", "rescuers"),
    (r"doctors", "doctors"),
    (r"doctor|surgeon", "a doctor"),
    (r"medics|paramedics", "medics"),
    (r"medic|paramedic|nurse", "a medic"),
    (r"hospital \s (?:officials|sources|workers|staff)", "hospital officials"),
    (r"hospital \s (?:official|source|worker|spokes\w+)", "a hospital official"),
    (r"medical \s sources", "medical sources"),
    (r"medical \s source", "a medical source"),
    (r"security \s sources", "security sources"),
    (r"military \s sources?", "a military source"),
    (r"(?:media|news|press) \s reports?", "media reports"),
    (
        r"teacher|student|worker|driver|owner|clerk|guest|attorney|lawyer|coach|pastor|imam|priest|man|woman|teenager|boy|girl",
        "a person quoted by the article",
    ),
)

HEADS_OF_STATE = r"(?:President|Prime \s Minister|Premier|Chancellor|King|Defen[cs]e \s (?:Minister|Secretary)|Foreign \s Minister|Secretary \s of \s (?:State|Defen[cs]e)|Interior \s Minister|Vice \s President)"

STATES = lexicon(
    """Afghanistan Algeria Ankara Armenia Australia Azerbaijan Baghdad Bangladesh Beijing Beirut Belgium Berlin Britain Brussels Burundi
    Cairo Cameroon Canada Chad China Colombia Congo Cuba Damascus Denmark Egypt Eritrea Ethiopia France Georgia Germany India
    Indonesia Iran Iraq Islamabad Israel Italy Japan Jerusalem Jordan Kabul Kenya Khartoum Kigali Kinshasa Kuwait Kyiv Kiev Lebanon Libya
    London Madrid Mali Mexico Morocco Moscow Mozambique Myanmar Nairobi NATO Nepal Niger Nigeria Norway Pakistan Paris Philippines
    Poland Qatar Riyadh Russia Rwanda Sana'a Sanaa Somalia Spain Sudan Sweden Syria Tehran Tripoli Tunisia Turkey Turkiye Türkiye Uganda
    Ukraine Venezuela Warsaw Washington Yemen"""
)
"""Names of states and seats of government that speak for it: "Moscow said"."""

GROUPS = r"""(?:Islamic \s (?:State|Jihad|Front|Emirate)(?:\s(?:group|of \s \w+))? | Boko \s Haram | Hamas | Hezbollah | Houthis? | Taliban | ISIS | ISIL
    | [Aa]l[- ](?:Shabaab|Qaeda|Qaida|Nusra)(?:\sFront)? | Ansar \s Allah | Shining \s Path | [A-Z]{3,6} | M23)"""
"""Armed groups by name, without an article: no person's name."""

SEATS = {
    # an institution known by its seat or letters -> whose it is
    "Pentagon": "US",
    "White House": "US",
    "CENTCOM": "US",
    "US Central Command": "US",
    "U.S. Central Command": "US",
    "Central Command": "US",
    "State Department": "US",
    "Kremlin": "Russia",
    "IDF": "Israel",
    "Israel Defense Forces": "Israel",
    "SANA": "Syria",
    "ISAF": "NATO",
    "SDF": "Syrian Democratic Forces",
    "Syrian Democratic Forces": "Syrian Democratic Forces",
}

POLICE_RANKS = r"(?:Sheriff|Police \s Chief|Chief|Officer|Deputy|Detective|Det\.|Inspector|Trooper|Commissioner|Superintendent|Lt\.|Lieutenant|Sgt\.|Sergeant|Cpl\.|Capt\.)"
RANKS = r"""(?: (?:Rear|Vice)\sAdmiral | (?:Lt|Maj|Brig)\.\s(?:Col|Gen)\. | (?:Lieutenant|Major|Brigadier)\s(?:Colonel|General) | Army | Navy
    | Air\sForce | Captain | Colonel | General | Major | Lieutenant | Sergeant | Admiral | Commander | Capt\. | Col\. | Gen\. | Maj\. | Lt\. | Sgt\.
    | Cmdr\. | Cpl\. | Adm\. | Dr\. | Mr\. | Mrs\. | Ms\. | Mullah | Sheikh | Sen\. | Rep\. | Gov\. )"""
