import {
  choice,
  Decimal,
  EdgeType,
  FromMany,
  Int,
  Kind,
  OneOf,
  Searched,
  Text,
  ToMany,
  ToOne,
} from '../model';
import { BatteryChemistry } from './battery-chemistry';
import { Brand } from './brand';
import { Country } from './country';
import { IdentityEvent } from './identity-event';
import { MarketShare } from './market-share';
import { Partnership } from './partnership';
import { Party } from './party';
import { Plant } from './plant';
import type { Many, One } from './types';

const CorporationKind = choice('CorporationKind', 'What a corporation mainly does.', {
  AUTOMAKER: 'Makes cars, vans or trucks.',
  CELL_MAKER: 'Makes battery cells.',
  MATERIALS: 'Makes cathode, anode, electrolyte or other battery materials.',
  MINING: 'Mines or refines raw materials.',
  RECYCLING: 'Recovers materials from used batteries and scrap.',
  COMPONENTS: 'Makes components for vehicles or batteries.',
  HOLDING_COMPANY: 'Holds shares of operating companies.',
  OTHER: 'Something else.',
});

@EdgeType('OWNS', 'A shareholding.')
abstract class Owns {
  @Decimal('Share held, in percent.', { quantity: { unit: '%' } })
  share?: number;
}

@EdgeType('OPERATES', 'Runs a plant, or is to run it.')
abstract class Operates {
  @Decimal('Share in the plant, in percent.', { quantity: { unit: '%' } })
  share?: number;
}

@EdgeType('PARTICIPATES_IN', 'Is a partner in a partnership.')
abstract class ParticipatesIn {
  @Text('What the partner brings or does, for example `cell supplier`.')
  role?: string;

  @Decimal('Share in the partnership, in percent.', { quantity: { unit: '%' } })
  share?: number;
}

@EdgeType('SUPPLIES', 'Delivers to another corporation.')
abstract class Supplies {
  @Text('What is delivered.')
  what?: string;

  @Decimal('How much is delivered, in GWh a year.', { quantity: { unit: 'GWh/year' } })
  volume?: number;
}

@Kind({ plural: 'corporations', description: 'A company.' })
export abstract class Corporation extends Party {
  @OneOf(CorporationKind, 'What it mainly does.', { list: true })
  kinds?: string[];

  @Int('The year it was founded.', { indexed: true })
  foundedYear?: number;

  @Searched('PLACE')
  @Text('Town of its head office.')
  headquarters?: string;

  @Searched('PLACE')
  @ToOne('Country of its head office.', () => Country, 'HEADQUARTERED_IN')
  country: One<Country>;

  @ToMany('Corporations it holds shares of.', () => Corporation, () => Owns)
  owns!: Many<Corporation>;

  @FromMany('Corporations that hold shares of it.', () => Corporation, 'owns')
  owners!: Many<Corporation>;

  @ToMany('Plants it runs or is to run, alone or with others.', () => Plant, () => Operates)
  plants!: Many<Plant>;

  @ToMany('Partnerships it takes part in.', () => Partnership, () => ParticipatesIn)
  partnerships!: Many<Partnership>;

  @FromMany('Partnerships that formed it as their joint company.', () => Partnership, 'forms')
  formedBy!: Many<Partnership>;

  @ToMany('Chemistries of the cells it makes or is to make.', () => BatteryChemistry, 'MAKES')
  chemistries!: Many<BatteryChemistry>;

  @ToMany('Corporations it delivers to.', () => Corporation, () => Supplies)
  customers!: Many<Corporation>;

  @FromMany('Corporations that deliver to it.', () => Corporation, 'customers')
  suppliers!: Many<Corporation>;

  @FromMany('Brands that belong to it.', () => Brand, 'owner')
  brands!: Many<Brand>;

  @FromMany('Its shares of markets.', () => MarketShare, 'corporation')
  marketShares!: Many<MarketShare>;

  @FromMany('What it came from: spin-offs, mergers, earlier names.', () => IdentityEvent, 'successors')
  origins!: Many<IdentityEvent>;

  @FromMany('What became of it or of parts of it.', () => IdentityEvent, 'predecessors')
  changes!: Many<IdentityEvent>;
}
