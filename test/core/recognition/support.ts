import { compileGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { CompiledGazetteer } from '../../../src/core/recognition/compileGazetteer';
import type { Entity } from '../../../src/core/recognition/entity';
import type { Mention } from '../../../src/core/recognition/mention';
import { recognize } from '../../../src/core/recognition/recognize';
import type { RegionType } from '../../../src/core/release/release';

type Given = Partial<Entity> & Pick<Entity, 'id' | 'type' | 'name'>;

export function entity(given: Given): Entity {
  return { aliases: [], offices: [], ...given };
}

/** A few entities, so that the rules have something to build on; the tests don't depend on the built-in list. */
export const someEntities: readonly Entity[] = [
  entity({
    id: 'zembla',
    type: 'place',
    name: 'Zembla',
    aliases: ['Republic of Zembla'],
    demonyms: ['Zemblan'],
  }),
  entity({ id: 'terra', type: 'place', name: 'Terra', aliases: ['Terran Federation'], demonyms: ['Terran'] }),
  entity({ id: 'onhava', type: 'place', name: 'Onhava' }),
  entity({ id: 'far-east', type: 'place', name: 'Far East' }),
  entity({ id: 'arctic', type: 'place', name: 'Arctic' }),
  entity({ id: 'un', type: 'organization', name: 'United Nations', aliases: ['UN'] }),
  entity({ id: 'zpp', type: 'organization', name: "Zemblan People's Party", aliases: ['ZPP'] }),
  entity({
    id: 'charles-xavier',
    type: 'person',
    name: 'Charles Xavier',
    family: 'Xavier',
    offices: [{ title: 'President', of: 'zembla', from: '2019-05-01' }],
  }),
  entity({ id: 'kim-jong-un', type: 'person', name: 'Kim Jong Un' }),
];

export const someGazetteer = compileGazetteer(someEntities);

export interface Setting {
  readonly gazetteer?: CompiledGazetteer;
  /** The release's own date. */
  readonly date?: string;
  readonly issuer?: string;
  readonly region?: RegionType;
}

/** Recognises mentions in one paragraph. */
export function mentionsIn(text: string, setting: Setting = {}): readonly Mention[] {
  const { gazetteer = someGazetteer, date, issuer, region = 'paragraph' } = setting;
  return recognize(
    {
      text,
      regions: [{ type: region, start: 0, end: text.length }],
      metadata: { ...(date === undefined ? {} : { date }), ...(issuer === undefined ? {} : { issuer }) },
    },
    gazetteer,
  );
}

/** The words of the mentions of a type, in reading order. */
export function found(type: string, text: string, setting: Setting = {}): string[] {
  return mentionsIn(text, setting)
    .filter((mention) => mention.type === type)
    .map((mention) => text.slice(mention.start, mention.end));
}
