import type { GraphModel } from '../../model';
import type { FoundObject } from '../../plan';
import { reportOf } from '../found';
import { namesOf } from '../names';
import type { Place } from '../place';
import { Spending } from '../spending';
import { summaryOf } from './account';
import { attribute } from './attribution';
import { isApproximate } from './capacity';
import { figuresOf, linesOf, shownFigures, unitOf } from './figures';
import { keyOf, pageOf } from './listing';
import { requestOf, type ExposureArguments, type ExposureRequest } from './request';
import { gatherMaterials } from './materials';
import { gatherPlants, type Gathered } from './plants';
import { gatherSupply } from './supply';
import { Survey } from './survey';

/** So many of those that were left out for a reason are shown. */
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
  const gathered = await gathererOf[request.by](survey, request);
  const attributing = await attribute(request, gathered, store.turn);
  const countries = await namesOf(store, [...request.to]);
  const nameOf = (id: string): string => countries.get(id) ?? survey.names.get(id) ?? id;
  const figures = figuresOf(attributing.attributed);
  return {
    ...shownFigures(figures, unitOf[request.by]),
    isApproximate: attributing.attributed.some((each) => isApproximate(each.counted)),
    count: attributing.attributed.length,
    leftOut: leftOutOf(model, gathered.leftOut),
    lines: linesOf(attributing.attributed, request.by),
    account: summaryOf(figures, request, attributing.attributed, nameOf),
    contributions: pageOf(model, attributing, gathered.companies, request, nameOf, after),
    search: reportOf(spending),
  };
}

const gathererOf: Readonly<
  Record<ExposureRequest['by'], (survey: Survey, request: ExposureRequest) => Promise<Gathered>>
> = {
  CAPACITY: gatherPlants,
  PLANTS: gatherPlants,
  CELL_SUPPLY: gatherSupply,
  MATERIAL: gatherMaterials,
};

/** What does not count, by the reason. */
const leftOutOf = (model: GraphModel, leftOut: Gathered['leftOut']): readonly FoundObject[] =>
  [...leftOut]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, ids]) => {
      const shown = ids.slice(0, mostLeftOut);
      const ofKind = (kind: string) => shown.filter((id) => model.kindOfId(id)!.name === kind);
      return {
        reason,
        count: ids.length,
        plants: ofKind('Plant'),
        corporations: ofKind('Corporation'),
        materials: ofKind('Material'),
      };
    });
