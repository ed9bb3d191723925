import * as vscode from 'vscode';

/** The name of an entity type for people; a gazetteer's own types stand as they are. */
export function typeName(type: string): string {
  const names: Record<string, string> = {
    person: vscode.l10n.t('person'),
    organization: vscode.l10n.t('organization'),
    place: vscode.l10n.t('place'),
    role: vscode.l10n.t('role'),
    event: vscode.l10n.t('event'),
    document: vscode.l10n.t('document'),
    facility: vscode.l10n.t('facility'),
    date: vscode.l10n.t('date'),
  };
  return names[type] ?? type;
}
