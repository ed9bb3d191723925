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

const plainStart = /^[\p{L}\p{N}(“‘«_/.$]/u;
/** What a plain word may not hold, or may not end with. */
const notPlain = /[\t\0\ufeff\r]|: | #|[ :]$/;
const flowWord = /[\p{L}\p{N}(“‘«_/.$][^\n\r\t\0\ufeff,[\]{}:#"]*/uy;
const doubleQuoted = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const singleQuoted = /'(?:[^'\n\r\t]|'')*'/y;
const number = /^(?:0|[1-9]\d{0,14})$/;
const typed = /^(?:(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0[xo][\da-f]+|\.(?:inf|nan)|true|false|null)$/i;

/** Characters of keys: 1 for those a key may begin with, 2 for those it may go on with. */
const keySigns = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z_]/.test(sign) ? 1 : /[\d-]/.test(sign) ? 2 : 0;
});

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
    for (;;) {
      let at = this.at;
      while (this.text.charCodeAt(at) === 32) at++;
      const code = this.text.charCodeAt(at);
      if (code !== 35 && code !== 10 && code !== 13 && at < this.text.length) return at - this.at;
      blank.lastIndex = this.at;
      if (this.at >= this.text.length || !blank.test(this.text)) return at - this.at;
      this.at = blank.lastIndex;
    }
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
      items.push(this.keyEnd() > 0 ? this.map(indent + 2, true) : this.scalarLine(indent));
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
      const name = this.key(map);
      first = false;
      map[name] = this.valueAfterKey(indent);
    }
    if (this.at < this.text.length && this.indent() > indent) throw unsure;
    return map;
  }

  /** Offset of the colon after a key that begins here; 0 where none does. */
  private keyEnd(): number {
    let at = this.at;
    if (keySigns[this.text.charCodeAt(at)] !== 1) return 0;
    while ((keySigns[this.text.charCodeAt(++at)] ?? 0) > 0);
    const next = this.text.charCodeAt(at + 1);
    const ends = next === 32 || next === 10 || next === 13 || at + 1 === this.text.length;
    return this.text.charCodeAt(at) === 58 && ends ? at : 0;
  }

  /** Takes a key that `map` doesn't have, and the one space after its colon where a value follows on the line. */
  private key(map: object): string {
    const end = this.keyEnd();
    const name = this.text.slice(this.at, end);
    if (end === 0 || name === '__proto__' || Object.hasOwn(map, name)) throw unsure;
    this.at = end + 1;
    const value = this.text.charCodeAt(end + 2);
    const isValue =
      value !== 32 && value !== 35 && value !== 10 && value !== 13 && end + 2 < this.text.length;
    if (isValue && this.text.charCodeAt(end + 1) === 32) this.at++;
    return name;
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
    const value = code === 91 || code === 123 ? this.flow(0, indent) : this.scalar();
    if (!this.endLine()) throw unsure;
    return value;
  }

  private scalar(): YamlValue {
    const code = this.text.charCodeAt(this.at);
    if (code === 34) return JSON.parse(this.take(doubleQuoted)) as string;
    if (code === 39) return this.take(singleQuoted).slice(1, -1).replaceAll("''", "'");
    let end = this.text.indexOf('\n', this.at);
    if (end < 0) end = this.text.length;
    if (this.text.charCodeAt(end - 1) === 13) end--;
    return this.plain(this.text.slice(this.at, end));
  }

  /** A plain word at the place reached; spaces and a comment after it are left. */
  private plain(line: string): YamlValue {
    const word = line.endsWith(' ') || line.includes(' #') ? line.replace(/ +(?:#.*)?$/, '') : line;
    const first = word.charCodeAt(0);
    const isLetter = (first > 96 && first < 123) || (first > 64 && first < 91);
    if ((!isLetter && !plainStart.test(word)) || notPlain.test(word)) throw unsure;
    this.at += word.length;
    if (first > 47 && first < 58 && number.test(word)) return Number(word);
    if (word.length < 6 || !isLetter) {
      if (word === '...' || typed.test(word)) throw unsure;
    }
    return word;
  }

  private flow(depth: number, indent: number): YamlValue {
    if (depth > 8) throw unsure;
    const code = this.text.charCodeAt(this.at);
    if (code !== 91 && code !== 123) {
      flowWord.lastIndex = this.at;
      return code === 34 || code === 39 ? this.scalar() : this.plain(flowWord.exec(this.text)?.[0] ?? '');
    }
    this.at++;
    const items: YamlValue[] = [];
    const map: Record<string, YamlValue> = {};
    const close = code === 91 ? 93 : 125;
    while (this.text.charCodeAt(this.at) !== close) {
      if (items.length > 0) this.comma(indent);
      let name = '';
      if (close === 125) {
        name = this.key(map);
        if (this.text.charCodeAt(this.at - 1) !== 32) throw unsure;
      }
      const value = this.flow(depth + 1, indent);
      items.push(value);
      if (close === 125) map[name] = value;
    }
    this.at++;
    return close === 93 ? items : map;
  }

  /** A comma, perhaps a space, or the next line, further in than the block the brackets stand in. */
  private comma(indent: number): void {
    if (this.text.charCodeAt(this.at++) !== 44) throw unsure;
    if (!this.endLine()) {
      if (this.text.charCodeAt(this.at) === 32) this.at++;
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
    const code = this.text.charCodeAt(this.at);
    if (code === 10) this.at++;
    if (code === 10) return true;
    if (code !== 13 && code !== 32 && this.at < this.text.length) return false;
    restOfLine.lastIndex = this.at;
    if (!restOfLine.test(this.text)) return false;
    this.at = restOfLine.lastIndex;
    return true;
  }
}
