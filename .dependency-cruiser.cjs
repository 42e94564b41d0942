/** The rooms of the house, roughly the way of a request. A room imports only rooms that stand to its right. */
const rooms = [
  'cli',
  'server',
  'claims',
  'find',
  'trace',
  'graphql',
  'cypher',
  'assembly',
  'store',
  'plan',
  'domain',
  'model',
];

/** Packages that stay inside certain rooms. Each key is a pattern. */
const keptIn = {
  'neo4j-driver': ['store'],
  '@grafeo-db/js': ['store'],
  '@neo4j/cypher-builder': ['cypher'],
  'type-graphql': ['graphql'],
  graphql: ['graphql', 'server', 'cli'],
  'fastify|@fastify/[^/]+|@apollo/[^/]+|@as-integrations/[^/]+': ['server'],
};

const folders = (names) => `^src/(${names.join('|')})/`;
/** Where a package is installed; the name alone where it is not. */
const packages = (pattern) => `(^|node_modules/)(@types/)?(${pattern})(/|$)`;
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const direction = rooms.map((room, place) =>
  forbid(
    `direction-${room}`,
    `src/${room} imports only rooms to its right: ${rooms.slice(place + 1).join(', ') || 'none'}`,
    { path: folders([room]) },
    { path: folders(rooms.slice(0, place).concat('playground')) },
  ),
);

const keeping = Object.entries(keptIn).map(([pattern, only]) =>
  forbid(
    `only-in-${only.join('-')}`,
    `${pattern} is imported only in ${only.join(', ')}`,
    { path: '^src/', pathNot: folders([...only, 'playground']) },
    { path: packages(pattern) },
  ),
);

module.exports = {
  forbidden: [
    ...direction,
    ...keeping,
    forbid(
      'no-unlisted-room',
      'A new folder of src needs its place in the list of rooms; beside the rooms stands only errors.ts',
      {},
      { path: '^src/', pathNot: [folders([...rooms, 'playground']), '^src/errors\\.ts$'] },
    ),
    forbid(
      'errors-stand-alone',
      'src/errors.ts may be imported by every room and imports none',
      { path: '^src/errors\\.ts$' },
      { path: '^src/' },
    ),
    forbid(
      'playground-stands-alone',
      'Browser code and the server share nothing but the HTTP API',
      { path: folders(['playground']) },
      { path: '^src/', pathNot: folders(['playground']) },
    ),
    forbid(
      'no-cycles',
      'Files do not import each other, not even types. Entities do: a plant has a country, a country has plants',
      { pathNot: folders(['domain']) },
      { circular: true },
    ),
    forbid('no-missing', 'What is imported exists', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  ],
  options: {
    // Type-only imports count: they too say who knows whom.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'types', 'default'],
    },
  },
};
