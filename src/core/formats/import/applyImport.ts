import { editCodebook } from '../../annotation/codebookEdit';
import { fingerprint } from '../../annotation/fingerprint';
import { editSidecar, newSidecar } from '../../annotation/sidecar';
import type { SidecarEdit } from '../../annotation/sidecarEdit';
import type { Entity } from '../../recognition/entity';
import { entitiesKey } from '../../recognition/gazetteerFile';
import { listHead, listSource, splitList } from '../../yaml/listFile';
import { renderItemText } from '../../yaml/listItem';
import type { YamlMap } from '../../yaml/value';
import type { ImportPlan, ReleaseImport } from './importModel';

/**
 * The sidecar with what an import adds; `source` is what it is now, undefined where there is none. Each annotation has its
 * `origin`. Throws where the sidecar can't be written to.
 */
export function importedSidecar(
  source: string | undefined,
  release: { readonly name: string; readonly text: string },
  added: ReleaseImport,
  origin: string,
): string {
  const before = source ?? newSidecar(release.name, fingerprint(release.text));
  return editSidecar(before, importEdits(added, origin));
}

/** What an import adds to a sidecar, each annotation with its `origin`. */
export function importEdits({ annotations }: ReleaseImport, origin: string): readonly SidecarEdit[] {
  return annotations.map((annotation) => ({
    kind: 'put',
    annotation,
    // A key the model does not know: it stays with the annotation whatever is edited.
    source: `- id: ${annotation.id}\n  origin: ${JSON.stringify(origin)}\n`,
  }));
}

/** The codebook with an import's new codes; an empty source begins one. */
export function importedCodebook(source: string, { codes }: Pick<ImportPlan, 'codes'>): string {
  return editCodebook(
    source,
    codes.map(({ code, parent }) => ({ kind: 'add', code, ...(parent !== undefined && { parent }) })),
  );
}

/** A gazetteer with an import's new entities at its end; undefined where its layout does not allow that. */
export function importedGazetteer(source: string, entities: readonly Entity[]): string | undefined {
  const list = splitList(source.trim() === '' ? `version: 1\n${entitiesKey}: []\n` : source, entitiesKey);
  if (list === undefined) return undefined;
  const added = entities.map((entity) => ({ before: '', text: renderItemText(entityValue(entity), list) }));
  const last = list.items.at(-1);
  const isOpen = last !== undefined && !last.text.endsWith('\n');
  const items = isOpen ? list.items.with(-1, { ...last, text: last.text + list.eol }) : list.items;
  const all = [...items, ...added];
  return listSource({ ...list, head: listHead(list, all.length), items: all });
}

function entityValue({ id, type, name, wikidata }: Entity): YamlMap {
  return { id, type, name, ...(wikidata !== undefined && { wikidata }) };
}
