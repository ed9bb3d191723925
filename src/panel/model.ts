import type { CodeUse, PanelAnnotation, PanelHere, PanelRelease, ToPanel } from '../shared/protocol';
import { applyChanges } from '../shared/changes';

/** All that the panel was told. A part that did not change is the same object. */
export interface Model {
  readonly release: PanelRelease;
  readonly annotations: readonly PanelAnnotation[];
  readonly here: PanelHere;
  readonly uses: Readonly<Record<string, CodeUse>> | undefined;
}

export const emptyModel: Model = {
  release: { codebook: 'none', codes: [] },
  annotations: [],
  here: { current: [] },
  uses: undefined,
};

/** What is known after a message. */
export function told(model: Model, message: ToPanel): Model {
  switch (message.type) {
    case 'release':
      return { ...model, release: message.release };
    case 'annotations': {
      const before = message.fresh ? [] : model.annotations;
      return { ...model, annotations: applyChanges(before, message.changes) };
    }
    case 'here':
      return { ...model, here: message.here };
    case 'uses':
      return { ...model, uses: message.uses };
    case 'show':
    case 'writeNote':
    case 'comeBack':
    case 'announce':
      return model;
  }
}

/** How many annotations of this release carry each code. */
export function countsHere(annotations: readonly PanelAnnotation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { codes } of annotations)
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
