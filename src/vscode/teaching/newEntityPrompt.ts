import * as vscode from 'vscode';
import { entityTypes, type Entity } from '../../core/recognition/entity';
import { takeTypedAhead } from '../support/typeAhead';
import { typeName } from '../support/typeName';

interface TypeItem extends vscode.QuickPickItem {
  readonly type: string;
}

/**
 * Asks for the name and type of a new entity in one list: the name stands in its field, to be changed, and the likeliest type is chosen
 * already, so that Enter is enough. Undefined when the person went away.
 */
export async function askNewEntity(likely: {
  readonly name: string;
  readonly type: string;
  /** Whose types can be chosen besides the known ones. */
  readonly entities: ReadonlyMap<string, Entity>;
}): Promise<{ readonly name: string; readonly type: string } | undefined> {
  const items = typesFor(likely.type, likely.entities).map((type): TypeItem => ({
    label: typeName(type),
    ...(type === likely.type ? { description: vscode.l10n.t('likely') } : {}),
    type,
    alwaysShow: true,
  }));
  const picker = vscode.window.createQuickPick<TypeItem>();
  picker.title = vscode.l10n.t('Add as Entity: Its Full Name, and What It Is');
  picker.placeholder = likely.name;
  picker.items = items;
  picker.value = likely.name;
  picker.activeItems = items.slice(0, 1);
  return new Promise((resolve) => {
    const finish = (made: { readonly name: string; readonly type: string } | undefined): void => {
      resolve(made);
      picker.dispose();
    };
    const accept = (): void => {
      const [chosen = items[0]!] = picker.activeItems;
      finish({ name: picker.value.trim() || likely.name, type: chosen.type });
    };
    picker.onDidAccept(accept);
    picker.onDidHide(() => finish(undefined));
    picker.show();
    picker.onDidChangeValue(takeTypedAhead({ box: picker, accept }));
  });
}

function typesFor(likely: string, entities: ReadonlyMap<string, Entity>): readonly string[] {
  const types = new Set<string>([likely, ...entityTypes]);
  for (const { type } of entities.values()) types.add(type);
  types.delete('date');
  return [...types];
}
