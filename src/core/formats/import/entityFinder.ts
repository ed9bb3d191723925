import type { Entity } from '../../recognition/entity';
import type { ReadEntity } from '../format';
import { slug } from '../slug';

/** Types that the recogniser works out of the words themselves; no list is to name each of them. */
const computed = new Set(['date', 'role']);

/** Finds the entity that another tool speaks of, and makes those that no gazetteer has. */
export class EntityFinder {
  private readonly byWikidata = new Map<string, Entity>();
  private readonly byName = new Map<string, Entity[]>();
  private readonly made = new Map<string, Entity>();
  private readonly ids: Set<string>;

  constructor(
    private readonly known: ReadonlyMap<string, Entity>,
    brought: readonly Entity[],
  ) {
    this.ids = new Set([...known.keys(), 'none']);
    for (const entity of known.values()) this.learn(entity);
    this.brought = new Map(brought.map((entity) => [entity.id, entity]));
  }

  private readonly brought: ReadonlyMap<string, Entity>;

  /**
   * Id of the entity by id, Wikidata item, or name; made where there is none. Undefined where several have the name, or
   * where its type is one that is worked out (dates, roles).
   */
  find(entity: ReadEntity, quote: string): string | undefined {
    if (entity.none === true) return 'none';
    const own = entity.id;
    if (own !== undefined && (this.known.has(own) || this.made.has(own))) return own;
    const byWikidata = entity.wikidata === undefined ? undefined : this.byWikidata.get(entity.wikidata);
    if (byWikidata !== undefined) return byWikidata.id;
    const name = (entity.name ?? quote).replace(/\s+/g, ' ').trim();
    if (own === undefined && entity.wikidata === undefined) {
      const named = (this.byName.get(name) ?? []).filter(
        ({ type }) => entity.type === undefined || type === entity.type,
      );
      if (named.length === 1) return named[0]!.id;
      if (named.length > 1 || computed.has(entity.type ?? '') || name === '') return undefined;
    }
    return this.make(entity, name).id;
  }

  newEntities(): readonly Entity[] {
    return [...this.made.values()];
  }

  private make(entity: ReadEntity, name: string): Entity {
    const brought = entity.id === undefined ? undefined : this.brought.get(entity.id);
    const hasId = entity.id !== undefined && /^[a-z0-9-]+$/.test(entity.id) && !this.ids.has(entity.id);
    const wikidata = entity.wikidata ?? brought?.wikidata;
    const made: Entity = {
      id: hasId ? entity.id! : slug(name, this.ids, 'entity'),
      type: entity.type ?? brought?.type ?? 'entity',
      name: brought?.name ?? name,
      aliases: [],
      offices: [],
      ...(wikidata !== undefined && { wikidata }),
    };
    this.ids.add(made.id);
    this.made.set(made.id, made);
    this.learn(made);
    return made;
  }

  private learn(entity: Entity): void {
    if (entity.wikidata !== undefined) this.byWikidata.set(entity.wikidata, entity);
    for (const name of new Set([entity.name, ...entity.aliases])) {
      const list = this.byName.get(name);
      if (list === undefined) this.byName.set(name, [entity]);
      else list.push(entity);
    }
  }
}
