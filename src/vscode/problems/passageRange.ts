import type * as vscode from 'vscode';
import type { Finding } from '../../core/annotation/checks/finding';
import type { AnnotatedRelease } from '../annotation/annotatedRelease';
import { toRange } from '../support/ranges';

/** Where in the text being edited a finding's passage stands now. */
export function passageRange(release: AnnotatedRelease, { annotation }: Finding): vscode.Range | undefined {
  const passage = release.passages.find((candidate) => candidate.annotation.id === annotation);
  const [first] = passage?.spans ?? [];
  return first && toRange(release.document, first);
}
