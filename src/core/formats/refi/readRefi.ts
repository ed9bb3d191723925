import type { Code } from '../../annotation/codebook';
import type { Entity } from '../../recognition/entity';
import { toLf } from '../../text/lines';
import { decodeText } from '../decode';
import type { ReadDocument, ReadProblem, ReadResult, SourceFile } from '../format';
import type { XmlNode } from '../xml';
import { childOf, childrenOf, parseXml } from '../xml';
import { unzip } from '../zip';
import { readCodes } from './readCodes';
import { leftOut, notedPassages, readNotes } from './readNotes';
import { readSelections } from './readSelections';
import { sentence } from '../../text/message';

/** Reads projects of any program that writes REFI-QDA: texts, plain-text codings, notes, cases, the code tree. */
export function readQdpx(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const results = files.map((file) => readProject(file, problems));
  return {
    documents: results.flatMap(({ documents }) => documents),
    codes: results.flatMap(({ codes }) => codes),
    entities: results.flatMap(({ entities }) => entities),
    problems,
  };
}

export function readQdc(files: readonly SourceFile[]): ReadResult {
  const problems: ReadProblem[] = [];
  const codes = files.flatMap((file) => {
    const root = parseXml(file, problems);
    return [...readCodes(childrenOf(childOf(root, 'Codes'), 'Code')).codes];
  });
  return { documents: [], codes, entities: [], problems };
}

interface Project {
  readonly documents: readonly ReadDocument[];
  readonly codes: readonly Code[];
  readonly entities: readonly Entity[];
}

function readProject(file: SourceFile, problems: ReadProblem[]): Project {
  const entries = unzip(file, problems);
  const qde = entries.find(({ path }) => path.toLowerCase().endsWith('.qde'));
  const root =
    qde === undefined ? undefined : parseXml({ ...qde, path: `${file.path}/${qde.path}` }, problems);
  if (root === undefined) {
    if (entries.length > 0 && qde === undefined) {
      problems.push({
        file: file.path,
        message: sentence('There is no project.qde in it; is this a REFI-QDA project?'),
      });
    }
    return { documents: [], codes: [], entities: [] };
  }
  const codebook = readCodes(childrenOf(childOf(childOf(root, 'CodeBook'), 'Codes'), 'Code'));
  const variables = namesByGuid(childrenOf(childOf(root, 'Variables'), 'Variable'));
  const cases = readCases(root, variables);
  const authorOfGuid = namesByGuid(childrenOf(childOf(root, 'Users'), 'User'));
  const notes = readNotes(root, authorOfGuid);
  const context = {
    labelOfGuid: codebook.labelOfGuid,
    authorOfGuid,
    entityOfSelection: cases.entityOfSelection,
    noteOfGuid: notes,
  };
  const sources = childrenOf(childOf(root, 'Sources'), 'TextSource');
  problems.push(...leftOut(root, sources, notes, file.path));
  const documents = sources.flatMap((source): ReadDocument[] => {
    const text = textOf(source, entries, file, problems);
    const { name, guid } = source.attributes;
    const path = valuesOf(source, variables).get('Path') ?? name ?? guid ?? '';
    if (text === undefined) return [];
    const annotations = [...readSelections(source, context), ...notedPassages(source, notes)];
    return [{ path, text, unit: 'codepoints', annotations }];
  });
  const others = childOf(root, 'Sources')?.children.filter(({ name }) => !name.endsWith('TextSource')) ?? [];
  for (const { name, attributes } of others) {
    problems.push({
      file: file.path,
      message: sentence('{0} is no text ({1}); it is passed over.', attributes['name'] ?? name, name),
    });
  }
  return { documents, codes: codebook.codes, entities: cases.entities };
}

function textOf(
  source: XmlNode,
  entries: readonly SourceFile[],
  file: SourceFile,
  problems: ReadProblem[],
): string | undefined {
  const inline = childOf(source, 'PlainTextContent');
  if (inline !== undefined) return toLf(inline.text);
  const wanted = (source.attributes['plainTextPath'] ?? '').replace(/^internal:\/\//, '').toLowerCase();
  const entry = entries.find(({ path }) => path.slice(path.lastIndexOf('/') + 1).toLowerCase() === wanted);
  if (entry !== undefined) return toLf(decodeText(entry, problems));
  const name = source.attributes['name'] ?? sentence('a source');
  problems.push({ file: file.path, message: sentence('The text of {0} is not in the archive.', name) });
  return undefined;
}

function namesByGuid(nodes: readonly XmlNode[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.map(({ attributes }) => [attributes['guid'] ?? '', attributes['name'] ?? attributes['id'] ?? '']),
  );
}

/** Values of a source or case, by the names of variables. */
function valuesOf(
  node: XmlNode,
  variables: ReadonlyMap<string, string>,
): ReadonlyMap<string | undefined, string | undefined> {
  return new Map(
    childrenOf(node, 'VariableValue').map((value) => [
      variables.get(childOf(value, 'VariableRef')?.attributes['targetGUID'] ?? ''),
      childOf(value, 'TextValue')?.text,
    ]),
  );
}

/** Cases as entities: those that Pressmark wrote have their id, others their name. */
function readCases(
  root: XmlNode,
  variables: ReadonlyMap<string, string>,
): {
  readonly entities: Entity[];
  readonly entityOfSelection: ReadonlyMap<string, Entity>;
} {
  const entityOfSelection = new Map<string, Entity>();
  const entities = childrenOf(childOf(root, 'Cases'), 'Case').flatMap((node) => {
    const values = valuesOf(node, variables);
    const id = values.get('Entity');
    if (id === undefined) return [];
    const wikidata = values.get('Wikidata');
    const entity: Entity = {
      id,
      type: values.get('Type') ?? 'entity',
      name: node.attributes['name'] ?? id,
      aliases: [],
      offices: [],
      ...(wikidata !== undefined && { wikidata }),
    };
    for (const ref of childrenOf(node, 'SelectionRef')) {
      entityOfSelection.set(ref.attributes['targetGUID'] ?? '', entity);
    }
    return [entity];
  });
  return { entities, entityOfSelection };
}
