import type { Disposable, TextDocument } from 'vscode';
import * as vscode from 'vscode';
import type { AnnotatedReleases } from './annotation/annotatedReleases';
import type { PressmarkApi } from './api';
import type { Releases } from './release/releases';
import { toRange } from './support/ranges';

/** The API over the releases that are open. */
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
    onDidChangeMentions: releases.onDidChange,
    onDidChangeAnnotations: changed.event,
    dispose: () => vscode.Disposable.from(subscription, changed).dispose(),
  };
}
