import type { ExportDocument } from '../exportModel';
import { splitSentences } from '../tokens';
import { iobTags } from './iob';

/** A document in CoNLL-2003's four columns; part of speech and chunk are unknown (`_`). */
export function documentToConll2003({ text, annotations }: ExportDocument): string {
  const sentences = splitSentences(text);
  const tags = iobTags(
    sentences.flatMap(({ tokens }) => tokens),
    annotations,
  );
  let token = 0;
  const blocks = sentences.map(({ tokens }) =>
    tokens.map(({ start, end }) => `${text.slice(start, end)} _ _ ${tags[token++]!.tag}\n`).join(''),
  );
  return ['-DOCSTART- -X- O O\n', ...blocks].join('\n');
}
