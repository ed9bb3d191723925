/**
 * An id of `[a-z0-9-]` for a name: letters without their marks, the rest as `-`; numbered where it is taken. Names in
 * other scripts keep no letter and become `code`, `code-2` and so on.
 */
export function slug(name: string, taken: ReadonlySet<string> = new Set(), fallback = 'code'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? fallback : plain;
  let id = base;
  for (let i = 2; taken.has(id); i++) id = `${base}-${i}`;
  return id;
}
