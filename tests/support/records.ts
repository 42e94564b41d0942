import { writeFileSync } from 'node:fs';

/** A file of records about so many plants, four claims each; some disagree with each other. */
export function writeRecords(path: string, plants: number): void {
  const lines: object[] = [
    { source: { id: 'source/one', name: 'One', published: '2025' } },
    { source: { id: 'source/two', name: 'Two', published: '2024', cites: ['source/one'] } },
    { entity: { id: 'country/x', name: 'X' } },
    { entity: { id: 'corporation/maker', name: 'Maker' } },
  ];
  for (let at = 0; at < plants; at++)
    lines.push({ entity: { id: `plant/p-${String(at)}`, name: `Plant ${String(at)}` } });
  for (let at = 0; at < plants; at++) {
    const claim = (part: string, property: string, value: string, more: object = {}): object => ({
      claim: {
        id: `claim/p-${String(at)}-${part}`,
        subject: `plant/p-${String(at)}`,
        property,
        value,
        confidence: 'MEDIUM',
        source: 'source/one',
        enteredAt: '2026-01-01T00:00:00.000Z',
        ...more,
      },
    });
    lines.push(
      claim('capacity', 'capacity', String(at % 50), { unit: 'GWh/year' }),
      claim('other', 'capacity', String(at % 7), { unit: 'GWh/year', source: 'source/two' }),
      claim('country', 'country', 'country/x'),
      claim('operator', 'operators', 'corporation/maker', { edge: 'share=50' }),
    );
  }
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
