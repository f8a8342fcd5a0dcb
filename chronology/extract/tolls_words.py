"""The English of tolls: whom a noun counts, what a verb does to them. Words only; how they join stands in `tolls_chunks`."""

from chronology.count import Count
from chronology.extract.text import lexicon

ONE = Count(1, 1)

# -- people ------------------------------------------------------------------------------------------

_PEOPLE = {
    "total": """kidnapper kidnappers dealer dealers planner planners specialist specialists expert experts supplier suppliers
        trafficker traffickers financier financiers courier couriers recruiter trainer maker makers emplacer emplacers people person persons victim victims individual individuals resident residents others occupant occupants
        passenger passengers driver drivers motorist motorists worker workers employee employees teacher teachers student
        students worshipper worshippers worshiper worshipers pilgrim pilgrims customer customers clerk neighbor neighbors
        relative relatives member members friend friends associate associates adult adults patient patients bystander
        bystanders pedestrian pedestrians protester protesters demonstrator demonstrators farmer farmers villager villagers
        shopper shoppers refugee refugees citizen citizens tourist tourists foreigner foreigners national nationals
        miner miners palestinians syrians iraqis israelis afghans yemenis ukrainians russians lebanese iranians
        somalis nigerians pakistanis kurds hazaras yazidis christians muslims prisoner prisoners inmate inmates shepherd shepherds labourers laborers smugglers smuggler migrants migrant
        guest guests owner tenant roommate couple partner partygoers family families ones suspect suspects official
        officials politician politicians candidate mayor governor judge lawyer priest bishop nun missionary peasants peasant
        homeowner killer deceased employee manager cousin coworker co-worker tribesmen elders elder worker parents parent
        sibling siblings twins patron patrons onlookers peacekeepers peacekeeper observers""",
    "civilians": "civilian civilians noncombatant noncombatants non-combatants locals",
    "fighters": """fighter fighters militant militants insurgent insurgents gunmen terrorist terrorists jihadist jihadists
        jihadi jihadis extremist extremists rebel rebels guerrilla guerrillas guerrilas militiaman militiamen operative
        operatives combatant combatants guard-fighters takfiris mercenary mercenaries recruits facilitator facilitators
        bomb-maker bomb-makers bombmaker bombmakers talib talibs talibans terrorist-fighters subversives""",
    "soldiers": """soldier soldiers troop troops serviceman servicemen servicemember servicemembers marine marines sailor
        sailors airman airmen commando commandos paratrooper paratroopers conscript conscripts reservist reservists personnel lieutenant sergeant
        corporal pilot pilots crewmen infantryman""",
    "police": """policeman policemen policewoman officer officers constable constables deputy deputies trooper troopers
        gendarme gendarmes cop cops carabineer carabineers""",
    "women": "woman women girl-friend girlfriend wife wives mother mothers sister sisters aunt grandmother widow female females lady",
    "men": "man men husband husbands father fathers brother brothers uncle grandfather boyfriend male males guy guys gentleman",
    "children": """child children boy boys girl girls teen teens teenager teenagers toddler toddlers infant infants baby babies
        kid kids son sons daughter daughters minor minors juvenile juveniles youth youths youngster youngsters schoolchildren
        schoolgirl schoolgirls schoolboy schoolboys tot grandson granddaughter nephew niece year-old year-olds""",
    "leaders": """leader leaders commander commanders sub-commander sub-commanders subcommander deputy-commander chief chiefs emir mastermind kingpin ringleader head warlord cleric
        governor""",
    "medics": "medic medics paramedic paramedics doctor doctors nurse nurses physician physicians ambulancemen rescuer rescuers",
    "journalists": "journalist journalists reporter reporters cameraman cameramen photographer photographers",
    "hostages": "hostage hostages",
    "attackers": """gunman shooter attacker attackers assailant assailants bomber bombers hijacker hijackers raider raiders
        perpetrator perpetrators robber robbers burglar intruder intruders hijackers""",
}
GROUP_OF = {noun: group for group, nouns in _PEOPLE.items() for noun in nouns.split()}
"""A noun for people -> the group of the format it counts."""

TEENS = lexicon(
    "teen teens teenager teenagers son sons daughter daughters grandson granddaughter nephew niece youth youths"
)
"""Not surely children: a son may be forty."""

PLURALS = lexicon(
    """people men women children gunmen militiamen policemen servicemen airmen troops personnel police others persons crewmen ones
    tribesmen cameramen schoolchildren infantry"""
)

MODIFIER_GROUP = {
    "civilian": "civilians",
    "insurgent": "fighters",
    "militant": "fighters",
    "terrorist": "fighters",
    "rebel": "fighters",
    "taliban": "fighters",
    "daesh": "fighters",
    "isis": "fighters",
    "isil": "fighters",
    "haqqani": "fighters",
    "al-qaida": "fighters",
    "al-qaeda": "fighters",
    "hamas": "fighters",
    "hezbollah": "fighters",
    "houthi": "fighters",
    "guerrilla": "fighters",
    "military": "soldiers",
    "reserve": "soldiers",
    "army": "soldiers",
    "troop": "soldiers",
    "police": "police",
    "aid": "aid workers",
    "humanitarian": "aid workers",
    "medical": "medics",
    "health": "medics",
    "media": "journalists",
    "female": "women",
    "male": "men",
}
"""What stands before a noun that alone tells no group ("two Taliban members", "an aid worker", "civilian deaths")."""

ADJECTIVES_OF_PEOPLE = lexicon(
    """elderly pregnant young teenage teen-age local armed unarmed suspected off-duty retired former senior top homeless
    innocent masked wanted foreign"""
)

# -- what happened -------------------------------------------------------------------------------------

_VERBS = {
    # measure: forms ending in -ed; then in -ing; then -s and the bare form
    "killed": (
        """killed slain murdered assassinated executed beheaded slaughtered massacred martyred lynched electrocuted
        strangled neutralized neutralised eliminated""",
        "killing murdering assassinating executing beheading slaughtering massacring eliminating neutralizing",
        "kills murders assassinates executes beheads kill murder assassinate execute behead",
    ),
    "injured": (
        "injured wounded hurt maimed hospitalized hospitalised paralyzed stabbed grazed shot",
        "injuring wounding hurting maiming hospitalizing stabbing shooting hitting striking grazing",
        "injures wounds hurts injure wound shoots stabs",
    ),
    "captured": (
        """captured detained arrested apprehended abducted kidnapped kidnaped nabbed imprisoned""",
        "capturing detaining arresting apprehending abducting kidnapping",
        "captures detains arrests apprehends abducts kidnaps capture detain arrest apprehend abduct kidnap",
    ),
    "casualties": ("harmed", "harming", "harms harm"),
}
PARTICIPLES = {form: measure for measure, forms in _VERBS.items() for form in forms[0].split()}
GERUNDS = {form: measure for measure, forms in _VERBS.items() for form in forms[1].split()}
FINITES = {form: measure for measure, forms in _VERBS.items() for form in forms[2].split()}

STRUCK = lexicon("shot shooting shoots shootings hit wounds hospital self hospitalized")
"""Rules that tell no more than that somebody was hit or taken to hospital."""

OF_THINGS_TOO = lexicon(
    "executed executing execute executes execution captured capturing capture captures eliminated eliminating"
)
"""What is also done to plans, towns and weapons: whom it befell must be named as people."""

DIED = lexicon("died dies die perished perishes succumbed drowned")
ADJECTIVES = {"dead": "killed", "deceased": "killed", "missing": "missing", "unaccounted": "missing"}

NOUNS = {
    "death": "killed",
    "deaths": "killed",
    "fatality": "killed",
    "fatalities": "killed",
    "body": "killed",
    "bodies": "killed",
    "corpse": "killed",
    "corpses": "killed",
    "injury": "injured",
    "injuries": "injured",
    "casualty": "casualties",
    "casualties": "casualties",
    "arrest": "captured",
    "arrests": "captured",
    "detention": "captured",
    "detentions": "captured",
    "detainees": "captured",
    "detainee": "captured",
    "abductions": "captured",
}
OF_NOUNS = {
    "death": "killed",
    "deaths": "killed",
    "killing": "killed",
    "killings": "killed",
    "murder": "killed",
    "murders": "killed",
    "slaying": "killed",
    "slayings": "killed",
    "assassination": "killed",
    "execution": "killed",
    "beheading": "killed",
    "martyrdom": "killed",
    "body": "killed",
    "bodies": "killed",
    "corpse": "killed",
    "corpses": "killed",
    "wounding": "injured",
    "injury": "injured",
    "injuries": "injured",
    "shooting": "injured",
    "shootings": "injured",
    "stabbing": "injured",
    "capture": "captured",
    "arrest": "captured",
    "arrests": "captured",
    "detention": "captured",
    "detainment": "captured",
    "apprehension": "captured",
    "abduction": "captured",
    "abductions": "captured",
    "kidnapping": "captured",
    "disappearance": "missing",
}
"""A noun before "of" and whom it befell ("the deaths of two militants"), or to ("injuries to two men")."""

# -- small words -----------------------------------------------------------------------------------------

BE = lexicon("was were been is are be being 's 're got get gets getting")
HAVE = lexicon("has have had having 've")
MODAL = lexicon("will would can could may might shall should must 'll")
AUXILIARIES = BE | HAVE | MODAL | {"to", "also"}
ADVERBS = lexicon(
    """reportedly allegedly accidentally critically seriously severely later then subsequently apparently since all both
    already themselves himself herself either slightly badly lightly gravely officially confirmed initially immediately
    reported instantly shot previously only just again now still each quickly intentionally successfully mistakenly"""
)
PREPOSITIONS = lexicon(
    """in with near by of from at between against for on to under over into during toward towards outside behind inside
    around across through within without upon beside along amid about alongside via despite past"""
)
DEFINITE = lexicon("the this these those his her their its our my your both all whose such")
INDEFINITE = lexicon("a an")
PRONOUNS = {
    "he": ONE, "she": ONE, "him": ONE, "her": ONE, "i": ONE, "me": ONE,
    "they": None, "them": None, "those": None, "we": None, "us": None, "it": None,
}  # fmt: skip
GROUPS_OF_FIGHTERS = lexicon("militants insurgents rebels fighters")
OF_WHOM = lexicon("the them those his her their these its whom our")
ORDINALS = lexicon("second third fourth fifth sixth seventh eighth ninth tenth")
SIDES = lexicon("coalition government regime our army opposition pro-government rebel enemy friendly taliban allied")
AGELESS = ("total", "men", "women")
TOO_COMMON = lexicon("officials official members member leaders")
"""Without a number or an article mostly those who speak."""
HURT = frozenset(("wounded", "injured", "slain", "killed", "captured", "detained"))
AFTER_PEOPLE = lexicon("was were died are have had has is killed injured wounded dead")
BEFORE_A_SHOT = lexicon("the a gun first warning single second each every one")
OF_AN_EVENT = lexicon("victim victims suspect suspects scene spree incident death deaths range and")
CLAUSE_ENDS = frozenset((",", ".", "in", "at", "on", "during", "after", "near", "—", "–", "-", ")", ""))
STOP = (
    lexicon(
        """and or but as than that which who whom whose if when while where because since until unless though although so
        there here it its he she they him i we you me us not no nor yet also very too only even just then now later said
        says say told added reported according have has had was were been is are be being do does did will would can could
        may might should must shall about what how why including among around some any each every other opened fired left
        leaving leaves took taken sent found became began went came made gave saw believe believed identified survived
        fled ran died dead remain remained remains 's after before at by for from in into near of off on onto out over
        through to toward under up upon with within without against between during"""
    )
    | frozenset(PARTICIPLES)
    | frozenset(GERUNDS)
    | frozenset(FINITES)
    | DIED
)
"""Never between a number or an article and the noun it belongs to."""

# -- names -----------------------------------------------------------------------------------------------

PARTICLES = lexicon("al bin ibn abu abd ul de la van von der del al-din e")
AFTER_NAME = lexicon("was were is had has died , later also reportedly suffered and")
NOT_ALONE = lexicon("jan feb mar apr jun jul aug sept sep oct nov dec may march april june july august christmas")
PLACES = lexicon(
    """province district village city town area county street avenue road region governorate neighborhood neighbourhood
    valley suburb camp market hospital university school park township"""
)
NOT_NAMES = lexicon(
    """police county city hospital department street avenue road university school church news photo center centre state
    states province district force forces army court office party club bar park sheriff coroner highway drive lane house
    monday tuesday wednesday thursday friday saturday sunday january february september october november december group
    network cell ring criminal medical examiner team unit command security national international press tv daily times post
    ministry government village town airport base company apartments boulevard nation nations north south east west
    northern southern eastern western the a an in on at but and if as it he she they we his her this that these those there
    after before during when while one two three four five six seven eight nine ten no some several many most more
    according however meanwhile also both all another authorities officials officers witnesses residents investigators
    detectives deputies update breaking video watch read related image images"""
)

# -- phrases ---------------------------------------------------------------------------------------------

# Predicates of several words, over the sentence in lower case; the group's name is the letter that the chunk gets and the
# measure (see `tolls_chunks`).
PHRASES = r"""
    \b(?:
      (?P<K_killed> (?:shot|stabbed|struck) \s and \s (?:fatally\s)? killed | (?:shot|gunned) \s dead | gunned \s down | killed \s in \s action
        | (?:shot|beaten|stabbed|burned|burnt|bludgeoned|hacked|tortured|crushed|strangled) \s to \s death
        | (?:fatally|mortally) \s (?:\w+ly\s)? (?:shot|wounded|injured|stabbed|struck|hit|beaten) | put \s to \s death | taken \s out )
    | (?P<G_killed> (?:shooting|stabbing) \s (?:and \s (?:fatally\s)? killing|dead|to \s death) | (?:fatally|mortally) \s (?:shooting|wounding|injuring|stabbing)
        | gunning \s down | (?:claiming|taking|costing) \s the \s li(?:fe|ves) \s of | beating \s to \s death )
    | (?P<A_killed> (?:claimed|took|taken|claims|cost|claim) \s the \s li(?:fe|ves) \s of )
    | (?P<V_killed> (?:lost|lose|losing) \s (?:his|her|their) \s (?:own\s)? li(?:fe|ves) | bled \s to \s death | burned \s to \s death
        | (?:later\s|also\s|then\s)? (?:pronounced|declared|confirmed|found|presumed) \s (?:\w+\s){0,2}? dead (?! \s (?:end|body))
        | did \s n(?:o|')t \s survive | could \s not \s be \s (?:saved|revived|resuscitated) | breathed \s (?:his|her) \s last | passed \s away )
    | (?P<V_killed_among> among \s (?:the|those) \s (?:dead|killed|fatalities|martyrs|deceased) )
    | (?P<V_injured_among> among \s (?:the|those) \s (?:injured|wounded) )
    | (?P<A_killed_beat> (?:beats?|strangled|burned|burnt|hacked|clubbed|tortured|trampled|crushed) (?=\s (?:[\w-]+\s){1,6}? to \s death\b) )
    | (?P<A_killed_lives> (?:claim(?:ed|s|ing)?|cost(?:s|ing)?|took|taken|taking) (?=\s (?:[\w-]+\s){1,4}? lives\b) )
    | (?P<V_killed_outcome> (?:result(?:ed|ing)|end(?:ed|ing)) \s in \s (?:his|her|their) \s deaths? )
    | (?P<V_killed_self> (?:committed|died \s by) \s suicide | (?:took|taking|taken) \s (?:his|her) \s own \s life
        | (?:fatally\s)? (?:turn(?:ed|ing)? \s (?:the|a|his|her) \s (?:\w+\s)? (?:on|against)|shot \s and \s killed|kill(?:ed|s|ing)?) \s (?:himself|herself|themselves) )
    | (?P<V_injured_wounds> (?:sustain(?:ed|s|ing)?|suffer(?:ed|s|ing)?|receiv(?:ed|ing)) \s (?:[\w-]+,?\s){0,5}? wounds?
        | with \s (?:[\w-]+\s){0,4}? (?:gunshot|gun-shot|shrapnel|stab|bullet) \s wounds? )
    | (?P<V_injured_injuries> (?:sustain(?:ed|s|ing)?|suffer(?:ed|s|ing)?|receiv(?:ed|ing)) \s (?:[\w-]+,?\s){0,5}? (?:injur(?:y|ies)|burns) )
    | (?P<V_injured_self> (?:shot|shoots|shooting|injured|wounded) \s (?:himself|herself|themselves) )
    | (?P<V_injured_condition> (?:in|to\sbe\sin) \s (?:(?:a|an|the|very|extremely)\s)? (?:critical|stable|serious|fair|good|grave|guarded) (?:\s(?:but|and|or|to)\s\w+)? \s condition
        | expected \s to \s (?:survive|recover|be \s (?:ok|okay)|make \s a \s full) )
    | (?P<V_injured_hospital> (?:taken|transported|rushed|airlifted|flown|transferred|admitted|hospitali[sz]ed|sent|brought|driven) \s (?:(?:to|by|into|from|via|in|for|on|with|immediately|quickly|away) \s (?:[\w.'’-]+\s){0,6}?)? (?:hospitals?|trauma|medical \s (?:center|facility))
        | treated \s (?:[\w.'’-]+\s){0,4}? (?:injuries|wounds|hospitals?) )
    | (?P<V_injured_hit> (?:struck|hit) \s (?: by \s (?:\w+\s){0,2}? (?:bullets?|gunfire|shrapnel|gunshots?) | in \s the \s (?:\w+\s){0,2}? (?:leg|arm|head|chest|back|foot|neck|stomach|abdomen|shoulder|thigh|hand|face|hip|torso|buttocks?|groin|side|ankle|knee|body) ) )
    | (?P<A_injured> send(?:s|ing)? (?=\s (?:[\w-]+\s){1,5}? to \s (?:\w+\s){0,3}? hospitals?) | sent (?=\s (?:[\w-]+\s){1,5}? to \s (?:\w+\s){0,3}? hospitals?) )
    | (?P<V_captured> (?:taken|brought) \s into \s (?:police\s)? custody | taken \s (?:captive|prisoner|hostage)s? | rounded \s up | (?:being\s)? held \s (?:captive|hostage) | in \s (?:police\s)? custody )
    | (?P<A_captured> t(?:ook|aking|akes) (?=\s (?:[\w-]+\s){1,3}? (?:captive|prisoner|hostage)s?\b | \s (?:[\w-]+\s){1,2}? others \b (?! \s (?:to|with|for))) )
    | (?P<T_killed> (?:fatal|deadly) \s (?:[\w-]+\s){0,2}? (?:shootings?|stabbings?) \s of | (?:shooting|stabbing) \s (?:deaths?|murders?|slayings?) \s of | murder[ -]suicide \s of )
    | (?P<M_killed_event> (?:double|triple|quadruple) \s (?:homicide|murder|killing|slaying|fatality|fatal \s shooting)
        | (?:fatal|fatally|deadly) \s (?:[\w-]+\s){0,2}? (?:shooting|stabbing|attack|strike|airstrike|raid|bombing|shelling|incident) (?!s?\s of\b) )
    | (?P<Q_killed> death \s toll | toll (?=\s (?:rose|rises|climbed|reached|stood|stands|to|at)) | number \s of \s (?:the\s)? (?:dead|deaths|killed|martyrs|fatalities) )
    | (?P<Q_injured> number \s of \s (?:the\s)? (?:wounded|injured|injuries) )
    ) (?!\w)
"""

# A sentence without any of these stems tells of no toll, and isn't read further.
STEMS = r"""
    kill|slain|slay|murder|assassin|execut|behead|slaughter|massacr|martyr|eliminat|neutrali|dead|death|\bdie[ds]?\b|fatal|perish|succumb
    |homicid|suicid|\bbod(?:y|ies)\b|corpse|\bli(?:fe|ves)\b|injur|wound|\bhurt|maim|stab|\bsho(?:t|ot|oting|ots)\b|hospital|condition|casualt|harm
    |captur|detain|detent|arrest|apprehend|abduct|kidnap|custody|captive|hostage|prisoner|took|taking|missing|unaccounted|disappear|toll|gunned|struck|\bhit\b|surviv
    |recover|grazed|drowned|strangl|victim
"""

POSSIBLE = r"""
    \b(?: may (?!\s*\d|\s+of\b) | might | could \s have | possib(?:ly|le|ility) | fear(?:ed|s)? | whether | not \s (?:confident|sure|clear) | unclear \s if | allegations? | looking \s into | look \s into | believed \s (?:to|dead) | thought \s to | presumed | suspected \s (?:to|dead)
    | likely | potential(?:ly)? | unconfirmed | rumou?red | appears? \s to \s have | appeared \s to \s have ) \b
"""
DENIES = r"\b(?: den(?:y|ies|ied|ying) (?! \s (?:any\s|all\s)? (?:carrying|having|being|responsib|involvement|it\s (?:was|had)|that \s (?:it|they) \s)) | reject(?:ed|s|ing) | refut(?:ed|es|ing) | dismiss(?:ed|es|ing) ) \b"
ASSERTS = r"\b(?:and|but|while|;) \s (?:[\w’'-]+ \s){0,4}? (?:said|says|insisted|claimed|added|stated|told|announced)\b"
"""What ends a denial: "denied that it fired, and said that ..."."""

NOT_SAID = r"""
    (?: \b how \s (?:many|few|much) \s (?:\w+\s){0,3}
    | (?:\b not | n't | \b never | \b without | \b declined \s to | \b refused \s to) \s (?:\w+\s){0,2}? (?:say|said|saying|specify|specifying|disclose|reveal|mention|state)
      \s (?:\w+\s){0,3}? (?:how|whether|if|any|what)\b [^;]* ) \Z
"""
"""What comes after is left unsaid: "did not say how many", "without saying whether"."""

PERIOD = r"""
    \b(?: (?:in|across|throughout|around) \s the \s (?:whole\s|entire\s)? (?:country|province|region|territory|city|state|world|valley|district)s? \s
      (?:\w+\s){0,2}? (?:(?:last|this|that) \s (?:year|month|week) | in \s (?:the\s)? (?:19|20)\d\d )
    | (?:last|this) \s (?:year|month) ,? \s (?:in|across|throughout) \s the \s (?:whole\s|entire\s)? (?:country|province|region|territory|state|world)
    | nationwide ) \b
"""
"""A stretch of time all over a country: no toll of one attack, unless an attack is named."""
EVENT = r"\b(?:attack|strike|airstrike|raid|bomb|bombing|blast|explosion|shelling|shooting|ambush|clash|assault|missile|rocket|shell|mine|when)(?:s|es)?\b"

AIMS = r"""
    (?: \b(?: aim(?:ed|s|ing)? \s (?:at|to) | in \s order \s to | (?:plan|plot|attempt|try|tri|threat|want|vow|hope|intend|conspir|order|prepar|need|seek|sought|refus)\w*
    \s (?:\w+\s){0,2}? (?:to|at) | capable \s of | possibility \s of | responsible \s for | risk \s of | purpose \s of | without | before | instead \s of | from
    | goal \s of | prevent\w* | avoid\w* | attempted | intent \s to | if | unless | when \s they | designed \s to | failed \s to ) \s+ (?:\w+\s){0,1} )\Z
"""
ACCUSED = r"\b(?: accus\w+ | blamed | suspected | responsible | known | notorious | wanted ) \s (?:\w+\s){0,3}? (?:of|for|in)\b"
CUMULATIVE = r"""
    \b(?: since \s (?:\w+\s){0,3}? (?:\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|the|last|early|late|mid|then|2\d{3})
    | (?:this|each|per|every) \s (?:year|month|decade)(?!-old) | so \s far \s this | in \s (?:the)? \s? (?:past|last|previous) \s (?:\w+\s)? (?:months?|years?|weeks?|days|decades?)
    | over \s the \s (?:past|last|course)(?:\s of)? | (?:during|throughout) \s the \s (?:war|conflict|campaign) | to \s date | overall | each \s year | annually
    | (?:homicide|murder|death|killing|shooting)s? \s (?:of|in) \s (?:the\s)? (?:year|20\d\d|this) | in \s all \s of ) \b
"""

# Attacks of which somebody is known, or of another day, told on the way.
ASIDE = r"""
    \b(?: linked \s to | involved \s (?:in|with) | connect(?:ed|ions?) \s to | responsible \s for | (?:planner|coordinator|mastermind) | participat\w+ \s in | planning | planned
      | plott?(?:ed|ing) | orchestrat\w+ | directed | coordinated | led \s the | took \s part \s in | claimed \s responsibility | in \s retaliation | revenge | similar \s to
      | (?:previous|earlier(?!,)|last \s (?:year|month|week|summer|spring|winter|fall)'s | a \s year \s (?:ago|earlier)|years? \s ago|months? \s ago|weeks? \s ago) ) \b
    [^;]* \b (?: attacks? | bombings? | ambush(?:es)? | strikes? | raids? | shootings? | murders? | assassinations? | killings? | deaths? | operations? | explosions? | the )
    (?: \s [^;]{0,60})? \Z
"""
