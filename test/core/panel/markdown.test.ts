import assert from 'node:assert/strict';
import type { TemplateResult } from 'lit';
import { markdown } from '../../../src/panel/markdown';

/** What a template puts on the page: markup as written in the program, texts in guillemets as they would be shown. */
function drawn(value: unknown): string {
  if (Array.isArray(value)) return value.map(drawn).join('');
  if (typeof value === 'symbol') return '';
  if (typeof value === 'object' && value !== null && 'strings' in value) {
    const { strings, values } = value as TemplateResult;
    return strings.map((piece, i) => piece.replace(/\s+/g, ' ').trim() + drawn(values[i])).join('');
  }
  return value === undefined ? '' : `«${String(value)}»`;
}

describe('notes in Markdown', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain & simple', '<p>«plain & simple»</p>'],
    ['one **two** *three*', '<p>«one »<strong>«two»</strong>« »<em>«three»</em></p>'],
    ['- a\n- b', '<ul><li>«a»</li><li>«b»</li></ul>'],
    ['`a<b`', '<p><code>«a<b»</code></p>'],
    ['> said', '<blockquote><p>«said»</p></blockquote>'],
    ['[site](https://example.org/x)', '<p><a href=«https://example.org/x»>«site»</a></p>'],
    ['line\nline', '<p>«line»<br />«line»</p>'],
  ];
  for (const [source, expected] of cases)
    it(JSON.stringify(source), () => assert.equal(drawn(markdown(source)), expected));

  it('shows HTML as it is written', () => {
    const page = drawn(
      markdown('<img src=x onerror=alert(1)> and <script>alert(1)</script>\n\n<div onclick=x>y</div>'),
    );
    assert.doesNotMatch(page.replace(/«[^»]*»/g, ''), /img|script|div|onclick/);
    assert.match(page, /«<img src=x onerror=alert\(1\)>/);
  });

  it('makes no link of what does not lead to the web, and fetches no picture', () => {
    for (const source of [
      '[x](javascript:alert(1))',
      '[x](command:pressmark.undo)',
      '[x](data:text/html,y)',
      '![x](https://example.org/x.png)',
      '[x](file:///etc/passwd)',
    ])
      assert.doesNotMatch(drawn(markdown(source)).replace(/«[^»]*»/g, ''), /<a|<img|href|src/, source);
  });
});
