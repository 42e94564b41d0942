/**
 * So many clients, each of which makes its next call when the last one is answered, for some time; the calls under way
 * at the end are waited for.
 *
 * @param {{ calls: (() => Promise<unknown>)[], unit?: number }} task `unit`: a client stops only after a multiple of it
 * @param {{ clients: number, seconds: number, begin?: number }} options `begin`: which call is the first
 * @returns {Promise<{ rate: number, latencies: number[] }>} calls a second of all clients; milliseconds of each call
 */
export async function slot({ calls, unit = 1 }, { clients, seconds, begin = 0 }) {
  const latencies = [];
  const rates = await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const start = performance.now();
      const end = start + seconds * 1000;
      // In a mixed load, every client begins another round.
      let next = begin * unit + client * unit * 3;
      let done = 0;
      let now = start;
      do {
        const from = now;
        await calls[next++ % calls.length]();
        now = performance.now();
        latencies.push(now - from);
        done++;
      } while (now < end || done % unit !== 0);
      return (done * 1000) / (now - start);
    }),
  );
  return { rate: rates.reduce((sum, rate) => sum + rate, 0), latencies };
}
