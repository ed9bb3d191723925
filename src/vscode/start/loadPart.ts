import * as vscode from 'vscode';

interface Module {
  exports: unknown;
}

/**
 * Loads a part of Pressmark in a browser. An extension host there loads one file of an extension, and gives it a `require`
 * that knows nothing but `vscode`; so this reads the other files, all of the extension itself, and runs each when it is first
 * required, the way that host runs the one.
 *
 * @param name of the part; `dist/parts/NAME.json` lists all files that it may load
 */
export async function loadPart(extensionUri: vscode.Uri, name: string): Promise<unknown> {
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'parts');
  const read = async (file: string): Promise<string> =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file)));
  const files = JSON.parse(await read(`${name}.json`)) as readonly string[];
  const sources = new Map(await Promise.all(files.map(async (file) => [file, await read(file)] as const)));
  const modules = new Map<string, Module>();

  const load = (request: string): unknown => {
    if (request === 'vscode') return vscode;
    const file = request.slice(request.lastIndexOf('/') + 1);
    const known = modules.get(file);
    if (known) return known.exports;
    const source = sources.get(file);
    if (source === undefined) throw new Error(`Cannot load module '${request}'`);
    const module: Module = { exports: {} };
    modules.set(file, module);
    const sourceUrl = vscode.Uri.joinPath(folder, file).toString(true);
    const body = `${source}\n//# sourceURL=${sourceUrl}#vscode-extension`;
    new Function('module', 'exports', 'require', body)(module, module.exports, load);
    return module.exports;
  };
  return load(`./${name}.js`);
}
