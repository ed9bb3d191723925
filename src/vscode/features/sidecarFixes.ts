import { inLanguage } from '../support/inLanguage';
import * as vscode from 'vscode';
import type { Finding, Fix } from '../../core/annotation/checks/finding';
import type { CodebookEdit } from '../../core/annotation/codebookTree';
import { resolveMergeMarkers } from '../../core/annotation/mergeMarkers';
import { editSidecar } from '../../core/annotation/sidecar';
import type { SidecarEdit } from '../../core/annotation/sidecarEdit';
import { sidecarSuffix } from '../../core/corpus/project';
import { replacement } from '../../core/text/edit';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { CodePicker } from '../annotation/codePicker';
import type { Corpora } from '../corpus/corpora';
import { writeCodebook } from '../corpus/writeCodebook';
import { passageRange } from '../problems/passageRange';
import type { CheckedSidecar, SidecarChecks } from '../problems/sidecarChecks';
import type { Services } from '../services';
import { releaseLanguage } from '../support/languages';
import { lineStarts, rangeIn } from '../support/lineIndex';
import type { Log } from '../support/log';
import { fileName } from '../support/textFiles';

/** Changes of a sidecar and of the codebook, as commands of quick fixes carry them. */
interface CarriedFix {
  readonly sidecar: string;
  readonly edits?: readonly SidecarEdit[];
  readonly codebook?: readonly CodebookEdit[];
}

const applyCommand = 'pressmark.applyFix';
const chooseCodeCommand = 'pressmark.chooseOtherCode';

/**
 * Quick fixes for what is wrong in sidecars. In the sidecar itself a fix edits the document, which the editor's undo takes
 * back; at a passage of a release it changes the annotation, which Pressmark's undo takes back.
 */
export function registerSidecarFixes(
  checks: SidecarChecks,
  annotations: AnnotatedReleases,
  corpora: Corpora,
  picker: CodePicker,
  services: Services,
  log: Log,
): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { diagnostics }) {
      const checked = checks.of(document.uri);
      if (!checked) return [];
      const isSidecar = checked.uri.toString() === document.uri.toString();
      if (isSidecar && checked.source !== document.getText()) return [];
      const starts = lineStarts(checked.source);
      const rangeOf = (finding: Finding): vscode.Range | undefined =>
        isSidecar ? rangeIn(starts, finding.span) : checked.release && passageRange(checked.release, finding);
      const here = checked.findings.flatMap((finding) => {
        const place = rangeOf(finding);
        const diagnostic = diagnostics.find(
          (one) =>
            one.code === finding.rule &&
            one.message === inLanguage(finding.message) &&
            place?.intersection(one.range) !== undefined,
        );
        return place?.intersection(range) && diagnostic ? [{ finding, diagnostic }] : [];
      });
      const actions = await Promise.all(
        here.map(async ({ finding, diagnostic }) => {
          const made = isSidecar
            ? await sidecarActions(document, finding, services)
            : passageActions(checked, finding);
          for (const action of made) action.diagnostics = [diagnostic];
          return made;
        }),
      );
      return actions.flat();
    },
  };

  const apply = async ({ sidecar, edits, codebook }: CarriedFix): Promise<void> => {
    const uri = vscode.Uri.parse(sidecar);
    if (codebook) await writeCodebook((await corpora.of(uri)).codebookUri, codebook, services);
    if (edits) await (await annotations.withSidecar(uri))?.fix(edits);
  };

  const chooseCode = async (sidecar: string, id: string, code: string): Promise<void> => {
    const release = await annotations.withSidecar(vscode.Uri.parse(sidecar));
    if (!release) return;
    const chosen = await picker.pick(release.document.uri, vscode.l10n.t('Code instead of “{0}”', code));
    if (!chosen) return;
    await release.change([id], (annotation) => {
      const codes = annotation.codes.flatMap((own) => (own === code ? chosen : [own]));
      return { ...annotation, codes: [...new Set(codes)] };
    });
  };

  const selector = [{ pattern: `**/*${sidecarSuffix}` }, { language: releaseLanguage }];
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(selector, provider, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.commands.registerCommand(applyCommand, (fix: CarriedFix) =>
      log.guard('carrying out a fix', () => apply(fix)),
    ),
    vscode.commands.registerCommand(chooseCodeCommand, (sidecar: string, id: string, code: string) =>
      log.guard('choosing another code', () => chooseCode(sidecar, id, code)),
    ),
  );
}

/** Fixes that edit the sidecar's document, or the codebook. */
async function sidecarActions(
  document: vscode.TextDocument,
  finding: Finding,
  services: Services,
): Promise<vscode.CodeAction[]> {
  const actions: vscode.CodeAction[] = [];
  for (const [i, fix] of finding.fixes.entries()) {
    const action = quickFix(fix, finding, i);
    if (fix.codebook) action.command = applying({ sidecar: document.uri.toString(), codebook: fix.codebook });
    else {
      const after = await fixedSource(document, fix, services);
      if (after === undefined) continue;
      action.edit = editTo(document, after);
    }
    actions.push(action);
  }
  return actions;
}

async function fixedSource(
  document: vscode.TextDocument,
  fix: Fix,
  services: Services,
): Promise<string | undefined> {
  const source = document.getText();
  if (fix.resolveMarkers) return resolveMergeMarkers(source, await services.mergeBase(document.uri)).source;
  return fix.sidecar && editSidecar(source, fix.sidecar);
}

function editTo(document: vscode.TextDocument, after: string): vscode.WorkspaceEdit {
  const before = document.getText();
  const { start, end, insertedLength } = replacement(before, after);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  edit.replace(document.uri, range, after.slice(start, start + insertedLength));
  return edit;
}

/** Fixes that change the annotation of an open release, or the codebook. */
function passageActions({ uri }: CheckedSidecar, finding: Finding): vscode.CodeAction[] {
  const sidecar = uri.toString();
  const actions = finding.fixes
    .filter((fix) => !fix.resolveMarkers)
    .map((fix, i) => {
      const action = quickFix(fix, finding, i);
      action.command = applying({
        sidecar,
        ...(fix.sidecar ? { edits: fix.sidecar } : {}),
        ...(fix.codebook ? { codebook: fix.codebook } : {}),
      });
      return action;
    });
  const { rule, annotation, code } = finding;
  if (rule === 'sidecar/undefined-code' && annotation !== undefined && code !== undefined) {
    const title = vscode.l10n.t('Choose another code…');
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { title, command: chooseCodeCommand, arguments: [sidecar, annotation, code] };
    actions.push(action);
  }
  return actions;
}

/** Rules whose fixes a person chooses between after a look at the text: none is carried out by “Auto Fix”. */
const neverAutomatic = new Set(['sidecar/stale-quote', 'sidecar/conflict']);

function quickFix({ title }: Fix, { rule }: Finding, index: number): vscode.CodeAction {
  const action = new vscode.CodeAction(inLanguage(title), vscode.CodeActionKind.QuickFix);
  action.isPreferred = index === 0 && !neverAutomatic.has(rule);
  return action;
}

function applying(fix: CarriedFix): vscode.Command {
  return { title: fileName(vscode.Uri.parse(fix.sidecar)), command: applyCommand, arguments: [fix] };
}
