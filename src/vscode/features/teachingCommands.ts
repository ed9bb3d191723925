import * as vscode from 'vscode';
import { isMentionUnsure, offersFor } from '../teaching/offers';
import type { Teaching } from '../teaching/teaching';
import { subjectHere, teachArgument, type TeachArgument } from '../teaching/subjectHere';
import type { Releases } from '../release/releases';
import { releaseLanguage } from '../support/languages';
import { registerQuestion } from '../support/typeAhead';
import type { Log } from '../support/log';

/** The commands that teach Pressmark who is who, and the same as code actions on a selection or a mention. */
export function registerTeachingCommands(
  teaching: Teaching,
  releases: Releases,
  log: Log,
): vscode.Disposable {
  const command = (id: string, run: (argument: TeachArgument) => Promise<void>): vscode.Disposable =>
    registerQuestion(id, (argument) => log.guard(`running “${id}”`, () => run(teachArgument(argument))));
  return vscode.Disposable.from(
    command('addEntity', (argument) => teaching.add(argument)),
    command('addAlias', (argument) => teaching.alias(argument)),
    command('rejectMention', (argument) => teaching.reject(argument)),
    command('linkMention', (argument) => teaching.link(argument)),
    command('confirmMention', (argument) => teaching.confirm(argument)),
    registerActions(releases),
  );
}

/** Where nothing is in doubt, the actions are refactorings, which call for less attention than fixes. */
const kinds = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.Refactor];

function registerActions(releases: Releases): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: releaseLanguage },
    {
      async provideCodeActions(document, range, _context, cancel) {
        const read = await releases.read(document);
        if (cancel.isCancellationRequested || read.version !== document.version) return undefined;
        const here = subjectHere(document, read, range);
        // A whole passage is there to be tagged, not to be a name.
        if (!here || here.words.length > longestName) return undefined;
        const isUnsure = here.mention !== undefined && isMentionUnsure(here.mention);
        return offersFor(here).map(({ command, title, argument, isPreferred }) => {
          const action = new vscode.CodeAction(
            title,
            isUnsure ? vscode.CodeActionKind.QuickFix : vscode.CodeActionKind.Refactor,
          );
          action.command = { command, title, arguments: [argument] };
          action.isPreferred = isPreferred;
          return action;
        });
      },
    },
    { providedCodeActionKinds: kinds },
  );
}

const longestName = 160;
