import type { Citation, Edge } from '../../model';
import {
  computedTerms,
  nameOf,
  type Cite,
  type ConnectionField,
  type ConnectionShape,
  type CursorValue,
  type EdgeField,
  type Listing,
  type OrderKey,
  type PageInfoField,
} from '../../plan';
import { planCitation } from './citation';
import { planComposite } from './composite';
import type { LevelDraft } from './draft';
import { planListing, type Listed } from './listing';
import { directionOf } from './page';
import {
  argumentsOf,
  fieldsBelow,
  typeNameOf,
  type PlanObject,
  type SelectedField,
  type Selecting,
} from './selecting';
import type { Values } from './variable-shape';

interface Connection {
  readonly args: Values;
  /** Its name, which its cursors are bound to. */
  readonly name: string;
  /** The type of it in the schema; of the edge of a relation to one, its own. */
  readonly typeName: string;
  /** The edge that its edges stand for; those of a root field stand for none. */
  readonly edge: Edge | undefined;
  /** Plans what is selected of its nodes. */
  readonly planObject: PlanObject;
}

interface PlannedConnection {
  readonly listing: Listing;
  readonly shape: ConnectionShape;
  /** Properties of the edge to read. */
  readonly properties: readonly string[];
  readonly citations: readonly Cite[];
}

/** A connection over the nodes of `target`. */
export function planConnection(
  context: Selecting,
  target: LevelDraft,
  field: SelectedField,
  connection: Connection,
): PlannedConnection {
  const fields = fieldsBelow(context, field);
  const { args, name, edge } = connection;
  const ahead = readsAhead(context, fields, args) ? 1 : 0;
  const listed: Listed = {
    type: target.type,
    edge,
    connection: name,
    page: fields.some((own) => own.name !== 'totalCount' && own.name !== '__typename'),
    count: fields.some((own) => own.name === 'totalCount'),
    ahead,
  };
  const { listing, identity } = planListing(context, listed, args, field.path);
  const { order, page } = listing;
  const planner = new ConnectionPlanner(context, target, connection);
  const shape: ConnectionShape = {
    identity,
    cursorValues: planner.cursorValues(order),
    level: target.id,
    page: page && {
      limit: page.limit,
      ahead,
      direction: page.direction,
      hasCursor: page.cursor !== undefined,
    },
    fields: fields.map((selected) => planner.field(selected)),
  };
  return { listing, shape, properties: planner.properties, citations: planner.citations };
}

/** What is selected of the edge of a relation to one, and what is to be read of it. */
export function planEdge(
  context: Selecting,
  target: LevelDraft,
  field: SelectedField,
  connection: Connection,
): { readonly fields: readonly EdgeField[] } & Pick<PlannedConnection, 'properties' | 'citations'> {
  const planner = new ConnectionPlanner(context, target, connection);
  const fields = planner.edgeFields(field, connection.typeName);
  return { fields, properties: planner.properties, citations: planner.citations };
}

/** Whether it is asked if there is more where the page is heading. */
function readsAhead(context: Selecting, fields: readonly SelectedField[], args: Values): boolean {
  const tells = directionOf(args) === 'forward' ? 'hasNextPage' : 'hasPreviousPage';
  return fields
    .filter(({ name }) => name === 'pageInfo')
    .some((info) => fieldsBelow(context, info).some(({ name }) => name === tells));
}

/** Walks the selection of a connection and gathers what is to be read of its edges. */
class ConnectionPlanner {
  readonly properties: string[] = [];
  readonly citations: Cite[] = [];

  constructor(
    private readonly context: Selecting,
    private readonly target: LevelDraft,
    private readonly connection: Connection,
  ) {}

  /** Has read what the cursors of an order are made of. */
  cursorValues(order: readonly OrderKey[]): CursorValue[] {
    const computed = computedTerms(order);
    return order.map(({ by }) => {
      switch (by.kind) {
        case 'property':
          this.target.read(nameOf(by.property));
          return { kind: 'node', property: nameOf(by.property) };
        case 'edge':
          this.read(nameOf(by.property));
          return { kind: 'edge', property: nameOf(by.property) };
        case 'through':
        case 'measure':
          return { kind: 'computed', at: computed.indexOf(by) };
      }
    });
  }

  field(field: SelectedField): ConnectionField {
    const { key } = field;
    const { typeName } = this.connection;
    if (field.name === '__typename') return { kind: 'typename', key, name: typeName };
    const kind = field.name as Exclude<ConnectionField['kind'], 'typename'>;
    switch (kind) {
      case 'nodes':
        return { kind, key, object: this.connection.planObject(this.context, this.target, field) };
      case 'edges':
        return { kind, key, fields: this.edgeFields(field, typeNameOf(this.context, typeName, kind)) };
      case 'pageInfo': {
        const fields = fieldsBelow(this.context, field);
        return {
          kind,
          key,
          fields: fields.map((own) => ({ key: own.key, name: own.name as PageInfoField['name'] })),
        };
      }
      case 'totalCount':
        return { kind, key };
    }
  }

  edgeFields(field: SelectedField, typeName: string): EdgeField[] {
    return fieldsBelow(this.context, field).map((own) =>
      own.name === '__typename'
        ? { kind: 'typename', key: own.key, name: typeName }
        : this.edgeField(own, typeName),
    );
  }

  private edgeField(field: SelectedField, typeName: string): EdgeField {
    const { key, name } = field;
    if (name === 'node')
      return { kind: 'node', key, object: this.connection.planObject(this.context, this.target, field) };
    if (name === 'cursor') return { kind: 'cursor', key };
    const citation = this.connection.edge?.citations.find((candidate) => candidate.name === name);
    if (citation !== undefined) return this.citation(field, citation, typeName);
    const { properties } = this.connection.edge!;
    const composite = planComposite(this.context, properties, field, (part) => {
      this.read(part);
    });
    if (composite !== undefined) return composite;
    const property = properties.find((candidate) => candidate.name === name)!;
    this.read(name);
    return { kind: 'property', key, property };
  }

  private citation(field: SelectedField, citation: Citation, typeName: string): EdgeField {
    const args = argumentsOf(this.context, typeName, field);
    const { cite, shape } = planCitation(this.context, citation, field, args, this.connection.planObject);
    this.read(citation.property);
    this.citations.push(cite);
    return shape;
  }

  private read(property: string): void {
    if (!this.properties.includes(property)) this.properties.push(property);
  }
}
