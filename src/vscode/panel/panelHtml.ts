import * as vscode from 'vscode';

/**
 * The page of a webview: a frame for the script, under a content security policy that lets in nothing from outside.
 *
 * @param name of script, styles and the element that they fill: the side panel, or a page of the corpus
 */
export function panelHtml(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  name: 'panel' | 'page' = 'panel',
): string {
  const uri = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(vscode.env.language)}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Pressmark</title>
  <link rel="stylesheet" href="${uri('dist', 'codicon.css')}" id="vscode-codicon-stylesheet">
  <link rel="stylesheet" href="${uri('media', 'webview.css')}">
  <link rel="stylesheet" href="${uri('media', `${name}.css`)}">
</head>
<body data-l10n="${escapeAttribute(JSON.stringify(vscode.l10n.bundle ?? {}))}">
  <main id="${name}"></main>
  <div id="announcer" role="status" aria-live="polite"></div>
  <script nonce="${nonce}" src="${uri('dist', `${name}.js`)}"></script>
</body>
</html>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
