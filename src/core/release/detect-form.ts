import { isDateLine, isPlaceAndDate, jucheDate } from './detect-date';
import { isSpeakerLine, isSpeakersTurn, isStatementTitle, kindOfText, namesASpeech } from './detect-headline';
import type { Sample } from './detect-sample';
import type { Sign } from './detect-sign';

type Test = (sample: Sample) => boolean;
type LineTest = RegExp | ((line: string) => boolean);

interface FormSign extends Sign {
  readonly holds: Test;
}

const masthead =
  /^(?:for (?:immediate release|use of the information media)|(?:strictly )?embargo(?:ed)?\b|(?:press|media|news) (?:release|note|statement|advisory|communiqu[eé])s?(?: ?(?:no\.?|nr\.?|n°|number|[:#|–-])? ?[\w/.() -]{0,24})?$|communiqué de presse|comunicado de prensa|nota de prensa|pressemitteilung|comunicato stampa|пресс-релиз|not an official document|statements? and releases?$|press corner)/i;
const spokesOffice = /^office of (?:the )?(?:press |official )?spokes/i;
const issuer =
  /^(?:office of (?:the )?(?:press |official )?(?:spokes\w+|press secretary|president|prime minister|communications|public affairs)|(?:the )?(?:information and )?press (?:and information )?(?:department|service|office|section|bureau)\b[^.]{0,60}|(?:federal )?ministry (?:of|for) [^.]{3,80}|(?:u\.s\. )?department of (?:state|defense|foreign affairs)[^.]{0,40}|(?:the )?white house|embassy of [^.]{3,60}|permanent mission of [^.]{3,80}|rodong sinmun|(?:korean central|xinhua|tass) news agency[^.]{0,20})$/i;

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?/;
const timeAndPlace = new RegExp(`${timestamp.source},? \\S.{0,60}$`);
const timeAlone = new RegExp(`${timestamp.source}$`);
const releaseNumber =
  /^(?:\d{1,4}-\d\d-\d\d-\d{4}|[A-Z]{2,4}\/(?:[A-Z]{1,4}\/)?\d{2,6}(?:\/\d{1,5})?|(?:IP|PR|SG)\/\d\d\/\d{1,5}|PR? ?\(?\d{4}\)? ?\d{1,4})$/;
const articleLabel =
  /^(?:Editorial|Commentary|News Commentary|Special (?:Service|Article)|Signed Commentary)$/;

const wireEndMark = /(?:^|\s)-0-$|^[-–—] ?30 ?[-–—]$/;
const closingMark =
  /^(?:[-–—*# ]{0,4}\(?ENDS?\)?[-–—*# ]{0,4}|[-–—(] ?[Ee]nds? ?[-–—)]|# ?# ?#|\* ?\*{1,5} ?\*|xxx)$/;
const sourceLine =
  /^(?:(?:https?:\/\/)?www\.\S{3,60}(?: ?\(.{3,30}\))?|(?:source|quelle|fuente): ?\S.{1,80}|\((?:KCNA|TASS|Xinhua|Yonhap)[^)]{0,20}\))$/i;
const newsTeam = /(?:\b(?:Rodong|Political) News Team|\bRodong Sinmun)$/;
const bylineInside = /[.!?”"’'] ?(?:Rodong (?:Sinmun|News Team)|Political News Team)\b/;
/** `… in the new year. Ri Hyo Jin`: the writer's name set right behind the last sentence, as web pages are copied. */
const writerAtEnd = /[.!?”"’'] ?(?:By )?(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}$/;
const contact =
  /^(?:(?:media|press|news)? ?(?:contacts?|enquiries|inquiries|office contact)(?: information)?:|notes? (?:to|for) editors|for (?:further|more) information,? (?:please )?contact|about (?:the )?[A-Z])/i;

const fits = (test: LineTest, line: string): boolean =>
  test instanceof RegExp ? test.test(line) : test(line);
const first =
  (n: number, test: LineTest): Test =>
  ({ lines }) =>
    lines.slice(0, n).some((line) => fits(test, line.slice(0, 260)));
const last =
  (n: number, test: LineTest): Test =>
  ({ closing }) =>
    closing.slice(-n).some((line) => fits(test, line.slice(-260)));
const any =
  (...tests: readonly Test[]): Test =>
  (sample) =>
    tests.some((test) => test(sample));

/** At the foot of a text: not in the few lines of a note, and not above a last sentence, as in a diary. */
const atFoot =
  (test: Test): Test =>
  (sample) => {
    const end = sample.closing.at(-1) ?? '';
    const sentence = /[.!?]$/.test(end) && !isPlaceAndDate(end) && !isDateLine(end);
    return sample.lines.length > 3 && !sentence && test(sample);
  };

const hasEndMark = (line: string): boolean => wireEndMark.test(line.slice(-7));

/** Parts of a release's layout, whoever issued it; those that most often are enough first. */
const formSigns: readonly FormSign[] = [
  {
    name: 'end mark',
    weight: 4,
    holds: ({ lines, closing }) => closing.some(hasEndMark) || lines.some(hasEndMark),
  },
  { name: 'masthead', weight: 3.5, holds: first(12, masthead) },
  { name: 'issuing office', weight: 1.5, holds: first(10, issuer) },
  { name: 'office of a spokesperson', weight: 2, holds: first(10, spokesOffice) },
  {
    name: 'statement headline',
    weight: 3,
    holds: any(first(6, isStatementTitle), first(2, namesASpeech), first(8, kindOfText)),
  },
  { name: 'speaker and office', weight: 2, holds: first(6, isSpeakerLine) },
  { name: 'time and place line', weight: 4.5, holds: first(6, timeAndPlace) },
  { name: 'label of an article', weight: 1.5, holds: first(2, articleLabel) },
  { name: 'release number', weight: 2, holds: first(8, releaseNumber) },
  { name: 'date line', weight: 2, holds: any(first(5, isDateLine), first(5, timeAlone)) },
  { name: 'date near the top', weight: 0.5, holds: first(12, isDateLine) },
  { name: 'closing mark', weight: 2, holds: last(12, closingMark) },
  { name: 'signature date', weight: 2.5, holds: atFoot(last(3, isPlaceAndDate)) },
  { name: 'closing date', weight: 1, holds: atFoot(last(2, isDateLine)) },
  { name: 'Juche date', weight: 3, holds: any(({ head }) => jucheDate.test(head), last(4, jucheDate)) },
  { name: 'source line', weight: 1, holds: last(4, sourceLine) },
  { name: 'byline of a news team', weight: 3.5, holds: last(4, newsTeam) },
  { name: 'byline inside the text', weight: 3.5, holds: ({ head }) => bylineInside.test(head) },
  {
    name: 'writer after the last sentence',
    weight: 2,
    holds: (sample) => sample.lines.length <= 4 && last(1, writerAtEnd)(sample),
  },
  { name: 'signed by an office', weight: 1, holds: atFoot(last(3, issuer)) },
  { name: 'contact block', weight: 1.5, holds: any(last(14, contact), first(6, contact)) },
  { name: 'speakers', weight: 1.5, holds: ({ lines }) => lines.filter(isSpeakersTurn).length >= 2 },
];

/** One sign after the other, each looked for when it is asked for: the first ones may be enough. */
export function* layoutSigns(sample: Sample): Generator<Sign> {
  for (const { name, weight, holds } of formSigns) if (holds(sample)) yield { name, weight };
}
