/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-return --
   answers are JSON, and what is in them is what is tested */
import { join } from 'node:path';
import { onEveryStore } from '../support/servers';
import { articleSeed } from '../support/seeds';

const seeds = [articleSeed, join(__dirname, '..', '..', 'seed', 'identity')];

onEveryStore(
  'search',
  (server) => {
    const found = async (args: string, fields = 'score node { id } match { property role text }') =>
      (await server().data(`{ search(${args}) { edges { ${fields} } } }`)).search.edges as any[];
    const ids = async (args: string): Promise<string[]> =>
      (await found(args)).map(({ node }) => node.id as string);

    test('the current name to the letter is 1, and comes first', async () => {
      const [first] = await found('text: "Toyota", first: 1');
      expect(first).toEqual({
        score: 1,
        node: { id: 'corporation/toyota' },
        match: { property: 'name', role: 'NAME', text: 'Toyota' },
      });
    });

    test('an alias in another script', async () => {
      const [first] = await found('text: "寧德時代"');
      expect(first).toMatchObject({ node: { id: 'corporation/catl' }, match: { role: 'ALIAS' } });
    });

    test.each([
      ['case', 'tOYOTA'],
      ['width', 'Ｔｏｙｏｔａ'],
      ['accents', 'Tóyötà'],
      ['a letter too many', 'toyotta'],
      ['a letter too few', 'toyta'],
      ['letters exchanged', 'tyoota'],
      ['hiragana', 'とよた'],
      ['half-width kana', 'ﾄﾖﾀ'],
      ['blanks around it', '  toyota  '],
    ])('forgives %s', async (_what, text) => {
      expect((await ids(`text: ${JSON.stringify(text)}`))[0]).toBe('corporation/toyota');
    });

    test('the pieces are the text, and what was looked for is highlighted', async () => {
      const [first] = await found('text: "sub", first: 1', 'match { text pieces { text highlighted } }');
      expect(first.match).toEqual({
        text: 'Subaru',
        pieces: [
          { text: 'Sub', highlighted: true },
          { text: 'aru', highlighted: false },
        ],
      });
    });

    test('what is highlighted is written as it is, whatever was asked', async () => {
      const [first] = await found('text: "ﾚｸｻ", first: 1', 'match { pieces { text highlighted } }');
      expect(first.match.pieces).toEqual([
        { text: 'レクサ', highlighted: true },
        { text: 'ス', highlighted: false },
      ]);
    });

    test('a code is a code only to the letter', async () => {
      const [first] = await found('text: "jp"');
      expect(first).toMatchObject({ node: { id: 'country/japan' }, match: { role: 'CODE', text: 'JP' } });
      expect((await found('text: "jpx"')).some(({ match }) => match.role === 'CODE')).toBe(false);
    });

    test('kinds leave out all others', async () => {
      const all = await ids('text: "Toyota", kinds: [Plant, Partnership]');
      expect(all.length).toBeGreaterThan(2);
      expect(all.every((id) => /^(plant|partnership)\//.test(id))).toBe(true);
    });

    test('conditions are asked of the kinds that they name', async () => {
      const all = await ids(
        'text: "Toyota", kinds: [Plant], where: { nodes: { plant: { place: { eq: "nowhere" } } } }',
      );
      expect(all).toEqual([]);
      const others = await ids(
        'text: "Toyota", first: 1, where: { nodes: { plant: { place: { eq: "nowhere" } } } }',
      );
      expect(others).toEqual(['corporation/toyota']);
    });

    test('page by page it is the whole', async () => {
      const query = `query ($first: Int, $after: String) {
        search(text: "battery", first: $first, after: $after) {
          nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        }
      }`;
      const whole = (await server().data(query, { first: 20 })).search.nodes;
      const pages: any[] = [];
      let after: string | null = null;
      for (let page = 0; page < 4; page++) {
        const { search }: any = await server().data(query, { first: 5, after });
        expect(search.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: page > 0 });
        pages.push(...search.nodes);
        after = search.pageInfo.endCursor;
      }
      expect(pages).toEqual(whole);
    });

    test('nothing is like it', async () => {
      expect(await ids('text: "qqqqqqqqqq zzzzzzzz"')).toEqual([]);
      const { search } = await server().data(
        '{ search(text: "qqqqqqqqqq") { nodes { id } pageInfo { hasNextPage startCursor endCursor } } }',
      );
      expect(search).toEqual({
        nodes: [],
        pageInfo: { hasNextPage: false, startCursor: null, endCursor: null },
      });
    });

    test.each([
      '+-&&||!(){}[]^"~*?:\\/',
      'toyota AND (nissan',
      'search_kind:plant',
      "Robert'); MATCH",
      'a*',
      '"',
    ])('what means something to an index is text: %s', async (text) => {
      const { status, body } = await server().query(
        'query ($text: String!) { search(text: $text) { nodes { id } } }',
        { text },
      );
      const isText = /[a-z]/.test(text);
      expect(status).toBe(isText ? 200 : 400);
      expect(body.errors?.[0].extensions.code).toBe(isText ? undefined : 'BAD_USER_INPUT');
    });

    test('scripts that nothing is written in, signs and half of a pair', async () => {
      for (const text of ['Ελλάδα', 'المملكة', 'ไทย', 'a\u0000b', '🔋 toyota', 'toyota \uD83D'])
        await server().query('query ($text: String!) { search(text: $text) { nodes { id } } }', { text });
    });

    test('beside another root field, by aliases, with what the nodes lead to', async () => {
      const data = await server().data(`{
        one: search(text: "lexus", first: 1) { nodes { id ... on Brand { owner { name } } } }
        two: suggest(prefix: "lex", first: 1) { suggestions { node { __typename } } }
        brands { totalCount }
      }`);
      expect(data).toEqual({
        one: { nodes: [{ id: 'brand/lexus', owner: { name: 'Toyota' } }] },
        two: { suggestions: [{ node: { __typename: 'Brand' } }] },
        brands: { totalCount: 1 },
      });
    });

    test.each([
      ['search(text: "")', 'BAD_USER_INPUT', 'search.text', ''],
      ['search(text: " – ")', 'BAD_USER_INPUT', 'search.text', ' – '],
      [`search(text: "${'a'.repeat(201)}")`, 'BAD_USER_INPUT', 'search.text', 201],
      ['search(text: "a", kinds: [])', 'BAD_USER_INPUT', 'search.kinds', []],
      ['search(text: "a", first: 501)', 'PAGE_SIZE_OUT_OF_RANGE', 'search.first', 501],
      ['search(text: "a", first: -1)', 'PAGE_SIZE_OUT_OF_RANGE', 'search.first', -1],
      ['search(text: "a", after: "x")', 'BAD_CURSOR', 'search.after', 'x'],
    ])('%s is refused', async (field, code, argument, given) => {
      const { status, body } = await server().query(`{ ${field} { nodes { id } } }`);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code, argument, given } }]);
    });

    test.each([
      ['suggest(prefix: "")', 'BAD_USER_INPUT', 'suggest.prefix'],
      ['suggest(prefix: "a", kinds: [])', 'BAD_USER_INPUT', 'suggest.kinds'],
      ['suggest(prefix: "a", first: 501)', 'PAGE_SIZE_OUT_OF_RANGE', 'suggest.first'],
    ])('%s is refused', async (field, code, argument) => {
      const { status, body } = await server().query(`{ ${field} { suggestions { node { id } } } }`);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code, argument } }]);
    });

    test('a kind that there is not', async () => {
      const { status, body } = await server().query('{ search(text: "a", kinds: [Claim]) { nodes { id } } }');
      expect(status).toBe(400);
      expect(body.errors).toHaveLength(1);
    });

    test('a cursor of another text is refused', async () => {
      const { search } = await server().data(
        '{ search(text: "toyota", first: 1) { pageInfo { endCursor } } }',
      );
      const { body } = await server().query(
        'query ($after: String) { search(text: "nissan", after: $after) { nodes { id } } }',
        { after: search.pageInfo.endCursor },
      );
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR', argument: 'search.after' } }]);
    });

    test('beside another reading it is refused', async () => {
      const { body } = await server().query(
        'query @asOf(valid: "2024") { search(text: "toyota") { nodes { id } } }',
      );
      expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'search' } }]);
    });
  },
  { seeds },
);

onEveryStore('suggest', (server) => {
  const suggested = async (args: string): Promise<string[]> => {
    const { suggest } = await server().data(`{ suggest(${args}) { suggestions { node { id } } } }`);
    return suggest.suggestions.map(({ node }: any) => node.id);
  };

  test('letter by letter', async () => {
    const name = 'prime planet';
    for (let length = 3; length <= name.length; length++)
      expect(await suggested(`prefix: "${name.slice(0, length)}", first: 3`)).toContain(
        'corporation/prime-planet-energy-solutions',
      );
  });

  test('places and descriptions are nothing that one begins to type', async () => {
    expect(await suggested('prefix: "Kitakyushu"')).not.toContain('corporation/nissan');
    expect((await suggested('prefix: "to"')).length).toBeLessThanOrEqual(10);
  });

  test('only of some kinds', async () => {
    const all = await suggested('prefix: "t", kinds: [Corporation], first: 50');
    expect(all).toContain('corporation/toyota');
    expect(all.every((id) => id.startsWith('corporation/'))).toBe(true);
  });
});
