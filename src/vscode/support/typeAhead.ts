import * as vscode from 'vscode';
import { AheadValue } from './aheadValue';
import { registerKeyCommand } from './keyCommand';

/**
 * Set by the key that asks something, in the editor itself, so at once: what is typed next is meant for the question, whose box comes a
 * moment later, and must not change the release. The manifest binds letters, digits and some other keys to `pressmark.typeAhead` while
 * it is set.
 */
const askingKey = 'pressmark.asking';

/** How many commands that may ask something are running. */
let questions = 0;
/** What was typed before a box is there. */
let waiting: string[] = [];
let typeInto: ((key: string) => void) | undefined;

/** Registers a command of a key that may ask something in a box. */
export function registerQuestion(
  id: string,
  run: (argument?: unknown) => Promise<unknown>,
): vscode.Disposable {
  return registerKeyCommand(id, async (argument) => {
    questions++;
    // No box of this question is there yet.
    typeInto = undefined;
    try {
      await run(argument);
    } finally {
      if (--questions === 0) endTypingAhead();
    }
  });
}

/** The command of keys that come before their box. */
export function registerTypeAhead(): vscode.Disposable {
  endTypingAhead();
  return registerKeyCommand('typeAhead', (key) => {
    if (typeof key !== 'string') return;
    // Nobody asks any more.
    if (questions === 0) endTypingAhead();
    else if (typeInto) typeInto(key);
    else waiting.push(key);
  });
}

/** Another box comes when the one that is open closes: in between, keys are not for the text. To be called before that. */
export function anotherBoxComes(): void {
  typeInto = undefined;
  setAsking(true);
}

/** What keys typed ahead do to a box besides writing into it. */
export interface AheadOf {
  readonly box: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;
  /** The value has changed, as if it had been typed in the box. */
  readonly changed?: (value: string) => void;
  readonly accept: () => void;
  /** Keys that do something else in this box, such as `alt+t`. */
  readonly others?: Readonly<Record<string, () => void>>;
}

/**
 * Gives a box what was typed before it was there. To be called right after it is shown; from then on it has the keyboard itself.
 *
 * @returns what stands in the box, told what the editor says of it
 */
export function takeTypedAhead({ box, changed, accept, others = {} }: AheadOf): (shown: string) => string {
  const value = new AheadValue();
  const write = (ahead: string): void => {
    box.value = value.write(ahead);
    changed?.(box.value);
  };
  const mine = (key: string): void => {
    if (key === 'enter') accept();
    else if (key === 'escape') box.hide();
    else if (key === 'backspace') write(value.ahead.slice(0, -1));
    else if (others[key]) others[key]();
    else if (key.length === 1) write(value.ahead + key);
  };
  box.onDidHide(() => {
    if (typeInto === mine) typeInto = undefined;
  });
  typeInto = mine;
  // What comes after the answer is for the next box.
  while (waiting.length > 0 && typeInto === mine) mine(waiting.shift()!);
  if (typeInto === mine) setAsking(false);
  return (shown) => {
    const stands = value.shown(shown);
    if (stands !== shown) box.value = stands;
    return stands;
  };
}

function endTypingAhead(): void {
  waiting = [];
  typeInto = undefined;
  setAsking(false);
}

function setAsking(isAsking: boolean): void {
  void vscode.commands.executeCommand('setContext', askingKey, isAsking);
}
