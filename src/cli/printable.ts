/** The text without what a terminal would obey: control characters but line ends and tabs become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '\u{fffd}');
}
