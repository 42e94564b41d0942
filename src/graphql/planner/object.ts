import { aggregateField, edgeField, shorthandsOf, type NodeKind, type Relation } from '../../model';
import type { FieldShape, ObjectShape, Variant } from '../../plan';
import { planAggregate } from './aggregate';
import { planCitation } from './citation';
import { planComposite } from './composite';
import { planConnection, planEdge } from './connection';
import { LevelDraft } from './draft';
import {
  argumentsOf,
  fieldsBelow,
  stepOf,
  typeNameOf,
  type SelectedField,
  type Selecting,
} from './selecting';
import { writtenOut } from './shorthands';

/** What is selected of the nodes of a level: read into the level, and laid out in a shape. */
export function planObject(context: Selecting, level: LevelDraft, field: SelectedField): ObjectShape {
  const groups = new Map<string, { kinds: NodeKind[]; fields: SelectedField[] }>();
  for (const name of level.type.kinds) {
    const kind = context.model.type(name) as NodeKind;
    const fields = fieldsBelow(context, field, (type) => type === name || kind.interfaces.includes(type));
    const signature = signatureOf(fields);
    const group = groups.get(signature);
    if (group === undefined) groups.set(signature, { kinds: [kind], fields });
    else group.kinds.push(kind);
  }
  const variants = [...groups.values()].map(({ kinds, fields }): Variant => ({
    kinds: kinds.map((kind) => kind.name),
    fields: fields.flatMap(
      (selected) => context.draft.attempt(() => planField(context, level, kinds, selected)) ?? [],
    ),
  }));
  return { level: level.id, variants };
}

/** Kinds of which the very same fields of the document are selected share a variant, and so its expansions. */
function signatureOf(fields: readonly SelectedField[]): string {
  return fields.map(({ key, nodes }) => `${key}@${nodes.map((node) => node.loc?.start).join('+')}`).join();
}

function planField(
  context: Selecting,
  level: LevelDraft,
  kinds: readonly NodeKind[],
  field: SelectedField,
): FieldShape {
  const { key, name } = field;
  if (name === '__typename') return { kind: 'typename', key };
  const [kind] = kinds as [NodeKind, ...NodeKind[]];
  const property = kind.property(name);
  if (property !== undefined) {
    level.read(name);
    return { kind: 'property', key, property };
  }
  const composite = planComposite(context, kind.properties, field, (part) => {
    level.read(part);
  });
  if (composite !== undefined) return composite;
  const citation = kind.citations.find((own) => own.name === name);
  if (citation !== undefined) {
    const { cite, shape } = planCitation(context, citation, field, {}, planObject);
    level.cite(cite);
    return shape;
  }
  const from = kinds.length === level.type.kinds.length ? undefined : kinds.map((each) => each.name);
  const relation = kind.relation(name);
  if (relation === undefined) {
    const one = kind.relations.find((own) => edgeField(own) === name);
    return one === undefined
      ? planToManyAggregate(context, level, kind, from, field)
      : planEdgeToOne(context, level, kind, one, from, field);
  }
  return relation.many
    ? planToMany(context, level, kind, relation, from, field)
    : planToOne(context, level, relation, from, field);
}

type Kinds = readonly string[] | undefined;

function planToOne(
  context: Selecting,
  level: LevelDraft,
  relation: Relation,
  from: Kinds,
  field: SelectedField,
): FieldShape {
  const target = new LevelDraft(context.draft, context.model.type(relation.target), field.path);
  const object = planObject(context, target, field);
  const id = context.draft.nextId();
  const edge = stepOf(context.model, relation);
  const none = { properties: [], listing: undefined, citations: [] };
  level.expand({ kind: 'expand', id, from, edge, ...none, level: target.finish() });
  return { kind: 'one', key: field.key, expand: id, object };
}

function planEdgeToOne(
  context: Selecting,
  level: LevelDraft,
  owner: NodeKind,
  relation: Relation,
  from: Kinds,
  field: SelectedField,
): FieldShape {
  const target = new LevelDraft(context.draft, context.model.type(relation.target), field.path);
  const typeName = typeNameOf(context, owner.name, field.name);
  const of = { args: {}, name: field.name, typeName, edge: relation.edge, planObject };
  const { fields, ...read } = planEdge(context, target, field, of);
  const id = context.draft.nextId();
  const edge = stepOf(context.model, relation);
  level.expand({ kind: 'expand', id, from, edge, listing: undefined, ...read, level: target.finish() });
  return { kind: 'edge', key: field.key, expand: id, fields };
}

function planToMany(
  context: Selecting,
  level: LevelDraft,
  owner: NodeKind,
  relation: Relation,
  from: Kinds,
  field: SelectedField,
): FieldShape {
  const target = new LevelDraft(context.draft, context.model.type(relation.target), field.path);
  const { listing, shape, properties, citations } = planConnection(context, target, field, {
    args: writtenOut(shorthandsOf(context.model, relation), argumentsOf(context, owner.name, field)),
    name: `${relation.owner}.${relation.name}`,
    typeName: typeNameOf(context, owner.name, relation.name),
    edge: relation.edge,
    planObject,
  });
  const id = context.draft.nextId();
  const edge = stepOf(context.model, relation);
  level.expand({ kind: 'expand', id, from, edge, properties, listing, citations, level: target.finish() });
  return { kind: 'many', key: field.key, expand: id, connection: shape };
}

function planToManyAggregate(
  context: Selecting,
  level: LevelDraft,
  owner: NodeKind,
  from: Kinds,
  field: SelectedField,
): FieldShape {
  const relation = owner.relations.find(({ name }) => aggregateField(name) === field.name)!;
  const target = context.model.type(relation.target);
  const args = argumentsOf(context, owner.name, field);
  const typeName = typeNameOf(context, owner.name, field.name);
  const along = { from, edge: stepOf(context.model, relation) };
  const { aggregate, shape } = planAggregate(context, target, args, field, typeName, along);
  level.aggregate(aggregate);
  return { kind: 'aggregate', key: field.key, aggregate: shape };
}
