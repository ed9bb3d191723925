import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../scripts/browser.mjs';
import { temporaryFolder } from '../scripts/support/temporary-folder.mjs';
import { projectFolder } from '../scripts/support/tool-cache.mjs';
import { addUserSettings, quietSettings, remoteUri, workbenchUrl } from '../scripts/support/workbench.mjs';
import { installServer, startServer } from '../scripts/vscode-server.mjs';
import { unpackInto } from '../test/ui/support/unpackedPackage';
import type { Took } from './activation/inHost';

/**
 * How long Pressmark takes to activate, beside an extension that does nothing, in the same extension hosts: median ms over
 * that many starts of VS Code. Then how long it takes until all of Pressmark is loaded and answers.
 *
 *   npx tsx bench/activation.ts [STARTS]
 */
const starts = Number(process.argv[2] ?? 15);

const [empty, pressmark] = ['bench.empty', 'pressmark.pressmark'] as const;
type Start = Readonly<Record<typeof empty | typeof pressmark | 'loaded', Took>>;

async function main(): Promise<void> {
  const root = await temporaryFolder('pressmark-activation-');
  const vsix = join(root, 'pressmark.vsix');
  execFileSync(process.execPath, [join(projectFolder, 'scripts', 'package.mjs'), '--out', vsix], {
    stdio: 'ignore',
  });
  const unpacked = join(root, 'pressmark');
  await unpackInto(unpacked, vsix);
  asksToBeActivated(unpacked);
  const tests = join(root, 'inHost');
  await build({
    entryPoints: [join(projectFolder, 'bench', 'activation', 'inHost.ts')],
    outfile: `${tests}.js`,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
  });

  const installation = await installServer();
  const dataFolder = join(root, 'data');
  // What a fresh VS Code finds in its folder of extensions it takes for installed.
  for (const name of ['first', 'empty'])
    makeEmptyExtension(join(dataFolder, 'extensions', `bench.${name}-1.0.0`), name);
  await addUserSettings(dataFolder, quietSettings);
  const server = await startServer(installation, { dataFolder, payload: true, offline: true });
  const browser = await launchBrowser();
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server.authority, unpacked)],
    ['extensionTestsPath', remoteUri(server.authority, tests)],
  ] as const;

  /** Starts an extension host on a folder with one file. */
  const start = async (folder: string): Promise<Start> => {
    const page = await browser.newPage();
    try {
      return await new Promise<Start>((resolve, reject) => {
        let said = '';
        const listen = (_type: string, [text]: readonly unknown[]): void => {
          said += `${String(text)}\n`;
          const found = /^\[activation\] (.*)$/.exec(String(text));
          if (found) resolve(JSON.parse(found[1]!) as Start);
        };
        const ended = (): void => reject(new Error(`VS Code ended without a result:\n${said}`));
        void page
          .exposeFunction('codeAutomationLog', listen)
          .then(() => page.exposeFunction('codeAutomationExit', ended))
          .then(() => page.goto(workbenchUrl(server.authority, folder, { payload })))
          .catch(reject);
      });
    } finally {
      await page.close();
    }
  };

  try {
    const foreign = folderWith(
      join(root, 'foreign'),
      'open-notes.txt',
      'Shopping: milk, bread, two pears.\n',
    );
    const sample = readFileSync(
      join(projectFolder, 'samples', '2024-03-02-visit-to-vladivostok.txt'),
      'utf8',
    );
    const release = folderWith(join(root, 'release'), 'open-2024-03-02-visit-to-vladivostok.txt', sample);
    console.log(`VS Code ${installation.version}, ${starts} starts each, median (lowest–highest)`);
    for (const [what, folder] of [
      ['a text that is no release', foreign],
      ['a press release', release],
    ] as const) {
      await start(folder); // the first one fills caches
      const all: Start[] = [];
      for (let i = 0; i < starts; i++) all.push(await start(folder));
      for (const [unit, of] of [
        ['ms', ({ ms }: Took) => ms],
        ['ms of CPU', ({ cpuMs }: Took) => cpuMs],
      ] as const) {
        const column = (id: keyof Start): string => summary(all.map((one) => of(one[id])));
        const more = summary(all.map((one) => of(one[pressmark]) - of(one[empty])));
        console.log(`${what}, ${unit}: empty ${column(empty)}, Pressmark ${column(pressmark)}, more ${more}`);
        console.log(`  then, until everything is loaded and annotations are told: ${column('loaded')}`);
      }
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Without its activation events, so that the moment of its activation is known. */
function asksToBeActivated(folder: string): void {
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  delete manifest['activationEvents'];
  writeFileSync(file, JSON.stringify(manifest));
}

function makeEmptyExtension(folder: string, name: string): void {
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name,
    publisher: 'bench',
    version: '1.0.0',
    main: './index.js',
    engines: { vscode: '^1.100.0' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, activationEvents: [] }));
  writeFileSync(join(folder, 'index.js'), 'exports.activate = () => ({});\n');
}

function folderWith(folder: string, name: string, text: string): string {
  mkdirSync(folder);
  cpSync(join(projectFolder, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, name), text);
  return folder;
}

function summary(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): string => sorted[Math.round(share * (sorted.length - 1))]!.toFixed(1);
  return `${at(0.5)} (${at(0)}–${at(1)})`;
}

void main();
