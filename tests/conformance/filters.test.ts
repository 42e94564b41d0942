import {
  allBut,
  allCorporations,
  checkOn,
  claims,
  corporations,
  founded,
  partnerships,
  plants,
  rows,
  sources,
} from '../support/filter-cases';
import { awkwardSeed, onEveryStore } from '../support/servers';

onEveryStore(
  'filters',
  (server) => {
    const check = checkOn(server);

    describe('text and ids', () => {
      test.each(
        rows(corporations, [
          ['{name: {eq: "Acme"}}', 'acme', 'acme-three', 'acme-two'],
          ['{name: {eq: "acme"}}'],
          ['{name: {eq: "トヨタ"}}', 'toyota'],
          ['{name: {eq: "Caf\u00e9"}}', 'composed'],
          ['{name: {eq: "Cafe\u0301"}}', 'combining'],
          ['{name: {in: ["Hub", "Lonely", "Hub", "nobody"]}}', 'hub', 'lonely'],
          ['{name: {in: "Hub"}}', 'hub'],
          ['{name: {in: []}}'],
          ['{name: {contains: "Cell"}}', 'emoji', 'quotes'],
          ['{name: {contains: "ヨ"}}', 'toyota'],
          [String.raw`{name: {contains: "\"Cells\" \\"}}`, 'quotes'],
          ['{name: {contains: "``tick` $p0"}}', 'backtick'],
          ['{name: {contains: ""}}', ...allCorporations],
          ['{headquarters: {contains: ""}}', 'acme', 'quotes'],
          ['{name: {startsWith: "🔋"}}', 'emoji'],
          ['{name: {startsWith: "Cafe"}}', 'combining'],
          ['{name: {endsWith: "e"}}', 'acme', 'acme-three', 'acme-two'],
          ['{name: {lt: "Acme"}}'],
          ['{name: {lte: "Acme"}}', 'acme', 'acme-three', 'acme-two'],
          ['{name: {gt: "電池"}}', 'emoji'],
          ['{name: {gte: "電池"}}', 'cjk', 'emoji'],
          ['{headquarters: {isNull: true}}', ...allBut('acme', 'quotes')],
          ['{headquarters: {isNull: false}}', 'acme', 'quotes'],
          ['{headquarters: {eq: null}}', ...allBut('acme', 'quotes')],
          ['{name: {isNull: true}}'],
          ['{id: {eq: "corporation/hub"}}', 'hub'],
          ['{id: {in: ["corporation/toyota", "corporation/acme", "plant/p-01"]}}', 'acme', 'toyota'],
          ['{id: {startsWith: "corporation/acme", endsWith: "o"}}', 'acme-two'],
          ['{id: {gt: "corporation/l", lt: "corporation/t"}}', 'lonely', 'quotes'],
        ]),
      )('$field $where', check);
    });

    describe('texts in any case', () => {
      test.each([
        ...rows(corporations, [
          ['{name: {caseInsensitive: {eq: "acME"}}}', 'acme', 'acme-three', 'acme-two'],
          ['{name: {caseInsensitive: {eq: "CAF\u00c9"}}}', 'composed'],
          ['{name: {caseInsensitive: {eq: "CAFE\u0301"}}}', 'combining'],
          ['{name: {caseInsensitive: {in: ["HUB", "lonely", "トヨタ"]}}}', 'hub', 'lonely', 'toyota'],
          ['{name: {caseInsensitive: {in: "HUB"}}}', 'hub'],
          ['{name: {caseInsensitive: {in: []}}}'],
          ['{name: {caseInsensitive: {contains: "CELL"}}}', 'emoji', 'quotes'],
          ['{name: {caseInsensitive: {contains: "TICK` $P0 {"}}}', 'backtick'],
          ['{headquarters: {caseInsensitive: {contains: ""}}}', 'acme', 'quotes'],
          ['{name: {caseInsensitive: {startsWith: "aC"}}}', 'acme', 'acme-three', 'acme-two'],
          ['{name: {caseInsensitive: {endsWith: "ELY"}}}', 'lonely'],
          ['{name: {caseInsensitive: {startsWith: "l", endsWith: "Y"}}}', 'lonely'],
          ['{name: {startsWith: "L", caseInsensitive: {endsWith: "Y"}}}', 'lonely'],
          ['{name: {startsWith: "l", caseInsensitive: {endsWith: "Y"}}}'],
          ['{name: {caseInsensitive: {}}}', ...allCorporations],
          ['{NOT: {name: {caseInsensitive: {}}}}'],
          ['{headquarters: {caseInsensitive: {eq: null}}}', ...allBut('acme', 'quotes')],
          ['{NOT: {headquarters: {caseInsensitive: {eq: "new town"}}}}', ...allBut('acme')],
          ['{plants: {some: {name: {caseInsensitive: {eq: "PLANT b"}}}}}', 'acme', 'hub'],
        ]),
      ])('$field $where', check);
    });

    describe('numbers', () => {
      test.each([
        ...rows(corporations, [
          ['{foundedYear: {eq: 1990}}', 'acme', 'acme-two', 'combining'],
          ['{foundedYear: {eq: 0}}', 'quotes'],
          ['{foundedYear: {in: [0, 1937, 5]}}', 'quotes', 'toyota'],
          ['{foundedYear: {lt: 0}}', 'backtick'],
          ['{foundedYear: {lte: 0}}', 'backtick', 'quotes'],
          ['{foundedYear: {gt: 1990}}', 'emoji'],
          ['{foundedYear: {gte: 1990}}', 'acme', 'acme-two', 'combining', 'emoji'],
          ['{foundedYear: {gte: 1900, lt: 1990}}', 'toyota'],
          ['{foundedYear: {eq: null}}', ...allBut(...founded)],
          ['{foundedYear: {isNull: true}}', ...allBut(...founded)],
          ['{foundedYear: {isNull: false}}', ...founded],
        ]),
        // Of the first seven plants: 12.5, 20, 10, none, 20, 10, 12.5.
        ...rows(plants, [
          ['{id: {lt: "plant/p-08"}, capacity: {eq: 12.5}}', 'p-01', 'p-07'],
          ['{id: {lt: "plant/p-08"}, capacity: {eq: 20}}', 'p-02', 'p-05'],
          ['{id: {lt: "plant/p-08"}, capacity: {eq: 20.0}}', 'p-02', 'p-05'],
          ['{id: {lt: "plant/p-08"}, capacity: {in: [10, 12.5]}}', 'p-01', 'p-03', 'p-06', 'p-07'],
          ['{id: {lt: "plant/p-08"}, capacity: {lt: 12.5}}', 'p-03', 'p-06'],
          ['{id: {lt: "plant/p-08"}, capacity: {lte: 12.5}}', 'p-01', 'p-03', 'p-06', 'p-07'],
          ['{id: {lt: "plant/p-08"}, capacity: {gt: 12.4999}}', 'p-01', 'p-02', 'p-05', 'p-07'],
          ['{id: {lt: "plant/p-08"}, capacity: {gte: 20}}', 'p-02', 'p-05'],
          ['{id: {lt: "plant/p-08"}, capacity: {eq: null}}', 'p-04'],
          ['{id: {lt: "plant/p-08"}, capacity: {isNull: false, gt: 15}}', 'p-02', 'p-05'],
        ]),
      ])('$field $where', check);
    });

    describe('enums, booleans, lists and dates', () => {
      test.each([
        ...rows(partnerships, [
          ['{kind: {eq: SUPPLY}}', 'three', 'two'],
          ['{kind: {in: [SUPPLY, JOINT_VENTURE]}}', 'one', 'three', 'two'],
          ['{kind: {eq: null}}', 'four'],
          ['{kind: {isNull: false}}', 'one', 'three', 'two'],
          ['{NOT: {kind: {eq: SUPPLY}}}', 'four', 'one'],
        ]),
        ...rows(corporations, [
          ['{kinds: {includes: AUTOMAKER}}', 'acme', 'toyota'],
          ['{kinds: {includes: MINING}}'],
          ['{NOT: {kinds: {includes: CELL_MAKER}}}', ...allBut('acme', 'emoji')],
          ['{aliases: {includes: "🔋"}}', 'emoji'],
          ['{aliases: {includes: "ACME"}}'],
        ]),
        ...rows(sources, [
          ['{publishedInferred: {eq: true}}', 'first'],
          ['{publishedInferred: {eq: false}}', 'second'],
          ['{publishedInferred: {in: [true, false]}}', 'first', 'second'],
          ['{publishedInferred: {isNull: true}}', 'third'],
          ['{NOT: {publishedInferred: {eq: true}}}', 'second', 'third'],
          // A year comes before its months, and a month before its days.
          ['{published: {eq: "2024-09"}}', 'second'],
          ['{published: {in: ["2024", "2024-09-06"]}}', 'first', 'third'],
          ['{published: {lt: "2024-09"}}', 'first'],
          ['{published: {lte: "2024-09"}}', 'first', 'second'],
          ['{published: {gt: "2024"}}', 'second', 'third'],
          ['{published: {gte: "2024-09-06"}}', 'third'],
        ]),
        ...rows(partnerships, [['{announced: {isNull: true}}', 'four']]),
        ...rows(claims, [
          ['{property: {eq: "headquarters"}, shown: {eq: false}}', 'acme-old-town'],
          [
            '{property: {eq: "headquarters"}, enteredAt: {eq: "2024-10-01T12:30:00Z"}}',
            ...['acme-new-town', 'acme-old-town', 'quotes-town'],
          ],
          [
            '{property: {eq: "headquarters"}, enteredAt: {in: ["2024-10-01T14:30:00.000+02:00"]}}',
            ...['acme-new-town', 'acme-old-town', 'quotes-town'],
          ],
          ['{property: {eq: "headquarters"}, enteredAt: {lt: "2024-10-01T12:30:00.000Z"}}'],
          ['{id: {eq: "claim/quotes-town"}, enteredAt: {lte: "2024-10-01T12:30:00.000Z"}}', 'quotes-town'],
          ['{id: {eq: "claim/quotes-town"}, enteredAt: {gt: "2024-10-01T12:29:59.999Z"}}', 'quotes-town'],
          ['{id: {eq: "claim/quotes-town"}, enteredAt: {gte: "2024-10-01T12:30:00.001Z"}}'],
        ]),
      ])('$field $where', check);
    });

    describe('AND, OR and NOT, with missing values false in every comparison', () => {
      test.each(
        rows(corporations, [
          ['{}', ...allCorporations],
          ['{AND: [{}], OR: [{}, {name: {eq: "Hub"}}]}', ...allCorporations],
          ['{name: {}, plants: {}}', ...allCorporations],
          ['{NOT: {}}'],
          ['{NOT: {name: {}}}'],
          ['{NOT: {OR: [{}, {name: {eq: "Hub"}}]}}'],
          ['{NOT: {NOT: {}}}', ...allCorporations],
          ['{OR: [{NOT: {}}, {name: {eq: "Hub"}}]}', 'hub'],
          ['{name: {eq: "Acme"}, foundedYear: {eq: 1990}}', 'acme', 'acme-two'],
          ['{AND: [{name: {eq: "Acme"}}, {foundedYear: {eq: null}}]}', 'acme-three'],
          ['{AND: {name: {eq: "Hub"}}}', 'hub'],
          ['{OR: [{foundedYear: {gt: 2000}}, {name: {eq: "Hub"}}]}', 'emoji', 'hub'],
          ['{OR: [{foundedYear: {gt: 2000}}, {headquarters: {contains: "Town"}}]}', 'acme', 'emoji'],
          [
            '{name: {startsWith: "A"}, OR: [{foundedYear: {eq: 1990}}, {id: {endsWith: "e"}}]}',
            ...['acme', 'acme-three', 'acme-two'],
          ],
          ['{NOT: {foundedYear: {lt: 1990}}}', ...allBut('backtick', 'quotes', 'toyota')],
          ['{NOT: {foundedYear: {gte: 1990}}}', ...allBut('acme', 'acme-two', 'combining', 'emoji')],
          ['{NOT: {foundedYear: {in: []}}}', ...allCorporations],
          ['{NOT: {foundedYear: {eq: null}}}', ...founded],
          ['{NOT: {NOT: {foundedYear: {lt: 1990}}}}', 'backtick', 'quotes', 'toyota'],
          ['{NOT: {foundedYear: {gte: 1990}, headquarters: {eq: "New Town"}}}', ...allBut('acme')],
          ['{NOT: {OR: [{foundedYear: {gte: 1990}}, {headquarters: {isNull: true}}]}}', 'quotes'],
          [
            '{NOT: {AND: [{foundedYear: {gt: 1980}}, {NOT: {headquarters: {eq: "New Town"}}}]}}',
            ...allBut('acme-two', 'combining', 'emoji'),
          ],
          [
            '{OR: [{AND: [{NOT: {name: {eq: "Hub"}}}, {plants: {some: {}}}]}, {NOT: {OR: [{country: {}}, {id: {lt: "corporation/q"}}]}}]}',
            ...['acme', 'quotes', 'toyota'],
          ],
        ]),
      )('$where', check);
    });
  },
  { seeds: [awkwardSeed] },
);
