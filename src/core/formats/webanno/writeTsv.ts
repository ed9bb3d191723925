import type { Entity } from '../../recognition/entity';
import type { Span } from '../../text/span';
import type { ExportDocument } from '../exportModel';
import type { Sentence } from '../tokens';
import { splitSentences, tokensIn } from '../tokens';
import type { LayerAnnotation, LayerType } from '../uima/layers';
import { layerAnnotations, layers } from '../uima/layers';
import { escapeText, escapeValue } from './escapes';

/** An annotation with the number that ties its pieces together. */
interface Numbered extends LayerAnnotation {
  readonly number: number;
}

/** A line of the table: a token, or a part of one. */
interface Unit extends Span {
  readonly annotations: Numbered[];
}

/**
 * A document as WebAnno TSV 3.3. Every annotation has a disambiguation number, also where it could do without: so no
 * value ends a cell, and one that ends in a backslash cannot swallow the separator after it.
 */
export function documentToTsv(document: ExportDocument, entities: ReadonlyMap<string, Entity>): string {
  const { text } = document;
  const annotations = layerAnnotations(document, entities).map((a, i) => ({ ...a, number: i + 1 }));
  const used = (Object.keys(layers) as LayerType[]).filter((type) =>
    annotations.some((a) => a.type === type),
  );
  const sentences = splitSentences(text);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const units = unitsOf(tokens, annotations);
  const lines = [
    '#FORMAT=WebAnno TSV 3.3',
    ...used.map((type) => `#T_SP=${[type, ...layers[type]].join('|')}`),
  ];
  const blank = used.flatMap((type) => layers[type].map(() => '_')).join('\t');
  let token = 0;
  sentences.forEach((sentence, s) => {
    lines.push('', ...(s === 0 ? [''] : []), ...textLines(text, sentence, sentences[s + 1]));
    for (let t = 1; t <= sentence.tokens.length; t++, token++) {
      units[token]!.forEach((unit, part) => {
        const id = part === 0 ? `${s + 1}-${t}` : `${s + 1}-${t}.${part}`;
        const form = text.slice(unit.start, unit.end);
        const cells =
          unit.annotations.length === 0
            ? blank
            : used.map((type) => cellsOf(type, unit.annotations).join('\t')).join('\t');
        const place = `${id}\t${unit.start}-${unit.end}\t${form}\t`;
        lines.push(cells === '' ? place : `${place}${cells}\t`);
      });
    }
  });
  if (sentences.length === 0) lines.push('', '');
  return lines.map((line) => `${line}\n`).join('');
}

/** For each token its own line, then the lines of its parts in reading order. */
function unitsOf(tokens: readonly Span[], annotations: readonly Numbered[]): Unit[][] {
  const units = tokens.map(({ start, end }): Unit[] => [{ start, end, annotations: [] }]);
  for (const annotation of annotations) {
    const touched = tokensIn(tokens, annotation);
    for (let i = touched.from; i < touched.to; i++) {
      const start = Math.max(annotation.start, tokens[i]!.start);
      const end = Math.min(annotation.end, tokens[i]!.end);
      let unit = units[i]!.find((candidate) => candidate.start === start && candidate.end === end);
      if (unit === undefined) units[i]!.push((unit = { start, end, annotations: [] }));
      unit.annotations.push(annotation);
    }
  }
  return units.map(([whole, ...parts]) => [
    whole!,
    ...parts.sort((a, b) => a.start - b.start || b.end - a.end),
  ]);
}

function cellsOf(type: LayerType, annotations: readonly Numbered[]): string[] {
  const stacked = annotations.filter((annotation) => annotation.type === type);
  return layers[type].map((feature) =>
    stacked.length === 0
      ? '_'
      : stacked
          .map(({ features, number }) => {
            const value = features[feature];
            return `${value === undefined ? '*' : escapeValue(value)}[${number}]`;
          })
          .join('|'),
  );
}

/**
 * `#Text=` lines of a sentence. INCEpTION puts a line end after each sentence and fills with spaces up to the next;
 * where the text has something else there, it goes with the sentence, and the line end is taken back by the reader.
 */
function textLines(text: string, sentence: Sentence, next: Sentence | undefined): string[] {
  const gap = text.slice(sentence.end, next?.start ?? text.length);
  const parts = /^([\s\S]*)\n *$/.exec(gap);
  const tail = parts === null ? gap : parts[1]!;
  const whole = text.slice(sentence.start, sentence.end) + tail;
  return whole.split('\n').map((line) => `#Text=${escapeText(line)}`);
}
