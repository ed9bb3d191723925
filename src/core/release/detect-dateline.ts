import { isPlace, splitAtDate } from './detect-date';
import type { Sample } from './detect-sample';
import type { Sign } from './detect-sign';

/** Agencies whose bracketed name alone makes a dateline of the words before it. */
const agencies =
  'KCNA|ACNC|TASS|ITAR-TASS|Xinhua|Yonhap|Reuters|AP|AFP|DPA|dpa|EFE|ANSA|IRNA|SANA|WAM|SPA|MENA|QNA|BNA|PTI|ANI|APP|BSS|VNA|KPL|Kyodo|Jiji|Antara|' +
  'Bernama|RIA Novosti|Sputnik|Interfax|BelTA|BELTA|Ukrinform|UNIAN|Prensa Latina|Tanjug|MTI|PAP|APA|ATA|MIA|CNA|PNA|UPI|TAP|APS|Anadolu|AA|Montsame|MONTSAME|' +
  'PRNewswire|PR Newswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|ACCESSWIRE|Newswire|UN News|Rodong Sinmun';

const agencyAtStart = new RegExp(`^[.,]? ?[(/](?:${agencies})[)/]`);
const otherAgency = /^[.,]? ?[(/][A-Z][A-Za-z\d.& ]{1,24}[)/] ?(?:--?|[—–―:])/;
const agencyAndDash = new RegExp(`^(.{2,64}?),? ?[(/](?:${agencies})[)/][.:]? ?(?:--?|[—–―:])`);
const dashAndProse = /^(?: ?(?:--|[—–―:])| -|\. ?[-–—]) ?["“‘'«]?\p{L}.{12}/u;
const bracketedDate = /^\) ?(?:--?|[—–―:]) ?\S/;
const placeInCapitals = /^([A-Z][A-Z.' -]{2,24})(?:, [A-Z][A-Za-z. ]{1,20})? ?(?:--|[—–]) ?[A-Z].{20}/;

/** Of a place, a date and an agency. */
const surest = 7;

/** How sure the line begins with a dateline: 0 for not at all, 5 and more when an agency or brackets tell. */
function datelineWeight(line: string): number {
  const dated = splitAtDate(line);
  if (dated !== undefined) {
    const { before, after } = dated;
    const bracket = before.endsWith('(');
    const place = before.replace(/[ ,(–—-]+$/, '').replace(/[, ]+(?:le|den|am)$/, '');
    const placed = isPlace(place);
    // Pyongyang, January 21 (KCNA) --      PARIS, 5 mai /AFP/ -      MOSCOW, June 5. /TASS/.
    if ((placed || place === '') && agencyAtStart.test(after)) return placed ? surest : 5;
    if (placed && otherAgency.test(after)) return 6;
    // GENEVA (12 May 2024) –
    if (placed && bracket && bracketedDate.test(after)) return 5;
    // Brussels, 5 March 2024 – text      Washington, DC – March 5, 2024 – text
    if (placed && !bracket && dashAndProse.test(after)) return 4.5;
  }
  // SEOUL (Yonhap) --      KYIV, Ukraine (AP) —
  const wired = agencyAndDash.exec(line);
  if (wired !== null && isPlace(wired[1] ?? '')) return 5;
  // NEW YORK — text: warnings and notes in manuals are written so too.
  return placeInCapitals.test(line) ? 1 : 0;
}

const wireAnywhere = new RegExp(`[(/](?:${agencies})[)/] ?(?:--|[—–])`, 'g');

/** A known agency's dateline inside a line: headline and text were glued together when the page was copied. */
function hasGluedDateline(head: string): boolean {
  const opening = head.slice(0, 800);
  return [...opening.matchAll(wireAnywhere)].some(({ index }) => {
    const dated = splitAtDate(opening.slice(Math.max(0, index - 40), index));
    return dated !== undefined && /^[.,]? ?$/.test(dated.after) && /\p{Lu}\p{L}+, $/u.test(dated.before);
  });
}

/** The dateline of the first lines, and the agency named in it. */
export function datelineSigns(sample: Sample): readonly Sign[] {
  let best = 0;
  for (let i = 0; i < Math.min(40, sample.lines.length) && best < surest; i++)
    best = Math.max(best, datelineWeight(sample.lines[i]!.slice(0, 160)));
  if (best < 5 && hasGluedDateline(sample.head)) best = 5;
  if (best === 0) return [];
  return best >= 5
    ? [
        { name: 'dateline', weight: best - 1 },
        { name: 'agency', weight: 1 },
      ]
    : [{ name: 'dateline', weight: best }];
}
