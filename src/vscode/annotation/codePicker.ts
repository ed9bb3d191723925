import * as vscode from 'vscode';
import { isOnlyKey } from '../../core/annotation/codeSearch';
import { codeNamed } from '../../core/annotation/newCode';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { writeCodebook } from '../corpus/writeCodebook';
import type { Services } from '../services';
import { CodeItems, type CodeItem } from './codeItems';
import { PickerRows } from '../support/pickerRows';
import { anotherBoxComes, takeTypedAhead } from '../support/typeAhead';
import type { RecentCodes } from './recentCodes';

/** How long a letter that is a key, but may also begin a name, waits for the next letter. */
const keyPauseMs = 450;

/** How a question for codes differs. */
export interface PickMore {
  readonly stays?: boolean;
  readonly asksMore?: boolean;
}

/**
 * Lets a person choose codes by typing: a code's key typed alone chooses it, anything else searches; codes used lately come first.
 * Several can be ticked in a list with boxes. What no code is called can be made one.
 */
export class CodePicker {
  private toggleOpen: (() => void) | undefined;

  constructor(
    private readonly corpora: Corpora,
    private readonly recent: RecentCodes,
    private readonly services: Services,
  ) {}

  /** Turns the open list into one with boxes, and back. */
  toggleSeveral(): void {
    this.toggleOpen?.();
  }

  /**
   * The ids chosen, of codes that exist when this returns; undefined when the person went away.
   *
   * @param more `stays`: the question stays when something else takes the focus, as the panel does after its menu; `asksMore`: another
   * question follows
   */
  async pick(of: vscode.Uri, title: string, more: PickMore = {}): Promise<readonly string[] | undefined> {
    const corpus = await this.corpora.of(of);
    const chosen = await this.choose(new CodeItems(corpus.codes.values(), this.recent.ids), title, more);
    const ids: string[] = [];
    for (const { code, create } of chosen) {
      if (code) ids.push(code.id);
      else if (create !== undefined) ids.push(await this.create(corpus, create));
    }
    return ids.length > 0 ? ids : undefined;
  }

  private async create(corpus: Corpus, name: string): Promise<string> {
    const code = codeNamed(name, [...corpus.codes.values()]);
    await writeCodebook(corpus.codebookUri, [{ kind: 'add', code }], this.services);
    return code.id;
  }

  private choose(items: CodeItems, title: string, more: PickMore): Promise<readonly CodeItem[]> {
    const picker = vscode.window.createQuickPick<CodeItem>();
    picker.title = title;
    picker.ignoreFocusOut = more.stays ?? false;
    picker.buttons = [
      { iconPath: new vscode.ThemeIcon('checklist'), tooltip: vscode.l10n.t('Choose Several') },
    ];
    const rows = new PickerRows(picker);
    const list = (typed: string): void => {
      // Ticked rows must stay: with boxes, the list filters itself.
      if (picker.canSelectMany) return;
      rows.show(typed.trim() === '' ? items.unfiltered : items.search(typed));
    };
    const begin = (several: boolean): void => {
      picker.canSelectMany = several;
      picker.matchOnDescription = picker.matchOnDetail = several;
      picker.value = '';
      picker.placeholder = several
        ? vscode.l10n.t('Keys or names of codes to tick; Enter tags with all of them')
        : vscode.l10n.t('A code’s key, or part of its name');
      picker.items = items.unfiltered;
      picker.selectedItems = [];
      list('');
    };
    // Keys that have ticked their code while the box still shows them: it is emptied a moment later, when more may be typed.
    let used = '';
    const unused = (shown: string): string => {
      if (!shown.startsWith(used)) used = '';
      return shown.slice(used.length);
    };
    const tick = (item: CodeItem, shown: string): void => {
      const ticked = picker.selectedItems;
      used = shown;
      picker.value = '';
      picker.selectedItems = ticked.includes(item)
        ? ticked.filter((other) => other !== item)
        : [...ticked, item];
    };

    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const finish = (chosen: readonly CodeItem[]): void => {
        clearTimeout(timer);
        if (this.toggleOpen === toggle) {
          this.toggleOpen = undefined;
          setPicking(false);
        }
        if (chosen.length > 0 && more.asksMore) anotherBoxComes();
        resolve(chosen);
        picker.dispose();
      };
      const changed = (shown: string): void => {
        clearTimeout(timer);
        const value = unused(shown);
        const code = value.length === 1 ? items.withKey(value) : undefined;
        const useKey = (): void => {
          if (!code) return;
          if (picker.canSelectMany) tick(items.of(code), shown);
          else finish([items.of(code)]);
        };
        if (code && isOnlyKey(items.all, value)) return useKey();
        if (code) timer = setTimeout(useKey, keyPauseMs);
        list(value);
      };
      const accept = (): void => {
        const ticked = picker.canSelectMany ? picker.selectedItems : [];
        const chosen = picker.canSelectMany ? picker.activeItems[0] : rows.accepted();
        finish(ticked.length > 0 ? ticked : chosen ? [chosen] : []);
      };
      picker.onDidAccept(accept);
      picker.onDidTriggerButton(() => this.toggleSeveral());
      picker.onDidHide(() => finish([]));
      const toggle = (): void => begin(!picker.canSelectMany);
      this.toggleOpen = toggle;
      begin(false);
      setPicking(true);
      picker.show();
      const written = takeTypedAhead({ box: picker, changed, accept, others: { 'alt+t': toggle } });
      picker.onDidChangeValue((shown) => changed(written(shown)));
    });
  }
}

function setPicking(isPicking: boolean): void {
  void vscode.commands.executeCommand('setContext', 'pressmark.pickingCode', isPicking);
}
