import { inWords } from '../text/message';
import * as z from 'zod/mini';
import { codebookHelp, codebookSchema } from '../annotation/codebookSchema';
import { sidecarHelp, sidecarSchema } from '../annotation/sidecarSchema';
import { gazetteerHelp, gazetteerSchema } from '../recognition/gazetteerSchema';
import type { KeyHelp } from '../yaml/validate';
import { projectHelp, projectSchema } from './project';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schemas (draft 7) of the corpus's YAML files, by file name: exactly what the program accepts. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  return {
    annotations: jsonSchema(sidecarSchema, sidecarHelp, 'Pressmark: annotations of a release'),
    codebook: jsonSchema(codebookSchema, codebookHelp, 'Pressmark: codebook'),
    entities: jsonSchema(gazetteerSchema, gazetteerHelp, 'Pressmark: gazetteer'),
    pressmark: jsonSchema(projectSchema, projectHelp, 'Pressmark: corpus'),
  };
}

function jsonSchema(schema: z.ZodMiniType, help: KeyHelp, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return { $schema, title, ...(described(rest, help) as JsonSchema) };
}

/** Adds to each property what it is for. */
function described(node: unknown, help: KeyHelp): unknown {
  if (Array.isArray(node)) return node.map((item) => described(item, help));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key !== 'properties' || typeof value !== 'object') return [key, described(value, help)];
      const properties = Object.entries(value as object).map(([name, property]) => {
        const own = described(property, help) as object;
        const purpose = help[name];
        return [name, purpose === undefined ? own : { description: inWords(purpose), ...own }];
      });
      return [key, Object.fromEntries(properties)];
    }),
  );
}
