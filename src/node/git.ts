import { execFile } from 'node:child_process';
import type { TextFingerprint } from '../core/annotation/annotation';

/** git's `user.name` where a folder lies; undefined without git or a name. */
export function gitUserName(folder: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', ['config', 'user.name'], { cwd: folder, timeout: 5000 }, (error, stdout) => {
      resolve(error ? undefined : stdout.trim() || undefined);
    });
  });
}

export function committedText(_release: string, _text: TextFingerprint): Promise<string | undefined> {
  return Promise.resolve(undefined);
}
