import { decodeText } from '../decode';
import type { ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import { withoutExtension } from '../paths';
import { annotationsOfLayers } from '../uima/layers';
import { unescapeText, unescapeValue } from './escapes';
import type { Message } from '../../text/message';
import { sentence } from '../../text/message';

/** Reads WebAnno TSV 3: text and offsets as INCEpTION puts them together, named entities and passages. */
export function readWebannoTsv(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files
    .filter(({ path }) => path.endsWith('.tsv'))
    .flatMap((file) => {
      const reader = new TsvReader(file.path, problems);
      const document = reader.read(decodeText(file, problems));
      return document === undefined ? [] : [document];
    });
  return { documents, codes: [], entities: [], problems };
}

interface Column {
  readonly type: string;
  readonly feature: string;
}

interface Draft {
  readonly type: string;
  start: number;
  end: number;
  readonly features: Record<string, string>;
}

class TsvReader {
  private text = '';
  private sentence: string[] = [];
  private columns: Column[] = [];
  private readonly numbered = new Map<string, Draft>();
  private readonly drafts: Draft[] = [];

  constructor(
    private readonly file: string,
    private readonly problems: ReadProblem[],
  ) {}

  read(content: string): ReadDocument | undefined {
    const lines = content.split(/\r?\n/);
    if (!/^#FORMAT=WebAnno TSV 3\.\d/.test(lines[0] ?? '')) {
      this.problem(1, sentence('The file does not begin with “#FORMAT=WebAnno TSV 3.x”.'));
      return undefined;
    }
    lines.forEach((line, i) => {
      if (line.startsWith('#T_')) this.readLayer(line, i + 1);
      else if (line.startsWith('#Text=')) this.sentence.push(unescapeText(line.slice('#Text='.length)));
      else if (/^\d+-\d+/.test(line)) this.readUnit(line, i + 1);
      else if (line !== '' && !line.startsWith('#'))
        this.problem(i + 1, sentence('This is no line of a token.'));
    });
    const annotations = annotationsOfLayers(this.drafts.filter(({ start, end }) => start < end));
    return { path: withoutExtension(this.file, '.tsv'), text: this.text, unit: 'utf16', annotations };
  }

  private readLayer(line: string, number: number): void {
    const [type = '', ...features] = line.slice(line.indexOf('=') + 1).split('|');
    const isSpans = line.startsWith('#T_SP=');
    for (const feature of features.length === 0 ? [''] : features) {
      this.columns.push({ type: isSpans ? type : '', feature });
    }
    if (!isSpans) {
      this.problem(number, sentence('{0} is no layer of spans; relations and chains are passed over.', type));
    }
  }

  private readUnit(line: string, number: number): void {
    const [, place = '', , ...cells] = line.split('\t');
    const offsets = /^(\d+)-(\d+)$/.exec(place);
    if (offsets === null || cells.length < this.columns.length) {
      const more = this.columns.length;
      this.problem(
        number,
        sentence('A token line has an id, offsets, a form and as many columns more: {0}.', more),
      );
      return;
    }
    const [start, end] = [Number(offsets[1]), Number(offsets[2])];
    this.endSentenceHeader(start);
    const drafts = new Map<string, Draft>();
    this.columns.forEach(({ type, feature }, i) => {
      const cell = cells[i]!;
      if (cell === '_' || cell === '' || !isSpanFeature(type, feature)) return;
      splitStack(cell).forEach(({ value, id }, depth) => {
        const draft = this.draftFor(drafts, `${type} ${depth}`, type, id, start, end);
        if (value !== '*') draft.features[feature] = unescapeValue(value);
      });
    });
  }

  /** The text grows when the first token after `#Text=` tells where the sentence begins. */
  private endSentenceHeader(begin: number): void {
    if (this.sentence.length === 0) return;
    if (this.text.length === begin + 1) this.text = this.text.slice(0, -1);
    if (this.text.length < begin) this.text += ' '.repeat(begin - this.text.length);
    this.text += this.sentence.map((line) => `${line}\n`).join('');
    this.sentence = [];
  }

  private draftFor(
    drafts: Map<string, Draft>,
    place: string,
    type: string,
    id: string | undefined,
    start: number,
    end: number,
  ): Draft {
    const key = `${type} ${id}`;
    const known = drafts.get(place) ?? (id === undefined ? undefined : this.numbered.get(key));
    if (known !== undefined) {
      known.end = Math.max(known.end, end);
      known.start = Math.min(known.start, start);
      drafts.set(place, known);
      return known;
    }
    const draft: Draft = { type, start, end, features: {} };
    drafts.set(place, draft);
    this.drafts.push(draft);
    if (id !== undefined) this.numbered.set(key, draft);
    return draft;
  }

  private problem(line: number, message: Message): void {
    this.problems.push({ file: this.file, line, message });
  }
}

/** Columns of relations and chains have no type here; slots name a role or the type of what they point to. */
function isSpanFeature(type: string, feature: string): boolean {
  return type !== '' && !/[.:]/.test(feature);
}

/** Values that are stacked in a cell, with their disambiguation numbers; escapes are left as they are. */
function splitStack(cell: string): { readonly value: string; readonly id: string | undefined }[] {
  const values = cell.match(/(?:\\[\s\S]|[^\\|])+/g) ?? [];
  return values.map((value) => {
    const numbered = /^((?:\\[\s\S]|[^\\[])*)\[(\d+)\]$/.exec(value);
    return numbered === null ? { value, id: undefined } : { value: numbered[1]!, id: numbered[2]! };
  });
}
