import * as vscode from 'vscode';
import type { Why } from '../../core/recognition/why';

/** The sentence on why a mention was recognised, in the person's language. */
export function whyText(why: Why): string {
  switch (why.kind) {
    case 'name':
      return vscode.l10n.t('The gazetteer lists “{0}”', why.name);
    case 'alias':
      return vscode.l10n.t('The gazetteer lists “{0}” as a name of {1}', why.alias, why.name);
    case 'demonym':
      return vscode.l10n.t('Adjective or inhabitants’ name of {0}', why.name);
    case 'short-form':
      return shortFormText(why.rule, why.name);
    case 'rule':
      return why.name === undefined
        ? vscode.l10n.t('Recognised by rule: {0}', ruleText(why.rule))
        : vscode.l10n.t('Recognised by rule: {0}; most likely {1}', ruleText(why.rule), why.name);
    case 'person':
      return vscode.l10n.t('Decided by a person');
  }
}

function shortFormText(rule: string, name: string | undefined): string {
  const whom = name ?? vscode.l10n.t('somebody named in full in this release');
  switch (rule) {
    case 'abbreviation':
      return name === undefined
        ? vscode.l10n.t('Abbreviation that brackets in this release explain')
        : vscode.l10n.t('Abbreviation that brackets in this release explain: {0}', name);
    case 'leader':
      return vscode.l10n.t('Family name of {0}, in office at the release’s date', whom);
    case 'repetition':
      return vscode.l10n.t('A name that this release introduces elsewhere');
    default:
      return vscode.l10n.t('Short form of {0}', whom);
  }
}

function ruleText(rule: string): string {
  const rules: Record<string, string> = {
    date: vscode.l10n.t('a calendar date'),
    role: vscode.l10n.t('words of an office'),
    person: vscode.l10n.t('a person’s name by its shape and its neighbours'),
    organization: vscode.l10n.t('the words of a body’s name'),
    place: vscode.l10n.t('the words of a place name'),
    facility: vscode.l10n.t('the words of a building or site'),
    event: vscode.l10n.t('the words of an event'),
    document: vscode.l10n.t('the words of a document’s title'),
    company: vscode.l10n.t('a company by its legal form'),
    media: vscode.l10n.t('a medium named behind its kind'),
  };
  return rules[rule] ?? rule;
}
