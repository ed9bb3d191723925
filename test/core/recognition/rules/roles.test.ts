import assert from 'node:assert/strict';
import { found, mentionsIn } from '../support';

const roles = (text: string): string[] => found('role', text);

describe('roles', () => {
  it('are a head noun with its modifiers, the polity in front and the complement behind', () => {
    assert.deepEqual(roles('talks with Zemblan Foreign Minister Conmal Campbell'), [
      'Zemblan Foreign Minister',
    ]);
    assert.deepEqual(roles('Oswin Bretwit, first deputy prime minister of the Republic of Zembla, said'), [
      'first deputy prime minister of the Republic of Zembla',
    ]);
    assert.deepEqual(roles('the Zemblan ambassador to Terra left'), ['Zemblan ambassador to Terra']);
    assert.deepEqual(roles('Aide to the President of Zembla for Foreign Policy Sylvia Odon'), [
      'Aide to the President of Zembla for Foreign Policy',
      'President of Zembla',
    ]);
  });

  it('leave a polity in the genitive outside', () => {
    assert.deepEqual(roles("Zembla's Foreign Minister Conmal Campbell"), ['Foreign Minister']);
  });

  it('end where the name of the person begins, known or unknown', () => {
    assert.deepEqual(roles('President of Zembla Charles Xavier'), ['President of Zembla']);
    assert.deepEqual(roles('Minister of Natural Resources and Ecology Alexander Kovacs'), [
      'Minister of Natural Resources and Ecology',
    ]);
    assert.deepEqual(roles('Minister for Civil Defence, Emergencies and Disaster Relief Maria Nordin'), [
      'Minister for Civil Defence, Emergencies and Disaster Relief',
    ]);
  });

  it('are two where two offices are coordinated', () => {
    assert.deepEqual(roles('Member of the Council of Elders and Foreign Minister Conmal Campbell'), [
      'Member of the Council of Elders',
      'Foreign Minister',
    ]);
    assert.deepEqual(roles('Minister of Development of Far East and Arctic'), [
      'Minister of Development of Far East and Arctic',
    ]);
  });

  it('by themselves need a person beside them', () => {
    assert.deepEqual(roles('President Xavier arrived.'), ['President']);
    assert.deepEqual(roles('Conmal Campbell, Foreign Minister, arrived.'), ['Foreign Minister']);
    assert.deepEqual(
      roles('The Foreign Minister noted that. The President agreed; the foreign minister said so.'),
      [],
    );
  });

  it('are no plurals and nobody in particular', () => {
    assert.deepEqual(
      roles('the foreign ministers of Zembla and Terra, a president, heads of state, the head of state'),
      [],
    );
    assert.deepEqual(roles('Zembla is a permanent member of the United Nations'), []);
  });

  it('keep heads of several words together', () => {
    assert.deepEqual(roles('UN Secretary-General Ana Lopes'), ['UN Secretary-General']);
    assert.deepEqual(roles('the editor-in-chief of the Onhava Gazette'), [
      'editor-in-chief of the Onhava Gazette',
    ]);
    assert.deepEqual(roles('Ambassador Extraordinary and Plenipotentiary of Zembla to Terra Arno Kinbote'), [
      'Ambassador Extraordinary and Plenipotentiary of Zembla to Terra',
    ]);
  });

  it('carry the person who holds them and the entity of the office', () => {
    const text = 'Zemblan President Charles Xavier spoke.';
    const role = mentionsIn(text, { date: '2024-01-01' }).find((mention) => mention.type === 'role');
    assert.equal(role?.holder, 'charles-xavier');
    assert.equal(role?.entity, 'president-of-zembla');
    assert.equal(role?.certain, false);
    assert.equal(role?.rule, 'role');
  });
});
