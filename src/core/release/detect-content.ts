import { countOfficials } from './detect-headline';
import type { Sample } from './detect-sample';
import type { Sign } from './detect-sign';

/** Words of offices, bodies and dealings between states; what a release of this field cannot do without. */
const vocabulary = new Set(
  (
    'president presidents minister ministers ministry premier ambassador ambassadors chancellor spokesperson spokesman spokeswoman ' +
    'chairman chairwoman envoy consul embassy government governments cabinet parliament federation republic delegation delegations ' +
    'visit talks summit negotiations consultations anniversary treaty declaration communique communiqué statement congratulations ' +
    'condolences greetings bilateral multilateral trilateral cooperation co-operation partnership friendship friendly sovereignty ' +
    'solidarity dialogue diplomacy diplomatic strategic regional peace security denuclearization peninsula sanctions comrade ' +
    'comrades revolutionary revolution socialist socialism juche leader leadership guidance plenary congress decree foreign ' +
    "people’s people's peoples nation nations national international deputy vice-minister vice-chairman vice-president secretary " +
    'party committee council assembly republics counterpart counterparts relations independence motherland fatherland ' +
    'spokespersons allies alliance ceasefire aggression invasion occupation territorial integrity military defense defence armed ' +
    'forces war negotiation agreement agreements memorandum accession candidate humanitarian geneva consular bilateral ratification ' +
    'parliamentary head heads state-level intergovernmental commission commissioner representative representatives mission union'
  ).split(' '),
);

/** Names of states and peoples most at home in this field (their first word, lower case), and of unions of states. */
const states = new Set(
  (
    'afghanistan albania algeria america american argentina armenia armenian australia australian austria azerbaijan bangladesh belarus ' +
    'belarusian belgium bosnia brazil brazilian britain british bulgaria cambodia canada canadian chile china chinese colombia croatia cuba ' +
    'cuban cyprus czech denmark dprk egypt egyptian estonia ethiopia eu european finland france french georgia georgian german germany ' +
    'greece hungary iceland india indian indonesia iran iranian iraq iraqi ireland israel israeli italian italy japan japanese jordan kazakhstan ' +
    'kenya korea korean kosovo kuwait kyrgyzstan lao laos latvia lebanon libya lithuania malaysia malta mexico moldova mongolia montenegro ' +
    'morocco myanmar nato nepal netherlands nigeria norway oman pakistan palestine palestinian peru philippines poland polish portugal qatar rok ' +
    'romania russia russian saudi serbia singapore slovakia slovenia somalia soviet spain sudan sweden switzerland syria syrian taiwan ' +
    'tajikistan thailand tunisia turkey turkish türkiye turkmenistan uae uk ukraine ukrainian un usa uzbekistan venezuela vietnam vietnamese yemen asean'
  ).split(' '),
);

/** Turns of phrase of official reports, which encyclopaedias, essays and news about the same matters avoid. */
const formulas: readonly string[] = [
  'both sides', 'the two sides', 'the sides ', 'the two leaders', 'the leaders ', 'the presidents ', 'the ministers ', 'the two ministers', 'the two countries',
  'exchange of views', 'exchanged views', 'expressed deep', 'expressed his', 'expressed their', 'expressed the ', 'reaffirmed', 'reiterated', 'underscored', 'underlined the',
  'present there were', 'present there was', 'present at the', 'took place', 'was held', 'were greeted', 'courtesy call', 'paid a visit', 'official visit', 'working visit', 'state visit',
  'at the invitation of', 'on the occasion of', 'message of greeting', 'the message reads', 'the message said', 'congratulatory message', 'sent greetings', 'congratulated',
  'conveyed', 'warm greetings', 'heartfelt', 'vladimir putin', 'the president of russia', 'executive order', 'respected comrade', 'the respected', 'supreme leader', 'great leader', 'our party',
  'our people', 'our country', 'our state', 'central committee', "workers' party", 'workers’ party', 'people’s republic', "people's republic", 'juche idea', 'on-the-spot guidance', 'field guidance', 'under the guidance',
  'under the leadership', 'comprehensive strategic', 'issues of mutual', 'of mutual interest', 'mutual concern', 'strongly condemn', 'thanked the', 'looks forward', 'looked forward', 'agreed to',
  'head of state', 'met with', 'thanked ', 'emphasized', 'emphasised', 'stressed that', 'noted that', 'welcomed', 'discussed', 'telephone conversation', 'phone call', 'expressed gratitude', 'grateful to',
  'the parties discussed', 'the interlocutors', 'informed about', 'according to the president', 'the secretary ', 'the foreign minister', 'affirmed', 'commitment to', 'condemns', 'express our', 'calls on',
  'we call on', 'the united states ', 'the government of', 'people of', 'spokesperson', 'briefed', 'paid tribute', 'laid flowers', 'laid wreaths', 'signed ', 'participants in the', 'congratulations', 'condolences',
]; // prettier-ignore

/** Words and phrases that hardly stand outside the English of the DPRK's press, whose articles often have no other mark. */
const pressOfDprk: readonly string[] = [
  'dprk', 'wpk', 'juche', 'songun', 'kimilsungism', 'kimjongilism', 'c.c., ', 'supreme leader', 'respected comrade', 'dear respected', 'president kim il sung',
  'chairman kim jong il', 'kim jong un', "workers' party of korea", 'workers’ party of korea', 'korean peninsula', 'inter-korean', 'korean revolution', 'korean people',
  'single-minded unity', 'self-reliance', 'working people', 'socialist construction', 'building of socialism', 'our party', 'three-revolution', 'three revolutions', 'masses of', 'puppet', 'imperialist',
  'reactionar', 'militaris', 'working class', 'revolutionary', 'officials and', 'on-site guidance', 'field guidance', 'people-first', 'chollima', 'mallima', 'anti-japanese', 'fatherland liberation war', 'mt. paektu', 'paektu',
]; // prettier-ignore

const unmistakable =
  /\b(?:dprk|wpk|juche|kimilsungism|supreme leader|respected comrade|kim jong un|kim il sung|korean revolution|workers['’] party of korea|our party)\b/;

const titleStopWords =
  /^(?:a|an|the|of|on|in|at|to|for|and|or|by|with|from|as|is|its|his|her|over|into|via|against|will|be|de|la|et)$/u;

/** What the text is about and how it speaks. */
export function contentSigns(sample: Sample): readonly Sign[] {
  const signs: Sign[] = [];
  const hits = sample.words.filter((word) => vocabulary.has(word));
  const distinct = new Set(hits).size;
  const density = hits.length / Math.max(sample.words.length, 30);
  const words =
    density >= 0.05 && distinct >= 8
      ? 2
      : density >= 0.03 && distinct >= 4
        ? 1.5
        : density >= 0.015 && distinct >= 3
          ? 0.5
          : 0;
  if (words > 0) signs.push({ name: 'diplomatic vocabulary', weight: words });

  const nations = sample.words.filter((word) => states.has(word.replace(/[’'-].*$/u, ''))).length;
  const nationShare = nations / Math.max(sample.words.length, 30);
  if (nations >= 2 && nationShare >= 0.008)
    signs.push({ name: 'names of states', weight: nations >= 4 && nationShare >= 0.02 ? 1 : 0.5 });

  const officials = countOfficials(sample.head);
  if (officials > 0)
    signs.push({ name: 'officials by office and name', weight: officials >= 3 ? 1.25 : 0.75 });

  const text = sample.head.toLowerCase();
  const found = formulas.filter((formula) => text.includes(formula)).length;
  // A short notice has room for one or two, a long report has many.
  const share = found / Math.max(1, Math.sqrt(sample.words.length / 60));
  if (found > 0) signs.push({ name: 'official turns of phrase', weight: Math.min(2.5, 0.5 + share * 0.75) });

  const dprk = unmistakable.test(text) ? pressOfDprk.filter((phrase) => text.includes(phrase)).length : 0;
  if (dprk >= 2) signs.push({ name: 'words of the DPRK’s press', weight: Math.min(2.5, dprk * 0.5) });

  const headline = headlineWeight(sample);
  if (headline > 0) signs.push({ name: 'headline', weight: headline });
  return signs;
}

/** A first line without a full stop and with prose after it; surer in headline style, longer words capitalised. */
function headlineWeight({ lines }: Sample): number {
  const titles = lines.slice(0, 3).filter((line) => line.length <= 260 && !/[.;,:{}<>=|]$/.test(line));
  const afterwards = lines.slice(1, 7).some(isProse);
  if (!afterwards) return 0;
  const weights = titles.map((title) => {
    const words = title
      .split(/\s+/)
      .filter((word) => /^[\p{L}“"‘'(]/u.test(word) && !titleStopWords.test(word));
    if (words.length < 2) return 0;
    const capitals = words.filter((word) => /^[“"‘'(]?\p{Lu}/u.test(word)).length;
    return capitals / words.length >= 0.4 ? 1 : words.length >= 5 && words.length <= 40 ? 0.75 : 0;
  });
  return Math.max(0, ...weights);
}

/** A line of running text: a dozen words of ordinary length. */
export function isProse(line: string): boolean {
  const words = line.split(/\s+/);
  return words.length >= 9 && line.length / words.length < 11 && /\p{Ll}{3}/u.test(line);
}
