"""Words that stand around place names, and words that only look like place names."""

from __future__ import annotations

from chronology.extract.text import lexicon

TITLES = lexicon("""mr mrs ms miss dr prof professor sir lord lady dame rev reverend pastor bishop archbishop cardinal pope imam sheikh sheik
    mullah maulvi ayatollah hajji haji gen general lt lieutenant col colonel maj major capt captain cmdr commander sgt sergeant cpl corporal
    pvt private adm admiral brig brigadier marshal gov governor sen senator rep representative congressman congresswoman president premier
    minister secretary chancellor king queen prince princess emperor emir sultan mayor judge justice attorney sheriff deputy constable const
    officer detective det inspector insp chief spokesman spokeswoman spokesperson director chairman chairwoman ceo coach coroner councillor
    councilman councilwoman mla mp msp ambassador envoy analyst activist author actor actress singer abu umm bin ibn leader fighter militant
    brother sister son daughter father mother wife husband suspect victim driver neighbor neighbour student teacher lawyer dj ms""")

ORGANISATION = lexicon("""university college school academy institute hospital clinic inc corp corporation company co ltd llc group bank
    times post news herald tribune journal gazette star press daily guardian telegraph mail observer republic chronicle observatory
    police department ministry council committee commission agency association authority bureau service services court foundation fund
    union party front brigade army force forces guard navy parliament congress senate assembly government administration office
    fc united club league cup games festival championship championships open series team church cathedral museum gallery theatre theater
    center centre society trust board system airlines airways railway bay""")

ROAD = lexicon("""road street avenue lane drive highway boulevard crescent close way terrace parkway freeway motorway turnpike pike
    rd st ave dr blvd hwy expressway roundabout bridge square row""")
SITE = lexicon("""hospital airport airfield airbase base camp park museum stadium arena mosque church cathedral temple school university
    college prison jail station square tower house hall palace library gallery theatre theater center centre mall market dam gate
    checkpoint crossing garage hotel plaza zoo cemetery beach""")
WATER = lexicon("river lake creek bay gulf sea ocean strait canal reservoir")
LAND = lexicon("mountains mountain mount hills valley desert island islands peninsula plains forest")
COUNTY = lexicon("county parish township borough twp")

PREPOSITIONS = lexicon("""in at from near of to outside across through into around between by and the for on with inside over toward towards
    throughout within via off against about than as after along a an or""")
SAYS = lexicon(
    "said says told added asked replied wrote recalled explained noted argued insisted admitted continued testified tweeted"
)
DIRECTION = lexicon("north south east west northern southern eastern western northeast northwest southeast southwest central upper lower "
                    "northeastern northwestern southeastern southwestern greater")  # fmt: skip
NOT_PLACES = lexicon("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun christmas easter
    ramadan eid god jesus christ allah internet facebook twitter google youtube whatsapp apple amazon christian muslim islam islamic jewish
    democrat democrats republican republicans sunni shia shiite taliban isis isil daesh nato hamas hezbollah un mr mrs ms dr am pm pentagon
    the a an and or but if in on at of to by for from with as is are was were be been has have had do does did will would can could should
    he she it we they you his her its our their my me him them us i this that these those there here what when where who why how which
    not no yes all some many most more one two three four five six seven eight nine ten first second third last next new old after before
    since until while although because however also according even just only very much such other another each every both few several
    police officials authorities residents witnesses man woman men women people family children court judge state states county city town
    village government president minister army war world today tomorrow yesterday morning evening night week month year so then now""")

GIVEN = lexicon("""aaron abby abdul abdullah abdulrahman abigail abraham adam adel adrian ahmad ahmed aidan aisha alan albert alejandro alex
    alexander alexandra alexis alfred ali alice alison allan allen allison amanda amber amin amir amy ana anas andre andrea andrew andy angel
    angela angelina anita ann anna anne annie anthony antonio april ariana arnold arthur ashley ashraf asif audrey austin ayman barack barbara
    barry bashar beatrice ben benjamin bernard bernie beth bethany betty beverly bill billy blake bob bobby brad bradley brandon brenda brendan
    brent brett brian brianna brittany brooke bruce bruno bryan caitlin calvin cameron carl carla carlos carmen carol caroline carolyn carrie
    casey catherine cathy cecilia chad charles charlie charlotte chelsea cheryl chloe chris christian christina christine christopher cindy
    claire clara clarence claude claudia clayton clive clyde cody colin colleen connor conor corey cory courtney craig cristina crystal curtis
    cynthia daisy dale dan dana daniel danielle danny daoud darius darrell darren daryl dave david dawn dean deborah debra declan denis denise
    dennis derek derrick diana diane diego dmitri dmitry dominic don donald donna doris dorothy doug douglas drew duncan dustin dwayne dylan
    earl ebony eddie edgar edith edward edwin eileen elaine eleanor elena eli elijah elizabeth ella ellen ellie elliot emily emma emmanuel
    eric erica erik erin ernest esther ethan eugene eva evan evelyn faisal farid fatima felix fernando fiona florence frances francis francisco
    frank franklin fred frederick gabriel gail gareth garrett gary gavin gaetan gene geoff geoffrey george gerald gerard gilbert gina gisele
    glen glenn gloria gordon grace graham grant greg gregory guy haley hamid hamza hannah harold harriet harry hasan hassan hayley heather
    hector heidi helen henry herbert hillary holly howard hugh hussein ian ibrahim igor imran irene isaac isabel isabella ismail ivan jack jackie
    jackson jacob jacqueline jacques jake jamal james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey jenna jennifer
    jenny jeremy jerome jerry jesse jessica jesus jill jim jimmy jo joan joanna joanne jody joe joel john johnny jon jonathan jordan jorge
    jose joseph josh joshua joy joyce juan juanita judith judy julia julian julie june justin karen karim karl kate katherine kathleen kathryn
    kathy katie kayla keith kelly ken kenneth kenny kerry kevin khalid khaled kim kimberly kirk kristen kristin kurt kyle larry latoya laura
    lauren laurence laurie lawrence lee leila leo leon leonard leroy leslie lewis liam lillian linda lindsay lindsey lisa logan lois lori
    lorraine louis louise lucas lucy luis luke lydia lynn mackenzie madison mahmoud malcolm manuel marc marcus margaret maria marie marilyn
    mario marion marjorie mark marlene martha martin marvin mary mason mathew matt matthew maureen maurice max maya megan melanie melissa
    melvin mercedes meredith michael michele michelle miguel mike mila mildred miranda mitchell mohamed mohammad mohammed molly mona monica
    morgan muhammad mustafa nadia nancy naomi natalie natasha nathan nathaniel neil nicholas nick nicola nicole nigel nikki nina noah noel nora
    norman norma oliver olivia omar oscar osama owen pablo paige pamela pat patricia patrick paul paula pauline pedro peggy penny perry pete
    peter phil philip phillip phyllis rachel ralph ramon ramona randall randy ray raymond rebecca recep regina reginald renee ricardo richard
    rick ricky rita rob robert roberta roberto robin rod rodney roger roland ron ronald ronnie rosa rose rosemary ross roy ruby russell ruth
    ryan sabrina sally salman sam samantha samir samuel sandra sandy sara sarah sean sebastian sergei sergey sergio seth shane shannon sharon
    shaun shawn sheila shelby sheldon sherry shirley sidney simon sofia sonia sophia sophie spencer stacey stacy stan stanley stella stephanie
    stephen steve steven stuart sue susan suzanne sybil sydney sylvia tamara tammy tanya tara tariq taylor ted terence teresa terrance terri
    terry thelma theodore theresa thomas tiffany tim timothy tina todd tom tommy toni tony tracey traci tracy travis trevor troy tyler valerie
    vanessa vera vernon veronica vicki vicky victor victoria vincent viola virginia vladimir walid wallace walter wanda warren wayne wendy
    wesley whitney wilfred william willie winston yasmin yolanda youssef yusuf yvonne zachary zainab zoe""")

ORDINARY = lexicon("""accord act add advance agency aim air airport allege alley alliance along anew angel anger angered angle any are arena arrest arsenal
    art artillery ask ate bacon bad bag bail ball ballots ban band bang bangs banks bar barrage base basic battle battlefield bear bed beer
    began begun bells belt best bid big bigger bin bites blessing boil bone book boom boot booth border bore born bottom boundary box brain
    branch brand brick bride bridge bright brilliant broke brush bullet burden burns burst bury bus busy but buy cache cactus caller came
    camps can canal capital carbon care cargo carry cars cases cash casino cast cat celebration cell central centre centres cents century
    chair chamber change charge chase chat checkpoint chili choir church coma come comfort communal communism compound concrete
    conservation constitution content contest conversion convoy cool cooling cop cope countryside course court coward coyote coyotes crater
    culture cut cuts dad dam date dawn deal deep deer desk die dig dining dire dogs dollar downs downtown drag drain drama dresser drew
    driver drone drug dry dual due dug early earth east eastern economy effort egg energy engineer enter era ever export eye faith fall
    fare farmland fate federal fell fines fiscal flee fleet force forth foster four freedom friend friendly front fully gaming gang gap
    garrison gas gay gets give glad globe glove goes going gold gone goodwill got grab grace grain grand grandson grant grants grass grave
    gray green grenade grey grim groom gross guide guns guy hail halfway halls hammer hang happy harbor hard harvest hat healing hell hero
    highways hire hit hole holiday home homeland hometown hope hospital hot hour hub humble hunt hunter hunting hurt ill independence
    industry islands jackpot job junction junior jury just justice keys kill knock lab labor lack landing lang law lawn lay lead leader leg
    lemon level liberal liberation liberty lie light limit line list lives loans lock log lone long look lookout loose loss lot loving
    loyal luck lucky lung lure mad made magazine main major make male males mall mama man manage mansion many marker marks mass massacre
    maximum may means media men mercury mercy mere merit mess met mile miles mind mine mining minor miss mission mobile model modern moral
    more mosquito most mound mounds much mud name naval needles nest net never nice nine non none nor normal north northeast northeastern
    northern northwest nose off officer oil okay one onset opportunity orchard oust ousted outing outlook over pace pack pact page paint
    pal panic paper parent parole passage pasta patrol pax pay peninsula per perm pet phone pile pill pink pipes plain plan planes plans
    plate plaza plenty plot point police poll pool pop port portal poses possession post pound powers pray price principal proclamation
    progress prospect prosperity proven punch purchase purse put quarter race rail rain ran rash rate reading real receiving record reform
    research reserve reservoir rest retreat rib rich rid ride rifle ring rise risen rivers rode rodeo roles root rose rule run rush sack
    sad saga said sale sales salmon same sand sang sarin sauce save say sea section sector sedan see seem seen sees sell send sense sent
    servant serves set settle seven severance shape shaping share shared she shell shepherd shields shit shot shut side silos since singer
    siren sisters ski slaughter smile snow sober sole son song sore sort soul southeastern southern sparks split spoken spy star start
    station still stock store story strand strong success sued summit sunset surprise swan sweet switch tactic taking tall tank tap tape
    tea tell ten tender terminal than them till time toll tone tongue tool tore torn tornado torso tour tours town trail train trap trial
    trip tsunami tube turn twin twist unity used uses veteran veto victory village vote waging wake walk wall walls wanna war warden warns
    wary wash wave ways wedding welcome well were western white wines wing winner worth yen young zero zone zoo""")
"""English words that are towns somewhere."""
