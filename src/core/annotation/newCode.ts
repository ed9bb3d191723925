import type { Code } from './codebook';
import { namedColors } from './codeColors';

/** Colours for codes that nobody has chosen one for. */
export const codeColors: readonly string[] = namedColors.map(({ color }) => color);

/** A code for a name that a person typed, beside the codes there are: with an id, a colour and a key that are free. */
export function codeNamed(
  name: string,
  existing: readonly Pick<Code, 'id' | 'color' | 'key'>[],
): Pick<Code, 'id' | 'name' | 'color' | 'key'> {
  const clean = name.replace(/\s+/g, ' ').trim();
  const key = freeKey(clean, existing);
  return {
    id: freeId(clean, existing),
    name: clean,
    color: freeColor(existing),
    ...(key === undefined ? {} : { key }),
  };
}

/** Of `[a-z0-9-]` where the name has such letters; `code` for names in other scripts; numbered where it is taken. */
function freeId(name: string, existing: readonly Pick<Code, 'id'>[]): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const taken = new Set(existing.map(({ id }) => id));
  // An id of digits only would be a number to YAML.
  const base = /[a-z]/.test(plain) ? plain : plain === '' ? 'code' : `code-${plain}`;
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return id;
}

/** The colour used least, in the order of the list. */
export function freeColor(existing: readonly Pick<Code, 'color'>[]): string {
  const uses = (color: string): number =>
    existing.filter((code) => code.color?.toLowerCase() === color).length;
  return codeColors.reduce((best, color) => (uses(color) < uses(best) ? color : best));
}

/** A digit that is free, else a letter of the name, else any letter; `undefined` when all are taken. */
function freeKey(name: string, existing: readonly Pick<Code, 'key'>[]): string | undefined {
  const taken = new Set(existing.map(({ key }) => key?.toLowerCase()));
  const letters = name.toLowerCase().replace(/[^a-z]/g, '');
  return [...'123456789', ...letters, ...'abcdefghijklmnopqrstuvwxyz', '0'].find((key) => !taken.has(key));
}
