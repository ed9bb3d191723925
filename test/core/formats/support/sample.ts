import type {
  ExportAnnotation,
  ExportCorpus,
  ExportDocument,
} from '../../../../src/core/formats/exportModel';
import { compareAnnotations } from '../../../../src/core/formats/exportModel';
import type { Entity } from '../../../../src/core/recognition/entity';

const text = '🤝 A warm welcome awaited\nthe guests.\nForeign Minister Lavrov left Pyongyang.\n';

/** UTF-16 span of the nth occurrence of `quote`. */
export function spanOf(of: string, quote: string, nth = 0): { start: number; end: number } {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = of.indexOf(quote, start + 1);
  if (start < 0) throw new Error(`“${quote}” is not in the text`);
  return { start, end: start + quote.length };
}

const entities: readonly Entity[] = [
  {
    id: 'sergey-lavrov',
    type: 'person',
    name: 'Sergey Lavrov',
    aliases: [],
    offices: [],
    wikidata: 'Q58217',
  },
  { id: 'pyongyang', type: 'place', name: 'Pyongyang', aliases: [], offices: [], wikidata: 'Q18808' },
];

const annotations: readonly ExportAnnotation[] = [
  {
    id: 'k7m2qp4d',
    codes: ['warmth', 'ceremony'],
    spans: [spanOf(text, 'warm welcome awaited\nthe guests')],
    note: 'Compare “June”\nwording.',
    author: 'ana',
    created: '2026-11-21T17:00:00Z',
    modified: '2026-11-21T17:05:00Z',
    state: 'exact',
  },
  {
    id: 'b4b4b4b4',
    codes: ['warmth'],
    spans: [spanOf(text, 'warm'), spanOf(text, 'guests')],
    state: 'exact',
  },
  {
    id: 'w3x9a1bz',
    codes: [],
    entity: { id: 'sergey-lavrov', type: 'person' },
    spans: [spanOf(text, 'Lavrov')],
    author: 'ben',
    state: 'exact',
  },
  {
    codes: [],
    entity: { type: 'role' },
    spans: [spanOf(text, 'Foreign Minister')],
    recognised: { certain: true, reason: 'rule', nested: false },
  },
  {
    codes: [],
    entity: { id: 'pyongyang', type: 'place' },
    spans: [spanOf(text, 'Pyongyang')],
    recognised: { certain: true, reason: 'name', nested: false },
  },
];

/** One small release with one annotation of each kind, for tests that show what a format looks like. */
export const sample: ExportCorpus & { readonly documents: readonly ExportDocument[] } = {
  name: 'sample',
  codebook: {
    codes: [
      {
        id: 'stance',
        name: 'Stance',
        examples: [],
        codes: [
          {
            id: 'warmth',
            name: 'Warmth',
            definition: 'Friendly words',
            examples: ['a warm welcome'],
            color: '#ff8800',
            key: '1',
            codes: [],
          },
        ],
      },
      { id: 'ceremony', name: 'Ceremony', examples: [], codes: [] },
    ],
  },
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  documents: [
    {
      path: 'mfa/2024-01-21-visit.txt',
      text,
      metadata: { date: '2024-01-21', title: 'A warm welcome' },
      regions: [],
      annotations: [...annotations].sort(compareAnnotations),
    },
  ],
};
