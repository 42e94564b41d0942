import type { FoundObject } from '../../plan';
import { reportOf } from '../found';
import { namesOf } from '../names';
import type { Place } from '../place';
import { Spending } from '../spending';
import { summaryOf } from './account';
import { attribute } from './attribution';
import { countedOrNot, isApproximate, type Counted, type LeftOutReason } from './capacity';
import { figuresOf, shownFigures, unitOf } from './figures';
import { keyOf, pageOf } from './listing';
import { requestOf, type ExposureArguments, type ExposureRequest } from './request';
import type { PlantFacts } from './facts';
import { Survey } from './survey';

/** So many of the plants that were left out for a reason are shown. */
const mostLeftOut = 25;

/**
 * How much of what companies, countries and partnerships draw on rests on some countries. Throws AnodeErrors for
 * arguments that cannot be meant and for ids that are not there.
 */
export async function exposure(place: Place, args: ExposureArguments): Promise<FoundObject> {
  const { model, store, path } = place;
  const request = await requestOf(place, args);
  const after = typeof args.after === 'string' ? keyOf(args.after, path) : undefined;
  const spending = new Spending(request.budget);
  const survey = new Survey(model, store, request.at, spending);
  const { plants, whole } = await plantsOf(survey, request);
  const { counted, leftOut } = sorted(await survey.plants(plants), request);
  const operators = counted.flatMap(({ plant }) => plant.operators.map(({ owner }) => owner));
  const companies = await survey.companies(operators);
  const attributing = await attribute(request, counted, companies, whole, store.turn);
  const countries = await namesOf(store, [...request.to]);
  const nameOf = (id: string): string => countries.get(id) ?? survey.names.get(id) ?? id;
  const figures = figuresOf(attributing.attributed);
  return {
    ...shownFigures(figures, unitOf[request.by]),
    isApproximate: attributing.attributed.some((each) => isApproximate(each.counted)),
    plantCount: attributing.attributed.length,
    leftOut,
    account: summaryOf(figures, request, nameOf),
    contributions: pageOf(attributing, companies, request, nameOf, after),
    search: reportOf(spending),
  };
}

/** The plants that are drawn on, and those that belong to a partnership asked about, and so wholly count as its own. */
async function plantsOf(
  survey: Survey,
  { of, attribution }: ExposureRequest,
): Promise<{ plants: readonly string[]; whole: ReadonlySet<string> }> {
  const isByPlace = attribution === 'LOCATION';
  const standing = isByPlace ? [] : await survey.plantsIn(of.Country);
  const homeCompanies = isByPlace ? await survey.companiesOf(of.Country) : [];
  const built = await survey.builtBy(of.Partnership);
  const runByBuilt = await survey.runBy(built.companies);
  const drawn = await survey.drawnOnBy([...of.Corporation, ...homeCompanies]);
  const whole = new Set([...built.plants, ...runByBuilt]);
  return { plants: [...new Set([...standing, ...whole, ...drawn])].toSorted(), whole };
}

function sorted(
  plants: readonly PlantFacts[],
  request: ExposureRequest,
): { counted: readonly Counted[]; leftOut: readonly FoundObject[] } {
  const counted: Counted[] = [];
  const others = new Map<LeftOutReason, string[]>();
  for (const plant of plants) {
    const found = countedOrNot(plant, request);
    if (typeof found !== 'string') counted.push(found);
    else others.set(found, [...(others.get(found) ?? []), plant.id]);
  }
  const leftOut = [...others]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, ids]) => ({ reason, count: ids.length, plants: ids.slice(0, mostLeftOut) }));
  return { counted, leftOut };
}
