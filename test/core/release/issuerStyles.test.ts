import assert from 'node:assert/strict';
import { parseRelease } from '../../../src/core/release/parseRelease';
import { layout, shape } from './layout';

describe('parseRelease: pages of ministries', () => {
  it('Russian: menu, time, numbered text, related news with dates', () => {
    const text = `Main page
Foreign policy
News
18 July 2026 15:42
Press release on Deputy Foreign Minister Oleg Verkhov’s meeting with Ambassador of Zembla to Russia Arno Kinbote

1204-18-07-2026

On July 18, Deputy Minister of Foreign Affairs of the Russian Federation Oleg Verkhov received Ambassador of Zembla Arno Kinbote.

Additional materials
Publication date: 18 July 2026
Short link: https://mid.ru/en/news/123/
Related news
17 July 2026
Comment by the Information and Press Department on the situation in Onhava`;
    assert.equal(
      shape(text),
      'boilerplate masthead-source masthead-date headline boilerplate paragraph boilerplate',
    );
    const { title, date, issuer } = parseRelease(text).metadata;
    assert.equal(
      title,
      'Press release on Deputy Foreign Minister Oleg Verkhov’s meeting with Ambassador of Zembla to Russia Arno Kinbote',
    );
    assert.equal(date, '2026-07-18');
    assert.equal(issuer, 'Ministry of Foreign Affairs of the Russian Federation');
  });

  it('Chinese: the page’s own title, menus, the title by itself', () => {
    const text = `Wei Anming Meets with Foreign Minister of Zembla_Ministry of Foreign Affairs of the People's Republic of China
Ministry of Foreign Affairs
Home
Policies and Activities
Wei Anming Meets with Foreign Minister of Zembla
2026-06-05 20:14

On June 5, Foreign Minister Wei Anming met with Foreign Minister of Zembla Conmal Campbell in Beijing.

Suggest to a friend
  Print`;
    assert.equal(
      shape(text),
      'boilerplate masthead-source boilerplate headline masthead-date paragraph boilerplate',
    );
    const { title, date, issuer } = parseRelease(text).metadata;
    assert.equal(title, 'Wei Anming Meets with Foreign Minister of Zembla');
    assert.equal(date, '2026-06-05');
    assert.equal(issuer, "Ministry of Foreign Affairs of the People's Republic of China");
  });

  it('Chinese: press conferences with bread crumbs and font sizes', () => {
    const text = `Home > Press and Media Service > Spokesperson's Remarks
Foreign Ministry Spokesperson Guo Lan's Regular Press Conference on June 3, 2026
Updated: June 03, 2026 19:20
[Font Size:  Big Medium Small]

ZNA: Can you share more details about the visit?

Guo Lan: China and Zembla enjoy a traditional friendship.`;
    assert.equal(shape(text), 'boilerplate headline masthead-date boilerplate paragraph');
  });

  it('Japanese: kind of text, title, date, language, numbered items, links', () => {
    const text = `Press Releases
Japan-Zembla Foreign Ministers' Telephone Talk
May 12, 2026
[Japanese]

On May 12, Ms. HAYASHIDA Naoko, Minister for Foreign Affairs of Japan, held a telephone talk. The overview is as follows.

1. At the outset, Minister Hayashida expressed her condolences.
2. The two ministers exchanged views on regional affairs.

Related Links
Japan-Zembla Relations
Back to Zembla`;
    assert.equal(shape(text), 'masthead-source headline masthead-date boilerplate paragraph boilerplate');
    assert.equal(parseRelease(text).regions.filter(({ type }) => type === 'paragraph').length, 3);
  });

  it('has the state of a ministry on a line of its own', () => {
    const text = `Ministry of Foreign Affairs
People's Republic of Zembla
Foreign Ministry Spokesperson Conmal Campbell's Regular Press Conference on May 5, 2025

Onhava Daily: Could you tell us more about the visit of the Terran minister this week?

Conmal Campbell: The visit will carry forward the friendship of the two peoples.`;
    const masthead = parseRelease(text).regions.filter(({ type }) => type === 'masthead-source');
    assert.deepEqual(
      masthead.map(({ start, end }) => text.slice(start, end)),
      ['Ministry of Foreign Affairs', "People's Republic of Zembla"],
    );
  });

  it('South Korean: counter, numbered paragraphs, /End/, attachments', () => {
    const text = `Press Releases
Foreign Minister Meets with Zemblan Counterpart on the Occasion of Onhava Forum
Date 2026-03-11 18:02:11
Hit 1,204

1. Minister of Foreign Affairs Han Seo-yun met with Foreign Minister Conmal Campbell of Zembla on March 11.

2. Minister Han stated that the two countries have steadily developed their cooperation.  /End/

* unofficial translation

Attachment
260311_photo.jpg
List`;
    assert.equal(
      shape(text),
      'masthead-source headline masthead-date boilerplate paragraph endmark boilerplate',
    );
    assert.equal(parseRelease(text).metadata.date, '2026-03-11');
  });

  it('American: title first, kind, office and date below; place line; tags', () => {
    const readout = `Secretary Alvarez’s Call with Zemblan Foreign Minister Campbell
READOUT
OFFICE OF THE SPOKESPERSON
FEBRUARY 9, 2026

The below is attributable to Spokesperson Dana Whitlock:

Secretary of State Ruth Alvarez spoke today with Zemblan Foreign Minister Conmal Campbell.

Tags
Bureau of European and Eurasian Affairs Office of the Spokesperson Readouts Zembla`;
    assert.equal(shape(readout), 'headline masthead-source masthead-date paragraph boilerplate');
    const statement = `Press Statement
Ruth Alvarez, Secretary of State
Washington, DC
March 3, 2026

The United States and Zembla held the seventh Strategic Dialogue in Washington on March 2, 2026.

###`;
    assert.deepEqual(layout(statement), [
      'headline: Press Statement',
      'byline: Ruth Alvarez, Secretary of State',
      'dateline: Washington, DC',
      'masthead-date: March 3, 2026',
      'paragraph: The United States and Zembla held the seventh Strategic Dialo...',
      'endmark: ###',
    ]);
  });

  it('Ukrainian: published on, read also, networks, latest news with times', () => {
    const ministry = `Statement of the Ministry of Foreign Affairs of Ukraine on the shelling of the port of Onhava
Published on 14 April 2026 at 12:30

The Ministry of Foreign Affairs of Ukraine strongly condemns the attack on the port of Onhava.

Read also: Comment of the MFA Spokesperson on the visit
Facebook
Twitter
© Ministry of Foreign Affairs of Ukraine, 2026`;
    assert.equal(shape(ministry), 'headline masthead-date paragraph boilerplate');
    assert.equal(parseRelease(ministry).metadata.issuer, 'Ministry of Foreign Affairs of Ukraine');
    const office = `President met with the President of Zembla in Kyiv
22 May 2026 - 17:45

President of Ukraine Petro Hrynko met with President of Zembla Charles Xavier, who arrived in Kyiv.

The latest news
23 May 2026 - 10:02
The President honored the memory of fallen warriors`;
    assert.equal(shape(office), 'headline masthead-date paragraph boilerplate');
  });

  it('an embassy: its own name and number stand above the title', () => {
    const text = `Embassy of the Republic of Zembla in Japan
Press Release
No. 12/2026

Ambassador Arno Kinbote visits Hiroshima and meets the Governor

Tokyo, 12 March 2026

Ambassador Arno Kinbote visited Hiroshima and met with the Governor of the prefecture. They discussed trade.`;
    assert.equal(shape(text), 'masthead-source boilerplate headline dateline paragraph');
    assert.equal(
      parseRelease(text).metadata.title,
      'Ambassador Arno Kinbote visits Hiroshima and meets the Governor',
    );
  });

  it('notes for the press below ENDS', () => {
    const text = `Ambassador of Zembla visits Kharkiv

The Ambassador of Zembla visited Kharkiv today and met with the mayor of the city. They discussed reconstruction.

ENDS

For media queries contact Jane Doe at the press office.
Notes to editors: Zembla and Ukraine established relations in 1992. Foreign Minister John Shade visited Kyiv in 2023.`;
    assert.equal(shape(text), 'headline paragraph endmark boilerplate');
  });

  it('a spokesperson’s name and office between title and date', () => {
    const text = `Imposing Sanctions on Traders of Counterfeit Gzorn
Press Statement
Hazel Shade, Department Spokesperson

December 1, 2026

The Republic of Zembla is today sanctioning eight traders who sold counterfeit gzorn in its ports last year.`;
    assert.equal(shape(text), 'headline masthead-source byline masthead-date paragraph');
    assert.equal(parseRelease(text).metadata.date, '2026-12-01');
  });
});
