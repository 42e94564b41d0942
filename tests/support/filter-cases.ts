import { parseValue, valueFromASTUntyped } from 'graphql';
import type { TestServer } from './servers';

/** A filter as it stands in a document, and the nodes that fit, by their ids without the kind. */
type FilterCase = readonly [where: string, ...slugs: string[]];

/** What is asked of one kind: its root field, its `where` type and the slug of its ids. */
interface Subject {
  readonly field: string;
  readonly type: string;
  readonly slug: string;
}

export const corporations: Subject = { field: 'corporations', type: 'CorporationWhere', slug: 'corporation' };
export const plants: Subject = { field: 'plants', type: 'PlantWhere', slug: 'plant' };
export const partnerships: Subject = { field: 'partnerships', type: 'PartnershipWhere', slug: 'partnership' };
export const sources: Subject = { field: 'sources', type: 'SourceWhere', slug: 'source' };
export const claims: Subject = { field: 'claims', type: 'ClaimWhere', slug: 'claim' };

/** The corporations of the awkward seed, by their ids without the kind, in the order of these. */
export const allCorporations = [
  ...['acme', 'acme-three', 'acme-two', 'backtick', 'cjk', 'combining', 'composed', 'emoji', 'hub', 'lonely'],
  ...['quotes', 'toyota'],
];

/** Those with a year of foundation. */
export const founded = ['acme', 'acme-two', 'backtick', 'combining', 'emoji', 'quotes', 'toyota'];

export const allBut = (...slugs: string[]): string[] =>
  allCorporations.filter((slug) => !slugs.includes(slug));

interface Row extends Subject {
  readonly where: string;
  readonly slugs: readonly string[];
}

export const rows = (subject: Subject, cases: readonly FilterCase[]): Row[] =>
  cases.map(([where, ...slugs]) => ({ ...subject, where, slugs }));

/** Asks for each filter twice: as it is written in a document, and as the value of one variable. */
export const checkOn =
  (server: () => TestServer) =>
  async ({ field, type, slug, where, slugs }: Row): Promise<void> => {
    const expected = { [field]: { nodes: slugs.map((end) => ({ id: `${slug}/${end}` })) } };
    const written = `{ ${field}(where: ${where}, first: 100) { nodes { id } } }`;
    expect(await server().data(written)).toEqual(expected);
    const query = `query ($where: ${type}) { ${field}(where: $where, first: 100) { nodes { id } } }`;
    const variables = { where: valueFromASTUntyped(parseValue(where)) };
    expect(await server().data(query, variables)).toEqual(expected);
  };
