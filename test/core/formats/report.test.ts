import assert from 'node:assert/strict';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { html } from '../../../src/core/formats/report/html';
import { markdown } from '../../../src/core/formats/report/markdown';
import { barChart } from '../../../src/core/formats/report/plots';
import type { ExportDocument } from '../../../src/core/formats/exportModel';
import { corpus } from './support/arbitraries';
import { exportFiles, textOf } from './support/roundTrip';
import { sample, spanOf } from './support/sample';

const evil = '<script>alert(1)</script> [a](javascript:x) `b` | c';

/** The sample with a passage, a note, a code and a file name that would be markup if they were not escaped. */
const hostile = {
  ...sample,
  codebook: { codes: [{ id: 'warmth', name: evil, definition: evil, examples: [evil], codes: [] }] },
  documents: [
    {
      path: `${evil.replaceAll('/', '-')}.txt`,
      text: evil,
      metadata: {},
      regions: [],
      annotations: [
        { id: 'aaaaaaaa', codes: ['warmth'], spans: [spanOf(evil, evil)], note: evil, author: evil },
      ],
    },
  ],
};

describe('The Markdown report', () => {
  it('has passages by code with sources, counts and bars', async () => {
    const { files } = await exportFiles(markdown, sample);
    const report = textOf(files, 'sample.md');
    assert.match(report, /\| &emsp;Warmth \| 2 \| 1 \| █{24} \|/);
    assert.match(
      report,
      /#### Warmth\n\nFriendly words\n\n- Example: a warm welcome\n\n2 passages in 1 release\n/,
    );
    assert.match(report, /> warm welcome awaited\n> the guests\n>\n> — mfa\/2024\\-01\\-21\\-visit\\\.txt/);
    assert.match(report, /\| Pyongyang \| place \| 1 \| 1 \|/);
  });

  it('folds months without a passage, counts no passages of codes that only hold others, names linked entities', async () => {
    const [document] = sample.documents as [ExportDocument];
    const [passage] = document.annotations.filter(({ codes }) => codes.length > 0);
    const linked = { ...passage!, codes: [], note: 'He', entity: { id: 'pyongyang', type: 'place' } };
    const documents = ['2020-01-05', '2020-06-01'].map((date) => ({
      ...document,
      path: `${date}.txt`,
      metadata: { date },
      annotations: [{ ...passage!, codes: ['warmth'] }, linked],
    }));
    const report = textOf((await exportFiles(markdown, { ...sample, documents })).files, 'sample.md');
    assert.match(report, /\| 2020-01 \| 1 \| █+ \|\n\| 2020-02 – 2020-05 \| 0 \| {2}\|\n\| 2020-06 \| 1 \|/);
    assert.match(report, /\| Stance \| {2}\| {2}\| {2}\|\n/);
    assert.doesNotMatch(report, /### Stance\n\n0 passages/);
    assert.match(report, /> — 2020\\-01\\-05\\\.txt · 2020\\-01\\-05 .*→ Pyongyang/);
  });

  it('shows text as itself', async () => {
    const report = textOf((await exportFiles(markdown, hostile)).files, 'sample.md');
    assert.doesNotMatch(report, /(?<!\\)<script/);
    assert.doesNotMatch(report, /(?<!\\)\]\(/);
  });
});

describe('The HTML report', () => {
  it('shows text as itself, and has no script and no address', async () => {
    const page = textOf((await exportFiles(html, hostile)).files, 'sample.html');
    assert.doesNotMatch(page, /<script|javascript:x\)?"/);
    assert.match(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.deepEqual(
      [...page.matchAll(/(?:src|href)="([^"#][^"]*)"/g)].map(([, to]) => to),
      [],
    );
  });

  it('has plots', async () => {
    const page = textOf((await exportFiles(html, sample)).files, 'sample.html');
    assert.match(page, /<svg role="img" aria-label="Passages by code"/);
    assert.match(page, /<rect class="bar"[^>]*style="fill: #ff8800"/);
    assert.match(page, /<tr><th scope="row">Warmth<\/th><td>2<\/td><td>1<\/td><\/tr>/, 'and their figures');
  });

  it('clips names to the room beside the bars; characters of China, Japan and Korea take twice as much', () => {
    const shown = (label: string): string =>
      />([^<]*)<title>/.exec(barChart('', [{ label, depth: 0, value: 1, detail: '' }]))![1]!;
    assert.equal(shown('a'.repeat(32)), 'a'.repeat(32));
    assert.equal(shown('a'.repeat(33)), `${'a'.repeat(31)}…`);
    assert.equal(shown('연'.repeat(16)), '연'.repeat(16));
    assert.equal(shown('연대와지지'.repeat(5)), `${'연대와지지'.repeat(3)}…`);
  });

  it('is well-formed whatever the text', async () => {
    const property = fc.asyncProperty(corpus, async (any) => {
      const page = textOf((await exportFiles(html, any)).files, 'corpus.html');
      const xml = page.replace('<!DOCTYPE html>', '').replace(/<meta ([^>]*)>/g, '<meta $1/>');
      assert.equal(XMLValidator.validate(xml), true);
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
