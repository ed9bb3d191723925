// @ts-check
// What the desktop of this machine offers: a VS Code, and a browser to show a page in.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const { platform, env } = process;

/** Whether this process can open a window: not on a server, nor in a terminal of a remote VS Code. */
export function hasDesktop() {
  if (env['SSH_CONNECTION'] || env['VSCODE_IPC_HOOK_CLI']) return false;
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/** @returns {string | undefined} the command line of an installed desktop VS Code */
export function desktopCode() {
  if (!hasDesktop()) return undefined;
  const names = ['code', 'code-insiders', 'codium'].map((name) =>
    platform === 'win32' ? `${name}.cmd` : name,
  );
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  if (platform === 'darwin') {
    for (const applications of ['/Applications', join(homedir(), 'Applications')]) {
      for (const name of ['Visual Studio Code', 'Visual Studio Code - Insiders', 'VSCodium']) {
        folders.push(join(applications, `${name}.app`, 'Contents', 'Resources', 'app', 'bin'));
      }
    }
  }
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/**
 * Shows a page in the person's own browser; without one nothing happens.
 *
 * @param {string} url
 */
export function showInBrowser(url) {
  if (!hasDesktop()) return;
  const command =
    { darwin: 'open', win32: 'explorer.exe' }[/** @type {'darwin' | 'win32'} */ (platform)] ?? 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // the address is printed, too
  child.unref();
}
