const anyCarriageReturn = /\r\n?/g;

/** The text with every line end (CRLF, lone CR) as LF, as Python's universal newlines read it. */
export function toLf(text: string): string {
  return text.includes('\r') ? text.replace(anyCarriageReturn, '\n') : text;
}
