const ofValue: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n' };

/** A feature's value in a column: the separators of the format are preceded by a backslash. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;\t\n*]/g, (found) => ofValue[found] ?? `\\${found}`);
}

export function unescapeValue(value: string): string {
  return value.replace(/\\(->|[\s\S])/g, (_, escaped: string) =>
    escaped === 't' ? '\t' : escaped === 'n' ? '\n' : escaped,
  );
}

const ofText: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\b': '\\b',
};
const unescapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

/** Text of a sentence as the format has it since 3.2: backslash and control characters only. */
export function escapeText(text: string): string {
  return text.replace(/[\\\0-\x0a\x0c-\x1f]/g, (found) => ofText[found] ?? `\\${found}`);
}

export function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, escaped: string) => unescapes[escaped] ?? escaped);
}
