import { brat } from './brat/brat';
import { conll2003, conllu } from './conll/conll';
import { csv } from './csv/csv';
import type { Format } from './format';
import { doccano } from './jsonl/doccano';
import { labelStudio } from './jsonl/labelStudio';
import { spacy } from './jsonl/spacy';
import { parquet } from './parquet/parquet';
import { refiQda, refiQdc } from './refi/refi';
import { html } from './report/html';
import { markdown } from './report/markdown';
import { tei } from './tei/tei';
import { casJson, xmi } from './uima/cas';
import { w3c } from './w3c/w3c';
import { webannoTsv } from './webanno/webannoTsv';

/** Every format of exchange, in the order people see them. To add one: write its file, add it here. */
export const formats: readonly Format[] = [
  csv,
  w3c,
  brat,
  refiQda,
  refiQdc,
  webannoTsv,
  casJson,
  xmi,
  conll2003,
  conllu,
  spacy,
  doccano,
  labelStudio,
  tei,
  parquet,
  markdown,
  html,
];

export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id);
}
