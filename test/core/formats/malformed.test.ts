import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import fc from 'fast-check';
import type { Format, SourceFile } from '../../../src/core/formats/format';
import { readFiles } from '../../../src/core/formats/readFiles';
import { formatById, formats } from '../../../src/core/formats/registry';
import { corpus } from './support/arbitraries';
import { exportFiles } from './support/roundTrip';
import { sample } from './support/sample';

function file(path: string, content: string): SourceFile {
  return { path, content: Buffer.from(content, 'utf8') };
}

/** What `read` says of a file of its own that somebody has spoilt. */
function problemsOf(id: string, ...files: readonly SourceFile[]): string[] {
  const { problems } = formatById(id)!.read!(files);
  return problems.map(
    ({ file: path, line, message }) => `${path}${line === undefined ? '' : `:${line}`} ${inWords(message)}`,
  );
}

describe('A malformed file', () => {
  const cases: readonly [id: string, file: SourceFile, problem: RegExp][] = [
    [
      'csv',
      file('a.csv', 'file,start,end,codes\nx.txt,1,2,a\nx.txt,three,4,b\n'),
      /^a\.csv:3 Start and end must be/,
    ],
    [
      'csv',
      file('a.csv', 'file,start,end,note\nx.txt,1,2,"two\nlines"\nx.txt,5,4,\n'),
      /^a\.csv:4 The passage ends/,
    ],
    ['w3c', file('a.jsonld', '{\n"type": "Annotation",\n"target": }'), /^a\.jsonld:3 No valid JSON/],
    [
      'w3c',
      file('a.jsonld', '[{"type":"Annotation","target":"http://x/y"}]'),
      /^a\.jsonld Annotation 1: its target is no part/,
    ],
    ['brat', file('a.ann', 'T1\tPER 0 4\tText\nT2 PER 0 4\n'), /^a\.ann:2 This is no text-bound annotation/],
    ['brat', file('a.ann', 'T1\tPER 4 4\t\n'), /^a\.ann:1 The passage ends before/],
    [
      'brat',
      file('a.ann', 'T1\tPER 0 4\tText\nR1\tOrg Arg1:T1 Arg2:T1\n'),
      /^a\.ann:2 Relations and events have no place/,
    ],
    ['refi-qda', file('a.qdpx', 'no zip'), /^a\.qdpx This zip cannot be opened/],
    ['refi-qdc', file('a.qdc', '<CodeBook>\n<Codes>\n</CodeBook>'), /^a\.qdc:3 No valid XML/],
    ['webanno-tsv', file('a.tsv', '1-1\t0-3\tone\n'), /^a\.tsv:1 The file does not begin with/],
    [
      'webanno-tsv',
      file('a.tsv', '#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Y|v\n\n\n#Text=one\n1-1\t0-3\tone\n'),
      /^a\.tsv:6 A token line has/,
    ],
    ['cas-json', file('a.json', '{"a": 1}'), /^a\.json:1 There is no %FEATURE_STRUCTURES/],
    ['xmi', file('a.xmi', '<xmi:XMI>\n<a>\n</xmi:XMI>'), /^a\.xmi:3 No valid XML/],
    ['conll2003', file('a.conll', 'EU X X B-ORG\nrejects\n'), /^a\.conll:2 “rejects” is no token/],
    ['conllu', file('a.conllu', '# newdoc\n1\tEU\t_\n'), /^a\.conllu:2 A token has ten columns/],
    ['spacy', file('a.jsonl', '{"text":"a b","spans":[]}\n{"text": \n'), /^a\.jsonl:2 No valid JSON/],
    [
      'spacy',
      file('a.jsonl', '{"text":"a b","spans":[{"start":2,"end":1,"label":"X"}]}'),
      /^a\.jsonl:1 In task 1, a span from 2 to 1/,
    ],
    ['doccano', file('a.jsonl', '{"no":"text"}'), /^a\.jsonl:1 A task is an object with a “text”/],
    ['label-studio', file('a.json', '[{"data":{}}]'), /^a\.json Task 1 has no text/],
  ];
  for (const [id, spoilt, problem] of cases) {
    it(`of ${id} is told with its place: ${problem.source}`, () => {
      const problems = problemsOf(id, spoilt);
      assert(
        problems.some((told) => problem.test(told)),
        problems.join('\n') || 'no problem was told',
      );
    });
  }

  it('in UTF-16 is read by its byte-order mark; one in Latin-1 is told', () => {
    const utf16 = { path: 'a.csv', content: Buffer.from('\ufefffile,start,end\nx.txt,1,2\n', 'utf16le') };
    assert.equal(formatById('csv')!.read!([utf16]).documents.length, 1);
    const latin1 = { path: 'a.csv', content: Buffer.from('file,start,end,note\nx.txt,1,2,\xe9\n', 'latin1') };
    assert.match(problemsOf('csv', latin1)[0]!, /^a\.csv:1 This is not UTF-8/);
  });

  it('costs only what is wrong in it', () => {
    const ann = 'T1\tPER 0 4\tText\nnonsense\nT2\tORG 5 8\tabc\n';
    const { documents } = formatById('brat')!.read!([file('a.ann', ann)]);
    assert.deepEqual(
      documents[0]!.annotations.map(({ labels }) => labels),
      [['PER'], ['ORG']],
    );
  });
});

describe('Files that were cut, mixed up or scribbled on', () => {
  const readable = formats.filter(
    (format): format is Format & Required<Pick<Format, 'read'>> => format.read !== undefined,
  );
  for (const format of readable) {
    it(`is told of where nothing of it is ${format.id}`, () => {
      for (const [name, content] of [
        ['table', 'foo,bar\n1,2\n'],
        ['object', '{}'],
        ['element', '<a/>'],
      ] as const) {
        const { problems } = readFiles(format, [file(`${name}${format.extensions[0]!}`, content)]);
        assert.ok(problems.length > 0, `${name} read as ${format.id}`);
      }
    });

    it(`never make ${format.id} throw`, async () => {
      const exported = await Promise.all(
        [sample, ...fc.sample(corpus, { numRuns: 4, seed: 11 })].map(
          async (any) => (await exportFiles(format, any)).files,
        ),
      );
      const spoil = fc.record({
        files: fc.constantFrom(...exported),
        cut: fc.double({ min: 0, max: 1, noNaN: true }),
        at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
        put: fc.constantFrom(
          '\n',
          '\t',
          '"',
          '{',
          ']',
          '<',
          '&',
          '\\',
          '|',
          '-',
          '9',
          'x',
          '\0',
          '\ud800',
          '[1]',
          ';',
        ),
      });
      fc.assert(
        fc.property(spoil, ({ files, cut, at, put }) => {
          const spoilt = files.map(({ path, content }) => {
            const text = Buffer.from(content).toString('latin1');
            const kept = text.slice(0, Math.ceil(text.length * (cut < 0.3 ? 1 - cut : 1)));
            const scribbled = at.reduce((so, where) => {
              const index = Math.floor(where * so.length);
              return so.slice(0, index) + put + so.slice(index + (where > 0.5 ? 1 : 0));
            }, kept);
            return { path, content: Buffer.from(scribbled, 'latin1') };
          });
          const { documents } = format.read(spoilt);
          for (const { annotations } of documents) {
            for (const { spans } of annotations) {
              assert(spans.length > 0);
              for (const { start = 0, end = 1 } of spans) assert(start >= 0 && end > start);
            }
          }
        }),
        { numRuns: 120 },
      );
    });
  }
});
