import { inWords } from '../../core/text/message';
import { pathToFileURL } from 'node:url';
import type { Fix as SarifFix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../package.json';
import type { Finding, Fix } from '../../core/annotation/checks/finding';
import { isRule, rules } from '../../core/annotation/checks/rules';
import { applyEdits } from '../../core/annotation/sidecarEdit';
import { readSidecar } from '../../core/annotation/readSidecar';
import { resolveMergeMarkers } from '../../core/annotation/mergeMarkers';
import { lineAndColumn } from '../lineAndColumn';
import type { CheckedFile } from './checkCorpus';

const levels = { error: 'error', warning: 'warning', information: 'note' } as const;

/** The findings as SARIF 2.1.0, for code scanning and other viewers. */
export function sarifLog(root: string, files: readonly CheckedFile[]): Log {
  const names = Object.keys(rules);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Pressmark',
            semanticVersion: version,
            rules: names.filter(isRule).map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { CORPUS: { uri: pathToFileURL(root).href.replace(/\/?$/, '/') } },
        results: files.flatMap((file) =>
          file.findings.map((finding) => result(file, finding, names.indexOf(finding.rule))),
        ),
      },
    ],
  };
}

function descriptor(id: keyof typeof rules): ReportingDescriptor {
  const { level, description } = rules[id];
  return { id, shortDescription: { text: description }, defaultConfiguration: { level: levels[level] } };
}

function result(file: CheckedFile, finding: Finding, ruleIndex: number): Result {
  const { path, source } = file;
  const artifactLocation = { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'CORPUS' };
  const region = regionOf(source, finding.span.start, finding.span.end);
  const fixes = finding.fixes.flatMap((fix) => sarifFix(source, fix, artifactLocation) ?? []);
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: levels[finding.severity],
    message: { text: inWords(finding.message) },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    ...(finding.annotation === undefined
      ? {}
      : { partialFingerprints: { 'annotation/v1': `${finding.annotation}:${finding.rule}` } }),
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}

function regionOf(source: string, start: number, end: number): Region {
  const from = lineAndColumn(source, start);
  const to = lineAndColumn(source, end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** A fix as the one stretch of the file it replaces. */
function sarifFix(
  source: string,
  fix: Fix,
  artifactLocation: { uri: string; uriBaseId: string },
): SarifFix | undefined {
  const after = fixedSource(source, fix);
  if (after === undefined || after === source) return undefined;
  let start = 0;
  while (start < source.length && source[start] === after[start]) start++;
  let same = 0;
  while (same < Math.min(source.length, after.length) - start && source.at(-1 - same) === after.at(-1 - same))
    same++;
  const deletedRegion = regionOf(source, start, source.length - same);
  const insertedContent = { text: after.slice(start, after.length - same) };
  return {
    description: { text: inWords(fix.title) },
    artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent }] }],
  };
}

function fixedSource(source: string, { sidecar, codebook, resolveMarkers }: Fix): string | undefined {
  if (resolveMarkers) return resolveMergeMarkers(source).source;
  return sidecar && !codebook ? applyEdits(readSidecar(source), sidecar).source : undefined;
}
