import { toLf } from '../../text/lines';
import { alignLineEnds } from '../lineEnds';
import type { ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import { present } from '../gather';
import type { JsonObject } from '../json';
import { asObject, asOffset, asString, objectsIn, parseJsonFile } from '../json';
import type { XmlNode } from '../xml';
import { localName, parseXml } from '../xml';
import type { LayerAnnotation } from './layers';
import { annotationsOfLayers, isOthersLayer, layers } from './layers';
import { sentence } from '../../text/message';

/** Reads CAS JSON of the versions that have `%FEATURE_STRUCTURES`; features may be keyed by id or stand in a list. */
export function readCasJson(files: readonly SourceFile[]): ReadResult {
  return readAll(files, '.json', (file, problems) => {
    const root = asObject(parseJsonFile(file, problems));
    if (root === undefined) return undefined;
    const structures = structuresOf(root['%FEATURE_STRUCTURES']);
    if (structures.length === 0) {
      problems.push({
        file: file.path,
        line: 1,
        message: sentence('There is no %FEATURE_STRUCTURES; is this CAS JSON?'),
      });
      return undefined;
    }
    return structures.map((structure) => ({
      type: asString(structure['%TYPE']) ?? '',
      features: Object.fromEntries(
        Object.entries(structure).map(([name, value]) => [
          name,
          typeof value === 'number' ? String(value) : (asString(value) ?? ''),
        ]),
      ),
    }));
  });
}

/** Reads XMI; of the type system only the names of our layers and of DKPro's are needed. */
export function readXmi(files: readonly SourceFile[]): ReadResult {
  return readAll(files, '.xmi', (file, problems) => {
    const root = parseXml(file, problems);
    return root?.children.map((node) => ({ type: typeOf(root, node), features: node.attributes }));
  });
}

/** A feature structure, whatever it was written in. */
interface Structure {
  readonly type: string;
  readonly features: Readonly<Record<string, string>>;
}

type Reader = (file: SourceFile, problems: ReadProblem[]) => readonly Structure[] | undefined;

function readAll(files: readonly SourceFile[], extension: string, read: Reader): ReadResult {
  const problems: ReadProblem[] = [];
  const documents = files.flatMap((file) => {
    if (!file.path.endsWith(extension)) return [];
    const structures = read(file, problems);
    return structures === undefined ? [] : [toDocument(file, extension, structures, problems)];
  });
  return { documents, codes: [], entities: [], problems };
}

function toDocument(
  file: SourceFile,
  extension: string,
  structures: readonly Structure[],
  problems: ReadProblem[],
): ReadDocument {
  const raw = structures.find(({ type }) => type === 'uima.cas.Sofa')?.features['sofaString'] ?? '';
  const path =
    structures.map(({ features }) => present(features['documentId'])).find((id) => id !== undefined) ??
    file.path.slice(0, -extension.length);
  const toOffset = alignLineEnds(raw);
  const found = structures.flatMap(({ type, features }, i): LayerAnnotation[] => {
    const isSpan = features['begin'] !== undefined && features['end'] !== undefined;
    if (!(type in layers) && !(isSpan && isOthersLayer(type))) return [];
    const start = asOffset(Number(features['begin']));
    const end = asOffset(Number(features['end']));
    if (start === undefined || end === undefined || end <= start || end > raw.length) {
      problems.push({
        file: file.path,
        message: sentence('{0}, number {1} of the file, has no begin and end within the text.', type, i + 1),
      });
      return [];
    }
    const told = Object.entries(features).filter(
      ([name, value]) => value !== '' && !/^[%@^]|^(?:begin|end|sofa)$|:/.test(name),
    );
    return [{ type, start: toOffset(start), end: toOffset(end), features: Object.fromEntries(told) }];
  });
  return { path, text: toLf(raw), unit: 'utf16', annotations: annotationsOfLayers(found) };
}

function structuresOf(value: unknown): readonly JsonObject[] {
  const byId = asObject(value);
  return byId === undefined ? objectsIn(value) : objectsIn(Object.values(byId));
}

/** The UIMA type of an element: its namespace is the package. */
function typeOf(root: XmlNode, node: XmlNode): string {
  const [prefix = ''] = node.name.split(':');
  const namespace = root.attributes[`xmlns:${prefix}`] ?? node.attributes[`xmlns:${prefix}`] ?? '';
  const packageName = namespace
    .replace(/^http:\/\/\//, '')
    .replace(/\.ecore$/, '')
    .replaceAll('/', '.');
  return `${packageName}.${localName(node.name)}`;
}
