import * as vscode from 'vscode';
import { fuzzyQuery, fuzzyScore, fuzzyText, type FuzzyText } from '../../core/corpus/fuzzyMatch';
import { foldName } from '../../core/corpus/subject';
import type { Entity } from '../../core/recognition/entity';
import { officesAt } from '../../core/recognition/office';
import { typeName } from '../support/typeName';

/** What a person chose: an entity of the gazetteer, or a new one of this name. */
export type PickedEntity = { readonly entity: string } | { readonly create: string };

interface EntityItem extends vscode.QuickPickItem {
  readonly choice?: PickedEntity;
}

/** As many as a person looks through. */
const shownAtMost = 60;

/**
 * Lets a person choose an entity by typing any of its names. `candidates` come first; offices are those held at `date`.
 * What no entity is called can be made one. Undefined when the person went away.
 */
export async function pickEntity(options: {
  readonly title: string;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly candidates: readonly string[];
  readonly date: string | undefined;
  /** What a new entity is called while nothing is typed. */
  readonly words: string;
}): Promise<PickedEntity | undefined> {
  const { entities, candidates, date } = options;
  const search = searchIn(entities);
  const itemOf = (entity: Entity): EntityItem => entityItem(entity, date);
  const likely = candidates.flatMap((id) => entities.get(id) ?? []);
  const list = (typed: string): EntityItem[] => {
    const found = search(typed);
    const others = found.filter((entity) => !likely.includes(entity)).slice(0, shownAtMost);
    const first = likely.filter((entity) => typed.trim() === '' || found.includes(entity));
    const name = typed.trim() || options.words;
    return [
      ...(first.length > 0 ? [separator(vscode.l10n.t('likely here')), ...first.map(itemOf)] : []),
      separator(vscode.l10n.t('gazetteer')),
      ...others.map(itemOf),
      { label: `$(add) ${vscode.l10n.t('Add “{0}” as an entity…', name)}`, choice: { create: name } },
    ];
  };

  const picker = vscode.window.createQuickPick<EntityItem>();
  picker.title = options.title;
  picker.placeholder = vscode.l10n.t('Part of any name of the entity');
  const show = (typed: string): void => {
    // The list is filtered here: any name counts, not only the one shown.
    picker.items = list(typed).map((item) => ({ ...item, alwaysShow: true }));
    const first = picker.items.find(({ choice }) => choice !== undefined);
    picker.activeItems = first ? [first] : [];
  };
  return new Promise((resolve) => {
    const finish = (picked: PickedEntity | undefined): void => {
      resolve(picked);
      picker.dispose();
    };
    picker.onDidChangeValue(show);
    picker.onDidAccept(() => {
      const choice = picker.activeItems[0]?.choice;
      if (choice) finish(choice);
    });
    picker.onDidHide(() => finish(undefined));
    show('');
    picker.show();
  });
}

function entityItem(entity: Entity, date: string | undefined): EntityItem {
  const offices = officesAt(entity, date).map(({ title }) => title);
  const detail = [entity.description, offices.join('; ')].filter(Boolean).join(' · ');
  return {
    label: entity.name,
    description: typeName(entity.type),
    ...(detail ? { detail } : {}),
    choice: { entity: entity.id },
  };
}

function separator(label: string): EntityItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** Finds entities by any of their names, the best first; nothing typed finds all. */
function searchIn(entities: ReadonlyMap<string, Entity>): (typed: string) => readonly Entity[] {
  let names: readonly { readonly entity: Entity; readonly text: FuzzyText }[] | undefined;
  return (typed) => {
    const query = fuzzyQuery(foldName(typed));
    if (query.words.length === 0) return [...entities.values()];
    names ??= [...entities.values()].flatMap((entity) =>
      [entity.name, ...entity.aliases].map((name) => ({ entity, text: fuzzyText(foldName(name)) })),
    );
    const best = new Map<Entity, number>();
    for (const { entity, text } of names) {
      const score = fuzzyScore(query, text);
      if (score > (best.get(entity) ?? 0)) best.set(entity, score);
    }
    return [...best].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
  };
}
