import { sentence } from '../text/message';
import * as z from 'zod/mini';
import type { RuleLevel } from '../annotation/checks/rules';
import type { Problem } from '../text/problem';
import { readYamlFile, type FileKind } from '../yaml/readFile';
import { isList, isMapValue } from '../yaml/render';
import type { KeyHelp } from '../yaml/validate';
import type { YamlValue } from '../yaml/value';
import { projectFileName, sidecarSuffix, usualCodebook, usualGazetteer } from './fileNames';

export type { RuleLevel };
export { projectFileName, sidecarSuffix };

/** What `pressmark.yaml` says of a corpus. Paths are relative to its folder, with `/`. */
export interface Project {
  readonly version: 1;
  /** Globs of release files. */
  readonly releases: readonly string[];
  /** `auto`: of the files the globs match, those that look like a release; `off`: all of them. */
  readonly detection: 'auto' | 'off';
  /** Gazetteers besides the built-in one; a later file overrides an earlier one. */
  readonly gazetteers: readonly string[];
  readonly builtinGazetteer: boolean;
  readonly codebook: string;
  /** Folder that mirrors the corpus and holds the sidecars; absent: each beside its release. */
  readonly sidecars?: string;
  /** Levels of problems by rule name (`sidecar/stale-quote`), where they differ from the rule's own. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
}

/** A corpus without a `pressmark.yaml`. */
export const defaultProject: Project = {
  version: 1,
  releases: ['**/*.{txt,pr,release}'],
  detection: 'auto',
  gazetteers: [usualGazetteer],
  builtinGazetteer: true,
  codebook: usualCodebook,
  rules: {},
};

export const projectHelp: KeyHelp = {
  version: sentence('Version of the file format: `version: 1`.'),
  releases: sentence(
    'Globs of the release files: `["**/*.txt"]`. Default: every .txt, .pr and .release file that looks like a release.',
  ),
  detection: sentence(
    '`auto`: only files that look like a release; `off`: every file that `releases` matches.',
  ),
  gazetteers: sentence('Gazetteer files besides the built-in one: `[entities.yaml]`.'),
  builtinGazetteer: sentence('`false` to do without the built-in gazetteer.'),
  codebook: sentence('The codebook’s file: `codebook.yaml`.'),
  sidecars: sentence(
    'A folder for the sidecars that mirrors the corpus: `annotations/`. Default: each beside its release.',
  ),
  rules: sentence(
    'Levels of problems: `{sidecar/stale-quote: warning}`; levels are `error`, `warning`, `information`, `off`.',
  ),
};

/** Inside the corpus: no drive, no root, no way up. */
const inside = z.string().check(z.regex(/^(?![/\\]|[A-Za-z]:)(?!(?:.*[/\\])?\.\.(?:[/\\]|$)).+$/));

export const projectSchema = z.looseObject({
  version: z.literal(1),
  releases: z.nullish(z.array(z.string().check(z.minLength(1)))),
  detection: z.nullish(z.enum(['auto', 'off'])),
  gazetteers: z.nullish(z.array(inside)),
  builtinGazetteer: z.nullish(z.boolean()),
  codebook: z.nullish(inside),
  sidecars: z.nullish(inside),
  rules: z.nullish(z.record(z.string(), z.enum(['error', 'warning', 'information', 'off']))),
});

const projectKind: FileKind = {
  rule: 'project',
  name: sentence('project file'),
  version: 1,
  schema: projectSchema,
  help: projectHelp,
};

export interface ProjectReading {
  /** With defaults for whatever is missing or wrong. */
  readonly project: Project;
  readonly problems: readonly Problem[];
}

/** Reads `pressmark.yaml`. */
export function readProject(source: string): ProjectReading {
  const { value, problems } = readYamlFile(source, projectKind);
  if (!value) return { project: defaultProject, problems };
  const releases = texts(value['releases']);
  const detection = value['detection'];
  const sidecars = pathInside(value['sidecars']);
  const project: Project = {
    version: 1,
    releases: releases ?? defaultProject.releases,
    detection: detection === 'auto' || detection === 'off' ? detection : releases ? 'off' : 'auto',
    gazetteers:
      texts(value['gazetteers'])?.flatMap((path) => pathInside(path) ?? []) ?? defaultProject.gazetteers,
    builtinGazetteer: value['builtinGazetteer'] !== false,
    codebook: pathInside(value['codebook']) ?? defaultProject.codebook,
    ...(sidecars === undefined ? {} : { sidecars }),
    rules: levels(value['rules']),
  };
  return { project, problems };
}

function texts(value: YamlValue | undefined): string[] | undefined {
  if (value === undefined || !isList(value)) return undefined;
  return value.filter((item): item is string => typeof item === 'string' && item !== '');
}

function pathInside(value: YamlValue | undefined): string | undefined {
  return inside.safeParse(value).success ? String(value).replaceAll('\\', '/') : undefined;
}

function levels(value: YamlValue | undefined): Record<string, RuleLevel> {
  if (!isMapValue(value)) return {};
  const isLevel = (level: YamlValue): level is RuleLevel =>
    level === 'error' || level === 'warning' || level === 'information' || level === 'off';
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, RuleLevel] => isLevel(entry[1])),
  );
}

/** Where the sidecar of a release lies: both relative to the corpus's root, with `/`. */
export function sidecarPath(releasePath: string, project: Pick<Project, 'sidecars'>): string {
  return folderPrefix(project) + releasePath + sidecarSuffix;
}

/** The folder that mirrors a folder of releases and holds their sidecars; `undefined` where they lie beside their releases. */
export function mirroredFolder(path: string, project: Pick<Project, 'sidecars'>): string | undefined {
  const prefix = folderPrefix(project);
  return prefix === '' || path === '' || `${path}/`.startsWith(prefix) ? undefined : prefix + path;
}

/** The release a sidecar belongs to by its path; `undefined` for what isn't a sidecar of this corpus. */
export function releasePathOf(path: string, project: Pick<Project, 'sidecars'>): string | undefined {
  const prefix = folderPrefix(project);
  if (!path.endsWith(sidecarSuffix) || !path.startsWith(prefix)) return undefined;
  return path.slice(prefix.length, -sidecarSuffix.length);
}

function folderPrefix({ sidecars }: Pick<Project, 'sidecars'>): string {
  const folder = (sidecars ?? '').replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
  return folder === '' || folder === '.' ? '' : `${folder}/`;
}
