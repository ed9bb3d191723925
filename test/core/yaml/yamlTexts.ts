import fc from 'fast-check';
import { parseYaml } from '../../../src/core/yaml/parse';
import { valueOf, type YamlValue } from '../../../src/core/yaml/value';

/** Text with everything that YAML might trip over. */
export const awkwardText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string() },
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(...'ab Z09:#-?,[]{}&*!|>%@`\'"\\\n\t\r\u00a0\u0085\u2028\ufeff\u200b😀e\u0301=<~.+/_'),
      { maxLength: 12 },
    )
    .map((chars) => chars.join('')),
  fc.constantFrom(
    'null',
    'true',
    'no',
    'Off',
    '~',
    '1',
    '-1',
    '0x1f',
    '1e3',
    '.5',
    '.inf',
    '2024-01-21',
    '12:30',
    '1_000',
    'a: b',
    'a #b',
    '- a',
    '...',
    '---',
    '',
    ' ',
    '\n',
    'a\nb',
    'a\n\n b\n',
    '  lead\nx',
    'é',
    '<<',
    '=',
    'y',
    '__proto__',
    'constructor',
    '01',
    '+1',
    '1.',
    '1e',
    '!a',
    'a:',
    ':a',
    'http://x',
  ),
);

const key = fc.oneof(
  fc.constantFrom(
    'id',
    'note',
    'codes',
    'a-b',
    'x_1',
    '__proto__',
    'toString',
    'a b',
    '1',
    'ключ',
    '?',
    '- x',
    'a: b',
    '',
  ),
  fc.string({ maxLength: 5 }),
);

/** Any value that YAML's core schema can hold. */
export const yamlValue: fc.Arbitrary<YamlValue> = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    awkwardText,
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;

/** Text with some characters put in, taken out or doubled. */
export function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...' \n\t:-#"\'[]{},&*!|>?%\\~a1',
    '\r\n',
    '\r',
    '  ',
    '    ',
    '- ',
    ': ',
    ' #',
    '---\n',
    '...\n',
    '"a',
    '|-\n',
    '>\n',
    '&a ',
    '*a',
    '\ufeff',
    '\u00a0',
    '.5',
    'null',
  );
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(4),
    text: fc.oneof(piece, fc.constant('')),
  });
  return fc.tuple(text, fc.array(change, { maxLength: 3 })).map(([source, changes]) =>
    changes.reduce((current, { at, cut, text: added }) => {
      const place = Math.floor(at * current.length);
      return current.slice(0, place) + added + current.slice(place + cut);
    }, source),
  );
}

/** What `yaml` says, or undefined where it finds an error. */
export function plainYaml(text: string): { readonly value: YamlValue; readonly faults: number } | undefined {
  const { root, document, problems } = parseYaml(text, 'test');
  if (problems.length > 0) return undefined;
  const { value, faults } = valueOf(root, document);
  return { value, faults: faults.length };
}
