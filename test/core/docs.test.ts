import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { CommanderError, type Command } from 'commander';
import { parse } from 'yaml';
import { commandHelp, formatFacts, program, ruleFacts } from '../../scripts/docs/commandHelp';
import { referencePages } from '../../scripts/docs/referencePages.mjs';
import { readCodebook } from '../../src/core/annotation/codebookFile';
import { readSidecar } from '../../src/core/annotation/sidecar';
import { readProject } from '../../src/core/corpus/project';
import { readGazetteer } from '../../src/core/recognition/gazetteerFile';
import type { Problem } from '../../src/core/text/problem';

const root = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => `docs/${path.replaceAll('\\', '/')}`);
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...inDocs];

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

function blocksOf(page: string): Block[] {
  // Indented as in a list, they are blocks all the same.
  return [...read(page).matchAll(/^([ ]*)```(\w*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent, language, text]) => ({
      page,
      language: language!,
      text: text!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  );
}
const blocks = pages.flatMap(blocksOf);
const ofLanguage = (language: string): Block[] => blocks.filter((block) => block.language === language);

/** What a page says outside of its code blocks. */
const prose = (page: string): string => read(page).replace(/^([ ]*)```\w*\n[\s\S]*?^\1```$/gm, '');

const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  contributes: {
    commands: { command: string; title: string }[];
    configuration: { properties: Record<string, unknown> };
    colors: { id: string }[];
    taskDefinitions: { properties: Record<string, { enum?: string[] }> }[];
  };
};
const strings = JSON.parse(read('package.nls.json')) as Record<string, string>;
const titles = new Set(
  manifest.contributes.commands.map(({ title }) => strings[title.slice(1, -1)] ?? title),
);
const ids = new Set([
  'pressmark.pressmark',
  ...manifest.contributes.commands.map(({ command }) => command),
  ...Object.keys(manifest.contributes.configuration.properties),
  ...manifest.contributes.colors.map(({ id }) => id),
]);

describe('The documentation', () => {
  it('has a reference that is up to date (`npm run docs` makes it)', () => {
    for (const [path, text] of Object.entries(referencePages(commandHelp(), formatFacts(), ruleFacts()))) {
      assert.equal(read(`docs/${path}`), text, `docs/${path}`);
    }
  });

  it('is linked from its first pages, every page of it', () => {
    const linked = new Set(['README.md', 'CONTRIBUTING.md', 'docs/index.md']);
    for (const page of linked) {
      for (const [, target] of prose(page).matchAll(/\]\(([^)#\s]+\.md)(?:#[^)]*)?\)/g)) {
        const path = relative(root, join(root, dirname(page), target!)).replaceAll('\\', '/');
        if (path.startsWith('docs/')) linked.add(path);
      }
    }
    assert.deepEqual(
      inDocs.filter((page) => !linked.has(page)),
      [],
      'docs/index.md is to link them',
    );
    assert.match(read('README.md'), /\]\(docs\/index\.md\)/);
  });

  it('has no link that leads nowhere', () => {
    let count = 0;
    for (const page of pages) {
      for (const [, target] of prose(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target!)) continue;
        const [path, heading] = target!.split('#');
        const file = path === '' ? join(root, page) : join(root, dirname(page), path!);
        assert(existsSync(file), `${page}: ${target}`);
        count++;
        if (heading === undefined || statSync(file).isDirectory()) continue;
        const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
          title!
            .toLowerCase()
            .replace(/[^\p{L}\p{N} _-]/gu, '')
            .replaceAll(' ', '-'),
        );
        assert(headings.includes(heading), `${page}: ${target}`);
      }
    }
    assert(count > 30, `${count} links`);
  });

  it('names commands by the titles they have, and commands, settings and colours by their ids', () => {
    let count = 0;
    for (const page of pages) {
      for (const [, title] of prose(page).matchAll(/\*Pressmark:\s([^*]+)\*/g)) {
        const known = title!.replace(/\s+/g, ' ');
        assert(titles.has(known) || known === '…', `${page}: there is no command “${known}”`);
        count++;
      }
      for (const [, id] of read(page).matchAll(/[`"](pressmark\.[A-Za-z]\w*)[`"]/g)) {
        // The project file, and keys of git, are no ids of the manifest.
        if (id === 'pressmark.yaml') continue;
        assert(ids.has(id!), `${page}: there is no ${id}`);
        count++;
      }
    }
    assert(count > 20, `${count} names`);
  });

  it('has YAML that the program itself reads without a problem', () => {
    for (const { page, text } of ofLanguage('yaml')) {
      const told = problemsOf(text).map(({ message }) => message);
      assert.deepEqual(told, [], `${page}\n${text}`);
    }
    assert(ofLanguage('yaml').length >= 8);
  });

  it('has JSON that can be parsed, with tasks and arguments that there are', () => {
    for (const { page, text } of ofLanguage('json')) {
      // A line or two of a larger file may stand without its braces.
      const value = JSON.parse(/^\s*"/.test(text) ? `{${text}}` : text) as {
        command?: string;
        tasks?: readonly Record<string, unknown>[];
      };
      if (value.command !== undefined) assert(ids.has(value.command), `${page}: ${value.command}`);
      const { properties } = manifest.contributes.taskDefinitions[0]!;
      for (const { type, problemMatcher, ...task } of value.tasks ?? []) {
        assert.equal(type, 'pressmark', page);
        assert(problemMatcher === undefined || problemMatcher === '$pressmark', page);
        for (const key of Object.keys(task)) assert(key in properties, `${page}: ${key}`);
        assert(properties['command']!.enum!.includes(task['command'] as string), page);
      }
    }
  });

  it('has command lines that the program understands, and scripts that there are', async () => {
    let count = 0;
    const lines = blocks
      .filter(({ language }) => language === 'sh' || language === 'yaml')
      .flatMap(({ page, text }) =>
        text.split('\n').map((line) => ({ page, line: line.replace(/\s#\s.*$/, '') })),
      );
    for (const { page, line } of lines) {
      for (const [, script] of line.matchAll(/npm run (\S+)/g))
        assert(script! in manifest.scripts, `${page}: ${line}`);
      const call = /(?:^|\s)(?:node \S*pressmark\.js|pressmark)\s+([a-z-].*)$/.exec(line);
      if (!call || /^(?:git|echo)\s/.test(line)) continue;
      await understands(program(), argumentsOf(call[1]!), `${page}: ${line}`);
      count++;
    }
    assert(count > 12, `${count} command lines`);
  });
});

/** By its first comment, a file of a corpus; a list is annotations; anything else has to be YAML. */
function problemsOf(text: string): readonly Problem[] {
  const [, name] = /^# (\S+)/.exec(text) ?? [];
  if (name === 'pressmark.yaml') return readProject(text).problems;
  if (name === 'codebook.yaml') return readCodebook(text).problems;
  if (name === 'entities.yaml') return readGazetteer(text).problems;
  if (/^- id:/.test(text))
    return readSidecar(`version: 1\nrelease: visit.txt\nannotations:\n${text}`).problems;
  if (text.includes('\nannotations:')) return readSidecar(text).problems;
  parse(text);
  return [];
}

function argumentsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

/** Parses a command line without doing what it says. */
async function understands(command: Command, args: readonly string[], where: string): Promise<void> {
  for (const one of command.commands) one.action(() => undefined);
  try {
    await command.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    assert.fail(`${where}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
