import type { Code } from '../../annotation/codebook';
import type { SourceFile } from '../format';
import { walkCodes } from '../fitCodebook';
import type { Survey } from '../survey';

/** Types: entity types in use, then the codes as a tree, as deep as it is. */
export function annotationConf({ codebook, labels }: Survey): string {
  const lines = ['[entities]', ...labels.map(typeName)];
  const add = (code: Code, depth: number): void => {
    lines.push('\t'.repeat(depth) + typeName(code.id));
    for (const child of code.codes) add(child, depth + 1);
  };
  for (const code of codebook.codes) add(code, 0);
  return file([...lines, '', '[relations]', '', '[events]', '', '[attributes]', 'Recognised\tArg:<ENTITY>']);
}

/** Names and colours of the codes. */
export function visualConf({ codebook }: Survey): string {
  const codes = [...walkCodes(codebook)].map(({ code }) => code);
  const labels = codes.map((code) => `${typeName(code.id)} | ${code.name.replace(/\s*[|\n]\s*/g, ' / ')}`);
  const drawing = codes
    .filter((code) => code.color !== undefined)
    .map((code) => `${typeName(code.id)}\tbgColor:${code.color}`);
  return file([
    '[labels]',
    ...labels,
    '',
    '[drawing]',
    'SPAN_DEFAULT\tfgColor:black, bgColor:#e8eef7',
    ...drawing,
  ]);
}

export function shortcutsConf({ codebook }: Survey): string {
  const keys = [...walkCodes(codebook)].filter(({ code }) => code.key !== undefined);
  return file(keys.map(({ code }) => `${code.key}\t${typeName(code.id)}`));
}

/** Tells brat where ids of Wikidata lead. */
export const toolsConf = file([
  '[normalization]',
  'Wikidata\t<URL>:https://www.wikidata.org/, <URLBASE>:https://www.wikidata.org/wiki/%s',
]);

/** brat's names of types are of letters, digits, `-` and `_`. */
export function typeName(label: string): string {
  return label.replace(/[^\p{L}\p{N}_-]+/gu, '_');
}

/** The codes that `annotation.conf`, `visual.conf` and `kb_shortcuts.conf` speak of; types in capitals are entities. */
export function codesOfConf(confs: ReadonlyMap<string, string>): Code[] {
  const names = new Map<string, string>();
  for (const line of section(confs.get('visual.conf') ?? '', 'labels')) {
    const [type, name] = line.split('|').map((part) => part.trim());
    if (type !== undefined && name !== undefined) names.set(type, name);
  }
  const colors = new Map<string, string>();
  for (const line of section(confs.get('visual.conf') ?? '', 'drawing')) {
    const match = /^(\S+)\s.*bgColor:(#[0-9a-f]{6})/i.exec(line);
    if (match !== null) colors.set(match[1]!, match[2]!);
  }
  const keys = new Map<string, string>();
  for (const line of (confs.get('kb_shortcuts.conf') ?? '').split('\n')) {
    const [key, type] = line.split('\t');
    if (key !== undefined && type !== undefined) keys.set(type.trim(), key);
  }
  type Draft = Omit<Code, 'codes'> & { codes: Draft[] };
  const roots: Draft[] = [];
  const open: Draft[] = [];
  for (const line of section(confs.get('annotation.conf') ?? '', 'entities')) {
    const id = line.trim().split(/\s/)[0]!.replace(/^!/, '');
    if (id === '' || id.startsWith('<') || id === id.toUpperCase()) continue;
    const depth = Math.min(/^\t*/.exec(line)![0].length, open.length);
    const [name, color, key] = [names.get(id), colors.get(id), keys.get(id)];
    const code: Draft = {
      id,
      name: name ?? id,
      examples: [],
      ...(color !== undefined && { color }),
      ...(key !== undefined && { key }),
      codes: [],
    };
    (depth === 0 ? roots : open[depth - 1]!.codes).push(code);
    open.splice(depth, open.length, code);
  }
  return roots;
}

function section(conf: string, name: string): string[] {
  const lines = conf.split('\n').map((line) => line.replace(/\s+$/, ''));
  const start = lines.indexOf(`[${name}]`);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('['));
  return rest.slice(0, end < 0 ? undefined : end).filter((line) => line !== '' && !line.startsWith('#'));
}

/** The configuration files among the files of an import, by name. */
export function confFiles(
  files: readonly SourceFile[],
  decode: (file: SourceFile) => string,
): Map<string, string> {
  const confs = files.filter(({ path }) => path.endsWith('.conf'));
  return new Map(confs.map((conf) => [conf.path.slice(conf.path.lastIndexOf('/') + 1), decode(conf)]));
}

function file(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
