import type { YamlMap, YamlValue } from './value';

export interface RenderStyle {
  /** Spaces that lines below the first one begin with. */
  readonly indent: number;
  readonly eol: '\n' | '\r\n';
  /** On one line, in brackets and braces. */
  readonly flow?: boolean;
  /** Keys whose maps (or maps in lists) are written on one line. */
  readonly flowKeys?: ReadonlySet<string>;
}

/** Keys whose values are dates: written plain, though YAML 1.1 readers give them a type of their own. */
const dateKeys = new Set(['created', 'modified', 'from', 'until', 'date']);
const listWidth = 90;

/**
 * YAML for a value, to stand after `key: ` or `- `. A block value begins with a line break and its indent where it has to
 * (`key:` before a list or map); after `- ` the caller strips it.
 */
export function renderValue(value: YamlValue, style: RenderStyle, key = ''): string {
  if (typeof value === 'string') return renderString(value, style, key);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return renderNumber(value);
  const pad = style.eol + ' '.repeat(style.indent);
  if (isList(value)) {
    if (value.length === 0) return '[]';
    const flow = renderFlow(value, key);
    if (style.flow || (value.every(isScalarValue) && flow.length <= listWidth && !/\\n|\n/.test(flow)))
      return flow;
    return value
      .map((item) => pad + '- ' + renderItem(item, { ...style, indent: style.indent + 2 }, key))
      .join('');
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  if (style.flow || style.flowKeys?.has(key)) return renderFlow(value, key);
  return entries.map(([name, child]) => pad + renderEntry(name, child, style)).join('');
}

/** `key: value`, without the indent of its first line. */
export function renderEntry(key: string, value: YamlValue, style: RenderStyle): string {
  const nested = { ...style, indent: style.indent + 2 };
  const text = renderValue(value, nested, key);
  return `${renderKey(key)}:${text.startsWith(style.eol) ? '' : ' '}${text}`;
}

/** What stands after `- `; `style.indent` is the column after it. */
export function renderItem(value: YamlValue, style: RenderStyle, key = ''): string {
  return renderValue(value, style, key).replace(new RegExp(`^${style.eol} *`), '');
}

export function renderFlow(value: YamlValue, key = ''): string {
  if (isScalarValue(value)) return renderValue(value, { indent: 0, eol: '\n', flow: true }, key);
  if (isList(value)) return `[${value.map((item) => renderFlow(item, key)).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, child]) => `${renderKey(name)}: ${renderFlow(child, name)}`)
    .join(', ')}}`;
}

export function isList(value: YamlValue): value is readonly YamlValue[] {
  return Array.isArray(value);
}

export function isMapValue(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isScalarValue(value: YamlValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function renderNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return Object.is(value, -0) ? '-0.0' : String(value);
}

function renderKey(key: string): string {
  return isPlain(key, true) ? key : quote(key);
}

function renderString(text: string, style: RenderStyle, key: string): string {
  if (dateKeys.has(key) && /^\d{4}-\d\d(-\d\d)?([T/][-\d:.T/]*Z?)?$/.test(text)) return text;
  if (isPlain(text, style.flow === true)) return text;
  if (!style.flow && isLiteral(text)) {
    const pad = style.eol + ' '.repeat(style.indent);
    const keep = text.endsWith('\n');
    return (
      (keep ? '|' : '|-') +
      (keep ? text.slice(0, -1) : text)
        .split('\n')
        .map((line) => (line === '' ? style.eol : pad + line))
        .join('')
    );
  }
  return quote(text);
}

/** Looks like a number, date, boolean or null to a reader of YAML 1.1 or 1.2. */
const typed =
  /^(?:[-+]?[\d_.:]+(?:e[-+]?\d+)?|e[-+]?\d+|0[xob][\da-fA-F_]+|[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)|\d{4}-\d\d?-\d\d?(?:[Tt ].*)?|y|n|yes|no|on|off|true|false|null)$/i;

/** Invisible, or a line break to some reader: always written as an escape. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]|(?! )\p{Zs}/u;
const hiddenAll = new RegExp(hidden, 'gu');

export function isPlain(text: string, flow: boolean): boolean {
  return (
    /^[\p{L}\p{N}(“‘«_/.$][^\n]*$/u.test(text) &&
    !text.endsWith(' ') &&
    !text.endsWith(':') &&
    !text.includes(': ') &&
    !text.includes(' #') &&
    !text.startsWith('...') &&
    !typed.test(text) &&
    !hidden.test(text) &&
    !(flow && /[,[\]{}"':#]/.test(text))
  );
}

/** Many lines that a block literal gives back unchanged. */
function isLiteral(text: string): boolean {
  return (
    text.includes('\n') &&
    !/^[ \n]|[ ]$|[ ]\n|\n\n$|\n $/.test(text) &&
    !/^[^\S\n]|^\n/.test(text) &&
    !hidden.test(text.replaceAll('\n', ''))
  );
}

/** Double-quoted, on one line: JSON's escapes, and the hidden characters made visible. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(hiddenAll, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
