// @ts-check
// The reference of docs/, made from what the program itself reads: the manifest, the JSON Schemas, the command line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../support/tool-cache.mjs';

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(join(projectFolder, path), 'utf8'));

const note = '<!-- Made by `npm run docs`; changes here are overwritten. -->\n';

/**
 * @param {readonly { name: string, help: string }[]} help texts of the command line: of all, then of each command
 * @param {readonly import('./commandHelp').FormatFacts[]} formats of exchange
 * @param {ReturnType<typeof import('./commandHelp').ruleFacts>} rules of problems
 * @returns {Record<string, string>} pages by path in docs/
 */
export function referencePages(help, formats, rules) {
  const manifest = json('package.json');
  const strings = json('package.nls.json');
  /** @param {string | undefined} text */
  const told = (text) => (text ?? '').replace(/^%(.*)%$/, (_, key) => strings[key] ?? key);
  return {
    'reference/commands.md': commandsPage(manifest.contributes, told),
    'reference/settings.md': settingsPage(manifest.contributes, told),
    'reference/files.md': filesPage(),
    'reference/command-line.md': commandLinePage(help),
    'reference/formats.md': formatsPage(formats),
    'reference/problems.md': problemsPage(rules),
  };
}

/**
 * @param {any} contributes
 * @param {(text: string | undefined) => string} told
 */
function commandsPage({ commands, keybindings, menus }, told) {
  /** @type {Map<string, Set<string>>} */
  const keys = new Map();
  for (const { command, key } of keybindings) {
    if (!keys.has(command)) keys.set(command, new Set());
    keys.get(command)?.add(key);
  }
  const hidden = new Set(
    menus.commandPalette
      .filter((/** @type {any} */ item) => item.when === 'false')
      .map((/** @type {any} */ item) => item.command),
  );
  const rows = commands.map((/** @type {any} */ { command, title }) => [
    told(title),
    `\`${command}\``,
    keysTold([...(keys.get(command) ?? [])]),
    hidden.has(command) ? '' : 'yes',
  ]);
  return `${note}# Commands and keys

Every command of the extension. Those of the palette are listed there as *Pressmark: …*; the others are on menus, on keys, or for
key bindings of your own. Keys hold in press releases, some only in coding mode; *Preferences: Open Keyboard Shortcuts* shows
when, and changes them. On a Mac, \`ctrl\` and \`alt\` may be other keys there.

${table(['command', 'id', 'keys', 'in the palette'], rows)}`;
}

/** @param {readonly string[]} keys */
function keysTold(keys) {
  const shown = keys.map((key) => `\`${key}\``);
  return shown.length > 6 ? `${shown.slice(0, 3).join(', ')} … ${shown.at(-1)}` : shown.join(', ');
}

/**
 * @param {any} contributes
 * @param {(text: string | undefined) => string} told
 */
function settingsPage(
  { configuration, configurationDefaults, colors, semanticTokenTypes, taskDefinitions },
  told,
) {
  const settings = Object.entries(configuration.properties).map(([id, property]) => [
    `\`${id}\``,
    told(property.markdownDescription ?? property.description),
    property.enum
      ? property.enum.map((/** @type {string} */ value) => `\`${value}\``).join(', ')
      : `\`${property.type}\``,
    `\`${JSON.stringify(property.default)}\``,
  ]);
  const tasks = Object.entries(taskDefinitions[0].properties).map(([name, property]) => [
    `\`${name}\``,
    told(property.description),
    (property.enum ?? property.items?.enum ?? [])
      .map((/** @type {string} */ value) => `\`${value}\``)
      .join(', '),
  ]);
  const defaults = Object.entries(configurationDefaults['[press-release]']).map(([name, value]) => [
    `\`${name}\``,
    `\`${JSON.stringify(value)}\``,
  ]);
  return `${note}# Settings, tasks and colours

## Settings
${table(['setting', 'what it does', 'values', 'default'], settings)}
## Of the editor, in press releases
Change them under \`"[press-release]"\` in your settings.

${table(['setting', 'value'], defaults)}
## Tasks
Tasks of the type \`pressmark\` in \`tasks.json\`:

${table(['property', 'what it says', 'values'], tasks)}
## Colours
For \`workbench.colorCustomizations\`:

${table(
  ['colour', 'of what'],
  colors.map((/** @type {any} */ { id, description }) => [`\`${id}\``, told(description)]),
)}
For \`editor.semanticTokenColorCustomizations\`:

${table(
  ['token', 'of what'],
  semanticTokenTypes.map((/** @type {any} */ { id, description }) => [`\`${id}\``, told(description)]),
)}`;
}

function filesPage() {
  const files = [
    ['pressmark', '`pressmark.yaml`', 'Marks the root of a corpus; optional.'],
    ['annotations', '`RELEASE.annotations.yaml`', 'A sidecar: the annotations of the release beside it.'],
    ['codebook', '`codebook.yaml`', 'The codes, as a tree.'],
    ['entities', '`entities.yaml`', 'A gazetteer: who is who.'],
  ];
  const parts = files.map(([name, title, what]) => {
    const schema = json(`schemas/${name}.schema.json`);
    return `## ${title}\n${what}\n\n${table(['key', 'what it says', 'must be there'], keyRows(schema, schema, ''))}`;
  });
  return `${note}# Files

All of them are YAML 1.2, in UTF-8. Offsets are Unicode code points over the text decoded as UTF-8, without a byte-order mark, with
line ends read as LF; see [offsets and anchoring](../anchoring.md). Keys that are not listed are left alone. The schemas themselves
are in [schemas/](../../schemas).

${parts.join('\n')}`;
}

/**
 * @param {any} schema
 * @param {any} root
 * @param {string} prefix
 * @param {number} depth
 * @returns {string[][]}
 */
function keyRows(schema, root, prefix, depth = 0) {
  const object = resolve(schema, root);
  const required = new Set(object.required ?? []);
  return Object.entries(object.properties ?? {}).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const own = [`\`${name}\``, property.description ?? '', required.has(key) ? 'yes' : ''];
    const value = resolve(property, root);
    const isList = value.type === 'array';
    const inner = isList ? value.items : value;
    // Codes hold codes: once is enough.
    if (depth > 2 || (prefix.endsWith('codes[].') && key === 'codes')) return [own];
    return [own, ...keyRows(inner ?? {}, root, isList ? `${name}[].` : `${name}.`, depth + 1)];
  });
}

/**
 * What a part of a schema says where it says something: without references and the null that stands for "left out".
 *
 * @param {any} schema
 * @param {any} root
 * @returns {any}
 */
function resolve(schema, root) {
  if (schema.$ref) return resolve(root.definitions[schema.$ref.split('/').at(-1)], root);
  const choices = schema.anyOf ?? schema.oneOf;
  if (!choices) return schema;
  const [first] = choices
    .filter((/** @type {any} */ { type }) => type !== 'null')
    .map((/** @type {any} */ one) => resolve(one, root));
  return first ?? {};
}

/** @param {readonly { name: string, help: string }[]} help */
function commandLinePage(help) {
  const parts = help.map(({ name, help: text }) => `## ${name}\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`);
  return `${note}# Command line

In a checkout it is \`node dist/pressmark.js\`; these pages write \`pressmark\`. Data goes to standard output, messages to standard
error; the exit code is 0 for fine, 1 for findings, 2 for a wrong argument or a file that can't be read or written.

${parts.join('\n')}`;
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  /** @param {readonly string[]} cells */
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')).join(' | ')} |\n`;
  return `${line(head)}|${'---|'.repeat(head.length)}\n${rows.map(line).join('')}`;
}

/** @param {readonly import('./commandHelp').FormatFacts[]} formats */
function formatsPage(formats) {
  const rows = formats.map(({ id, label, isRead, units, variants, extensions }) => [
    `[\`${id}\`](#${id})`,
    label,
    isRead ? 'out, in' : 'out',
    units.join(', '),
    variants.join(', '),
    extensions.map((extension) => `\`${extension}\``).join(' '),
  ]);
  const limits = /** @type {const} */ ([
    ['carried', 'In the file and back on import, but not shown by the tool'],
    ['approximated', 'Put in a poorer way'],
    ['dropped', 'Left out'],
  ]);
  const sections = formats.map(({ id, label, description, limits: own }) => {
    const lines = limits.flatMap(([handling, title]) =>
      own[handling].length === 0 ? [] : [`- ${title}: ${own[handling].map(escaped).join('; ')}.`],
    );
    const all = lines.length === 0 ? ['Holds everything.'] : lines;
    return `## ${id}\n${label}: ${description}.\n\n${all.join('\n')}\n`;
  });
  return `${note}# Formats of exchange

What [*Export…* and *Import…*](../how-to/exchange.md) and \`pressmark export\` and \`import\` know. Offsets are counted in the first unit
unless another is chosen.

${table(['id', 'format', 'ways', 'offsets', 'variants', 'files'], rows)}
No format takes annotations whose place is not sure (unless they are asked for), keys of sidecars and codebooks that Pressmark does
not know, and what cannot be read at all. Those, and all that is listed below, stand in the loss report with counts and examples,
where the corpus has any of it.

${sections.join('\n')}`;
}

/** @param {ReturnType<typeof import('./commandHelp').ruleFacts>} rules */
function problemsPage(rules) {
  const rows = rules.map(({ id, level, description }) => [`\`${id}\``, level, description]);
  return `${note}# Problems

What the *Problems* panel and \`pressmark check\` tell, by the rule that each has as its code. [\`rules\` of \`pressmark.yaml\`](files.md)
sets another level: \`rules: {sidecar/overlap: off}\`.

${table(['rule', 'level', 'what is wrong'], rows)}`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[<>|]/g, '\\$&');
}
