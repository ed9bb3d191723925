import assert from 'node:assert/strict';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { shape } from './layout';

// Pages of archives, missions and ministries that the layout parser was not made from.

const body = 'The two sides exchanged views on matters of common concern and agreed to meet again soon.';

describe('parseRelease: pages as others keep them', () => {
  it('a bar of languages is no title', () => {
    const text = `عربي Español Русский Français 简体中文

Foreign Ministry Spokesperson Guo Lan’s Regular Press Conference on June 3, 2026

2026-06-03 21:15

${body}`;
    assert.equal(shape(text), 'boilerplate headline masthead-date paragraph');
    assert.equal(parseRelease(text).metadata.date, '2026-06-03');
  });

  it('a day in numbers, the month first where the issuer writes so', () => {
    const page = (issuer: string, day: string): string => `${issuer}

Readout of a Call

${day} 10:15 AM

${body}`;
    const dateOf = (text: string): string | undefined => parseRelease(text).metadata.date;
    assert.equal(dateOf(page('Department of State', '03/04/2024')), '2024-03-04');
    assert.equal(dateOf(page('Ministry of Foreign Affairs of Zembla', '03/04/2024')), '2024-04-03');
    assert.equal(dateOf(page('Ministry of Foreign Affairs of Zembla', '03/24/2024')), '2024-03-24');
  });

  it('issuer and day in square brackets', () => {
    const text = `[Ministry of Foreign Affairs of Zembla] [Monday, Jun 8, 2026]
Zembla-Terra Summit Meeting
On Sunday, June 7, the leaders met. ${body}`;
    assert.equal(shape(text), 'masthead-source masthead-date headline paragraph');
    const { title, issuer, date } = parseRelease(text).metadata;
    assert.deepEqual(
      [title, issuer, date],
      ['Zembla-Terra Summit Meeting', 'Ministry of Foreign Affairs of Zembla', '2026-06-08'],
    );
  });

  it('links and the name of a gazette above them', () => {
    const text = `To the text of this page.

Last Update : Monday, Dec 7, 2026

Zembla Weekly

[Ministry of Foreign Affairs of Zembla] [Tuesday, Dec 1, 2026]

Zembla-Terra Summit Meeting

${body}`;
    const { title, issuer } = parseRelease(text).metadata;
    assert.deepEqual(
      [title, issuer],
      ['Zembla-Terra Summit Meeting', 'Ministry of Foreign Affairs of Zembla'],
    );
  });

  it('a calendar with a full stop before the year, and Juche', () => {
    const text = `calendar>>May 20. 2018 Juche 107
Message of Sympathy to Zemblan Leaders
Pyongyang, May 20 (KCNA) -- ${body}`;
    assert.equal(shape(text), 'masthead-date headline dateline paragraph');
    assert.equal(parseRelease(text).metadata.date, '2018-05-20');
  });

  it('an archive’s own day gives way to the day it says the text is of', () => {
    const text = `January 31, 2026Jan 31, 2026
KCNA KCNA.kp (En)

Greetings to the President from Foreign Personages

Date: 24/09/2020 | Source: KCNA.kp (En) | Read original version at source

Pyongyang, September 24 (KCNA) -- ${body}`;
    const { title, date } = parseRelease(text).metadata;
    assert.equal(title, 'Greetings to the President from Foreign Personages');
    assert.equal(date, '2020-09-24');
  });

  it('the hours of two capitals stand below the day of the page, not of the text', () => {
    const text = `28 February 2026
Moscow: 15:16
Onhava: 12:16

Consular queries:
+44 (0) 203 668 7474

Briefing by Foreign Ministry Spokesperson Anna Verkhova, September 10, 2025

${body}`;
    const { title, date } = parseRelease(text).metadata;
    assert.equal(title, 'Briefing by Foreign Ministry Spokesperson Anna Verkhova, September 10, 2025');
    assert.equal(date, '2025-09-10');
  });

  it('links to the pages of a ministry elsewhere, in any language', () => {
    const text = `바로가기 메뉴
본문 바로가기

Ministry of Foreign Affairs REPUBLIC OF KOREA

  1. Ministry of  Foreign Affairs, Republic of Korea facebook
  2. Ministry of  Foreign Affairs, Republic of Korea instagram
SCREEN SIZE
검색창 열기

Press Releases

Outcome of the Foreign Ministers’ Telephone Conversation (January 23)

Date
2026-01-23
hit
405

${body}`;
    const { title, date, issuer } = parseRelease(text).metadata;
    assert.equal(title, 'Outcome of the Foreign Ministers’ Telephone Conversation (January 23)');
    assert.equal(date, '2026-01-23');
    assert.equal(issuer, 'Ministry of Foreign Affairs of the Republic of Korea');
  });

  it('day, hour and place of a press conference in one line', () => {
    for (const place of ['Ministry of Foreign Affairs', 'Onhava (Zembla)']) {
      const text = `Press Conferences
Press Conference by Foreign Minister KINBOTE Arno
Friday, October 6, 2026, 11:17 a.m. ${place}
Opening Remarks
${body}`;
      const { title, date } = parseRelease(text).metadata;
      assert.deepEqual([title, date], ['Press Conference by Foreign Minister KINBOTE Arno', '2026-10-06']);
    }
  });

  it('says at the start who issued it and when; whom words are attributable to is no title', () => {
    const text = `PRESS RELEASE : Zembla and Terra sanction leading smugglers

The press release issued by the Foreign Office on 18 April 2026.

${body}`;
    const { title, date } = parseRelease(text).metadata;
    assert.deepEqual([title, date], ['Zembla and Terra sanction leading smugglers', '2026-04-18']);
    const readout = `Department of State
Readout
As stated by Spokesperson Jane Roe:
${body}`;
    assert.notEqual(parseRelease(readout).metadata.title, 'As stated by Spokesperson Jane Roe:');
  });

  it('a path to the page and the site’s own name are no title', () => {
    const text = `View settings

Official website of the President of Russia

News   /

Condolences to President of Zembla Charles Xavier

January 1, 2026

${body}`;
    const { title, issuer, date } = parseRelease(text).metadata;
    assert.deepEqual(
      [title, issuer, date],
      ['Condolences to President of Zembla Charles Xavier', 'President of Russia', '2026-01-01'],
    );
  });

  it('day, hour and kind of text parted by bars', () => {
    const text = `Council of the EU

20/05/2026 20:01 | Statements and remarks |

Zembla: Council statement on the lifting of economic sanctions

${body}`;
    const { title, issuer, date } = parseRelease(text).metadata;
    assert.equal(title, 'Zembla: Council statement on the lifting of economic sanctions');
    assert.deepEqual([issuer, date], ['Council of the European Union', '2026-05-20']);
  });

  it('what invites to subscribe below the end mark is no part of it', () => {
    const text = `Readout of a Call with Prime Minister Kinbote

${body}

###

Stay Connected

We will send you news of how the President and his team work for the people of Zembla every day.`;
    assert.equal(shape(text), 'headline paragraph endmark boilerplate');
  });

  it('kept as Markdown: its menus, date, tables and lists of other pages', () => {
    const text = `## Press Releases

- [Home](/)
- [News](/news)
- [About](/about)

# Zembla Hosts the Fourth Lakes Forum of the Northern States

*5 June 2026*

${body}

| Head | Office |
|---|---|
| Arno Kinbote | Minister of Foreign Affairs of Zembla |
| Conmal Campbell | Minister of Foreign Affairs of Terra |

[Share on Facebook](#) | [Print](#)

## Related articles
- [The President visits Terra](a)`;
    assert.equal(
      shape(text),
      'boilerplate headline masthead-date paragraph boilerplate paragraph boilerplate',
    );
    const rows = parseRelease(text).regions.filter(
      ({ type, start }) => type === 'paragraph' && text[start] === '|',
    );
    assert.equal(rows.length, 3);
    assert.equal(parseRelease(text).metadata.date, '2026-06-05');
  });

  it('has a dateline in bold', () => {
    const text = `# Zembla and Terra Sign an Agreement on Fisheries

**ONHAVA, June 5, 2026** — ${body}`;
    assert.equal(shape(text), 'headline dateline paragraph');
    assert.equal(parseRelease(text).metadata.place, 'ONHAVA');
  });
});
