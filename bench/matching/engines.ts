import { compileNames } from '../../src/core/recognition/matcher/compileNames';
import { findNames } from '../../src/core/recognition/matcher/findNames';
import { HitBuffer } from '../../src/core/recognition/matcher/hitBuffer';
import { scanNames } from '../../src/core/recognition/matcher/scanNames';
import { requirePeer } from '../peers';

/** Something that finds names. `run` gives the number of hits. */
export interface Engine {
  readonly run: (text: string) => number;
  /** Every hit as `end name` in a folded text, for comparing; only where there are offsets to compare. */
  readonly list?: (text: string) => readonly { readonly end: number; readonly name: string }[];
}

export interface EngineKind {
  readonly name: string;
  /** Reads texts as they are; the others need them folded first, which is not counted against them. */
  readonly tolerant: boolean;
  readonly peer?: string;
  readonly make: (aliases: readonly string[]) => Engine;
}

function load<T>(peer: string, key?: string): new (keywords: readonly string[]) => T {
  const loaded = requirePeer(peer) as Record<string, unknown>;
  return (key === undefined ? loaded : (loaded[key] ?? loaded)) as new (keywords: readonly string[]) => T;
}

function matchInText(peer: string): EngineKind['make'] {
  return (aliases) => {
    const matcher = new (load<{ matchInText: (text: string) => unknown[] }>(peer, 'AhoCorasick'))(aliases);
    return { run: (text) => matcher.matchInText(text).length };
  };
}

function search(peer: string, key?: string): EngineKind['make'] {
  return (aliases) => {
    const matcher = new (load<{ search: (text: string) => unknown[] }>(peer, key))(aliases);
    return { run: (text) => matcher.search(text).length };
  };
}

export const engines: readonly EngineKind[] = [
  {
    name: 'floor: every code unit once',
    tolerant: true,
    make: (): Engine => ({
      run: (text) => {
        let sum = 0;
        for (let i = 0; i < text.length; i++) sum = (sum + text.charCodeAt(i)) | 0;
        return sum & 1;
      },
    }),
  },
  {
    name: 'Pressmark: all hits, flat arrays',
    tolerant: true,
    make: (aliases: readonly string[]): Engine => {
      const index = compileNames(aliases.map((text) => ({ text })));
      const hits = new HitBuffer();
      return {
        run: (text) => {
          hits.clear();
          scanNames(index, text, 0, text.length, hits);
          return hits.length;
        },
      };
    },
  },
  {
    name: 'Pressmark: findNames, longest and nested',
    tolerant: true,
    make: (aliases: readonly string[]): Engine => {
      const index = compileNames(aliases.map((text) => ({ text })));
      return { run: (text) => findNames(index, text).length };
    },
  },
  { name: 'ahocorasick', tolerant: false, peer: 'ahocorasick', make: search('ahocorasick') },
  {
    name: '@monyone/aho-corasick/fast',
    tolerant: false,
    peer: '@monyone/aho-corasick',
    make: matchInText('@monyone/aho-corasick/fast'),
  },
  { name: 'fastscan', tolerant: false, peer: 'fastscan', make: search('fastscan', 'default') },
  {
    name: 'modern-ahocorasick',
    tolerant: false,
    peer: 'modern-ahocorasick',
    make: search('modern-ahocorasick', 'default'),
  },
];
