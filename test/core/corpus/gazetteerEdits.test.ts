import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Indexer } from '../../../src/core/corpus/indexing/indexer';
import type { Entity } from '../../../src/core/recognition/entity';
import { MemoryHost } from './memoryHost';
import { everything } from './plainIndex';

const corpus = join(__dirname, '../../../../shared/corpus');
const options = { engine: 'test', settings: '' };

describe('edits of the gazetteer, on real releases', () => {
  const host = new MemoryHost();
  let entities: readonly Entity[];

  before(async function () {
    if (!existsSync(corpus)) {
      console.log('    ../shared/corpus is not here: skipped');
      this.skip();
    }
    for (const issuer of ['kcna', 'rodong', 'kremlin']) {
      const files = readdirSync(join(corpus, issuer)).sort();
      for (let i = 0; i < 15; i++) {
        const name = files[Math.floor((i * files.length) / 15)]!;
        host.write(`${issuer}/${name}`, readFileSync(join(corpus, issuer, name), 'utf8'));
      }
    }
    // What no sample needs to hold: names of which the gazetteer knows one half after the edit.
    host.write(
      'made/given.txt',
      'Pyongyang, January 5 (KCNA) -- Zorvald Kuntar saw a plant. Zorvald Kuntar left.\n',
    );
    host.write(
      'made/family.txt',
      'Pyongyang, January 6 (KCNA) -- Vice-Premier Mitravan saw a plant. Mitravan left.\n',
    );
    const { builtinEntities } = (await import('../../../scripts/gazetteer.mjs')) as {
      builtinEntities: () => Promise<readonly Entity[]> | readonly Entity[];
    };
    entities = await builtinEntities();
    const first = new Indexer(host, options);
    await first.start(entities);
    await first.save();
    host.save = () => Promise.resolve();
  });

  const change = (id: string, edit: (entity: Entity) => Partial<Entity>): readonly Entity[] =>
    entities.map((entity) => (entity.id === id ? { ...entity, ...edit(entity) } : entity));
  const edits: readonly [what: string, edit: () => readonly Entity[]][] = [
    ['a country removed', () => entities.filter(({ id }) => id !== 'north-korea')],
    ['a person removed', () => entities.filter(({ id }) => id !== 'sergey-lavrov')],
    ['offices forgotten', () => change('vladimir-putin', () => ({ offices: [] }))],
    ['demonyms forgotten', () => change('russia', () => ({ demonyms: [] }))],
    [
      'an alias added',
      () => change('pyongyang', ({ aliases }) => ({ aliases: [...aliases, 'capital city'] })),
    ],
    [
      'a person added, of a family and given name of others',
      () => [
        ...entities,
        {
          id: 'kim-x',
          type: 'person',
          name: 'Kim Tok X',
          family: 'Kim',
          aliases: ['Comrade Kim'],
          offices: [],
        },
        { id: 'zorvald-x', type: 'person', name: 'Zorvald Mitravan', aliases: [], offices: [] },
      ],
    ],
    ['a type changed', () => change('workers-party-of-korea', () => ({ type: 'facility' }))],
    ['only a description changed', () => change('russia', () => ({ description: 'A country.' }))],
  ];

  for (const [what, edit] of edits)
    it(`${what}: the index is as if made anew`, async () => {
      const indexer = new Indexer(host, options);
      host.read.length = 0;
      await indexer.start(entities);
      assert.equal(host.read.length, 0);
      const edited = edit();
      await indexer.useEntities(edited);
      await indexer.idle();
      const read = host.read.length;
      const fresh = new Indexer(Object.assign(new MemoryHost(), { files: host.files }), options);
      await fresh.start(edited);
      assert.deepEqual(everything(indexer.index.view()), everything(fresh.index.view()));
      if (what.startsWith('only')) assert.equal(read, 0);
    });
});
