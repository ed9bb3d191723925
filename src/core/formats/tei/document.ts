import type { Code, Codebook } from '../../annotation/codebook';
import type { Entity } from '../../recognition/entity';
import type { ExportDocument } from '../exportModel';
import { element, textElement, xmlAttributes } from '../xml';
import { xmlId } from './ids';
import { paragraphsOf } from './segments';
import { standOff } from './standOff';
import { isTeiDate } from './values';

/** A release as a TEI document. */
export function documentToTei(
  document: ExportDocument,
  codebook: Codebook,
  entities: ReadonlyMap<string, Entity>,
): string {
  const { paragraphs, segmentsOf } = paragraphsOf(document);
  // Without indentation: white space inside a paragraph would be text.
  const body = paragraphs.map((segments) => {
    const inner = segments.map(({ id, text }) => textElement('seg', { 'xml:id': id }, text).trimEnd());
    return `<p>${inner.join('')}</p>\n`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<TEI${xmlAttributes({ xmlns: 'http://www.tei-c.org/ns/1.0' })}>\n`,
    header(document, codebook),
    standOff(document, entities, segmentsOf),
    element('text', {}, [element('body', {}, body.length === 0 ? ['<p/>\n'] : body)]),
    '</TEI>\n',
  ].join('');
}

function header({ path, metadata, annotations }: ExportDocument, codebook: Codebook): string {
  const { title, issuer, agency, place, date } = metadata;
  const authors = [...new Set(annotations.flatMap(({ author }) => author ?? []))].sort();
  const publisher = issuer ?? agency;
  return element('teiHeader', {}, [
    element('fileDesc', {}, [
      element('titleStmt', {}, [
        textElement('title', {}, title ?? path),
        ...authors.map((author) =>
          element('respStmt', { 'xml:id': xmlId('author', author) }, [
            textElement('resp', {}, 'annotation'),
            textElement('name', {}, author),
          ]),
        ),
      ]),
      element('publicationStmt', {}, [
        publisher === undefined
          ? textElement('p', {}, 'Annotated with Pressmark; the text belongs to its issuer.')
          : textElement('publisher', {}, publisher) +
            (place === undefined ? '' : textElement('pubPlace', {}, place)) +
            (date === undefined ? '' : dateElement(date)),
      ]),
      element('sourceDesc', {}, [
        element('bibl', {}, [
          textElement('idno', { type: 'file' }, path),
          ...(publisher === undefined && date !== undefined ? [dateElement(date)] : []),
        ]),
      ]),
    ]),
    ...(codebook.codes.length === 0
      ? []
      : [element('encodingDesc', {}, [element('classDecl', {}, [taxonomy(codebook)])])]),
  ]);
}

function dateElement(date: string): string {
  return textElement('date', isTeiDate(date) ? { when: date } : {}, date);
}

function taxonomy({ codes }: Codebook): string {
  return element('taxonomy', { 'xml:id': 'codebook' }, codes.map(category));
}

function category({ id, name, definition, examples, codes }: Code): string {
  const described = [
    textElement('term', {}, name),
    ...(definition === undefined ? [] : [textElement('gloss', {}, definition)]),
    ...examples.map((example) => textElement('q', {}, example)),
  ];
  return element('category', { 'xml:id': xmlId('code', id) }, [
    element('catDesc', {}, described),
    ...codes.map(category),
  ]);
}
