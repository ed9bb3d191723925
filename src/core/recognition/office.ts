import type { Entity, Office } from './entity';

/** The offices somebody held at a date (ISO `YYYY-MM-DD`, `YYYY-MM` or `YYYY`); those without dates count as held. */
export function officesAt(entity: Entity, date: string): readonly Office[] {
  return entity.offices.filter(({ from, until }) => {
    // ISO dates compare as strings; a bare year or month begins with its first day.
    const hasBegun = from === undefined || from <= date || date.startsWith(from);
    return hasBegun && (until === undefined || date < until);
  });
}
