import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { CompiledGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { Entity } from '../../../src/core/recognition/entity';
import { recognize } from '../../../src/core/recognition/recognize';
import { addTallies, emptyTally, scoresOf, tally } from '../../../src/core/recognition/score';
import type { Tally } from '../../../src/core/recognition/score';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { readMarkedRelease } from './markedRelease';

// Releases written for this project in the styles of other issuers, with their mentions marked in the text.
const folder = join(__dirname, 'issuers');
const names = readdirSync(folder).filter((name) => name.endsWith('.marked.txt'));

describe('releases in the styles of many issuers', () => {
  let gazetteer: CompiledGazetteer;
  before(async () => {
    const { builtinEntities } = (await import('../../../scripts/gazetteer.mjs')) as {
      builtinEntities: () => Promise<readonly Entity[]>;
    };
    gazetteer = compileGazetteer(await builtinEntities());
  });

  const tallyOf = (name: string): Tally => {
    const { text, mentions } = readMarkedRelease(readFileSync(join(folder, name), 'utf8'));
    return tally({ mentions, ignored: [] }, recognize(parseRelease(text, { fileName: name }), gazetteer));
  };

  for (const name of names)
    it(name.replace('.marked.txt', ''), () => {
      const { total } = scoresOf(tallyOf(name).all);
      assert.ok(total.f1 > 0.9, `${total.f1}: ${total.wrong} wrong, ${total.missed} missed`);
    });

  // Floors a little under what was measured: a fall is a regression, not noise.
  it('are read as people read them, all together', () => {
    const sum = names.map(tallyOf).reduce(addTallies, emptyTally);
    const { total, meanF1, types } = scoresOf(sum.all);
    assert.ok(total.f1 > 0.97, `all ${total.f1}`);
    assert.ok(meanF1 > 0.95, `mean ${meanF1}`);
    assert.ok(types['person']!.f1 > 0.97, `persons ${types['person']!.f1}`);
    assert.ok(sum.links.right / (sum.links.right + sum.links.wrong) > 0.95, `links ${sum.links.wrong} wrong`);
  });
});
