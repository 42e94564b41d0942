import { printRead } from '../cypher';
import { searchedKinds, type GraphModel, type NodeKind, type Relation } from '../model';
import { bareExpand, bareLevel, columns, planByIds, type EdgeStep, type Expand, type Plan } from '../plan';
import type { GraphStore, Row } from '../store';
import { textsIn, textsOf, type NodeText } from './texts';

type Reads = Pick<GraphStore, 'read'>;

/** A relation that is read with nodes: the names at its ends are texts of theirs, or a property there is. */
interface Read {
  /** The kinds that it starts from. */
  readonly from: readonly NodeKind[];
  readonly edge: Omit<EdgeStep, 'exclusive'>;
  readonly target: string;
  /** The property at its end that is the text. */
  readonly property: string;
  /** What the text is of the nodes that it starts from. */
  readonly as: Pick<NodeText, 'property' | 'role'>;
}

/** A relation whose ends are found with the nodes it starts from. */
interface Led {
  readonly from: NodeKind;
  readonly relation: Relation;
}

/** Reads the texts of nodes, by statements that are made once for a model. */
export class TextReader {
  private readonly properties: readonly string[];
  private readonly reads: readonly Read[];
  private readonly led: readonly Led[];
  private readonly textStatement: string;
  private readonly ledStatement: string;

  constructor(private readonly model: GraphModel) {
    const kinds = searchedKinds(model);
    const searched = kinds.flatMap((from) => from.searched.map((own) => ({ from, ...own })));
    this.properties = [
      ...new Set(
        searched.filter(({ from, name }) => name !== 'id' && from.property(name)).map(({ name }) => name),
      ),
    ];
    this.led = searched.flatMap(({ from, also }) =>
      also === undefined ? [] : [{ from, relation: from.relation(also)! }],
    );
    this.reads = [
      ...searched.flatMap(({ from, name, role }) => {
        const relation = from.relation(name);
        return relation === undefined ? [] : [alongTo(from, relation, { property: name, role })];
      }),
      ...searched.flatMap(({ from, name, role, also }) =>
        also === undefined ? [] : [this.backFrom(from, from.relation(also)!, { property: name, role })],
      ),
    ];
    this.textStatement = printRead(planOf(this.properties, this.reads));
    this.ledStatement = printRead(
      planOf(
        [],
        this.led.map(({ from, relation }) => alongTo(from, relation, { property: 'id', role: 'NAME' })),
      ),
    );
  }

  /** The kinds that lead to nodes of some kinds, which are then found by what these say. */
  kindsLeadingTo(kinds: readonly NodeKind[]): readonly NodeKind[] {
    const names = new Set(kinds.map(({ name }) => name));
    return this.led
      .filter(({ relation }) => this.model.type(relation.target).kinds.some((name) => names.has(name)))
      .map(({ from }) => from);
  }

  /** The ids of what nodes lead to that are found with them. */
  async ledTo(store: Reads, ids: readonly string[]): Promise<readonly string[]> {
    const leading = ids.filter((id) => this.led.some(({ from }) => this.model.kindOfId(id) === from));
    if (leading.length === 0) return [];
    const [row] = await store.read({ text: this.ledStatement, parameters: { ids: leading } });
    return this.led.flatMap((_, at) => edgesIn(row!, at).map(([, to]) => to));
  }

  /** The texts of nodes by their ids; ids that are not there are left out. */
  async texts(store: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, readonly NodeText[]>> {
    if (ids.length === 0) return new Map();
    const [row] = await store.read({ text: this.textStatement, parameters: { ids } });
    const texts = new Map<string, NodeText[]>();
    for (const [id, ...values] of row![columns.nodes(1)] as readonly (readonly [string, ...unknown[]])[]) {
      const kind = this.model.kindOfId(id)!;
      texts.set(
        id,
        textsOf(kind, (name) => (name === 'id' ? [id] : textsIn(values[this.properties.indexOf(name)]))),
      );
    }
    this.reads.forEach(({ as }, at) => {
      const ends = new Map(
        (row![columns.nodes(levelOf(at))] as readonly (readonly [string, unknown])[]).map(([id, text]) => [
          id,
          textsIn(text),
        ]),
      );
      for (const [from, to] of edgesIn(row!, at))
        for (const text of ends.get(to) ?? []) texts.get(from)?.push({ ...as, written: text });
    });
    return texts;
  }

  private backFrom(from: NodeKind, relation: Relation, as: Read['as']): Read {
    return {
      from: this.model.type(relation.target).kinds.map((name) => this.model.type(name) as NodeKind),
      edge: { type: relation.edge.type, direction: 'in' },
      target: from.name,
      property: as.property,
      as,
    };
  }
}

const alongTo = (from: NodeKind, { edge, target }: Relation, as: Read['as']): Read => ({
  from: [from],
  edge: { type: edge.type, direction: 'out' },
  target,
  property: 'name',
  as,
});

const levelOf = (at: number): number => at + 2;
const expandOf = (at: number): number => at + 1_000;

const edgesIn = (row: Row, at: number): readonly (readonly [string, string])[] =>
  row[columns.edges(expandOf(at))] as readonly (readonly [string, string])[];

/** The plan that reads nodes by their ids and, at the ends of relations, a property each. */
function planOf(properties: readonly string[], reads: readonly Read[]): Plan {
  const expands = reads.map(({ from, edge, target, property }, at): Expand => {
    // The id is always read.
    const level = bareLevel(levelOf(at), target, property === 'id' ? [] : [property]);
    return { ...bareExpand(expandOf(at), edge, level), from: from.map(({ name }) => name) };
  });
  return planByIds({ ...bareLevel(1, 'Entity', properties), expands });
}
