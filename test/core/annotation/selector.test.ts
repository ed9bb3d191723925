import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { fingerprint } from '../../../src/core/annotation/fingerprint';
import { makeSelector, quoteOf, selectorSpan } from '../../../src/core/annotation/selector';
import { widenToGraphemes } from '../../../src/core/text/graphemes';
import { storedOffsets } from '../../../src/core/text/offsets';
import { awkwardSpan } from '../text/awkward';

describe('a selector', () => {
  const text = 'PYONGYANG, Nov. 21 \u2014\r\nTalks were held \u{1f91d} in a warm atmosphere.\r\n';
  const start = text.indexOf('Talks');
  const selector = makeSelector(text, { start, end: text.indexOf(' in a') });

  it('holds position in code points, and the quote with LF', () => {
    assert.equal(selector.quote, 'Talks were held \u{1f91d}');
    assert.equal(selector.end - selector.start, [...selector.quote].length);
    assert.equal(selector.start, start - 1, 'the CRLF before it counts once');
  });

  it('holds up to 32 code points of context, no further than the text goes', () => {
    assert.equal(selector.prefix, 'PYONGYANG, Nov. 21 \u2014\n');
    assert.equal(selector.suffix, ' in a warm atmosphere.\n');
    const flags = makeSelector('\u{1f1f0}'.repeat(200), { start: 100, end: 102 });
    assert.equal([...flags.prefix!].length, 32);
    assert.equal([...flags.suffix!].length, 32);
    const middle = makeSelector('0123456789'.repeat(10), { start: 50, end: 51 });
    assert.equal(middle.prefix, '89012345678901234567890123456789');
    assert.equal(middle.suffix, '12345678901234567890123456789012');
  });

  it('says where it was', () => {
    const span = selectorSpan(text, storedOffsets(text), selector);
    assert.equal(quoteOf(text, span), selector.quote);
  });
});

describe('selectors of any text', () => {
  /** Spans as the editor would make them: widened, of text as it lies in a file. */
  const widenedSpan = awkwardSpan.map(({ text, ...span }) => ({ text, ...widenToGraphemes(text, span) }));

  it('come back to the span they were made of', () => {
    fc.assert(
      fc.property(widenedSpan, ({ text, start, end }) => {
        const selector = makeSelector(text, { start, end });
        assert.deepEqual(selectorSpan(text, storedOffsets(text), selector), { start, end });
      }),
      { numRuns: 3000 },
    );
  });

  it("are the same whether git checked the file out with LF or CRLF, and so is the text's fingerprint", () => {
    fc.assert(
      fc.property(widenedSpan, (sample) => {
        const lf = sample.text.replace(/\r\n?/g, '\n');
        const cut = { start: sample.start % (lf.length + 1), end: lf.length };
        const asCrlf = (part: string): string => part.replace(/\n/g, '\r\n');
        const start = asCrlf(lf.slice(0, cut.start)).length;
        assert.deepEqual(makeSelector(asCrlf(lf), { start, end: asCrlf(lf).length }), makeSelector(lf, cut));
        assert.deepEqual(fingerprint(asCrlf(lf)), fingerprint(lf));
      }),
      { numRuns: 2000 },
    );
  });

  it('are what Python reads: open(path, encoding="utf-8-sig").read()[start:end]', function () {
    if (spawnSync('python3', ['--version']).status !== 0) {
      console.log('      (skipped: there is no python3 here)');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'pressmark-offsets-'));
    try {
      const cases = fc.sample(fc.tuple(widenedSpan, fc.boolean()), 3000).map(([sample, bom], i) => {
        const { text, start, end } = sample;
        const path = join(folder, `${i}.txt`);
        // utf-8-sig takes one BOM away, and so does every reader of releases: more than one stays text.
        const held = bom || text.startsWith('\ufeff') ? `\ufeff${text}` : text;
        writeFileSync(path, held);
        return { path, text: fingerprint(text), ...makeSelector(text, { start, end }) };
      });
      const python = spawnSync('python3', ['-c', readInPython], {
        input: JSON.stringify(cases),
        env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      });
      assert.equal(python.status, 0, python.stderr.toString());
      assert.equal(python.stdout.toString().trim(), `${cases.length} read`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const readInPython = `
import hashlib, json, sys
cases = json.load(sys.stdin)
for case in cases:
    text = open(case["path"], encoding="utf-8-sig").read()
    start, end = case["start"], case["end"]
    assert text[start:end] == case["quote"], case
    assert text[max(0, start - 32):start] == case["prefix"], case
    assert text[end:end + 32] == case["suffix"], case
    assert len(text) == case["text"]["length"], case
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == case["text"]["sha256"], case
print(len(cases), "read")
`;
