import type { YamlValue } from './value';

/**
 * Reads the YAML that Pressmark itself writes: block maps and lists, scalars, brackets, comments. Anything else
 * (block literals, folded lines, anchors, tags, odd spacing) gives `undefined`, and `yaml` has to read it. Where it does
 * answer it agrees with `yaml`; the tests hold the two against each other. About fifty times as fast.
 */
export function readSimple(text: string): YamlValue | undefined {
  if (text.length > maxLength) return undefined;
  const reader = new SimpleReader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error === unsure) return undefined;
    throw error;
  }
}

/** Longer items are rare, and long matches of the patterns below cost stack. */
const maxLength = 50_000;
/** A line without anything but a comment. */
const blank = / *(?:#[^\n\r\t\0\ufeff]*)?(?:\r?\n|$)/y;
const restOfLine = /(?: +(?:#[^\n\r\t\0\ufeff]*)?)?(?:\r?\n|$)/y;

const unsure = new Error('not simple');

const key = /([A-Za-z_][\w-]*):(?: (?![ #\r\n]|$)|(?=[ \r\n]|$))/y;
const plainWord = /[\p{L}\p{N}(“‘«_/.$][^\n\r\t\0\ufeff]*/uy;
const flowWord = /[\p{L}\p{N}(“‘«_/.$][^\n\r\t\0\ufeff,[\]{}:#"]*/uy;
const doubleQuoted = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const singleQuoted = /'(?:[^'\n\r\t]|'')*'/y;
const number = /^(?:0|[1-9]\d{0,14})$/;
const typed = /^(?:(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0[xo][\da-f]+|\.(?:inf|nan)|true|false|null)$/i;

class SimpleReader {
  private at = 0;
  constructor(private readonly text: string) {}

  document(): YamlValue {
    const indent = this.indent();
    if (this.at >= this.text.length) throw unsure;
    const value = this.block(indent);
    if (this.at < this.text.length) throw unsure;
    return value;
  }

  /** Column of the next line that says something; the position goes to the start of it. */
  private indent(): number {
    blank.lastIndex = this.at;
    while (this.at < this.text.length && blank.test(this.text)) this.at = blank.lastIndex;
    let at = this.at;
    while (this.text.charCodeAt(at) === 32) at++;
    return at - this.at;
  }

  private block(indent: number): YamlValue {
    const code = this.text.charCodeAt(this.at + indent);
    return code === 45 && this.text.charCodeAt(this.at + indent + 1) === 32
      ? this.list(indent)
      : this.map(indent, false);
  }

  private list(indent: number): YamlValue {
    const items: YamlValue[] = [];
    while (this.at < this.text.length && this.indent() === indent) {
      if (this.text.charCodeAt(this.at + indent) !== 45 || this.text.charCodeAt(this.at + indent + 1) !== 32)
        break;
      this.at += indent + 2;
      key.lastIndex = this.at;
      items.push(key.test(this.text) ? this.map(indent + 2, true) : this.scalarLine(indent));
    }
    return items;
  }

  /** `inLine`: the first key stands on a line already begun, after a dash. */
  private map(indent: number, inLine: boolean): YamlValue {
    const map: Record<string, YamlValue> = {};
    let first = inLine;
    while (this.at < this.text.length) {
      if (!first) {
        if (this.indent() !== indent) break;
        this.at += indent;
      }
      key.lastIndex = this.at;
      const found = key.exec(this.text);
      const name = found?.[1];
      if (!found || name === undefined || name === '__proto__' || Object.hasOwn(map, name)) throw unsure;
      first = false;
      this.at = key.lastIndex;
      map[name] = this.valueAfterKey(indent);
    }
    if (this.at < this.text.length && this.indent() > indent) throw unsure;
    return map;
  }

  private valueAfterKey(indent: number): YamlValue {
    if (!this.endLine()) return this.scalarLine(indent);
    const next = this.indent();
    const dashed = this.text.charCodeAt(this.at + next) === 45;
    if (this.at >= this.text.length || next < indent || (next === indent && !dashed)) throw unsure;
    return this.block(next);
  }

  private scalarLine(indent: number): YamlValue {
    const code = this.text.charCodeAt(this.at);
    const value = code === 91 || code === 123 ? this.flow(0, indent) : this.scalar(plainWord);
    if (!this.endLine()) throw unsure;
    return value;
  }

  private scalar(plain: RegExp): YamlValue {
    const code = this.text.charCodeAt(this.at);
    if (code === 34) return JSON.parse(this.take(doubleQuoted)) as string;
    if (code === 39) return this.take(singleQuoted).slice(1, -1).replaceAll("''", "'");
    const start = this.at;
    const word = this.take(plain).replace(/ +(?:#.*)?$/, '');
    this.at = start + word.length;
    if (number.test(word)) return Number(word);
    if (
      word === '...' ||
      word.endsWith(':') ||
      word.includes(': ') ||
      word.includes(' #') ||
      typed.test(word)
    )
      throw unsure;
    return word;
  }

  private flow(depth: number, indent: number): YamlValue {
    if (depth > 8) throw unsure;
    const code = this.text.charCodeAt(this.at);
    if (code !== 91 && code !== 123) return this.scalar(flowWord);
    this.at++;
    const items: YamlValue[] = [];
    const map: Record<string, YamlValue> = {};
    const close = code === 91 ? 93 : 125;
    while (this.text.charCodeAt(this.at) !== close) {
      if (items.length > 0) this.comma(indent);
      let name = '';
      if (close === 125) {
        key.lastIndex = this.at;
        const found = key.exec(this.text);
        name = found?.[1] ?? '';
        if (!found?.[0].endsWith(' ') || name === '__proto__' || Object.hasOwn(map, name)) throw unsure;
        this.at = key.lastIndex;
      }
      const value = this.flow(depth + 1, indent);
      items.push(value);
      if (close === 125) map[name] = value;
    }
    this.at++;
    return close === 93 ? items : map;
  }

  /** A comma and a space, or the next line, further in than the block the brackets stand in. */
  private comma(indent: number): void {
    if (this.text.charCodeAt(this.at++) !== 44) throw unsure;
    if (!this.endLine()) {
      if (this.text.charCodeAt(this.at++) !== 32) throw unsure;
      return;
    }
    const next = this.indent();
    if (next <= indent) throw unsure;
    this.at += next;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) throw unsure;
    this.at = pattern.lastIndex;
    return found[0];
  }

  /** Goes on to the next line, if this one ends here but for a comment. */
  private endLine(): boolean {
    restOfLine.lastIndex = this.at;
    if (!restOfLine.test(this.text)) return false;
    this.at = restOfLine.lastIndex;
    return true;
  }
}
