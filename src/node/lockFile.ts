import { createHash } from 'node:crypto';
import { chmod, link, mkdir, readFile, realpath, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { noLock, type FileLock } from '../core/annotation/fileSystem';

/** A lock nobody gave back in so long is of a program that hangs. */
const staleAfter = 30_000;
const giveUpAfter = 10_000;

/**
 * Keeps other processes of this machine from writing to `path` until the lock is given back. Locks of processes that ended don't
 * count. Where locks can't be kept at all, or one isn't given back in ten seconds, it goes on without.
 */
export async function lockFile(path: string): Promise<FileLock> {
  const lock = await lockPath(path);
  if (lock === undefined) return noLock;
  const own = `${process.pid} ${process.hrtime.bigint()}`;
  const started = Date.now();
  for (let delay = 2; ; delay = Math.min(delay * 1.5, 50)) {
    try {
      await writeFile(lock, own, { flag: 'wx' });
      return { keepsAll: true, release: () => release(lock, own) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return noLock;
    }
    if (await isStale(lock)) await takeAway(lock);
    else if (Date.now() - started > giveUpAfter) return noLock;
    else await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())));
  }
}

async function lockPath(path: string): Promise<string | undefined> {
  try {
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    const name = createHash('sha256')
      .update(join(folder, basename(path)))
      .digest('hex')
      .slice(0, 32);
    const locks = join(tmpdir(), 'pressmark-locks');
    // For all people who work on this machine; the mask of the process applies to `mkdir`.
    if (await mkdir(locks, { recursive: true })) await chmod(locks, 0o1777);
    return join(locks, name);
  } catch {
    return undefined;
  }
}

async function release(lock: string, own: string): Promise<void> {
  if ((await readFile(lock, 'utf8').catch(() => '')) === own) await unlink(lock).catch(() => undefined);
}

async function isStale(lock: string): Promise<boolean> {
  const [owner, info] = await Promise.all([
    readFile(lock, 'utf8').catch(() => ''),
    stat(lock).catch(() => undefined),
  ]);
  if (!info) return false;
  const age = Date.now() - info.mtimeMs;
  const pid = Number(owner.split(' ')[0]);
  // Between making a lock and writing its owner there is a moment.
  if (!pid) return age > 1000;
  return age > staleAfter || !isAlive(pid);
}

/** One process takes a stale lock away: the one whose rename works. */
async function takeAway(lock: string): Promise<void> {
  const aside = `${lock}.${process.pid}`;
  try {
    await rename(lock, aside);
    // Between looking and taking somebody else may have taken it away and made a lock of their own: theirs goes back.
    if (!(await isStale(aside))) await link(aside, lock).catch(() => undefined);
    await unlink(aside);
  } catch {
    // Somebody else did, or it isn't ours to take: the wait goes on.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
