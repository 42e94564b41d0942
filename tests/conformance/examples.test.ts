import { examples } from '../support/examples';
import { onEveryStore } from '../support/servers';

onEveryStore('the examples of the playground', (server) => {
  test.each(examples)('$file answers in one statement', async ({ query, variables }) => {
    const { store } = server();
    store.reads = [];
    const { status, body } = await server().query(query, variables);
    expect(body.errors).toBeUndefined();
    expect(status).toBe(200);
    expect(Object.values(body.data as object).every((value) => value !== null)).toBe(true);
    expect(store.reads).toHaveLength(1);
  });
});
