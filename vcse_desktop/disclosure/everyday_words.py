"""Words that say nothing of who somebody is, names that are words too, and names as people are called."""

EVERYDAY = frozenset(
    """
    a able about above absolutely accept access across act active activities activity actual actually
    add advice advise adult adults afraid after afternoon afternoons again against age ago agree ahead
    all allow allowed almost alone along already also although always am amazing an and angry another
    answer answered any anybody anyone anything anyway anywhere apart appointment appointments are area
    around arrive arrived art arts as ask asked asking assessment at attend attended aunt auntie
    available aware away awful baby back bad badly bank based bath be beautiful became because bed been
    before began being believe bench benefit benefits best better between big bin bit black blind blood
    board body book books bored born both bottom box boy boys brain bread break breakfast brief bring
    brilliant broken brother brothers brought building bus buses business busy but buy by cafe call
    called calls came can cancelled cancer cannot cant car card care cared carer carers caring carry
    cars case cat catch caught cause centre certain certainly chai chair chance change changed changes
    charity chat check cheerful chemist child children choice choose church city class clean clear
    clearly clinic close closed club coffee cold college come comes comfort comfortable coming common
    communication community company complete completely computer concern concerned condition confidence
    confused consultant contact continue cook cooking cope correct cost could council counselling couple
    course cousin cover cramped cried crying cup cut daily dad dance danger dark data date daughter
    daughters day days dead deaf deal dear decided decision definitely delay delayed dementia dentist
    depends depressed depression desperate details did didnt die died diet different difficult dinner
    direct disabled disability disgusting distance do doctor doctors does doesnt dog dogs doing done
    dont door doors down drive driver drop drug drugs dry due during duty each ear earlier early ears
    easier easily easy eat education effort either elderly else email emergency emotional empty
    encourage end ended enjoy enjoyable enjoyed enough environment equipment especially estate even
    evening evenings ever every everybody everyday everyone everything everywhere exactly example
    excellent except exercise expected experience explain explained extra extremely eye eyes face
    facilities facility fact fair fairly fall falls families family fantastic far fast father fault
    feedback feel feeling feels feet fell felt few field figure fill finally financial find fine finish
    fire firm first fit five flat floor flowers follow followed food foot football for form forms
    forward found four free frequently friend friendly friends from front frustrated full fun fund
    funding funny further future game games gave garden gardening general generally gentle gently
    genuine get gets getting girl girls give given gives giving glad go god goes going gone good got
    grandad grandchildren granddaughter grandma grandmother grandson grandsons grant grass grateful
    great greeted green ground group groups grow guy had hair half hall hand handled hands happen
    happened happy hard has hasnt have havent having he head health healthy hear heard hearing heart
    heating heavy held hello help helped helper helpers helpful helping helps her here herself hes hey
    hi high hill him himself his hit hold holiday home homes honest hope horrible hospital hospitals hot
    hour hours house housing how however huge hungry hurt husband i ideal idea if ill im immediately
    important improve improved improvement in include including income independent information injury
    inside instead interested interesting into introduced involved is isnt isolated issue issues it its
    ive item items job jobs join joined just keep keeps kept kettle kid kidney kids kind kindly kindness
    kitchen knew know knowledge knowledgeable known knows ladies lady lack language last late lately
    later laugh laughed law lead leader learn learned learning least leave leaving leaflet left leg legs
    less lesson let letter letters library life lift light like liked lip list listen listened listener
    listening little live lived lives living local lock lonely long longer look looked looking looks
    lost lot lots loud love loved lovely low luck lucky lunch made mail main make makes making man
    manage managed manager many matter maybe me meal meals mean means meant medical medication medicine
    meet meeting meetings memory men mental mentor mentioned message met middle might mile miles milk
    mind mindfulness mine minute minutes miss missed mobile moment money month months mood more morning
    mornings most mother move moved moving much mum mums music must my myself name names nan nana near
    nearly need needed needs neighbour neighbours nephew nervous never new news next nice niece night
    nights no nobody noise noisy none nor normal normally not note nothing notice now number numbers
    nurse nurses nursing obvious obviously of off offer offered office often oh ok okay old older on
    once one ones online only open opened operation or order organised other others our ourselves out
    outside outstanding over overall own paid pain paper parent parents park parking part particular
    particularly partner pass past patience patient patients pay paying peace people perfect perhaps
    period person personal personally phone phoned phones physical physio physiotherapist physiotherapy
    pick picked pity place places plan plant play played please pleased pleasant plenty plus point
    police polite poor position positive possible possibly post power practice pram prescription present
    pressure pretty previous price prices private probably problem problems process professional
    programme prompt promptly proper properly provide provided pub public pull put quality queue queues
    question questions quick quicker quickly quiet quite rain ran rang rate rather reach read reading
    ready real really reason reassured receive received reception receptionist record referral regular
    regularly relax relaxed relaxing remember rent repair reply report request respect respite response
    rest result results return rice ride right ring road room rooms round rubbish rude run running
    rushed sad safe safety said same sat save saw say saying says scared scheme school schools seat
    seats second see seeing seem seemed seems seen self send sense sent serious seriously service
    services session sessions set several shame share she shed shes shift shoes shop shopping shops
    short shortly should shouting show showed shower sick side sign signed simple simply since sing
    single sister sisters sit site sitting situation slept slow slowly small smile smiled smiles smiling
    smoke smooth so social soft some somebody somehow someone something sometimes somewhere son sons
    soon sorry sort sound sounds soup south space speak special specialist spent spoke sport stable
    staff stage stairs stand start started stay stayed steps stick still stop stopped stops story
    straight street stress stressed stressful strong struggle struggled student students stuff such
    suffer suffering sugar suggest summer sun super superb support supported supporting supportive
    supports sure surgeon surgery surprised system table take taken takes taking talk talked talking tea
    teach teacher teachers team teams tears technology teeth telephone tell telling terrible test tests
    text than thank thankful thanks thankyou that thats the their them themselves then therapist
    therapists therapy there these they theyre thing things think third this thoroughly those though
    thought three through throughout time times tired to toast today together toilet toilets told
    tomorrow tonight too took top total totally touch towards town trade traffic train training
    transport travel treat treated treatment tried trip trouble true trust try trying turn turned tv
    twice two type uncle under understand understanding understood unfortunately unit until up upset
    upstairs us use used useful user usual usually very via view village visit visited visiting visitor
    visitors visits volunteer volunteering volunteers waist wait waited waiting walk walked walking
    walks wall want wanted wants ward wards warm warmth was wash wasnt waste watch water way we wear
    weather week weekend weekends weekly weeks welcome welcomed welcoming well went were what whatever
    wheelchair when where whether which while white who whole whos why wife will win window winter wish
    with within without woman women wonderful wont word words wore work worked worker workers working
    works workshop world worried worry worse worst worth would wouldnt write writing wrong wrote xray
    yeah year years yes yesterday yet you young younger your youre yourself youth diolch iawn yn mae ac
    ar dyn bod dim roedd oedd gyda fy ei eu ni chi nhw wedi dda bob da i'm i've i'd i'll it's that's
    there's he's she's we're we've they're you're don't didn't can't couldn't wasn't weren't isn't won't
    wouldn't shouldn't doesn't haven't hasn't hadn't let's what's who's informative input content mostly
    sadly step psychiatrist psychiatrists pharmacist palliative acute procedure failure interest taxi
    tax doc info excellently resulted dispatched therapies operator caller assessor handler hub bipolar
    clozapine chiropodist chiropractor biscuits septic tens ignore wished individual north east west
    speed speedy bright gross faith weight using nurse's allowance citizens choir badge infirmary valley
    valleys leaflets jobcentre royal chapel mosque temple society association foundation ministry
    chemistry dentistry lottery pension motability
    """.split()
)
"""Words that are no names unless somebody on record has them; then only a capital makes them one."""

ALSO_NAMES = frozenset(
    """
    abbey amber angel april art ash aurora autumn bailey baker banks basil bay beau bell berry bill bird
    bishop blessing blue bob booth brook brown bush butcher butler candy carol carpenter carter chance
    charity chase chuck clay cliff cole con cook cooper coral cross crystal daisy dale dan dawn day dean
    dell destiny dick dolly don drake drew eagle earl ebony eve ever fern field fisher flint flora
    flower ford forest fox frank french gale garden gene george ginger glen glory gold good grace grant
    gray green grey hall happy harmony hart hazel heath heather heaven herb hill holly hope hunt hunter
    iris ivory ivy jack jade jasmine jay jean jewel jo joker joy june justice keen kelly king kit knight
    lake lamb lane lark laurel law lee leaf lily little long love lowe lucky mace mai man marble march
    marina mark marsh marshal mason may mercy mike miles mill miller misty moon moss myrtle nick noble
    north norm old olive opal page paige park parker parson parsons pat patience patty pearl penny peace
    pepper petal peter piper pike pip plum pool pope poppy porter potter precious price pride prince
    promise queen rain raven ray read reed rich ridge river rivers rob robin rock rod rose rosemary
    rowan ruby rue rush rusty sage sandy savannah saxon scarlet sea shell sharp shaw short sky slater
    small smart smith snow sonny sparrow spring star stella sterling stone storm street strong sue
    summer sunny swan swift sydney tailor tanner taylor temple terry thorn tiger trinity turner van vera
    victor viola violet walker ward waters weaver webb wells west white will willow win winter wise wolf
    wood woods worth wren young an bo do mo my so su ali ada dil noor khan dai haf eira mair bryn glyn
    gwen wyn tan ola kot lis maja can in or to lot sit bea ken mel
    """.split()
)
"""Names that are words too, in English, Welsh, Polish or Urdu: only a capital makes them a name."""

NO_NAMES = frozenset(
    """
    monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday
    saturdays sunday sundays january february march april may june july august september october
    november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept
    oct nov dec christmas xmas easter ramadan eid diwali hanukkah vaisakhi lent passover halloween
    english welsh cymraeg gymraeg british irish scottish polish urdu arabic bengali punjabi hindi gujarati
    somali chinese cantonese mandarin french german spanish italian romanian ukrainian indian pakistani
    bangladeshi nigerian african asian caribbean jamaican european american muslim muslims christian
    christians hindu sikh jewish catholic methodist baptist quran bible islam england wales scotland
    ireland britain uk gb eu europe africa asia india pakistan bangladesh nigeria poland ukraine syria
    london birmingham manchester leeds liverpool sheffield bristol cardiff swansea newport wrexham
    bradford nottingham leicester derby coventry hull stoke glasgow edinburgh dundee aberdeen belfast
    york cambridge oxford norwich plymouth exeter southampton portsmouth brighton reading luton
    newcastle sunderland durham lancashire yorkshire cornwall devon kent essex sussex surrey norfolk
    suffolk northampton northamptonshire nottinghamshire leicestershire derbyshire bangor conwy gwynedd
    powys nhs gp gps icb ccg camhs cmht crisis iapt pals dwp pip esa cab rnib rspb rspca ymca wi cpr
    covid corona coronavirus adhd asd ocd ptsd autism asperger aspergers alzheimer alzheimers parkinson
    parkinsons mri ct ecg eeg iv tv pc it cd dvd diy usb wifi internet google facebook whatsapp zoom
    teams skype youtube twitter instagram microsoft apple android iphone ipad tesco asda sainsburys aldi
    lidl morrisons boots argos amazon uber macmillan mencap samaritans ambulance brexit parliament
    government mp mps mr mrs ms miss mx dr prof rev fr sir st mum mummy mam dad daddy nan nana nain taid
    gran granny grandad grandma grandpa auntie aunt uncle god allah lord lady jesus pm am ok hi dear na
    im ive id ill eg ie etc xx xxx xxxx xxxxx amp ltd plc cic mh pe rc fs aa bg ba ha ed pa hr cv bp sob
    op opd hca hcas ot ots slt cbt rn ae gcse bsl esol sen nct ngo ceo mot vat dbs ei sa sb lgbt bame
    """.split()
)
"""Words that have a capital and point at nobody: days, feasts, tongues, countries, cities and brands."""

ENDINGS = tuple(
    """
    tion tions sion ment ments ness ance ances ence ences ity ities ology ologist ologists ists therapy
    ingly ously fully ably ibly ally ively less ful ous able ible ical ships ship care ways
    """.split()
)
"""How words end that are no names."""

TITLES = frozenset(
    """
    mr mrs ms mx dr prof professor rev reverend cllr councillor sir dame auntie aunty aunt uncle nurse
    doctor sister matron father canon pastor imam miss
    """.split()
)
"""What stands before a name."""
SURE_TITLES = frozenset("mr mrs ms mx dr prof cllr auntie aunty".split())
"""Those of them that stand before nothing else, so that the name needs no capital."""

PARTICLES = frozenset(
    "o mac mc van von der de den la le di da du al el ul ap ab ferch ni nic bin binti bint ibn abu st y and"
    " the of".split()
)
"""Parts of names that are no names by themselves."""

GIVEN = frozenset(
    """
    aaron abigail abdul abdullah adam adaeze adebayo adrian agnes agnieszka ahmed aisha ajay alan albert
    alexander alfie alice alison amanda amina amir amit amy andrea andrew andrzej angela angharad anil
    anita ann anna anne annie anthony antony anwen arthur asif audrey ayesha ayodele barbara barry beata
    beatrice ben benjamin bernard bernadette beth bethan betty beverley blodwen bogdan brenda brendan
    brian bridget bronwen callum cameron carl caroline carwyn catherine cathy ceri charles charlie
    charlotte chidi chinedu chioma chloe chris christine christopher ciara claire clare clive colin
    conor craig cynthia dafydd damilola daniel danuta darren dave david deborah debbie deepa deirdre
    delyth denise dennis derek diana diane dilys donna doreen doris dorota dorothy dylan eamon eddie
    edward eileen elaine eleanor eleri elizabeth elin ella ellen elsie elwyn emily emma emeka eoin eric
    esther ethel evelyn ewa fatima fatma femi fiona florence folake fred frances gareth gary gavin geoff
    geraint gerald gillian glenda gloria gordon graham greg gwyneth gwynfor hamza hanna hannah harold
    harpreet harriet harry hassan helen henry hilary hilda huw hussein ian ibrahim ifan ifeoma imran
    ioan irene isabel isla iwona jackie jacob jake jakub james jan jane janet janice jason javed
    jennifer jenny jeremy jessica jill jim joan joanna joanne joe john jonathan jose joseph joshua joyce
    judith julia julie justin kareem karen karim karolina kasia katarzyna kate katherine kathleen katie
    kayode keith kenneth kerry kevin kieran kiran krystyna krzysztof kumar kwame laura lauren leanne
    leroy lesley leslie lewis liam lilian linda lisa liz llinos lorraine louise lucy luke lynn lynne
    maciej magdalena malcolm malgorzata mandeep manjit marcin margaret maria marian marie marilyn marion
    marjorie martin mary mateusz matthew maureen mavis meera megan mehmet meinir michael michal michelle
    mohamed mohammad mohammed moira molly monika morag muhammad muriel myfanwy nadia nancy naomi nasreen
    natalie nathan neil nerys ngozi niamh nicola nigel nikhil noreen norma norman nuala obinna oliver
    olivia oluwaseun omar owain owen pamela parveen patricia patrick paul paula pauline pawel peggy
    philip phyllis piotr pooja priya rachel rajesh ralph rashid raymond rebecca renata rhian rhiannon
    rhys richard rita robert roger roisin ron ronald rosie roy russell ruth ryan sadia saima saira sally
    sam samantha samina samuel sandeep sandra sanjay saoirse sarah sean shabana shah sharon shaun sheila
    shirley siobhan simon sinead sioned sophie stan stanislaw stephanie stephen steve steven stuart
    sunita suresh susan suzanne sylvia tariq teresa thelma thomas tim timothy tina toby tom tomasz tony
    tracey trevor tunde uche usman valerie vanessa veronica vijay vincent vivian walter wanda wayne
    wendy wiktoria william winifred yasmin yusuf yvonne zainab zofia zoe zuzanna akhtar begum chaudhry
    chowdhury gupta hussain iqbal malik mahmood patel sharma singh kaur davies evans griffiths hughes
    jenkins jones lloyd llewellyn morgan pritchard pugh rees roberts williams johnson wilson robinson
    thompson clarke adeyemi okafor okonkwo nowak kowalski kowalska murphy kelly byrne gallagher doherty
    fitzgerald siân sian macdonald campbell
    """.split()
)
"""Names so usual that a capital makes one of them a name wherever it stands."""

CALLED_ALSO = {
    "margaret": "maggie meg peggy marge mags madge",
    "elizabeth": "liz lizzie beth betty bess libby eliza lisa betsy",
    "catherine": "cath cathy kate katie kath",
    "katherine": "kath kathy kate katie kat",
    "kathleen": "kath kathy",
    "william": "will bill billy willy liam",
    "robert": "rob bob bobby robbie bert",
    "richard": "rich rick dick ricky richie",
    "michael": "mike mick mickey micky",
    "james": "jim jimmy jamie",
    "john": "jack johnny jonny",
    "joseph": "joe joey",
    "thomas": "tom tommy",
    "edward": "ed eddie ted teddy ned",
    "anthony": "tony ant",
    "andrew": "andy drew",
    "david": "dave davy dai",
    "dafydd": "dai daf",
    "daniel": "dan danny",
    "patricia": "pat patsy tricia trish patty",
    "patrick": "pat paddy",
    "susan": "sue susie suzy",
    "deborah": "deb debbie debs",
    "rebecca": "becky becca",
    "jennifer": "jen jenny",
    "christine": "chris chrissie tina",
    "christopher": "chris kit",
    "alexander": "alex sandy alec",
    "alexandra": "alex sandra sasha",
    "samantha": "sam sammy",
    "samuel": "sam sammy",
    "barbara": "barb babs barbie",
    "dorothy": "dot dotty dolly",
    "mary": "molly polly may",
    "ann": "annie nan",
    "jacqueline": "jackie",
    "pamela": "pam",
    "victoria": "vicky tori",
    "philip": "phil",
    "stephen": "steve stevie",
    "steven": "steve stevie",
    "kenneth": "ken kenny",
    "ronald": "ron ronnie",
    "raymond": "ray",
    "gwendoline": "gwen",
    "angharad": "haz anghi",
    "rhiannon": "rhi non",
    "mohammed": "mo",
    "muhammad": "mo",
    "mohammad": "mo",
    "abdul": "abs",
    "katarzyna": "kasia",
    "malgorzata": "gosia malgosia",
    "agnieszka": "aga",
    "tomasz": "tomek",
    "joanna": "asia jo",
    "krzysztof": "krzysiek kris",
    "stanislaw": "staszek stan",
    "oluwaseun": "seun",
    "olufemi": "femi",
    "chinedu": "nedu edu",
    "ngozi": "goz",
}
"""What somebody of this name is often called."""
