import * as vscode from 'vscode';
import type { Code } from '../../../core/annotation/codebook';
import { readCodebook } from '../../../core/annotation/codebookFile';
import { readSidecar } from '../../../core/annotation/sidecar';
import { readGazetteer } from '../../../core/recognition/gazetteerFile';
import type { Span } from '../../../core/text/span';
import { contains } from '../../../core/text/span';
import type { Corpora } from '../../corpus/corpora';
import { corpusFile, corpusYaml } from '../../corpus/fileKind';
import { entityKinds } from '../../support/entityKinds';
import { toRange } from '../../support/ranges';

const firstWords = 60;

/** The codes of a codebook as a tree, the entities of a gazetteer, the annotations of a sidecar: outline and breadcrumbs. */
export function registerYamlSymbols(corpora: Corpora): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    corpusYaml,
    {
      async provideDocumentSymbols(document) {
        const file = await corpusFile(document.uri, corpora);
        if (file?.kind === 'codebook') return codebookSymbols(document);
        if (file?.kind === 'gazetteer') return gazetteerSymbols(document);
        if (file?.kind === 'sidecar') return sidecarSymbols(document);
        return undefined;
      },
    },
    { label: 'Pressmark' },
  );
}

type Locate = (id: string, key?: string) => Span | undefined;

function codebookSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const { codebook, locate } = readCodebook(document.getText());
  return (codebook?.codes ?? []).flatMap((code) => codeSymbol(document, code, locate));
}

function codeSymbol(
  document: vscode.TextDocument,
  code: Code,
  locate: Locate,
): readonly vscode.DocumentSymbol[] {
  const symbol = symbolOf(document, locate(code.id), locate(code.id, 'id'), {
    name: code.name,
    detail: code.key ? `${code.id} · ${code.key}` : code.id,
    kind: code.codes.length > 0 ? vscode.SymbolKind.Namespace : vscode.SymbolKind.EnumMember,
  });
  const children = code.codes.flatMap((child) => codeSymbol(document, child, locate));
  if (!symbol) return children;
  if (code.retired) symbol.tags = [vscode.SymbolTag.Deprecated];
  symbol.children = children;
  return [symbol];
}

function gazetteerSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const { entities, locate } = readGazetteer(document.getText());
  return entities.flatMap((entity) => {
    const whole = locate(entity.id);
    const symbol = symbolOf(document, whole, locate(entity.id, 'id'), {
      name: entity.name,
      detail: entity.id,
      kind: entityKinds[entity.type] ?? vscode.SymbolKind.Object,
    });
    return symbol ? [symbol] : [];
  });
}

function sidecarSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
  const file = readSidecar(document.getText());
  let offset = file.list?.head.length ?? 0;
  return file.items.flatMap(({ before, text, annotation }) => {
    const start = offset + before.length;
    offset = start + text.length;
    const whole = {
      start: start + (text.length - text.trimStart().length),
      end: start + text.trimEnd().length,
    };
    if (!annotation || whole.end <= whole.start) return [];
    const quote = annotation.target.map((selector) => selector.quote).join(' … ');
    const line = quote.replace(/\s+/g, ' ').trim();
    const symbol = symbolOf(document, whole, whole, {
      name: line.length > firstWords ? `${line.slice(0, firstWords).trimEnd()}…` : line || annotation.id,
      detail: [...annotation.codes, ...(annotation.entity ? [annotation.entity] : [])].join(', '),
      kind: vscode.SymbolKind.String,
    });
    return symbol ? [symbol] : [];
  });
}

function symbolOf(
  document: vscode.TextDocument,
  whole: Span | undefined,
  id: Span | undefined,
  { name, detail, kind }: { name: string; detail: string; kind: vscode.SymbolKind },
): vscode.DocumentSymbol | undefined {
  if (!whole) return undefined;
  const chosen = id && contains(whole, id) ? id : { start: whole.start, end: whole.start };
  const range = toRange(document, whole);
  const first = document.lineAt(range.start.line).range.intersection(range) ?? range;
  const selection = id === whole ? first : toRange(document, chosen);
  return new vscode.DocumentSymbol(name, detail, kind, range, selection);
}
