import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** Loads a package installed in `bench/`; benches are run from the project's folder. */
export const requirePeer = createRequire(resolve('bench/package.json'));

/** Whether a package is installed in `bench/`. */
export function isInstalled(peer: string): boolean {
  try {
    requirePeer.resolve(peer);
    return true;
  } catch {
    return false;
  }
}
