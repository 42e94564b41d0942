import type { GraphModel, NodeType, PropertyDeclaration } from '../../model';
import type { Measure, MeasuringFunction } from '../../plan';
import { familyOf } from '../schema/families';
import type { PlanDraft } from './draft';
import { Measuring, nodesOf } from './measuring';
import { onlyEntry } from './only-entry';
import { settledBy } from './units';
import type { Values } from './variable-shape';
import { planWhere } from './where';

interface PlannedMeasure {
  readonly measured: Pick<Measure, 'where' | 'measurement'>;
  readonly type: PropertyDeclaration['type'];
  /** `sum.capacity`; with a condition, `sum.capacity where`. */
  readonly name: string;
  readonly direction: unknown;
}

/** What `{sum: {capacity: DESC}, where: {…}}` orders by. Throws for more or less than one figure, and for mixed units. */
export function planMeasure(
  context: { readonly model: GraphModel; readonly draft: PlanDraft },
  target: NodeType,
  { where, ...key }: Values,
  argument: string,
): PlannedMeasure {
  const nodes = nodesOf(target);
  const measuring = new Measuring(nodes, settledBy(nodes, where));
  const [name, value] = onlyEntry(key, argument);
  const condition = planWhere(context, target, where, `${argument}.where`);
  const suffix = condition === undefined ? '' : ' where';
  const planned = (
    type: PropertyDeclaration['type'],
    spelled: string,
    direction: unknown,
  ): PlannedMeasure => ({
    measured: { where: condition, measurement: measuring.measurements[0]! },
    type,
    name: `${spelled}${suffix}`,
    direction,
  });
  if (name === 'count') {
    measuring.count();
    return planned('int', name, value);
  }
  const place = `${argument}.${name}`;
  const [property, direction] = onlyEntry(value as Values, place);
  const kind = name as MeasuringFunction;
  measuring.take(kind, property, `${place}.${property}`);
  return planned(familyOf(kind).figureOf(target.property(property)!).type, `${name}.${property}`, direction);
}
