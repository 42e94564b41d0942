import type { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import { AnodeError } from '../errors';
import type { GraphStore } from '../store';
import type { Answers } from './answer';
import { createApollo, type RequestContext } from './apollo';
import { protectiveHeaders } from './headers';
import { answerBadHttp, httpErrorHandler, refuseAddress } from './http-errors';
import { checkDocumentNesting, checkValueNesting } from './nesting';
import { servePlayground } from './playground';
import type { Settings } from './settings';

export interface HttpOptions {
  readonly settings: Pick<Settings, 'BODY_LIMIT' | 'MAX_NESTING'>;
  readonly answers: Answers;
  readonly store: GraphStore;
  readonly logger: Logger;
}

/** The HTTP server: `/graphql`, the playground at the same address, `/healthz` and `/readyz`. It is not listening yet. */
export async function createHttpServer({
  settings,
  answers,
  store,
  logger,
}: HttpOptions): Promise<{ app: FastifyInstance; apollo: ApolloServer<RequestContext> }> {
  const loggerInstance: FastifyBaseLogger = logger;
  const onError = httpErrorHandler(settings.BODY_LIMIT, logger);
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.BODY_LIMIT,
    forceCloseConnections: 'idle',
    frameworkErrors: onError,
    clientErrorHandler: answerBadHttp,
  });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, parseJson(app));
  app.setErrorHandler(onError);
  app.setNotFoundHandler(refuseAddress);
  closeConnectionsAtTheEnd(app);
  app.addHook('onResponse', (request, reply, done) => {
    logResponse(request, reply);
    done();
  });
  const headers = await protectiveHeaders();
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await app.register(cors, { origin: true, methods: ['GET', 'POST'], strictPreflight: false });
  await app.register(compress, { threshold: 1_024 });
  serveHealth(app, store);
  await servePlayground(app);

  const apollo = createApollo({ answers, store, logger, maxNesting: settings.MAX_NESTING });
  apollo.addPlugin(fastifyApolloDrainPlugin(app));
  await apollo.start();
  app.addHook('preHandler', (request, _reply, done) => {
    checkNesting(request, settings.MAX_NESTING);
    done();
  });
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    method: ['GET', 'POST'],
    context: (_request, reply) => Promise.resolve({ signal: signalOfLeaving(reply) }),
  });
  return { app, apollo };
}

/** Given when the connection is closed before the answer is there. The request is read by then, and tells nothing of it. */
function signalOfLeaving({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) leaving.abort();
  });
  return leaving.signal;
}

/** Once the server is stopping, a connection is closed with the answer it was waiting for. */
function closeConnectionsAtTheEnd(app: FastifyInstance): void {
  let stopping = false;
  app.addHook('preClose', (done) => {
    stopping = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done();
  });
}

/** One line for each request; what was asked stays out of the log. */
function logResponse({ log, method, url }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
  const milliseconds = Math.round(elapsedTime * 10) / 10;
  log.info({ method, path: url.split('?')[0], status: statusCode, milliseconds }, 'answered');
}

function serveHealth(app: FastifyInstance, store: GraphStore): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async () => {
    await store.check();
    return { status: 'ok' };
  });
}

/** JSON is UTF-8 (RFC 8259); a byte that is not is refused, where a lenient decoder would replace it. */
function parseJson(app: FastifyInstance) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parse = app.getDefaultJsonParser('error', 'error');
  return (
    request: FastifyRequest,
    body: Buffer,
    done: (error: Error | null, value?: unknown) => void,
  ): void => {
    let text: string;
    try {
      text = decoder.decode(body);
    } catch {
      done(new AnodeError('BODY_NOT_UTF8', 'The body is not valid UTF-8.', { allowed: 'JSON in UTF-8' }));
      return;
    }
    void parse(request, text, done);
  };
}

function checkNesting({ body, query }: FastifyRequest, max: number): void {
  for (const source of [body, query]) {
    const { query: document, variables } = (source ?? {}) as { query?: unknown; variables?: unknown };
    if (typeof document === 'string') checkDocumentNesting(document, max);
    // In an address they are JSON, not parsed yet.
    if (typeof variables === 'string') checkDocumentNesting(variables, max, 'The value of the variables');
    else checkValueNesting(variables, max);
  }
}
