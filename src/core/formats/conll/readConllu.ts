import { decodeText } from '../decode';
import type { ReadAnnotation, ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import { defined } from '../gather';
import { decoded } from '../iri';
import { unescapeSpaces } from './conllu';
import { chunksOf, tagPattern } from './iob';
import { sentence } from '../../text/message';

/** What tags are called in MISC: by spaCy's converter, other tools, Stanza, and the treebank NorNE. */
const tagNames = ['NE', 'NER', 'ner', 'name'];

/** Reads CoNLL-U with tags in MISC, under any of their usual names. */
export function readConllu(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files.flatMap((file) =>
    new ConlluReader(file.path, problems).read(decodeText(file, problems)),
  );
  return { documents, codes: [], entities: [], problems };
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly misc: ReadonlyMap<string, string>;
}

class ConlluReader {
  private readonly documents: ReadDocument[] = [];
  private path: string;
  private text = '';
  private tokens: Token[] = [];
  private annotations: ReadAnnotation[] = [];
  private started = false;
  /** Up to this token id a multiword token has given the form already. */
  private coveredTo = 0;

  constructor(
    private readonly file: string,
    private readonly problems: ReadProblem[],
  ) {
    this.path = file.replace(/\.conllu$/, '');
  }

  read(content: string): ReadDocument[] {
    content.split(/\r?\n/).forEach((line, i) => {
      if (line.startsWith('# newdoc')) this.beginDocument(/ id = (.*)$/.exec(line)?.[1]);
      else if (line.startsWith('#')) return;
      else if (line.trim() === '') this.endSentence();
      else this.readToken(line, i + 1);
    });
    this.endDocument();
    return this.documents;
  }

  private beginDocument(path: string | undefined): void {
    if (this.started || this.text !== '') this.endDocument();
    this.started = true;
    if (path !== undefined) this.path = path;
  }

  private readToken(line: string, number: number): void {
    const columns = line.split('\t');
    const id = /^(\d+)(?:([-.])(\d+))?$/.exec(columns[0]!);
    if (columns.length !== 10 || id === null || columns[1] === '') {
      const message = sentence(
        'A token has ten columns, tabs between them, and a number in the first; this has {0}.',
        columns.length,
      );
      this.problems.push({ file: this.file, line: number, message });
      return;
    }
    // Empty nodes (8.1) are no text; parts of a multiword token (1-2) are in its form.
    if (id[2] === '.' || (id[2] === undefined && Number(id[1]) <= this.coveredTo)) return;
    if (id[2] === '-') this.coveredTo = Number(id[3]);
    const misc = new Map(
      columns[9]!.split('|').map((pair) => {
        const at = pair.indexOf('=');
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
    );
    this.text += unescapeSpaces(misc.get('SpacesBefore') ?? '');
    const start = this.text.length;
    this.text += columns[1]!;
    this.tokens.push({ start, end: this.text.length, misc });
    const after = misc.get('SpacesAfter');
    this.text += after !== undefined ? unescapeSpaces(after) : misc.get('SpaceAfter') === 'No' ? '' : ' ';
  }

  private endSentence(): void {
    this.coveredTo = 0;
    const { tokens } = this;
    const tags = tokens.map(({ misc }) => {
      const said = tagNames.flatMap((name) => misc.get(name) ?? []);
      return said.find((tag) => tagPattern.test(tag)) ?? 'O';
    });
    for (const { label, from, to } of chunksOf(tags)) {
      const { misc, start } = tokens[from]!;
      const id = misc.get('EntityId');
      const wikidata = misc.get('Wikidata');
      const entity = defined({ id: id === undefined ? undefined : decoded(id), wikidata });
      const span = { start, end: tokens[to - 1]!.end };
      const hasEntity = id !== undefined || wikidata !== undefined;
      this.annotations.push({ labels: [label], spans: [span], ...(hasEntity && { entity }) });
    }
    this.tokens = [];
  }

  private endDocument(): void {
    this.endSentence();
    const { path, text, annotations } = this;
    if (this.started || text !== '') this.documents.push({ path, text, unit: 'utf16', annotations });
    this.text = '';
    this.annotations = [];
    this.path = `${this.file.replace(/\.conllu$/, '')}#${this.documents.length + 1}`;
  }
}
