import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { projectFolder } from '../../../scripts/support/tool-cache.mjs';
import {
  addUserSettings,
  inWebWorker,
  quietSettings,
  remoteUri,
  workbenchUrl,
} from '../../../scripts/support/workbench.mjs';
import { installServer, startServer } from '../../../scripts/vscode-server.mjs';
import * as editor from './editor';
import * as palette from './palette';
import { eventually } from './patience';
import { installedExtension } from './extension';
import { corpusPageFrame, openSideBar, panelFrame } from './panel';
import { stateStored } from './stateStored';
import { openBrowserProfile, showWorkbench, temporaryFolders } from './session';
import { chooseTheme, themeSetting, themeShown, type Theme } from './themes';

/** What VS Code to open. */
export type WorkbenchOptions = {
  /** Copied to a temporary folder, which is opened; an empty one without it. */
  readonly folder?: string;
  readonly theme?: Theme;
  /** User settings besides those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** A packaged extension to install; without it Pressmark is packaged and installed, once for all workbenches. */
  readonly vsix?: string;
  /** In which extension host Pressmark runs: that of Node (the default) or the browser's, a web worker. */
  readonly host?: 'node' | 'web';
  /** Folders are opened in Restricted Mode, and nothing asks about it. */
  readonly restricted?: boolean;
};

/** Nothing asks whether a folder or a file is to be trusted. */
const withoutQuestions = {
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
};

const screenshotsFolder = join(projectFolder, 'out', 'screenshots');
const open = new Set<Workbench>();

/** Starts a VS Code with a profile of its own and waits until its folder is shown. `close` it in the end. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const installation = await installServer();
  const folders = await temporaryFolders(options.folder);
  const theme = options.theme ?? 'light';
  await addUserSettings(folders.data, {
    ...quietSettings,
    ...themeSetting(theme),
    ...(options.host === 'web' ? inWebWorker : {}),
    ...(options.restricted ? withoutQuestions : {}),
    ...options.settings,
  });
  const extensions = await installedExtension(installation, options.vsix);

  const start = (port = 0): ReturnType<typeof startServer> =>
    startServer(installation, {
      dataFolder: folders.data,
      ...extensions,
      offline: true,
      port,
      asksForTrust: options.restricted ?? false,
    });
  const profile = await openBrowserProfile();
  const workbench = new Workbench(await profile.newPage(), folders, start);
  open.add(workbench);
  await workbench.show();
  await themeShown(workbench.page, theme);
  return workbench;
}

/** The workbenches that have not been closed. */
export function openWorkbenches(): readonly Workbench[] {
  return [...open];
}

/** One VS Code in a browser page, used as a person uses it: with mouse and keyboard. */
export class Workbench {
  readonly #log: string[] = [];
  #server: Awaited<ReturnType<typeof startServer>> | undefined;

  constructor(
    readonly page: Page,
    private readonly folders: Awaited<ReturnType<typeof temporaryFolders>>,
    private readonly startServerAt: (port?: number) => ReturnType<typeof startServer>,
  ) {
    page.on('console', (message) => this.#log.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => this.#log.push(`[page error] ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => void dialog.accept()); // "leave this page?"
  }

  /** The temporary folder that is open in it, an absolute path. */
  get folder(): string {
    return this.folders.workspace;
  }

  /** How the workbench names a file or folder of this machine. */
  uriOf(path: string): string {
    return remoteUri(this.#server!.authority, path);
  }

  /** Opens a text file of the folder by its name and waits until its text is shown. */
  async openFile(name: string): Promise<void> {
    const base = name.split('/').at(-1)!;
    const tab = this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${base}"]`);
    // The list may change under the mouse while results come in; then another file opens.
    for (let attempt = 1; ; attempt++) {
      await palette.quickOpen(this.page, name);
      const opened = await tab.waitFor({ timeout: attempt < 3 ? 5_000 : 60_000 }).then(
        () => true,
        (error: unknown) => {
          if (attempt === 3) throw error;
          return false;
        },
      );
      if (opened) break;
    }
    // The tab comes before the text: until then the editor shows the file that was there before.
    await eventually(`the text of ${name}`, async () =>
      (await editor.shownUri(this.page)).endsWith(`/${base}`),
    );
  }

  /** The text of a file of the folder as it stands on the disk; undefined when there is no such file. */
  async readFile(name: string): Promise<string | undefined> {
    return readFile(join(this.folder, name), 'utf8').catch(() => undefined);
  }

  /** Runs a command by its full title, such as "Pressmark: Tag Selection". */
  async runCommand(title: string): Promise<void> {
    await palette.runCommand(this.page, title);
  }

  /** Chooses a row of the quick pick that is open or about to open. */
  async pick(label: string): Promise<void> {
    await palette.pick(this.page, label);
  }

  /** Types into the input box that is open or about to open, and accepts it. */
  async answer(text: string): Promise<void> {
    await palette.answer(this.page, text);
  }

  /** Selects a text of the active editor with the mouse. */
  async selectText(text: string, occurrence?: number): Promise<void> {
    await editor.selectText(this.page, text, occurrence);
  }

  /** Clicks into the middle of a text of the active editor. */
  async clickText(text: string, options?: Parameters<typeof editor.clickText>[2]): Promise<void> {
    await editor.clickText(this.page, text, options);
  }

  /** Rests the mouse on a text of the active editor; gives the hover that shows. */
  async hoverText(text: string, occurrence?: number): Promise<Locator> {
    return editor.hoverText(this.page, text, occurrence);
  }

  /** Chooses an entry of the context menu that is open or about to open. */
  async chooseMenuItem(label: string): Promise<void> {
    const item = this.page.locator('.context-view .action-label', { hasText: label }).first();
    await item.waitFor();
    // A menu that has just opened leaves clicks of its first tenth of a second unanswered, quicker than any hand.
    await this.page.waitForTimeout(250);
    await item.click();
    await item.waitFor({ state: 'hidden' });
  }

  /** Opens a side bar by its title in the activity bar. */
  async openSideBar(title: string): Promise<void> {
    await openSideBar(this.page, title);
  }

  /** The document of Pressmark's panel, opened if need be. */
  async panelFrame(): Promise<Frame> {
    await openSideBar(this.page, 'Pressmark');
    return panelFrame(this.page);
  }

  /** The document of a page of the corpus with a title. */
  async corpusPage(title: string | RegExp): Promise<Frame> {
    return corpusPageFrame(this.page, title);
  }

  /** A notification that says something; waits until it shows. */
  async notification(text: string | RegExp): Promise<Locator> {
    const toast = this.page
      .locator('.notifications-toasts .notification-list-item', { hasText: text })
      .first();
    await toast.waitFor();
    return toast;
  }

  /** Changes the colour theme. */
  async useTheme(theme: Theme): Promise<void> {
    await chooseTheme(this.page, theme);
  }

  /** Takes a picture of the window, out/screenshots/NAME.png. */
  async screenshot(name: string): Promise<string> {
    await mkdir(screenshotsFolder, { recursive: true });
    const path = join(screenshotsFolder, `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  /** Ends VS Code and starts it again with the same folder and user data. */
  async restart(): Promise<void> {
    const port = this.#server?.port;
    await stateStored(this.page);
    await this.page.goto('about:blank');
    await this.#server?.stop();
    await this.show(port);
  }

  /** Starts the server and shows its workbench; `openWorkbench` has done it already. */
  async show(port?: number): Promise<void> {
    this.#server = await this.startServerAt(port);
    const { authority } = this.#server;
    await showWorkbench(this.page, workbenchUrl(authority, this.folder));
  }

  /** Opens another folder or `.code-workspace` in the window, by its absolute path; without it, nothing. */
  async openPlace(place: string | undefined): Promise<void> {
    const rows = this.page.locator('.explorer-folders-view .monaco-list-row');
    // Now and then VS Code reads a workspace before it reaches the file, and shows it without folders; a person opens it again.
    for (let attempt = 1; attempt <= 3; attempt++) {
      await this.page.goto('about:blank');
      await showWorkbench(this.page, workbenchUrl(this.#server!.authority, place));
      if (place === undefined) return;
      const isShown = await rows
        .first()
        .waitFor({ timeout: 20_000 })
        .then(() => true)
        .catch(() => false);
      if (isShown) return;
    }
    throw new Error(`VS Code shows nothing of ${place}.`);
  }

  /** Keeps a picture and the logs of VS Code and its extension host in a folder, for the person who looks into a failure. */
  async keepEvidence(into: string): Promise<void> {
    await mkdir(into, { recursive: true });
    await this.page.screenshot({ path: join(into, 'screen.png') }).catch(() => undefined);
    await writeFile(join(into, 'browser-console.log'), this.#log.join('\n'));
    await writeFile(join(into, 'server.log'), this.#server?.output() ?? '');
    await cp(join(this.folders.data, 'data', 'logs'), join(into, 'logs'), { recursive: true }).catch(
      () => undefined,
    );
  }

  /** Ends VS Code and removes its folders. */
  async close(): Promise<void> {
    open.delete(this);
    await this.page.context().close();
    await this.#server?.stop();
    await this.folders.remove();
  }
}
