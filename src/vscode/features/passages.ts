import * as vscode from 'vscode';
import type { Passage } from '../../core/annotation/liveAnnotations';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { ShownPassages } from '../annotation/shownPassages';
import type { Corpora } from '../corpus/corpora';
import type { Corpus } from '../corpus/corpus';
import { isRelease, releaseLanguage } from '../support/languages';
import type { Log } from '../support/log';
import { asText } from '../support/markdown';
import { toRange } from '../support/ranges';
import { eachVisibleRelease } from '../support/visibleReleases';
import { PassageStyles, styleKey } from './passageStyles';

const enabledCommands = ['pressmark.editNote', 'pressmark.deleteAnnotation'];

/** Shows tagged passages in the text in their codes' colours, and what they say on hover. */
export function registerPassages(
  annotations: AnnotatedReleases,
  corpora: Corpora,
  shown: ShownPassages,
  log: Log,
): vscode.Disposable {
  const styles = new PassageStyles();

  const draw = (editor: vscode.TextEditor): void =>
    void log.guard('showing tagged passages', async () => {
      const { document } = editor;
      const [release, corpus] = await Promise.all([annotations.of(document), corpora.of(document.uri)]);
      if (!release || editor.document !== document) return;
      const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
      for (const type of styles.all()) ranges.set(type, []);
      const lanes = laneOfEach(release.passages);
      for (const passage of release.passages) {
        if (!isSettled(passage)) continue;
        shown.codesOf(passage.annotation, corpus.codes).forEach((code, index) => {
          const lane = (lanes.get(passage.annotation.id) ?? 0) + index;
          const type = styles.for(styleKey(corpus.codes.get(code)?.color, lane, index > 0));
          const list = ranges.get(type) ?? [];
          for (const span of passage.spans) list.push(toRange(document, span));
          ranges.set(type, list);
        });
      }
      for (const [type, list] of ranges) editor.setDecorations(type, list);
    });

  return vscode.Disposable.from(
    styles,
    eachVisibleRelease(draw, annotations.onDidChange, corpora.onDidChange, shown.onDidChange),
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
          return new vscode.Hover(here.map((passage) => passageCard(passage, corpus)));
        },
      },
    ),
  );
}

/** Doubtful anchors are for review: nothing is drawn where it may be wrong. */
function isSettled(passage: Passage): boolean {
  return passage.state === 'exact' || passage.state === 'moved';
}

/**
 * How deep in a pile of overlapping passages each one lies, so that every one keeps an underline of its own.
 * Passages come ordered by start.
 */
function laneOfEach(passages: readonly Passage[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, number>();
  const ends: number[] = [];
  for (const passage of passages) {
    const first = passage.spans[0];
    const last = passage.spans.at(-1);
    if (!first || !last) continue;
    const width = Math.max(1, passage.annotation.codes.length);
    let lane = 0;
    while (ends.slice(lane, lane + width).some((end) => end > first.start)) lane++;
    for (let i = 0; i < width; i++) ends[lane + i] = last.end;
    lanes.set(passage.annotation.id, lane);
  }
  return lanes;
}

function passageCard(passage: Passage, corpus: Corpus): vscode.MarkdownString {
  const card = new vscode.MarkdownString('', true);
  card.isTrusted = { enabledCommands };
  const { annotation } = passage;
  annotation.codes.forEach((id, index) => {
    const code = corpus.codes.get(id);
    if (index > 0) card.appendMarkdown('\n\n');
    card
      .appendMarkdown('$(tag) **')
      .appendMarkdown(asText(code?.name ?? id))
      .appendMarkdown('**');
    if (!code) card.appendMarkdown(' · ').appendMarkdown(asText(vscode.l10n.t('not in the codebook')));
    if (code?.definition) card.appendMarkdown(' — ').appendMarkdown(asText(code.definition));
  });
  if (annotation.note) card.appendMarkdown('\n\n$(note) ').appendMarkdown(asText(annotation.note));
  const made = [annotation.author, annotation.created?.slice(0, 10)].filter(Boolean).join(', ');
  if (made) card.appendMarkdown('\n\n').appendMarkdown(asText(made));
  const args = encodeURIComponent(JSON.stringify([annotation.id]));
  card.appendMarkdown(
    `\n\n[${vscode.l10n.t('Edit Note')}](command:pressmark.editNote?${args}) · [${vscode.l10n.t('Delete')}](command:pressmark.deleteAnnotation?${args})`,
  );
  return card;
}
