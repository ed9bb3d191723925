/**
 * Markdown that shows a text as it is. Unlike `MarkdownString.appendText` it keeps ordinary spaces, so that long texts
 * wrap and can be copied.
 */
export function asText(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~>$]|:(?=\/\/)/g, '\\$&')
    .replace(/\s*\n\s*/g, ' ');
}
