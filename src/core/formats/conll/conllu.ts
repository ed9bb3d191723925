import type { Entity } from '../../recognition/entity';
import type { ExportDocument } from '../exportModel';
import { splitSentences } from '../tokens';
import { iobTags } from './iob';

/** A document in CoNLL-U. `SpacesAfter` and `SpacesBefore` hold white space as UDPipe writes it, so nothing is lost. */
export function documentToConllu(document: ExportDocument, entities: ReadonlyMap<string, Entity>): string {
  const { path, text } = document;
  const sentences = splitSentences(text);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const tags = iobTags(tokens, document.annotations);
  const lines = [`# newdoc id = ${path}`];
  let i = 0;
  sentences.forEach((sentence, s) => {
    lines.push(`# sent_id = ${path}-${s + 1}`, `# text = ${flat(text.slice(sentence.start, sentence.end))}`);
    sentence.tokens.forEach(({ start, end }, t) => {
      const { tag, begins } = tags[i]!;
      const id = begins?.entity?.id;
      const wikidata = id === undefined ? undefined : entities.get(id)?.wikidata;
      const after = text.slice(end, tokens[i + 1]?.start ?? text.length);
      const misc = [
        ...(id === undefined ? [] : [`EntityId=${encodeURIComponent(id)}`]),
        ...(tag === 'O' ? [] : [`NE=${tag}`]),
        ...(after === '' ? ['SpaceAfter=No'] : []),
        ...(after === '' || after === ' ' ? [] : [`SpacesAfter=${escapeSpaces(after)}`]),
        ...(i === 0 && start > 0 ? [`SpacesBefore=${escapeSpaces(text.slice(0, start))}`] : []),
        ...(wikidata === undefined ? [] : [`Wikidata=${wikidata}`]),
      ];
      const unknown = Array.from({ length: 7 }, () => '_');
      lines.push([t + 1, text.slice(start, end), ...unknown, misc.join('|') || '_'].join('\t'));
      i++;
    });
    lines.push('');
  });
  return lines.map((line) => `${line}\n`).join('');
}

function flat(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

const spaces: Readonly<Record<string, string>> = {
  ' ': '\\s',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '|': '\\p',
  '\\': '\\\\',
};

/** UDPipe's escapes; what they lack as `\uXXXX`. */
function escapeSpaces(text: string): string {
  return text.replace(
    /[\s\S]/g,
    (unit) => spaces[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const unescapes: Readonly<Record<string, string>> = { s: ' ', t: '\t', n: '\n', r: '\r', p: '|' };

export function unescapeSpaces(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|([\s\S]))/g, (_, hex: string | undefined, short: string) =>
    hex === undefined ? (unescapes[short] ?? short) : String.fromCharCode(parseInt(hex, 16)),
  );
}
