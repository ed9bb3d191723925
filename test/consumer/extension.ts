import * as vscode from 'vscode';
import type { PressmarkApi } from '../../src/vscode/api';

/** What this extension tells about itself. */
export interface Consumer {
  /** The quotes of the release whose annotations changed last. */
  lastAnnotated(): readonly string[];
  /** How often the mentions of all releases had to be asked for again. */
  refreshes(): number;
}

/** A sample of another extension that uses Pressmark's API. */
export async function activate(context: vscode.ExtensionContext): Promise<Consumer> {
  const pressmark = await vscode.extensions.getExtension<PressmarkApi>('pressmark.pressmark')?.activate();
  if (pressmark?.version !== 1) throw new Error('This extension needs version 1 of Pressmark’s API.');

  let quotes: readonly string[] = [];
  let refreshes = 0;
  context.subscriptions.push(
    vscode.commands.registerCommand('consumer.countMentions', async () => {
      const document = vscode.window.activeTextEditor?.document;
      return document && countMentions(document, pressmark);
    }),
    pressmark.onDidChangeAnnotations(async (document) => {
      const annotations = (await pressmark.annotations(document)) ?? [];
      const sure = annotations.filter(({ state }) => state === 'exact' || state === 'moved');
      quotes = sure.flatMap(({ ranges }) => ranges.map((range) => document.getText(range)));
    }),
    pressmark.onDidChangeMentions(() => refreshes++),
  );
  return { lastAnnotated: () => quotes, refreshes: () => refreshes };
}

/** How often each entity is named, by its id. */
async function countMentions(
  document: vscode.TextDocument,
  pressmark: PressmarkApi,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { entity } of await pressmark.mentions(document)) {
    if (entity !== undefined) counts[entity] = (counts[entity] ?? 0) + 1;
  }
  return counts;
}
