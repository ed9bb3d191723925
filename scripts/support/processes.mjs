// @ts-check
// Child processes that never outlive the script that started them.
import { spawn, spawnSync } from 'node:child_process';

const onWindows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let watching = false;

/**
 * Starts a process in a group of its own, so that it can be ended with all of its children, and ends it when this
 * process ends, however it does (short of SIGKILL).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function startProcess(command, args, options = {}) {
  endWithThisProcess();
  const child = spawn(command, [...args], { ...options, detached: !onWindows, windowsHide: true });
  running.add(child);
  child.on('error', () => running.delete(child)); // it could not be started
  child.on('exit', () => {
    killTree(child, 'SIGKILL'); // what the process left behind in its group
    running.delete(child);
  });
  return child;
}

/**
 * Ends a process and its children: politely, then by force.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} [patienceMs] how long it may take to end by itself
 * @returns {Promise<void>}
 */
export async function endProcess(child, patienceMs = 5_000) {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  killTree(child, 'SIGTERM');
  const timer = setTimeout(() => killTree(child, 'SIGKILL'), patienceMs);
  await ended;
  clearTimeout(timer);
}

/** @returns {Promise<void>} when everything started here has ended */
export async function endAllProcesses() {
  await Promise.all([...running].map((child) => endProcess(child, 3_000)));
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function killTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // it has ended already
  }
}

function endWithThisProcess() {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) killTree(child, 'SIGKILL');
  });
  for (const [signal, code] of /** @type {const} */ ([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])) {
    let asked = false;
    process.on(signal, () => {
      if (asked) process.exit(code);
      asked = true;
      void endAllProcesses().then(() => process.exit(code));
    });
  }
}
