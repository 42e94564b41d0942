/**
 * The peer, set up as its documentation says, behind the same HTTP server as Anode, but with nothing else in the way:
 * no helmet, no CORS, no compression, no limits of its own.
 *
 *     NEO4J_URI=… node server.mjs
 */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { fastify } from 'fastify';
import neo4j from 'neo4j-driver';

const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password } = process.env;
const driver = neo4j.driver(uri, user === undefined ? undefined : neo4j.auth.basic(user, password));
const typeDefs = readFileSync(new URL('type-defs.graphql', import.meta.url), 'utf8');
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();

const app = fastify();
const apollo = new ApolloServer({ schema, plugins: [fastifyApolloDrainPlugin(app)] });
await apollo.start();
app.route({ url: '/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo) });
console.log(`${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`);
