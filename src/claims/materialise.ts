import {
  edgeKey,
  type Graph,
  type GraphEdge,
  type GraphModel,
  type GraphNode,
  type GraphProperties,
  type Policy,
} from '../model';
import { conflictsOf, type ConflictRecord } from './conflicts';
import { countsOf, sourcesOf } from './corroboration';
import { Decisions, noDecisions } from './curation';
import { entityEvidence } from './entity-evidence';
import type { ClaimRecord, DecisionRecord, EntityRecord, Evidence, SourceRecord } from './evidence';
import { factsOf, groupBy, turnedForward, type EdgeFact, type Fact, type PropertyFact } from './facts';
import { Lineage } from './lineage';
import { mostConfident, ranked, resolve, type Weights } from './resolve';
import { rowsOf } from './rows';
import { termsIn } from './searched';
import { edgePropertiesOf, valueOf } from './values';
import { weightsOf } from './weights';

/** How claims are chosen, where not by the default policy and by what they weigh among themselves. */
interface Choosing {
  readonly policy?: Policy;
  /** What the claims weigh among: all evidence, of which they may be a part. */
  readonly among?: Pick<Evidence, 'claims' | 'decisions'>;
}

/** What is to be known of the rest of a graph while a part of it is made. */
export interface Surroundings {
  /** Of all sources. */
  readonly lineage: Lineage;
  /** The names of all that the part speaks of, by id. */
  readonly names: Names;
  /** All that curators decided. */
  readonly decisions: Decisions;
  /** Claims about entities of the part that make edges of others. */
  readonly aside: readonly ClaimRecord[];
}

/** The names of nodes by their ids. */
type Names = Pick<ReadonlyMap<string, string>, 'get'>;

/**
 * The graph that evidence makes: entities with the properties and edges that the shown claims give them, the rows of
 * evidence that other readings choose among, and the evidence itself as nodes. The same evidence always makes the same graph.
 */
export function materialise(model: GraphModel, evidence: Evidence, choosing: Choosing = {}): Graph {
  const names = new Map([...evidence.entities, ...evidence.sources].map(({ id, name }) => [id, name]));
  const surroundings = {
    lineage: new Lineage(evidence.sources),
    names,
    decisions: new Decisions(evidence.decisions),
    aside: [],
  };
  return materialisePart(model, evidence, surroundings, choosing);
}

/**
 * The part of the graph that some of the evidence makes. It is as in the whole graph if of each subject all is there: its
 * claims, those that relate others to it among them where they are claims of an edge that leaves it, and its contradictions;
 * and aside, those about it of edges that leave others, which count for it but are made elsewhere. Of decisions, those that
 * it has become nodes; what counts are those of the surroundings.
 */
export function materialisePart(
  model: GraphModel,
  evidence: Evidence,
  surroundings: Surroundings,
  { policy = 'DEFAULT', among }: Choosing = {},
): Graph {
  const { lineage, names, decisions, aside } = surroundings;
  const claims = evidence.claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const forward = claims.map((claim) => turnedForward(model, claim));
  const weights = weighed(model, forward, surroundings, among);
  const facts = factsOf(model, forward, (rivals) => resolve(rivals, weights, policy));
  const hidden = hiddenFacts(model, forward, facts, weights);
  const conflicts = conflictsOf(model, facts, hidden, evidence.contradictions);
  const write = new GraphWriter(model, names, lineage, {
    counted: (own) => decisions.counted(own),
    ranked: (rivals) => ranked(rivals, weights, policy),
  });
  const properties = propertiesBySubject(facts, decisions);
  const terms = termsIn(model, facts, names);
  const rows = rowsOf(model, forward, weights, lineage);
  const about = groupBy([...claims, ...aside], ({ subject }) => subject);
  const bySubject = new Map(about.map((group) => [group[0]!.subject, group]));
  for (const entity of evidence.entities) {
    const own = properties.get(entity.id);
    const facets = {
      ...own,
      ...rows.bySubject.get(entity.id),
      ...entityEvidence(model.kindOfId(entity.id)!, bySubject.get(entity.id) ?? [], surroundings),
      ...terms(entity.id, { ...own, ...entity }),
    };
    write.entity(entity, facets, decisions.sameAs(entity.id));
  }
  for (const source of evidence.sources) write.source(source, terms(source.id, { ...source }));
  for (const decision of evidence.decisions) write.decision(decision);
  const shown = shownClaims(facts, decisions);
  for (const claim of claims) write.claim(claim, { shown: shown.has(claim.id), ...weights.told(claim) });
  for (const conflict of conflicts) write.conflict(conflict);
  for (const fact of facts) if (fact.kind === 'edge') write.edge(fact);
  for (const edge of rows.edges) write.putEdge(edge);
  return write.graph;
}

/** Claims are chosen by the decisions of the surroundings; what they weigh may depend on others. */
function weighed(
  model: GraphModel,
  claims: readonly ClaimRecord[],
  { lineage, decisions }: Surroundings,
  among: Choosing['among'],
): Weights {
  if (among === undefined) return weightsOf(claims, lineage, decisions);
  const others = among.claims.map((claim) => turnedForward(model, claim));
  return { ...weightsOf(others, lineage, new Decisions(among.decisions)), decisions };
}

/** What the claims would make if nothing were decided, of that of which they make nothing because all are dismissed. */
function hiddenFacts(
  model: GraphModel,
  claims: readonly ClaimRecord[],
  facts: readonly Fact[],
  weights: Weights,
): readonly Fact[] {
  if (!claims.some((claim) => weights.decisions.isDismissed(claim))) return [];
  const undecided = { ...weights, decisions: noDecisions };
  const keyOf = (fact: Fact): string => {
    const { subject, property, value } = fact.resolution.shown;
    const isOneOfMany = model.kindOfId(subject)!.relation(property)?.many === true;
    return [subject, property, ...(isOneOfMany ? [value] : [])].join(' ');
  };
  const there = new Set(facts.map(keyOf));
  return factsOf(model, claims, (rivals) => resolve(rivals, undecided)).filter(
    (fact) => !there.has(keyOf(fact)),
  );
}

/** The claims whose value the graph shows. Of a list and of a relation to many, all are shown. */
function shownClaims(facts: readonly Fact[], decisions: Decisions): ReadonlySet<string> {
  return new Set(
    facts.flatMap((fact) =>
      fact.kind === 'property' && !fact.property.list
        ? [fact.resolution.shown.id]
        : decisions.counted(fact.claims).map((claim) => claim.id),
    ),
  );
}

function propertiesBySubject(
  facts: readonly Fact[],
  decisions: Decisions,
): ReadonlyMap<string, GraphProperties> {
  const bySubject = new Map<string, Record<string, unknown>>();
  for (const fact of facts) {
    if (fact.kind !== 'property') continue;
    const properties = bySubject.get(fact.subject) ?? {};
    bySubject.set(fact.subject, Object.assign(properties, shownProperties(fact, decisions)));
  }
  return bySubject;
}

/** The property itself, and where the model keeps them, its unit and how it is worded. */
function shownProperties(
  { property, claims, resolution }: PropertyFact,
  decisions: Decisions,
): GraphProperties {
  const { name, list, type, quantity } = property;
  if (list) {
    return { [name]: [...new Set(decisions.counted(claims).map((claim) => valueOf(type, claim.value)))] };
  }
  const { value, unit, qualifier } = resolution.shown;
  return {
    [name]: valueOf(type, value),
    ...(quantity?.unitIn !== undefined && { [quantity.unitIn]: unit }),
    ...(quantity?.qualifierIn !== undefined && { [quantity.qualifierIn]: qualifier ?? 'EXACT' }),
  };
}

/** Writes nodes and edges under the names that the model gives them. */
class GraphWriter {
  private readonly nodes = new Map<string, GraphNode>();
  private readonly edges = new Map<string, GraphEdge>();

  constructor(
    private readonly model: GraphModel,
    private readonly names: Names,
    private readonly lineage: Lineage,
    private readonly choose: {
      /** Those that nobody has taken back or dismissed. */
      readonly counted: (claims: readonly ClaimRecord[]) => readonly ClaimRecord[];
      /** The best first. */
      readonly ranked: (claims: readonly ClaimRecord[]) => readonly ClaimRecord[];
    },
  ) {}

  get graph(): Graph {
    return { nodes: this.nodes, edges: this.edges };
  }

  entity({ id, name, aliases }: EntityRecord, properties: GraphProperties, sameAs: readonly string[]): void {
    this.put(id, { ...properties, name, aliases: aliases.length === 0 ? undefined : aliases });
    this.link(id, 'sameAs', sameAs);
  }

  source(source: SourceRecord, terms: GraphProperties): void {
    const { party, cites, aliases, ...own } = source;
    this.put(source.id, { ...own, aliases: aliases.length === 0 ? undefined : aliases, ...terms });
    this.link(source.id, 'cites', cites);
    this.link(source.id, 'party', party === undefined ? [] : [party]);
  }

  claim(claim: ClaimRecord, made: GraphProperties): void {
    const { subject, source, attributedTo, ...own } = claim;
    const property = this.model.kindOfId(subject)!.property(claim.property);
    const isNumber = property?.type === 'int' || property?.type === 'decimal';
    this.put(claim.id, {
      ...own,
      ...made,
      name: this.describe(claim),
      number: isNumber ? Number(claim.value) : undefined,
    });
    this.link(claim.id, 'subject', [subject]);
    this.link(claim.id, 'object', property === undefined ? [claim.value] : []);
    this.link(claim.id, 'source', [source]);
    this.link(claim.id, 'attributedTo', attributedTo);
  }

  conflict({ subject, sides, shown, ...own }: ConflictRecord): void {
    const name = `${this.names.get(subject) ?? subject}${own.property === undefined ? '' : `: ${own.property}`}`;
    this.put(own.id, { ...own, name });
    this.link(own.id, 'subject', [subject]);
    this.link(own.id, 'sides', sides);
    this.link(own.id, 'shown', shown === undefined ? [] : [shown.id]);
  }

  edge({ type, from, to, claims, resolution: { shown } }: EdgeFact): void {
    const behind = this.choose.counted(claims);
    // The best claim last, so that what it says of the edge counts.
    const ordered = this.choose.ranked(behind).toReversed();
    const stated = ordered.flatMap((claim) => Object.entries(edgePropertiesOf(this.model, claim)));
    const properties = {
      ...Object.fromEntries(stated),
      since: behind.flatMap(({ validFrom }) => validFrom ?? []).toSorted()[0],
      until: shown.validUntil,
      confidence: mostConfident(behind),
      ...countsOf(behind, this.lineage),
      claimIds: behind.map((claim) => claim.id),
      sourceIds: sourcesOf(behind),
    };
    this.putEdge({ type, from, to, properties });
  }

  decision({ claim, entities, features, ...own }: DecisionRecord): void {
    const about = claim === undefined ? entities.toSorted() : [claim];
    this.put(own.id, {
      ...own,
      name: `${own.verdict} ${about.join(', ')}`,
      enteredAt: own.decidedAt,
      features: features.length === 0 ? undefined : features,
    });
    this.link(own.id, 'claim', claim === undefined ? [] : [claim]);
    this.link(own.id, 'entities', entities);
  }

  private put(id: string, properties: GraphProperties): void {
    if (this.nodes.has(id)) throw new Error(`Two nodes were made with the id ${id}.`);
    const kind = this.model.kindOfId(id)!.name;
    this.nodes.set(id, { id, kind, properties: present(properties) });
  }

  /** Edges of a relation that evidence declares. */
  private link(from: string, relationName: string, ends: readonly string[]): void {
    const relation = this.model.kindOfId(from)!.relation(relationName)!;
    for (const to of ends) this.putEdge({ type: relation.edge.type, from, to, properties: {} });
  }

  putEdge(edge: GraphEdge): void {
    this.edges.set(edgeKey(edge), { ...edge, properties: present(edge.properties) });
  }

  /** What a claim says, in a line, with names instead of ids. */
  private describe({ subject, property, value, unit }: ClaimRecord): string {
    const isRelation = this.model.kindOfId(subject)!.relation(property) !== undefined;
    const stated = isRelation ? (this.names.get(value) ?? value) : value;
    return `${this.names.get(subject) ?? subject}: ${property} ${stated}${unit === undefined ? '' : ` ${unit}`}`;
  }
}

/** Those that have a value, without the id. */
function present(properties: GraphProperties): GraphProperties {
  const result: Record<string, unknown> = {};
  for (const name in properties)
    if (properties[name] !== undefined && name !== 'id') result[name] = properties[name];
  return result;
}
