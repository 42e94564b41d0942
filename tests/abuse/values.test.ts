import { onEveryStore } from '../support/servers';
import { expectToGoOn } from '../support/misuse';

const hostile: readonly (readonly [title: string, value: string])[] = [
  ['NUL', 'a\u0000b'],
  ['control characters', '\u0001\u0007\u001b[31m\u001f'],
  ['half a surrogate pair', '\ud800'],
  ['surrogates in the wrong order', '\udfff\ud800'],
  ['a line separator', '\u2028'],
  ['an overlong text', 'x'.repeat(100_000)],
  ['quotes', `'"`],
  ['a backslash', '\\'],
  ['an escape', '\\u0000'],
  ['backticks', '``` `n`'],
  ['Cypher after a quote', `x"}) DETACH DELETE n //`],
  ['Cypher after an apostrophe', `x' OR 1=1 MATCH (n) DETACH DELETE n //`],
  ['Cypher after a backtick', '`}) WITH 1 AS x MATCH (n) DETACH DELETE n //'],
  ['the name of a parameter', '$p0'],
  ['a template', '${process.exit(1)}'],
  ['the name of a prototype', '__proto__'],
];

const query = `query($s: String!, $id: ID!) {
  eq: corporations(where: {name: {eq: $s}}) { totalCount }
  contains: corporations(where: {name: {contains: $s}}) { totalCount }
  startsWith: corporations(where: {name: {startsWith: $s}}) { totalCount }
  in: corporations(where: {name: {in: [$s]}}) { totalCount }
  some: corporations(where: {plants: {some: {name: {endsWith: $s}}}}) { totalCount }
  corporation(id: $id) { id }
  nodes(ids: [$id]) { id }
}`;

onEveryStore('a hostile value', (server) => {
  test.each(hostile)('%s is a value like any other', async (_title, value) => {
    const before = (await server().data('{ claims { totalCount } }')) as unknown;
    const none = { totalCount: 0 };
    expect(await server().data(query, { s: value, id: value })).toEqual({
      eq: none,
      contains: none,
      startsWith: none,
      in: none,
      some: none,
      corporation: null,
      nodes: [null],
    });
    expect(await server().data('{ claims { totalCount } }')).toEqual(before);
    await expectToGoOn(server());
  });

  test('as a constant of the query, too', async () => {
    const constant = JSON.stringify('`x"}) DETACH DELETE n // \\');
    expect(await server().data(`{ corporations(where: {name: {eq: ${constant}}}) { totalCount } }`)).toEqual({
      corporations: { totalCount: 0 },
    });
  });
});
