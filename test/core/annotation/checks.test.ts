import assert from 'node:assert/strict';
import { inWords } from '../../../src/core/text/message';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { checkSidecar, type CheckContext } from '../../../src/core/annotation/checks/checkSidecar';
import type { Finding } from '../../../src/core/annotation/checks/finding';
import { isRule } from '../../../src/core/annotation/checks/rules';
import { readCodebook, flattenCodes } from '../../../src/core/annotation/codebookFile';
import { editCodebook } from '../../../src/core/annotation/codebookEdit';
import { makeSelector } from '../../../src/core/annotation/selector';
import { editSidecar, newSidecar, readSidecar } from '../../../src/core/annotation/sidecar';
import { applyEdits } from '../../../src/core/annotation/sidecarEdit';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { storedOffsets } from '../../../src/core/text/offsets';
import { cost } from '../linear';

const text = `Examplia, January 21

The guests thanked their hosts for a warm welcome in the café of the old town hall.
Both sides agreed to meet again in the spring, and to keep each other informed until then.
Flags 🇪🇺🇫🇷 were flown.
`;

const codebookSource =
  'version: 1\ncodes:\n  - id: gratitude\n    name: Gratitude\n  - id: stance\n    name: Stance\n';
const codes = new Map(flattenCodes(readCodebook(codebookSource).codebook!).map((code) => [code.id, code]));
const at = (quote: string): Annotation['target'] => {
  const start = text.indexOf(quote);
  return [makeSelector(text, { start, end: start + quote.length })];
};
const context: CheckContext = {
  text,
  regions: parseRelease(text).regions,
  release: 'a.txt',
  codes,
  isEntity: (id) => id === 'examplia',
  random: () => 0.5,
};

const sidecar = (...list: Annotation[]): string =>
  editSidecar(
    newSidecar('a.txt'),
    list.map((annotation) => ({ kind: 'put', annotation })),
  );
const check = (source: string, more: CheckContext = {}): Finding[] =>
  checkSidecar(readSidecar(source), { ...context, ...more });

/** The one finding, where it stands, and what is left once each of its fixes is applied. */
function only(source: string, rule: string, where: string, more: CheckContext = {}): Finding {
  const found = check(source, more);
  assert.deepEqual(
    found.map((finding) => finding.rule),
    [rule],
  );
  const [finding] = found as [Finding];
  assert.ok(isRule(finding.rule));
  assert.equal(source.slice(finding.span.start, finding.span.end), where);
  for (const fix of finding.fixes) {
    const fixed = applyEdits(readSidecar(source), fix.sidecar ?? []).source;
    const after = flattenCodes(readCodebook(editCodebook(codebookSource, fix.codebook ?? [])).codebook!);
    const left = check(fixed, { ...more, codes: new Map(after.map((code) => [code.id, code])) });
    assert.deepEqual(
      left.map((problem) => problem.rule),
      [],
      `after “${inWords(fix.title)}”: ${fixed}`,
    );
  }
  return finding;
}

const titles = (finding: Finding): string[] => finding.fixes.map((fix) => inWords(fix.title));
const good: Annotation = {
  id: 'aaaaaaa1',
  codes: ['gratitude'],
  entity: 'examplia',
  target: at('thanked their hosts'),
};

describe('A check of a sidecar', () => {
  it('finds nothing where nothing is wrong', () => {
    assert.deepEqual(
      check(
        sidecar(good, { id: 'bbbbbbb2', codes: ['stance'], entity: 'none', target: at('agreed to meet') }),
      ),
      [],
    );
  });

  it('finds codes the codebook doesn’t have', () => {
    const finding = only(
      sidecar({ ...good, codes: ['stance', 'gratitud'] }),
      'sidecar/undefined-code',
      'gratitud',
    );
    assert.deepEqual(titles(finding), [
      'Use the code `gratitude`',
      'Add `gratitud` to the codebook',
      'Take `gratitud` off this annotation',
    ]);
    assert.deepEqual(
      check(sidecar({ ...good, codes: ['x'] }), { codes: undefined as never }),
      [],
      'without a codebook there is nothing to hold codes against',
    );
  });

  it('finds entities no gazetteer has', () => {
    only(sidecar({ ...good, entity: 'atlantis' }), 'sidecar/unknown-entity', 'atlantis');
  });

  it('finds quotes that don’t stand where they should, and where they went', () => {
    const [selector] = good.target as [Annotation['target'][0]];
    const longer = `Examplia News\n\n${text}`;
    const start = longer.indexOf('thanked their hosts');
    const anchors = [{ id: good.id, state: 'moved' as const, spans: [{ start, end: start + 19 }] }];
    const moved = only(sidecar(good), 'sidecar/stale-quote', 'thanked their hosts', {
      text: longer,
      regions: [],
      anchors,
    });
    assert.equal(inWords(moved.message).split('. ')[1], 'The passage stands in line 5 now.');
    assert.equal(titles(moved)[0], 'Move it to “thanked their hosts” in line 5');
    const changed = only(sidecar(good), 'sidecar/stale-quote', 'thanked their hosts', {
      text: text.replace('their hosts', 'their hostess').replace(/\n/g, '\r\n'),
      regions: [],
    });
    assert.match(
      inWords(changed.message),
      /The best place found is “thanked their hostess” in line 3 \(9\d % alike\)\./,
    );
    assert.equal(titles(changed)[0], 'Move it to “thanked their hostess” in line 3');
    const gone = only(
      sidecar({
        ...good,
        target: [{ start: 3, end: 40, quote: 'Nothing of the kind was ever said by anybody' }],
      }),
      'sidecar/stale-quote',
      'Nothing of the kind was ever said by anybody',
    );
    assert.deepEqual(titles(gone), ['Keep it for its quote, without a place', 'Delete this annotation']);
    const beyond = only(
      sidecar({ ...good, target: [{ ...selector, end: 100_000 }] }),
      'sidecar/stale-quote',
      'thanked their hosts',
    );
    assert.ok(beyond.passage);
  });

  it('finds empty spans', () => {
    const [selector] = good.target as [Annotation['target'][0]];
    assert.deepEqual(
      titles(
        only(
          sidecar({ ...good, target: [{ ...selector, end: selector.start }] }),
          'sidecar/empty-span',
          String(selector.start),
        ),
      ),
      ['Delete this annotation'],
    );
    assert.deepEqual(
      titles(
        only(
          sidecar({ ...good, target: [selector, { start: 9, end: 8, quote: '' }] }),
          'sidecar/empty-span',
          '8',
        ),
      ),
      ['Delete this span'],
    );
  });

  it('finds spans that split a character', () => {
    const start = text.indexOf('🇪🇺');
    const finding = only(
      sidecar({ ...good, target: [makeSelector(text, { start, end: start + 6 })] }),
      'sidecar/split-grapheme',
      String(makeSelector(text, { start, end: start + 6 }).start),
    );
    assert.equal(text.slice(finding.passage?.start, finding.passage?.end), '🇪🇺\ud83c\uddeb');
  });

  it('finds passages one person tagged twice with one code, and none that two persons agree on', () => {
    const wider = { ...good, id: 'bbbbbbb2', target: at('The guests thanked their hosts for') };
    const overlap = only(sidecar(good, wider), 'sidecar/overlap', String(good.target[0]?.start));
    assert.match(
      inWords(overlap.message),
      /^This passage overlaps with “The guests thanked their hosts for”, which has the same code `gratitude`\./,
    );
    assert.deepEqual(titles(overlap), [
      'Join the two into one annotation',
      'Take `gratitude` off this annotation',
    ]);
    assert.deepEqual(check(sidecar({ ...good, author: 'ana' }, { ...wider, author: 'ben' })), []);
    assert.deepEqual(check(sidecar(good, { ...wider, codes: ['stance'] })), []);
  });

  it('finds passages in boilerplate', () => {
    const finding = only(sidecar(good), 'sidecar/boilerplate', 'thanked their hosts', {
      regions: [{ type: 'boilerplate', start: 0, end: 80 }],
    });
    assert.equal(finding.severity, 'information');
  });

  it('finds ids given twice', () => {
    const twice = sidecar(good, { ...good, id: 'bbbbbbb2', codes: ['stance'] }).replace(
      'bbbbbbb2',
      'aaaaaaa1',
    );
    assert.match(
      titles(only(twice, 'sidecar/duplicate-id', 'aaaaaaa1'))[0] ?? '',
      /^Give it the id [a-z0-9]{8}$/,
    );
  });

  it('finds that the release isn’t there, or is another', () => {
    only(sidecar(good), 'sidecar/release-missing', 'a.txt', { releaseMissing: true });
    assert.deepEqual(titles(only(sidecar(good), 'sidecar/release-name', 'a.txt', { release: 'b.txt' })), [
      'Write `release: b.txt`',
    ]);
  });

  it('finds what a merge left to decide', () => {
    const copy = { ...good, id: 'bbbbbbb2', note: 'other', conflict: 'aaaaaaa1' };
    const found = check(sidecar(good, copy));
    assert.deepEqual(
      found.map((finding) => finding.rule),
      ['sidecar/conflict'],
    );
    assert.deepEqual(titles(found[0]!), ['Keep this version', 'Keep the other version', 'Keep both']);
    const kept = found[0]!.fixes.map((fix) =>
      readSidecar(editSidecar(sidecar(good, copy), fix.sidecar ?? [])).items.map((item) => item.id),
    );
    assert.deepEqual(kept, [['bbbbbbb2'], ['aaaaaaa1'], ['aaaaaaa1', 'bbbbbbb2']]);
  });

  it('tells of files that can’t be read, and what to do', () => {
    const newer = check(sidecar(good).replace('version: 1', 'version: 3'));
    assert.deepEqual(
      newer.map((finding) => finding.rule),
      ['sidecar/newer-version'],
    );
    const marked = check(sidecar(good) + '<<<<<<< a\n=======\n>>>>>>> b\n');
    assert.deepEqual(
      marked.map((finding) => [finding.rule, finding.fixes[0]?.resolveMarkers]),
      [['sidecar/merge-markers', true]],
    );
  });

  it('has levels of a corpus’s own', () => {
    const source = sidecar({ ...good, codes: ['x'] });
    assert.deepEqual(check(source, { levels: { 'sidecar/undefined-code': 'off' } }), []);
    assert.equal(check(source, { levels: { 'sidecar/undefined-code': 'error' } })[0]?.severity, 'error');
  });

  it('takes time in proportion to a release and its annotations', () => {
    const prepared = (count: number): (() => unknown) => {
      const lines = Array.from(
        { length: count },
        (_, i) => `Passage ${i} says that both sides agreed on it.`,
      );
      const long = `${text}\n${lines.join('\n\n')}\n`;
      const offsets = storedOffsets(long);
      let start = text.length + 1;
      const annotations = lines.map((line, i): Annotation => {
        start = long.indexOf(line, start);
        return {
          id: `k${String(i).padStart(7, '0')}`,
          codes: ['stance'],
          target: [makeSelector(long, { start, end: start + line.length }, offsets)],
        };
      });
      const file = readSidecar(sidecar(...annotations));
      const more = { ...context, text: long, regions: parseRelease(long).regions };
      assert.deepEqual(checkSidecar(file, more), []);
      return () => checkSidecar(file, more);
    };
    const [small, large] = [prepared(400), prepared(3200)];
    let ratio = Infinity;
    for (let attempt = 0; attempt < 4 && ratio > 24; attempt++)
      ratio = Math.min(ratio, cost(large) / Math.max(cost(small), 2));
    assert.ok(ratio <= 24, `eight times as much took ${ratio.toFixed(0)} times as long`);
  });
});
