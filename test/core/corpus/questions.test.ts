import assert from 'node:assert/strict';
import { analyseRelease } from '../../../src/core/corpus/analyseRelease';
import { CorpusIndex } from '../../../src/core/corpus/corpusIndex';
import type { CorpusView } from '../../../src/core/corpus/corpusView';
import { findSubjects } from '../../../src/core/corpus/findSubjects';
import { codesAround } from '../../../src/core/corpus/questions/codesAround';
import { coMentions } from '../../../src/core/corpus/questions/coMentions';
import {
  codesByFrequency,
  entitiesByFrequency,
  subjectsByType,
  unlistedByFrequency,
} from '../../../src/core/corpus/questions/frequencies';
import { mentionsOf } from '../../../src/core/corpus/questions/mentionsOf';
import { NamesSeen } from '../../../src/core/corpus/questions/namesSeen';
import { subjectProfile } from '../../../src/core/corpus/questions/subjectProfile';
import { timeline } from '../../../src/core/corpus/questions/timeline';
import { placesOf, unlistedNames } from '../../../src/core/corpus/questions/unlistedNames';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { Entity } from '../../../src/core/recognition/entity';

const entity = (id: string, type: string, name: string): Entity => ({
  id,
  type,
  name,
  aliases: [],
  offices: [],
});
const gazetteer = compileGazetteer([
  { ...entity('sergey-lavrov', 'person', 'Sergey Lavrov'), aliases: ['Sergei Lavrov'] },
  entity('choe-son-hui', 'person', 'Choe Son Hui'),
  entity('pyongyang', 'place', 'Pyongyang'),
  entity('moscow', 'place', 'Moscow'),
]);

const releases: Record<string, { text: string; codes?: Record<string, [quote: string, codes: string]> }> = {
  '2023-10-20-talks.txt': {
    text: 'Pyongyang, October 20 (KCNA) -- Sergey Lavrov met Choe Son Hui in Pyongyang.\n\nMoscow was pleased.\n',
    codes: {
      k7m2qp4d: ['Sergey Lavrov met Choe Son Hui', 'meeting'],
      w3x9a1bz: ['Moscow was pleased', 'gratitude, meeting'],
    },
  },
  '2024-01-21-visit.txt': {
    text: 'Moscow, January 21 -- Choe Son Hui and Sergei Lavrov spoke. Sergey Lavrov thanked Choe Son Hui.\n',
    codes: { abcdefgh: ['thanked Choe Son Hui', 'gratitude'] },
  },
  '2024-02-01-home.txt': { text: 'Pyongyang, February 1 (KCNA) -- Choe Son Hui came home.\n' },
  'undated.txt': { text: 'Sergey Lavrov rested.\n' },
};

function view(): CorpusView {
  const index = new CorpusIndex();
  const stamp = { size: 1, mtime: 1 };
  for (const [path, { text, codes }] of Object.entries(releases)) {
    const items = Object.entries(codes ?? {}).map(([id, [quote, given]]) => {
      const start = text.indexOf(quote);
      return `  - id: ${id}\n    codes: [${given}]\n    target: [{start: ${start}, end: ${start + quote.length}, quote: ${quote}}]\n`;
    });
    const source = `version: 1\nrelease: ${path}\nannotations:\n${items.join('')}`;
    const sidecar = codes && { stamp, source };
    index.replace(analyseRelease({ path, stamp, text, sidecar }, gazetteer, false));
  }
  return index.view();
}

describe('questions to the corpus', () => {
  const corpus = view();

  it('subjects by type are those by frequency', () => {
    const corpus = view();
    for (const [type, { listed, unlisted }] of subjectsByType(corpus)) {
      for (const [ranked, all] of [
        [listed, entitiesByFrequency(corpus, type)],
        [unlisted, unlistedByFrequency(corpus, type)],
      ] as const) {
        assert.equal(ranked.length, all.length);
        for (const limit of [1, 2, all.length, 5000])
          assert.deepEqual(ranked.first(limit), all.slice(0, limit));
        const [first] = all;
        assert.deepEqual(ranked.matching((subject) => subject !== first?.subject).first(9), all.slice(1, 10));
      }
    }
    assert.ok([...subjectsByType(corpus).keys()].includes('person'));
  });

  it('who is mentioned how often', () => {
    assert.deepEqual(entitiesByFrequency(corpus, 'person'), [
      { subject: 'choe-son-hui', type: 'person', count: 4, releases: 3 },
      { subject: 'sergey-lavrov', type: 'person', count: 4, releases: 3 },
    ]);
    assert.deepEqual(
      entitiesByFrequency(corpus, 'place').map(({ subject, count }) => [subject, count]),
      [
        ['pyongyang', 3],
        ['moscow', 2],
      ],
    );
    assert.ok(unlistedByFrequency(corpus, 'date').some(({ subject }) => subject === '?date:2024-01-21'));
  });

  it('where an entity is mentioned, release by release', () => {
    assert.deepEqual(
      [...mentionsOf(corpus, 'sergey-lavrov')].map(({ release, mentions }) => [
        release.path,
        mentions.length,
      ]),
      [
        ['2023-10-20-talks.txt', 1],
        ['2024-01-21-visit.txt', 2],
        ['undated.txt', 1],
      ],
    );
    const [first] = mentionsOf(corpus, 'sergey-lavrov');
    const { start, end } = first!.mentions[0]!;
    assert.equal(releases[first!.release.path]!.text.slice(start, end), 'Sergey Lavrov');
  });

  it('who appears with whom', () => {
    const inParagraph = coMentions(corpus, 'sergey-lavrov', 'paragraph').filter(
      ({ type }) => type !== 'date',
    );
    assert.deepEqual(
      inParagraph.slice(0, 2).map(({ subject, count, releases }) => [subject, count, releases]),
      [
        ['choe-son-hui', 2, 2],
        ['pyongyang', 1, 1],
      ],
    );
    assert.ok(
      !inParagraph.some(({ subject }) => subject === 'moscow'),
      'the dateline and the next paragraph are apart',
    );
    assert.deepEqual(
      coMentions(corpus, 'sergey-lavrov', 'paragraph', 1).map(({ subject }) => subject),
      ['choe-son-hui'],
    );
    const inRelease = coMentions(corpus, 'sergey-lavrov', 'release');
    assert.deepEqual(
      inRelease.filter(({ type }) => type === 'place').map(({ subject, releases }) => [subject, releases]),
      [
        ['moscow', 2],
        ['pyongyang', 1],
      ],
    );
  });

  it('an entity at a glance: how often, since when, with whom', () => {
    const steps = subjectProfile(corpus, 'sergey-lavrov', 2);
    const seen: string[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) seen.push(step.value.path);
    assert.deepEqual(seen, ['2023-10-20-talks.txt', '2024-01-21-visit.txt', 'undated.txt']);
    const { count, releases, first, last, companions } = step.value;
    assert.deepEqual([count, releases], [4, 3]);
    assert.deepEqual([first?.date, last?.date], ['2023-10-20', '2024-01-21']);
    assert.deepEqual(
      companions.map(({ subject }) => subject),
      ['choe-son-hui', 'pyongyang'],
    );
    assert.deepEqual(subjectProfile(corpus, 'nobody', 2).next(), {
      done: true,
      value: { count: 0, releases: 0, companions: [] },
    });
  });

  it('how an entity is written, as far as the texts are those of the index', () => {
    const names = new NamesSeen(corpus, 'sergey-lavrov');
    for (const { release } of corpus.releasesWith('sergey-lavrov'))
      names.add(release, releases[release.path]!.text);
    assert.deepEqual(names.names(), ['Sergey Lavrov', 'Sergei Lavrov']);
    const changed = new NamesSeen(corpus, 'sergey-lavrov');
    for (const { release } of corpus.releasesWith('sergey-lavrov')) changed.add(release, 'Short.');
    assert.deepEqual(changed.names(), []);
  });

  it('what passages around an entity are tagged with', () => {
    assert.deepEqual(codesAround(corpus, 'choe-son-hui'), [
      { code: 'gratitude', covering: 1, count: 1, releases: 1 },
      { code: 'meeting', covering: 1, count: 1, releases: 1 },
    ]);
    assert.deepEqual(codesAround(corpus, 'sergey-lavrov'), [
      { code: 'meeting', covering: 1, count: 1, releases: 1 },
      { code: 'gratitude', covering: 0, count: 1, releases: 1 },
    ]);
    assert.deepEqual(codesByFrequency(corpus), [
      { code: 'gratitude', count: 2, releases: 2 },
      { code: 'meeting', count: 2, releases: 1 },
    ]);
  });

  it('how often an entity or a code comes up over time', () => {
    assert.deepEqual(timeline(corpus, 'sergey-lavrov', 'year'), [
      { period: '', count: 1, releases: 1 },
      { period: '2023', count: 1, releases: 1 },
      { period: '2024', count: 2, releases: 1 },
    ]);
    assert.deepEqual(
      timeline(corpus, '#gratitude', 'month').map(({ period }) => period),
      ['2023-10', '2024-01'],
    );
  });

  it('whom a word means', () => {
    const subjects = (wanted: string): readonly string[] => findSubjects(wanted, gazetteer.entities, corpus);
    assert.deepEqual(subjects('choe-son-hui'), ['choe-son-hui']);
    assert.deepEqual(subjects('CHOE  SON HUI'), ['choe-son-hui']);
    assert.deepEqual(subjects('sergei lavrov'), ['sergey-lavrov']);
    assert.deepEqual(subjects('2024-01-21'), ['?date:2024-01-21']);
    assert.deepEqual(subjects('nobody'), []);
  });

  it('names to suggest as entities, and where they stand first', () => {
    const index = new CorpusIndex();
    const stamp = { size: 1, mtime: 1 };
    const add = (path: string, text: string): void =>
      index.replace(analyseRelease({ path, stamp, text }, gazetteer, false));
    add('a.txt', 'Mr. Gzorn Qwirkle met Ms. Bodo Krang in Moscow. Mr. Zvornik left on January 5, 2024.\n');
    add('b.txt', 'Sergey Lavrov saw Mr. Gzorn Qwirkle.\n');
    const names = unlistedNames(index.view(), [], 10);
    assert.deepEqual(
      names.map(({ subject, count, releases }) => [subject, count, releases]),
      [
        ['?person:gzorn qwirkle', 2, 2],
        ['?person:bodo krang', 1, 1],
      ],
    );
    const places = [...placesOf(index.view(), names[0]!.subject)];
    assert.deepEqual(
      places.map(({ release, mention }) => [release.path, mention.start]),
      [
        ['a.txt', 4],
        ['b.txt', 22],
      ],
    );
    assert.deepEqual(unlistedNames(index.view(), ['Gzorn QWIRKLE', 'Bodo Krang'], 10), []);
    assert.equal(unlistedNames(index.view(), [], 1).length, 1);
  });

  it('lines and positions without reading the file', () => {
    const release = corpus.release('2023-10-20-talks.txt')!;
    assert.deepEqual(corpus.lineStarts(release), [0, 77, 78, 98]);
    assert.equal(release.date, '2023-10-20');
  });
});
