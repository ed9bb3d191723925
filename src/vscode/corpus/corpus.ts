import { sentence } from '../../core/text/message';
import * as vscode from 'vscode';
import type { Code, Codebook } from '../../core/annotation/codebook';
import { flattenCodes, readCodebook } from '../../core/annotation/codebookFile';
import type { Project } from '../../core/corpus/project';
import { defaultProject, projectFileName, readProject } from '../../core/corpus/project';
import type { Entity } from '../../core/recognition/entity';
import { unknownEntities } from '../../core/corpus/unknownEntities';
import { readGazetteer } from '../../core/recognition/gazetteerFile';
import type { CompiledGazetteer } from '../../core/recognition/compileGazetteer';
import { compileGazetteer } from '../../core/recognition/compileGazetteer';
import type { Problem } from '../../core/text/problem';
import { readText } from '../support/textFiles';

/** What a corpus's own files say, as last read. */
export interface Corpus {
  readonly root: vscode.Uri;
  readonly project: Project;
  readonly codebookUri: vscode.Uri;
  /** Absent where there is no codebook or it can't be read. */
  readonly codebook: Codebook | undefined;
  readonly codebookState: 'none' | 'broken' | 'ready';
  /** Every code by id, in tree order. */
  readonly codes: ReadonlyMap<string, Code>;
  readonly gazetteerUris: readonly vscode.Uri[];
  readonly gazetteer: CompiledGazetteer;
  /** Problems of the files named here, by file; a file without problems has an empty list. */
  readonly problems: ReadonlyMap<string, { readonly uri: vscode.Uri; readonly problems: readonly Problem[] }>;
}

/** Reads `pressmark.yaml` and the files it names. A file that is missing or broken costs only what it would have given. */
export async function readCorpus(root: vscode.Uri, builtin: readonly Entity[]): Promise<Corpus> {
  const problems = new Map<string, { uri: vscode.Uri; problems: readonly Problem[] }>();
  const note = (uri: vscode.Uri, found: readonly Problem[]): void => {
    problems.set(uri.toString(), { uri, problems: found });
  };

  const projectUri = vscode.Uri.joinPath(root, projectFileName);
  const projectSource = await readOrProblem(projectUri, note);
  const project = projectSource === undefined ? defaultProject : readProjectNoting(projectSource);
  function readProjectNoting(source: string): Project {
    const read = readProject(source);
    note(projectUri, read.problems);
    return read.project;
  }

  const codebookUri = vscode.Uri.joinPath(root, project.codebook);
  const codebookSource = await readOrProblem(codebookUri, note);
  const codebookRead = codebookSource === undefined ? undefined : readCodebook(codebookSource);
  if (codebookRead) note(codebookUri, codebookRead.problems);
  const codebook = codebookRead?.codebook;

  const entities = new Map<string, Entity>();
  if (project.builtinGazetteer) for (const entity of builtin) entities.set(entity.id, entity);
  const gazetteerUris = project.gazetteers.map((path) => vscode.Uri.joinPath(root, path));
  const gazetteers = new Map<
    vscode.Uri,
    { readonly source: string; readonly read: ReturnType<typeof readGazetteer> }
  >();
  for (const uri of gazetteerUris) {
    const source = await readOrProblem(uri, note);
    if (source === undefined) continue;
    const read = readGazetteer(source);
    gazetteers.set(uri, { source, read });
    for (const entity of read.entities) entities.set(entity.id, entity);
  }
  for (const [uri, { source, read }] of gazetteers) {
    const unknown = unknownEntities(source, read.entities, (id) => entities.has(id));
    note(uri, [...read.problems, ...unknown]);
  }

  return {
    root,
    project,
    codebookUri,
    codebook,
    codebookState: codebook
      ? 'ready'
      : codebookRead || problems.get(codebookUri.toString())?.problems.length
        ? 'broken'
        : 'none',
    codes: new Map(codebook ? flattenCodes(codebook).map((code) => [code.id, code]) : []),
    gazetteerUris,
    gazetteer: compileGazetteer([...entities.values()]),
    problems,
  };
}

async function readOrProblem(
  uri: vscode.Uri,
  note: (uri: vscode.Uri, problems: readonly Problem[]) => void,
): Promise<string | undefined> {
  try {
    return await readText(uri);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    note(uri, [
      {
        rule: 'file/unreadable',
        severity: 'error',
        message: sentence('The file can’t be read: {0}', reason),
        span: { start: 0, end: 0 },
      },
    ]);
    return undefined;
  }
}
