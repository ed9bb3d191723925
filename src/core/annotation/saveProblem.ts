import { sentence, type Message } from '../text/message';
import { FileError, type FileErrorCode } from './fileSystem';
import { UnreadableSidecar } from './saveSidecar';

/** Why a sidecar couldn't be written. */
export interface SaveProblem {
  readonly kind: 'unreadable' | FileErrorCode;
  /** What happened and what to do. */
  readonly message: Message;
}

const advice: Readonly<Record<FileErrorCode, Message>> = {
  'not-found': sentence('Its folder isn’t there any more. Bring the folder back, or move the release.'),
  'no-permission': sentence(
    'You aren’t allowed to write there. Change the permissions of the file and its folder.',
  ),
  'read-only': sentence('It lies on a read-only file system. Copy the corpus to a place you can write to.'),
  'no-space': sentence('The disk is full. Make room on it.'),
  'not-text': sentence('It isn’t a UTF-8 text file. Save it as UTF-8.'),
  busy: sentence('Another program is using it. Close that, or wait.'),
  other: sentence('Correct what stands in the way.'),
};

export function saveProblem(path: string, error: unknown): SaveProblem {
  const name = path.replace(/^.*[/\\]/, '');
  const kept = sentence('Your annotations are kept, and written as soon as that is possible.');
  if (error instanceof UnreadableSidecar) {
    const cause = error.file.problems[0]?.message ?? sentence('It can’t be read.');
    return { kind: 'unreadable', message: [...sentence('{0} was not written to.', name), ...cause, ...kept] };
  }
  const code = error instanceof FileError ? error.code : 'other';
  const detail = error instanceof Error ? error.message : String(error);
  const failed = sentence('{0} could not be written ({1}).', name, detail);
  return { kind: code, message: [...failed, ...advice[code], ...kept] };
}
