import { shorthandsOf, type Citation } from '../../model';
import type { Cite, CitationShape } from '../../plan';
import { LevelDraft } from './draft';
import { stepOf, type PlanObject, type SelectedField, type Selecting } from './selecting';
import { writtenOut } from './shorthands';
import type { Values } from './variable-shape';
import { planWhere } from './where';

interface PlannedCitation {
  readonly cite: Cite;
  readonly shape: CitationShape;
}

/** The nodes that a property lists the ids of, or that a relation of these leads to, and what is selected of them. */
export function planCitation(
  context: Selecting,
  citation: Citation,
  field: SelectedField,
  args: Values,
  planObject: PlanObject,
): PlannedCitation {
  const { draft, model } = context;
  const { target, property, through } = citation;
  const level = new LevelDraft(draft, model.type(target), field.path);
  const object = planObject(context, level, field);
  const { where } = writtenOut(shorthandsOf(model, { target, many: true }), args);
  const first = args['first'] ?? undefined;
  const after = args['after'] ?? undefined;
  const shape = {
    kind: 'citation',
    key: field.key,
    property,
    object,
    after: after === undefined ? undefined : draft.value(after),
    limit: first === undefined ? undefined : draft.limit(first, `${field.path}.first`, 0),
  } as const;
  if (through === undefined) {
    const fitting = planWhere(context, level.type, where, field.path);
    const cite = { kind: 'cite', property, where: fitting, level: level.finish() } as const;
    return { cite, shape: { ...shape, through: undefined } };
  }
  const listed = new LevelDraft(draft, model.type(through.type), field.path);
  const edge = stepOf(model, listed.type.relation(through.relation)!);
  const id = draft.nextId();
  const none = { from: undefined, properties: [], listing: undefined, citations: [] };
  listed.expand({ kind: 'expand', id, edge, ...none, level: level.finish() });
  return {
    cite: { kind: 'cite', property, where: undefined, level: listed.finish() },
    shape: { ...shape, through: id },
  };
}
