import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editCodebook } from '../../../src/core/annotation/codebookEdit';
import { flattenCodes, readCodebook } from '../../../src/core/annotation/codebookFile';
import type { CodebookEdit } from '../../../src/core/annotation/codebookTree';

const source = `# The codebook of the project
version: 1
codes:
  # what one side feels
  - id: stance
    name: Stance   # rename?
    codes:
      - id: solidarity
        name: Solidarity and support
        definition: >-
          Backing for
          the partner
        examples: ["full support and solidarity"]
        color: "#3b82f6"
        key: 1
      - id: gratitude   # thanks
        name: Gratitude
        key: g
  - id: threat
    name: Threat
    mine: {a: 1}
`;

const ids = (text: string): string[] => flattenCodes(readCodebook(text).codebook!).map((code) => code.id);

describe('A codebook', () => {
  it('is read as a tree', () => {
    const { codebook, problems } = readCodebook(source);
    assert.deepEqual(problems, []);
    assert.deepEqual(ids(source), ['stance', 'solidarity', 'gratitude', 'threat']);
    assert.deepEqual(codebook?.codes[0]?.codes[0], {
      id: 'solidarity',
      name: 'Solidarity and support',
      definition: 'Backing for the partner',
      examples: ['full support and solidarity'],
      color: '#3b82f6',
      key: '1',
      codes: [],
    });
  });

  it('tells where a code and its keys stand', () => {
    const { locate } = readCodebook(source);
    const at = (id: string, key?: string): string => {
      const span = locate(id, key);
      return span ? source.slice(span.start, span.end) : 'nowhere';
    };
    assert.equal(at('gratitude', 'id'), 'gratitude');
    assert.equal(at('solidarity', 'color'), '"#3b82f6"');
    assert.equal(at('threat', 'color'), 'nowhere');
    assert.match(at('threat'), /^id: threat\n/);
  });

  it('changes one line for one field, comments kept', () => {
    const renamed = editCodebook(source, [{ kind: 'set', id: 'stance', field: 'name', value: 'Position' }]);
    assert.equal(renamed, source.replace('name: Stance   #', 'name: Position   #'));
    const retired = editCodebook(source, [{ kind: 'set', id: 'threat', field: 'retired', value: true }]);
    assert.equal(retired, source.replace('    mine:', '    retired: true\n    mine:'));
    assert.equal(
      editCodebook(retired, [{ kind: 'set', id: 'threat', field: 'retired', value: undefined }]),
      source,
    );
  });

  it('adds a code under a parent, at a place', () => {
    const added = editCodebook(source, [
      { kind: 'add', code: { id: 'praise', name: 'Praise', color: '#ff0000' }, parent: 'stance', index: 1 },
    ]);
    const lines = '      - id: praise\n        name: Praise\n        color: "#ff0000"\n';
    assert.equal(added, source.replace('      - id: gratitude', lines + '      - id: gratitude'));
    const below = editCodebook(source, [{ kind: 'add', code: { id: 'war', name: 'War' }, parent: 'threat' }]);
    assert.deepEqual(ids(below), ['stance', 'solidarity', 'gratitude', 'threat', 'war']);
    assert.deepEqual(readCodebook(below).problems, []);
  });

  it('moves a code with its own lines, comments inside included', () => {
    const moved = editCodebook(source, [{ kind: 'move', id: 'gratitude', index: 0 }]);
    assert.deepEqual(ids(moved), ['gratitude', 'stance', 'solidarity', 'threat']);
    assert.ok(moved.includes('  - id: gratitude   # thanks\n    name: Gratitude\n    key: g\n'));
    const under = editCodebook(source, [{ kind: 'move', id: 'solidarity', parent: 'threat' }]);
    assert.deepEqual(ids(under), ['stance', 'gratitude', 'threat', 'solidarity']);
    assert.ok(under.includes('          Backing for\n          the partner\n'));
    const inside: CodebookEdit = { kind: 'move', id: 'stance', parent: 'gratitude' };
    assert.equal(editCodebook(source, [inside]), source, 'a code can’t be moved into itself');
  });

  it('is begun where there is none', () => {
    const begun = editCodebook('', [{ kind: 'add', code: { id: 'stance', name: 'Stance' } }]);
    assert.equal(begun, 'version: 1\ncodes:\n  - id: stance\n    name: Stance\n');
  });

  it('tells of ids and keys given twice, and loses no code to another’s fault', () => {
    const bad = source
      .replace('id: threat', 'id: stance')
      .replace('key: g', 'key: 1')
      .replace('name: Gratitude', 'name: [1]');
    const { codebook, problems } = readCodebook(bad);
    assert.deepEqual(
      problems.map((problem) => problem.rule),
      ['codebook/format', 'codebook/duplicate-key', 'codebook/duplicate-id'],
    );
    assert.equal(flattenCodes(codebook!).length, 4);
    assert.equal(readCodebook('version: 9\ncodes: []').codebook, undefined);
  });

  it('says after any row of edits what the edits say', () => {
    const code = fc.constantFrom('stance', 'solidarity', 'gratitude', 'threat', 'new', 'other');
    const place = {
      parent: fc.option(code, { nil: undefined }),
      index: fc.option(fc.nat(4), { nil: undefined }),
    };
    const edit = fc.oneof(
      fc.record({
        kind: fc.constant('add'),
        code: fc.record({ id: code, name: fc.string({ minLength: 1 }) }),
        ...place,
      }),
      fc.record({ kind: fc.constant('move'), id: code, ...place }),
      fc.record({ kind: fc.constant('remove'), id: code }),
      fc.record({ kind: fc.constant('rename'), id: code, to: code }),
      fc.record({
        kind: fc.constant('set'),
        id: code,
        field: fc.constantFrom('name', 'definition'),
        value: fc.string({ minLength: 1 }),
      }),
    ) as fc.Arbitrary<CodebookEdit>;
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.boolean(), (edits, windows) => {
        let text = windows ? source.replaceAll('\n', '\r\n') : source;
        for (const one of edits) {
          const before = new Set(ids(text));
          text = editCodebook(text, [one]);
          const after = readCodebook(text);
          assert.deepEqual(after.problems, [], text);
          const now = ids(text);
          assert.equal(new Set(now).size, now.length);
          if (one.kind === 'set' && before.has(one.id)) {
            const set = flattenCodes(after.codebook!).find((candidate) => candidate.id === one.id);
            assert.equal(set?.[one.field as 'name'], one.value);
          }
          if (one.kind === 'move') assert.deepEqual(new Set(now), before);
        }
        if (windows) assert.equal(text.replaceAll('\r\n', '').includes('\n'), false);
      }),
      { numRuns: 400 },
    );
  });
});
