import { inLanguage } from '../../support/inLanguage';
import * as vscode from 'vscode';
import type { CorpusFileKind, FileKey } from '../../../core/corpus/fileKeys';
import { freeKeys, keysAt, longList, valuesAt, writtenDays } from '../../../core/corpus/fileKeys';
import type { YamlCursor } from '../../../core/yaml/cursor';
import { yamlCursor } from '../../../core/yaml/cursor';
import type { Corpora } from '../../corpus/corpora';
import type { Corpus } from '../../corpus/corpus';
import { corpusFile, corpusYaml } from '../../corpus/fileKind';
import { toRange } from '../../support/ranges';

/** Keys, ids and words that may be written where the cursor is in a codebook, gazetteer, sidecar or pressmark.yaml. */
export function registerYamlCompletion(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    corpusYaml,
    {
      async provideCompletionItems(document, position, cancel) {
        const file = await corpusFile(document.uri, corpora);
        if (!file || cancel.isCancellationRequested) return undefined;
        const { kind, corpus } = file;
        const cursor = yamlCursor(document.getText(), document.offsetAt(position), longList(kind));
        if (!cursor) return undefined;
        const range = toRange(document, cursor.word);
        const items =
          cursor.role === 'key'
            ? keyItems(kind, cursor)
            : [...valueItems(kind, cursor, corpus), ...itemKeys(kind, cursor)];
        const isQuoted = /["']$/.test(document.lineAt(position).text.slice(0, range.start.character));
        for (const item of items) {
          item.range = range;
          if (isQuoted && typeof item.insertText === 'string') item.insertText = String(item.label);
        }
        return items;
      },
    },
    ' ',
    '[',
    ',',
    '"',
    "'",
  );
}

function keyItems(kind: CorpusFileKind, cursor: YamlCursor): vscode.CompletionItem[] {
  return keysAt(kind, cursor.path)
    .filter(({ key }) => !cursor.others.includes(key))
    .map((key, index) => keyItem(key, index));
}

/** After a dash, or on the line below a key, the keys of a new item. */
function itemKeys(kind: CorpusFileKind, cursor: YamlCursor): vscode.CompletionItem[] {
  const isItem = cursor.list === 'block' || (cursor.list === undefined && cursor.others.length === 0);
  if (!isItem || valuesAt(kind, cursor.path)) return [];
  const dash = cursor.list === 'block' || kind === 'project' || cursor.path.at(-1) === 'text' ? '' : '- ';
  return keysAt(kind, cursor.path).map((key, index) => keyItem(key, index, dash));
}

function keyItem({ key, help, value }: FileKey, index: number, before = ''): vscode.CompletionItem {
  const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Property);
  item.documentation = new vscode.MarkdownString(inLanguage(help));
  item.insertText = new vscode.SnippetString(`${before}${key}:${beginnings[value]}`);
  item.sortText = String(index).padStart(4, '0');
  item.filterText = key;
  return item;
}

const beginnings: Readonly<Record<FileKey['value'], string>> = {
  plain: ' $0',
  quoted: " '$0'",
  brackets: ' [$0]',
  list: '\n  - $0',
  map: '\n  $0',
};

function valueItems(kind: CorpusFileKind, cursor: YamlCursor, corpus: Corpus): vscode.CompletionItem[] {
  const values = valuesAt(kind, cursor.path);
  if (!values) return [];
  if ('words' in values) {
    return values.words.map((word, index) => {
      const isColor = word.startsWith("'#");
      const item = new vscode.CompletionItem(
        isColor ? word.slice(1, -1) : word,
        isColor ? vscode.CompletionItemKind.Color : vscode.CompletionItemKind.EnumMember,
      );
      item.insertText = word;
      item.sortText = String(index).padStart(4, '0');
      return item;
    });
  }
  if ('kind' in values) {
    const words =
      values.kind === 'day'
        ? writtenDays(new Date())
        : freeKeys([...corpus.codes.values()].map(({ key }) => key));
    return words.map((word, index) => wordItem(word, index));
  }
  const items = values.ids === 'code' ? codeItems(corpus) : entityItems(kind, corpus);
  return items.filter(({ label }) => !cursor.others.includes(String(label)));
}

function wordItem(word: string, index: number): vscode.CompletionItem {
  const item = new vscode.CompletionItem(word, vscode.CompletionItemKind.Value);
  item.sortText = String(index).padStart(4, '0');
  return item;
}

function codeItems(corpus: Corpus): vscode.CompletionItem[] {
  return [...corpus.codes.values()].map((code, index) => {
    const item = new vscode.CompletionItem(code.id, vscode.CompletionItemKind.EnumMember);
    item.detail = code.name;
    if (code.definition) item.documentation = code.definition;
    if (code.retired) item.tags = [vscode.CompletionItemTag.Deprecated];
    item.filterText = `${code.id} ${code.name}`;
    item.sortText = String(index).padStart(4, '0');
    return item;
  });
}

function entityItems(kind: CorpusFileKind, corpus: Corpus): vscode.CompletionItem[] {
  const items = [...corpus.gazetteer.entities.values()].map((entity) => {
    const item = new vscode.CompletionItem(entity.id, vscode.CompletionItemKind.Reference);
    item.detail = `${entity.name} · ${entity.type}`;
    if (entity.description) item.documentation = entity.description;
    item.filterText = `${entity.id} ${entity.name}`;
    return item;
  });
  if (kind !== 'sidecar') return items;
  const none = new vscode.CompletionItem('none', vscode.CompletionItemKind.Keyword);
  none.detail = vscode.l10n.t('no entity: the mention is rejected');
  return [none, ...items];
}
