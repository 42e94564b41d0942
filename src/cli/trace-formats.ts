interface Named {
  readonly __typename?: string;
  readonly id: string;
  readonly name: string;
}

interface ShownClaim {
  readonly id: string;
  readonly name: string;
  readonly confidence: string;
  readonly locator: string | null;
  readonly source: {
    readonly name: string;
    readonly published: string | null;
    readonly url: string | null;
  } | null;
}

interface ShownHop {
  readonly kind: string;
  readonly direction: 'OUT' | 'IN';
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly since: string | null;
  readonly until: string | null;
  readonly confidence: string | null;
  readonly independentOrigins: number;
  readonly footnote: number;
}

interface ShownPath {
  readonly account: string;
  readonly length: number;
  readonly strength: string | null;
  readonly jointInterval: { readonly since: string | null; readonly until: string | null } | null;
  readonly nodes: readonly Named[];
  readonly hops: readonly ShownHop[];
  readonly footnotes: readonly { readonly number: number; readonly claims: readonly ShownClaim[] }[];
}

/** The answer that `anode trace` prints. */
export interface Traced {
  readonly from: readonly [Named];
  readonly to: readonly [Named];
  readonly trace: {
    readonly nodes: readonly ShownPath[];
    readonly pageInfo: { readonly hasNextPage: boolean };
    readonly search: {
      readonly exhaustive: boolean;
      readonly nodesExpanded: number;
      readonly milliseconds: number;
    };
    readonly nearestMiss: {
      readonly reason: string;
      readonly explanation: string;
      readonly path: ShownPath;
    } | null;
  };
}

export type TraceFormat = 'text' | 'markdown' | 'json' | 'graphml';

export const traceFormats: Readonly<Record<TraceFormat, (traced: Traced) => string>> = {
  text: asText,
  markdown: asMarkdown,
  json: (traced) => `${JSON.stringify(traced, null, 2)}\n`,
  graphml: asGraphML,
};

function asText(traced: Traced): string {
  const { nodes, nearestMiss } = traced.trace;
  const paths = nodes.flatMap((path, at) => ['', `${String(at + 1)}. ${path.account}`, ...detailsOf(path)]);
  const miss =
    nearestMiss === null
      ? []
      : [
          '',
          `Nearest miss: ${nearestMiss.path.account}`,
          `   ${nearestMiss.explanation}`,
          ...detailsOf(nearestMiss.path),
        ];
  return `${[headingOf(traced), reportOf(traced), ...paths, ...miss].join('\n')}\n`;
}

function detailsOf(path: ShownPath): string[] {
  const notes = path.footnotes.flatMap(({ number, claims }) =>
    claims.map((claim) => `   [${String(number)}] ${citationOf(claim)}`),
  );
  return [`   ${summaryOf(path)}`, ...notes];
}

function asMarkdown(traced: Traced): string {
  const { nodes, nearestMiss } = traced.trace;
  const paths = nodes.map((path, at) => markdownOf(path, `${String(at + 1)}. `, `p${String(at + 1)}`));
  const miss =
    nearestMiss === null
      ? []
      : [`**Nearest miss.** ${nearestMiss.explanation}`, markdownOf(nearestMiss.path, '', 'miss')];
  return `${[`# ${headingOf(traced)}`, reportOf(traced), ...paths, ...miss].join('\n\n')}\n`;
}

/** The notes of each path have names of their own, since all notes of a page share one list. */
function markdownOf(path: ShownPath, bullet: string, prefix: string): string {
  const account = path.account.replaceAll(/ \[(\d+)\]/g, `[^${prefix}-$1]`);
  const notes = path.footnotes.map(
    ({ number, claims }) => `[^${prefix}-${String(number)}]: ${claims.map(citationOf).join('; ')}`,
  );
  const indent = ' '.repeat(bullet.length);
  return `${bullet}${account}\n${indent}*${summaryOf(path)}*\n\n${notes.join('\n')}`;
}

const headingOf = ({ from: [from], to: [to], trace: { nodes } }: Traced): string =>
  `${from.name} to ${to.name}: ${nodes.length === 0 ? 'no path' : count(nodes.length, 'path')}`;

function reportOf({ trace: { search, pageInfo } }: Traced): string {
  const { exhaustive, nodesExpanded, milliseconds } = search;
  const certain = exhaustive ? 'The search was exhaustive' : 'The search ran out of its budget';
  const more = pageInfo.hasNextPage ? '; there are more paths' : '';
  return `${certain}: ${count(nodesExpanded, 'node')} expanded in ${String(milliseconds)} ms${more}.`;
}

function summaryOf({ length, strength, jointInterval }: ShownPath): string {
  const strong = `the weakest of confidence ${strength ?? 'unknown'}`;
  return `${count(length, 'hop')}, ${strong}; ${togetherOf(jointInterval)}`;
}

function togetherOf(interval: ShownPath['jointInterval']): string {
  if (interval === null) return 'never all at once';
  const since = interval.since === null ? '' : ` since ${interval.since}`;
  const until = interval.until === null ? '' : ` until ${interval.until}`;
  return since + until === '' ? 'no dates known' : `all at once${since}${until}`;
}

function citationOf({ name, confidence, locator, source }: ShownClaim): string {
  const parts = [name, source?.name, source?.published, locator, source?.url, confidence];
  return parts.filter((part) => part !== null && part !== undefined).join(', ');
}

const count = (number: number, what: string): string => `${String(number)} ${what}${number === 1 ? '' : 's'}`;

/** All paths as one graph: each node and each edge once, with the numbers of the paths that an edge is on. */
function asGraphML({ trace: { nodes: paths } }: Traced): string {
  const nodes = new Map(paths.flatMap((path) => path.nodes).map((node) => [node.id, node]));
  const edges = new Map<string, { hop: ShownHop; claims: readonly ShownClaim[]; paths: number[] }>();
  for (const [at, { hops, footnotes }] of paths.entries()) {
    for (const hop of hops) {
      const key = hop.direction === 'OUT' ? [hop.from.id, hop.to.id] : [hop.to.id, hop.from.id];
      const claims = footnotes.find(({ number }) => number === hop.footnote)!.claims;
      const known = edges.get([hop.kind, ...key].join(' ')) ?? { hop, claims, paths: [] };
      known.paths.push(at + 1);
      edges.set([hop.kind, ...key].join(' '), known);
    }
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...['name', 'kind'].map((name) => keyOf('node', name)),
    ...['type', 'since', 'until', 'confidence', 'origins', 'claims', 'paths'].map((name) =>
      keyOf('edge', name),
    ),
    '  <graph edgedefault="directed">',
    ...[...nodes.values()].map(
      ({ id, name, __typename }) =>
        `    <node id="${escaped(id)}">${dataOf('node', { name, kind: __typename })}</node>`,
    ),
    ...[...edges].map(([key, edge]) => {
      const [, source, target] = key.split(' ') as [string, string, string];
      return `    <edge source="${escaped(source)}" target="${escaped(target)}">${dataOf('edge', valuesOf(edge))}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const valuesOf = ({
  hop,
  claims,
  paths,
}: {
  readonly hop: ShownHop;
  readonly claims: readonly ShownClaim[];
  readonly paths: readonly number[];
}) => ({
  type: hop.kind,
  since: hop.since,
  until: hop.until,
  confidence: hop.confidence,
  origins: String(hop.independentOrigins),
  claims: claims.map(({ id }) => id).join(' '),
  paths: paths.join(' '),
});

const keyOf = (of: 'node' | 'edge', name: string): string =>
  `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="string"/>`;

const dataOf = (of: 'node' | 'edge', values: Readonly<Record<string, string | null | undefined>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `<data key="${of}-${name}">${escaped(value!)}</data>`)
    .join('');

/** Text in XML 1.0, which has no way to write most control characters. */
const escaped = (text: string): string =>
  text

    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
