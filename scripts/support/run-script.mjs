// @ts-check
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Runs a script's main function, if it is this script that was started: a failure ends in its message alone.
 *
 * @param {string} url `import.meta.url` of the script
 * @param {() => Promise<void>} main
 */
export function runAsScript(url, main) {
  const started = process.argv[1];
  if (started === undefined || realpathSync(started) !== realpathSync(fileURLToPath(url))) return;
  main().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
