// @ts-check
// Runs the checks and the tests, and ends with a line "N passed, N failed".
//
//   npm test                                 everything
//   npm test -- core                         one part or several: build lint types core host web ui
//   npm test -- host --vscode minimum        host and web tests on another VS Code; see vscode-server.mjs
//   npm test -- ui --grep "side panel"       tests with such a title, of core and ui
//   npm test -- test/ui/some.test.ts         files of core and ui
//
// core: plain mocha. host: inside the extension host of Node. web: inside the extension host of a browser. ui: a browser
// in which the tests type and click; PRESSMARK_BROWSER names the one to use. Failed ui tests leave a screenshot and logs
// in out/failures/, host and web tests their logs in out/test/.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { runHostTests } from './host-tests.mjs';
import { endProcess, startProcess } from './support/processes.mjs';
import { runAsScript } from './support/run-script.mjs';
import { projectFolder } from './support/tool-cache.mjs';
import { installServer } from './vscode-server.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { vscode: { type: 'string' }, grep: { type: 'string' } },
});

const files = positionals
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => name.replaceAll('\\', '/'));
const wantedParts = [
  ...positionals.filter((name) => !name.endsWith('.test.ts')),
  ...files.map((name) => /test\/(core|ui)\//.exec(name)?.[1] ?? name),
];

/** Whether several parts run at once, each in processes of up to a gigabyte. */
const roomy = availableParallelism() > 1 && process.availableMemory() > 5e9;

/** How many processes share the core tests. */
const coreJobs = roomy ? Math.min(availableParallelism(), 4) : 1;

/** A part that takes longer hangs. */
const endsWithinMs = 20 * 60_000;

/**
 * @typedef {import('./host-tests.mjs').Result} Result
 * @typedef {string[] | undefined} Kept what a part prints, where it is not printed at once
 */

/** @type {Record<string, { title: string, run: (kept: Kept) => Promise<Result>, needsBuild?: boolean }>} */
const parts = {
  build: { title: 'Build', run: (kept) => check('build', kept) },
  lint: { title: 'Lint', run: (kept) => check('lint', kept) },
  types: { title: 'Types', run: (kept) => check('types', kept) },
  core: { title: 'Core tests', run: (kept) => mocha('core', kept) },
  host: {
    title: 'Host tests (extension host of Node)',
    run: () => runHostTests('host', options.vscode),
    needsBuild: true,
  },
  web: {
    title: 'Web tests (extension host of a browser)',
    run: () => runHostTests('web', options.vscode),
    needsBuild: true,
  },
  ui: { title: 'UI tests (a browser, as a person)', run: (kept) => mocha('ui', kept), needsBuild: true },
};

/** One after the other; those of a line side by side. The build comes first, as it writes what others read. */
const stages = [['build'], ['lint', 'types', 'core'], ['host'], ['web'], ['ui']];

const total = { passed: 0, failed: 0, skipped: 0 };
let buildFailed = false;

/** @returns {Promise<void>} */
async function main() {
  const unknown = wantedParts.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(' ')}`);
    process.exit(2);
  }
  if (options.vscode !== undefined) process.env['PRESSMARK_VSCODE'] = options.vscode;

  const fetched = ['host', 'web', 'ui'].some(isWanted) ? fetchTools() : undefined;
  for (const stage of stages) {
    const names = stage.filter(isWanted);
    if (names.some((name) => parts[name]?.needsBuild)) await fetched;
    if (names.length > 1 && roomy) {
      console.log(`\nSide by side: ${names.join(', ')} …`);
      await Promise.all(names.map((name) => runPart(name, [])));
    } else {
      for (const name of names) await runPart(name);
    }
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed === 0 ? 0 : 1);
}

/** @param {string} name of a part */
function isWanted(name) {
  if (wantedParts.length === 0 || wantedParts.includes(name)) return true;
  return name === 'build' && wantedParts.some((wanted) => parts[wanted]?.needsBuild);
}

/** Fetches VS Code and a browser, if need be, while other parts run. What fails here is told by the part that needs it. */
async function fetchTools() {
  const quiet = () => undefined;
  await installServer(options.vscode).catch(quiet);
  await findBrowser().catch(quiet);
}

/**
 * @param {string} name
 * @param {Kept} [kept] printed at the end, as others print too
 */
async function runPart(name, kept) {
  const { title, run, needsBuild } = /** @type {(typeof parts)[string]} */ (parts[name]);
  const heading = `\n── ${title} ──`;
  if (!kept) console.log(heading);
  if (needsBuild && buildFailed) {
    console.log('not run, as the build failed');
    return;
  }
  const start = Date.now();
  const result = await run(kept).catch((error) => {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  buildFailed ||= name === 'build' && result.failed > 0;
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  if (kept) console.log(`${heading}\n${kept.join('').trimEnd()}`);
  console.log(`${result.failed === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - start) / 1000)} s`);
}

/**
 * Runs one of package.json's scripts; counts only when it fails.
 *
 * @param {string} script
 * @param {Kept} kept
 * @returns {Promise<Result>}
 */
async function check(script, kept) {
  const code = await run('npm', ['run', '--silent', script], { kept, shell: process.platform === 'win32' });
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {'core' | 'ui'} suite
 * @param {Kept} kept
 * @returns {Promise<Result>}
 */
async function mocha(suite, kept) {
  const counts = join(projectFolder, 'out', 'test', `${suite}-counts.json`);
  await mkdir(join(projectFolder, 'out', 'test'), { recursive: true });
  await rm(counts, { force: true });
  const args = [
    '--config',
    `test/${suite}/.mocharc.json`,
    '--reporter',
    'scripts/support/counting-reporter.cjs',
  ];
  const chosen = files.filter((name) => name.includes(`test/${suite}/`));
  args.push(...(chosen.length > 0 ? chosen : [`test/${suite}/**/*.test.ts`]));
  if (options.grep !== undefined) args.push('--grep', options.grep);
  if (suite === 'core' && chosen.length !== 1 && coreJobs > 1)
    args.push('--parallel', '--jobs', String(coreJobs));
  const bin = join(projectFolder, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const code = await run(process.execPath, [bin, ...args], {
    kept,
    environment: { PRESSMARK_COUNTS: counts },
  });
  const result = await readFile(counts, 'utf8').then(JSON.parse, () => undefined);
  if (result === undefined) console.log('The tests broke off before their end.');
  const { passed, failed, skipped } = result ?? { passed: 0, failed: 1, skipped: 0 };
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed, skipped };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {object} options
 * @param {Kept} options.kept
 * @param {Record<string, string>} [options.environment] added to that of this process
 * @param {boolean} [options.shell]
 * @returns {Promise<number | null>} exit code; null when it had to be ended
 */
async function run(command, args, { kept, environment = {}, shell = false }) {
  const colors = kept && process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const print = kept ? 'pipe' : 'inherit';
  const child = startProcess(command, args, {
    cwd: projectFolder,
    env: { ...process.env, ...colors, ...environment },
    shell,
    stdio: ['ignore', print, print],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (data) => kept?.push(data));
  const timer = setTimeout(() => {
    console.log(`ended after ${endsWithinMs / 60_000} minutes`);
    void endProcess(child);
  }, endsWithinMs);
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearTimeout(timer);
  return code;
}

runAsScript(import.meta.url, main);
