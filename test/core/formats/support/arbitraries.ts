import fc from 'fast-check';
import type { Codebook } from '../../../../src/core/annotation/codebook';
import type {
  ExportAnnotation,
  ExportCorpus,
  ExportDocument,
} from '../../../../src/core/formats/exportModel';
import { compareAnnotations } from '../../../../src/core/formats/exportModel';
import type { Entity } from '../../../../src/core/recognition/entity';
import { toLf } from '../../../../src/core/text/lines';
import type { Span } from '../../../../src/core/text/span';

/** Pieces of text that some format has to escape, count or split rightly. */
const nasty = [
  ...['The', 'Ministry', 'expressed', 'thanks', 'U.S.', 'DPRK-Russia', 'Lavrov’s', 'Mr.', 'Juche113.1.21.'],
  ...['👍', '👨‍👩‍👧', '🇰🇵', '𝔸', 'é', 'e\u0301', 'ß', '김정은', 'Пхеньян', 'شكرا'],
  ...['"', "'", '``', '“', '”', '’', '\\', '\\n', '\\t', '\\\\', '_', '|', '[', ']', '[1]', '->', ';', '*'],
  ...[
    '&',
    '&amp;',
    '&#10;',
    '<',
    '>',
    '</Note>',
    '<![CDATA[',
    ']]>',
    '-->',
    '{',
    '}',
    '{"a":1}',
    '#Text=',
    '# text',
  ],
  ...[
    '-DOCSTART-',
    '-X-',
    'O',
    'B-PER',
    'T1',
    '%ID',
    '@',
    '=1+1',
    '-0-',
    '+',
    ',',
    '.',
    '...',
    '!',
    '?',
    '(',
    ')',
  ],
  ...[
    '\u00a0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\u200b',
    '\ufeff',
    '\u0001',
    '\u001f',
    '\u007f',
    '\ufffd',
    '\ufffe',
  ],
];
const space = [' ', ' ', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r\n\r\n', '\n  ', ''];

const piece = fc.tuple(fc.constantFrom(...nasty), fc.constantFrom(...space)).map((parts) => parts.join(''));

/** Text as the core exports it: LF only, though written with CRLF now and then, and without a byte-order mark. */
export const text: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\n\n', ' ', '\t'),
    fc.array(piece, { minLength: 1, maxLength: 25 }),
    fc.constantFrom('', '\n', '-0-'),
  )
  .map((parts) => toLf(parts.flat().join('')).replace(/^\ufeff+/, ''));

const note = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => toLf(pieces.join('')));
const instant = fc
  .integer({ min: 1_500_000_000, max: 1_900_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString().replace('.000', ''));

export const codebook: Codebook = {
  codes: [
    {
      id: 'stance',
      name: 'Stance',
      examples: [],
      codes: [
        {
          id: 'solidarity',
          name: 'Solidarity & "support"',
          definition: 'Backing for the partner: <support>,\n“stand with”; 100 %',
          examples: ['full support and solidarity', 'two\tcolumns | here'],
          color: '#3b82f6',
          key: '1',
          codes: [{ id: 'pledge', name: 'Pledge', examples: [], color: '#ff00aa', codes: [] }],
        },
      ],
    },
    { id: 'thanks-2', name: 'Dank, спасибо 🙏', examples: [], key: 'g', codes: [] },
    {
      id: 'unused',
      name: 'Never used',
      definition: 'Nothing has it',
      examples: [],
      retired: true,
      codes: [],
    },
  ],
};

export const entities: readonly Entity[] = [
  {
    id: 'sergey-lavrov',
    type: 'person',
    name: 'Sergey Lavrov',
    aliases: [],
    offices: [],
    wikidata: 'Q58217',
  },
  { id: 'dprk', type: 'place', name: 'DPRK & "Korea"', aliases: [], offices: [], wikidata: 'Q423' },
  { id: 'house-of-unions', type: 'odd type', name: 'House <of> Unions', aliases: [], offices: [] },
];

const codeIds = ['stance', 'solidarity', 'pledge', 'thanks-2', 'not-in-codebook'];
const entityRefs = [
  { id: 'sergey-lavrov', type: 'person' },
  { id: 'dprk', type: 'place' },
  { id: 'house-of-unions', type: 'odd type' },
  { id: 'not-in-gazetteer' },
  { none: true },
];

/** Distinct offsets of `text` that part no surrogate pair, sorted. */
function boundaries(of: string): number[] {
  const offsets = [0];
  for (const character of of) offsets.push(offsets.at(-1)! + character.length);
  return offsets;
}

function spans(of: string, max: number): fc.Arbitrary<Span[]> {
  const offsets = boundaries(of);
  return fc
    .subarray(offsets, { minLength: 2, maxLength: Math.min(2 * max, offsets.length) })
    .filter((offsets) => offsets.length % 2 === 0)
    .map((offsets) =>
      Array.from({ length: offsets.length / 2 }, (_, i) => ({
        start: offsets[2 * i]!,
        end: offsets[2 * i + 1]!,
      })),
    );
}

function annotation(of: string): fc.Arbitrary<ExportAnnotation> {
  const span = fc.oneof({ weight: 3, arbitrary: spans(of, 1) }, { weight: 1, arbitrary: spans(of, 3) });
  return fc
    .record(
      {
        id: fc.string({ unit: fc.constantFrom(...'abcxyz0189'), minLength: 8, maxLength: 8 }),
        codes: fc.subarray(codeIds, { maxLength: 3 }),
        entity: fc.option(fc.constantFrom(...entityRefs), { nil: undefined, freq: 2 }),
        spans: span,
        note,
        author: fc.constantFrom('ana', 'Борис', 'c & d <e@example.org>'),
        created: instant,
        modified: instant,
        state: fc.constantFrom('exact' as const, 'moved' as const),
      },
      { requiredKeys: ['id', 'codes', 'spans', 'state'] },
    )
    .filter((a) => a.codes.length > 0 || a.entity !== undefined || a.note !== undefined);
}

function mention(of: string): fc.Arbitrary<ExportAnnotation> {
  return fc.record({
    codes: fc.constant([]),
    entity: fc.constantFrom(...entityRefs.slice(0, 2), { type: 'date' }, { type: 'event' }),
    spans: spans(of, 1),
    recognised: fc.record(
      {
        certain: fc.boolean(),
        reason: fc.constantFrom('name' as const, 'short-form' as const, 'rule' as const),
        nested: fc.boolean(),
        normalized: fc.constantFrom('2024-01-21', '2024-01-15/2024-01-17'),
      },
      { requiredKeys: ['certain', 'reason', 'nested'] },
    ),
  });
}

function document(path: string): fc.Arbitrary<ExportDocument> {
  return text
    .filter((of) => [...of].length > 1)
    .chain((of) =>
      fc.record({
        path: fc.constant(path),
        text: fc.constant(of),
        metadata: fc.constantFrom({}, { date: '2024-01-21', title: 'A “visit” & <talks>', issuer: 'MFA' }),
        regions: fc.constant([]),
        annotations: fc
          .tuple(
            fc.uniqueArray(annotation(of), { maxLength: 5, selector: (a) => a.id }),
            fc.uniqueArray(mention(of), {
              maxLength: 4,
              selector: (m) => `${m.spans[0]!.start} ${m.spans[0]!.end}`,
            }),
          )
          .map((lists) => lists.flat().sort(compareAnnotations)),
      }),
    );
}

const paths = ['2024-01-21-visit.txt', 'kcna/b & “c”.txt', 'deep/er/#1 100%.pr', 'Ünï.txt'];

/** Corpora of one to three releases with everything that annotations can have. */
export const corpus: fc.Arbitrary<ExportCorpus & { readonly documents: readonly ExportDocument[] }> = fc
  .subarray(paths, { minLength: 1, maxLength: 3 })
  .chain((chosen) => fc.tuple(...chosen.map(document)))
  .map((documents) => ({
    name: 'corpus',
    codebook,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    documents,
  }));
