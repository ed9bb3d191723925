import type { CompiledGazetteer } from './compileGazetteer';
import type { Entity, Office } from './entity';
import type { Finding } from './finding';
import { canonicalOffice, officeId, officesAt } from './office';
import { findingFrom, findingTo } from './reading';
import type { Reading } from './reading';
import { isMark, wordOf } from './tokens';

/**
 * Gives offices the entities of their titles and polities, and the persons whom the text puts beside them.
 *
 * @param date of the release, by which offices are held
 */
export function linkOffices(reading: Reading, gazetteer: CompiledGazetteer, date: string | undefined): void {
  const bodies = indexBodies(reading);
  for (const finding of reading.findings)
    if (finding.type === 'role') linkRole(reading, gazetteer, finding, bodies, date);
}

/** The longest place or body that begins at a token, and that ends before one; the first of those as long. */
interface Bodies {
  readonly from: (t: number) => Finding | undefined;
  readonly to: (t: number) => Finding | undefined;
}

function indexBodies({ findings, tokens }: Reading): Bodies {
  const starts = new Int32Array(tokens.count + 1).fill(-1);
  const ends = new Int32Array(tokens.count + 1).fill(-1);
  for (let i = 0; i < findings.length; i++) {
    const { type, from, to } = findings[i]!;
    if (type !== 'place' && type !== 'organization') continue;
    const first = starts[from]!;
    if (first < 0 || findings[first]!.to < to) starts[from] = i;
    const last = ends[to]!;
    if (last < 0 || findings[last]!.from > from) ends[to] = i;
  }
  return { from: (t) => findings[starts[t]!], to: (t) => findings[ends[t]!] };
}

function linkRole(
  reading: Reading,
  gazetteer: CompiledGazetteer,
  role: Finding,
  bodies: Bodies,
  date: string | undefined,
): void {
  const holder = holderOf(reading, role);
  const holderEntity =
    holder?.candidates[0] === undefined ? undefined : gazetteer.entities.get(holder.candidates[0]);
  if (holderEntity !== undefined) role.holder = holderEntity.id;
  const { title, of, body } = partsOf(reading, role, bodies);
  if (role.candidates.length > 0) return;
  if (of === undefined && holderEntity !== undefined) {
    const id = officeHeldAs(gazetteer, holderEntity, title, date);
    if (id !== undefined) {
      role.candidates = [id];
      return;
    }
  }
  // `president of the Gzorn Party`: of a body that no list knows, the holder is not what the title means in their state.
  if (of === undefined && body?.type === 'organization') return;
  const polities =
    of !== undefined
      ? [of]
      : holderEntity === undefined
        ? []
        : officesAt(holderEntity, date).flatMap((office) => office.of ?? []);
  for (const polity of polities) {
    const id = gazetteer.offices.get(officeId(title, polity));
    if (id === undefined) continue;
    role.candidates = [id];
    return;
  }
}

/** `Secretary Blinken`, `Minister Kamikawa`: the one office the holder had then whose title the short one stands for. */
function officeHeldAs(
  gazetteer: CompiledGazetteer,
  holder: Entity,
  title: string,
  date: string | undefined,
): string | undefined {
  const short = canonicalOffice(title).replace(/^(?:acting|interim)-/, '');
  const idsOf = (offices: readonly Office[], fits: (full: string) => boolean): ReadonlySet<string> =>
    new Set(
      offices.flatMap(({ title: full, of }) =>
        of !== undefined && fits(canonicalOffice(full))
          ? (gazetteer.offices.get(officeId(full, of)) ?? [])
          : [],
      ),
    );
  const held = idsOf(officesAt(holder, date), (full) => `-${full}-`.includes(`-${short}-`));
  if (held.size > 0 || date !== undefined) return held.size === 1 ? [...held][0] : undefined;
  // Of a release without a date nobody knows who was in office; the holder may have had it before.
  const ever = idsOf(holder.offices, (full) => `${full}-`.startsWith(`${short}-`));
  return ever.size === 1 ? [...ever][0] : undefined;
}

/** The person right behind an office, or right before its comma. */
function holderOf(reading: Reading, role: Finding): Finding | undefined {
  const behind = findingFrom(reading, role.to);
  if (behind?.type === 'person') return behind;
  if (!isMark(reading.tokens, role.from - 1, ',')) return undefined;
  const before = findingTo(reading, role.from - 1);
  return before?.type === 'person' ? before : undefined;
}

/** The title without its polity, and the polity's id: from the adjective in front or the last `of the X`. */
function partsOf(
  reading: Reading,
  role: Finding,
  bodies: Bodies,
): { title: string; of: string | undefined; body: Finding | undefined } {
  const { tokens } = reading;
  let { from, to } = role;
  let of: string | undefined;
  const front = bodies.from(from);
  if (front !== undefined && front.to < to) {
    of = front.candidates[0];
    from = front.to;
  }
  const last = bodies.to(to);
  if (last !== undefined && of === undefined && last.from > from) {
    of = last.candidates[0];
    to = last.from;
    while (to > from && /^(?:of|the|for)$/.test(wordOf(tokens, to - 1))) to--;
  }
  const body = front !== undefined && front.to < role.to ? front : last;
  return { title: tokens.text.slice(tokens.start[from]!, tokens.end[to - 1]!), of, body };
}
