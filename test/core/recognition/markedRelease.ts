import type { GoldMention } from '../../../src/core/recognition/score';

/** A release whose mentions are marked in its text, as in `{r=president-of-russia:{l?:Russian} President} {p=vladimir-putin:Putin}`. */
export interface MarkedRelease {
  readonly text: string;
  /** Offsets in UTF-16 code units of `text`. */
  readonly mentions: readonly GoldMention[];
}

const types: Readonly<Record<string, string>> = {
  p: 'person',
  o: 'organization',
  l: 'place',
  r: 'role',
  e: 'event',
  d: 'document',
  t: 'date',
  f: 'facility',
};

/**
 * Reads marks `{type:words}`, `{type?:words}` for an optional mention, `{type=entity:words}`; dates give their ISO form for an
 * entity. Throws at a mark that isn't closed or has no type, since a fixture with a slip proves nothing.
 */
export function readMarkedRelease(marked: string): MarkedRelease {
  const mentions: GoldMention[] = [];
  const open: { start: number; type: string; level: 'core' | 'optional'; entity: string | undefined }[] = [];
  let text = '';
  for (let at = 0; at < marked.length;) {
    const mark = /^\{([a-z])(\?)?(?:=([^:]+))?:/.exec(marked.slice(at, at + 120));
    if (mark !== null) {
      const type = types[mark[1]!];
      if (type === undefined) throw new Error(`${mark[0]}: no such type`);
      open.push({ start: text.length, type, level: mark[2] ? 'optional' : 'core', entity: mark[3] });
      at += mark[0].length;
      continue;
    }
    const character = marked[at++]!;
    if (character === '{') throw new Error(`not a mark: ${marked.slice(at - 1, at + 30)}`);
    if (character !== '}') {
      text += character;
      continue;
    }
    const last = open.pop();
    if (last === undefined) throw new Error(`nothing to close before ${marked.slice(at, at + 30)}`);
    const { start, type, level, entity } = last;
    mentions.push({
      start,
      end: text.length,
      type,
      level,
      nested: open.length > 0,
      ...(entity === undefined || type === 'date' ? {} : { entity }),
    });
  }
  if (open.length > 0) throw new Error('a mark is not closed');
  return { text, mentions };
}
