import { contradictions } from '../support/contradictions';
import { onEveryStore } from '../support/servers';

const query = `query ($reference: String!) {
  conflicts(where: { reference: { eq: $reference } }, orderBy: [{ id: ASC }]) {
    nodes {
      kind property shownValue shownBecause reason
      subject { id }
      shown { value }
      sides(first: 50) { totalCount nodes { id value status source { id } subject { id claims(first: 100) { nodes { id } } } } }
    }
  }
}`;

interface Answer {
  readonly conflicts: {
    readonly nodes: readonly {
      readonly kind: string;
      readonly property: string;
      readonly shownValue: string | null;
      readonly shownBecause: string | null;
      readonly reason: string;
      readonly subject: { readonly id: string };
      readonly shown: { readonly value: string } | null;
      readonly sides: {
        readonly totalCount: number;
        readonly nodes: readonly {
          readonly id: string;
          readonly value: string;
          readonly status: string;
          readonly source: { readonly id: string };
          readonly subject: { readonly claims: { readonly nodes: readonly { readonly id: string }[] } };
        }[];
      };
    }[];
  };
}

const inOrder = <T extends { readonly kind: string; readonly subject: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (`${a.kind} ${a.subject}` < `${b.kind} ${b.subject}` ? -1 : 1));

onEveryStore('the contradictions of the founding article', (server) => {
  test.each(Object.entries(contradictions))(
    '%s: its claims are kept, its kind is told, and what is shown and why',
    async (reference, findings) => {
      const { conflicts } = (await server().data(query, { reference })) as Answer;
      const told = conflicts.nodes.map(
        ({ kind, property, subject, shownValue, shownBecause, shown, sides }) => ({
          kind,
          subject: subject.id,
          property,
          shown: shownValue === null ? undefined : [shownValue, shownBecause],
          cited: shown?.value,
          sides: sides.nodes.map(({ value, status }) => `${value} ${status}`).toSorted(),
        }),
      );
      const expected = findings.map(({ reason: _, ...finding }) => ({
        ...finding,
        cited: finding.shown?.[0],
        sides: finding.sides.toSorted(),
      }));
      expect(inOrder(told)).toEqual(inOrder(expected));
      for (const finding of findings)
        expect(
          conflicts.nodes.filter(
            ({ kind, subject, reason }) =>
              kind === finding.kind && subject.id === finding.subject && finding.reason.test(reason),
          ),
        ).toHaveLength(1);
      for (const { sides } of conflicts.nodes)
        for (const { id, source, subject } of sides.nodes) {
          expect(subject.claims.nodes).toContainEqual({ id });
          expect(source.id).toMatch(/^source\//);
        }
    },
  );
});
