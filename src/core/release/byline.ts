import type { Span } from '../text/span';

const desk =
  '(?:(?:\\p{Lu}[\\p{L}]+ ){1,3}(?:News Team|News Service|Correspondents?|Reporters?|Press Service)|Rodong Sinmun|Minju Joson)';
const koreanFamily =
  'An|Cha|Chae|Choe|Chon|Han|Ho|Hong|Hwang|Hyon|Im|Jang|Ji|Jin|Jo|Jon|Jong|Ju|Kang|Kim|Ko|Kung|Kwak|Kwon|Min|Mun|Myong|Nam|No|O|Om|Pae|Paek|Pak|Pang|Pyon|Ra|Rim|Ri|Ro|Ryang|Ryom|Ryu|Sim|Sin|So|Sok|Son|Song|Tae|To|U|Un|Wi|Won|Yang|Yu|Yun';
const koreanName = `(?:${koreanFamily})(?: \\p{Lu}\\p{Ll}{0,5}){1,2}`;

/** A desk or a Korean writer's name, once or repeated, behind the last sentence of a paragraph: `… the country. Rodong News Team`. */
const runOn = new RegExp(
  `(?:[.!?]["”’)]?|["”])\\s?((?:${desk}\\s?){1,8})$|(?:[\\p{Ll}\\d][.!?]|[.!?]["”’)]|["”][.!?]?)\\s?((?:${koreanName}\\s?){1,8})$`,
  'u',
);
const whole = new RegExp(
  `^(?:(?:${desk}\\s?)+|(?:by|By|BY) \\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]*){1,4}|\\p{Lu}[\\p{L} ]{2,40}(?:News|Press|Editorial|Reporting) (?:Team|Desk|Service)|(?:\\p{Lu}[\\p{L}.'’-]+ ){1,4},? ?(?:[Cc]orrespondent|[Rr]eporter|[Ss]taff [Ww]riter))$`,
  'u',
);

/** The byline that runs on at the end of a paragraph. Offsets are UTF-16 code units of the text. */
export function findByline(text: string, paragraph: Span): Span | undefined {
  const from = Math.max(paragraph.start, paragraph.end - 140);
  // Nearly all paragraphs end with a mark; nobody's name does.
  if (from + 24 > paragraph.end || !/\p{L}\s?$/u.test(text.slice(paragraph.end - 3, paragraph.end)))
    return undefined;
  const found = runOn.exec(text.slice(from, paragraph.end));
  if (!found) return undefined;
  return { start: paragraph.end - (found[1] ?? found[2])!.length, end: paragraph.end };
}

/** Whether a whole line is a byline. */
export function isByline(line: string): boolean {
  return line.length <= 90 && whole.test(line);
}

/** Whether a whole line is a Korean name, as newspapers of the North print a writer's. */
export function isKoreanName(line: string): boolean {
  return line.length <= 30 && new RegExp(`^${koreanName}$`, 'u').test(line);
}
