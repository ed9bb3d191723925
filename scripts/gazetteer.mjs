// Compiles the built-in gazetteer: gazetteers/*.yaml laid over the countries of the world-countries package, as one JSON file
// `{"entities": […]}` that hosts hand to compileGazetteer.
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'gazetteers');

/** Lists that others are laid over come first; what is written by hand has the last word. */
function gazetteerFiles() {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.yaml') && file !== 'country-wikidata.yaml',
  );
  const rank = (file) => (file.startsWith('officials-') ? 0 : 1);
  return files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

async function loadCore() {
  await build({
    stdin: {
      contents: `export { cityEntities } from './src/core/recognition/cities';
        export { countryEntities } from './src/core/recognition/countries';
        export { mergeEntities } from './src/core/recognition/mergeEntities';`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    outfile: join(root, 'dist', 'gazetteer-compiler.mjs'),
  });
  return import(join(root, 'dist', 'gazetteer-compiler.mjs'));
}

// YAML reads a bare year as a number.
const dates = ({ from, until, ...office }) => ({
  ...office,
  ...(from === undefined ? {} : { from: String(from) }),
  ...(until === undefined ? {} : { until: String(until) }),
});
const complete = (entity) => ({
  ...entity,
  aliases: entity.aliases ?? [],
  offices: (entity.offices ?? []).map(dates),
  ...(entity.date === undefined ? {} : { date: String(entity.date) }),
});
const read = (file) => parse(readFileSync(join(folder, file), 'utf8'));

/** All entities of the built-in gazetteer. */
export async function builtinEntities() {
  const { cityEntities, countryEntities, mergeEntities } = await loadCore();
  const require = createRequire(import.meta.url);
  const countries = require('world-countries');
  const cities = require('city-timezones').cityMapping;
  const lists = gazetteerFiles().map((file) => read(file).entities.map(complete));
  const listed = mergeEntities([countryEntities(countries, read('country-wikidata.yaml')), ...lists]);
  return [...listed, ...cityEntities(cities, listed)];
}

export async function writeGazetteer(target = join(root, 'dist', 'gazetteer.json')) {
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify({ entities: await builtinEntities() }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeGazetteer();
