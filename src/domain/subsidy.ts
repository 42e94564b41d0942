import { Decimal, Kind, OneOf, PartialDate, Searched, Text, ToMany, ToOne } from '../model';
import { Entity } from './entity';
import { Government } from './government';
import { Qualifier } from './qualifier';
import type { Many, One } from './types';

@Kind({ plural: 'subsidies', about: true, description: 'Public support: a grant, a loan or a tax credit.' })
export abstract class Subsidy extends Entity {
  @Decimal('The amount, in whole units of its currency. Never converted.', {
    indexed: true,
    quantity: { unitIn: 'currency', qualifierIn: 'amountQualifier' },
  })
  amount?: number;

  @Text('ISO 4217 code of the currency of the amount.')
  currency?: string;

  @OneOf(Qualifier, 'How the amount is worded.')
  amountQualifier?: string;

  @Decimal('The amount in another currency, only where a source states it itself.', {
    quantity: { unitIn: 'reportedCurrency' },
  })
  reportedAmount?: number;

  @Text('ISO 4217 code of the currency of the reported amount.')
  reportedCurrency?: string;

  @PartialDate('When it was announced.')
  announced?: string;

  @Searched('DESCRIPTION')
  @Text('What it is for, in words.')
  purpose?: string;

  @ToOne('The government that grants it.', () => Government, 'GRANTED_BY')
  grantedBy: One<Government>;

  @ToMany('Parties and plants that benefit from it.', () => Entity, 'BENEFITS', {
    name: 'subsidies',
    description: 'Subsidies it benefits from.',
  })
  beneficiaries!: Many<Entity>;
}
