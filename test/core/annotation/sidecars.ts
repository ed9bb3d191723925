import fc from 'fast-check';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { editSidecar, newSidecar } from '../../../src/core/annotation/sidecar';
import type { SidecarEdit } from '../../../src/core/annotation/sidecarEdit';
import { awkwardText } from '../yaml/yamlTexts';

const id = fc.constantFrom(
  'aaaaaaa1',
  'bbbbbbb2',
  'ccccccc3',
  'ddddddd4',
  'eeeeeee5',
  '12345678',
  '1e234567',
  'e0000000',
);

const selector = fc.record(
  { start: fc.nat(40), end: fc.nat(60), quote: awkwardText, prefix: awkwardText, suffix: awkwardText },
  { requiredKeys: ['start', 'end', 'quote'], noNullPrototype: true },
);

const text = fc.oneof(awkwardText, fc.lorem({ maxCount: 4 }));

export const annotation: fc.Arbitrary<Annotation> = fc.record(
  {
    id,
    codes: fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'a b', 'no', '#1'), { maxLength: 3 }),
    target: fc.array(selector, { minLength: 1, maxLength: 2 }),
    entity: fc.constantFrom('none', 'sergey-lavrov', '2023'),
    note: text,
    author: text,
    created: fc.constant('2026-11-21T17:00:00Z'),
    modified: fc.constantFrom('2026-11-21T17:05:00Z', '2026-11-22T09:00:00Z'),
  },
  { requiredKeys: ['id', 'codes', 'target'], noNullPrototype: true },
);

export const annotations = fc.uniqueArray(annotation, { maxLength: 4, selector: (one) => one.id });

export const anEdit: fc.Arbitrary<SidecarEdit> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('put' as const), annotation }) },
  fc.record({ kind: fc.constant('remove' as const), id }),
);

export function sidecarOf(list: readonly Annotation[]): string {
  const edits = list.map((one) => ({ kind: 'put' as const, annotation: one }));
  return editSidecar(newSidecar('a.txt', { length: 9, sha256: '0a'.repeat(32) }), edits);
}

/** The same, as a person leaves it: comments, unknown keys, brackets, other quotes. */
export function handWritten(source: string, seed: number): string {
  let state = seed;
  const chance = (): boolean => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % 3 === 0;
  const out: string[] = [];
  let literal = false;
  for (const line of source.split('\n')) {
    const structural =
      /^(?: {2}- id:| {4}(?:codes|target|author|entity|created|modified):|version:|release:|annotations:)/.test(
        line,
      );
    if (structural) literal = false;
    if (structural && chance()) out.push(`${/^ *(?=- )|^/.exec(line)?.[0] ?? ''}# c${out.length}`);
    out.push(
      structural && !/"|'/.test(line) && !/annotations|version/.test(line) && chance()
        ? `${line}   # c`
        : line,
    );
    if (/^ {4}codes:/.test(line) && chance()) out.push('    confidence: {level: high}', '    seen: yes');
    if (/[|]-?$/.test(line)) literal = true;
    if (!literal && / start:/.test(line) && chance()) out.push('        page: 2');
  }
  return out.join('\n');
}
