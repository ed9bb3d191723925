// Writes the JSON Schemas of the corpus's YAML files from the schemas the program validates with. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['src/core/corpus/jsonSchemas.ts'],
  bundle: true,
  write: false,
  format: 'esm',
});
const { jsonSchemas } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

let stale = false;
for (const [name, schema] of Object.entries(jsonSchemas())) {
  const file = `schemas/${name}.schema.json`;
  const text = JSON.stringify(schema, undefined, 2) + '\n';
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) stale = true;
}
if (stale) {
  console.error('The JSON Schemas are not up to date: run `npm run schemas`.');
  process.exitCode = 1;
}
