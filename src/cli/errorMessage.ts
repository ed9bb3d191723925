import { CommandError } from './io';

const systemMessages: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'no such file or folder',
  EISDIR: 'a folder, not a file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** What a person is told of an error: its message, with a file's path in front; of a fault in the program the stack. */
export function errorMessage(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (!isSystemError(error)) return error.stack ?? error.message;
  const plain = systemMessages[error.code];
  return plain !== undefined && error.path !== undefined ? `${error.path}: ${plain}` : error.message;
}

/** Whoever read the output (`head`) has had enough. */
export function isBrokenPipe(error: unknown): boolean {
  return isSystemError(error) && error.code === 'EPIPE';
}

/** An error of a file or a stream. */
export function isSystemError(
  error: unknown,
): error is Error & { readonly code: string; readonly path?: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
