import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { Format } from '../../core/formats/format';
import { inVariant } from '../../core/formats/format';
import { formatById } from '../../core/formats/registry';
import type { ExportSelection } from '../../core/formats/selection';
import { exportKinds, placedStates } from '../../core/formats/selection';
import type { OffsetUnit } from '../../core/text/offsets';
import type { Corpus } from '../corpus/corpus';
import type { ReleaseOfCorpus } from './exportOfCorpus';
import { usualKinds } from './exportQuestions';
import type { Scope } from './pickReleases';
import { scopes } from './pickReleases';

/** An export with every question answered; what is absent follows from the rest. */
export interface ExportRequest {
  readonly format: Format;
  readonly manner: { readonly unit: OffsetUnit; readonly variant?: string };
  readonly scope: Scope;
  readonly releases?: readonly ReleaseOfCorpus[];
  readonly selection: ExportSelection;
  readonly folder?: vscode.Uri;
}

const argumentSchema = z.object({
  format: z.string(),
  releases: z.optional(z.enum(scopes)),
  what: z.optional(z.array(z.enum(exportKinds))),
  authors: z.optional(z.array(z.string())),
  states: z.optional(z.array(z.enum(placedStates))),
  offsets: z.optional(z.string()),
  variant: z.optional(z.string()),
  into: z.optional(z.string()),
});

/** Whether the command was given answers; menus give other things, or nothing. */
export function isRequest(argument: unknown): argument is { readonly format: unknown } {
  return typeof argument === 'object' && argument !== null && 'format' in argument;
}

/**
 * The argument of the command, as a key binding or another extension gives it: `{format, releases?, what?, authors?,
 * states?, offsets?, variant?, into?}`; `into` is a folder, relative to the corpus. Throws for anything else.
 */
export function readExportRequest(argument: unknown, corpus: Corpus): ExportRequest {
  const parsed = argumentSchema.safeParse(argument);
  if (!parsed.success)
    throw new Error(`The argument of “Export…” is wrong: ${z.prettifyError(parsed.error)}`);
  const { releases, what, authors, states, offsets, variant, into } = parsed.data;
  const format = formatById(parsed.data.format);
  if (!format) throw new Error(`There is no format “${parsed.data.format}”.`);
  const unit = offsets === undefined ? format.units[0] : format.units.find((known) => known === offsets);
  if (offsets !== undefined && !unit) throw new Error(`${format.id} has no offsets in ${offsets}.`);
  return {
    format: inVariant(format, variant),
    manner: { unit: unit ?? 'codepoints', ...(variant !== undefined && { variant }) },
    scope: releases ?? 'corpus',
    selection: {
      what: new Set(what ?? usualKinds(format)),
      states: new Set(states ?? ['exact', 'moved']),
      ...(authors && { authors: new Set(authors) }),
    },
    ...(into !== undefined && { folder: vscode.Uri.joinPath(corpus.root, into) }),
  };
}
