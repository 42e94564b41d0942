/**
 * Everything that was measured, as plain data, which is what the JSON file holds: rates in calls a second, times in
 * milliseconds, memory and sizes of answers in bytes.
 */
export function reportOf({ size, options, environment, contenders, measured, memory }) {
  return {
    size,
    ...environment,
    clients: options.clients,
    seconds: options.seconds,
    rounds: options.rounds,
    contenders: contenders.map(({ name, title }) => ({ name, title })),
    memory,
    works: measured.map(({ work, cannot, results, bytes }) => ({
      name: work.name,
      title: work.title,
      description: work.description,
      ...(bytes !== undefined && { bytes: Math.round(bytes) }),
      contenders: Object.fromEntries(
        contenders.map((contender) => [
          contender.name,
          results.has(contender) ? rounded(results.get(contender)) : { cannot: cannot.get(contender) },
        ]),
      ),
    })),
  };
}

const rounded = (result) =>
  Object.fromEntries(Object.entries(result).map(([name, value]) => [name, Number(value.toPrecision(4))]));
