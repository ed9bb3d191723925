import assert from 'node:assert/strict';
import { compileGazetteer } from '../../../../src/core/recognition/compileGazetteer';
import { entity, found, mentionsIn, someEntities } from '../support';

// What the styles of many ministries have in common, and what only some of them do.
describe('titles of documents', () => {
  const documents = (text: string): string[] => found('document', text);

  it('go on over small words as long as capitals follow', () => {
    assert.deepEqual(
      documents(
        'They renewed the Memorandum of Understanding on Jointly Building the Glass Belt and the Gzorn Road.',
      ),
      ['Memorandum of Understanding on Jointly Building the Glass Belt and the Gzorn Road'],
    );
    assert.deepEqual(documents('The Treaty Concerning the Permanent Neutrality of the Gzorn Canal holds.'), [
      'Treaty Concerning the Permanent Neutrality of the Gzorn Canal',
    ]);
    assert.deepEqual(documents('the Joint Vision for Peace, Prosperity and People adopted last year'), [
      'Joint Vision for Peace, Prosperity and People',
    ]);
    assert.deepEqual(documents('the Political Agreement for Peace in the Republic of Zembla, signed here'), [
      'Political Agreement for Peace in the Republic of Zembla',
    ]);
  });

  it('end before the place of signing, an office and a second document', () => {
    assert.deepEqual(documents('He signed the Treaty of Friendship and Trade in Onhava.'), [
      'Treaty of Friendship and Trade',
    ]);
    assert.deepEqual(
      documents('under the Convention on Glass Change and the Gzornberg Agreement, they said'),
      ['Convention on Glass Change', 'Gzornberg Agreement'],
    );
  });

  it('may name who made them, and what they amend', () => {
    assert.deepEqual(
      documents(
        'After lunch both of them signed the Joint Statement by the Foreign Ministers of Zembla and Terra on Ways to Counter Glass, which was read out.',
      ),
      ['Joint Statement by the Foreign Ministers of Zembla and Terra on Ways to Counter Glass'],
    );
    assert.deepEqual(documents('the Amendment to the Convention on Glass Material entered into force'), [
      'Amendment to the Convention on Glass Material',
    ]);
  });

  it('are numbers too', () => {
    assert.deepEqual(documents('aligned with Council Regulation (ZC) No 765/2006 concerning glass'), [
      'Council Regulation (ZC) No 765/2006',
    ]);
    assert.deepEqual(documents('under the Constitutional Reform and Governance Act 2010.'), [
      'Constitutional Reform and Governance Act 2010',
    ]);
    assert.deepEqual(documents('He signed the Executive Order On Measures to Ensure Glass in Zembla.'), [
      'Executive Order On Measures to Ensure Glass in Zembla',
    ]);
  });

  it('of a list go on to their parties; others to the year they aim at', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'glass-treaty', type: 'document', name: 'Treaty on Glass' }),
    ]);
    const text = 'He spoke of the Treaty on Glass between the Republic of Zembla and Terra, and of Vision.';
    assert.deepEqual(found('document', text, { gazetteer }), [
      'Treaty on Glass between the Republic of Zembla and Terra',
    ]);
    assert.deepEqual(
      documents('they adopted the Zemblan Community Vision 2045 and Federal Law No. 216-FZ today'),
      ['Zemblan Community Vision 2045', 'Federal Law No. 216-FZ'],
    );
  });

  it('are not an opinion, an award or a decision of any kind', () => {
    assert.deepEqual(documents('World Public Opinion gave the Golden Glass Award for a Bold Decision.'), []);
    assert.deepEqual(documents('the Advisory Opinion of the United Nations Court'), [
      'Advisory Opinion of the United Nations Court',
    ]);
  });
});

describe('bodies', () => {
  const bodies = (text: string, region: 'paragraph' | 'headline' = 'paragraph'): string[] =>
    found('organization', text, { region });

  it('are governments with their `of`, not delegations', () => {
    assert.deepEqual(bodies('a grant from the Government of the Republic of Zembla'), [
      'Government of the Republic of Zembla',
    ]);
    assert.deepEqual(bodies('Minister Meets Zemblan Party Delegation Again', 'headline'), []);
  });

  it('are chambers, committees before a comma, and what a gerund says they do', () => {
    assert.deepEqual(bodies('It went to the House of Commons of Zembla.'), ['House of Commons of Zembla']);
    assert.deepEqual(found('facility', 'It went to the House of Commons of Zembla.'), []);
    assert.deepEqual(
      found('role', "a message from the general secretary of the C.C., Zemblan People's Party, on"),
      ["general secretary of the C.C., Zemblan People's Party"],
    );
    assert.deepEqual(
      bodies('the Directorate for Combating Organised Crime and Corruption of the Ministry of Glass'),
      [
        'Directorate for Combating Organised Crime and Corruption of the Ministry of Glass',
        'Ministry of Glass',
      ],
    );
    assert.deepEqual(
      bodies('the Tribunal for the former Zembla is closed; see the Gzorn Tribunal for the former Zembla'),
      ['Tribunal for the former Zembla', 'Gzorn Tribunal for the former Zembla'],
    );
  });

  it('join plural nouns and adjectives of places', () => {
    assert.deepEqual(bodies('the Department for New Challenges and Threats of the Ministry of Glass'), [
      'Department for New Challenges and Threats of the Ministry of Glass',
      'Ministry of Glass',
    ]);
    assert.deepEqual(bodies('in the Southeast and Southwest Zemblan Affairs Department'), [
      'Southeast and Southwest Zemblan Affairs Department',
    ]);
    assert.deepEqual(bodies('with Chief Cabinet Secretary Gzorn Qwirkle'), []);
  });

  it('end before a place that something is said on', () => {
    assert.deepEqual(bodies("at the Onhava Center for Disarmament and Peace on Terra's invasion"), [
      'Onhava Center for Disarmament and Peace',
    ]);
  });

  it('mean in a release what it says an abbreviation means', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'party-of-terra', type: 'organization', name: 'Glass Party of Terra', aliases: ['GPT'] }),
      entity({ id: 'party-of-thule', type: 'organization', name: 'Glass Party of Thule' }),
    ]);
    const linked = mentionsIn('The Glass Party of Thule (GPT) met. The GPT said so.', { gazetteer })
      .filter(({ type, parent }) => type === 'organization' && parent === undefined)
      .map((mention) => mention.entity);
    assert.deepEqual(linked, ['party-of-thule', 'party-of-thule', 'party-of-thule']);
    const own = mentionsIn('The Committee of the Glass Party of Terra (GPT) met.', { gazetteer });
    assert.equal(own.at(-1)?.entity, 'party-of-terra');
  });

  it('may be abbreviated in another language', () => {
    assert.deepEqual(
      bodies(
        'against the United Nations Multidimensional Integrated Stabilization Mission in Zembla (MINUSZ), and later against MINUSZ again',
      ).slice(-2),
      ['MINUSZ', 'MINUSZ'],
    );
  });
});

describe('events and sites', () => {
  it('have editions, and operations their names', () => {
    assert.deepEqual(found('event', 'They went to the GZORN Summit 2024 and left.'), ['GZORN Summit 2024']);
    assert.deepEqual(found('event', 'the start of Operation Glass Force against Zembla'), [
      'Operation Glass Force',
    ]);
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'zts', type: 'event', name: 'Zembla–Terra Summit' }),
    ]);
    assert.deepEqual(found('event', 'at the Second Zembla–Terra Summit in Onhava', { gazetteer }), [
      'Second Zembla–Terra Summit',
    ]);
  });

  it('are battles of a place, and centres for conventions', () => {
    assert.deepEqual(found('event', 'victims of the Siege of Onhava are buried there'), ['Siege of Onhava']);
    const text = 'They met at the Onhava Convention Centre on Confidence-Building and rested.';
    assert.deepEqual(found('facility', text), ['Onhava Convention Centre']);
    assert.deepEqual(found('organization', text), []);
    assert.deepEqual(found('document', text), []);
  });

  it('bear days and towns in their names', () => {
    const text = 'They saw the February 8 Glass Factory on February 9 and slept in the Gzorn Hotel Onhava.';
    assert.deepEqual(found('facility', text), ['February 8 Glass Factory', 'Gzorn Hotel Onhava']);
    assert.deepEqual(found('date', text), ['February 9']);
    assert.deepEqual(found('facility', 'On February 8 Glass Factory met its plan.'), ['Glass Factory']);
  });
});

describe('offices and persons', () => {
  it('have divisions in brackets, and join', () => {
    assert.deepEqual(
      found('role', 'led by Shri Gzorn Qwirkle, Secretary (East), and Joint Secretary Bodo Krang'),
      ['Secretary (East)', 'Joint Secretary'],
    );
    assert.deepEqual(
      found('person', 'led by Shri Gzorn Qwirkle, Secretary (East), and Joint Secretary Bodo Krang'),
      ['Gzorn Qwirkle', 'Bodo Krang'],
    );
  });

  it('are not the journal of somebody official', () => {
    assert.deepEqual(found('role', 'published in the Official Journal of Zembla'), []);
    assert.deepEqual(found('person', 'published in the Official Journal of Zembla'), []);
  });

  it('of a body that no list knows are no office of the state', () => {
    const gazetteer = compileGazetteer([
      ...someEntities.filter(({ id }) => id !== 'charles-xavier'),
      entity({
        id: 'charles-xavier',
        type: 'person',
        name: 'Charles Xavier',
        offices: [
          { title: 'President', of: 'zembla', from: '2010-05-01', until: '2019-05-01' },
          { title: 'Chairman', of: 'zembla', from: '2019-05-01' },
        ],
      }),
    ]);
    const role = mentionsIn('Charles Xavier, president of the Gzorn Party, came.', {
      gazetteer,
      date: '2024-01-01',
    }).find(({ type }) => type === 'role');
    assert.equal(role?.entity, undefined);
  });

  it('have names that end in Jr. or begin as small words, and many articles', () => {
    assert.deepEqual(found('person', 'with Mr. Gilbert C. Qwirkle, Jr., Secretary of Glass of Zembla'), [
      'Gilbert C. Qwirkle, Jr.',
    ]);
    assert.deepEqual(found('person', 'and H.E. Do Hung Viet, Deputy Minister of Glass of Zembla'), [
      'Do Hung Viet',
    ]);
    assert.deepEqual(found('person', 'Attending were Ryu Kyong Jun and others'), ['Ryu Kyong Jun']);
    assert.deepEqual(
      found(
        'person',
        'Later they called on His Highness Sheikh Gzor Al-Khaled Al-Hamad Al-Mub Al-Sab, who came with several friends.',
      ),
      ['Gzor Al-Khaled Al-Hamad Al-Mub Al-Sab'],
    );
  });

  it('are known by the list they stand in, and by an office of no name', () => {
    assert.deepEqual(found('person', 'Among them are Marek Gzornic, Zvornik Krang and Charles Xavier.'), [
      'Marek Gzornic',
      'Zvornik Krang',
      'Charles Xavier',
    ]);
    assert.deepEqual(found('person', 'said Marek Gzornic, Komsom Glassmakers'), ['Marek Gzornic']);
    assert.deepEqual(found('person', 'a delegation headed by Kem Sambath, vice-chairman of its commission'), [
      'Kem Sambath',
    ]);
  });
});

describe('places', () => {
  it('are listed between towns, behind their kind, and belong to the courts of a town', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'kobald', type: 'place', name: 'Kobald' }),
    ]);
    const places = (text: string): string[] => found('place', text, { gazetteer });
    assert.deepEqual(places('the bombing of Onhava, Gzor and Kobald'), ['Onhava', 'Gzor', 'Kobald']);
    assert.deepEqual(places('the cities of Jongzu and Kuzong met'), ['Jongzu', 'Kuzong']);
    assert.deepEqual(places('judges of the Onhava City Court'), ['Onhava']);
    assert.deepEqual(places('Onhava Municipality and the Gzorn Cavern'), [
      'Onhava Municipality',
      'Gzorn Cavern',
    ]);
    assert.deepEqual(places('an attack near Nzakoundou against them'), ['Nzakoundou']);
  });

  it('called Korea are the south where the north is North Korea', () => {
    const gazetteer = compileGazetteer([
      ...someEntities,
      entity({ id: 'korea', type: 'place', name: 'Korea' }),
      entity({ id: 'north-korea', type: 'place', name: 'North Korea', demonyms: ['North Korean'] }),
      entity({ id: 'south-korea', type: 'place', name: 'South Korea', demonyms: ['South Korean'] }),
    ]);
    const [first] = mentionsIn('Korea and Zembla condemned North Korea.', { gazetteer });
    assert.equal(first?.entity, 'south-korea');
  });
});
