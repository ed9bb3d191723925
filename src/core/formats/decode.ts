import type { ReadProblem, SourceFile } from './format';
import { sentence } from '../text/message';

declare const TextDecoder: new (
  label: string,
  options?: { fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/** The file as text: UTF-8 (a BOM is taken off) or UTF-16 with a BOM. Bytes that are neither become a problem. */
export function decodeText({ path, content }: SourceFile, problems: ReadProblem[]): string {
  const encoding = encodingOf(content);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    problems.push({
      file: path,
      line: 1,
      message: sentence(
        'This is not {0}; save the file in UTF-8. Characters that could not be read are shown as �.',
        encoding.toUpperCase(),
      ),
    });
    return new TextDecoder(encoding).decode(content);
  }
}

function encodingOf(content: Uint8Array): string {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
