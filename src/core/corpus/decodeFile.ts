declare const TextDecoder: new (label: string) => { decode(bytes: Uint8Array): string };

/** A file's text without BOM, or why it has none. */
export type DecodedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown-encoding' };

/**
 * Decodes a file as VS Code opens it: by its byte-order mark, else in `encoding`, one of the values of `files.encoding`.
 * Bytes that are no character of the encoding become U+FFFD. A zero byte near the beginning makes a file binary.
 */
export function decodeFile(bytes: Uint8Array, encoding = 'utf8'): DecodedFile {
  const label = markedEncoding(bytes) ?? labels[encoding] ?? encoding;
  if (!label.startsWith('utf-16') && bytes.subarray(0, probed).includes(0)) return { kind: 'binary' };
  const decoder = decoderOf(label);
  return decoder === undefined
    ? { kind: 'unknown-encoding' }
    : { kind: 'text', text: withoutMark(decoder.decode(bytes)) };
}

/** As many bytes as VS Code looks at. */
const probed = 512;

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder> | undefined>();

function decoderOf(label: string): InstanceType<typeof TextDecoder> | undefined {
  if (!decoders.has(label)) decoders.set(label, makeDecoder(label));
  return decoders.get(label);
}

function makeDecoder(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** VS Code's names of encodings and the Encoding Standard's, where they differ. */
const labels: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  utf8bom: 'utf-8',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  windows1250: 'windows-1250',
  windows1251: 'windows-1251',
  windows1252: 'windows-1252',
  windows1253: 'windows-1253',
  windows1254: 'windows-1254',
  windows1255: 'windows-1255',
  windows1256: 'windows-1256',
  windows1257: 'windows-1257',
  windows1258: 'windows-1258',
  windows874: 'windows-874',
  iso88591: 'iso-8859-1',
  iso88592: 'iso-8859-2',
  iso88593: 'iso-8859-3',
  iso88594: 'iso-8859-4',
  iso88595: 'iso-8859-5',
  iso88596: 'iso-8859-6',
  iso88597: 'iso-8859-7',
  iso88598: 'iso-8859-8',
  iso88599: 'iso-8859-9',
  iso885910: 'iso-8859-10',
  iso885911: 'windows-874',
  iso885914: 'iso-8859-14',
  iso885915: 'iso-8859-15',
  iso885916: 'iso-8859-16',
  koi8r: 'koi8-r',
  koi8u: 'koi8-u',
  cp866: 'ibm866',
  macroman: 'macintosh',
  cp950: 'big5',
  big5hkscs: 'big5-hkscs',
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  euckr: 'euc-kr',
  gb2312: 'gbk',
};
