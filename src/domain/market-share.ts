import { Decimal, Int, Kind, PartialDate, Searched, Text, ToOne } from '../model';
import { Corporation } from './corporation';
import { Entity } from './entity';
import type { One } from './types';

@Kind({
  plural: 'marketShares',
  about: true,
  description: 'The share of one corporation in a market over a period.',
})
export abstract class MarketShare extends Entity {
  @Searched('DESCRIPTION')
  @Text('The market, for example `world EV batteries, installed`.', { indexed: true })
  market?: string;

  @PartialDate('First day, month or year of the period.', { indexed: true })
  from?: string;

  @PartialDate('Last day, month or year of the period, included.')
  until?: string;

  @Decimal('Share of the market in percent.', { indexed: true, quantity: { unit: '%' } })
  percent?: number;

  @Int('Rank in the market, 1 for the largest.')
  rank?: number;

  @Decimal('Volume in the period, in GWh (not a year).', { quantity: { unit: 'GWh' } })
  volume?: number;

  @ToOne('Whose share it is.', () => Corporation, 'OF')
  corporation: One<Corporation>;
}
