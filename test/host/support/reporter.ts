import type { ReporterConstructor, Runner, Test } from 'mocha';

/** How a run of tests went. */
export type Result = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The line that tells the runner outside of VS Code how the tests went begins with it. */
export const resultMark = '[result]';

/** Prints the tests as they end, one a line, through the console: the only way out of an extension host. */
function reportToConsole(runner: Runner): void {
  let [passed, failed, skipped, depth] = [0, 0, 0, -1];
  const line = (text: string): void => console.log('  '.repeat(depth) + text);

  runner.on('suite', (suite) => {
    if (!suite.root) line(suite.title);
    depth++;
  });
  runner.on('suite end', () => {
    depth--;
  });
  runner.on('pass', (test) => {
    passed++;
    line(`✔ ${test.title}${test.speed === 'fast' ? '' : ` (${test.duration} ms)`}`);
  });
  runner.on('pending', (test) => {
    skipped++;
    line(`- ${test.title} (skipped)`);
  });
  runner.on('fail', (test, error) => {
    failed++;
    line(`✖ ${test.title}`);
    console.log(describe(test, error));
  });
  runner.on('end', () => {
    console.log(`${resultMark} ${JSON.stringify({ passed, failed, skipped } satisfies Result)}`);
  });
}

/** The same as mocha wants it: called with `new`, what a plain function does too. */
export const ConsoleReporter = reportToConsole as unknown as ReporterConstructor;

function describe(
  test: Test,
  error: Error & { readonly actual?: unknown; readonly expected?: unknown },
): string {
  const compared =
    'expected' in error && !error.message.includes('\n')
      ? [`  expected ${show(error.expected)}`, `  actual   ${show(error.actual)}`]
      : [];
  const cause = error.cause instanceof Error ? [`caused by ${error.cause.stack}`] : [];
  return [test.fullTitle(), error.stack ?? String(error), ...compared, ...cause].join('\n');
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
