import { onEveryStore } from '../support/servers';

/** What random operations of random graphs found (tests/differential), one case each. */
onEveryStore('what random operations found', (server) => {
  test('a condition that nothing fits goes with an order along a relation', async () => {
    const data: unknown = await server().data(`{
      countries(first: 3) {
        nodes { plants(where: { NOT: {} }, orderBy: [{ country: { name: ASC } }]) { nodes { id } } }
      }
    }`);
    expect(data).toEqual({ countries: { nodes: Array(3).fill({ plants: { nodes: [] } }) } });
  });

  test('and so it does beside a condition on a relation', async () => {
    const data: unknown = await server().data(`{
      countries(first: 3) {
        nodes {
          plants(
            where: { chemistries: { single: {} } }
            whereEdge: { NOT: {} }
            orderBy: [{ country: { name: ASC } }]
          ) { nodes { id } }
        }
      }
    }`);
    expect(data).toEqual({ countries: { nodes: Array(3).fill({ plants: { nodes: [] } }) } });
  });
});
