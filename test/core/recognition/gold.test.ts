import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readGold } from '../../../src/cli/goldFiles';
import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { Entity } from '../../../src/core/recognition/entity';
import { readGazetteer } from '../../../src/core/recognition/gazetteerFile';
import { recognize } from '../../../src/core/recognition/recognize';
import { addTallies, emptyTally, scoresOf, tally } from '../../../src/core/recognition/score';
import { parseRelease } from '../../../src/core/release/parseRelease';

const root = join(__dirname, '..', '..', '..');
const shared = join(root, '..', 'shared');

async function builtin(): Promise<readonly Entity[]> {
  const { builtinEntities } = (await import('../../../scripts/gazetteer.mjs')) as {
    builtinEntities: () => Promise<readonly Entity[]>;
  };
  return builtinEntities();
}

function evaluate(path: string, entities: readonly Entity[], set?: string): ReturnType<typeof scores> {
  const gazetteer = compileGazetteer(entities);
  const { files } = readGold(path, set === undefined ? {} : { set }, root);
  return scores(
    files.map((gold) =>
      tally(
        gold,
        recognize(parseRelease(gold.text, { fileName: gold.file }), gazetteer),
        (id) => gazetteer.entities.get(id)?.wikidata,
      ),
    ),
  );
}

function scores(tallies: readonly ReturnType<typeof tally>[]) {
  const sum = tallies.reduce(addTallies, emptyTally);
  return { all: scoresOf(sum.all), flat: scoresOf(sum.flat), links: sum.links };
}

// Floors a little under what was measured: a fall is a regression, not noise.
describe('recognition against gold', () => {
  let entities: readonly Entity[];

  before(async function () {
    if (!existsSync(join(shared, 'gold', 'gold.json'))) {
      console.log('      ../shared is absent: recognition is not compared with its gold');
      this.skip();
    }
    entities = await builtin();
  });

  it('finds and links the mentions of the five samples', () => {
    const { all, flat, links } = evaluate(join(shared, 'gold', 'gold.json'), entities);
    assert.ok(all.total.f1 > 0.99, `all ${all.total.f1}`);
    assert.ok(flat.total.f1 > 0.99, `flat ${flat.total.f1}`);
    assert.ok(all.meanF1 > 0.98, `mean ${all.meanF1}`);
    assert.ok(
      links.right / (links.right + links.wrong) > 0.97,
      `links ${links.right} right, ${links.wrong} wrong`,
    );
  });

  it('needs no list of their persons', () => {
    const gold = JSON.parse(readFileSync(join(shared, 'gold', 'gold.json'), 'utf8')) as {
      entities: readonly { type: string; forms: Readonly<Record<string, number>> }[];
    };
    const seeds = new Set(
      gold.entities.filter(({ type }) => type === 'person').flatMap(({ forms }) => Object.keys(forms)),
    );
    const unseeded = entities.filter(
      ({ type, name, aliases }) => type !== 'person' || ![name, ...aliases].some((form) => seeds.has(form)),
    );
    assert.ok(unseeded.length < entities.length);
    const { all } = evaluate(join(shared, 'gold', 'gold.json'), unseeded);
    assert.ok(all.total.f1 > 0.98, `all ${all.total.f1}`);
    assert.ok(all.types['person']!.f1 > 0.95, `persons ${all.types['person']!.f1}`);
  });

  it('holds on the development half of the hand-made gold', () => {
    const { all } = evaluate(join(root, 'test', 'gold'), entities, 'development');
    assert.ok(all.total.f1 > 0.985, `all ${all.total.f1}`);
  });

  it('holds on the second development gold', () => {
    const { all, links } = evaluate(join(root, 'test', 'gold'), entities, 'development-2');
    assert.ok(all.total.f1 > 0.975, `all ${all.total.f1}`);
    assert.ok(all.meanF1 > 0.95, `mean ${all.meanF1}`);
    assert.ok(links.right / (links.right + links.wrong) > 0.95, `links ${links.wrong} wrong`);
  });
});

describe('the built-in gazetteer', () => {
  let entities: readonly Entity[];
  before(async () => {
    entities = await builtin();
  });

  it('has entities with unique ids, known types, and dates in ISO form', () => {
    const ids = new Set(entities.map(({ id }) => id));
    assert.equal(ids.size, entities.length);
    for (const { id, type, name, aliases, offices, wikidata, date } of entities) {
      assert.match(id, /^[a-z0-9][a-z0-9-]*$/);
      assert.ok(
        ['person', 'organization', 'place', 'role', 'event', 'document', 'facility'].includes(type),
        `${id}: ${type}`,
      );
      assert.ok(name.trim() === name && name !== '' && !aliases.includes(name), id);
      if (wikidata !== undefined) assert.match(wikidata, /^Q[1-9]\d*$/, id);
      const dates = [...offices.flatMap(({ from, until }) => [from, until]), ...(date?.split('/') ?? [])];
      for (const each of dates) if (each !== undefined) assert.match(each, /^\d{4}(-\d\d(-\d\d)?)?$/, id);
      for (const { from, until } of offices)
        assert.ok(from === undefined || until === undefined || from <= until, `${id}: ${from}–${until}`);
    }
  });

  it('names only offices of entities it has', () => {
    const ids = new Set(entities.map(({ id }) => id));
    for (const { id, offices } of entities)
      for (const { of } of offices) assert.ok(of === undefined || ids.has(of), `${id}: ${of}`);
  });

  it('gives no Wikidata item to two entities of one type', () => {
    const seen = new Map<string, string>();
    for (const { id, type, wikidata } of entities) {
      if (wikidata === undefined || type === 'role') continue;
      assert.equal(seen.get(wikidata), undefined, `${wikidata}: ${id} and ${seen.get(wikidata)}`);
      seen.set(wikidata, id);
    }
  });

  it('is read without a problem by the reader of gazetteer files', () => {
    const folder = join(root, 'gazetteers');
    const files = readdirSync(folder).filter(
      (file) => file.endsWith('.yaml') && file !== 'country-wikidata.yaml',
    );
    assert.ok(files.length > 10);
    for (const file of files) {
      const { problems } = readGazetteer(readFileSync(join(folder, file), 'utf8'));
      assert.deepEqual(problems.map(({ message }) => `${file}: ${message}`).slice(0, 3), []);
    }
  });
});
