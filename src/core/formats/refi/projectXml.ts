import type { Entity } from '../../recognition/entity';
import { offsetsIn } from '../../text/offsets';
import type { ExportAnnotation, ExportCorpus, ExportDocument } from '../exportModel';
import { guidBelow, guidOf, guidWithId } from '../guid';
import { entityLabel } from '../labels';
import { shorten } from '../lossReport';
import type { Survey } from '../survey';
import { element, textElement, xmlAttributes } from '../xml';
import { codeGuid, codesXml, labelGuid } from './codebookXml';

/** The user who coded recognised mentions. */
export const recogniserGuid = guidOf('user', 'recogniser', 'Pressmark');

/** Variables of cases (entities) and sources (releases), by their names. */
export const variables = [
  'Entity',
  'Type',
  'Wikidata',
  'Date',
  'Title',
  'Issuer',
  'Agency',
  'Place',
  'Path',
] as const;
type Variable = (typeof variables)[number];

export function sourceGuid({ path }: ExportDocument): string {
  return guidOf('source', path);
}

export function userGuid(author: string): string {
  return guidOf('user', author);
}

/** The parts of `project.qde` in the order the schema wants; notes are held until the end. */
export class ProjectXml {
  private readonly selectionsOfEntity = new Map<string, string[]>();
  private readonly notes: string[] = [];
  /** How many releases have a file name. */
  private readonly named = new Map<string, number>();

  constructor(
    private readonly corpus: ExportCorpus,
    private readonly survey: Survey,
  ) {}

  begin(): string {
    const { codebook, labels, authors, report } = this.survey;
    const users = authors.map((name) => element('User', { guid: userGuid(name), name }));
    if (report.mentions > 0)
      users.push(element('User', { guid: recogniserGuid, name: 'Pressmark (recognised)' }));
    const coded = labels.filter((label) => label !== 'NOTE');
    const hasCodes = codebook.codes.length + coded.length > 0;
    const head = xmlAttributes({
      name: this.corpus.name,
      origin: 'Pressmark',
      xmlns: 'urn:QDA-XML:project:1.0',
    });
    return [
      '<?xml version="1.0" encoding="utf-8"?>\n',
      `<Project${head}>\n`,
      ...(users.length > 0 ? [element('Users', {}, users)] : []),
      ...(hasCodes ? [element('CodeBook', {}, [codesXml(codebook.codes, coded)])] : []),
      element(
        'Variables',
        {},
        variables.map((name) =>
          element('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' }),
        ),
      ),
    ].join('');
  }

  /** To be called with every document before {@link cases}. */
  collectCases(document: ExportDocument): void {
    const name = fileName(document.path);
    this.named.set(name, (this.named.get(name) ?? 0) + 1);
    for (const [annotation, index] of numbered(document.annotations)) {
      const id = annotation.entity?.id;
      if (id === undefined) continue;
      const selections = this.selectionsOfEntity.get(id) ?? [];
      annotation.spans.forEach((_, part) =>
        selections.push(selectionGuid(document, annotation, index, part)),
      );
      this.selectionsOfEntity.set(id, selections);
    }
  }

  cases(): string {
    const cases = this.survey.entities.map((entity) => this.caseXml(entity));
    return cases.length === 0 ? '' : element('Cases', {}, cases);
  }

  source(document: ExportDocument): string {
    const { path, text, metadata } = document;
    const guid = sourceGuid(document);
    const offsets = offsetsIn('codepoints', text);
    const selections = [...numbered(document.annotations)].flatMap(([annotation, index]) =>
      annotation.spans.map((span, part) => {
        const place = {
          startPosition: offsets.toStored(span.start),
          endPosition: offsets.toStored(span.end),
          name: shorten(text.slice(span.start, span.end)),
        };
        const own = selectionGuid(document, annotation, index, part);
        return this.selection(document, annotation, own, place, part);
      }),
    );
    const values: readonly (readonly [Variable, string | undefined])[] = [
      ['Date', metadata.date],
      ['Title', metadata.title],
      ['Issuer', metadata.issuer],
      ['Agency', metadata.agency],
      ['Place', metadata.place],
      ['Path', this.nameOf(path) === path ? undefined : path],
    ];
    return element('TextSource', { guid, name: this.nameOf(path), plainTextPath: `internal://${guid}.txt` }, [
      ...selections,
      ...variableValues(values),
    ]);
  }

  end(): string {
    return `${this.notes.length === 0 ? '' : element('Notes', {}, this.notes)}</Project>\n`;
  }

  /** QualCoder makes a file of this name, so there is no slash in it. */
  private nameOf(path: string): string {
    const name = fileName(path);
    return this.named.get(name) === 1 ? name : path.replaceAll('/', ' - ');
  }

  private selection(
    document: ExportDocument,
    annotation: ExportAnnotation,
    guid: string,
    place: object,
    part: number,
  ): string {
    const { codes, note, author, created, modified, recognised } = annotation;
    const user =
      recognised !== undefined ? recogniserGuid : author === undefined ? undefined : userGuid(author);
    const label = entityLabel(annotation);
    const refs = [
      ...codes.map(codeGuid),
      ...(label === undefined || label === 'NOTE' ? [] : [labelGuid(label)]),
    ];
    const made = { creatingUser: user, creationDateTime: created };
    const children = refs.map((ref, i) =>
      element('Coding', { guid: codingGuid(guid, i), ...made }, [element('CodeRef', { targetGUID: ref })]),
    );
    if (note !== undefined && part === 0) {
      const noteGuid = guidOf('note', guid);
      // QualCoder can't read a note without a time.
      const time = created ?? modified ?? `${document.metadata.date ?? '1970-01-01'}T00:00:00Z`;
      this.notes.push(
        element('Note', { guid: noteGuid, name: shorten(note), ...made, creationDateTime: time }, [
          textElement('PlainTextContent', {}, note),
        ]),
      );
      // Some programs show only the one at a passage, some only the other.
      children.unshift(textElement('Description', {}, note));
      children.push(element('NoteRef', { targetGUID: noteGuid }));
    }
    return element('PlainTextSelection', { guid, ...place, ...made, modifiedDateTime: modified }, children);
  }

  private caseXml({ id, name, type, wikidata, description }: Entity): string {
    return element('Case', { guid: guidOf('case', id), name }, [
      ...(description === undefined ? [] : [textElement('Description', {}, description)]),
      ...variableValues([
        ['Entity', id],
        ['Type', type],
        ['Wikidata', wikidata],
      ]),
      ...(this.selectionsOfEntity.get(id) ?? []).map((guid) => element('SelectionRef', { targetGUID: guid })),
    ]);
  }
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function* numbered(annotations: readonly ExportAnnotation[]): Generator<readonly [ExportAnnotation, number]> {
  for (let i = 0; i < annotations.length; i++) yield [annotations[i]!, i];
}

function selectionGuid(
  { path }: ExportDocument,
  { id }: ExportAnnotation,
  index: number,
  part: number,
): string {
  return id === undefined
    ? guidBelow(mentionsGuid(path), index, part)
    : guidWithId('selection', id, path, String(part));
}

/** Other first digits than the selection's, so that no two are alike. */
function codingGuid(selection: string, i: number): string {
  const digits = (parseInt(selection.slice(0, 8), 16) ^ (0xc0d0_0000 + i)) >>> 0;
  return digits.toString(16).padStart(8, '0') + selection.slice(8);
}

/** The last asked for: one release's mentions are numbered one after the other. */
let mentions = { path: '', guid: '' };

function mentionsGuid(path: string): string {
  if (mentions.path !== path) mentions = { path, guid: guidOf('mentions', path) };
  return mentions.guid;
}

function variableGuid(name: Variable): string {
  return guidOf('variable', name);
}

function variableValues(values: readonly (readonly [Variable, string | undefined])[]): string[] {
  return values.flatMap(([name, value]) =>
    value === undefined
      ? []
      : [
          element('VariableValue', {}, [
            element('VariableRef', { targetGUID: variableGuid(name) }),
            textElement('TextValue', {}, value),
          ]),
        ],
  );
}
