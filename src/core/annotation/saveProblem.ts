import { FileError, type FileErrorCode } from './fileSystem';
import { UnreadableSidecar } from './saveSidecar';

/** Why a sidecar couldn't be written. */
export interface SaveProblem {
  readonly kind: 'unreadable' | FileErrorCode;
  /** What happened and what to do. */
  readonly message: string;
}

const advice: Readonly<Record<FileErrorCode, string>> = {
  'not-found': 'Its folder isn’t there any more. Bring the folder back, or move the release.',
  'no-permission': 'You aren’t allowed to write there. Change the permissions of the file and its folder.',
  'read-only': 'It lies on a read-only file system. Copy the corpus to a place you can write to.',
  'no-space': 'The disk is full. Make room on it.',
  'not-text': 'It isn’t a UTF-8 text file. Save it as UTF-8.',
  busy: 'Another program is using it. Close that, or wait.',
  other: 'Correct what stands in the way.',
};

export function saveProblem(path: string, error: unknown): SaveProblem {
  const name = path.replace(/^.*[/\\]/, '');
  const kept = 'Your annotations are kept, and written as soon as that is possible.';
  if (error instanceof UnreadableSidecar) {
    const cause = error.file.problems[0]?.message ?? 'It can’t be read.';
    return { kind: 'unreadable', message: `${name} was not written to. ${cause} ${kept}` };
  }
  const code = error instanceof FileError ? error.code : 'other';
  const detail = error instanceof Error ? error.message : String(error);
  return { kind: code, message: `${name} could not be written (${detail}). ${advice[code]} ${kept}` };
}
