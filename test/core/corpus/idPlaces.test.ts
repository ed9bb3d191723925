import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import { readSidecar } from '../../../src/core/annotation/sidecar';
import { freeKeys, keysAt, valuesAt, writtenDays } from '../../../src/core/corpus/fileKeys';
import {
  codebookIds,
  gazetteerIds,
  idAt,
  idFault,
  renamesId,
  type IdPlace,
} from '../../../src/core/corpus/idPlaces';
import { sidecarIds } from '../../../src/core/corpus/sidecarIds';

const show = (source: string, places: readonly IdPlace[]): readonly string[] =>
  places.map(({ kind, id, role, span }) => {
    assert.equal(source.slice(span.start, span.end), id);
    return `${kind} ${id} ${role}`;
  });

const codebook = `version: 1
codes:
  - id: ties       # comment
    name: gratitude
    codes:
      - {id: "gratitude", name: Gratitude}
      - id: 'friendship'
        name: Friendship
`;

const gazetteer = `version: 1
entities:
  # people
  - id: ana-lind
    type: person
    name: Ana Lind
    offices:
      - {title: Minister, of: vestria}
      - title: Envoy
        of: "lindholm"
  - {id: vestria, type: place, name: Vestria, custom: {id: other, of: nobody}}
`;

const sidecar = `version: 1
release: a.txt
annotations:
  - id: aaaaaaaa
    codes: [gratitude, "friendship"]
    target: [{start: 0, end: 5, quote: gratitude}]
  # to be looked at
  - id: bbbbbbbb
    codes:
      - gratitude
    entity: vestria
    target:
      - start: 6
        end: 9
        quote: two
    note: gratitude
  - id: cccccccc
    entity: none
    target: [{start: 0, end: 5, quote: three}]
`;

describe('where ids stand', () => {
  it('in a codebook: at their codes', () => {
    assert.deepEqual(show(codebook, codebookIds(codebook)), [
      'code ties definition',
      'code gratitude definition',
      'code friendship definition',
    ]);
  });

  it('in a gazetteer: at their entities, and at offices', () => {
    assert.deepEqual(show(gazetteer, gazetteerIds(gazetteer)), [
      'entity ana-lind definition',
      'entity vestria reference',
      'entity lindholm reference',
      'entity vestria definition',
    ]);
  });

  it('in a gazetteer in brackets too', () => {
    const flow = '{version: 1, entities: [{id: a, type: person, name: A, offices: [{title: T, of: b}]}]}';
    assert.deepEqual(show(flow, gazetteerIds(flow)), ['entity a definition', 'entity b reference']);
  });

  it('in a sidecar: in codes and entities of annotations, with the annotation', () => {
    const places = sidecarIds(readSidecar(sidecar));
    assert.deepEqual(show(sidecar, places), [
      'code gratitude reference',
      'code friendship reference',
      'code gratitude reference',
      'entity vestria reference',
    ]);
    assert.equal(places[2]?.annotation?.id, 'bbbbbbbb');
  });

  it('in a sidecar in brackets, with line ends of Windows, or with a broken item', () => {
    const flow =
      '{version: 1, release: a.txt, annotations: [{id: aaaaaaaa, codes: [x, y], target: [{start: 0, end: 1, quote: a}]}]}';
    assert.deepEqual(show(flow, sidecarIds(readSidecar(flow))), ['code x reference', 'code y reference']);
    const windows = sidecar.replaceAll('\n', '\r\n');
    assert.equal(show(windows, sidecarIds(readSidecar(windows))).length, 4);
    const broken = sidecar.replace('start: 6', 'start: six');
    assert.equal(show(broken, sidecarIds(readSidecar(broken))).length, 4);
    assert.deepEqual(sidecarIds(readSidecar('<<<<<<< ours\n')), []);
  });

  it('in a sidecar laid out otherwise too, and a note that looks like a key misleads nobody', () => {
    const other = `version: 1
release: a.txt
annotations:
- entity: vestria
  codes:    [ 'a' ,b ]  # two
  id: aaaaaaaa
  note: |
    codes: [x]
  target: [{start: 0, end: 1, quote: "codes: [y]"}]
- id: bbbbbbbb
  codes: ["c, d", e]
  note: "long
    codes: [z]
    end"
  target: [{start: 0, end: 1, quote: a}]
-   codes: [f, f]
    id: cccccccc
    target: [{start: 0, end: 1, quote: a}]
`;
    const places = sidecarIds(readSidecar(other));
    assert.deepEqual(
      places.map(({ id, span }) => [id, other.slice(span.start, span.end)]),
      ['a', 'b', 'vestria', 'c, d', 'e', 'f', 'f'].map((id) => [id, id]),
    );
    assert.equal(new Set(places.map(({ span }) => span.start)).size, 7);
  });

  it('are found by id, and by where somebody looks', () => {
    const file = readSidecar(sidecar);
    assert.equal(sidecarIds(file, { id: 'gratitude' }).length, 2);
    const offset = sidecar.indexOf('"friendship"') + 4;
    assert.deepEqual(show(sidecar, sidecarIds(file, { offset })), ['code friendship reference']);
    assert.deepEqual(sidecarIds(file, { offset: sidecar.indexOf('quote: gratitude') + 8 }), []);
    assert.equal(idAt(codebookIds(codebook), codebook.indexOf('"gratitude"') + 1)?.id, 'gratitude');
    assert.equal(idAt(codebookIds(codebook), codebook.indexOf('name: gratitude') + 7), undefined);
  });

  it('can be given another name where YAML reads it as it is', () => {
    for (const id of ['thanks', 'thanks-2', 'Dank', '감사', 'a.b_c'])
      assert.equal(idFault('code', id), undefined, id);
    for (const id of ['', 'two words', 'true', 'no', '12', 'a: b', '#x', 'x]', '-x'])
      assert.equal(idFault('code', id), 'code-id', id);
    assert.equal(idFault('entity', 'ana-lind'), undefined);
    for (const id of ['none', 'Ana', '1', 'ana lind', ''])
      assert.equal(idFault('entity', id), 'entity-id', id);
  });
});

describe('what may be written in a file of the corpus', () => {
  it('keys, by where they stand', () => {
    const keys = (kind: Parameters<typeof keysAt>[0], ...path: string[]): readonly string[] =>
      keysAt(kind, path).map(({ key }) => key);
    assert.deepEqual(keys('codebook'), ['version', 'codes']);
    assert.ok(keys('codebook', 'codes', 'codes').includes('definition'));
    assert.ok(keys('gazetteer', 'entities', 'offices').includes('until'));
    assert.ok(keys('sidecar', 'annotations', 'target').includes('quote'));
    assert.deepEqual(keys('sidecar', 'nowhere'), []);
    for (const { help, key } of keysAt('project', [])) assert.ok(inWords(help).length > 5, key);
  });

  it('values, where they are not free', () => {
    assert.deepEqual(valuesAt('sidecar', ['annotations', 'codes']), { ids: 'code' });
    assert.deepEqual(valuesAt('gazetteer', ['entities', 'offices', 'of']), { ids: 'entity' });
    assert.deepEqual(valuesAt('codebook', ['codes', 'codes', 'retired']), { words: ['true', 'false'] });
    assert.equal(valuesAt('codebook', ['codes', 'name']), undefined);
    assert.deepEqual(valuesAt('gazetteer', ['entities', 'offices', 'from']), { kind: 'day' });
    assert.deepEqual(valuesAt('codebook', ['codes', 'codes', 'key']), { kind: 'freeKey' });
  });

  it('a day to the day, the month and the year; the keys that are free, digits first', () => {
    assert.deepEqual(writtenDays(new Date(2024, 2, 9, 23, 59)), ['2024-03-09', '2024-03', '2024']);
    const free = freeKeys(['1', 'a', undefined, '3']);
    assert.deepEqual(free.slice(0, 3), ['2', '4', '5']);
    assert.ok(!free.includes('a') && free.includes('b'));
    assert.equal(free.length, 33);
  });
});

describe('what is typed over a display name', () => {
  it('is another id where it looks like one and the name does not', () => {
    assert.equal(renamesId('entity', 'Ana Lind', 'ana-lindqvist'), true);
    assert.equal(renamesId('entity', 'Ana Lind', 'Ana Lindqvist'), false);
    assert.equal(renamesId('entity', 'Ana Lind', 'ana lindqvist'), false);
    assert.equal(renamesId('code', 'Gratitude', 'thanks'), true);
    assert.equal(renamesId('code', 'Gratitude', 'Thanks'), false);
    assert.equal(renamesId('code', 'Gratitude', 'thanks given'), false);
    assert.equal(renamesId('code', 'gratitude', 'thanks'), false, 'names in small letters stay names');
  });
});
