import { choice, Decimal, Int, Kind, OneOf, PartialDate, Searched, Text, ToMany } from '../model';
import { Entity } from './entity';
import { Qualifier } from './qualifier';
import { Party } from './party';
import type { Many } from './types';

const InvestmentStatus = choice('InvestmentStatus', 'How far an investment has come.', {
  PLANNED: 'Announced or reported as planned.',
  COMMITTED: 'Decided.',
  SPENT: 'Made.',
  CANCELLED: 'Given up.',
});

@Kind({
  plural: 'investments',
  about: true,
  description: 'Money that parties put, or plan to put, into plants, partnerships or companies.',
})
export abstract class Investment extends Entity {
  @Decimal('The amount, in whole units of its currency. Never converted.', {
    indexed: true,
    quantity: { unitIn: 'currency', qualifierIn: 'amountQualifier' },
  })
  amount?: number;

  @Text('ISO 4217 code of the currency of the amount; `USD (2023)` for dollars at the prices of 2023.')
  currency?: string;

  @OneOf(Qualifier, 'How the amount is worded.')
  amountQualifier?: string;

  @Decimal('The amount in another currency, only where a source states it itself.', {
    quantity: { unitIn: 'reportedCurrency' },
  })
  reportedAmount?: number;

  @Text('ISO 4217 code of the currency of the reported amount.')
  reportedCurrency?: string;

  @PartialDate('When it was announced or reported.')
  announced?: string;

  @OneOf(InvestmentStatus, 'How far it has come.')
  status?: string;

  @Searched('DESCRIPTION')
  @Text('What it is for, in words.')
  purpose?: string;

  @Int('Jobs that it is said to bring.')
  jobs?: number;

  @ToMany('Who invests.', () => Party, 'INVESTED_BY', {
    name: 'investments',
    description: 'Investments it makes or has announced, alone or with others.',
  })
  investors!: Many<Party>;

  @ToMany(
    'What it pays for: plants, partnerships, corporations, or part of a larger investment.',
    () => Entity,
    'FUNDS',
    {
      name: 'fundedBy',
      description: 'Investments that pay for it.',
    },
  )
  funds!: Many<Entity>;
}
