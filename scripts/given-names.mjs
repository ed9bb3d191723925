// Writes src/core/recognition/givenNames.ts: given names of many languages in Latin letters, from the faker package, folded.
// Left out: what is a word of the rules' lexicon, the name of a country or large city, or shorter than three letters.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allLocales } from '@faker-js/faker';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiled = join(root, 'dist', 'given-names-compiler.mjs');
await build({
  stdin: {
    contents: `export { wordClasses } from './src/core/recognition/lexicon';
      export { foldWord } from './src/core/recognition/fold';`,
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  outfile: compiled,
});
const { wordClasses, foldWord } = await import(compiled);
const require = createRequire(import.meta.url);

// Names in one language, words or names of places in English.
const notNames = new Set(
  `hope come ties era idea line lot noble art unique name sincere precious faith desire else joy floor alone honor destiny job chance
  sky wage constant vital fine autumn urban summer green loyal don promise martial beat forest loan ally miracle innocent charity gala
  golden marine harmony fortune judge pit eve junior stone patience comfort baby valid modest trace sunny earnest pave arch storm
  blessing tone conception rein heaven prosper ace jewel lion bent brain foster jail mete haven melody shade kick beg ion shad bars
  crystal diamond bell soda nail sage jet bless salvo tore lore dell magnolia willow toy heath reed tea lander levy flora sever ward
  garrison olive sterling fares lone akin sister desiderata mile chase asia america washington german islam geneva odessa easter
  samara europe central royal regent duke baron earl`.split(/\s+/),
);

const places = new Set();
for (const { name, capital } of require('world-countries'))
  for (const word of [name.common, ...(capital ?? [])]) places.add(foldWord(word));
for (const { city_ascii, pop } of require('city-timezones').cityMapping)
  if (pop > 1_000_000) places.add(foldWord(city_ascii));

const names = new Set();
for (const { person } of Object.values(allLocales))
  for (const kind of ['generic', 'female', 'male'])
    for (const name of person?.first_name?.[kind] ?? []) {
      const folded = foldWord(name);
      if (
        /^[a-z]{3,}$/.test(folded) &&
        wordClasses(folded) === 0 &&
        !places.has(folded) &&
        !notNames.has(folded)
      )
        names.add(folded);
    }

writeFileSync(
  join(root, 'src', 'core', 'recognition', 'givenNames.ts'),
  `// Made by scripts/given-names.mjs from the faker package (MIT): do not edit.
const list =
  '${[...names].sort().join(' ')}';

/** Given names in many languages, folded as by \`foldWord\`. */
export const givenNames: ReadonlySet<string> = new Set(list.split(' '));
`,
);
