// @ts-check
// Gathers every message that people read, and says what the translations lack.
//
//   npm run l10n            lists what is missing or no longer used in each language; ends with 1 if anything is
//   npm run l10n -- --json  prints the messages that are missing in each language as JSON, for translators
//
// Messages of the code are the first arguments of vscode.l10n.t(…) in src/, of sentence(…) in core (src/core/text/message.ts), and
// of t(…) in the pages of webviews; their
// translations are l10n/bundle.l10n.LANGUAGE.json. Messages of the manifest are package.nls.json; theirs are
// package.nls.LANGUAGE.json.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';

export const languages = ['ko', 'ru'];

/** @typedef {Record<string, string>} Messages what the code or the manifest asks for, and what is shown */
/** @typedef {{ language: string, file: string, source: Messages, translated: Messages }} Translation */

/** @returns {Promise<readonly Translation[]>} */
export async function translations() {
  const code = await codeMessages();
  const manifest = await messagesOf('package.nls.json');
  const all = [];
  for (const language of languages) {
    for (const [file, source] of /** @type {const} */ ([
      [`l10n/bundle.l10n.${language}.json`, code],
      [`package.nls.${language}.json`, manifest],
    ])) {
      all.push({ language, file, source, translated: await messagesOf(file) });
    }
  }
  return all;
}

/** @param {Translation} translation */
export function problemsOf({ source, translated }) {
  return {
    missing: Object.keys(source).filter((key) => !translated[key]),
    unused: Object.keys(translated).filter((key) => !(key in source)),
    otherHoles: Object.keys(source).filter(
      (key) => translated[key] && holes(source[key] ?? '') !== holes(translated[key] ?? ''),
    ),
  };
}

/** @param {string} message */
function holes(message) {
  return [...new Set(message.match(/\{\d+\}|\]\([^)]*\)|\$\([^)]*\)/g) ?? [])].sort().join(' ');
}

/** @returns {Promise<Messages>} */
async function codeMessages() {
  const folder = join(projectFolder, 'src');
  const all = await readdir(folder, { recursive: true });
  // The command line speaks English.
  const files = all.filter((name) => name.endsWith('.ts') && !name.startsWith('cli')).sort();
  /** @type {Messages} */
  const messages = {};
  for (const name of files) {
    const source = await readFile(join(folder, name), 'utf8');
    if (!/\b(t|sentence)\(/.test(source)) continue;
    visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true), messages);
  }
  return messages;
}

/**
 * @param {ts.Node} node
 * @param {Messages} messages
 */
function visit(node, messages) {
  if (ts.isCallExpression(node) && /^(vscode\.l10n\.t|t|sentence)$/.test(node.expression.getText())) {
    const [first] = node.arguments;
    if (first && ts.isStringLiteralLike(first)) messages[first.text] = first.text;
    else if (first) throw new Error(`${node.getSourceFile().fileName}: not a literal: ${node.getText()}`);
  }
  ts.forEachChild(node, (child) => visit(child, messages));
}

/**
 * @param {string} file
 * @returns {Promise<Messages>}
 */
async function messagesOf(file) {
  try {
    return JSON.parse(await readFile(join(projectFolder, file), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

async function main() {
  const all = await translations();
  if (process.argv.includes('--json')) {
    const missing = all.map(({ file, ...translation }) => [
      file,
      Object.fromEntries(
        problemsOf({ file, ...translation }).missing.map((key) => [key, translation.source[key]]),
      ),
    ]);
    console.log(JSON.stringify(Object.fromEntries(missing), undefined, 2));
    return;
  }
  for (const translation of all) {
    const problems = problemsOf(translation);
    for (const [kind, keys] of Object.entries(problems)) {
      for (const key of keys) console.log(`${translation.file}: ${kind}: ${key}`);
      if (keys.length > 0) process.exitCode = 1;
    }
  }
  const count = Object.keys(all[0]?.source ?? {}).length + Object.keys(all[1]?.source ?? {}).length;
  console.log(`${count} messages, in ${languages.join(', ')}`);
}

runAsScript(import.meta.url, main);
