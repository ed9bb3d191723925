import assert from 'node:assert/strict';
import { inWords } from '../../../../src/core/text/message';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { anchorAnnotations } from '../../../../src/core/annotation/anchoring';
import { makeSelector } from '../../../../src/core/annotation/selector';
import { readCodebook } from '../../../../src/core/annotation/codebookFile';
import { readSidecar } from '../../../../src/core/annotation/sidecar';
import type { ReadAnnotation, ReadDocument, ReadResult } from '../../../../src/core/formats/format';
import {
  importedCodebook,
  importedGazetteer,
  importedSidecar,
} from '../../../../src/core/formats/import/applyImport';
import type {
  ImportCorpus,
  ImportOptions,
  ImportPlan,
} from '../../../../src/core/formats/import/importModel';
import { planImport } from '../../../../src/core/formats/import/planImport';
import type { Entity } from '../../../../src/core/recognition/entity';
import { readGazetteer } from '../../../../src/core/recognition/gazetteerFile';
import type { Mention } from '../../../../src/core/recognition/mention';
import { spanOf } from '../support/sample';

const text = 'A warm welcome.\r\n\r\nMinister Lavrov left Pyongyang 🤝 on Friday.\r\n';
const lf = text.replaceAll('\r\n', '\n');
const lavrov: Entity = {
  id: 'sergey-lavrov',
  type: 'person',
  name: 'Lavrov',
  aliases: ['Sergey Lavrov'],
  offices: [],
  wikidata: 'Q58217',
};

interface Setting {
  readonly annotations?: readonly Annotation[];
  readonly mentions?: readonly Mention[];
  readonly text?: string;
  readonly options?: Partial<ImportOptions>;
}

/** Plans the import of annotations of `visit.txt` into a corpus that has a release of that name. */
function plan(
  read: readonly ReadAnnotation[],
  document: Partial<ReadDocument> = {},
  { annotations = [], mentions = [], text: ours = text, options = {} }: Setting = {},
  brought: Partial<ReadResult> = {},
): ImportPlan {
  const corpus: ImportCorpus = {
    paths: ['mfa/visit.txt'],
    codebook: { codes: [{ id: 'warmth', name: 'Warm words', examples: [], codes: [] }] },
    entities: new Map([[lavrov.id, lavrov]]),
    load: (path) => ({
      path,
      text: ours,
      annotations,
      anchors: anchorAnnotations(ours, annotations),
      mentions,
    }),
  };
  const documents = [
    { path: 'mfa/visit.txt', text: lf, unit: 'utf16' as const, annotations: read, ...document },
  ];
  const result = { documents, codes: [], entities: [], problems: [], ...brought };
  let seed = 0;
  return planImport(result, corpus, { origin: 'brat', random: () => (seed++ % 36) / 36, ...options });
}

const at = (quote: string, of = lf): ReadAnnotation['spans'] => [spanOf(of, quote)];

function only(result: ImportPlan): Annotation {
  assert.equal(result.releases[0]!.annotations.length, 1);
  return result.releases[0]!.annotations[0]!;
}

describe('Import', () => {
  it('places annotations by the other tool’s text, whatever the line ends here', () => {
    const { codes, target } = only(plan([{ labels: ['warmth'], spans: at('Pyongyang 🤝') }]));
    assert.deepEqual(codes, ['warmth']);
    assert.deepEqual([target[0]!.start, target[0]!.end, target[0]!.quote], [38, 49, 'Pyongyang 🤝']);
  });

  it('finds the place where the other tool changed white space', () => {
    const theirs = 'A warm welcome .\nMinister Lavrov left Pyongyang 🤝 on Friday .';
    const { target } = only(
      plan([{ labels: ['warmth'], spans: at('on Friday .', theirs) }], { text: theirs }),
    );
    assert.equal(target[0]!.quote, 'on Friday.');
  });

  it('anchors by quote and context where the texts differ in words', () => {
    const theirs = lf.replace('Minister', 'Foreign Minister');
    const result = plan([{ labels: ['warmth'], spans: at('left Pyongyang', theirs) }], { text: theirs });
    assert.equal(only(result).target[0]!.start, lf.indexOf('left Pyongyang'));
    assert.equal(result.counts.added, 1);
  });

  it('keeps for review what it cannot place for sure, with the selectors it came with', () => {
    const theirs = 'Quite another text about something that never was said here.';
    const result = plan([{ labels: ['warmth'], spans: at('something that never', theirs) }], {
      text: theirs,
    });
    assert.equal(result.counts['for-review'], 1);
    assert.equal(only(result).target[0]!.quote, 'something that never');
  });

  it('takes offsets for UTF-16 where quotes say so', () => {
    const start = lf.indexOf('Friday');
    const spans = [{ start, end: start + 6, quote: 'Friday' }];
    const document = { text: undefined, unit: 'codepoints' } as const;
    assert.equal(only(plan([{ labels: ['warmth'], spans }], document)).target[0]!.start, start - 1);
  });

  it('finds a quote that stands elsewhere, and reports what it has nothing to find by', () => {
    const document = { text: undefined, unit: 'codepoints' } as const;
    const moved = { start: 3, end: 9, quote: 'Friday', prefix: '🤝 on ', suffix: '.\n' };
    const lost = { start: 900, end: 905 };
    const result = plan(
      [
        { labels: ['warmth'], spans: [moved] },
        { labels: ['warmth'], spans: [lost] },
      ],
      document,
    );
    assert.equal(only(result).target[0]!.quote, 'Friday');
    assert.equal(result.counts['left-out'], 1);
    assert.match(inWords(result.problems[0]!.message), /outside of the text/);
  });

  it('finds the release by its name where the other tool changed the path', () => {
    assert.equal(
      plan([{ labels: ['warmth'], spans: at('warm') }], { path: 'export/visit.txt.json' }).counts.added,
      1,
    );
    const lost = plan([{ labels: ['warmth'], spans: at('warm') }], { path: 'other.txt' });
    assert.match(
      inWords(lost.problems[0]!.message),
      /No release of the corpus is other\.txt; what is in it \(1 annotation\)/,
    );
  });
});

describe('Import of labels', () => {
  it('are codes by id or by name, types by custom, else new codes', () => {
    const result = plan([
      { labels: ['warmth'], spans: at('warm') },
      { labels: ['WARM WORDS'], spans: at('welcome') },
      { labels: ['PER'], spans: at('Lavrov') },
      { labels: ['Farewell to guests'], spans: at('left') },
    ]);
    assert.deepEqual(
      result.labels.map(({ label, becomes }) => [label, becomes]),
      [
        ['warmth', 'warmth'],
        ['WARM WORDS', 'warmth'],
        ['PER', 'entity:person'],
        ['Farewell to guests', 'farewell-to-guests'],
      ],
    );
    assert.deepEqual(
      result.codes.map(({ code }) => [code.id, code.name]),
      [['farewell-to-guests', 'Farewell to guests']],
    );
    assert.equal(result.releases[0]!.annotations[2]!.entity, 'sergey-lavrov');
  });

  it('become what the map says', () => {
    const map = new Map([
      ['PER', 'warmth'],
      ['X', 'entity:place'],
      ['junk', ''],
    ]);
    const result = plan(
      [
        { labels: ['PER'], spans: at('warm') },
        { labels: ['X'], spans: at('Pyongyang') },
        { labels: ['junk'], spans: at('left') },
      ],
      {},
      { options: { map } },
    );
    assert.deepEqual(
      result.releases[0]!.annotations.map(({ codes, entity }) => [codes, entity]),
      [
        [['warmth'], undefined],
        [[], 'pyongyang'],
      ],
    );
    assert.equal(result.counts['left-out'], 1);
    assert.deepEqual(
      result.entities.map(({ id, type, name }) => [id, type, name]),
      [['pyongyang', 'place', 'Pyongyang']],
    );
  });

  it('bring the other tool’s codebook along, as a tree, without taking ids or keys that are there', () => {
    const codes = [
      {
        id: 'stance',
        name: 'Stance',
        examples: [],
        codes: [
          { id: 'w2', name: 'warm words', examples: [], codes: [] },
          { id: 'warmth', name: 'Other', examples: [], codes: [] },
        ],
      },
    ];
    const result = plan([{ labels: ['w2'], spans: at('warm') }], {}, {}, { codes });
    assert.deepEqual(only(result).codes, ['warmth']);
    assert.deepEqual(
      result.codes.map(({ code, parent }) => [code.id, parent]),
      [['stance', undefined]],
    );
  });

  it('go by the names that the other tool’s codebook gives them, in the preview and in the map', () => {
    const codes = [{ id: 'code', name: '감사', examples: [], codes: [] }];
    const read = [{ labels: ['code'], spans: at('warm') }];
    assert.deepEqual(plan(read, {}, {}, { codes }).labels, [{ label: '감사', becomes: 'code', count: 1 }]);
    const options = { map: new Map([['감사', 'warmth']]) };
    assert.deepEqual(only(plan(read, {}, { options }, { codes })).codes, ['warmth']);
  });

  it('bring retired codes along as retired', () => {
    const codes = [{ id: 'old', name: 'Old', examples: [], retired: true, codes: [] }];
    const source = importedCodebook('', plan([], {}, {}, { codes }));
    assert.equal(readCodebook(source).codebook!.codes[0]!.retired, true);
  });
});

describe('Import of entities', () => {
  it('finds them by Wikidata item, id or name, and makes those that are missing', () => {
    const result = plan([
      { labels: [], entity: { wikidata: 'Q58217' }, spans: at('Minister Lavrov') },
      { labels: [], entity: { wikidata: 'Q18808', type: 'place' }, spans: at('Pyongyang') },
    ]);
    assert.deepEqual(
      result.releases[0]!.annotations.map(({ entity }) => entity),
      ['sergey-lavrov', 'pyongyang'],
    );
    assert.equal(result.entities[0]!.wikidata, 'Q18808');
  });

  it('stores nothing that the recogniser says already', () => {
    const span = spanOf(text, 'Lavrov');
    const mentions: Mention[] = [
      { ...span, type: 'person', entity: 'sergey-lavrov', certain: true, reason: 'name' },
      { ...spanOf(text, 'Friday'), type: 'date', certain: true, reason: 'rule' },
    ];
    const result = plan(
      [
        { labels: ['PER'], spans: at('Lavrov') },
        { labels: ['DATE'], spans: at('Friday') },
        { labels: ['PER'], spans: at('Lavrov'), recognised: true },
      ],
      {},
      { mentions },
    );
    assert.equal(result.counts.recognised, 3);
    assert.deepEqual(result.releases[0]!.annotations, []);
  });
});

describe('Import into a sidecar that has annotations', () => {
  const existing: Annotation = {
    id: 'k7m2qp4d',
    codes: ['warmth'],
    target: [makeSelector(text, spanOf(text, 'warm welcome'))],
    note: 'mine',
  };

  it('knows what is there, by id or by place', () => {
    const result = plan(
      [
        { id: 'k7m2qp4d', labels: ['warmth'], spans: at('warm welcome') },
        { labels: ['warmth'], spans: at('warm welcome') },
      ],
      {},
      { annotations: [existing] },
    );
    assert.equal(result.counts['already-there'], 2);
  });

  it('puts what disagrees beside it, and never in its place', () => {
    const result = plan(
      [{ id: 'k7m2qp4d', labels: ['warmth'], spans: at('left') }],
      {},
      { annotations: [existing] },
    );
    const added = only(result);
    assert.notEqual(added.id, 'k7m2qp4d');
    assert.equal(added.conflict, 'k7m2qp4d');
    assert.equal(result.counts.conflict, 1);
  });

  it('changes no line of what was there, and writes where each came from', () => {
    const source = [
      'version: 1',
      'release: visit.txt',
      'annotations:',
      '  # the first',
      '  - id: k7m2qp4d',
      "    codes: ['warmth']   # mine",
      '    target:',
      '      - {start: 2, end: 14, quote: "warm welcome"}',
      '',
    ].join('\n');
    const result = plan(
      [{ labels: ['warmth'], spans: at('left'), note: 'a: b' }],
      {},
      { annotations: [existing] },
    );
    const after = importedSidecar(source, { name: 'visit.txt', text }, result.releases[0]!, result.origin);
    assert(after.startsWith(source), after);
    assert.match(after, /\n {4}origin: "?brat"?\n/);
    const annotations = readSidecar(after).sidecar!.annotations;
    assert.deepEqual(
      annotations.map(({ note, codes }) => [note, codes]),
      [
        [undefined, ['warmth']],
        ['a: b', ['warmth']],
      ],
    );
    assert.deepEqual(readSidecar(after).problems, []);
  });

  it('makes a sidecar, a codebook and a gazetteer where there is none', () => {
    const result = plan([
      { labels: ['Farewell'], spans: at('left') },
      { labels: ['LOC'], spans: at('Pyongyang') },
    ]);
    const sidecar = readSidecar(
      importedSidecar(undefined, { name: 'visit.txt', text }, result.releases[0]!, 'w3c'),
    );
    assert.equal(sidecar.sidecar!.annotations.length, 2);
    assert.deepEqual(sidecar.problems, []);
    assert.equal(readCodebook(importedCodebook('', result)).codebook!.codes[0]!.id, 'farewell');
    const gazetteer = readGazetteer(importedGazetteer('', result.entities)!);
    assert.deepEqual(gazetteer.problems, []);
    assert.deepEqual(
      gazetteer.entities.map(({ id, type }) => [id, type]),
      [['pyongyang', 'place']],
    );
    const longer = importedGazetteer(
      `# mine\nversion: 1\nentities:\n  - {id: a, type: place, name: A}`,
      result.entities,
    )!;
    assert.match(
      longer,
      /^# mine\nversion: 1\nentities:\n {2}- \{id: a, type: place, name: A\}\n {2}- id: pyongyang/,
    );
  });
});
