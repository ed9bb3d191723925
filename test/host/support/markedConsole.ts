/** Begins every line that the runner outside of VS Code passes on; the rest of the console is the workbench's. */
export const lineMark = '[test] ';

/** Marks what the tests and the extension print. */
export function markConsole(): void {
  const original = console;
  const marked = (level: 'log' | 'info' | 'warn' | 'error'): PropertyDescriptor => {
    const print = original[level].bind(original);
    return { value: (...values: readonly unknown[]) => print(lineMark + values.map(asText).join(' ')) };
  };
  // An extension host ignores it when a method of its console is replaced, so the console is.
  globalThis.console = Object.create(original, {
    log: marked('log'),
    info: marked('info'),
    warn: marked('warn'),
    error: marked('error'),
  }) as Console;
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
