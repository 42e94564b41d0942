import { examples } from '../support/examples';
import { onEveryStore } from '../support/servers';

onEveryStore('the examples of the playground', (server) => {
  test.each(examples)(
    '$file answers in one statement, and what a search reads before it',
    async ({ query, variables }) => {
      const { store } = server();
      store.reads = [];
      const { status, body } = await server().query(query, variables);
      expect(body.errors).toBeUndefined();
      expect(status).toBe(200);
      expect(Object.values(body.data as object).every((value) => value !== null)).toBe(true);
      const ownReads = /^ {2}(\w+: )?(trace|timeline|diff|exposure|search|suggest)\(/m.test(query)
        ? store.reads.slice(-1)
        : store.reads;
      expect(ownReads).toHaveLength(1);
    },
  );
});
