import assert from 'node:assert/strict';
import fc from 'fast-check';
import Papa from 'papaparse';
import { analyseRelease } from '../../../../src/core/corpus/analyseRelease';
import { CorpusIndex } from '../../../../src/core/corpus/corpusIndex';
import type { Arrangement } from '../../../../src/core/corpus/lines/arrangement';
import { plainArrangement } from '../../../../src/core/corpus/lines/arrangement';
import type { Line, LineHost } from '../../../../src/core/corpus/lines/lineList';
import { LineList } from '../../../../src/core/corpus/lines/lineList';
import type { LineTopic } from '../../../../src/core/corpus/lines/topic';
import { concordanceTable } from '../../../../src/core/formats/concordanceCsv';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';

const gazetteer = compileGazetteer([
  {
    id: 'sergey-lavrov',
    type: 'person',
    name: 'Sergey Lavrov',
    aliases: ['Sergei Lavrov'],
    offices: [],
  },
]);

const texts: Record<string, string> = {
  'b-talks.txt':
    'Talks\n\nPyongyang, October 20, 2023 (KCNA) -- 𝄞 “Sergey Lavrov” met his hosts, and Sergei Lavrov left.\n',
  'a-visit.txt': 'A Visit\r\n\r\nMoscow, January 21, 2024 (TASS) -- Today Sergei Lavrov arrived.\r\n',
  'undated.txt': 'Again Sergey Lavrov rested.\n',
  'other.txt': 'Others, March 3, 2024 (KCNA) -- Somebody else met his hosts.\n',
};

const sidecar = `version: 1
release: b-talks.txt
annotations:
  - id: k7m2qp4d
    codes: [meeting]
    target: [{start: ${[...texts['b-talks.txt']!].join('').indexOf('met') - 1}, end: ${texts['b-talks.txt']!.indexOf('hosts') + 4}, quote: met his hosts}]
`;

function corpus(): CorpusIndex {
  const index = new CorpusIndex();
  const stamp = { size: 1, mtime: 1 };
  for (const [path, text] of Object.entries(texts)) {
    const beside = path === 'b-talks.txt' ? { stamp, source: sidecar } : undefined;
    index.replace(analyseRelease({ path, stamp, text, sidecar: beside }, gazetteer, false));
  }
  return index;
}

interface CountingHost extends LineHost {
  readonly asked: string[];
}

function host(): CountingHost {
  const asked: string[] = [];
  return {
    asked,
    read: ({ path }) => {
      asked.push(path);
      return Promise.resolve(texts[path]);
    },
    now: () => performance.now(),
    yield: () => Promise.resolve(),
  };
}

const lavrov: LineTopic = { kind: 'subject', subject: 'sergey-lavrov' };

async function shown(
  topic: LineTopic,
  arrangement: Partial<Arrangement> = {},
  most?: number,
): Promise<readonly string[]> {
  const list = await LineList.of(corpus().view(), topic, host(), most === undefined ? {} : { most });
  return (await all(list, arrangement)).map(({ line }) => `${line.before}[${line.keyword}]${line.after}`);
}

async function all(list: LineList, arrangement: Partial<Arrangement> = {}): Promise<readonly Line[]> {
  const { lines } = await list.arrange({ ...plainArrangement, ...arrangement });
  return list.at(lines.slice(0, lines.length));
}

describe('the lines of a concordance', () => {
  it('are the mentions of an entity, by date; what has no date comes last', async () => {
    assert.deepEqual(await shown(lavrov), [
      'Pyongyang, October 20, 2023 (KCNA) -- 𝄞 “[Sergey Lavrov]” met his hosts, and Sergei Lavrov left.',
      'Pyongyang, October 20, 2023 (KCNA) -- 𝄞 “Sergey Lavrov” met his hosts, and [Sergei Lavrov] left.',
      'Moscow, January 21, 2024 (TASS) -- Today [Sergei Lavrov] arrived.',
      'Again [Sergey Lavrov] rested.',
    ]);
    assert.match((await shown(lavrov, { order: 'newest' }))[0]!, /arrived/);
    assert.match((await shown(lavrov, { order: 'newest' })).at(-1)!, /rested/);
    assert.match((await shown(lavrov, { order: 'file' }))[0]!, /arrived/);
  });

  it('by the words right of the keyword, left of it read backwards, and by the keyword', async () => {
    const after = await shown(lavrov, { order: 'after' });
    assert.deepEqual(
      after.map((line) => /\]\W*(\w+)/.exec(line)![1]),
      ['arrived', 'left', 'rested', 'met'],
    );
    const before = await shown(lavrov, { order: 'before' });
    assert.deepEqual(
      before.map((line) => /(\S*) ?\S?\[/.exec(line)![1]),
      ['Again', 'and', 'Today', '𝄞'],
    );
    assert.deepEqual(
      (await shown(lavrov, { order: 'keyword' })).map((line) => /\[(\w+)/.exec(line)![1]),
      ['Sergei', 'Sergei', 'Sergey', 'Sergey'],
    );
  });

  it('filtered by words, wherever they stand in the line or its headline, and by time', async () => {
    assert.equal((await shown(lavrov, { filter: 'HOSTS left' })).length, 2);
    assert.equal((await shown(lavrov, { filter: 'a visit' })).length, 1);
    assert.equal((await shown(lavrov, { filter: 'nobody' })).length, 0);
    assert.equal((await shown(lavrov, { period: '2023' })).length, 2);
    assert.equal((await shown(lavrov, { period: '2024-01' })).length, 1);
  });

  it('are the places of a phrase, or the passages with a code', async () => {
    assert.deepEqual((await shown({ kind: 'phrase', text: 'Met  his hosts' })).length, 2);
    assert.deepEqual(await shown({ kind: 'phrase', text: '…' }), []);
    assert.deepEqual(
      (await shown({ kind: 'code', code: 'meeting' })).map((line) => /\[(.*)\]/.exec(line)![1]),
      ['met his hosts'],
    );
  });

  it('read no text before a line of it is looked at', async () => {
    const counting = host();
    const list = await LineList.of(corpus().view(), lavrov, counting);
    const { lines } = await list.arrange(plainArrangement);
    assert.deepEqual(counting.asked, []);
    await list.at(lines.slice(0, 2));
    assert.deepEqual(counting.asked, ['b-talks.txt']);
    await all(list);
    assert.deepEqual([...counting.asked].sort(), ['a-visit.txt', 'b-talks.txt', 'undated.txt']);
  });

  it('of a later view take over what is the same', async () => {
    const index = corpus();
    const counting = host();
    const before = await LineList.of(index.view(), lavrov, counting);
    await all(before);
    const changed = { path: 'undated.txt', stamp: { size: 2, mtime: 2 }, text: texts['undated.txt']! };
    index.replace(analyseRelease(changed, gazetteer, false));
    counting.asked.length = 0;
    const after = await LineList.of(index.view(), lavrov, counting, { before });
    const lines = await all(after);
    assert.equal(lines.length, 4);
    assert.ok(lines.every(({ line }) => line.keyword.endsWith('Lavrov')));
    assert.deepEqual(counting.asked, ['undated.txt']);
  });

  it('of a phrase are told as they are found, and what was read of them is kept', async () => {
    const index = new CorpusIndex();
    const stamp = { size: 1, mtime: 1 };
    const text = 'Talks\n\nMoscow, May 3 (TASS) -- They met his hosts again.\n';
    for (let n = 0; n < 40; n++)
      index.replace(
        analyseRelease({ path: `r${String(n).padStart(2, '0')}.txt`, stamp, text }, gazetteer, false),
      );
    // Each look at the clock takes a second.
    let now = 0;
    const slow: LineHost = { ...host(), read: () => Promise.resolve(text), now: () => (now += 1000) };
    const seen: number[] = [];
    const list = await LineList.of(index.view(), { kind: 'phrase', text: 'met his hosts' }, slow, {
      grown: async (soFar) => {
        seen.push(soFar.length);
        const lines = await all(soFar);
        assert.ok(
          lines.length === soFar.length && lines.every(({ line }) => line.keyword === 'met his hosts'),
        );
      },
    });
    assert.equal(list.length, 40);
    assert.ok(seen.length > 1 && seen[0]! < 40, String(seen));
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      seen,
    );
    const gone: string[] = [];
    Object.assign(slow, { read: ({ path }: { path: string }) => Promise.resolve(void gone.push(path)) });
    const lines = await all(list);
    assert.ok(lines.slice(0, seen.at(-1)).every(({ line }) => line.keyword === 'met his hosts'));
  });

  it('of any corpus are all places of a subject, by date and then by file, whole or piece by piece', async () => {
    const release = fc.record({
      date: fc.constantFrom(undefined, '2023-10-20', '2024-01-21', '2024-01-22'),
      times: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(release, { maxLength: 12 }),
        fc.constantFrom('date', 'newest', 'file'),
        fc.constantFrom('', '2024', '2024-01-22'),
        async (releases, order, period) => {
          const index = new CorpusIndex();
          releases.forEach(({ date, times }, n) => {
            const mentions = Array.from({ length: times }, (_, i) => `${'Sergey Lavrov'} ${i}.`).join(' ');
            const facts = analyseRelease(
              { path: `${n % 3}/r${n}.txt`, stamp: { size: 1, mtime: 1 }, text: mentions },
              gazetteer,
              false,
            );
            index.replace({ ...facts, metadata: date === undefined ? {} : { date } });
          });
          const list = await LineList.of(index.view(), lavrov, host());
          const { lines } = await list.arrange({ ...plainArrangement, order, period });
          const expected = releases
            .flatMap(({ date, times }, n) =>
              times > 0 ? [{ date: date ?? '', times, path: `${n % 3}/r${n}.txt` }] : [],
            )
            .filter(({ date }) => date.startsWith(period))
            .sort((a, b) => (a.path < b.path ? -1 : 1));
          if (order !== 'file') {
            const rank = (date: string): string => (date === '' ? '~' : date);
            const sign = order === 'newest' ? -1 : 1;
            expected.sort((a, b) =>
              a.date === b.date
                ? 0
                : a.date === '' || b.date === ''
                  ? rank(a.date) < rank(b.date)
                    ? -1
                    : 1
                  : sign * (a.date < b.date ? -1 : 1),
            );
          }
          const paths = expected.flatMap(({ path, times }) => Array<string>(times).fill(path));
          const places = async (from: number, count: number) =>
            (await list.at(lines.slice(from, count))).map(({ place }) => place);
          const whole = await places(0, lines.length);
          assert.deepEqual(
            whole.map(({ release: { path } }) => path),
            paths,
          );
          const middle = Math.floor(paths.length / 2);
          assert.deepEqual([...(await places(0, middle)), ...(await places(middle, 999))], whole);
          const counted = [...list.counts()].reduce((sum, { count }) => sum + count, 0);
          assert.equal(counted, list.length);
        },
      ),
    );
  });

  it('that would need too many texts are left out, and counted', async () => {
    const list = await LineList.of(corpus().view(), lavrov, host(), { most: 2 });
    const { lines, left } = await list.arrange({ ...plainArrangement, order: 'after' });
    assert.deepEqual([lines.length, left], [2, 2]);
    assert.equal((await list.arrange(plainArrangement)).left, 0);
  });

  it('are empty where the text has become shorter meanwhile, or is gone', async () => {
    const gone = { ...host(), read: () => Promise.resolve(undefined) };
    const list = await LineList.of(corpus().view(), lavrov, gone);
    assert.ok((await list.at([0])).every(({ line }) => line.keyword === ''));
  });

  it('as a table name files, dates and offsets in code points of the text with LF', async () => {
    const list = await LineList.of(corpus().view(), lavrov, host());
    const table = concordanceTable(await all(list));
    const { data } = Papa.parse<Record<string, string>>(table, { header: true, skipEmptyLines: true });
    assert.equal(data.length, 4);
    for (const row of data) {
      const points = [...texts[row['file']!]!.replaceAll('\r\n', '\n')];
      const quote = points.slice(Number(row['start']), Number(row['end'])).join('');
      assert.equal(quote, row['keyword']);
    }
    assert.deepEqual(
      data.map(({ file, date }) => `${file} ${date}`),
      ['b-talks.txt 2023-10-20', 'b-talks.txt 2023-10-20', 'a-visit.txt 2024-01-21', 'undated.txt '],
    );
    assert.match(data[0]!['before']!, /𝄞 “$/);
    assert.equal(concordanceTable([], '\t').split('\t').length, 8);
  });
});
