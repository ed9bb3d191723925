/** Somebody who puts out releases: how pages name them, and where their pages live. */
interface Issuer {
  readonly name: string;
  /** How pages write it, as the source of an expression. */
  readonly written: string;
  readonly site: RegExp;
}

const ministry = '(?:(?:the )?ministry of foreign affairs|foreign ministry|MFA|MOFA)(?:,? of| ?,)?';

const issuers: readonly Issuer[] = [
  { name: 'KCNA', written: 'KCNA(?: of (?:the )?DPRK)?|korean central news agency', site: /\bkcna\./i },
  { name: 'Rodong Sinmun', written: '(?:the )?rodong sinmun|rodong news team', site: /\brodong\.rep\.kp/i },
  { name: 'Minju Joson', written: 'minju joson', site: /\bminju\.rep\.kp/i },
  {
    name: "Ministry of Foreign Affairs of the Democratic People's Republic of Korea",
    written: `${ministry} (?:the )?(?:democratic people['’]s republic of korea|DPRK)|DPRK (?:foreign ministry|ministry of foreign affairs)`,
    site: /\bmfa\.gov\.kp/i,
  },
  {
    name: 'President of Russia',
    written:
      'president of russia|президент россии|the kremlin|presidential (?:press service|executive office)',
    site: /\bkremlin\.ru/i,
  },
  {
    name: 'Ministry of Foreign Affairs of the Russian Federation',
    written: `${ministry} (?:the )?russia(?:n federation)?|russian foreign ministry|МИД россии`,
    site: /\bmid\.ru/i,
  },
  {
    name: "Ministry of Foreign Affairs of the People's Republic of China",
    written: `${ministry} (?:the )?(?:people['’]?s republic of china|china|PRC)|(?:中华人民共和国)?外交部`,
    site: /\b(?:fmprc|mfa)\.gov\.cn/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Japan',
    written: `${ministry} japan|外務省`,
    site: /\bmofa\.go\.jp/i,
  },
  {
    name: 'Ministry of Foreign Affairs of the Republic of Korea',
    written: `${ministry} (?:the )?(?:republic of korea|south korea|ROK)|대한민국 외교부`,
    site: /\bmofa\.go\.kr/i,
  },
  {
    name: 'United States Department of State',
    written: '(?:the )?(?:u\\.?s\\.? |united states )?(?:department of state|state department)',
    site: /\bstate\.gov/i,
  },
  {
    name: 'United States Department of Defense',
    written: '(?:the )?(?:u\\.?s\\.? |united states )?department of defense',
    site: /\b(?:defense|war)\.gov/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Ukraine',
    written: `${ministry} ukraine|МЗС україни|міністерств[оа] закордонних справ україни`,
    site: /\bmfa\.gov\.ua/i,
  },
  {
    name: 'Foreign, Commonwealth & Development Office',
    written:
      '(?:the )?(?:UK )?(?:foreign,? commonwealth (?:and|&) development office|FCDO|foreign office)(?: \\(FCDO\\))?',
    site: /\bgov\.uk\b/i,
  },
  {
    name: 'Ministry of External Affairs of India',
    written: '(?:the )?ministry of external affairs(?:,? (?:of |government of )?india)?|MEA,? india',
    site: /\bmea\.gov\.in/i,
  },
  {
    name: 'Council of the European Union',
    written: '(?:the )?council of the (?:EU|european union)|european council',
    site: /\bconsilium\.europa\.eu/i,
  },
  {
    name: 'European External Action Service',
    written: '(?:the )?european external action service|EEAS',
    site: /\beeas\.europa\.eu/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Viet Nam',
    written: `${ministry} (?:the )?(?:socialist republic of )?viet ?nam`,
    site: /\bmofa\.gov\.vn/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Türkiye',
    written: `${ministry} (?:the )?(?:republic of )?t[uü]rk(?:iye|ey)|republic of t[uü]rk(?:iye|ey),? ministry of foreign affairs`,
    site: /\bmfa\.gov\.tr/i,
  },
  {
    name: 'President of Ukraine',
    written:
      '(?:office of the )?president of ukraine|presidential office of ukraine|(?:офіс )?президента? україни',
    site: /\bpresident\.gov\.ua/i,
  },
];

/** `Ministry of Foreign Affairs of the Republic of Zembla`, `Republic of Zembla Ministry of Foreign Affairs`: any other ministry. */
const anyMinistry =
  /^(?:the )?(?:ministry (?:of|for) (?:foreign|external)(?: and european)? affairs(?: and [\p{L} ]{3,40})?(?:,? of|,) (?:the )?\p{L}[\p{L}’' ]{2,50}|\p{L}[\p{L}’' ]{2,40} ministry of (?:foreign|external) affairs)$/iu;

/** All of them in one: nearly no line names an issuer, and one expression tells so sooner than many. */
const anyWritten = issuers.map(({ written }) => written).join('|');
const anyMasthead = new RegExp(`^(?:${anyWritten})$`, 'iu');
const anyInside = new RegExp(`(?<![\\p{L}\\d])(?:${anyWritten})(?![\\p{L}\\d])`, 'iu');
const anySite = new RegExp(issuers.map(({ site }) => site.source).join('|'), 'i');

const mastheads = issuers.map(({ name, written }) => ({ name, whole: new RegExp(`^(?:${written})$`, 'iu') }));
const inside = issuers.map(({ name, written }) => ({
  name,
  anywhere: new RegExp(`(?<![\\p{L}\\d])(?:${written})(?![\\p{L}\\d])`, 'iu'),
}));
const utterance =
  /\b(?:(?:statements?|releases?|comments?|remarks|briefings?|read-?outs?|answers?|notes?|communiqu[eé]|address|commentary)\b.{0,80}?\b(?:of|by|from)\b|spokes(?:person|man|woman)(?: (?:of|for))?\b)/iu;

/** Lines above a headline that say who speaks or what kind of text this is, not what it is about. */
const kicker =
  /^(?:press (?:releases?|statements?|briefings?|conferences?|office|service)|media (?:notes?|releases?|advisory)|read-?outs?|fact ?sheets?|remarks|remarks to the press|statements?|joint statements?|news|news releases?|top stories|top news|speeches|interviews?|spokesperson[’']?s remarks|notices? to the press|for immediate release|on-the-record briefing|special briefing|office of the (?:spokesperson|press secretary|historian)|bureau of [\p{L} ,-]{3,60}|information and press department|ministry of foreign affairs|foreign ministry|publications?|briefings?|transcripts?|commentary|announcements?)$/iu;

/** The issuer that a masthead line names. */
/** Whether an issuer writes `03/04/2024` for a day of March. */
export function writesMonthFirst(issuer: string | undefined): boolean {
  return issuer !== undefined && /^(?:United States|U\.S\.|White House)/.test(issuer);
}

export function issuerOfMasthead(line: string): string | undefined {
  const bare = line
    .replace(/^[\s"“(\[]+|[\s"”)\].,:|]+$/gu, '')
    .replace(/^official (?:web ?)?(?:site|page) of (?:the )?/iu, '');
  const known = anyMasthead.test(bare) ? mastheads.find(({ whole }) => whole.test(bare))?.name : undefined;
  return known ?? (anyMinistry.test(bare) ? bare.replace(/^the /iu, '') : undefined);
}

/** The issuer named anywhere in a piece of page furniture, such as a copyright line or a page's own title. */
export function issuerNamedIn(furniture: string): string | undefined {
  return anyInside.test(furniture)
    ? inside.find(({ anywhere }) => anywhere.test(furniture))?.name
    : undefined;
}

/** The issuer whose words a headline announces: `Statement by …, Ministry of Foreign Affairs of …`. */
export function issuerOfHeadline(headline: string): string | undefined {
  const said = utterance.exec(headline);
  return said ? issuerNamedIn(headline.slice(said.index)) : undefined;
}

/** The issuer whose site an address or a short text points to. */
export function issuerOfSite(address: string): string | undefined {
  return anySite.test(address) ? issuers.find(({ site }) => site.test(address))?.name : undefined;
}

/** Whether a short line is a masthead's naming of the issuer or of the kind of text. */
export function isMastheadSource(line: string): boolean {
  return line.length <= 100 && (issuerOfMasthead(line) !== undefined || isKicker(line));
}

/** `READOUT`, `Press Release`: a masthead line, or the headline of a text that has no other. */
export function isKicker(line: string): boolean {
  return line.length <= 90 && kicker.test(line.replace(/[\s:|]+$/u, ''));
}
