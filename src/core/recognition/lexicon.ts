/**
 * Word classes the rules go by: closed lists of English function words and of the nouns that diplomacy is made of.
 * A class is a bit; a word has the sum of its classes. Names of persons, places and bodies are not here but in the gazetteer.
 */
export const W = {
  /** Articles, pronouns, conjunctions, adverbs: never part of a name, whatever their case. */
  function: 1 << 0,
  month: 1 << 1,
  weekday: 1 << 2,
  /** Head noun of an office: minister, president … */
  roleHead: 1 << 3,
  /** What may stand before such a head: deputy, foreign, permanent … */
  roleModifier: 1 << 4,
  organizationHead: 1 << 5,
  eventHead: 1 << 6,
  documentHead: 1 << 7,
  facilityHead: 1 << 8,
  /** City, Province, Island … that close the name of a place. */
  placeHead: 1 << 9,
  /** Mr., Comrade, H.E. … */
  honorific: 1 << 10,
  /** Verbs whose subject is a person: said, met, stressed … */
  speech: 1 << 11,
  /** Portfolio nouns that may be lower case in an office: foreign affairs, defence … */
  portfolio: 1 << 12,
  /** Words of a military or ministerial rank that stands before a name. */
  rank: 1 << 13,
  /** Common words that open sentences and headlines with a capital and are not names. */
  common: 1 << 14,
  /** Particles inside names: al, bin, de, van … */
  particle: 1 << 15,
  /** Nouns whose possessive is inside names: People's, Workers' … */
  genitive: 1 << 16,
  ordinal: 1 << 17,
  numeral: 1 << 18,
  /** A given name, or a Korean or Chinese family name. */
  givenName: 1 << 19,
  familyName: 1 << 20,
  /** Plural of an office head: ministers … names no single office. */
  rolePlural: 1 << 21,
  /** In small letters only: counties, provinces … behind names of places, and newspaper, channel … before those of media. */
  placePlural: 1 << 22,
  mediaKind: 1 << 23,
} as const;

/** The classes of words that a rule may start at whatever their case: heads of names and of kinds of media. */
export const headClasses =
  W.roleHead |
  W.organizationHead |
  W.eventHead |
  W.documentHead |
  W.facilityHead |
  W.placeHead |
  W.placePlural |
  W.mediaKind;

const words: Partial<Record<keyof typeof W, string>> = {
  function: `a an the this that these those i you he she it we they me him her us them my your his its our their who whom whose which what
    when where while why how and or but nor so yet as if because since until till before after during by with without within from into
    onto upon over under above below between among amongst through throughout across against about around at in on of to for per via
    not no any some all both each every either neither such same other another more most less least much many few several also too
    very just only even still again once here there then than thus hence however moreover furthermore therefore meanwhile besides
    is are was were be been being am has have had having do does did done will would shall should can could may might must let
    yes today tomorrow yesterday now according following regarding concerning including despite amid towards toward along near off out up
    down behind beyond except like unlike whether though although unless whereas ago onward first-ever`,
  month: `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`,
  weekday: `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun`,
  roleHead: `minister president premier chancellor ambassador secretary secretary-general spokesperson spokesman spokeswoman chairman chairwoman
    chairperson chair director director-general director-generals governor mayor king queen emperor empress prince princess sultan emir
    pope speaker envoy representative commissioner commander commander-in-chief chief adviser advisor aide assistant consul consul-general
    administrator coordinator rapporteur counselor counsellor attaché charge chargé vice-president vice-premier vice-minister
    vice-chairman vice-chairwoman vice-chairperson vice-secretary vice-speaker vice-director vice-chancellor under-secretary
    undersecretary undersecretary-general leader ombudsman ombudsperson prosecutor procurator procurator-general rector negotiator councilor councillor
    under-secretary-general vice-marshal co-chair co-chairman co-chairperson first-deputy plenipotentiary member
    deputy editor correspondent official manager dean head metropolitan patriarch archbishop ayatollah senator congressman congresswoman marshal general
    colonel admiral lieutenant major captain brigadier academician professor press-secretary ceo cfo crown-prince president-elect taoiseach sherpa`,
  roleModifier: `deputy vice co ex under first second third acting interim caretaker senior principal foreign prime permanent special personal presidential
    general chief high assistant associate executive under extraordinary plenipotentiary state cabinet defense defence interior finance
    trade external economic national security press parliamentary crown supreme honorary resident regional designate former
    homeland commercial cultural military naval political administrative managing founding international home
    attorney solicitor lord federal royal
    grand holy environment justice health education energy agriculture transport culture labor labour industry commerce development
    lead police army navy air force defense-industry immigration intelligence communications digital climate treasury nuclear`,
  organizationHead: `ministry committee commission council party agency bureau department office organization organisation association
    union federation confederation league institute academy university college company corporation group bank fund foundation
    assembly parliament senate court cabinet secretariat directorate administration authority board society
    institution delegation team embassy consulate mission command army navy force forces corps police guard newspaper news press radio
    television broadcasting broadcaster center centre service services alliance bloc coalition community front movement
    tribunal prosecutor chamber club school college politburo presidium bureau troupe orchestra ensemble church
    duma rada knesset bundestag diet majlis storting riksdag seimas saeima sejm khural chancellery office trust consortium holdings
    mechanism battalion airlines gazette herald tribune observer telegraph times panel headquarters staff division brigade regiment unit
    subcommittee section ministries taskforce contingent bookshop fleet squadron philharmonic flotilla branch chapter enterprise`,
  eventHead: `summit talks exercise exercises drill drills operation operations forum conference congress games olympics olympiad
    festival exhibition expo fair war revolution uprising session plenum assembly meeting dialogue consultations consultation
    negotiations ceremony anniversary day week championship championships cup tournament biennale marathon symposium
    conversation retreat pandemic crisis incident massacre coup referendum election elections process olympiad talk contest parade
    seminar roundtable format movement readings year holocaust spartakiad
    debate earthquake genocide tsunami regatta hackathon colloquium webinar universiade paralympics
    offensive decade prix jubilee airshow plenary`,
  documentHead: `treaty agreement declaration charter constitution convention protocol pact accord accords memorandum statement communique communiqué
    resolution covenant act law decree plan concept strategy roadmap programme program doctrine code guidelines principles
    report compact armistice order statute framework vision agenda arrangement agreements regulation directive
    decision amendment award opinion paper bill proclamation manifesto conventions protocols ordinance regulations bluebook yearbook letter instrument document e.o. eo fta epa cepa rta pta sofa gsomia acsa`,
  facilityHead: `airport station guesthouse guest-house palace hall museum factory plant base cosmodrome spaceport stadium hotel hospital
    cemetery monument memorial theatre theater library port harbor harbour shipyard bridge tunnel dam reactor complex farm mine
    tower square park zoo gymnasium school sanatorium resort garden gardens mausoleum cathedral church temple mosque residence
    launchpad launch-site arena center centre house building pavilion villa barracks prison camp depot terminal pier checkpoint
    laboratory observatory gallery studio store restaurant canal railway railroad pipeline power-station statue tomb ranch works
    site ground castle kremlin shrine academy market mill smelter colliery aerodrome airfield wharf headquarters cinema arch motorway highway
    nursery kindergarten ironworks steelworks dockyard quarry colony annex airbase seaport
    manufactory smeltery brewery distillery hostel clinic polyclinic sawmill orphanage fort bathhouse pharmacy embankment metro waterway barrage tunnels enterprise activities schloss palazzo château
    fortress expressway auditorium amphitheatre amphitheater synagogue basilica pagoda mansion lighthouse crossing`,
  placeHead: `city province county district region republic island islands isles sea ocean river lake strait gulf bay peninsula mountain
    mountains mount valley desert state territory territories prefecture oblast krai okrug village town ri dong gun archipelago
    basin plateau delta cape channel coast zone street avenue road reef shoal hill hills isthmus mt canyon municipality
    cave cavern falls glacier lagoon`,
  honorific: `mr mrs ms miss mdm madam madame dr prof sir dame lord lady comrade h.e h.e. excellency hon honorable honourable respected esteemed archpriest rabbi imam mufti
    dear his-excellency her-excellency rev fr sheikh shaikh sayyid hajj marshal shri smt dato datuk tun
    adm lt gen maj col capt brig sgt cdr`,
  speech: `said says say told stated noted added stressed emphasized emphasised underlined underscored reiterated reaffirmed affirmed
    announced declared explained expressed thanked met meets meet welcomed visited visits arrived attended attends held holds spoke speaks
    congratulated congratulates wished received receives sent sends condemned recalled pointed briefed hosted asked answered replied
    responded chaired delivered signed presented exchanged discussed paid conveyed extended commented remarked believed believes
    shared introduced outlined informed highlighted called appreciated agreed hoped urged warned argued continued concluded urges
    made gave guided observed inspected commended greeted praised proposed pledged vowed took participated joined accompanied
    led headed represented toured departed left returned posed shook watched talked had has
    elaborated acknowledged admitted claimed confirmed denied demanded insisted mentioned observed requested suggested wrote writes
    celebrates celebrate celebrated leaves departs arrives watches inspects guides gives makes pays enjoys takes returns poses expresses stresses chairs signs
    delivers conveys extends provides presides hears goes begins concludes reaffirms condemns launches issues releases marks offers
    hails lauds praises looks supports opposes discusses attends exchanges awards presents greets replies
    tells thanks calls sends holds addresses addressed opened awarded visited travels traveled travelled travel departs joins hosts
    welcomes resumes urges won wins conclude make hold discuss attend express condemn congratulate reaffirm`,
  portfolio: `foreign affairs defense defence finance trade economy economic energy culture education health agriculture interior justice
    transport labor labour industry commerce development external relations security natural resources ecology environment science
    technology tourism sports internal emergency situations planning cooperation public police state legal information communications
    policy integration railways relief emergencies disaster care issues matters studies control arms disarmament proliferation trafficking terrorism markets investment industries equality neighbourhood enlargement iron oil gas coal steel change climate migration assets war staff construction fisheries forestry food land infrastructure healthcare youth family women children social welfare
    housing water petroleum mining minerals marine oceans regional rural urban religious unification emigration diaspora innovation budget
    revenue civil aviation maritime local reintegration employment lands veterans friendship solidarity goodwill exchanges study research business exchange
    nationals expatriates worship religion community francophonie`,
  rank: `marshal general colonel admiral lieutenant major captain brigadier sergeant commander academician professor rear-admiral
    vice-marshal`,
  common: `new many most our such last next recently earlier later finally press news statement remarks release
    answer answers question questions reply readout transcript interview speech address message congratulations greetings
    telephone phone call conversation visit meeting talks opening welcome reception working official regular briefing
    photo video source note update ladies gentlemen dear colleagues friends thank please good morning afternoon
    evening looking speaking addressing asked noting referring commenting welcoming expressing recalling stressing
    based given taking making having being
    president-elect two three four five six seven eight nine ten hundred thousand million billion one half
    greater great upper lower
    people peoples country countries nation nations world government governments side sides party parties
    human rights peace war cooperation relations security development history independence victory
    media reporter journalist journalists agency report reports
    unions workers sciences arts letters languages friends students veterans journalists writers citizens states enterprises entrepreneurs
    aid
    humanities sports athletes teachers farmers families refugees migrants
    key main major important total full-scale long short high low open final further
    together additionally similarly likewise indeed currently specifically particularly especially unfortunately obviously clearly naturally
    respected comrade comrades mr mrs ms dr participants representatives members leaders heads officials experts senior ltd llc inc corp ally allies`,
  particle: `al el bin ibn bint abu abd ben de da do dos das del della di la le les van von der den ter ten af av zu y e ul ur`,
  genitive: `people peoples workers women children youth nations men veterans farmers writers journalists students teachers soldiers lawyers
    heroes girls boys pioneers artists state pensioners peasants chiefs ministers presidents leaders employers trade schoolchildren railwaymen fishermen miners officers agricultural army
    builders parents mothers worker sportsmen businessmen servicemen seamen craftsmen sportswomen businesswomen servicewomen`,
  ordinal: `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
    seventeenth eighteenth nineteenth twentieth`,
  numeral: `one two three four five six seven eight nine ten eleven twelve`,
  familyName: `kim ri lee pak park choe choi jong jung chung kang jo cho yun yoon im lim han o oh so seo kwon hwang an ahn song ryu yoo hong
    jon jeon ko koh mun moon son yang pae bae paek baek ho heo nam sim shim no roh ha sin shin thae ro rim ju joo pang bang kwak cha chae
    maeng sung tak wi woo yeom min jin jang hyon hyun kye kil om pyon ryang sok
    wang li zhang liu chen huang zhao wu zhou xu sun ma zhu hu guo lin gao luo zheng liang xie tang deng feng cao peng zeng xiao tian
    dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao fu zhong cui tan liao qin geng hua mao qi xi qian lyu ding
    lai tsai lien hsiao chiang
    nguyen tran pham hoang phan vu vo dang bui ngo duong`,
  rolePlural: `ministers presidents premiers chancellors ambassadors secretaries secretaries-general spokespersons chairmen chairpersons chairs directors
    directors-general governors mayors kings envoys representatives commissioners commanders chiefs advisers advisors aides
    consuls administrators coordinators leaders prosecutors vice-ministers vice-presidents vice-premiers heads members deputies senators
    officers officials diplomats negotiators speakers generals admirals`,
};

const inSmallLetters: Partial<Record<keyof typeof W, string>> = {
  placePlural: `counties provinces districts regions cities municipalities territories oblasts prefectures towns villages islands`,
  mediaKind: `paper newspaper daily weekly magazine journal broadcaster channel outlet website tabloid`,
};

const classes = new Map<string, number>();
for (const [name, list] of Object.entries(words))
  for (const word of list.split(/\s+/)) addWord(word, W[name as keyof typeof W]);
for (const [name, list] of Object.entries(inSmallLetters))
  for (const word of list.split(/\s+/)) addClass(word, W[name as keyof typeof W]);

function addWord(word: string, bit: number): void {
  const variants = [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()];
  for (const variant of variants) addClass(variant, bit);
}

function addClass(word: string, bit: number): void {
  classes.set(word, (classes.get(word) ?? 0) | bit);
}

/** The classes of a word as written (lower, Capitalised or UPPER case), or 0. */
export function wordClasses(word: string): number {
  return classes.get(word) ?? 0;
}
