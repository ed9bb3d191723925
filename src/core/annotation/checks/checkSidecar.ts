import { sentence } from '../../text/message';
import type { Region } from '../../release/release';
import type { Anchor } from '../annotation';
import { newAnnotationId } from '../sidecar';
import type { SidecarFile } from '../sidecarFile';
import type { Code } from '../codebook';
import type { SidecarEdit } from '../sidecarEdit';
import { atLevels, type Finding, type Fix, type Levels } from './finding';
import { checkOverlaps } from './overlaps';
import { checkPassages } from './passages';
import { checkReferences } from './references';

/** What a sidecar is held against. What is left out isn't checked. */
export interface CheckContext {
  /** The release's text without BOM. */
  readonly text?: string;
  /** Where its annotations are found in that text, where that is known better than the text alone tells. */
  readonly anchors?: readonly Anchor[];
  /** Its layout; see `parseRelease`. */
  readonly regions?: readonly Region[];
  /** File name of the release the sidecar lies beside. */
  readonly release?: string;
  /** True when that file isn't there. */
  readonly releaseMissing?: boolean;
  /** Codes of the codebook by id. */
  readonly codes?: ReadonlyMap<string, Code>;
  readonly isEntity?: (id: string) => boolean;
  /** `rules:` of `pressmark.yaml`. */
  readonly levels?: Levels;
  /** In `[0, 1)`. */
  readonly random?: () => number;
}

/** Everything that is wrong with a sidecar, in the order of the file. Spans are UTF-16 offsets of its source. */
export function checkSidecar(file: SidecarFile, context: CheckContext = {}): Finding[] {
  const found: Finding[] = file.problems.map((problem) => ({
    ...problem,
    fixes: fixesOf(problem.rule, problem.span, file, context),
  }));
  if (file.sidecar) {
    found.push(
      ...checkRelease(file, context),
      ...checkReferences(file, context),
      ...checkPassages(file, context),
      ...checkOverlaps(file, context),
    );
  }
  return atLevels(found, context.levels ?? {}).sort((a, b) => a.span.start - b.span.start);
}

function fixesOf(
  rule: string,
  span: { readonly start: number },
  file: SidecarFile,
  { random }: CheckContext,
): Fix[] {
  if (rule === 'sidecar/merge-markers')
    return [{ title: sentence('Merge both sides by id'), resolveMarkers: true }];
  if (rule !== 'sidecar/duplicate-id' || !file.writable) return [];
  const index = file.items.findIndex((_, i) => file.locateItem(i, ['id'])?.start === span.start);
  const id = file.items[index]?.id;
  if (id === undefined) return [];
  const occurrence = file.items.slice(0, index).filter((item) => item.id === id).length;
  const to = newAnnotationId(
    file.items.map((item) => item.id ?? ''),
    random,
  );
  const edit: SidecarEdit = { kind: 'rename', id, occurrence, to };
  return [{ title: sentence('Give it the id {0}', to), sidecar: [edit] }];
}

function checkRelease(file: SidecarFile, { release, releaseMissing }: CheckContext): Finding[] {
  const named = file.sidecar?.release ?? '';
  if (releaseMissing) {
    const message = sentence(
      'The release {0} isn’t there. Bring it back, or move this sidecar to where the release went.',
      release ?? named,
    );
    return [
      {
        rule: 'sidecar/release-missing',
        severity: 'error',
        message,
        span: file.locateKey('release'),
        fixes: [],
      },
    ];
  }
  if (release === undefined || named === '' || named === release) return [];
  const fix: Fix = {
    title: sentence('Write `release: {0}`', release),
    sidecar: [{ kind: 'release', name: release }],
  };
  const message = sentence(
    'This sidecar says it belongs to {0} but lies beside {1}. Move it, or correct `release:`.',
    named,
    release,
  );
  return [
    {
      rule: 'sidecar/release-name',
      severity: 'warning',
      message,
      span: file.locateKey('release'),
      fixes: file.writable ? [fix] : [],
    },
  ];
}
