const bundle: Record<string, string> = JSON.parse(document.body.dataset['l10n'] ?? '{}') as Record<
  string,
  string
>;

/** The message in the person's language; `{0}`, `{1}` … stand for the arguments, as in `vscode.l10n.t`. */
export function t(message: string, ...args: readonly (string | number)[]): string {
  return (bundle[message] ?? message).replace(/\{(\d+)\}/g, (hole, index: string) =>
    String(args[Number(index)] ?? hole),
  );
}
