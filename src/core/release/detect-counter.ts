import { isProse } from './detect-content';
import { isDateLine } from './detect-date';
import type { Sample } from './detect-sample';
import type { Sign } from './detect-sign';

/** Files of these names are never releases, whatever stands in them. */
const otherFiles =
  /^(?:readme|read_me|license|licence|licenses|copying|copyright|notice|third[-_ ]?party[-_ ]?notices?|changelog|changes|history|news|authors|contributors|contributing|maintainers|credits|thanks|install|installation|todo|hacking|bugs|faq|version|manifest|makefile|cmakelists|cmakecache|requirements|constraints|robots|humans|ads|app-ads|security|llms|llms-full|top_level|entry_points|dependency_links|sources|record|wheel|index|package[-_]list|bom|words|wordlist|stopwords|dict|dictionary)(?:[-_.][\w.-]*)?\.(?:txt|text|pr)$/i;

interface Counter extends Sign {
  readonly holds: (sample: Sample) => boolean;
}

/** More than these weigh than any sum of signs: one of them and the text is no release. */
const never = -100;

const share = (lines: readonly string[], test: (line: string) => boolean): number =>
  lines.length === 0 ? 0 : lines.filter(test).length / lines.length;

const mailHeader =
  /^(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Received|Return-Path|MIME-Version|Content-Type|Von|An|Betreff): ?\S/i;
const logLine =
  /^(?:[<[(]?\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?|[<[(]?\d{4}\/\d\d\/\d\d \d\d:\d\d|[A-Z][a-z]{2} +\d{1,2} \d\d:\d\d:\d\d|\[?\d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} |\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL|TRACE)\b)/;
const chatLine =
  /^(?:\[?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]m)?\]?,?|\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?\]?)(?: -)? ?<?[@\w][\w .'-]{0,30}>?:? |^<[\w.-]{2,20}> /;
const codeLine =
  /^(?:#include|#!|#define|import |from \w+ import|def \w|function \w|class \w+[:({ ]|const |let |var |public |private |return\b|if ?\(|for ?\(|while ?\(|\/\/|\/\*|\*\/|@\w+\(|\$ |>>> |<\/?\w+[ >])/;
const codeEnd = /[;{}]$/;
const operator = /[=!]==?|=>|\w\(\)|&&|\|\|/;
/** What all operators are written with; prose has none of it. */
const operatorSigns = ['=', '()', '&&', '||'];
const settingLine =
  /^(?:[\w.$-]+ ?=|[\w"'.-]+: ?(?:$|[\w"'[{\d-]\S*$)|\[[\w. :-]+\]$|- [\w"'.-]+:|[#;] ?\w|%\w+)/;
const listLine = /^(?:[-*•+◦▪o]\s|\[[ xX]\]|\d{1,3}[.)]\s|[a-z][.)]\s|[ivx]{1,4}[.)]\s)/;
const arrow = /^\d\d:\d\d(?::\d\d)?[,.]\d{1,3} --> \d\d:\d\d|^\{\d+\}\{\d+\}/;
const legalese =
  /\b(?:hereinafter|hereto|hereof|hereunder|witnesseth|whereas,? the|licensor|licensee|lessor|lessee|indemnif\w+|in witness whereof|governing law|confidential information|terms and conditions|the tenant|the landlord|the borrower|the seller|the purchaser|the client shall|force majeure|severability|entire agreement)\b/gi;
const licence =
  /permission is hereby granted|redistribution and use in source|gnu (?:lesser |affero )?general public license|apache license|all rights reserved\.? redistribution|creative commons|mozilla public license|without warrant(?:y|ies) of any kind|"as is"|free software/i;
const kitchen = /\b(?:tbsp|tsp|teaspoons?|tablespoons?|preheat|ingredients|servings?|oven|whisk|simmer)\b/gi;
const lesson =
  /\b(?:lecture \d+|learning (?:outcomes|objectives)|course (?:outline|notes)|homework|reading list|required reading|seminar questions|discussion questions|exam(?:ination)? questions|slide \d+|week \d+:|bibliography|et al\.|cf\.|in this (?:chapter|essay|paper|article|section)|abstract:|keywords:)/gi;
/** Any of them: most releases have none, and one look tells so. */
const rare = new RegExp([licence, legalese, kitchen, lesson].map(({ source }) => source).join('|'), 'i');
const story =
  /^(?:chapter|prologue|epilogue|canto|act|scene|part|book) (?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten)\b/i;
const minutes =
  /^(?:agenda|attendees|attendance|apologies|action items?|minutes of|present|absent|any other business|aob|next meeting)\b ?:?/i;
const letter = /^(?:dear|hi|hello|hey|sehr geehrte\w*|cher|chère|estimad[oa]) [^.]{1,60}[,:!]?$/i;
const farewell =
  /^(?:yours (?:sincerely|faithfully|truly)|(?:best|kind|warm) regards|sincerely|cheers|best wishes|love),?$/i;
const markdown = /^(?:#{1,6} \S|```|~~~|\|.*\|.*\||!?\[[^\]]*\]\([^)]*\)|={3,}$|-{3,}$|[-=~^"]{4,}$)/;
const markup =
  /^(?:<(?:!doctype|\?xml|html|head|body|svg|rss|feed|div|p|table|script)\b|%yaml|%pdf|%!ps|\{\\rtf|\\documentclass|\{["\s]*["}]|\[\s*[{"[\]\d])/i;

/** Words of the reader's or writer's own person: official texts of state have few of them outside quotes. */
const selfTalk = /\b(?:I|I'm|I’m|I'll|I've|me|my|you|your|you're|don't|can't|won't|isn't|it's|gonna|lol)\b/g;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What the form of a text says against a release. */
const formCounters: readonly Counter[] = [
  { name: 'empty', weight: never, holds: ({ lines }) => lines.length === 0 },
  // Control characters and decoding failures; a stray one in a scanned text is forgiven.
  {
    name: 'binary',
    weight: never,
    holds: ({ head }) =>
      head.includes('\0') || count(head, /[\u0001-\u0008\u000E-\u001F\uFFFD]/g) > head.length / 200 + 1,
  },
  { name: 'markup or data', weight: never, holds: ({ lines }) => markup.test(lines.slice(0, 2).join('')) },
  {
    name: 'e-mail',
    weight: never,
    holds: ({ lines }) =>
      new Set(lines.slice(0, 14).flatMap((l) => mailHeader.exec(l)?.[0].toLowerCase().split(':')[0] ?? []))
        .size >= 3,
  },
  {
    name: 'log',
    weight: never,
    holds: ({ lines }) => lines.filter((l) => logLine.test(l)).length >= Math.max(2, lines.length * 0.3),
  },
  {
    name: 'chat',
    weight: never,
    holds: ({ lines }) => lines.filter((l) => chatLine.test(l)).length >= Math.max(3, lines.length * 0.3),
  },
  { name: 'subtitles', weight: never, holds: ({ lines }) => lines.slice(0, 12).some((l) => arrow.test(l)) },
  { name: 'table', weight: never, holds: ({ lines }) => isTable(lines) },
  { name: 'source code', weight: never, holds: isCode },
  { name: 'settings', weight: never, holds: ({ lines }) => share(lines, (l) => settingLine.test(l)) > 0.4 },
  {
    name: 'no prose',
    weight: never,
    holds: ({ lines }) => !lines.some(isProse) && share(lines, (l) => l.split(/\s+/).length >= 6) < 0.2,
  },
  { name: 'chapter', weight: -4, holds: ({ lines }) => lines.slice(0, 8).some((l) => story.test(l)) },
  { name: 'minutes', weight: -4, holds: ({ lines }) => lines.filter((l) => minutes.test(l)).length >= 3 },
  {
    name: 'letter',
    weight: -8,
    holds: ({ lines, closing }) =>
      lines.slice(0, 12).some((l) => letter.test(l)) &&
      (closing.some((l) => farewell.test(l)) || lines.length > 2),
  },
  { name: 'markdown', weight: -4, holds: ({ lines }) => share(lines, (l) => markdown.test(l)) > 0.12 },
  {
    name: 'underlined title',
    weight: -4,
    holds: ({ lines }) => lines.slice(1, 3).some((line) => /^(?:={3,}|-{3,}|~{3,})$/.test(line)),
  },
  {
    name: 'diary or list of changes',
    weight: -3,
    holds: ({ lines }) => lines.filter(isDateLine).length >= Math.max(3, lines.length * 0.08),
  },
  {
    name: 'list',
    weight: -3,
    holds: ({ lines }) => lines.length > 5 && share(lines, (l) => listLine.test(l)) > 0.6,
  },
];

/** What the words of a text say against a release, where one of those in `rare` stands in it … */
const rareCounters: readonly Counter[] = [
  { name: 'licence', weight: never, holds: ({ head }) => licence.test(head) },
  { name: 'contract', weight: never, holds: ({ head }) => count(head, legalese) >= 3 },
  { name: 'lecture or essay', weight: -4, holds: ({ head }) => count(head, lesson) >= 2 },
  { name: 'recipe', weight: -4, holds: ({ head }) => count(head, kitchen) >= 4 },
];
/** … and without. */
const firstPerson: Counter = {
  name: 'first person',
  weight: -2,
  holds: (sample) => {
    const times = count(sample.head, selfTalk);
    return times > 4 && times > 4 + sample.words.length / 35;
  },
};

function isCode({ head, lines }: Sample): boolean {
  const calculates = operatorSigns.some((sign) => head.includes(sign));
  const isCodeLine = (l: string): boolean =>
    codeEnd.test(l.slice(-1)) || codeLine.test(l) || (calculates && operator.test(l));
  return share(lines, isCodeLine) > 0.2;
}

/** At least four rows with one separator in equal number, or a header of names and a row that fits it. */
function isTable(lines: readonly string[]): boolean {
  const rows = lines.slice(0, 12);
  return [',', ';', '\t', '|'].some((separator) => {
    if (rows[0]?.includes(separator) !== true) return false;
    const counts = rows.map((row) => row.split(separator).length - 1);
    const columns = counts[0] ?? 0;
    const header =
      /^["\w][\w" .()/-]*$/.test(rows[0]?.split(separator).join('') ?? '') && !/[,;|] /.test(rows[0] ?? '');
    const same = counts.filter((n) => n === columns).length;
    return rows.length >= 3 &&
      (same === rows.length || (same >= rows.length * 0.7 && columns >= 2)) &&
      (header || columns >= 2)
      ? true
      : header && columns >= 2 && (counts[1] ?? 0) >= columns;
  });
}

/** What speaks against a release: another kind of text, told by its name or its form. */
export function counterSigns(sample: Sample, fileName: string): readonly Sign[] {
  const base = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const named = otherFiles.test(base) ? [{ name: 'name of another kind of file', weight: never }] : [];
  return [...named, ...signsOf(formCounters, sample)];
}

/** What the words of a text say against a release: they are those of a licence, a lecture, a letter to oneself … */
export function wordSigns(sample: Sample): readonly Sign[] {
  return signsOf(rare.test(sample.head) ? [...rareCounters, firstPerson] : [firstPerson], sample);
}

function signsOf(counters: readonly Counter[], sample: Sample): readonly Sign[] {
  return counters.filter(({ holds }) => holds(sample)).map(({ name, weight }) => ({ name, weight }));
}
