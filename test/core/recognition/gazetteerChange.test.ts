import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changeGazetteer,
  redoGazetteerChange,
  undoGazetteerChange,
} from '../../../src/core/recognition/gazetteerChange';
import type { GazetteerEdit } from '../../../src/core/recognition/gazetteerEdit';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import { newEntity } from '../../../src/core/recognition/newEntity';

const source = `# Who is who
version: 1
entities:
  - id: harrow-society   # invented
    type: organization
    name: Harrow Society
  - {id: anna-testova, type: person, name: Anna Testova, aliases: [A. Testova]}
`;
const add = (name: string): GazetteerEdit => ({ kind: 'add', entity: newEntity(name, 'person', new Set()) });
const alias = (id: string, ...aliases: string[]): GazetteerEdit => ({ kind: 'alias', id, aliases });

describe('a change of a gazetteer', () => {
  it('is taken back and done again byte for byte', () => {
    const { after, change } = changeGazetteer(source, [add('Zed Quill'), alias('harrow-society', 'Circle')]);
    assert.notEqual(after, source);
    assert.equal(undoGazetteerChange(after, change), source);
    assert.equal(redoGazetteerChange(source, change), after);
  });

  it('is taken back in a file that was edited since; what came since stays', () => {
    const { after, change } = changeGazetteer(source, [
      add('Zed Quill'),
      alias('anna-testova', 'Testova A.', 'A. Testova'),
    ]);
    const since = `${after}  - {id: late, type: person, name: Late Comer}\n`.replace('invented', 'made up');
    const undone = undoGazetteerChange(since, change);
    assert.match(undone, /made up/);
    assert.deepEqual(
      readGazetteer(undone).entities.map(({ id, aliases }) => [id, ...aliases]),
      [['harrow-society'], ['anna-testova', 'A. Testova'], ['late']],
    );
  });

  it('that did nothing takes nothing back', () => {
    const { after, change } = changeGazetteer(source, [
      { kind: 'add', entity: { id: 'anna-testova', type: 'person', name: 'Another' } },
    ]);
    assert.equal(after, source);
    assert.equal(undoGazetteerChange(`${source}# later\n`, change), `${source}# later\n`);
  });

  it('a name brought and the entity it was brought with go together', () => {
    const { after, change } = changeGazetteer('', [add('Zed Quill'), alias('zed-quill', 'Z. Quill')]);
    assert.equal(undoGazetteerChange(after, change), '');
    assert.deepEqual(readGazetteer(undoGazetteerChange(`# new\n${after}`, change)).entities, []);
  });

  it('any change of any gazetteer is taken back', () => {
    const name = fc.constantFrom('Zed Quill', 'Anna Testova', 'Ось: «a»', 'Lee', '- x #y', "O'Brien");
    const edit = fc.oneof(
      name.map(add),
      fc.tuple(fc.constantFrom('harrow-society', 'anna-testova', 'zed-quill'), name).map((a) => alias(...a)),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 5 }), fc.boolean(), (edits, hasChanged) => {
        const { after, change } = changeGazetteer(source, edits);
        const now = hasChanged ? `# before all\n${after}` : after;
        const undone = undoGazetteerChange(now, change);
        if (!hasChanged) assert.equal(undone, source);
        assert.deepEqual(readGazetteer(undone).entities, readGazetteer(source).entities);
      }),
    );
  });
});
