import assert from 'node:assert/strict';
import { compileNames } from '../../../../src/core/recognition/matcher/compileNames';
import { findNames } from '../../../../src/core/recognition/matcher/findNames';
import type { NameEntry } from '../../../../src/core/recognition/matcher/names';

/** The flat hits of a text as written there; nested ones behind `>`. */
function found(text: string, ...names: (string | NameEntry)[]): string[] {
  const index = compileNames(names.map((name) => (typeof name === 'string' ? { text: name } : name)));
  return findNames(index, text).map(
    ({ start, end, parent }) => (parent < 0 ? '' : '> ') + text.slice(start, end),
  );
}

describe('findNames: what it finds', () => {
  it('finds the longest name, and those inside it with their parent', () => {
    const index = compileNames([
      { text: 'Foreign Ministry of Zembla' },
      { text: 'Zembla' },
      { text: 'Foreign Ministry' },
    ]);
    assert.deepEqual(findNames(index, 'the Foreign Ministry of Zembla'), [
      { start: 4, end: 30, entries: [0], parent: -1 },
      { start: 4, end: 20, entries: [2], parent: 0 },
      { start: 24, end: 30, entries: [1], parent: 0 },
    ]);
  });

  it('gives every entry that a place spells', () => {
    const index = compileNames([
      { text: 'Zembla-Terra summit' },
      { text: 'Zembla–Terra Summit' },
      { text: 'Zembla-Terra summit' },
    ]);
    assert.deepEqual(findNames(index, 'Zembla-Terra summit')[0]!.entries, [0, 2]);
    assert.deepEqual(findNames(index, 'Zembla-Terra Summit')[0]!.entries, [0, 1, 2]);
  });

  it('leaves out names that cross a longer or earlier one', () => {
    assert.deepEqual(found('New Zembla City', 'New Zembla', 'Zembla City'), ['New Zembla']);
  });

  it('searches a stretch, whose ends are boundaries', () => {
    const index = compileNames([{ text: 'Zembla' }]);
    assert.deepEqual(findNames(index, 'xZembla Zemblan', 1, 14), [
      { start: 1, end: 7, entries: [0], parent: -1 },
      { start: 8, end: 14, entries: [0], parent: -1 },
    ]);
  });

  it('finds whole words only', () => {
    assert.deepEqual(found('Zemblans of preZembla', 'Zembla'), []);
    assert.deepEqual(found('(Zembla), "Zembla"; --Zembla', 'Zembla').length, 3);
  });
});

describe('findNames: what it tolerates', () => {
  it('line ends, one blank line, spaces of all kinds', () => {
    for (const gap of ['\n', '\r\n', '\n\n', '\r\n\r\n', '\u00a0', '  ', ' \n \n ', '\t', '\u2009', '\u200b'])
      assert.equal(found(`Ada${gap}Roe`, 'Ada Roe').length, 1, JSON.stringify(gap));
    for (const gap of ['\n\n\n', ' '.repeat(70), ', ', '. ', '-', ' / '])
      assert.equal(found(`Ada${gap}Roe`, 'Ada Roe').length, 0);
  });

  it('markup round and inside a name, outside the span', () => {
    assert.deepEqual(found('of **Ada Roe**, **Ada** Roe, **Ada**Roe', 'Ada Roe'), [
      'Ada Roe',
      'Ada** Roe',
      'Ada**Roe',
    ]);
  });

  it('quotes, hyphens and dashes of all kinds, with a line end behind a hyphen', () => {
    assert.equal(found("Workers' Party, Workers’ Party, Workers Party", "Workers' Party").length, 3);
    assert.equal(found('People’s Army', "People's Army").length, 1);
    assert.equal(found('A-B A‐B A‑B A–B A−B A-\nB A – B', 'A-B').length, 7);
    assert.equal(found('“Zircon” missile', '"Zircon" missile').length, 1);
  });

  it('composed and decomposed letters, with or without diacritics, from either side', () => {
    for (const [name, written] of [
      ['José Muñoz', 'Jose\u0301 Mun\u0303oz'],
      ['Jose Munoz', 'José Muñoz'],
      ['José Muñoz', 'Jose Munoz'],
      ['Łukasz', 'Lukasz'],
      ['Straße', 'Strasse'],
      ['Горбачёв', 'Горбачев'],
      ['김정은', '김정은'.normalize('NFD')],
    ] as const)
      assert.deepEqual(found(`x ${written}, y`, name), [written], name);
  });

  it('signs of no width inside a word', () => {
    assert.deepEqual(found('Pyong\u00adyang', 'Pyongyang').length, 1);
  });

  it('dots of abbreviations and initials', () => {
    assert.deepEqual(found('the U.S. and the U.S.-led and U. S. forces', 'U.S.'), ['U.S.', 'U.S.', 'U. S.']);
    assert.deepEqual(found('George W Bush, George W. Bush', 'George W. Bush').length, 2);
    assert.deepEqual(found('Mt Paektu, Mt. Paektu', 'Mt. Paektu').length, 2);
    assert.deepEqual(found('at Mt. Paektu', 'Mt Paektu'), []);
    assert.deepEqual(found('the U.S.S.R.', 'U.S.'), []);
  });

  it('keeps a bracket that the name opens', () => {
    assert.deepEqual(found('Party of Zembla (PZ).', 'Party of Zembla (PZ)'), ['Party of Zembla (PZ)']);
  });
});

describe('findNames: capitals', () => {
  it('takes abbreviations and short names exactly', () => {
    assert.deepEqual(found('US, us, Us, IT, it, Xi, XI, xi', 'US', 'IT', 'Xi'), ['US', 'IT', 'Xi']);
  });

  it('lets a text add capitals, as headlines do, and never drop one', () => {
    assert.deepEqual(
      found('SPECIAL OPERATION, Special Operation, special operation', 'special operation').length,
      3,
    );
    assert.deepEqual(found('PUTIN, putin', 'Putin'), ['PUTIN']);
    assert.deepEqual(found('HAYASHIDA Naoko', 'Hayashida Naoko').length, 1);
  });

  it('follows the entry’s own rule', () => {
    assert.deepEqual(
      found('foreign minister, FOREIGN Minister', { text: 'Foreign Minister', caseRule: 'ignore' }).length,
      2,
    );
    assert.deepEqual(found('ZEMBLA', { text: 'Zembla', caseRule: 'exact' }), []);
  });
});

describe('findNames: neighbours', () => {
  it('leaves possessives outside', () => {
    assert.deepEqual(found("Putin's, Putin’s, Workers', PUTIN'S", 'Putin', 'Workers'), [
      'Putin',
      'Putin',
      'Workers',
      'PUTIN',
    ]);
  });

  it('takes other words with an apostrophe for what they are', () => {
    assert.deepEqual(found("Xi'an and O'Brien", 'Xi', 'Brien'), []);
    assert.deepEqual(found("'Xi' and d'Iran", 'Xi', 'Iran'), ['Xi', 'Iran']);
  });

  it('finds both halves of a compound', () => {
    assert.deepEqual(found('DPRK-Russia, Moscow-based', 'DPRK', 'Russia', 'Moscow'), [
      'DPRK',
      'Russia',
      'Moscow',
    ]);
    assert.deepEqual(found('DPRK-Russia summit', 'DPRK', 'Russia', 'DPRK-Russia summit'), [
      'DPRK-Russia summit',
      '> DPRK',
      '> Russia',
    ]);
  });

  it('finds names stuck to the word before where a capital shows the seam', () => {
    for (const glued of [
      'General SecretaryKim Jong Un',
      'leadership ofKim Jong Un',
      '--Kim Jong Un',
      '1Kim Jong Un',
      'SungandKim Jong Un',
    ])
      assert.deepEqual(found(glued, 'Kim Jong Un'), ['Kim Jong Un'], glued);
  });

  it('finds long names stuck to a word behind', () => {
    for (const glued of [
      'Kim Jong Unwho',
      'Kim Jong Unvisited',
      'Kim Jong Unhas',
      'Kim Jong Un,who',
      'Kim Jong UnUniversity',
      'Kim Jong Unwas',
      'Kim Jong Uninspected',
    ])
      assert.deepEqual(found(glued, 'Kim Jong Un'), ['Kim Jong Un'], glued);
  });

  it('takes no ending and no other name for a word behind', () => {
    for (const other of [
      'Kim Jong Ung',
      'Kim Jong Unhye',
      'Ri Jong Hyokchol',
      'Sergei Viktorovich Lavrova',
      'Vladimir Vladimirovich Putinism',
    ])
      assert.deepEqual(
        found(
          other,
          'Kim Jong Un',
          'Ri Jong Hyok',
          'Sergei Viktorovich Lavrov',
          'Vladimir Vladimirovich Putin',
        ),
        [],
        other,
      );
  });

  it('lets short and single words stick to nothing but a small word before them', () => {
    assert.deepEqual(
      found('HeliRussia, McDonald, Kimchi, RussiaToday, InterRussia', 'Russia', 'Donald', 'Kim'),
      [],
    );
    assert.deepEqual(found('theRussia ofRussia', 'Russia'), ['Russia', 'Russia']);
    assert.deepEqual(found('ofXi', 'Xi'), []);
  });

  it('reads words of one name that stick together', () => {
    assert.deepEqual(found('Kim Il SungUniversity', 'Kim Il Sung', 'Kim Il Sung University'), [
      'Kim Il SungUniversity',
      '> Kim Il Sung',
    ]);
  });

  it('needs no spaces in scripts that have none', () => {
    assert.deepEqual(found('中国外交部长王毅会见', '外交部', '王毅', '中国'), ['中国', '外交部', '王毅']);
    assert.deepEqual(found('김정은이 왔다', '김정은'), ['김정은']);
  });
});

describe('compileNames', () => {
  it('passes over names without letters and too long ones, and tells which', () => {
    const index = compileNames([
      { text: 'Zembla' },
      { text: '--' },
      { text: '' },
      { text: 'a '.repeat(65) },
      { text: 'x'.repeat(65) },
    ]);
    assert.deepEqual(index.skipped, [1, 2, 3, 4]);
    assert.deepEqual(findNames(index, 'Zembla').length, 1);
  });

  it('finds nothing with no names, and nothing in no text', () => {
    assert.deepEqual(findNames(compileNames([]), 'Zembla'), []);
    assert.deepEqual(findNames(compileNames([{ text: 'Zembla' }]), ''), []);
  });
});
