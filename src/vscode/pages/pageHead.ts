import * as vscode from 'vscode';
import type { Entity, Office } from '../../core/recognition/entity';
import { readSubject } from '../../core/corpus/subject';
import type { PageHead, PageTopic } from '../../shared/pageProtocol';
import type { Corpus } from '../corpus/corpus';
import { typeName } from '../support/typeName';

/** Names shown under the title; a country has dozens. */
const mostNames = 12;

const bare = { names: [], offices: [], hasEntry: false };

/**
 * Who or what a page is about.
 *
 * @param written how a name that no gazetteer lists is written in a text
 */
export function pageHead(topic: PageTopic, corpus: Corpus, written?: string): PageHead {
  if (topic.kind === 'phrase')
    return { ...bare, title: `“${topic.text}”`, kind: vscode.l10n.t('Concordance of a phrase') };
  if (topic.kind === 'code') return codeHead(topic.code, corpus);
  const subject = readSubject(topic.subject);
  if (!subject.listed) {
    const kind = vscode.l10n.t('{0}, in no gazetteer', typeName(subject.type));
    return { ...bare, title: written ?? subject.name, kind };
  }
  const entity = corpus.gazetteer.entities.get(subject.entity);
  return entity
    ? entityHead(entity, corpus)
    : { ...bare, title: subject.entity, kind: vscode.l10n.t('entity') };
}

function entityHead(entity: Entity, corpus: Corpus): PageHead {
  const { name, type, description, wikidata, date } = entity;
  return {
    title: name,
    kind: typeName(type),
    ...(description === undefined ? {} : { description }),
    ...(wikidata !== undefined && /^Q\d+$/.test(wikidata) ? { wikidata } : {}),
    ...(date === undefined ? {} : { date: date.replace('/', ' – ') }),
    names: [...new Set(entity.aliases)].filter((alias) => alias !== name).slice(0, mostNames),
    offices: [...entity.offices].sort(byTime).map((office) => officeOf(office, corpus)),
    hasEntry: true,
  };
}

function officeOf({ title, of, from, until }: Office, corpus: Corpus): PageHead['offices'][number] {
  const whose = of === undefined ? undefined : (corpus.gazetteer.entities.get(of)?.name ?? of);
  return {
    title,
    ...(whose === undefined ? {} : { of: whose }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

/** The latest first; those whose beginning is unknown last. */
function byTime(a: Office, b: Office): number {
  const [first, second] = [a.from ?? '', b.from ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

function codeHead(id: string, corpus: Corpus): PageHead {
  const code = corpus.codes.get(id);
  return {
    ...bare,
    title: code?.name ?? id,
    kind: code
      ? vscode.l10n.t('Passages with a code')
      : vscode.l10n.t('Passages with a code that is not in the codebook'),
    ...(code?.definition === undefined ? {} : { description: code.definition }),
    ...(code?.color === undefined ? {} : { color: code.color }),
    hasEntry: code !== undefined,
  };
}
