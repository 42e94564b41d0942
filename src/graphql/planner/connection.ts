import type { Citation, Edge } from '../../model';
import type { Cite, ConnectionField, ConnectionShape, EdgeField, Listing, PageInfoField } from '../../plan';
import { LevelDraft } from './draft';
import { planListing } from './listing';
import { fieldsBelow, typeNameOf, type PlanObject, type SelectedField, type Selecting } from './selecting';
import type { Values } from './variable-shape';

interface Connection {
  readonly args: Values;
  /** Its name, which its cursors are bound to. */
  readonly name: string;
  /** The type of it in the schema. */
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
  const wants = {
    page: fields.some(({ name }) => name !== 'totalCount' && name !== '__typename'),
    count: fields.some(({ name }) => name === 'totalCount'),
  };
  const { args, name } = connection;
  const { listing, identity } = planListing(context, target.type, args, wants, name, field.path);
  const cursorProperties = listing.order.map((key) => key.property);
  for (const property of cursorProperties) target.read(property);
  const planner = new ConnectionPlanner(context, target, connection);
  const shape: ConnectionShape = {
    identity,
    cursorProperties,
    level: target.id,
    limit: listing.page?.limit,
    after: listing.page?.after !== undefined,
    fields: fields.map((selected) => planner.field(selected)),
  };
  return { listing, shape, properties: planner.properties, citations: planner.citations };
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

  private edgeFields(field: SelectedField, typeName: string): EdgeField[] {
    return fieldsBelow(this.context, field).map((own) =>
      own.name === '__typename' ? { kind: 'typename', key: own.key, name: typeName } : this.edgeField(own),
    );
  }

  private edgeField(field: SelectedField): EdgeField {
    const { key, name } = field;
    if (name === 'node')
      return { kind: 'node', key, object: this.connection.planObject(this.context, this.target, field) };
    if (name === 'cursor') return { kind: 'cursor', key };
    const citation = this.connection.edge?.citations.find((candidate) => candidate.name === name);
    if (citation !== undefined) return this.citation(field, citation);
    const property = this.connection.edge!.properties.find((candidate) => candidate.name === name)!;
    this.read(name);
    return { kind: 'property', key, property };
  }

  private citation(field: SelectedField, { target, property }: Citation): EdgeField {
    const level = new LevelDraft(this.context.draft, this.context.model.type(target), field.path);
    const object = this.connection.planObject(this.context, level, field);
    this.read(property);
    this.citations.push({ kind: 'cite', property, level: level.finish() });
    return { kind: 'citation', key: field.key, property, object };
  }

  private read(property: string): void {
    if (!this.properties.includes(property)) this.properties.push(property);
  }
}
