import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, someEntities } from '../support';

// How far the title of a document goes, and which words in quotation marks are one.

const documents = (text: string): readonly string[] => found('document', text);

describe('titles of documents', () => {
  it('go on over articles and possessives behind small words, and to a second preposition', () => {
    assert.deepEqual(
      documents('They issued the Joint Statement on Deepening the Partnership for a New Era.'),
      ['Joint Statement on Deepening the Partnership for a New Era'],
    );
    assert.deepEqual(
      documents('They signed the Convention on the Hunting of Whales and on their Protection in Onhava.'),
      ['Convention on the Hunting of Whales and on their Protection'],
    );
  });

  it('tell what they establish or amend', () => {
    assert.deepEqual(documents('Zembla joined the Agreement Establishing the Polar Trade Area.'), [
      'Agreement Establishing the Polar Trade Area',
    ]);
    assert.deepEqual(documents('He signed the Protocol to Amend the Convention on Whales.'), [
      'Protocol to Amend the Convention on Whales',
    ]);
  });

  it('have the years they hold for, before or behind', () => {
    assert.deepEqual(documents('They signed the Action Plan on Whales 2045–2049 and left.'), [
      'Action Plan on Whales 2045–2049',
    ]);
    assert.deepEqual(documents('the 2045-2049 Whale Action Plan, the Gzorn Action Plan (2045-2047)'), [
      '2045-2049 Whale Action Plan',
      'Gzorn Action Plan (2045-2047)',
    ]);
    assert.deepEqual(documents('The World Whale Report 2045 says so.'), ['World Whale Report 2045']);
    assert.deepEqual(documents('The Gzorn Declaration 2045 people signed was short.'), ['Gzorn Declaration']);
  });

  it('are a code of conduct with the waters it is for', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-sea', type: 'place', name: 'Gzorn Sea' }),
    ]);
    const text = 'The Code of Conduct in the Gzorn Sea (COC) is near. The COC is good.';
    assert.deepEqual(found('document', text, { gazetteer }), [
      'Code of Conduct in the Gzorn Sea',
      'COC',
      'COC',
    ]);
  });

  it('are letters of intent, instruments and documents of a town, but no other letters', () => {
    assert.deepEqual(documents('They signed a Letter of Intent on Cooperation in Whaling.'), [
      'Letter of Intent on Cooperation in Whaling',
    ]);
    assert.deepEqual(documents('The Onhava Document and the Letter of Bodo Krang were read.'), [
      'Onhava Document',
    ]);
  });

  it('go on against and toward something, and in a region', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-sea', type: 'place', name: 'Gzorn Sea' }),
    ]);
    assert.deepEqual(
      found(
        'document',
        'They read the Convention against Whaling and the Zemblan Strategy Toward Northern Terra.',
        {
          gazetteer,
        },
      ),
      ['Convention against Whaling', 'Zemblan Strategy Toward Northern Terra'],
    );
    assert.deepEqual(found('document', 'the Zemblan Strategy for Whaling in the Gzorn Sea', { gazetteer }), [
      'Zemblan Strategy for Whaling in the Gzorn Sea',
    ]);
    assert.deepEqual(found('document', 'signed the Agreement on Whaling in Onhava', { gazetteer }), [
      'Agreement on Whaling',
    ]);
  });

  it('are acts by letters or one coined word, and no law enforcement', () => {
    assert.deepEqual(documents('He signed the WHALE Act and the Krang Act, no Legal Act.'), [
      'WHALE Act',
      'Krang Act',
    ]);
    assert.deepEqual(documents('He leads the Anti-Whaling Law Enforcement Network.'), []);
  });

  it('are statements with a subject by the town of their making, but not by a month', () => {
    assert.deepEqual(documents('They launched the Onhava Action Statement for Resilient Whaling.'), [
      'Onhava Action Statement for Resilient Whaling',
    ]);
    assert.deepEqual(
      documents('In the November 2045 Onhava Statement and a Statement of Intent they agreed.'),
      ['Onhava Statement', 'Statement of Intent'],
    );
  });

  it('go on behind the name that a list has', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'gzorn-declaration', type: 'document', name: 'Gzorn Declaration' }),
      entity({ id: 'whale-framework', type: 'document', name: 'Gzorn Framework for Whales' }),
      entity({ id: 'free-whales', type: 'document', name: 'Free and Open Whaling' }),
      entity({ id: 'resolution-12', type: 'document', name: 'Resolution 12' }),
    ]);
    const listed = (text: string): readonly string[] => found('document', text, { gazetteer });
    assert.deepEqual(listed('the Gzorn Declaration for Peace, Prosperity and Whales was read'), [
      'Gzorn Declaration for Peace, Prosperity and Whales',
    ]);
    assert.deepEqual(listed("the Gzorn Declaration for Zembla's rise"), ['Gzorn Declaration']);
    assert.deepEqual(listed('the Gzorn Framework for Whales 2045-2049 and Resolution 12 (2045)'), [
      'Gzorn Framework for Whales 2045-2049',
      'Resolution 12 (2045)',
    ]);
    assert.deepEqual(listed('the Free and Open Whaling Strategy'), ['Free and Open Whaling Strategy']);
  });
});

describe('titles in quotation marks', () => {
  it('are documents where their kind is told before', () => {
    assert.deepEqual(documents('They issued a joint statement titled “Whales for a Common Future”.'), [
      'Whales for a Common Future',
    ]);
    assert.deepEqual(
      documents('a white paper, entitled "Whaling in the New Era", and a song "Deep Blue Sea"'),
      ['Whaling in the New Era'],
    );
    assert.deepEqual(documents('the statement under the title of “Whales Must Live”'), ['Whales Must Live']);
  });

  it('are none in small letters, in sentences or without an end', () => {
    assert.deepEqual(
      documents('The statement “Whales must live”. The report "Whales Live. Seals Die" came.'),
      [],
    );
    assert.deepEqual(documents('The statement “Whales Must Live was read.'), []);
  });

  it('close the name of a resolution of a body', () => {
    assert.deepEqual(documents('The UN resolution “Whales of the sea, as well as seals” was adopted.'), [
      'UN resolution “Whales of the sea, as well as seals',
    ]);
  });
});

describe('laws and papers', () => {
  it('have their title in quotation marks behind their state', () => {
    assert.deepEqual(documents('They passed the Law of Zembla "On the Hunting of Whales," and left.'), [
      'Law of Zembla "On the Hunting of Whales',
    ]);
  });

  it('are sent to somebody, or made to do something', () => {
    assert.deepEqual(
      documents('He sent the Whale Hunting Act to Zembla, with the Whale Strategy to Prevent Hunger.'),
      ['Whale Hunting Act', 'Whale Strategy to Prevent Hunger'],
    );
  });
});

describe('parties with a dash between spaces', () => {
  it('are both in front of a dialogue or an agreement', () => {
    assert.deepEqual(found('event', 'They resumed the Zembla – Terra Strategic Dialogue in Onhava.'), [
      'Zembla – Terra Strategic Dialogue',
    ]);
    assert.deepEqual(documents('They know the Zembla - Terra Free Trade Agreement by heart.'), [
      'Zembla - Terra Free Trade Agreement',
    ]);
    assert.deepEqual(found('event', 'Zembla – Terra Strategic Dialogue was held.'), [
      'Terra Strategic Dialogue',
    ]);
  });
});

describe('further words of titles', () => {
  it('are two adjectives, a final document, the date of a statement, and where rights are reported on', () => {
    assert.deepEqual(
      documents(
        'They read the Zembla-Terra Comprehensive and Enhanced Partnership Agreement and the Final Document of the UN Conference.',
      ),
      [
        'Zembla-Terra Comprehensive and Enhanced Partnership Agreement',
        'Final Document of the UN Conference',
      ],
    );
    assert.deepEqual(documents('They keep to the Trilateral Statement of 9 November 2045 as they said.'), [
      'Trilateral Statement of 9 November 2045',
    ]);
    assert.deepEqual(documents('They wrote the Annual Report on Human Rights in Zembla and went home.'), [
      'Annual Report on Human Rights in Zembla',
    ]);
  });

  it('have small words in their letters', () => {
    assert.deepEqual(documents('They signed a Memorandum of Discussion (MOD) in May. The MOD is new.'), [
      'Memorandum of Discussion',
      'MOD',
      'MOD',
    ]);
  });

  it('are a presidential statement of a body, and a programme of action', () => {
    assert.deepEqual(
      documents('They read the UN Presidential Statement on Whales and the Joint Action Programme.'),
      ['UN Presidential Statement on Whales', 'Joint Action Programme'],
    );
  });

  it('are the ordinal of a meeting, its partners from outside, and the letters of a forum', () => {
    assert.deepEqual(
      found(
        'event',
        "the First Zembla - Terra Summit Meeting, the UN Defence Ministers' Meeting-Plus, and the GZF Ministerial here",
      ),
      ['First Zembla - Terra Summit Meeting', "UN Defence Ministers' Meeting-Plus", 'GZF Ministerial'],
    );
    assert.deepEqual(found('event', "They held the UN Defence Ministers' Meeting Plus Three."), [
      "UN Defence Ministers' Meeting Plus Three",
    ]);
    assert.deepEqual(found('event', 'Visit to Zembla: Second Day\n\nIt was Lamp Day.'), ['Lamp Day']);
  });
});

describe('events with a year or their number', () => {
  const gazetteer = compileGazetteer([
    ...someEntities,
    entity({ id: 'whale-conference', type: 'event', name: 'Whale Review Conference' }),
    entity({ id: 'unga', type: 'organization', name: 'UN General Assembly', aliases: ['UNGA'] }),
    entity({ id: 'recovery', type: 'event', name: 'Terra Recovery Conference', aliases: ['TRC'] }),
  ]);
  const events = (text: string): readonly string[] => found('event', text, { gazetteer });

  it('have the year in front of a listed name', () => {
    assert.deepEqual(events('They prepare the 2045 Whale Review Conference.'), [
      '2045 Whale Review Conference',
    ]);
    assert.deepEqual(events('In 2045 Whale Review Conference papers were read.'), [
      'Whale Review Conference',
    ]);
  });

  it('are sessions by the initials of the assembly', () => {
    assert.deepEqual(events('He spoke at the 80th UNGA, not to the UNGA.'), ['80th UNGA']);
  });

  it('are meetings of two and two', () => {
    assert.deepEqual(events('the Zembla-Terra 2+2 Foreign and Defense Ministerial Consultations'), [
      'Zembla-Terra 2+2 Foreign and Defense Ministerial Consultations',
    ]);
    assert.deepEqual(events('the Zembla-Terra Foreign and Defense (2+2) Ministerial Meeting'), [
      'Zembla-Terra Foreign and Defense (2+2) Ministerial Meeting',
    ]);
  });

  it('are editions by their initials and a year', () => {
    assert.deepEqual(events('The Terra Recovery Conference (TRC) ended; TRC2045 is next. TRX2045 is none.'), [
      'Terra Recovery Conference',
      'TRC',
      'TRC2045',
    ]);
  });

  it('are summits by one coined word, by letters or by their subject', () => {
    assert.deepEqual(events('They met at the Gzorn Summit, the SDG Summit and the Annual Summit.'), [
      'Gzorn Summit',
      'SDG Summit',
    ]);
    assert.deepEqual(events('He held a Summit on Whale Supply Chains and a Conference on Terra.'), [
      'Summit on Whale Supply Chains',
    ]);
  });

  it('are none where the words go on, and no fiscal year', () => {
    assert.deepEqual(
      events(
        '45 years of Zembla-Terra Dialogue Relations, the Trilateral Exercise Plan, the Zemblan Fiscal Year',
      ),
      [],
    );
  });
});

describe('what is no site', () => {
  it('is an annex to a treaty, a building code, or an act about a site', () => {
    assert.deepEqual(
      found(
        'facility',
        'the Sectoral Annex, Resilient Building and Energy Codes, the Gzorn Pipeline Safety Act',
      ),
      [],
    );
  });
});
