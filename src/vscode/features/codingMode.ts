import * as vscode from 'vscode';
import type { Tagging } from '../annotation/tagging';
import { isRelease } from '../support/languages';
import { makeKeysReady, registerKeyCommand } from '../support/keyCommand';
import type { Log } from '../support/log';

const contextKey = 'pressmark.codingMode';

/**
 * Coding mode: plain keys tag (see the keybindings with `when: pressmark.codingMode`). Releases are read-only meanwhile, so that
 * nothing is typed into them by accident; that ends with the mode.
 */
export function registerCodingMode(tagging: Tagging, log: Log): vscode.Disposable {
  let isOn = false;
  /** Releases made read-only; each is made writable again when it is next shown after the mode has ended. */
  const locked = new Set<string>();

  const status = vscode.window.createStatusBarItem(
    'pressmark.codingMode',
    vscode.StatusBarAlignment.Left,
    90,
  );
  status.name = vscode.l10n.t('Pressmark: coding mode');
  status.text = `$(record-keys) ${vscode.l10n.t('Coding')}`;
  status.tooltip = vscode.l10n.t('Plain keys tag; the text is read-only. Escape leaves coding mode.');
  status.accessibilityInformation = { label: status.tooltip, role: 'button' };
  status.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
  status.command = 'pressmark.toggleCodingMode';

  /** Brings the active editor's lock in line with the mode; the built-in commands know only the active editor. */
  const lockActive = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isRelease(document)) return;
    const key = document.uri.toString();
    if (isOn && !locked.has(key)) {
      locked.add(key);
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    } else if (!isOn && locked.delete(key)) {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
    }
  };

  const set = async (on: boolean): Promise<void> => {
    if (on && !(await tagging.shownEditor())) return;
    if (on) await makeKeysReady();
    isOn = on;
    await vscode.commands.executeCommand('setContext', contextKey, on);
    if (on) status.show();
    else status.hide();
    await lockActive();
    tagging.say(
      on
        ? vscode.l10n.t('Coding mode: keys tag, Space goes to the next sentence, Escape leaves.')
        : vscode.l10n.t('Coding mode left.'),
    );
  };

  const guarded = (run: () => Promise<void>) => (): Promise<void> => log.guard('switching coding mode', run);
  return vscode.Disposable.from(
    status,
    registerKeyCommand(
      'toggleCodingMode',
      guarded(() => set(!isOn)),
    ),
    registerKeyCommand(
      'leaveCodingMode',
      guarded(() => set(false)),
    ),
    vscode.window.onDidChangeActiveTextEditor(guarded(lockActive)),
    vscode.workspace.onDidOpenTextDocument(guarded(lockActive)),
  );
}
