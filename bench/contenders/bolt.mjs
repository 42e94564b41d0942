import neo4j from 'neo4j-driver';

/** Runs statements through the bare driver, in this process, with a session a read, as its manual says. */
class BoltContender {
  constructor({ uri, user, password }) {
    const credentials = user === undefined ? undefined : neo4j.auth.basic(user, password ?? '');
    this.driver = neo4j.driver(uri, credentials, { disableLosslessIntegers: true });
  }

  async records(text, parameters) {
    const session = this.driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.executeRead((transaction) => transaction.run(text, parameters));
      return records;
    } finally {
      await session.close();
    }
  }

  async close() {
    await this.driver.close();
  }
}

/** What somebody writes by hand who wants the answer in one statement: one nested expression. */
export class NestedCypher extends BoltContender {
  name = 'nested';
  title = 'one nested Cypher, bare driver';

  async task({ nested: { statement, parameters = (each) => each, rows } }, everyParameters) {
    const every = everyParameters.map((each) => toBolt(parameters(each)));
    return {
      calls: every.map((each) => async () => {
        await this.records(statement, each);
      }),
      answer: async (at) => rows((await this.records(statement, every[at])).map((each) => each.toObject())),
    };
  }
}

/** What Anode prints for its own queries: the most that Anode over HTTP could reach. */
export class OwnStatement extends BoltContender {
  name = 'statement';
  title = "Anode's statement, bare driver";

  /** @param recorder tells which statement a query becomes (recorder.mjs) */
  constructor(address, recorder) {
    super(address);
    this.recorder = recorder;
  }

  /** Its rows are no answers; they are those that Anode over HTTP makes answers of, which are compared. */
  async task({ anode: { query, variables } }, everyParameters, share) {
    const ask = (text, given) => this.recorder.data(text, given);
    const every = await share('anode', () => variables(everyParameters, ask));
    const calls = [];
    for (const each of every) {
      const { text, parameters } = await this.recorder.statementOf(query, each);
      const bound = toBolt(parameters);
      calls.push(async () => {
        await this.records(text, bound);
      });
    }
    return { calls };
  }

  async close() {
    await this.recorder.close();
    await super.close();
  }
}

/** The driver sends every number as a float; LIMIT wants integers. */
function toBolt(value) {
  if (Number.isSafeInteger(value)) return neo4j.int(value);
  if (Array.isArray(value)) return value.map(toBolt);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toBolt(item)]));
}
