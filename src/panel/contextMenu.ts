/**
 * What VS Code reads from an element's `data-vscode-context`: which entries of the manifest's `webview/context` its menu has, and what
 * their commands are given.
 */
export function contextMenu(
  webviewSection: 'code' | 'annotation',
  given: Readonly<Record<string, string | readonly string[]>>,
): string {
  return JSON.stringify({ webviewSection, ...given, preventDefaultContextMenuItems: true });
}
