interface Finding {
  /** What the reviewer says of it, at least these words. */
  readonly reason: RegExp;
  readonly kind: string;
  readonly subject: string;
  readonly property: string;
  /** The value that the subject shows, and why that one; none of a relation that is claimed from its other end. */
  readonly shown: readonly [value: string, because: string] | undefined;
  /** What is said on its sides, and of what standing: DISPUTED and SUPERSEDED claims are kept like others. */
  readonly sides: readonly string[];
}

const standing = 'the others are disputed or superseded';
const alone = 'nobody says otherwise';

/** By hand, from the review of the article. The conflicts of value that comparison finds of the same are VALUE. */
export const contradictions: Readonly<Record<string, readonly Finding[]>> = {
  C1: [
    {
      kind: 'SUBJECT',
      subject: 'market-statistic/united-states-ev-sales-change-2024-early',
      property: 'value',
      // Nothing supports it, and nothing is put in its place.
      shown: ['-39', alone],
      reason: /nothing supports it for the United States/,
      sides: ['-39 DISPUTED', '-39 DISPUTED', '-39 STANDING', '-39 STANDING'],
    },
  ],
  C2: [
    {
      kind: 'PERIOD',
      subject: 'market-statistic/japan-ev-sales-2024-06',
      property: 'value',
      shown: ['5010', standing],
      reason: /those of January–June, and June alone had 5,010/,
      sides: ['29282 DISPUTED', '29282 STANDING', '5010 STANDING', '88000 STANDING'],
    },
    {
      kind: 'PERIOD',
      subject: 'market-statistic/japan-ev-sales-change-2024-06',
      property: 'value',
      shown: ['-37', standing],
      reason: /January–June 2024 is told as that of June alone/,
      sides: ['-37 STANDING', '-39 DISPUTED', '-39 STANDING'],
    },
    {
      kind: 'VALUE',
      subject: 'market-statistic/japan-ev-sales-2024-06',
      property: 'value',
      shown: ['5010', standing],
      reason: /^It is shown because the others are disputed or superseded\.$/,
      sides: ['29282 DISPUTED', '5010 STANDING'],
    },
    {
      kind: 'VALUE',
      subject: 'market-statistic/japan-ev-sales-change-2024-06',
      property: 'value',
      shown: ['-37', standing],
      reason: /^It is shown because/,
      sides: ['-37 STANDING', '-39 DISPUTED'],
    },
  ],
  C3: [
    {
      kind: 'ARITHMETIC',
      subject: 'market-statistic/japan-ev-share-2023-h2',
      property: 'value',
      shown: ['1.6', alone],
      reason: /fall from 0\.7 to 1\.6 %, which is a rise/,
      sides: ['0.7 DISPUTED', '1.6 DISPUTED'],
    },
    {
      kind: 'PERIOD',
      subject: 'market-statistic/japan-ev-share-2023-h2',
      property: 'value',
      shown: ['1.6', alone],
      reason: /1\.6 % is the share of January–June 2024/,
      sides: ['-0.7 STANDING', '0.7 DISPUTED', '1.6 DISPUTED', '1.6 STANDING', '2.3 STANDING'],
    },
  ],
  C4: [
    {
      kind: 'MEANING',
      subject: 'market-statistic/japan-foreign-brands-2024',
      property: 'assessment',
      shown: ['dominate the market with a wider range of models', standing],
      reason: /dominate the market.* the article has them destroy it/,
      sides: [
        '16 STANDING',
        'destroy the market DISPUTED',
        'dominate the market with a wider range of models STANDING',
        'too little to choose from is one cause STANDING',
      ],
    },
    {
      kind: 'VALUE',
      subject: 'market-statistic/japan-foreign-brands-2024',
      property: 'assessment',
      shown: ['dominate the market with a wider range of models', standing],
      reason: /^It is shown because/,
      sides: ['destroy the market DISPUTED', 'dominate the market with a wider range of models STANDING'],
    },
  ],
  C5: (
    [
      ['byd', '16.1'],
      ['catl', '37.6'],
      ['lg-energy-solution', '12.4'],
      ['sk-on', '4.7'],
    ] as const
  ).map(([corporation, percent]) => ({
    kind: 'PERIOD',
    subject: `market-share/${corporation}-2024-01-2024-07`,
    property: 'percent',
    shown: [percent, alone],
    reason: /that of January–July 2024 together; the numbers agree/,
    sides: [`${percent} STANDING`, `${percent} STANDING`, '2024-01 STANDING', '2024-07 STANDING'].toSorted(),
  })),
  C6: [
    {
      kind: 'WORDING',
      subject: 'market-statistic/japan-battery-capacity-change-2024',
      property: 'value',
      shown: ['50', alone],
      reason: /From 80 to 120 GWh it is 50 % exactly/,
      sides: ['120 STANDING', '50 STANDING', '50 STANDING', '50 STANDING', '50 STANDING', '80 STANDING'],
    },
  ],
  C7: [
    {
      kind: 'ARITHMETIC',
      subject: 'investment/japan-battery-build-out-2024',
      property: 'amount',
      shown: ['1000000000000', alone],
      reason: /add up to 950 of 1,000 billion JPY, and to 6\.5 of 7 billion USD/,
      sides: [
        '1000000000 STANDING',
        '1000000000000 STANDING',
        '1000000000000 STANDING',
        '150000000000 STANDING',
        '1700000000 STANDING',
        '250000000000 STANDING',
        '3800000000 STANDING',
        '550000000000 STANDING',
        '7000000000 STANDING',
      ],
    },
    {
      kind: 'SUBJECT',
      subject: 'investment/toyota-nissan-2024-as-worded',
      property: 'investors',
      shown: ['corporation/toyota', alone],
      reason: /the whole sum to Toyota and Nissan, the body to several companies/,
      sides: [
        '1000000000000 STANDING',
        '1000000000000 STANDING',
        '150000000000 STANDING',
        '250000000000 STANDING',
        '7000000000 DISPUTED',
        '7000000000 STANDING',
        'corporation/nissan DISPUTED',
        'corporation/toyota DISPUTED',
      ],
    },
  ],
  C8: [
    {
      kind: 'ENTITIES',
      subject: 'investment/panasonic-2024-as-worded',
      property: 'amount',
      shown: ['550000000000', alone],
      reason: /463 and 83\.3 billion JPY make 546\.3/,
      sides: [
        '463000000000 STANDING',
        '550000000000 STANDING',
        '83300000000 STANDING',
        'corporation/mazda STANDING',
        'corporation/panasonic-holdings STANDING',
        'corporation/subaru STANDING',
      ],
    },
    {
      kind: 'ENTITIES',
      subject: 'partnership/panasonic-subaru-mazda-2024-as-worded',
      property: 'participants',
      shown: undefined,
      reason: /one with Subaru and one with Mazda, are told as one of all three/,
      sides: [
        'EV batteries made in Japan STANDING',
        'PRODUCTION STANDING',
        'partnership/panasonic-mazda-2024 STANDING',
        'partnership/panasonic-mazda-2024 STANDING',
        'partnership/panasonic-subaru-2024 STANDING',
        'partnership/panasonic-subaru-2024 STANDING',
        'partnership/panasonic-subaru-mazda-2024-as-worded STANDING',
        'partnership/panasonic-subaru-mazda-2024-as-worded STANDING',
        'partnership/panasonic-subaru-mazda-2024-as-worded STANDING',
      ],
    },
  ],
  C9: [
    {
      kind: 'ARITHMETIC',
      subject: 'investment/japan-battery-build-out-2024',
      property: 'reportedAmount',
      shown: ['7000000000', alone],
      reason: /five rates between 142\.9 and 150 JPY per USD/,
      sides: [
        '1000000000 STANDING',
        '1000000000000 STANDING',
        '150000000000 STANDING',
        '1700000000 STANDING',
        '2440000000 STANDING',
        '250000000000 STANDING',
        '350000000000 STANDING',
        '3800000000 STANDING',
        '550000000000 STANDING',
        '7000000000 STANDING',
      ],
    },
  ],
  C10: [
    {
      kind: 'TIME',
      subject: 'subsidy/japan-battery-support-2024',
      property: 'announced',
      shown: ['2024-09-06', alone],
      reason: /as soon to be announced. It was announced on 2024-09-06/,
      sides: ['2024-09-06 STANDING', '350000000000 STANDING'],
    },
  ],
  C11: [
    {
      kind: 'SUPERSEDED',
      subject: 'investment/nissan-2024',
      property: 'status',
      // A curator preferred it, too.
      shown: [
        'CANCELLED',
        'decision/japan-2024-nissan-given-up prefers it (What became of the plan is later than the plan itself)',
      ],
      reason: /gave the plant that the money was for up on 2025-05-09/,
      sides: ['150000000000 STANDING', 'CANCELLED STANDING', 'PLANNED SUPERSEDED'],
    },
    {
      kind: 'SUPERSEDED',
      subject: 'plant/nissan-kitakyushu',
      property: 'status',
      shown: ['CANCELLED', standing],
      reason: /gave the plant up on 2025-05-09/,
      sides: [
        '2028 SUPERSEDED',
        '2028 SUPERSEDED',
        'CANCELLED STANDING',
        'CANCELLED STANDING',
        'CANCELLED STANDING',
        'PLANNED SUPERSEDED',
        'PLANNED SUPERSEDED',
      ],
    },
    {
      kind: 'SUPERSEDED',
      subject: 'plant/toyota-fukuoka',
      property: 'status',
      shown: ['POSTPONED', standing],
      reason: /put off the site agreement and is reviewing the plan/,
      sides: ['PLANNED SUPERSEDED', 'POSTPONED STANDING'],
    },
    {
      kind: 'SUPERSEDED',
      subject: 'plant/toyota-lexus-battery-plant',
      property: 'status',
      shown: ['PLANNED', alone],
      reason: /The article does not name its plant; it may be this one/,
      sides: ['2029 SUPERSEDED', 'PLANNED SUPERSEDED', 'POSTPONED STANDING'],
    },
  ],
};
