import type { Span } from '../../text/span';
import type { ExportAnnotation } from '../exportModel';
import { labelsOf } from '../labels';
import { tokensIn } from '../tokens';

/** A token's tag: `O`, or where it stands in an annotation. */
export interface Tag {
  readonly tag: string;
  /** The annotation that begins here. */
  readonly begins?: ExportAnnotation;
}

/** What CoNLL-2003 calls the types that it has. */
const conllNames: Readonly<Record<string, string>> = { PERSON: 'PER', ORGANIZATION: 'ORG', PLACE: 'LOC' };

/** IOB2 tags of tokens for annotations that do not overlap. */
export function iobTags(tokens: readonly Span[], annotations: readonly ExportAnnotation[]): Tag[] {
  const tags: Tag[] = tokens.map(() => ({ tag: 'O' }));
  for (const annotation of annotations) {
    const label = tagLabel(labelsOf(annotation)[0]!);
    const { from, to } = tokensIn(tokens, annotation.spans[0]!);
    for (let i = from; i < to; i++) {
      tags[i] = i === from ? { tag: `B-${label}`, begins: annotation } : { tag: `I-${label}` };
    }
  }
  return tags;
}

function tagLabel(label: string): string {
  return conllNames[label] ?? label.replace(/[\s|]+/g, '_');
}

/** A label on tokens `[from, to)`. */
export interface Chunk {
  readonly label: string;
  readonly from: number;
  to: number;
}

export const tagPattern = /^(?:O|([BIESLU])-(.+))$/;

/**
 * Chunks of a sentence's tags, in IOB1, IOB2, BIOES or BILOU: a chunk goes on while the label is the same and no tag
 * says that one begins.
 */
export function chunksOf(tags: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk | undefined;
  tags.forEach((tag, i) => {
    const match = tagPattern.exec(tag);
    const [, position, label] = match ?? [];
    if (position === undefined || label === undefined) {
      open = undefined;
      return;
    }
    const goesOn = open !== undefined && open.label === label && !['B', 'S', 'U'].includes(position);
    if (goesOn) open!.to = i + 1;
    else chunks.push((open = { label, from: i, to: i + 1 }));
    if (['E', 'L', 'S', 'U'].includes(position)) open = undefined;
  });
  return chunks;
}
