import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar, type IGrammar } from 'vscode-textmate';
import { assertLinear } from './linear';

const root = join(__dirname, '../..');
const samples = join(root, 'samples');
const shared = join(root, '../shared');

interface Piece {
  readonly line: number;
  readonly text: string;
  readonly scopes: string;
}

/** The grammar as VS Code runs it: the same engine, the same regular expressions. */
async function loadGrammar(): Promise<IGrammar> {
  const wasm = createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) => {
      if (scope !== 'text.press-release') return Promise.resolve(null);
      const path = join(root, 'syntaxes/press-release.tmLanguage.json');
      return Promise.resolve(parseRawGrammar(readFileSync(path, 'utf8'), path));
    },
  });
  const grammar = await registry.loadGrammar('text.press-release');
  assert.ok(grammar);
  return grammar;
}

function tokenize(grammar: IGrammar, text: string): readonly Piece[] {
  let stack = INITIAL;
  return text.split(/\r?\n/).flatMap((source, line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(source, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      line,
      text: source.slice(startIndex, endIndex),
      scopes: scopes.join(' '),
    }));
  });
}

describe('grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await loadGrammar();
  });

  /** The texts of a file that carry a scope, in reading order. */
  const carrying = (scope: string, text: string): readonly string[] =>
    tokenize(grammar, text)
      .filter(({ scopes, text: piece }) => scopes.includes(scope) && piece.trim() !== '')
      .map(({ text: piece }) => piece.trim());
  const sample = (name: string): string => readFileSync(join(samples, name), 'utf8');

  describe('colours the parts of', () => {
    it('a wire report: headline on two lines, dateline, bold, end mark, source line', () => {
      const text = sample('2024-03-02-visit-to-vladivostok.txt');
      assert.deepEqual(carrying('markup.heading', text), [
        'Press Release on Working Visit of DPRK',
        'Vice Foreign Minister to Vladivostok',
      ]);
      assert.deepEqual(carrying('meta.dateline', text), [
        'Pyongyang',
        ',',
        'March 2',
        '(',
        'KCNA',
        ')',
        '--',
      ]);
      assert.deepEqual(carrying('entity.name.type.place', text), ['Pyongyang']);
      assert.deepEqual(carrying('entity.name.tag.agency', text), ['KCNA']);
      assert.deepEqual(carrying('constant.numeric.date', text), [
        'March 2',
        'Mar. 1',
        'February 26 to 29, 2024',
        'Juche113.3.2.',
      ]);
      assert.deepEqual(carrying('markup.bold', text), ['**', 'Ri Hye Gyong', '**']);
      assert.deepEqual(carrying('keyword.control.endmark', text), ['-0-']);
      assert.deepEqual(carrying('markup.underline.link', text), ['www.kcna.kp']);
    });

    it('a statement: headline, Juche dates, signature', () => {
      const text = sample('2020-09-14-press-statement-on-flood-relief.txt');
      assert.equal(carrying('markup.heading', text).length, 1);
      assert.deepEqual(carrying('meta.signature', text), [
        'Pyongyang',
        ',',
        'September 14',
        ',',
        'Juche 109(2020)',
      ]);
      assert.ok(carrying('constant.numeric.date', text).includes('October 15, Juche 37(1948)'));
    });

    it('a newspaper report: date and name of the paper above, news team below', () => {
      const text = sample('2023-10-11-talks-with-mongolian-delegation.txt');
      assert.deepEqual(carrying('meta.masthead.date', text), ['Oct. 11, 2023 Wednesday']);
      assert.deepEqual(carrying('entity.name.tag.issuer', text), ['Rodong Sinmun']);
      assert.deepEqual(carrying('markup.heading', text), [
        'Vice Foreign Minister Has Talks with Mongolian Delegation',
      ]);
      assert.deepEqual(carrying('entity.name.function.byline', text), ['Political News Team']);
    });

    it('a signed article: writer, paper', () => {
      const text = sample('2021-05-30-a-bridge-built-by-two-peoples.txt');
      assert.deepEqual(carrying('entity.name.function.byline', text), ['Jong Un Byol', 'Rodong Sinmun']);
    });

    it('a copied page: other articles are boilerplate to the last line', () => {
      const text = sample('2024-11-05-consultations-held-in-khabarovsk.txt');
      const boilerplate = carrying('comment.block.boilerplate', text);
      assert.equal(boilerplate[0], 'More From KCNA (En)');
      assert.equal(boilerplate.at(-1), 'More Articles');
      assert.deepEqual(carrying('entity.name.tag.agency', text), ['KCNA']);
      assert.deepEqual(carrying('constant.numeric.date', text), ['2024-11-05', 'November 5', 'November 4']);
    });

    it('a meeting: time and place, speakers', () => {
      const text = sample('2024-06-18-meeting-with-governor-veltsov.txt');
      assert.deepEqual(carrying('entity.name.type.place', text), ['Vladivostok']);
      assert.equal(
        carrying('entity.name.function.speaker', text).filter((s) => s === 'Sergei Veltsov').length,
        4,
      );
    });

    it('a readout with CRLF: kind of text, office, date, end mark', () => {
      const text = sample('2024-04-09-secretary-harrows-call.txt');
      assert.deepEqual(carrying('keyword.other.masthead', text), ['Readout']);
      assert.deepEqual(carrying('entity.name.tag.issuer', text), ['Office of the Spokesperson']);
      assert.deepEqual(carrying('constant.numeric.date', text), ['April 9, 2024']);
      assert.deepEqual(carrying('keyword.control.endmark', text), ['###']);
    });

    it('a press note with emoji: they move no offset', () => {
      const text = sample('2024-07-14-embassy-sea-day.txt');
      assert.deepEqual(carrying('markup.heading', text), ['🇲🇳🤝🐋 Sea Day in a country without a sea 🌊']);
      assert.deepEqual(carrying('meta.dateline', text), ['ULAANBAATAR', ',', '14 July 2024', '–']);
      assert.deepEqual(carrying('comment.line.boilerplate', text), [
        'Press contact: The Cultural Section ☎️',
      ]);
    });

    it('every sample: a headline first, and no running text in it', () => {
      for (const name of readdirSync(samples).filter((n) => n.endsWith('.txt') && n !== 'README.txt')) {
        const heading = carrying('markup.heading', sample(name));
        assert.ok(heading.length >= 1 && heading.length <= 2, `${name}: ${heading.join(' | ')}`);
      }
    });
  });

  it('datelines of other agencies', () => {
    for (const [line, place, date, agency] of [
      ['MOSCOW, June 5. /TASS/. Grain has left the port.', 'MOSCOW', 'June 5', 'TASS'],
      ['OSLO, 3 May 2024 (NTB) - The king has opened the bridge.', 'OSLO', '3 May 2024', 'NTB'],
      [
        'Washington, D.C., March 5, 2024 /PRNewswire/ -- A yard opens.',
        'Washington, D.C.',
        'March 5, 2024',
        'PRNewswire',
      ],
      ['Pyongyang, 4 de noviembre (ACNC) -- Se inauguró una escuela.', 'Pyongyang', '4 de noviembre', 'ACNC'],
      ['KYIV, Ukraine (AP) — Trains ran again on Monday.', 'KYIV, Ukraine', undefined, 'AP'],
      ['Brussels, 5 March 2024 – The ministers met today.', 'Brussels', '5 March 2024', undefined],
      ['GENEVA (12 May 2024) – An expert spoke today.', 'GENEVA', '12 May 2024', undefined],
    ] as const) {
      assert.deepEqual(carrying('entity.name.type.place', line), [place], line);
      assert.deepEqual(carrying('constant.numeric.date', line), date === undefined ? [] : [date], line);
      assert.deepEqual(carrying('entity.name.tag.agency', line), agency === undefined ? [] : [agency], line);
    }
  });

  it('running text is left alone', () => {
    const line =
      'Some forces are trying to profit from this: they hold up ships, and may march on; 1000 people saw it.';
    assert.deepEqual(
      tokenize(grammar, `Title Of This\n\n${line}`)
        .slice(2)
        .map(({ scopes }) => scopes),
      ['text.press-release'],
    );
  });

  it('pieces of a line make up the line, whatever the text', () => {
    const word = fc.constantFrom(
      'Oslo',
      ',',
      ' ',
      '**',
      '(',
      'KCNA',
      ')',
      '--',
      'May',
      '5',
      '2024',
      '.',
      'Juche',
      '😀',
      '-0-',
      ':',
      'x',
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(
        fc.array(
          line.map((s) => s.replace(/[\r\n]/g, '')),
          { maxLength: 6 },
        ),
        (lines) => {
          const pieces = tokenize(grammar, lines.join('\n'));
          lines.forEach((source, at) => {
            const joined = pieces.filter(({ line: n }) => n === at).map(({ text }) => text);
            assert.equal(joined.join(''), source);
          });
        },
      ),
    );
  });

  it('the time for a long line grows no faster than the line', () => {
    const head = `Title\n\n${'A sentence of the running text. '.repeat(9)}\n`;
    const read = (line: string): void => {
      tokenize(grammar, line);
      tokenize(grammar, head + line);
    };
    for (const part of ['A', 'A ', ' ', '*', '**a', 'May ', 'Oslo, ', 'www.', '(', 'x. '])
      assertLinear(read, part, 40_000);
  });

  it('finds the parts of ../shared/press-releases', function () {
    const folder = join(shared, 'press-releases');
    if (!existsSync(folder)) {
      console.log(`        skipped: ${folder} is not here`);
      return this.skip();
    }
    const texts = readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    const count = (scope: string): readonly number[] => texts.map((text) => carrying(scope, text).length);
    assert.deepEqual(count('markup.heading'), [2, 1, 1, 0, 3]);
    assert.deepEqual(count('entity.name.tag.agency'), [1, 0, 0, 1, 1]);
    assert.deepEqual(count('keyword.control.endmark'), [1, 0, 0, 0, 1]);
    assert.deepEqual(count('meta.sourceline').map(Boolean), [true, false, false, false, false]);
    assert.deepEqual(count('meta.signature').map(Boolean), [false, true, false, false, false]);
    assert.deepEqual(count('entity.name.function.byline'), [0, 0, 1, 0, 0]);
    assert.deepEqual(count('comment.block.boilerplate').map(Boolean), [false, false, false, true, false]);
  });
});
