import { asTheyAre } from './shapes.mjs';

/** Where no alias is known, Anode has an empty list, and the others nothing. */
const withLists = ({ aliases, ...own }) => ({ ...own, aliases: aliases ?? [] });

export const point = {
  name: 'point',
  title: 'point read by id',
  description: 'One corporation with its own properties.',
  parameters: ({ many, corporation }) => many(() => ({ id: corporation() })),
  anode: {
    query: `query ($id: ID!) { corporation(id: $id) { id name aliases kinds foundedYear headquarters } }`,
    variables: asTheyAre,
    rows: ({ corporation }) => [corporation],
  },
  peer: {
    query: `query ($id: ID!) {
      corporations(where: { id: { eq: $id } }) { id name aliases kinds foundedYear headquarters }
    }`,
    variables: asTheyAre,
    rows: ({ corporations }) => corporations.map(withLists),
  },
  nested: {
    statement: `
      MATCH (c:Corporation {id: $id})
      RETURN c.id AS id, c.name AS name, c.aliases AS aliases, c.kinds AS kinds, c.foundedYear AS foundedYear,
        c.headquarters AS headquarters`,
    rows: (records) => records.map(withLists),
  },
};
