import * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/passage';
import { lanesOf } from '../../core/annotation/passageLook';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Corpora } from '../corpus/corpora';
import { isRelease, releaseLanguage } from '../support/languages';
import type { Log } from '../support/log';
import { toRange } from '../support/ranges';
import { eachVisibleRelease } from '../support/visibleReleases';
import type { ShownPassage } from './marginBars';
import { barLines } from './marginBars';
import { DrawnRanges } from '../support/drawnRanges';
import { passageCard } from './passageCard';
import { PassageStyles, plainColor, styleKey } from './passageStyles';

/** Shows tagged passages in the text in their codes' colours, and what they say on hover. */
export function registerPassages(
  annotations: AnnotatedReleases,
  corpora: Corpora,
  shown: ShownPassages,
  log: Log,
): vscode.Disposable {
  const styles = new PassageStyles();
  const drawnRanges = new DrawnRanges();

  const draw = (editor: vscode.TextEditor): void =>
    void log.guard('showing tagged passages', async () => {
      const { document } = editor;
      const [release, corpus] = await Promise.all([annotations.of(document), corpora.of(document.uri)]);
      if (!release || editor.document !== document) return;
      const style = passageStyle(document);
      const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
      const put = (type: vscode.TextEditorDecorationType, drawn: readonly vscode.Range[]): void => {
        const list = ranges.get(type) ?? [];
        list.push(...drawn);
        ranges.set(type, list);
      };
      for (const type of styles.all()) ranges.set(type, []);
      const passages = release.passages.filter(isSettled).flatMap((passage) => {
        const codes = shown.codesOf(passage.annotation, corpus.codes);
        if (codes.length === 0) return [];
        const colors = codes.map((code) => plainColor(corpus.codes.get(code)?.color));
        const places = passage.spans.map((span) => toRange(document, span));
        return [{ id: passage.annotation.id, spans: passage.spans, ranges: places, colors }];
      });
      if (style !== 'bar') {
        const lanes = lanesOf(passages.map(({ id, spans, colors }) => ({ id, spans, codes: colors.length })));
        for (const { id, colors, ranges: places } of passages)
          colors.forEach((color, index) =>
            put(styles.for(styleKey(color, (lanes.get(id) ?? 0) + index, index > 0)), places),
          );
      }
      if (style !== 'underline') drawBars(passages, put);
      drawnRanges.draw(editor, ranges);
    });

  const drawBars = (
    passages: readonly ShownPassage[],
    put: (type: vscode.TextEditorDecorationType, drawn: readonly vscode.Range[]) => void,
  ): void => {
    for (const { range, colors } of barLines(passages)) put(styles.bars(colors), [range]);
  };

  const configured = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    styles,
    configured,
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('pressmark.passageStyle')) configured.fire();
    }),
    eachVisibleRelease(
      draw,
      annotations.onDidChange,
      corpora.onDidChange,
      shown.onDidChange,
      configured.event,
    ),
    vscode.window.onDidChangeActiveColorTheme(() => {
      styles.clear();
      for (const editor of vscode.window.visibleTextEditors) if (isRelease(editor.document)) draw(editor);
    }),
    vscode.languages.registerHoverProvider(
      { language: releaseLanguage },
      {
        async provideHover(document, position, cancel) {
          const release = await annotations.of(document);
          const corpus = await corpora.of(document.uri);
          if (!release || cancel.isCancellationRequested) return undefined;
          const offset = document.offsetAt(position);
          const here = release.passages.filter(
            (passage) =>
              isSettled(passage) &&
              shown.codesOf(passage.annotation, corpus.codes).length > 0 &&
              passage.spans.some((span) => span.start <= offset && offset <= span.end),
          );
          if (here.length === 0) return undefined;
          return new vscode.Hover(here.flatMap((passage) => passageCard(passage, corpus)));
        },
      },
    ),
  );
}

/** Doubtful anchors are for review: nothing is drawn where it may be wrong. */
function isSettled(passage: Passage): boolean {
  return passage.state === 'exact' || passage.state === 'moved';
}

function passageStyle(document: vscode.TextDocument): 'underline' | 'bar' | 'both' {
  const value = vscode.workspace.getConfiguration('pressmark', document).get<string>('passageStyle');
  return value === 'bar' || value === 'both' ? value : 'underline';
}
