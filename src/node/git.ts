import { spawn } from 'node:child_process';
import { basename, dirname } from 'node:path';
import type { TextFingerprint } from '../core/annotation/annotation';
import { fingerprint } from '../core/annotation/fingerprint';

/** Commits of a release that are looked at for the text its sidecar speaks of, newest first. */
const maxCommits = 200;
const timeoutMs = 10_000;

/** git's `user.name` where a folder lies; undefined without git or a name. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  return (await git(folder, ['config', 'user.name']))?.toString('utf8').trim() || undefined;
}

/**
 * The newest committed text of a release that has this fingerprint, without BOM; undefined where git is absent, the file
 * is in no repository, or no commit of it (of the newest {@link maxCommits}, through renames) has such a text.
 */
export async function committedText(file: string, text: TextFingerprint): Promise<string | undefined> {
  const folder = dirname(file);
  const log = await git(folder, [
    'log',
    '--follow',
    '--no-show-signature',
    `--max-count=${maxCommits}`,
    '--format=%x00%H',
    '--name-only',
    '-z',
    '--relative',
    '--',
    basename(file),
  ]);
  if (!log) return undefined;
  const seen = new Set<string>();
  for (const { commit, path } of versions(log.toString('utf8'))) {
    const blob = await git(folder, ['rev-parse', '--verify', '--quiet', `${commit}:./${path}`]);
    const id = blob?.toString('utf8').trim();
    if (!id || seen.has(id)) continue;
    seen.add(id);
    const content = await git(folder, ['cat-file', 'blob', id]);
    const candidate = content && new TextDecoder('utf-8').decode(content);
    if (candidate !== undefined && fingerprint(candidate).sha256 === text.sha256) return candidate;
  }
  return undefined;
}

/** The common ancestor that git keeps of a file while its merge isn't finished; undefined where there is none. */
export async function mergeBase(file: string): Promise<string | undefined> {
  const blob = await git(dirname(file), ['show', `:1:./${basename(file)}`]);
  return blob && new TextDecoder('utf-8').decode(blob);
}

/** `git log -z --format=%x00%H --name-only` gives, for each commit, its hash and the name the file had there. */
function versions(log: string): readonly { readonly commit: string; readonly path: string }[] {
  const parts = log.split('\0').map((part) => part.trim());
  const found: { commit: string; path: string }[] = [];
  let commit: string | undefined;
  for (const part of parts) {
    if (/^[0-9a-f]{40,64}$/.test(part)) commit = part;
    else if (part !== '' && commit !== undefined) found.push({ commit, path: part });
  }
  return found;
}

/**
 * What git prints, or undefined where it fails, isn't there or takes too long. No shell is involved. A repository's own settings
 * may name programs: those of a folder that nobody trusts are not to be asked (the extension doesn't).
 */
function git(folder: string, args: readonly string[]): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', ['-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      timeout: timeoutMs,
      stdio: ['ignore', 'pipe', 'ignore'],
      // Nothing is asked for, locked or fetched.
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1' },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
  });
}
