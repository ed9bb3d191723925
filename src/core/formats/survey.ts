import type { Codebook } from '../annotation/codebook';
import type { Entity } from '../recognition/entity';
import type { ExportCorpus, ExportDocument } from './exportModel';
import { completeCodebook, fitCodebook } from './fitCodebook';
import { fitDocument } from './fitDocument';
import type { Format } from './format';
import { entityLabel } from './labels';
import type { LossReport } from './lossReport';
import { LossCollector, shortened } from './lossReport';

/** What a first walk over a corpus finds out, so that a second can write headers before bodies. All lists are sorted. */
export interface Survey {
  readonly authors: readonly string[];
  /** Ids of codes that some exported passage has. */
  readonly codes: readonly string[];
  /** Entities that some exported passage names; one the gazetteers lack has its id for a name. */
  readonly entities: readonly Entity[];
  /** Labels of entity types, notes and rejections in use, as `labels.ts` makes them. */
  readonly labels: readonly string[];
  /** The codebook as the target can hold it, with bare entries for codes it lacked. */
  readonly codebook: Codebook;
  readonly report: LossReport;
}

/** Called after each document; gives progress and may throw to cancel. */
export type OnDocument = (document: ExportDocument) => void;

/** Walks the corpus once: what is in it, and what `format` cannot hold. */
export async function surveyCorpus(
  format: Format,
  corpus: ExportCorpus,
  onDocument?: OnDocument,
): Promise<Survey> {
  const losses = new LossCollector();
  const authors = new Set<string>();
  const codes = new Set<string>();
  const entities = new Map<string, Entity>();
  const labels = new Set<string>();
  const count = { documents: 0, annotations: 0, mentions: 0 };
  for await (const document of corpus.documents) {
    count.documents++;
    for (const annotation of document.annotations) {
      if (annotation.recognised === undefined) count.annotations++;
      else count.mentions++;
    }
    for (const annotation of fitDocument(document, format.capabilities, losses).annotations) {
      if (annotation.author !== undefined) authors.add(annotation.author);
      for (const code of annotation.codes) codes.add(code);
      const { entity } = annotation;
      if (entity?.id !== undefined && !entities.has(entity.id)) {
        entities.set(entity.id, corpus.entities.get(entity.id) ?? unknownEntity(entity.id, entity.type));
      }
      const label = entityLabel(annotation);
      if (label !== undefined) labels.add(label);
    }
    onDocument?.(document);
  }
  for (const { feature, what } of corpus.unheld ?? []) {
    losses.add(feature, format.capabilities[feature], () => ({ what: shortened(what) }));
  }
  const codebook = fitCodebook(completeCodebook(corpus.codebook, codes), codes, format.capabilities, losses);
  return {
    authors: [...authors].sort(),
    codes: [...codes].sort(),
    entities: [...entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    labels: [...labels].sort(),
    codebook,
    report: { format: format.id, ...count, losses: losses.losses() },
  };
}

function unknownEntity(id: string, type = 'entity'): Entity {
  return { id, type, name: id, aliases: [], offices: [] };
}
