import * as vscode from 'vscode';
import { noEntity } from '../../core/corpus/decisions';
import type { Entity } from '../../core/recognition/entity';
import { guessType } from '../../core/recognition/guessType';
import { newEntity } from '../../core/recognition/newEntity';
import { similarPersons } from '../../core/recognition/suggest';
import type { AnnotatedReleases } from '../annotation/annotatedReleases';
import type { Author } from '../annotation/author';
import type { Tagging } from '../annotation/tagging';
import type { Releases } from '../release/releases';
import { toSpan } from '../support/ranges';
import { decideMention, withdrawOthers } from './decideMention';
import { pickEntity } from './entityPicker';
import { gazetteerName, teachGazetteer, type Lesson } from './gazetteerWriter';
import { askNewEntity } from './newEntityPrompt';
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
    const known = here.read.corpus.gazetteer.entities.get(entity);
    if (!known) return;
    await this.act(here, async () => {
      if (known.name === here.words || known.aliases.includes(here.words)) {
        this.tagging.say(vscode.l10n.t('“{0}” is a name of {1} already.', here.words, known.name));
      } else {
        const label = vscode.l10n.t('Alias of {0}', known.name);
        const lesson = { added: [], aliases: [{ entity, alias: here.words }] };
        if (!(await this.teach(here, lesson, label))) return;
        this.tagging.say(vscode.l10n.t('“{0}” is a name of {1} now.', here.words, known.name));
      }
      await withdrawOthers(here, entity, this.annotations);
    });
  }

  /** The words name nothing, here. */
  async reject(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, true);
    if (!here) return;
    if (!here.mention) return this.tagging.say(vscode.l10n.t('No mention here.'));
    await this.act(here, () => decideMention(here, noEntity, this.annotations, this.author));
    this.tagging.say(vscode.l10n.t('“{0}” counts as no entity here.', here.words));
  }

  /** The words name an entity that a person chooses, here. */
  async link(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, false);
    if (!here) return;
    const title = vscode.l10n.t('Whom or What “{0}” Names Here', here.words);
    const picked = await this.pick(here, argument, title);
    if (picked === undefined) return;
    if ('entity' in picked) return this.act(here, () => this.decide(here, picked.entity));
    const entity = await this.asked(here, { name: picked.create }, false);
    if (!entity) return;
    await this.act(here, async () => {
      if (await this.write(here, entity)) await this.decide(here, entity.id, entity.name);
    });
  }

  /** The words name what was recognised. A name that no list holds is made an entity. */
  async confirm(argument: TeachArgument): Promise<void> {
    const here = await this.here(argument, true);
    if (!here) return;
    const { mention } = here;
    if (!mention) return this.tagging.say(vscode.l10n.t('No mention here.'));
    const { entity } = mention;
    if (entity !== undefined) return this.act(here, () => this.decide(here, entity));
    await this.addNamed(here, { ...argument, type: argument.type ?? mention.type });
  }

  private async decide(here: SubjectHere, entity: string, name?: string): Promise<void> {
    const known = here.read.corpus.gazetteer.entities.get(entity);
    if (!known && name === undefined) return;
    await decideMention(here, entity, this.annotations, this.author);
    this.tagging.say(vscode.l10n.t('“{0}” names {1} here.', here.words, known?.name ?? name ?? entity));
  }

  private async addNamed(here: SubjectHere, argument: TeachArgument): Promise<void> {
    const entity = await this.asked(here, argument, true);
    if (!entity) return;
    await this.act(here, async () => {
      if (await this.write(here, entity)) await withdrawOthers(here, entity.id, this.annotations);
    });
  }

  /** A new entity, as far as it isn't given asked for in one list; with the words as a name. Undefined when the person went away. */
  private async asked(
    here: SubjectHere,
    { name, type }: TeachArgument,
    isNamedSo: boolean,
  ): Promise<Entity | undefined> {
    const { entities } = here.read.corpus.gazetteer;
    const asked =
      name !== undefined && type !== undefined
        ? { name, type }
        : await askNewEntity({ name: name ?? here.words, type: type ?? typeOf(here), entities });
    if (!asked) return undefined;
    return newEntity(asked.name, asked.type, entities, isNamedSo ? [here.words] : []);
  }

  private async write(here: SubjectHere, entity: Entity): Promise<boolean> {
    const label = vscode.l10n.t('Add {0}', entity.name);
    if (!(await this.teach(here, { added: [entity], aliases: [] }, label))) return false;
    this.tagging.say(vscode.l10n.t('{0} is in {1} now.', entity.name, gazetteerName(here.read.corpus)));
    return true;
  }

  private async teach(here: SubjectHere, lesson: Lesson, label: string): Promise<boolean> {
    const step = await teachGazetteer(here.read.corpus, lesson, label);
    if (step) (await this.annotations.of(here.document))?.acts.add(step);
    return step !== undefined;
  }

  /** What a person does at once, in its turn among keys, and undoes at once. */
  private async act(here: SubjectHere, act: () => Promise<void>): Promise<void> {
    await this.tagging.turns.take(async () => {
      const release = await this.annotations.of(here.document);
      await (release ? release.acts.asOne(act) : act());
    });
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
      here: here.read.mentions.flatMap((mention) => mention.entity ?? []),
      type: typeOf(here),
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

function typeOf({ read, span, mention }: SubjectHere): string {
  const { release, mentions, corpus } = read;
  return mention?.type ?? guessType(release, span, mentions, corpus.gazetteer);
}
