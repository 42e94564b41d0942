/** What has been started and must be stopped, whatever happens: at the end, on an error, and on a signal. */
export class Stops {
  #stops = [];
  #stopping;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        void this.all().finally(() => process.exit(130));
      });
  }

  /** @param {() => Promise<void>} stop called once, before those that were added earlier */
  add = (stop) => {
    this.#stops.push(stop);
  };

  /** Whether stopping has begun. */
  get begun() {
    return this.#stopping !== undefined;
  }

  /** Stops everything, the last started first. A stop that fails keeps none of the others from it. */
  all() {
    this.#stopping ??= this.#one();
    return this.#stopping;
  }

  async #one() {
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop())
      await stop().catch((error) => console.error(error.message));
  }
}
