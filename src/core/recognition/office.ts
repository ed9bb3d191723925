import { remembering } from '../text/remembering';
import { placeId } from './countries';
import type { Entity, Office } from './entity';

/** The offices an entity held at a date (ISO, `YYYY-MM-DD` or coarser); without a date, those that haven't ended. */
export function officesAt(entity: Entity, date: string | undefined): readonly Office[] {
  return entity.offices.filter((office) =>
    date === undefined ? office.until === undefined : isHeldAt(office, date),
  );
}

/** Whether a term covers a date. Dates are compared as far as both are given: `2024` covers any day of 2024. */
function isHeldAt(office: Office, date: string): boolean {
  return (
    (office.from === undefined || !isBefore(date, office.from)) &&
    (office.until === undefined || isBefore(date, office.until))
  );
}

function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) < b.slice(0, length);
}

/**
 * One spelling for the many of an office: `Foreign Minister`, `Minister for Foreign Affairs` and `minister of foreign affairs` are
 * all `minister-of-foreign-affairs`; `Defense Minister` is `minister-of-defence`. The polity must have been taken off.
 */
export const canonicalOffice: (title: string) => string = remembering(readOffice);

function readOffice(title: string): string {
  const words = title
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.,]/g, '')
    .toLowerCase()
    .replace(/defense/g, 'defence')
    .replace(/\bvice[- ]minister\b/g, 'deputy minister')
    .replace(/\bspokes(?:wo)?man\b/g, 'spokesperson')
    .split(/[^a-z0-9]+/)
    .filter((word, i) => word !== '' && word !== 'the' && !(i === 0 && word === 'federal'));
  const minister = words.indexOf('minister');
  if (minister > 0 && words.length === minister + 1) {
    const ranks = words.findIndex((word) => !/^(?:first|deputy|acting|state|prime)$/.test(word));
    if (ranks >= 0 && ranks < minister) {
      const portfolio = words.slice(ranks, minister);
      return [
        ...words.slice(0, ranks),
        'minister',
        'of',
        ...(portfolio.join(' ') === 'foreign' ? ['foreign', 'affairs'] : portfolio),
      ].join('-');
    }
  }
  return words.map((word, i) => (word === 'for' && words[i - 1] === 'minister' ? 'of' : word)).join('-');
}

/** The id of an office of a polity or body: `minister-of-foreign-affairs-russia`, `president-of-russia`, `ambassador-of-russia-to-north-korea`. */
export function officeId(title: string, of: string): string {
  const canonical = canonicalOffice(title);
  if (canonical === 'president') return `president-of-${of}`;
  const ambassador = /^ambassador (?:extraordinary and plenipotentiary )?to (?:the )?(.+)$/i.exec(title);
  if (ambassador !== null) return `ambassador-of-${of}-to-${placeId(ambassador[1]!)}`;
  return `${canonical}-${of}`;
}

/**
 * The offices of a list by `officeId`: those listed as entities of type `role` (a listed office tells its title and polity under
 * `offices`, unless its id says them), and one made of every office that a listed person held.
 */
export function officesOf(entities: ReadonlyMap<string, Entity>): {
  ids: Map<string, string>;
  made: Entity[];
} {
  const ids = new Map<string, string>();
  for (const entity of entities.values()) {
    if (entity.type !== 'role') continue;
    ids.set(entity.id, entity.id);
    for (const { title, of } of entity.offices) if (of !== undefined) ids.set(officeId(title, of), entity.id);
  }
  const offices = new Map<string, Entity>();
  for (const person of entities.values())
    for (const { title, of } of person.offices) {
      if (of === undefined) continue;
      const id = officeId(title, of);
      if (ids.has(id) || entities.has(id)) continue;
      const holder = entities.get(of);
      ids.set(id, id);
      offices.set(id, {
        id,
        type: 'role',
        name: holder === undefined ? title : `${title} of ${holder.name}`,
        aliases: [],
        offices: [],
      });
    }
  return { ids, made: [...offices.values()] };
}
