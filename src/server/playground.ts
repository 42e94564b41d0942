import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the build puts the page. */
const root = join(__dirname, '..', 'playground');

/** Chunks are named by their content and never change; everything else is asked for again, and mostly not modified. */
const isImmutable = (file: string): boolean => /-[A-Z0-9]{8}\.js$/.test(file);

/** GraphiQL for whoever asks /graphql for a page rather than for data. */
export async function servePlayground(app: FastifyInstance): Promise<void> {
  app.get('/', (_request, reply) => reply.redirect('/graphql'));
  app.get('/playground', (_request, reply) => reply.redirect('/graphql'));
  // A checkout that was never built (tests run from the sources) serves the data alone.
  if (!existsSync(root)) return;
  await app.register(fastifyStatic, {
    root: join(root, 'assets'),
    prefix: '/graphql/assets/',
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header(
        'cache-control',
        isImmutable(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'GET' || request.url.split('?')[0] !== '/graphql') return;
    void reply.header('vary', 'Accept');
    if (request.headers.accept?.includes('text/html')) await reply.sendFile('index.html', root);
  });
}
