import type { Disposable, Event, TextDocument } from 'vscode';
import * as vscode from 'vscode';
import type { Annotation, AnchorState } from '../core/annotation/annotation';
import type { Mention } from '../core/recognition/mention';
import type { AnnotatedReleases } from './annotation/annotatedReleases';
import type { Releases } from './release/releases';
import { toRange } from './support/ranges';

/**
 * What Pressmark offers to other extensions: `vscode.extensions.getExtension('pressmark.pressmark')?.activate()`.
 * Ranges are of the document as it is when the promise resolves.
 */
export interface PressmarkApi {
  readonly version: 1;
  /** Who and what a release speaks of, in reading order; nested mentions have a `parent`. */
  mentions(document: TextDocument): Promise<readonly (Mention & { readonly range: vscode.Range })[]>;
  /** The annotations of an open release, in text order; undefined for any other document. */
  annotations(document: TextDocument): Promise<readonly PlacedAnnotation[] | undefined>;
  /** The annotations of a release have changed, or their places. */
  readonly onDidChangeAnnotations: Event<TextDocument>;
}

export interface PlacedAnnotation {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** Empty for an orphan; a proposal for fuzzy and ambiguous. */
  readonly ranges: readonly vscode.Range[];
}

export function createApi(releases: Releases, annotations: AnnotatedReleases): PressmarkApi & Disposable {
  const changed = new vscode.EventEmitter<TextDocument>();
  const subscription = annotations.onDidChange(({ document }) => changed.fire(document));
  return {
    version: 1,
    async mentions(document) {
      const { mentions } = await releases.read(document);
      return mentions.map((mention) => ({ ...mention, range: toRange(document, mention) }));
    },
    async annotations(document) {
      const release = await annotations.of(document);
      return release?.passages.map(({ annotation, state, spans }) => ({
        annotation,
        state,
        ranges: spans.map((span) => toRange(document, span)),
      }));
    },
    onDidChangeAnnotations: changed.event,
    dispose: () => vscode.Disposable.from(subscription, changed).dispose(),
  };
}
