import { createHash } from 'node:crypto';
import type { Graph, GraphEdge, GraphNode } from '../model';

/** The digest is a number of so many bits. */
const modulus = 1n << 256n;

/**
 * The digest of a graph that is added part by part, in any order: the sum of the digests of its nodes and edges. Two
 * stores that hold the same have the same.
 */
export class GraphDigest {
  private sum = 0n;

  add({ nodes, edges }: Graph): void {
    for (const node of nodes.values()) this.addOne(node);
    for (const edge of edges.values()) this.addOne(edge);
  }

  toString(): string {
    return this.sum.toString(16).padStart(64, '0');
  }

  private addOne(item: GraphNode | GraphEdge): void {
    const { properties, ...own } = item;
    const text = JSON.stringify([sorted(own), sorted(properties)]);
    this.sum = (this.sum + BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)) % modulus;
  }
}

const sorted = (record: object): unknown => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
