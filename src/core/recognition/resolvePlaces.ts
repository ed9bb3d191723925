import type { ReleaseMetadata } from '../release/release';
import type { CompiledGazetteer } from './compileGazetteer';
import { officesAt } from './office';
import { findingFrom, findingOver } from './reading';
import type { Reading } from './reading';
import { isGenitiveMark } from './tokens';

/**
 * Decides which of two states an adjective or a short name means that both bear (`Korean`, `Congolese`, `Korea`): the one the
 * release names more often in full, else the issuer's own, else the first.
 */
export function choosePolity(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  metadata: ReleaseMetadata,
): void {
  const doubtful = reading.findings.filter(
    (finding) => finding.type === 'place' && finding.candidates.length > 1,
  );
  const named = new Map<string, number>();
  const korea = reading.findings.filter((finding) => finding.candidates[0] === 'korea');
  if (doubtful.length === 0 && korea.length === 0) return;
  for (const finding of reading.findings) {
    if (finding.type !== 'place' || finding.candidates.length !== 1) continue;
    // Not the `Korea` in `South Korea`.
    const over = findingOver(reading, finding.from);
    if (over !== finding && over?.type === 'place') continue;
    named.set(finding.candidates[0]!, (named.get(finding.candidates[0]!) ?? 0) + 1);
  }
  const own = homeOf(metadata);
  if (own !== undefined) named.set(own, (named.get(own) ?? 0) + 1000);
  for (const finding of doubtful) {
    const ranked = [...finding.candidates].sort((a, b) => (named.get(b) ?? 0) - (named.get(a) ?? 0));
    finding.candidates = ranked;
  }
  const state = koreaOf(own, named) ?? (callsTheNorthSo(reading) ? 'south-korea' : undefined);
  if (state === undefined || !gazetteer.entities.has(state)) return;
  // In the name of a body (`Workers' Party of Korea`), Korea stays the country as a whole.
  for (const finding of korea) {
    const over = findingOver(reading, finding.from);
    // `Korea's liberation` was that of the country before its division.
    if (/^['’]s (?:liberation|reunification|division)/.test(textBehind(reading, finding.to))) continue;
    if (over === finding || (state === 'south-korea' && /^(?:event|document)$/.test(over?.type ?? '')))
      finding.candidates = [state, 'korea'];
  }
}

/** Only the south speaks of `Korea` and of `North Korea` in one breath. */
function callsTheNorthSo(reading: Reading): boolean {
  const { text, start } = reading.tokens;
  return reading.findings.some(
    ({ candidates, from }) => candidates[0] === 'north-korea' && text.startsWith('North Korea', start[from]),
  );
}

function textBehind(reading: Reading, t: number): string {
  const { text, end } = reading.tokens;
  return text.slice(end[t - 1]!, end[t - 1]! + 20);
}

/** Which state calls itself Korea in a release: the issuer's own; else the only one of the two named, or by far the more often. */
function koreaOf(own: string | undefined, named: ReadonlyMap<string, number>): string | undefined {
  if (own === 'north-korea' || own === 'south-korea') return own;
  const north = named.get('north-korea') ?? 0;
  const south = named.get('south-korea') ?? 0;
  return south > 2 * north ? 'south-korea' : undefined;
}

/**
 * The state whose officials a release names without saying whose they are (`Foreign Minister Gzorn said`, in a list of their offices):
 * it speaks of its own.
 */
function stateOfOfficials(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  date: string | undefined,
): string | undefined {
  const named = new Map<string, number>();
  for (const { type, from, to } of reading.findings) {
    if (type !== 'role' || isGenitiveMark(reading.tokens, from - 1)) continue;
    const person = findingFrom(reading, to);
    const entity = person?.type === 'person' ? gazetteer.entities.get(person.candidates[0] ?? '') : undefined;
    if (entity === undefined || namesState(reading, from, to)) continue;
    const held = officesAt(entity, date);
    const offices = held.length > 0 || date !== undefined ? held : entity.offices;
    for (const state of new Set(offices.flatMap(({ of }) => of ?? [])))
      if (gazetteer.polities.has(state)) named.set(state, (named.get(state) ?? 0) + 1);
  }
  const ranked = [...named].sort((a, b) => b[1] - a[1]);
  return ranked.length > 0 && ranked[0]![1] > (ranked[1]?.[1] ?? 0) ? ranked[0]![0] : undefined;
}

function namesState(reading: Reading, from: number, to: number): boolean {
  for (let t = from; t < to; t++) {
    const over = findingOver(reading, t);
    if (over?.type === 'place' || findingFrom(reading, t)?.type === 'place') return true;
  }
  return false;
}

/** The state a release speaks for: its issuer's; that of the officials it names; else the one it names twice as often as any other. */
export function homeState(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  metadata: ReleaseMetadata,
): string | undefined {
  const own = homeOf(metadata);
  if (own !== undefined) return own;
  const spoken = stateOfOfficials(reading, gazetteer, metadata.date);
  if (spoken !== undefined) return spoken;
  const named = new Map<string, number>();
  for (const { type, candidates } of reading.findings) {
    const id = candidates[0];
    if (type === 'place' && id !== undefined && gazetteer.polities.has(id))
      named.set(id, (named.get(id) ?? 0) + 1);
  }
  const ranked = [...named].sort((a, b) => b[1] - a[1]);
  return ranked.length > 0 && ranked[0]![1] >= 2 * (ranked[1]?.[1] ?? 1) ? ranked[0]![0] : undefined;
}

/** The state whose agency issued a release. */
function homeOf(metadata: ReleaseMetadata): string | undefined {
  const issuer = `${metadata.issuer ?? ''} ${metadata.agency ?? ''}`;
  if (/KCNA|Rodong|Minju|Democratic People/.test(issuer)) return 'north-korea';
  if (/Republic of Korea|Yonhap/.test(issuer)) return 'south-korea';
  if (/Russia|TASS|RIA/.test(issuer)) return 'russia';
  if (/China|Xinhua/.test(issuer)) return 'china';
  if (/Japan/.test(issuer)) return 'japan';
  if (/Ukraine|Ukrinform/.test(issuer)) return 'ukraine';
  if (/United States|White House/.test(issuer)) return 'united-states';
  return undefined;
}
