import * as vscode from 'vscode';
import { fuzzyQuery, fuzzyScore, fuzzyText, type FuzzyText } from '../../core/corpus/fuzzyMatch';
import { foldName } from '../../core/corpus/subject';
import type { Entity } from '../../core/recognition/entity';
import { officesAt } from '../../core/recognition/office';
import { PickerRows } from '../support/pickerRows';
import { takeTypedAhead } from '../support/typeAhead';
import { typeName } from '../support/typeName';

/** What a person chose: an entity of the gazetteer, or a new one of this name. */
export type PickedEntity = { readonly entity: string } | { readonly create: string };

interface EntityItem extends vscode.QuickPickItem {
  readonly choice?: PickedEntity;
}

/** As many as a person looks through. */
const shownAtMost = 60;

/**
 * Lets a person choose an entity by typing any of its names. `candidates` come first, then those of the release (`here`); offices are
 * those held at `date`. What no entity is called can be made one. Undefined when the person went away.
 */
export async function pickEntity(options: {
  readonly title: string;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly candidates: readonly string[];
  readonly here: readonly string[];
  /** What the words most likely are: such entities come first. */
  readonly type: string;
  readonly date: string | undefined;
  /** What a new entity is called while nothing is typed. */
  readonly words: string;
}): Promise<PickedEntity | undefined> {
  const { entities, type, date } = options;
  const search = searchIn(entities);
  const itemOf = (entity: Entity, name?: string): EntityItem => entityItem(entity, date, name);
  const likely = options.candidates.flatMap((id) => entities.get(id) ?? []);
  const inRelease = [...new Set(options.here)].flatMap((id) => entities.get(id) ?? []);
  const known = new Set([...likely, ...inRelease]);
  const ofType = [...entities.values()].filter((entity) => entity.type === type && !known.has(entity));
  const unfiltered = [
    ...section(
      vscode.l10n.t('likely here'),
      likely.map((entity) => itemOf(entity)),
    ),
    ...section(
      vscode.l10n.t('in this release'),
      firstOfType(inRelease, type)
        .filter((entity) => !likely.includes(entity))
        .map((entity) => itemOf(entity)),
    ),
    ...section(
      vscode.l10n.t('gazetteer'),
      ofType.slice(0, shownAtMost).map((entity) => itemOf(entity)),
    ),
  ];
  const list = (typed: string): readonly EntityItem[] => {
    const wanted = typed.trim();
    const found = search(wanted)
      .slice(0, shownAtMost)
      .map(({ entity, name }) => itemOf(entity, name));
    // What was typed is no part of the label: the list sorts rows by how their labels match.
    const create = {
      label: `$(add) ${vscode.l10n.t('New entity')}`,
      description: `“${wanted || options.words}”`,
    };
    return [
      ...(wanted === '' ? unfiltered : found),
      { ...create, choice: { create: wanted || options.words } },
    ];
  };

  const picker = vscode.window.createQuickPick<EntityItem>();
  picker.title = options.title;
  picker.placeholder = vscode.l10n.t('Part of any name of the entity');
  const rows = new PickerRows(picker);
  // The list is filtered here: any name counts, not only the one shown.
  const show = (typed: string): void => rows.show(list(typed).map((item) => ({ ...item, alwaysShow: true })));
  return new Promise((resolve) => {
    const finish = (picked: PickedEntity | undefined): void => {
      resolve(picked);
      picker.dispose();
    };
    const accept = (): void => finish(rows.accepted()?.choice);
    picker.onDidAccept(accept);
    picker.onDidHide(() => finish(undefined));
    show('');
    picker.show();
    const written = takeTypedAhead({ box: picker, changed: show, accept });
    picker.onDidChangeValue((shown) => show(written(shown)));
  });
}

function section(title: string, items: readonly EntityItem[]): readonly EntityItem[] {
  return items.length > 0 ? [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

function firstOfType(entities: readonly Entity[], type: string): readonly Entity[] {
  return [...entities].sort((a, b) => Number(b.type === type) - Number(a.type === type));
}

/** `name`: by which it was found, where it isn't the one shown. */
function entityItem(entity: Entity, date: string | undefined, name?: string): EntityItem {
  const offices = officesAt(entity, date).map(({ title }) => title);
  const detail = [entity.description, offices.join('; ')].filter(Boolean).join(' · ');
  const also = name !== undefined && name !== entity.name ? ` · ${name}` : '';
  return {
    label: entity.name,
    description: `${typeName(entity.type)}${also}`,
    ...(detail ? { detail } : {}),
    choice: { entity: entity.id },
  };
}

interface FoundEntity {
  readonly entity: Entity;
  /** The one of its names that fits best. */
  readonly name: string;
}

/** Finds entities by any of their names, the best first. */
function searchIn(entities: ReadonlyMap<string, Entity>): (typed: string) => readonly FoundEntity[] {
  let names: readonly (FoundEntity & { readonly text: FuzzyText })[] | undefined;
  return (typed) => {
    const query = fuzzyQuery(foldName(typed));
    if (query.words.length === 0) return [];
    names ??= [...entities.values()].flatMap((entity) =>
      [entity.name, ...entity.aliases].map((name) => ({ entity, name, text: fuzzyText(foldName(name)) })),
    );
    const best = new Map<Entity, FoundEntity & { readonly score: number }>();
    for (const { entity, name, text } of names) {
      const score = fuzzyScore(query, text);
      if (score > (best.get(entity)?.score ?? 0)) best.set(entity, { entity, name, score });
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  };
}
