import helmet from '@fastify/helmet';
import { fastify } from 'fastify';

/** GraphiQL is one page with its own scripts, styles and workers, and talks to nobody else. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    workerSrc: ["'self'", 'blob:'],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/**
 * The headers that helmet puts on every answer. It works them out anew for each, policy and all, and they are always the
 * same: so it is asked once, by a server that nobody else ever sees.
 */
export async function protectiveHeaders(): Promise<Readonly<Record<string, string>>> {
  const app = fastify();
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  app.get('/', (_request, reply) => reply.raw.getHeaders());
  const headers = (await app.inject('/')).json<Record<string, string>>();
  await app.close();
  return headers;
}
