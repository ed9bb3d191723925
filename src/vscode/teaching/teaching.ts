import * as vscode from 'vscode';
import { noEntity } from '../../core/corpus/decisions';
import { entityTypes, type Entity } from '../../core/recognition/entity';
import { newEntity } from '../../core/recognition/newEntity';
import { similarPersons } from '../../core/recognition/suggest';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Releases } from '../release/releases';
import { toSpan } from '../support/ranges';
import { typeName } from '../support/typeName';
import { decideMention, withdrawOthers } from './decideMention';
import { pickEntity } from './entityPicker';
import { gazetteerName, teachGazetteer } from './gazetteerWriter';
import { subjectHere, type SubjectHere, type TeachArgument } from './subjectHere';

/** What a reader teaches about who and what the release before them speaks of. */
export class Teaching {
  constructor(
    private readonly releases: Releases,
    private readonly annotations: AnnotatedReleases,
    private readonly author: Author,
    private readonly tagging: Tagging,
  ) {}

  /** Makes an entity of the words; name and type are asked for unless given. */
  async add(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, false);
    if (here) await this.addNamed(here, argument);
  }

  /** Makes the words another name of an entity. */
  async alias(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, false);
    if (!here) return;
    const title = vscode.l10n.t('“{0}” Is Another Name Of', here.words);
    const picked = await this.pick(here, argument, title);
    if (picked === undefined) return;
    if ('create' in picked) return this.addNamed(here, { name: picked.create });
    const { entity } = picked;
    const { corpus } = here.read;
    const known = corpus.gazetteer.entities.get(entity);
    if (!known) return;
    if (known.name === here.words || known.aliases.includes(here.words)) {
      this.tagging.say(vscode.l10n.t('“{0}” is a name of {1} already.', here.words, known.name));
    } else {
      const label = vscode.l10n.t('Alias of {0}', known.name);
      const lesson = { added: [], aliases: [{ entity, alias: here.words }] };
      if (!(await teachGazetteer(corpus, lesson, label))) return;
      this.tagging.say(vscode.l10n.t('“{0}” is a name of {1} now.', here.words, known.name));
    }
    await withdrawOthers(here, entity, this.annotations);
  }

  /** The words name nothing, here. */
  async reject(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, true);
    if (!here) return;
    if (!here.mention) return this.tagging.say(vscode.l10n.t('No mention here.'));
    await decideMention(here, noEntity, this.annotations, this.author);
    this.tagging.say(vscode.l10n.t('“{0}” counts as no entity here.', here.words));
  }

  /** The words name an entity that a person chooses, here. */
  async link(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, false);
    if (!here) return;
    const picked = await this.pick(
      here,
      argument,
      vscode.l10n.t('Whom or What “{0}” Names Here', here.words),
    );
    if (picked === undefined) return;
    if ('entity' in picked) return this.decide(here, picked.entity);
    const made = await this.create(here, { name: picked.create });
    if (made) await this.decide(here, made.id, made.name);
  }

  /** The words name what was recognised. A name that no list holds is made an entity. */
  async confirm(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, true);
    if (!here) return;
    const { mention } = here;
    if (!mention) return this.tagging.say(vscode.l10n.t('No mention here.'));
    if (mention.entity !== undefined) return this.decide(here, mention.entity);
    await this.addNamed(here, { ...argument, type: argument.type ?? mention.type });
  }

  private async decide(here: SubjectHere, entity: string, name?: string): Promise<void> {
    const known = here.read.corpus.gazetteer.entities.get(entity);
    if (!known && name === undefined) return;
    await decideMention(here, entity, this.annotations, this.author);
    this.tagging.say(vscode.l10n.t('“{0}” names {1} here.', here.words, known?.name ?? name ?? entity));
  }

  private async addNamed(here: SubjectHere, argument: TeachArgument): Promise<void> {
    const made = await this.create(here, argument);
    if (made) await withdrawOthers(here, made.id, this.annotations);
  }

  /** Writes a new entity, which has the words as a name; undefined when the person went away. */
  private async create(here: SubjectHere, argument: TeachArgument): Promise<Entity | undefined> {
    const { corpus } = here.read;
    const name = argument.name ?? (await askName(here.words));
    if (name === undefined || name.trim() === '') return undefined;
    const type = argument.type ?? (await askType(here.mention?.type, corpus.gazetteer.entities));
    if (type === undefined) return undefined;
    const entity = newEntity(name, type, corpus.gazetteer.entities, [here.words]);
    const label = vscode.l10n.t('Add {0}', entity.name);
    if (!(await teachGazetteer(corpus, { added: [entity], aliases: [] }, label))) return undefined;
    this.tagging.say(vscode.l10n.t('{0} is in {1} now.', entity.name, gazetteerName(corpus)));
    return entity;
  }

  private async pick(
    here: SubjectHere,
    { entity }: TeachArgument,
    title: string,
  ): Promise<{ readonly entity: string } | { readonly create: string } | undefined> {
    const { gazetteer } = here.read.corpus;
    if (entity !== undefined) return gazetteer.entities.has(entity) ? { entity } : undefined;
    return pickEntity({
      title,
      entities: gazetteer.entities,
      candidates: candidatesFor(here),
      date: here.read.release.metadata.date,
      words: here.words,
    });
  }

  private async here({ span }: TeachArgument, isAboutMention: boolean): Promise<SubjectHere | undefined> {
    const editor = this.tagging.editor();
    if (!editor) return undefined;
    const { document } = editor;
    const read = await this.releases.read(document);
    const here = subjectHere(document, read, span ?? toSpan(document, editor.selection), isAboutMention);
    if (!here) this.tagging.say(vscode.l10n.t('Put the cursor on a name, or select one.'));
    return here;
  }
}

/** Whom the words may name: what they could mean as well, what was recognised, and names that sound alike. */
export function candidatesFor({ mention, words, read }: SubjectHere): readonly string[] {
  const similar = similarPersons(words, read.corpus.gazetteer).map(({ id }) => id);
  const recognised = mention?.entity === undefined ? [] : [mention.entity];
  return [...new Set([...(mention?.alternatives ?? []), ...recognised, ...similar])].slice(0, 8);
}

async function askName(words: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Add as Entity'),
    prompt: vscode.l10n.t('Full name. What was selected becomes another name where it differs.'),
    value: words,
  });
}

async function askType(
  likely: string | undefined,
  entities: ReadonlyMap<string, Entity>,
): Promise<string | undefined> {
  const used = new Set<string>(entityTypes.filter((type) => type !== 'date'));
  for (const { type } of entities.values()) used.add(type);
  const types = [...used].sort((a, b) => Number(b === likely) - Number(a === likely));
  const items = types.map((type) => ({ label: typeName(type), type }));
  const title = vscode.l10n.t('What Is It?');
  return (await vscode.window.showQuickPick(items, { title }))?.type;
}
