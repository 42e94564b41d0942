import { onEveryStore } from '../support/servers';
import { refusedQuery } from '../support/misuse';

const byName = 'orderBy: [{name: ASC}]';
const query = (args: string): string =>
  `query($c: String) { corporations(first: 2, after: $c, ${args}) { pageInfo { endCursor } nodes { id } } }`;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

onEveryStore('a forged cursor', (server) => {
  let good: string;
  beforeAll(async () => {
    const data = (await server().data(query(byName))) as {
      corporations: { pageInfo: { endCursor: string } };
    };
    good = data.corporations.pageInfo.endCursor;
  });

  const refuse = async (cursor: string, asked = query(byName)): Promise<unknown> => {
    const { status, errors } = await refusedQuery(server(), asked, { c: cursor });
    expect(status).toBe(400);
    expect(errors[0]!.extensions).toMatchObject({
      code: 'BAD_CURSOR',
      argument: expect.stringMatching(/\.after$/) as string,
      allowed: 'a cursor of the same connection in the same order',
    });
    expect(errors[0]!.locations).toHaveLength(1);
    return errors[0]!.extensions.given;
  };

  test('the good one goes on where it was made', async () => {
    const { status } = await server().query(query(byName), { c: good });
    expect(status).toBe(200);
  });

  test.each([
    ['random text', 'surely not a cursor'],
    ['nothing', ''],
    ['NUL', '\u0000'],
    ['half a surrogate pair', '\ud800'],
    ['an object', encode({ a: 1 })],
    ['a list of other things', encode([1, 2, 3])],
    ['an empty list', encode([])],
    ['null', encode(null)],
    ['deep nesting', Buffer.from('['.repeat(50_000)).toString('base64url')],
    ['Cypher', encode(['x', '"}) DETACH DELETE n //'])],
  ])('%s', async (_title, cursor) => {
    await refuse(cursor);
  });

  test('a good one with any one bit of its content flipped', async () => {
    const bytes = Buffer.from(good, 'base64url');
    for (let at = 0; at < bytes.length; at += 5) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      await refuse(flipped.toString('base64url'));
    }
  });

  test('a good one cut short', async () => {
    await refuse(good.slice(0, -4));
  });

  test('one of 200 KB, of which little is told back', async () => {
    const given = await refuse('A'.repeat(200_000));
    expect(String(given).length).toBeLessThan(300);
  });

  test('one of another order', async () => {
    await refuse(good, query('orderBy: [{name: DESC}]'));
    await refuse(good, query('orderBy: [{id: ASC}]'));
  });

  test('one of another connection', async () => {
    await refuse(good, `query($c: String) { plants(first: 2, after: $c, ${byName}) { nodes { id } } }`);
    await refuse(
      good,
      `query($c: String) { countries { nodes { corporations(first: 2, after: $c, ${byName}) { nodes { id } } } } }`,
    );
  });
});
