import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Code } from '../../src/core/annotation/codebook';
import { readSidecar } from '../../src/core/annotation/sidecar';
import { looksLikeRelease } from '../../src/core/release/detect';

const root = join(__dirname, '../..');
const samples = join(root, 'samples');
const suffix = '.annotations.yaml';
const names = readdirSync(samples);
const texts = names.filter((name) => name.endsWith('.txt'));
const releases = texts.filter((name) => name !== 'README.txt');
const sidecars = names.filter((name) => name.endsWith(suffix));

/** What offsets in files count in: code points, without byte-order mark, line ends as LF. */
function codePoints(name: string): readonly string[] {
  const text = readFileSync(join(samples, name), 'utf8');
  return [...text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')];
}

function yaml<T>(...path: readonly string[]): T {
  return parse(readFileSync(join(root, ...path), 'utf8')) as T;
}

interface CodebookFile {
  readonly version: number;
  readonly codes: readonly Code[];
}

function allCodes(codes: readonly Code[] | undefined): readonly Code[] {
  return (codes ?? []).flatMap((code) => [code, ...allCodes(code.codes)]);
}

describe('samples', () => {
  it('are at least ten releases of one to four kilobytes', () => {
    assert.ok(releases.length >= 10);
    for (const name of releases) {
      const { length } = readFileSync(join(samples, name));
      assert.ok(length >= 900 && length <= 4096, `${name}: ${length} bytes`);
    }
  });

  it('show what a reader must cope with', () => {
    const raw = releases.map((name) => readFileSync(join(samples, name), 'utf8'));
    const some = (pattern: RegExp): boolean => raw.some((text) => pattern.test(text));
    for (const pattern of [
      /\r\n/, // CRLF
      /[^\n]$/, // no line end at the end of the file
      /^\n\n/, // blank lines first
      /\p{Ll}\n\n\p{Ll}/u, // a hard break in mid-sentence
      /\p{L}-\n\p{L}/u, // a word broken at the line's end
      /[“”’]/,
      /"/,
      /\u{1F30A}/u, // emoji outside the BMP
      /\u200D/, // … and joined ones
      /\*\*.+\*\*/,
      / -0-\n/,
      /\(Juche\d+/,
      /Juche \d+\(\d{4}\)$/,
    ])
      assert.ok(some(pattern), String(pattern));
  });

  for (const name of releases) {
    it(`${name} is taken for a release, under any name`, () => {
      const text = readFileSync(join(samples, name), 'utf8');
      assert.ok(looksLikeRelease(text, name).isRelease);
      assert.ok(looksLikeRelease(text, 'untitled.txt').isRelease);
    });
  }

  it('README.txt is not taken for a release', () => {
    const text = readFileSync(join(samples, 'README.txt'), 'utf8');
    assert.ok(!looksLikeRelease(text, 'README.txt').isRelease);
    assert.ok(!looksLikeRelease(text, 'about.txt').isRelease);
  });

  it('pressmark.yaml names files that exist', () => {
    const corpus = yaml<{ version: number; gazetteers: string[]; codebook: string }>(
      'samples',
      'pressmark.yaml',
    );
    assert.equal(corpus.version, 1);
    for (const file of [...corpus.gazetteers, corpus.codebook]) assert.ok(names.includes(file), file);
  });

  it('entities.yaml has unique ids, known types and office holders', () => {
    const { version, entities } = yaml<{
      version: number;
      entities: { id: string; type: string; name: string }[];
    }>('samples', 'entities.yaml');
    assert.equal(version, 1);
    assert.equal(new Set(entities.map(({ id }) => id)).size, entities.length);
    for (const { id, type, name } of entities) {
      assert.match(id, /^[a-z0-9-]+$/);
      assert.notEqual(id, 'none');
      assert.match(type, /^(?:person|organization|place|role|event|document|facility)$/);
      assert.ok(name.length > 0, id);
    }
  });

  describe('sidecars', () => {
    const codes = new Set(allCodes(yaml<CodebookFile>('samples', 'codebook.yaml').codes).map(({ id }) => id));
    const entities = new Set(
      yaml<{ entities: { id: string }[] }>('samples', 'entities.yaml').entities.map(({ id }) => id),
    );
    const read = sidecars.map((name) => {
      const release = name.slice(0, -suffix.length);
      const { sidecar, problems } = readSidecar(readFileSync(join(samples, name), 'utf8'));
      return { name, release, points: codePoints(release), sidecar, problems };
    });

    for (const { name, release, points, sidecar, problems } of read) {
      describe(name, () => {
        const annotations = sidecar?.annotations ?? [];

        it('is read without a problem and speaks of this text', () => {
          assert.deepEqual(problems, []);
          assert.equal(sidecar?.release, release);
          assert.deepEqual(sidecar.text, {
            length: points.length,
            sha256: createHash('sha256').update(points.join(''), 'utf8').digest('hex'),
          });
          assert.ok(annotations.length > 0);
        });

        it('quotes, prefixes and suffixes are what stands at the offsets', () => {
          for (const { id, target } of annotations)
            for (const { start, end, quote, prefix, suffix: after } of target) {
              assert.equal(points.slice(start, end).join(''), quote, id);
              assert.equal(points.slice(Math.max(0, start - 32), start).join(''), prefix ?? '', id);
              assert.equal(points.slice(end, end + 32).join(''), after ?? '', id);
            }
        });

        it('annotations stand in order, with codes and entities that exist', () => {
          const keys = annotations.map(({ id, target }) => [target[0]?.start ?? 0, id] as const);
          const sorted = [...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
          assert.deepEqual(keys, sorted);
          for (const annotation of annotations) {
            for (const code of annotation.codes) assert.ok(codes.has(code), code);
            const { entity } = annotation;
            if (entity !== undefined) assert.ok(entity === 'none' || entities.has(entity), entity);
          }
        });
      });
    }

    it('show overlap, a discontinuous passage, several paragraphs, a correction, a rejection and notes', () => {
      const all = read.flatMap(({ name, sidecar }) =>
        (sidecar?.annotations ?? []).map((a) => ({ name, ...a })),
      );
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      assert.ok(all.some(({ target }) => target.length > 1));
      assert.ok(all.some(({ target }) => target.some(({ quote }) => quote.includes('\n\n'))));
      assert.ok(all.some(({ entity }) => entity === 'none'));
      assert.ok(all.some(({ entity }) => entity === 'lindholm-summit-2024'));
      assert.ok(all.some(({ codes: own, entity, note }) => own.length === 0 && entity === undefined && note));
      const overlapping = all.some((a) =>
        all.some(
          (b) =>
            a.name === b.name &&
            a.id !== b.id &&
            a.target[0]!.start < b.target[0]!.end &&
            b.target[0]!.start < a.target[0]!.end,
        ),
      );
      assert.ok(overlapping);
    });
  });
});

describe('codebooks', () => {
  for (const file of [
    'codebooks/diplomatic-discourse.yaml',
    'codebooks/stance.yaml',
    'codebooks/empty.yaml',
  ]) {
    it(`${file}: unique ids and keys, definitions, examples, colours seen on white and on black`, () => {
      const { version, codes } = yaml<CodebookFile>(file);
      assert.equal(version, 1);
      const all = allCodes(codes);
      const leaves = all.filter((code) => (code.codes ?? []).length === 0);
      assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
      assert.equal(new Set(leaves.map(({ key }) => key)).size, leaves.length);
      assert.equal(new Set(leaves.map(({ color }) => color)).size, leaves.length);
      for (const code of all) {
        assert.match(code.id, /^[a-z0-9-]+$/);
        assert.ok(code.name && code.definition, code.id);
      }
      for (const { id, color = '', key, examples } of leaves) {
        assert.match(color, /^#[0-9a-f]{6}$/, id);
        assert.match(String(key), /^[0-9a-z]$/, id);
        assert.ok(examples.length > 0, id);
        for (const background of ['#ffffff', '#1e1e1e', '#000000'])
          assert.ok(
            contrast(color, background) >= 3,
            `${id}: ${contrast(color, background).toFixed(2)} on ${background}`,
          );
      }
    });
  }

  it('diplomatic-discourse has the fourteen codes of the samples', () => {
    const starter = yaml<CodebookFile>('codebooks/diplomatic-discourse.yaml');
    assert.deepEqual(yaml<CodebookFile>('samples/codebook.yaml'), starter);
    assert.equal(allCodes(starter.codes).filter((code) => (code.codes ?? []).length === 0).length, 14);
  });
});

/** WCAG 2 contrast ratio of two `#rrggbb`. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
