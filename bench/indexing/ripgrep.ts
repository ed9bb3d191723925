import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `PRESSMARK_RG`, or `rg` of the system, or the one that the VS Code of the tests brings. */
export function findRipgrep(): string | undefined {
  const wanted = process.env['PRESSMARK_RG'] ?? 'rg';
  if (spawnSync(wanted, ['--version']).status === 0) return wanted;
  const folder = '.vscode-test';
  const places = existsSync(folder) ? readdirSync(folder) : [];
  for (const place of places) {
    const modules = join(folder, place, 'node_modules/code-server/lib/vscode/node_modules/@vscode');
    for (const path of ['ripgrep/bin/rg', `ripgrep-universal/bin/${process.platform}-${process.arch}/rg`])
      if (spawnSync(join(modules, path), ['--version']).status === 0) return join(modules, path);
  }
  return undefined;
}

/** Milliseconds for finding all of some names, word by word, in two threads; -1 where it fails. */
export function timeRipgrep(ripgrep: string, names: readonly string[], root: string): number {
  const list = join(tmpdir(), `pressmark-names-${process.pid}.txt`);
  writeFileSync(list, names.join('\n'));
  const begun = performance.now();
  const { status } = spawnSync(
    ripgrep,
    ['--no-config', '--no-ignore', '-j2', '-F', '-w', '-o', '-n', '-f', list, root],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  );
  const took = performance.now() - begun;
  rmSync(list);
  return status === 0 || status === 1 ? took : -1;
}
