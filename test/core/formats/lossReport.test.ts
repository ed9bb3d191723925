import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { brat } from '../../../src/core/formats/brat/brat';
import type { Feature } from '../../../src/core/formats/capabilities';
import { conll2003 } from '../../../src/core/formats/conll/conll';
import { csv } from '../../../src/core/formats/csv/csv';
import { fitDocument } from '../../../src/core/formats/fitDocument';
import { formatLossReport, lossReportJson } from '../../../src/core/formats/lossReport';
import { formats } from '../../../src/core/formats/registry';
import { surveyCorpus } from '../../../src/core/formats/survey';
import { corpus } from './support/arbitraries';
import { sentence } from '../../../src/core/text/message';
import { sample } from './support/sample';

describe('A loss report', () => {
  it('says what is left out, how often, and where', async () => {
    const { report } = await surveyCorpus(conll2003, sample);
    assert.deepEqual(
      report.losses.map(({ feature, handling, count }) => [feature, handling, count]),
      [
        ['discontinuous', 'approximated', 1],
        ['overlapping', 'dropped', 2],
        ['line-crossing', 'approximated', 1],
        ['several-codes', 'dropped', 1],
        ['identity', 'dropped', 2],
        ['note', 'dropped', 1],
        ['author', 'dropped', 2],
        ['time', 'dropped', 1],
        ['id', 'dropped', 1],
        ['metadata', 'dropped', 1],
        ['code-tree', 'dropped', 1],
        ['code-definition', 'dropped', 1],
        ['code-example', 'dropped', 1],
        ['code-color', 'dropped', 1],
        ['code-key', 'dropped', 1],
        ['unused-code', 'dropped', 2],
        ['spacing', 'approximated', 1],
      ],
    );
    const [note] = report.losses.filter(({ feature }) => feature === 'note');
    assert.deepEqual(note!.examples, [
      { path: 'mfa/2024-01-21-visit.txt', start: 4, end: 35, what: 'warm welcome awaited the guests' },
    ]);
  });

  it('parts what is gone from what only Pressmark will see', async () => {
    const { report } = await surveyCorpus(brat, sample);
    const text = formatLossReport(report);
    assert.match(text, /^brat: 1 release, 3 annotations, 2 recognised mentions\n/);
    assert.match(text, /\n- Left out: definitions of codes \(1\)\n {4}Warmth: Friendly words\n/);
    assert.match(
      text,
      /\n- Kept in the file for Pressmark, not shown by the target’s tools: authors \(2\)\n/,
    );
  });

  it('speaks the reader’s language', async () => {
    const bundle = join(__dirname, '../../../l10n/bundle.l10n.ru.json');
    const russian = JSON.parse(readFileSync(bundle, 'utf8')) as Readonly<Record<string, string>>;
    const { report } = await surveyCorpus(brat, sample);
    const text = formatLossReport(report, (pattern) => russian[pattern] ?? pattern);
    assert.match(text, /^brat: 1 релиз, аннотаций: 3, распознанных упоминаний: 2\n/);
    assert.match(text, /\n- Пропущено: определения кодов \(1\)\n {4}Warmth: Friendly words\n/);
  });

  it('is written in English, sentences as text', async () => {
    const unheld = [{ feature: 'unreadable' as const, what: sentence('{0}: {1}', 'codebook.yaml', 'no id') }];
    const { report } = await surveyCorpus(brat, { ...sample, unheld });
    const { losses } = lossReportJson(report) as {
      losses: { message: string; examples: { what: string }[] }[];
    };
    assert.match(losses[0]!.message, /^Left out: what is faulty in sidecars and the codebook/);
    assert.deepEqual(losses[0]!.examples, [{ what: 'codebook.yaml: no id' }]);
  });

  it('is short where nothing is lost', async () => {
    const bare = { ...sample, documents: [] };
    assert.match(formatLossReport((await surveyCorpus(csv, bare)).report), /\nNothing is lost\.$/);
  });

  it('has a line for whatever a format does not hold of a document, in any format', async () => {
    const property = fc.asyncProperty(corpus, async (any) => {
      for (const format of formats) {
        const { report } = await surveyCorpus(format, any);
        const lossy = new Set<Feature>(
          report.losses.filter(({ handling }) => handling !== 'carried').map(({ feature }) => feature),
        );
        const isChanged = any.documents.some((document) => {
          const fitted = fitDocument(document, format.capabilities);
          return JSON.stringify(fitted) !== JSON.stringify(document);
        });
        if (isChanged) assert(lossy.size > 0, `${format.id} changed a document without a word`);
      }
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
