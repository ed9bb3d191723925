import * as vscode from 'vscode';

/** The symbol kind of an entity type, for outlines; each has an icon and a group of its own. */
export const entityKinds: Readonly<Record<string, vscode.SymbolKind>> = {
  person: vscode.SymbolKind.Method,
  organization: vscode.SymbolKind.Class,
  place: vscode.SymbolKind.Field,
  role: vscode.SymbolKind.Interface,
  event: vscode.SymbolKind.Event,
  document: vscode.SymbolKind.File,
  facility: vscode.SymbolKind.Module,
  date: vscode.SymbolKind.Number,
};
