import assert from 'node:assert/strict';
import { type AnchorOptions, anchorAnnotations } from '../../../src/core/annotation/anchoring';
import type { Annotation, Selector } from '../../../src/core/annotation/annotation';
import { makeSelector } from '../../../src/core/annotation/selector';

const release = `Delegation of Zembla Arrives

NEWTON, May 4 (ZNA) -- A delegation of the Republic of Zembla led by Foreign Minister Anna Weiss arrived here on Sunday.
It was met at the airport by Deputy Minister Carl Braun and officials concerned.
Talks were held between the two sides in the afternoon. The talks proceeded in a warm and friendly atmosphere.
In the evening a reception was given in honour of the delegation. The reception proceeded in a warm and friendly atmosphere.
The delegation will stay here for three days. -0-
`;

function annotated(text: string, ...quotes: readonly string[]): readonly Annotation[] {
  return quotes.map((quote, i) => {
    const start = text.indexOf(quote);
    assert.ok(start >= 0, quote);
    return note(`a000000${i}`, makeSelector(text, { start, end: start + quote.length }));
  });
}

function note(id: string, ...target: readonly Selector[]): Annotation {
  return { id, codes: [], target };
}

/** What was anchored where, as `state: text` for the only annotation. */
function anchored(now: string, annotations: readonly Annotation[], options?: AnchorOptions): string {
  const [anchor] = anchorAnnotations(now, annotations, options);
  const read = anchor!.spans.map(({ start, end }) => now.slice(start, end)).join(' … ');
  return `${anchor!.state}: ${read}`;
}

for (const knows of ['the whole old text', 'only what annotations tell'] as const) {
  const options: AnchorOptions =
    knows === 'the whole old text' ? { previousText: release } : { previousLength: release.length };

  describe(`an annotation, with ${knows}, is`, () => {
    it('exact where nothing changed', () =>
      assert.equal(anchored(release, annotated(release, 'Carl Braun'), options), 'exact: Carl Braun'));

    it('exact where something changed behind it', () =>
      assert.equal(
        anchored(release.replace('three days', 'a week'), annotated(release, 'Carl Braun'), options),
        'exact: Carl Braun',
      ));

    it('exact where only the line ends changed', () =>
      assert.equal(
        anchored(release.replace(/\n/g, '\r\n'), annotated(release, 'Sunday.\nIt was met'), options),
        'exact: Sunday.\r\nIt was met',
      ));

    it('moved where something was put in before it', () =>
      assert.equal(
        anchored(`Correction of yesterday's text.\n\n${release}`, annotated(release, 'Carl Braun'), options),
        'moved: Carl Braun',
      ));

    it('moved where its lines were wrapped anew', () =>
      assert.equal(
        anchored(
          release.replace('in a warm', 'in\na warm'),
          annotated(release, 'The talks proceeded in a warm and friendly atmosphere.'),
          options,
        ),
        'moved: The talks proceeded in\na warm and friendly atmosphere.',
      ));

    it('moved where the words around it were corrected', () =>
      assert.equal(
        anchored(
          release.replace('It was met', 'It was greeted').replace('Sunday', 'Monday'),
          annotated(release, 'Minister Carl Braun'),
          options,
        ),
        'moved: Minister Carl Braun',
      ));

    it('fuzzy where it was corrected itself', () =>
      assert.equal(
        anchored(release.replace('Carl Braun', 'Karl Braun'), annotated(release, 'Carl Braun'), options),
        'fuzzy: Karl Braun',
      ));

    it('fuzzy where words were put into it', () =>
      assert.equal(
        anchored(
          release.replace('a reception was', 'a grand reception was'),
          annotated(release, 'In the evening a reception was given'),
          options,
        ),
        'fuzzy: In the evening a grand reception was given',
      ));

    it('an orphan where its sentence was deleted', () =>
      assert.equal(
        anchored(
          release.replace('Talks were held between the two sides in the afternoon. ', ''),
          annotated(release, 'Talks were held between the two sides'),
          options,
        ),
        'orphan: ',
      ));

    it('an orphan where its text is gone', () =>
      assert.equal(anchored('', annotated(release, 'Carl Braun'), options), 'orphan: '));

    it('never attached to its like when its own sentence was deleted', () => {
      const annotations = annotated(release, 'proceeded in a warm and friendly atmosphere');
      const now = release.replace(' The talks proceeded in a warm and friendly atmosphere.', '');
      assert.doesNotMatch(anchored(now, annotations, options), /^(exact|moved)/);
    });

    it('never attached to another mention of the same name when its own is gone', () => {
      const text = `${release}Anna Weiss thanked the hosts. Anna Weiss left.\n`;
      const annotations = annotated(text, 'Anna Weiss');
      const now = text.replace(' led by Foreign Minister Anna Weiss', '');
      const known = knows === 'the whole old text' ? { previousText: text } : { previousLength: text.length };
      assert.doesNotMatch(anchored(now, annotations, known), /^(exact|moved)/);
    });

    it('as uncertain as the worst of its spans', () => {
      const [a, b] = annotated(release, 'Anna Weiss', 'Carl Braun').map(({ target }) => target[0]!);
      const now = release.replace('Carl Braun', 'Karl Braun');
      assert.equal(anchored(now, [note('twospans', a!, b!)], options), 'fuzzy: Anna Weiss … Karl Braun');
      const gone = now.replace(/It was met.*\n/, '');
      assert.equal(anchored(gone, [note('twospans', a!, b!)], options), 'orphan: ');
    });

    it('an orphan when it has no quote, or no span at all', () => {
      assert.equal(
        anchored(release, [note('noquote0', { start: 5, end: 5, quote: '' })], options),
        'orphan: ',
      );
      assert.equal(anchored(release, [note('nospans0')], options), 'orphan: ');
    });
  });
}

describe('a paragraph that moved', () => {
  const paragraph = /It was met.*\n/.exec(release)![0];
  const now = release.replace(paragraph, '') + paragraph;
  const annotations = annotated(release, 'Deputy Minister Carl Braun');

  it('takes its annotations along where the whole old text is known', () =>
    assert.equal(anchored(now, annotations, { previousText: release }), 'moved: Deputy Minister Carl Braun'));

  it('is asked about where it is not: it could be the like of one that was deleted', () =>
    assert.equal(anchored(now, annotations), 'fuzzy: Deputy Minister Carl Braun'));
});

describe('annotations of a text', () => {
  it('may be made by hand, with position and quote alone', () => {
    const start = release.indexOf('Carl Braun');
    const annotation = note('byhand00', { start, end: start + 10, quote: 'Carl Braun' });
    assert.equal(anchored(release, [annotation]), 'exact: Carl Braun');
  });

  it('with wrong positions are not attached without asking', () => {
    const annotation = note('wrongpos', { start: 3, end: 13, quote: 'Carl Braun' });
    assert.equal(anchored(release, [annotation]), 'fuzzy: Carl Braun');
  });

  it('have offsets in code points', () => {
    const text = `\u{1f91d}\u{1f1f0}\u{1f1f5} ${release}`;
    const now = `\u{1f600}\u{1f600} ${text}`;
    assert.equal(anchored(text, annotated(text, 'Carl Braun')), 'exact: Carl Braun');
    assert.equal(anchored(now, annotated(text, 'Carl Braun')), 'moved: Carl Braun');
  });

  it('made of different versions of the text do not lead each other astray', () => {
    const older = release.replace('three days', 'two days').replace('Republic of Zembla', 'Zembla');
    const annotations = [
      ...annotated(older, 'two days').map((annotation) => ({ ...annotation, id: 'older000' })),
      ...annotated(release, 'Carl Braun', 'three days'),
    ];
    const states = anchorAnnotations(release, annotations).map(({ id, state }) => `${id} ${state}`);
    assert.deepEqual(states, ['older000 fuzzy', 'a0000000 exact', 'a0000001 exact']);
  });

  it('tell how sure a proposal is', () => {
    const [anchor] = anchorAnnotations(
      release.replace('Carl Braun', 'Karl Braun'),
      annotated(release, 'Carl Braun'),
    );
    assert.ok(anchor!.score! > 0.8 && anchor!.score! < 1, String(anchor!.score));
  });

  it('that stand equally well in two places are ambiguous', () => {
    const text = 'The guests left. The hosts waved.\n';
    const annotations = annotated(`Before. ${text}`, 'The guests left');
    const now = `One thing. ${text}Another matter. ${text}`;
    assert.equal(anchored(now, annotations), 'ambiguous: The guests left');
  });
});
