import { Pool } from 'undici';

/** A server of GraphQL, spoken to over as many connections as there are clients, all kept alive. */
export class HttpContender {
  /**
   * @param {{ name: string, title?: string, side?: 'anode' | 'peer', server: { url: string, pid?: number }, clients: number }}
   * options `side`: whose queries it understands
   */
  constructor({ name, title, side, server, clients }) {
    Object.assign(this, { name, title, side, pid: server.pid });
    const { origin, pathname } = new URL(server.url);
    this.path = pathname;
    this.pool = new Pool(origin, { connections: clients, headersTimeout: 120_000, bodyTimeout: 120_000 });
  }

  /**
   * How it does a work: `calls`, one for each parameters, that resolve with the size of the answer in bytes; and
   * `answer(at)`, the rows of that call in the normal form of the work.
   */
  async task(work, everyParameters, share) {
    const { query, variables, rows } = work[this.side];
    const ask = async (text, given) => this.data(text, given);
    const every = await share(this.side, () => variables(everyParameters, ask));
    const bodies = every.map((each) => JSON.stringify({ query, variables: each }));
    return {
      calls: bodies.map((body) => () => this.size(body)),
      answer: async (at) => rows(await this.data(query, every[at])),
    };
  }

  async data(query, variables) {
    const body = await this.post(JSON.stringify({ query, variables }));
    const { data, errors } = await body.json();
    if (errors === undefined) return data;
    if (errors.every(({ extensions }) => extensions?.code === 'GRAPHQL_VALIDATION_FAILED'))
      throw new CannotDo(errors[0].message);
    throw new Error(`${this.name}: ${JSON.stringify(errors, null, 2)}`);
  }

  /** Reads an answer to its end, as a client must, without parsing it. The answers have been compared before. */
  async size(body) {
    const bytes = await (await this.post(body)).bytes();
    return bytes.length;
  }

  /** The answer to a request whatever its status, with errors and extensions. */
  async answer(body) {
    return (await this.request(body)).body.json();
  }

  async post(body) {
    const answer = await this.request(body);
    if (answer.statusCode !== 200 && answer.statusCode !== 400)
      throw new Error(`${this.name} answers with status ${answer.statusCode}: ${await answer.body.text()}`);
    return answer.body;
  }

  request(body) {
    return this.pool.request({
      path: this.path,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body,
    });
  }

  async close() {
    // What is under way is not waited for: nobody wants it any more.
    await this.pool.destroy();
  }
}

/** The API of a contender has no way to ask for a work. */
export class CannotDo extends Error {}
