import { printSchema } from 'graphql';
import { printChange } from '../../src/cypher';
import { buildSchema } from '../../src/graphql';
import {
  buildGraphModel,
  choice,
  Decimal,
  EdgeType,
  FromMany,
  Id,
  Int,
  Interface,
  Kind,
  OneOf,
  Text,
  ToMany,
  ToOne,
} from '../../src/model';
import { EmbeddedStore } from '../../src/store';
import { startServer, type TestServer } from '../support/servers';

const Colour = choice('Colour', 'A colour.', { RED: 'Red.', BLUE: 'Blue.' });

@Interface('Whatever has an id.')
abstract class Thing {
  @Id('Kind, slash, slug.', { required: true })
  id!: string;

  @Text('Its title.', { required: true, indexed: true })
  title!: string;
}

@EdgeType('HOLDS', 'Holds a book.')
abstract class Holds {
  @Int('The number of the shelf.')
  shelf?: number;
}

@Kind({ plural: 'libraries', description: 'A library.' })
abstract class Library extends Thing {
  @ToMany('Books it holds.', () => PictureBook, () => Holds)
  books!: readonly PictureBook[];
}

@Kind({ plural: 'pictureBooks', description: 'A picture book.' })
abstract class PictureBook extends Thing {
  @OneOf(Colour, 'The colours in it.', { list: true })
  colours?: string[];

  @Decimal('Its price.')
  price?: number;

  @FromMany('Libraries that hold it.', () => Library, 'books')
  libraries!: readonly Library[];

  @ToOne('The book it continues.', () => PictureBook, 'CONTINUES')
  continues: unknown;
}

/** One more kind is one more class, and its place in the list. */
@Kind({ plural: 'readers', description: 'A reader.' })
abstract class Reader extends Thing {
  @ToMany('What it likes.', () => Thing, 'LIKES', { name: 'likedBy', description: 'Who likes it.' })
  likes!: readonly Thing[];
}

const model = buildGraphModel([Library, PictureBook, Reader]);

describe('a model of a few classes', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer(new EmbeddedStore(), { model, seeds: [] });
    const node = (id: string, kind: string, properties: object) => ({
      id,
      kind,
      properties: { ...properties },
    });
    const edge = (type: string, from: string, to: string, properties = {}) => ({
      type,
      from,
      to,
      properties,
    });
    const statements = printChange(model, {
      newNodes: [
        node('library/city', 'Library', { title: 'City' }),
        node('picture-book/one', 'PictureBook', { title: 'One', colours: ['RED', 'BLUE'], price: 9.5 }),
        node('picture-book/two', 'PictureBook', { title: 'Two' }),
        node('reader/ann', 'Reader', { title: 'Ann' }),
      ],
      newEdges: [
        edge('HOLDS', 'library/city', 'picture-book/one', { shelf: 7 }),
        edge('HOLDS', 'library/city', 'picture-book/two'),
        edge('CONTINUES', 'picture-book/two', 'picture-book/one'),
        edge('LIKES', 'reader/ann', 'library/city'),
        edge('LIKES', 'reader/ann', 'picture-book/two'),
      ],
    });
    await server.store.write(statements);
  });
  afterAll(() => server.close());

  test('is served with lists, filters, edges, inverses and interfaces', async () => {
    const query = `{
      libraries(where: {books: {some: {colours: {includes: RED}}}}) { nodes {
        books(orderBy: {price: DESC}) { edges { shelf node { title colours continues { id } libraries { totalCount } } } }
        likedBy { nodes { title } }
      } }
      reader(id: "reader/ann") { likes { nodes { __typename id ... on PictureBook { price } } } }
      node(id: "picture-book/one") { title likedBy { totalCount } }
    }`;
    const libraries = { totalCount: 1 };
    expect(await server.data(query)).toEqual({
      libraries: {
        nodes: [
          {
            books: {
              edges: [
                { shelf: 7, node: { title: 'One', colours: ['RED', 'BLUE'], continues: null, libraries } },
                {
                  shelf: null,
                  node: { title: 'Two', colours: [], continues: { id: 'picture-book/one' }, libraries },
                },
              ],
            },
            likedBy: { nodes: [{ title: 'Ann' }] },
          },
        ],
      },
      reader: {
        likes: {
          nodes: [
            { __typename: 'Library', id: 'library/city' },
            { __typename: 'PictureBook', id: 'picture-book/two', price: null },
          ],
        },
      },
      node: { title: 'One', likedBy: { totalCount: 0 } },
    });
  });
});

describe('a schema is made of its model and of nothing else', () => {
  const small = buildGraphModel([Library, PictureBook]);

  test('twice of one model it is the same', () => {
    expect(printSchema(buildSchema(model))).toBe(printSchema(buildSchema(model)));
  });

  test('a model beside another does not change it, and shares no types with it', () => {
    const alone = printSchema(buildSchema(small));
    const large = buildSchema(model);
    expect(large.getType('Reader')).toBeDefined();
    const beside = buildSchema(small);
    expect(printSchema(beside)).toBe(alone);
    expect(beside.getType('Reader')).toBeUndefined();
    expect(beside.getType('Thing')).not.toBe(large.getType('Thing'));
  });

  test('a class left out of the list leaves nothing behind', () => {
    expect(small.kinds.map(({ name }) => name)).toEqual(['Library', 'PictureBook']);
    expect(small.type('Thing').relations).toEqual([]);
    expect(model.type('Thing').relations.map(({ name }) => name)).toEqual(['likedBy']);
    expect(() => small.type('Reader')).toThrow('Model: there is no type Reader.');
  });

  test('the model is frozen', () => {
    expect(Object.isFrozen(model)).toBe(true);
    expect(Object.isFrozen(model.kinds)).toBe(true);
    expect(Object.isFrozen(model.type('Library'))).toBe(true);
    expect(Object.isFrozen(model.type('Library').relation('books')!.edge)).toBe(true);
  });

  test('ids tell their kind', () => {
    expect(model.kindOfId('picture-book/one')?.name).toBe('PictureBook');
    for (const id of ['picture-book', 'PictureBook/one', 'book/one', '/one', '']) {
      expect(model.kindOfId(id)).toBeUndefined();
    }
  });
});
