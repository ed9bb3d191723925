import type { CompiledGazetteer } from './compileGazetteer';
import type { Entity } from './entity';
import { findingFrom, findingTo } from './reading';
import type { Reading } from './reading';
import type { Finding } from './finding';
import { wordOf } from './tokens';

/** `2045 Gzorn Games`, `XXIV Gzorn Games`: those of that year or number, not the series that bears the name without it. */
export function keepEdition(reading: Reading, gazetteer: CompiledGazetteer, finding: Finding): void {
  const first = wordOf(reading.tokens, finding.from);
  const isYear = /^(?:19|20)\d\d$/.test(first);
  if (!isYear && !/^[IVXL]{2,6}$/.test(first)) return;
  finding.candidates = finding.candidates.filter((id) => {
    const entity = gazetteer.entities.get(id);
    if (entity === undefined) return false;
    const isNamedSo = [entity.name, ...entity.aliases].some((name) => name.includes(first));
    return isNamedSo || (isYear ? (entity.date?.startsWith(first) ?? false) : entity.date !== undefined);
  });
}

/** The normalised date that stands nearest to a finding in its sentence. */
export function dateNear(reading: Reading, finding: Finding): string | undefined {
  for (let distance = 0; distance < 14; distance++) {
    const behind = findingFrom(reading, finding.to + distance);
    if (behind?.type === 'date' && behind.normalized !== undefined) return behind.normalized;
    const before = findingTo(reading, finding.from - distance);
    if (before?.type === 'date' && before.normalized !== undefined) return before.normalized;
  }
  return undefined;
}

/** The event whose date agrees with the one named beside it; else the nearest to the release, one behind it before one ahead. */
export function nearestInTime(
  entities: readonly Entity[],
  named: string | undefined,
  released: string | undefined,
): Entity | undefined {
  if (named !== undefined) {
    const start = named.split('/')[0]!;
    const agreeing = entities.filter((entity) => agrees(entity.date!, start));
    if (agreeing.length > 0) return agreeing[agreeing.length - 1];
  }
  if (released === undefined) return undefined;
  const distances = entities.map((entity) => daysBetween(entity.date!.split('/')[0]!, released));
  // What lies ahead is named too, but less often than what lies behind.
  const weigh = (days: number): number => (days < 0 ? -2 * days : days);
  let nearest = 0;
  for (let i = 1; i < entities.length; i++)
    if (weigh(distances[i]!) < weigh(distances[nearest]!)) nearest = i;
  return Number.isNaN(distances[nearest]!) ? undefined : entities[nearest];
}

/** Days from one ISO date to another, coarse dates read as their first day. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000;
}

function agrees(interval: string, date: string): boolean {
  const start = interval.split('/')[0]!;
  const length = Math.min(start.length, date.length, 7);
  return start.slice(0, length) === date.slice(0, length);
}
