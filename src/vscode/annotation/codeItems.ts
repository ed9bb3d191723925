import * as vscode from 'vscode';
import type { Code } from '../../core/annotation/codebook';
import { codeWithKey, recentFirst, searchCodes } from '../../core/annotation/codeSearch';

/** A row to choose a code by. */
export interface CodeItem extends vscode.QuickPickItem {
  readonly code?: Code;
  /** Name of a code to be made. */
  readonly create?: string;
}

/** The rows for the codes of a codebook; each code has the same row whatever was typed, so that ticks stay. */
export class CodeItems {
  private readonly items: ReadonlyMap<string, CodeItem>;
  private readonly codes: readonly Code[];
  private readonly recent: readonly Code[];
  private readonly others: readonly Code[];

  /** `recent`: ids of codes used lately, newest first. Retired codes are left out. */
  constructor(codes: Iterable<Code>, recent: readonly string[]) {
    this.codes = [...codes].filter(({ retired }) => !retired);
    this.items = new Map(this.codes.map((code) => [code.id, itemOf(code)]));
    ({ recent: this.recent, others: this.others } = recentFirst(this.codes, recent));
  }

  get all(): readonly Code[] {
    return this.codes;
  }

  of(code: Code): CodeItem {
    return this.items.get(code.id)!;
  }

  withKey(key: string): Code | undefined {
    return codeWithKey(this.codes, key);
  }

  /** Every code, those used lately first. */
  get unfiltered(): readonly CodeItem[] {
    const recent = this.recent.map((code) => this.of(code));
    const others = this.others.map((code) => this.of(code));
    if (recent.length === 0) return others;
    return [
      separator(vscode.l10n.t('used lately')),
      ...recent,
      separator(vscode.l10n.t('codebook')),
      ...others,
    ];
  }

  /** What was searched for, best first, and the offer to make a code of it. */
  search(typed: string): readonly CodeItem[] {
    const name = typed.trim();
    const byKey = typed.length === 1 ? this.withKey(typed) : undefined;
    const matches = searchCodes(this.codes, name).filter((code) => code !== byKey);
    const rows = [...(byKey ? [byKey] : []), ...matches].map((code) => ({
      ...this.of(code),
      alwaysShow: true,
    }));
    const isTaken = this.codes.some(
      (code) => code.name.toLowerCase() === name.toLowerCase() || code.id === name,
    );
    if (isTaken) return rows;
    const label = `$(add) ${vscode.l10n.t('Create code “{0}”', name)}`;
    return [...rows, { create: name, label, alwaysShow: true }];
  }
}

function itemOf(code: Code): CodeItem {
  return {
    code,
    label: code.name,
    iconPath: swatch(code.color ?? '#94a3b8'),
    ...(code.key ? { description: code.key } : {}),
    ...(code.definition ? { detail: code.definition } : {}),
  };
}

function separator(label: string): CodeItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function swatch(color: string): vscode.Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect x="3" y="3" width="10" height="10" rx="2" fill="${color}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`);
}
