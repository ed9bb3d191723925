import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import fc from 'fast-check';
import { readCodebook } from '../../../src/core/annotation/codebookFile';
import { readSidecar } from '../../../src/core/annotation/sidecar';
import { jsonSchemas } from '../../../src/core/corpus/jsonSchemas';
import { readProject } from '../../../src/core/corpus/project';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import type { Problem } from '../../../src/core/text/problem';
import { renderEntry } from '../../../src/core/yaml/render';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const samples: Readonly<Record<string, Json>> = {
  annotations: {
    version: 1,
    release: 'a.txt',
    text: { length: 3, sha256: 'ab'.repeat(32) },
    annotations: [
      {
        id: 'k7m2qp4d',
        codes: ['x'],
        entity: 'none',
        target: [{ start: 1, end: 2, quote: 'q', prefix: 'p', suffix: 's' }],
        note: 'n',
        author: 'ana',
        created: '2026-11-21T17:00:00Z',
        modified: '2026-11-21',
        conflict: 'w3x9a1bz',
      },
      { id: 'w3x9a1bz', target: [{ start: 5, end: 9, quote: 'r' }] },
    ],
  },
  codebook: {
    version: 1,
    codes: [
      {
        id: 'a',
        name: 'A',
        definition: 'd',
        examples: ['e'],
        color: '#3b82f6',
        key: 1,
        retired: false,
        codes: [{ id: 'b', name: 'B', key: 'g' }],
      },
    ],
  },
  entities: {
    version: 1,
    entities: [
      {
        id: 'examplia',
        type: 'place',
        name: 'Examplia',
        family: 'E',
        aliases: ['Ex'],
        demonyms: ['Exan'],
        offices: [{ title: 'Minister', of: 'x', from: '2004-03-09', until: 2010 }],
        wikidata: 'Q12',
        description: 'd',
        date: '2023-09-13/2023-09-17',
      },
    ],
  },
  pressmark: {
    version: 1,
    releases: ['**/*.txt'],
    detection: 'auto',
    gazetteers: ['a/b.yaml'],
    builtinGazetteer: true,
    codebook: 'c.yaml',
    sidecars: 'annotations/',
    rules: { 'sidecar/stale-quote': 'off' },
  },
};

const problemsOf: Readonly<Record<string, (source: string) => readonly Problem[]>> = {
  annotations: (source) => readSidecar(source).problems,
  codebook: (source) => readCodebook(source).problems,
  entities: (source) => readGazetteer(source).problems,
  pressmark: (source) => readProject(source).problems,
};

/** What a schema can know of: not that something is there twice. */
const isFormal = (problem: Problem): boolean => !/\/duplicate-/.test(problem.rule);

const other: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    '',
    'x',
    'none',
    'k7m2qp4d',
    'K7',
    '#fff',
    '#ABCDEF',
    '2024',
    '2024-01',
    '2024-13-99',
    '2024-01-21T10:00',
    'Q0',
    'Q7',
    '../x',
    '/x',
    'a/../b',
    'a..b',
    'C:x',
    0,
    1,
    2,
    -1,
    1.5,
    9,
    10,
    2024,
    1e20,
    true,
    false,
    null,
    [],
    {},
    [null],
    [''],
    ['x'],
    [1],
    { a: 1 },
  ),
  fc.string({ maxLength: 3 }),
  fc.integer(),
) as fc.Arbitrary<Json>;

/** A document with one place of it changed, taken away, or given a further key. */
function mutated(document: Json, steps: readonly number[], value: Json, how: number): Json {
  if (typeof document !== 'object' || document === null || steps.length === 0) return value;
  const [step = 0, ...rest] = steps;
  if (Array.isArray(document)) {
    if (document.length === 0) return value;
    const index = step % document.length;
    if (rest.length === 0 && how === 1) return document.toSpliced(index, 1);
    return document.with(index, mutated(document[index]!, rest, value, how));
  }
  const entries = Object.entries(document);
  if (entries.length === 0 || (rest.length === 0 && how === 2)) return { ...document, further: value };
  const [key, child] = entries[step % entries.length]!;
  if (rest.length === 0 && how === 1) return Object.fromEntries(entries.filter(([name]) => name !== key));
  return { ...document, [key]: mutated(child, rest, value, how) };
}

describe('The JSON Schemas', () => {
  const schemas = jsonSchemas();
  const folder = join(__dirname, '../../../schemas');

  for (const [name, schema] of Object.entries(schemas)) {
    it(`${name}: the file is up to date`, () => {
      const text = readFileSync(join(folder, `${name}.schema.json`), 'utf8');
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(schema)), 'run `npm run schemas`');
    });

    it(`${name}: accepts and rejects what the program does`, () => {
      const validate = new Ajv({ allErrors: false }).compile(schema);
      const accepts = (document: Json): [boolean, boolean] => {
        const block =
          typeof document === 'object' &&
          document !== null &&
          !Array.isArray(document) &&
          Object.keys(document).length > 0;
        const json = JSON.stringify(document);
        const sources = block
          ? [
              json,
              Object.entries(document)
                .map(([key, value]) => renderEntry(key, value, { indent: 0, eol: '\n' }) + '\n')
                .join(''),
            ]
          : [json];
        const verdicts = sources.map((source) => problemsOf[name]!(source).filter(isFormal).length === 0);
        assert.equal(new Set(verdicts).size, 1, `in any layout: ${json}`);
        return [validate(document), verdicts[0]!];
      };
      assert.deepEqual(accepts(samples[name]!), [true, true]);
      let accepted = 0;
      let rejected = 0;
      fc.assert(
        fc.property(
          fc.array(fc.array(fc.nat(20), { maxLength: 6 }), { minLength: 1, maxLength: 2 }),
          other,
          fc.nat(2),
          (places, value, how) => {
            const document = places.reduce<Json>(
              (current, place) => mutated(current, place, value, how),
              samples[name]!,
            );
            if (document === null) return;
            const [schemaSays, programSays] = accepts(document);
            assert.equal(programSays, schemaSays, JSON.stringify(document));
            if (schemaSays) accepted++;
            else rejected++;
          },
        ),
        { numRuns: 1500 },
      );
      assert.ok(accepted > 100 && rejected > 100, `${accepted} accepted, ${rejected} rejected`);
    });
  }
});
