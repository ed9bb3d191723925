import assert from 'node:assert/strict';
import { decodeFile } from '../../../src/core/corpus/decodeFile';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decodeFile', () => {
  it('leaves the byte-order mark out, and goes by it whatever the encoding asked for', () => {
    for (const encoding of ['utf8', 'windows1252', 'shiftjis']) {
      assert.deepEqual(decodeFile(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9), encoding), {
        kind: 'text',
        text: 'é',
      });
      assert.deepEqual(decodeFile(bytes(0xff, 0xfe, 0xe9, 0), encoding), { kind: 'text', text: 'é' });
      assert.deepEqual(decodeFile(bytes(0xfe, 0xff, 0, 0xe9), encoding), { kind: 'text', text: 'é' });
    }
  });

  it('reads the encodings of the editor', () => {
    const cases: [string, number[], string][] = [
      ['windows1251', [0xcf], 'П'],
      ['koi8r', [0xf0], 'П'],
      ['euckr', [0xc6, 0xf2], '평'],
      ['shiftjis', [0x93, 0xfa], '日'],
      ['gbk', [0xd6, 0xd0], '中'],
      ['iso88591', [0xe9], 'é'],
      ['utf16le', [0xe9, 0], 'é'],
    ];
    for (const [encoding, raw, text] of cases)
      assert.deepEqual(decodeFile(bytes(...raw), encoding), { kind: 'text', text }, encoding);
  });

  it('marks what is no character, as the editor does', () => {
    assert.deepEqual(decodeFile(bytes(0x61, 0xff, 0x62)), { kind: 'text', text: 'a\ufffdb' });
  });

  it('knows a binary file by a zero byte, and says so of an encoding it doesn’t know', () => {
    assert.deepEqual(decodeFile(bytes(0x61, 0)), { kind: 'binary' });
    assert.deepEqual(decodeFile(bytes(0x61), 'cp437'), { kind: 'unknown-encoding' });
  });
});
