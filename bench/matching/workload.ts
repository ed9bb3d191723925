import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const sizes = [50, 5000, 100_000] as const;

const generator = resolve(__dirname, '../../../shared/bench/generate-corpus.mjs');

/** Whether the generator of texts and gazetteers is there; it lives beside the project. */
export function hasGenerator(): boolean {
  return existsSync(generator);
}

/** Makes `files` texts and three gazetteers in a new folder, the same every time. */
export function generate(files: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-matching-'));
  execFileSync(process.execPath, [generator, String(files), join(folder, 'corpus'), folder]);
  return folder;
}

export interface Texts {
  readonly texts: readonly string[];
  /** UTF-8 bytes of all of them. */
  readonly bytes: number;
}

export function readTexts(folder: string): Texts {
  const files = readdirSync(join(folder, 'corpus'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.txt'),
  );
  const buffers = files.sort().map((name) => readFileSync(join(folder, 'corpus', name)));
  return {
    texts: buffers.map((buffer) => buffer.toString('utf8')),
    bytes: buffers.reduce((sum, buffer) => sum + buffer.length, 0),
  };
}

export function readAliases(folder: string, size: number): string[] {
  const { entities } = parse(readFileSync(join(folder, `gazetteer-${size}.yaml`), 'utf8')) as {
    entities: { name: string; aliases: string[] }[];
  };
  return entities.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/**
 * A text as an exact matcher needs it to find what a tolerant one does: no diacritics, plain quotes and hyphens, no markup, single
 * spaces. Loses the offsets.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/gu, "'")
    .replace(/[‐‑–−]/gu, '-')
    .replace(/\*\*/gu, '')
    .replace(/\s+/gu, ' ');
}
