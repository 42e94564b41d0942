import { buildGraphModel, type Declared } from '../model';
import { BatteryChemistry } from './battery-chemistry';
import { Brand } from './brand';
import { CapacityTarget } from './capacity-target';
import { Claim } from './claim';
import { Conflict } from './conflict';
import { Corporation } from './corporation';
import { Country } from './country';
import { Decision } from './decision';
import { FactEdge, FactNode } from './fact';
import { Government } from './government';
import { IdentityEvent } from './identity-event';
import { Investment } from './investment';
import { MarketShare } from './market-share';
import { MarketStatistic } from './market-statistic';
import { Material } from './material';
import { Organization } from './organization';
import { Partnership } from './partnership';
import { Plant } from './plant';
import { Source } from './source';
import { Subsidy } from './subsidy';

/** Every kind of entity. A new kind is a file in this folder and a line in this list. */
const kinds: readonly Declared[] = [
  Corporation,
  Organization,
  Government,
  Country,
  Plant,
  BatteryChemistry,
  Material,
  Partnership,
  IdentityEvent,
  Investment,
  Subsidy,
  CapacityTarget,
  MarketShare,
  MarketStatistic,
  Brand,
  Source,
  Claim,
  Conflict,
  Decision,
];

export const model = buildGraphModel(kinds, { edge: FactEdge, node: FactNode });
