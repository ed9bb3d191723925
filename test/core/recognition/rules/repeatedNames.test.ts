import assert from 'node:assert/strict';
import { recognize } from '../../../../src/core/recognition/recognize';
import { found, someGazetteer } from '../support';

/** The names of a type in a headline over a paragraph. */
function inHeadline(type: string, headline: string, body: string): readonly string[] {
  const text = `${headline}\n\n${body}`;
  const regions = [
    { type: 'headline', start: 0, end: headline.length },
    { type: 'paragraph', start: headline.length + 2, end: text.length },
  ] as const;
  return recognize({ text, regions, metadata: {} }, someGazetteer)
    .filter((mention) => mention.type === type && mention.end <= headline.length)
    .map(({ start, end }) => text.slice(start, end));
}

describe('names in a headline', () => {
  it('are those that the text below tells', () => {
    const body = 'The workers of the Kolm Youth Chemical Complex said so, and so did others there.';
    assert.deepEqual(inHeadline('facility', 'Kinbote Gives Guidance to Kolm Youth Chemical Complex', body), [
      'Kolm Youth Chemical Complex',
    ]);
    assert.deepEqual(
      inHeadline('facility', 'Kinbote Gives Guidance to Gzorn Youth Chemical Complex', body),
      [],
    );
  });

  it('are not others whose words are merely as long', () => {
    const [one, other] = ['W' + 'a'.repeat(60), 'G' + 'o'.repeat(60)];
    const body = `The workers of the ${one} Chemical Complex said so, and so did others there.`;
    assert.deepEqual(inHeadline('facility', `Kinbote Visits ${one} Chemical Complex`, body).length, 1);
    assert.deepEqual(inHeadline('facility', `Kinbote Visits ${other} Chemical Complex`, body), []);
  });

  it('are the longest of several', () => {
    const body =
      'It met the Whale Policy Committee, which is of the Whale Policy Committee of Zembla, said Bodo.';
    assert.deepEqual(
      inHeadline('organization', 'Whale Policy Committee of Zembla Holds Long Session', body),
      ['Whale Policy Committee of Zembla'],
    );
  });
});

describe('more events, documents and bodies', () => {
  it('are storms, and days with small words in their subject', () => {
    assert.deepEqual(found('event', 'He spoke of help after Typhoon Gzorn, and of a Storm in the north.'), [
      'Typhoon Gzorn',
    ]);
    assert.deepEqual(
      found('event', 'It marked the International Day for Equal Access to Whales in the north.'),
      ['International Day for Equal Access to Whales'],
    );
    assert.deepEqual(
      found(
        'event',
        'He named the First Conference of Chairs of Whale Boards and the Fifth Conference of Cooks.',
      ),
      ['First Conference of Chairs of Whale Boards', 'Fifth Conference of Cooks'],
    );
  });

  it('are reports of a body, statements of several, programmes of cooperation', () => {
    assert.deepEqual(
      found(
        'document',
        "They read the Report of the United Nations, the Gzorn Leaders' Statement on Whales and Seals, and a Report.",
      ),
      ['Report of the United Nations', "Gzorn Leaders' Statement on Whales and Seals"],
    );
    assert.deepEqual(
      found(
        'document',
        'They signed the Protocol to the Gzorn Treaty and the Programme of Cooperation in Whaling then.',
      ),
      ['Protocol to the Gzorn Treaty', 'Programme of Cooperation in Whaling'],
    );
  });

  it('are branches of a body, and groups with a number', () => {
    assert.deepEqual(
      found('organization', 'At the Kolm Branch of the United Nations they met, and at a Branch.'),
      ['Kolm Branch of the United Nations', 'United Nations'],
    );
    assert.deepEqual(
      found('organization', 'Bodo Krang, commander of Carrier Strike Group 5, spoke to them.'),
      ['Carrier Strike Group 5'],
    );
  });
});
