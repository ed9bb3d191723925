import 'mocha/mocha.js';
import { markConsole } from './markedConsole';
import { ConsoleReporter } from './reporter';

/**
 * Runs tests in the extension host of a browser.
 *
 * @param load loads the files that describe them
 * @throws Error when tests failed: VS Code then ends with exit code 1
 */
export function runTests(load: () => void): Promise<void> {
  markConsole();
  mocha.setup({ ui: 'bdd', reporter: ConsoleReporter, timeout: 60_000, slow: 500, fullTrace: true });
  load();
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
