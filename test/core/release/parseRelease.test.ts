import assert from 'node:assert/strict';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { layout, shape } from './layout';

const body =
  'The foreign ministers of Zembla and Terra met in Onhava and discussed the fishing rights that have divided the two neighbours.';

describe('parseRelease: headline and dateline', () => {
  it('reads headline, dateline, paragraphs, end mark and source line', () => {
    const text = `Zemblan Minister Visits Terra

Onhava, January 21 (ZNA) -- ${body}

Both sides agreed. -0-
www.zna.example (Juche113.1.21.)`;
    assert.deepEqual(layout(text), [
      'headline: Zemblan Minister Visits Terra',
      'dateline: Onhava, January 21 (ZNA) --',
      'paragraph: The foreign ministers of Zembla and Terra met in Onhava and d...',
      'paragraph: Both sides agreed.',
      'endmark: -0-',
      'sourceline: www.zna.example (Juche113.1.21.)',
    ]);
    assert.deepEqual(parseRelease(text).metadata, {
      title: 'Zemblan Minister Visits Terra',
      issuer: 'ZNA',
      agency: 'ZNA',
      place: 'Onhava',
      date: '2024-01-21',
      dateSource: 'dateline-inferred',
    });
  });

  it('joins a headline over a blank line, and tells where it breaks', () => {
    const text = `\n\nPress Release on Zemblan Minister's\n\nVisit to Terra\n\nOnhava, May 5 (ZNA) -- ${body}`;
    const { regions, metadata } = parseRelease(text);
    assert.equal(metadata.title, "Press Release on Zemblan Minister's Visit to Terra");
    assert.deepEqual(regions[0], { type: 'headline', start: 2, end: 53, hardBreaks: [37] });
  });

  it('knows datelines of many agencies', () => {
    for (const dateline of [
      'ONHAVA, June 19 (Xinhua) --',
      'MOSCOW, June 5. /TASS/.',
      'Onhava, 5 de diciembre (ACNC) --',
      'ONHAVA, Zembla (AP) —',
      'NEW ONHAVA —',
      'Washington, DC, March 3, 2026 –',
      'Onhava, November 3 (KCNA)',
    ])
      assert.deepEqual(layout(`A Title\n\n${dateline} ${body}`)[1], `dateline: ${dateline}`);
  });

  it('takes no sentence with a dash for a dateline', () => {
    for (const start of [
      'Onhava – Terra relations are good',
      'On June 5, 2026 – a Friday – they met',
      'May 5 – June 6 was',
    ])
      assert.equal(shape(`A Title\n\n${start}. ${body}`), 'headline paragraph');
  });

  it('starts with the body where there is no headline', () => {
    assert.equal(shape(`Onhava, November 2 (ZNA) -- ${body}`), 'dateline paragraph');
    assert.equal(shape(body), 'paragraph');
  });

  it('reads masthead date and source above the headline, without no-break spaces behind them', () => {
    const text = `Nov. 28, 2024 Thursday\u00a0\u00a0\nRodong Sinmun\nTalks Held\n\n${body}\n\nPolitical News Team`;
    assert.deepEqual(layout(text), [
      'masthead-date: Nov. 28, 2024 Thursday',
      'masthead-source: Rodong Sinmun',
      'headline: Talks Held',
      'paragraph: The foreign ministers of Zembla and Terra met in Onhava and d...',
      'byline: Political News Team',
    ]);
  });

  it('keeps the stumps of a repeated title out of the text', () => {
    const text = `Great Captain Ada Roe Receives Zemblan Envoy\n2023-10-20\nGreat Captain\nZemblan Envoy\nOnhava, October 20 (ZNA) -- ${body}`;
    assert.deepEqual(layout(text).slice(0, 4), [
      'headline: Great Captain Ada Roe Receives Zemblan Envoy',
      'masthead-date: 2023-10-20',
      'boilerplate: Great Captain / Zemblan Envoy',
      'dateline: Onhava, October 20 (ZNA) --',
    ]);
  });

  it('parts a machine time line into date, place and nothing', () => {
    const sochi = `Meeting in Sochi\n\n2022-06-08T15:15:00Z, Sochi\n\n${body}`;
    assert.equal(shape(sochi), 'headline masthead-date dateline paragraph');
    assert.equal(parseRelease(sochi).metadata.place, 'Sochi');
    const nowhere = `Telephone talk\n\n2022-06-08T15:15:00Z, NA\n\n${body}`;
    assert.deepEqual(layout(nowhere).slice(1, 3), ['masthead-date: 2022-06-08T15:15:00Z', 'boilerplate: NA']);
    assert.equal(parseRelease(nowhere).metadata.date, '2022-06-08');
  });
});

describe('parseRelease: body and tail', () => {
  it('joins a paragraph over a blank line in mid-sentence', () => {
    const text = `A Title\n\nBoth sides discussed the issues of continuously\n\ntaking practical measures for peace.\n\nThey parted.`;
    const paragraphs = parseRelease(text).regions.filter(({ type }) => type === 'paragraph');
    assert.deepEqual(paragraphs, [
      { type: 'paragraph', start: 9, end: 94, hardBreaks: [56] },
      { type: 'paragraph', start: 96, end: 108 },
    ]);
  });

  it('joins lines that were broken at a width, and leaves lists alone', () => {
    const wrapped = `A Title\n\nThe foreign ministers of Zembla and Terra met on Tuesday\nin the capital. They discussed fishing in the northern\nwaters and parted as friends do.\n\nThe end came.`;
    assert.equal(parseRelease(wrapped).regions.filter(({ type }) => type === 'paragraph').length, 2);
    const list = `A Title\n\nThe following was agreed on in the talks of the two sides\n- more fish for all of the people of both countries\n- fewer boats in all of the northern waters there`;
    assert.equal(parseRelease(list).regions.filter(({ type }) => type === 'paragraph').length, 3);
  });

  it('finds the end mark inside a line, glued to a sentence, and of other issuers', () => {
    for (const mark of ['-0-', '-30-', '/End/', '###', '# # #', '* * *', '(END)'])
      assert.equal(shape(`A Title\n\n${body}\n\n${mark}`), 'headline paragraph endmark', mark);
    for (const end of [' -0-', '-0-', '  /End/'])
      assert.equal(shape(`A Title\n\n${body}${end}`), 'headline paragraph endmark');
    assert.equal(shape(`A Title\n\n${body} -0- www.zna.example`), 'headline paragraph endmark sourceline');
  });

  it('takes dividers between paragraphs for no end', () => {
    assert.equal(shape(`A Title\n\n${body}\n\n* * *\n\n${body}`), 'headline paragraph boilerplate paragraph');
  });

  it('reads signature, office and date', () => {
    const text = `Message of Condolence\n\n${body}\n\nRi Chol Min\nPresident of the Council\nOnhava, March 3, Juche 115 (2026)`;
    assert.deepEqual(layout(text).slice(2), [
      'signature: Ri Chol Min',
      'signature: President of the Council',
      'signature-date: Onhava, March 3, Juche 115 (2026)',
    ]);
    const { date, dateSource, place } = parseRelease(text).metadata;
    assert.deepEqual(
      { date, dateSource, place },
      { date: '2026-03-03', dateSource: 'signature', place: 'Onhava' },
    );
  });

  it('cuts off a byline that runs on behind the last sentence', () => {
    for (const byline of [
      'Rodong News Team',
      'Political News Team',
      'Ri Hyo Jin',
      'Rodong Sinmun Rodong Sinmun',
    ])
      assert.deepEqual(layout(`A Title\n\n${body} ${byline}`).at(-1), `byline: ${byline}`);
    assert.deepEqual(
      layout(`A Title\n\nThey came from the U.S. Rodong News Team`).at(-1),
      'byline: Rodong News Team',
    );
    assert.equal(shape(`A Title\n\n${body} They thanked Kim Jong Un`), 'headline paragraph');
  });
});

describe('parseRelease: boilerplate', () => {
  it('drops everything under a list heading, in any of the languages', () => {
    for (const heading of [
      'More From ZNA.example (En)',
      'See also',
      'Related news',
      'Читайте также',
      'Читайте також:',
      'Leer también',
      'À lire aussi',
      'Siehe auch',
      '相关新闻',
      '関連リンク',
      '관련 기사',
    ])
      assert.equal(
        shape(`A Title\n\n${body}\n\n${heading}\nMinister Roe opens a bridge\nMinister Doe closes one`),
        'headline paragraph boilerplate',
        heading,
      );
  });

  it('finds teasers without a heading by their doubled titles and by their dates', () => {
    const twin = (s: string): string => `${s}\nDecember 05, 2024\n${s}`;
    const doubled = `A Title\n\n${body}\n${twin('Onhava, December 5 (ZNA) -- A spokesperson gave the')}\n${twin('Onhava, December 5 (ZNA) -- Officials of the province made')}`;
    assert.equal(shape(doubled), 'headline paragraph boilerplate');
    const dated = `A Title\n\n${body}\n\nMinister Roe opens a bridge\n5 May 2026\nMinister Doe closes one\n4 May 2026\nMinister Poe mends one\n3 May 2026`;
    assert.equal(shape(dated), 'headline paragraph boilerplate');
  });

  it('takes up the text again below a list in its middle', () => {
    assert.equal(
      shape(`A Title\n\n${body}\n\nSee also\nMinister Roe opens a bridge\n\n${body} ${body}`),
      'headline paragraph boilerplate paragraph',
    );
  });

  it('drops single lines of page furniture', () => {
    for (const line of [
      'Share',
      'Print this page',
      'Text version',
      'Published in sections: News, Transcripts',
      '[Font Size: Big Medium Small]',
      'Hit 1,204',
      'Suggest to a friend',
      'Get Adobe Acrobat Reader',
      'This website uses cookies to improve your experience.',
      '© Ministry of Foreign Affairs of Ukraine, 2026',
      'Facebook Twitter Telegram',
      'Home > Press > Statements',
      'Поделиться',
    ])
      assert.equal(
        shape(`A Title\n\n${body}\n\n${line}\n\n${body}`),
        'headline paragraph boilerplate paragraph',
        line,
      );
  });

  it('leaves sentences alone that only begin like furniture', () => {
    for (const line of [
      'Print media were present.',
      'Share the burden, the minister said.',
      'More from the talks will follow, he said.',
      'Home affairs were not discussed.',
    ])
      assert.equal(shape(`A Title\n\n${body}\n\n${line}\n\n${body}`), 'headline paragraph', line);
  });
});

describe('parseRelease: the date', () => {
  const dated = (text: string, fileName = ''): string => {
    const { date, dateSource } = parseRelease(text, { fileName }).metadata;
    return `${date ?? '-'} ${dateSource ?? '-'}`;
  };
  const dateline = (rest: string): string => `A Title\n\nOnhava, December 30 (ZNA) -- ${body}\n\n${rest}`;

  it('takes the year of a dateline from mastheads, source lines, file names, teasers: the latest day not after them', () => {
    assert.equal(dated(dateline('-0-\nwww.zna.example (Juche113.12.31.)')), '2024-12-30 dateline-inferred');
    assert.equal(dated(`2024-01-02\n${dateline('')}`), '2023-12-30 dateline-inferred');
    assert.equal(dated(dateline(''), 'news/2024-12-30-visit.txt'), '2024-12-30 dateline-inferred');
    assert.equal(
      dated(dateline('More from ZNA\nA bridge was opened\nJanuary 05, 2025')),
      '2024-12-30 dateline-inferred',
    );
  });

  it('takes it from the body only where that speaks of the same days, and of no anniversary', () => {
    assert.equal(
      dated(dateline('The launch was made on December 29, Juche 113 (2024).')),
      '2024-12-30 dateline-inferred',
    );
    assert.equal(dated(dateline('They marked the anniversary of December 29, 2004.')), '- -');
    assert.equal(dated(dateline('The treaty of May 5, 2004 was praised.')), '- -');
  });

  it('reads other places in order: masthead, source line, signature, number, headline, file name, opening words', () => {
    const rest = `A Title\n\n${body}`;
    assert.equal(dated(`Talks Held\n19 June 2024 14:30\n\n${body}`, '2020-01-01.txt'), '2024-06-19 masthead');
    assert.equal(dated(`${rest}\n\nOnhava, 3 May 2026`), '2026-05-03 signature');
    assert.equal(dated(`A Title\n\n1201-19-06-2024\n\n${body}`), '2024-06-19 number');
    assert.equal(dated(`Press Conference on June 3, 2026\n\n${body}`), '2026-06-03 headline');
    assert.equal(dated(rest, '2024_06_19_talks.txt'), '2024-06-19 file-name');
    assert.equal(dated(`A Title\n\nOn June 5, 2026, ${body}`), '2026-06-05 text');
    assert.equal(dated(rest), '- -');
  });
});
