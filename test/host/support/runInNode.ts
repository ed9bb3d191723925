import { markConsole } from './markedConsole';
import { ConsoleReporter } from './reporter';

/**
 * Runs tests in the extension host of Node.
 *
 * @param load loads the files that describe them
 * @throws Error when tests failed: VS Code then ends with exit code 1
 */
export async function runTests(load: () => void): Promise<void> {
  markConsole();
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: ConsoleReporter, timeout: 60_000, slow: 500 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
}
