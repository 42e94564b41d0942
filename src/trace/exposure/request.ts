import { AnodeErrors, badInput, type AnodeError } from '../../errors';
import type { GraphModel } from '../../model';
import { checkPageSize, defaultPageSize } from '../../plan';
import { checkKnown } from '../known';
import { checkCount } from '../neighborhood';
import { budgetOf, type Place } from '../place';
import { checkBudget, checkKinds, type Budget } from '../request';

type ExposureMeasure = 'CAPACITY' | 'PLANTS' | 'CELL_SUPPLY' | 'MATERIAL';
type Attribution = 'HEADQUARTERS' | 'LOCATION';
export type ExposurePart = 'EXPOSED' | 'REST' | 'UNKNOWN';

/** The arguments of `exposure` as the schema coerces them; one that was left out is missing or null. */
export interface ExposureArguments {
  readonly of: readonly string[];
  readonly to: readonly string[];
  readonly by: ExposureMeasure;
  readonly attribution: Attribution;
  readonly statuses: readonly string[];
  readonly makes?: readonly string[] | null;
  readonly materials?: readonly string[] | null;
  readonly at?: string | null;
  readonly parts?: readonly ExposurePart[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly budget?: Partial<Budget> | null;
}

export interface ExposureRequest {
  /** By the names of their kinds: corporations, countries and partnerships, each id once. */
  readonly of: Readonly<Record<'Corporation' | 'Country' | 'Partnership', readonly string[]>>;
  readonly to: ReadonlySet<string>;
  readonly by: ExposureMeasure;
  readonly attribution: Attribution;
  readonly statuses: readonly string[];
  /** Products, of which a plant makes one; undefined for whatever it makes, also where nobody says. */
  readonly makes: readonly string[] | undefined;
  /** For MATERIAL, only these; undefined for those that are needed. */
  readonly materials: readonly string[] | undefined;
  /** PartialDate */
  readonly at: string | undefined;
  /** The parts whose contributions are listed; undefined for all. */
  readonly parts: readonly ExposurePart[] | undefined;
  readonly first: number;
  readonly budget: Budget;
}

const mostIds = 100;

/** Whom the parts can be of. A partnership is supplied with nothing of its own. */
const kindsOf: Readonly<Record<ExposureMeasure, readonly string[]>> = {
  CAPACITY: ['Corporation', 'Country', 'Partnership'],
  PLANTS: ['Corporation', 'Country', 'Partnership'],
  CELL_SUPPLY: ['Corporation', 'Country'],
  MATERIAL: ['Corporation', 'Country', 'Partnership'],
};

/** Throws AnodeErrors for arguments that cannot be meant and for ids that are not there. */
export async function requestOf(place: Place, args: ExposureArguments): Promise<ExposureRequest> {
  const { model, store, limits, path } = place;
  const [of, to] = [[...new Set(args.of)].toSorted(), [...new Set(args.to)].toSorted()];
  const budget = budgetOf(args.budget);
  const { statuses } = args;
  const makes = args.makes ?? undefined;
  const parts = args.parts ?? undefined;
  const materials = args.materials ? [...new Set(args.materials)].toSorted() : undefined;
  const errors = [
    ...checkCount(`${path}.of`, of, 1, mostIds),
    ...checkCount(`${path}.to`, to, 1, mostIds),
    ...checkKinds(model, `${path}.of`, of, kindsOf[args.by]),
    ...checkKinds(model, `${path}.to`, to, ['Country']),
    ...[...Object.entries({ statuses, makes, parts, materials })].flatMap(([name, list]) =>
      list?.length === 0 ? badInput(`${path}.${name}`, 'is empty', [], 'at least one') : [],
    ),
    ...checkMaterials(model, path, args),
    ...checkBudget(path, budget),
  ];
  if (errors.length > 0) throw new AnodeErrors(errors);
  const first = checkPageSize(`${path}.first`, args.first ?? defaultPageSize, limits);
  await checkKnown(store, {
    [`${path}.of`]: of,
    [`${path}.to`]: to,
    [`${path}.materials`]: materials,
  });
  const ofKind = (name: string): string[] => of.filter((id) => model.kindOfId(id)!.name === name);
  return {
    of: {
      Corporation: ofKind('Corporation'),
      Country: ofKind('Country'),
      Partnership: ofKind('Partnership'),
    },
    to: new Set(to),
    by: args.by,
    attribution: args.attribution,
    statuses,
    makes,
    materials,
    at: args.at ?? undefined,
    parts,
    first,
    budget,
  };
}

/** Whose the mines are nobody states. */
function* checkMaterials(
  model: GraphModel,
  path: string,
  { by, attribution, materials }: ExposureArguments,
): Iterable<AnodeError> {
  if (by === 'MATERIAL' && attribution !== 'LOCATION')
    yield badInput(`${path}.attribution`, `is ${attribution} for MATERIAL`, attribution, 'LOCATION');
  if (!materials) return;
  if (by !== 'MATERIAL')
    yield badInput(
      `${path}.materials`,
      `is given, but by is ${by}`,
      materials,
      'materials with MATERIAL alone',
    );
  if (materials.length > mostIds)
    yield badInput(
      `${path}.materials`,
      `has ${String(materials.length)} ids`,
      materials.length,
      `1 to ${String(mostIds)}`,
    );
  yield* checkKinds(model, `${path}.materials`, materials, ['Material']);
}
