/** Somebody who puts out releases: how pages name them, and where their pages live. */
interface Issuer {
  readonly name: string;
  /** Whole masthead lines, or what follows the title of a page. */
  readonly masthead: RegExp;
  readonly site: RegExp;
}

const issuers: readonly Issuer[] = [
  {
    name: 'KCNA',
    masthead: /^(?:KCNA|Korean Central News Agency)(?: of (?:the )?DPRK)?$/i,
    site: /\bkcna\./i,
  },
  { name: 'Rodong Sinmun', masthead: /^(?:The )?Rodong Sinmun$/i, site: /\brodong\.rep\.kp/i },
  { name: 'Minju Joson', masthead: /^Minju Joson$/i, site: /\bminju\.rep\.kp/i },
  {
    name: 'President of Russia',
    masthead:
      /^(?:President of Russia|Президент России|The Kremlin|Presidential (?:Press Service|Executive Office))$/i,
    site: /\bkremlin\.ru/i,
  },
  {
    name: 'Ministry of Foreign Affairs of the Russian Federation',
    masthead:
      /^(?:The )?(?:Ministry of )?Foreign (?:Affairs of|Ministry of) (?:the )?Russia(?:n Federation)?$|^МИД России$/i,
    site: /\bmid\.ru|\bid\.ru\/en\/foreign/i,
  },
  {
    name: "Ministry of Foreign Affairs of the People's Republic of China",
    masthead:
      /^Ministry of Foreign Affairs(?: of| ?,)? (?:the )?People[’']?s Republic of China$|^(?:中华人民共和国)?外交部$/i,
    site: /\b(?:fmprc|mfa)\.gov\.cn/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Japan',
    masthead: /^(?:Ministry of Foreign Affairs(?: of| ?,)? Japan|MOFA Japan|外務省)$/i,
    site: /\bmofa\.go\.jp/i,
  },
  {
    name: 'Ministry of Foreign Affairs of the Republic of Korea',
    masthead:
      /^Ministry of Foreign Affairs(?: of| ?,)? (?:the )?(?:Republic of Korea|South Korea|ROK)$|^(?:대한민국 )?외교부$/i,
    site: /\bmofa\.go\.kr/i,
  },
  {
    name: 'United States Department of State',
    masthead: /^(?:The )?(?:U\.?S\.? |United States )?(?:Department of State|State Department)$/i,
    site: /\bstate\.gov/i,
  },
  {
    name: 'Ministry of Foreign Affairs of Ukraine',
    masthead:
      /^(?:Ministry of Foreign Affairs(?: of| ?,)? Ukraine|MFA of Ukraine|МЗС України|Міністерство закордонних справ України)$/i,
    site: /\bmfa\.gov\.ua/i,
  },
  {
    name: 'President of Ukraine',
    masthead:
      /^(?:(?:Office of the )?President of Ukraine|Presidential Office of Ukraine|Офіс Президента України)$/i,
    site: /\bpresident\.gov\.ua/i,
  },
];

/** Lines above a headline that say who speaks or what kind of text this is, not what it is about. */
const kicker =
  /^(?:press (?:releases?|statements?|briefings?|conferences?|office|service)|media (?:notes?|releases?|advisory)|read-?outs?|fact ?sheets?|remarks|remarks to the press|statements?|joint statements?|news|news releases?|top stories|top news|speeches|interviews?|spokesperson[’']?s remarks|notices? to the press|for immediate release|on-the-record briefing|special briefing|office of the (?:spokesperson|press secretary|historian)|bureau of [\p{L} ,-]{3,60}|information and press department|ministry of foreign affairs|foreign ministry|publications?|briefings?|transcripts?|commentary|announcements?)$/iu;

/** The issuer that a masthead line names. */
export function issuerOfMasthead(line: string): string | undefined {
  const bare = line.replace(/^[\s"“(\[]+|[\s"”)\].,:|]+$/gu, '');
  return issuers.find(({ masthead }) => masthead.test(bare))?.name;
}

/** The issuer whose site an address or a short text points to. */
export function issuerOfSite(address: string): string | undefined {
  return issuers.find(({ site }) => site.test(address))?.name;
}

/** Whether a short line is a masthead's naming of the issuer or of the kind of text. */
export function isMastheadSource(line: string): boolean {
  return line.length <= 100 && (issuerOfMasthead(line) !== undefined || isKicker(line));
}

/** `READOUT`, `Press Release`: a masthead line, or the headline of a text that has no other. */
export function isKicker(line: string): boolean {
  return line.length <= 90 && kicker.test(line.replace(/[\s:|]+$/u, ''));
}
