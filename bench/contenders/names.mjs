/** The contenders, in the order of the columns. The peer is what the others are compared with. */
export const contenderNames = ['anode-neo4j', 'peer', 'nested', 'statement', 'anode-embedded'];
