/** The normal form of an answer has the names of Anode's API, relations as lists, and one node where there is one at most. */

/** A relation to one is a list at the peer. */
export const one = ([node]) => node ?? null;

/** For lists whose order was not asked for. */
export const byId = (nodes) => nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Variables that are the parameters themselves. */
export const asTheyAre = (parameters) => parameters;
