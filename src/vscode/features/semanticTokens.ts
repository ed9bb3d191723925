import * as vscode from 'vscode';
import { entityTypes } from '../../core/recognition/entity';
import type { Mention } from '../../core/recognition/mention';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Releases } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { toRange } from '../support/ranges';

const tokenTypes = new Map<string, string>(
  entityTypes.map((type) => [type, `release${type.charAt(0).toUpperCase()}${type.slice(1)}`]),
);
const otherType = 'releaseEntity';

export const legend = new vscode.SemanticTokensLegend([...tokenTypes.values(), otherType], ['uncertain']);

/** Colours mentions: one semantic token type for each entity type, so that themes and `semanticTokenColorCustomizations` apply. */
export function registerSemanticTokens(releases: Releases, shown: ShownPassages): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerDocumentSemanticTokensProvider(
    { language: releaseLanguage },
    {
      onDidChangeSemanticTokens: changed.event,
      async provideDocumentSemanticTokens(document, cancel) {
        const read = await releases.read(document);
        if (cancel.isCancellationRequested || read.version !== document.version) return undefined;
        const builder = new vscode.SemanticTokensBuilder(legend);
        for (const mention of shown.isReading ? [] : read.mentions) {
          if (mention.parent) continue;
          pushLines(builder, document, mention);
        }
        return builder.build();
      },
    },
    legend,
  );
  return vscode.Disposable.from(
    provider,
    changed,
    releases.onDidChange(() => changed.fire()),
    shown.onDidChange(() => changed.fire()),
  );
}

/** A token may not span lines: a mention broken over lines becomes one token a line. */
function pushLines(
  builder: vscode.SemanticTokensBuilder,
  document: vscode.TextDocument,
  mention: Mention,
): void {
  const range = toRange(document, mention);
  const type = tokenTypes.get(mention.type) ?? otherType;
  const modifiers = mention.certain ? [] : ['uncertain'];
  for (let line = range.start.line; line <= range.end.line; line++) {
    const onLine = document.lineAt(line).range.intersection(range);
    if (onLine && !onLine.isEmpty) builder.push(onLine, type, modifiers);
  }
}
