import { readFileSync } from 'node:fs';
import { compileGazetteer } from '../../src/core/recognition/compileGazetteer';
import type { Entity } from '../../src/core/recognition/entity';
import { recognize } from '../../src/core/recognition/recognize';
import { parseRelease } from '../../src/core/release/parseRelease';
import { requirePeer } from '../peers';

/** Something that finds names in texts as they are. What it makes tells of a text how many it found. */
export interface Engine {
  readonly name: string;
  readonly peer?: string;
  readonly make: () => (text: string) => number;
}

type Wink = (model: unknown) => { readDoc(text: string): { entities(): { length(): number } } };
type Compromise = (text: string) => { topics(): { length: number } };

/** Pressmark with the built-in gazetteer, and kits from npm with all they do by default. */
export const engines: readonly Engine[] = [
  {
    name: 'Pressmark (layout and recognition)',
    make: () => {
      const { entities } = JSON.parse(readFileSync('dist/gazetteer.json', 'utf8')) as {
        entities: readonly Entity[];
      };
      const gazetteer = compileGazetteer(entities);
      return (text) => recognize(parseRelease(text), gazetteer).length;
    },
  },
  {
    name: 'wink-nlp (readDoc, entities)',
    peer: 'wink-nlp',
    make: () => {
      const nlp = (requirePeer('wink-nlp') as Wink)(requirePeer('wink-eng-lite-web-model'));
      return (text) => nlp.readDoc(text).entities().length();
    },
  },
  {
    name: 'compromise (topics)',
    peer: 'compromise',
    make: () => {
      const nlp = requirePeer('compromise') as Compromise;
      return (text) => nlp(text).topics().length;
    },
  },
];
