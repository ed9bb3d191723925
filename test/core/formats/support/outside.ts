import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Programs and files of others that some tests check exports with; tests skip with a notice where they are missing. */
export function isInstalled(program: string, argument = '--version'): boolean {
  return spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined;
}

/** Path of a file of `../shared`, or undefined. */
export function sharedFile(path: string): string | undefined {
  const full = join(__dirname, '../../../../../shared', path);
  return existsSync(full) ? full : undefined;
}

/** A schema of others: where an environment variable says it lies, or in `../shared`. */
export function schemaFile(variable: string, path: string): string | undefined {
  const named = process.env[variable];
  return named !== undefined && existsSync(named) ? named : sharedFile(path);
}

/** Skips the running test and says why, so that nobody takes it for passed. */
export function skipFor(test: Mocha.Context, missing: string): never {
  console.log(`      skipped: ${missing} is not here`);
  return test.skip();
}

/** A folder that is gone after `use`. */
export function withTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a program on texts written to files; returns its output, throws with it where it fails. */
export function runOnFiles(program: string, args: readonly string[], contents: readonly string[]): string {
  return withTemporaryFolder((folder) => {
    const paths = contents.map((content, i) => {
      const path = join(folder, `${i}.xml`);
      writeFileSync(path, content);
      return path;
    });
    return execFileSync(program, [...args, ...paths], { encoding: 'utf8', stdio: 'pipe' });
  });
}

/** As {@link withTemporaryFolder}, for what takes time. */
export async function withTemporaryFolderFor<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'pressmark-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
