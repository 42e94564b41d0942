import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { anode, build, RunningAnode } from '../support/anode';
import { freePort } from '../support/neo4j/server';

let folder: string;
beforeAll(build, 120_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anode-cli-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const settings = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  PORT: '0',
  DATA_FILE: join(folder, 'new', 'graph'),
  ...more,
});

const running: RunningAnode[] = [];
const serve = (env = settings(), args: readonly string[] = []): RunningAnode => {
  const started = new RunningAnode(['serve', ...args], env);
  running.push(started);
  return started;
};
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

async function ask(address: string, query: string): Promise<{ data?: unknown }> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: unknown };
}

const article = join(__dirname, '../../seed/japan-2024-article');

/** The article alone: it is loaded in no time, and a server that finds it loads nothing. */
const withTheArticle = (): Promise<unknown> => anode(['seed', article], settings());

const stop = async (server: RunningAnode): Promise<number | null> => {
  server.child.kill('SIGTERM');
  return server.ended();
};

const claims = '{ claims { totalCount } }';

describe('serve', () => {
  test('the first start loads the seed and says what to try; the second finds all there', async () => {
    const first = serve();
    const address = await first.address();
    expect(first.stderr).toMatch(/Anode answers at http:\/\/127\.0\.0\.1:\d+\/graphql/);
    // The query that it prints is one that works.
    const printed = first.stderr.slice(first.stderr.indexOf('Try:') + 4);
    expect(await ask(address, printed)).toEqual({ data: expect.anything() as unknown });
    const before = await ask(address, claims);
    expect(await stop(first)).toBe(0);
    expect(first.log().map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['seed loaded', 'listening', 'stopping', 'stopped']),
    );
    expect(existsSync(settings()['DATA_FILE']!)).toBe(true);

    const second = serve();
    expect(await ask(await second.address(), claims)).toEqual(before);
    expect(await stop(second)).toBe(0);
    expect(second.log().map(({ msg }) => msg)).not.toContain('seed loaded');
  }, 60_000);

  test('the log is JSON on standard output; on a pipe no progress bar is drawn', async () => {
    const server = serve();
    await server.address();
    await stop(server);
    expect(server.log().length).toBeGreaterThan(2);
    expect(server.stderr).not.toMatch(/\u001b|Loading the seed/);
  });

  const hasScript = spawnSync('script', ['--version']).status === 0;
  (hasScript ? test : test.skip)(
    'on a terminal a progress bar is drawn',
    async () => {
      const command = `timeout -s TERM 50 ${process.execPath} ${join(__dirname, '../../dist/cli/main.js')} serve`;
      const env = { PATH: process.env['PATH'], ...settings(), LOG_LEVEL: 'silent' };
      const terminal = spawn('script', ['-qec', command, '/dev/null'], { env });
      let drawn = '';
      terminal.stdout.setEncoding('utf8').on('data', (text: string) => (drawn += text));
      for (let waited = 0; waited < 45_000 && !drawn.includes('100%'); waited += 200) await sleep(200);
      terminal.kill();
      expect(drawn).toMatch(/Loading the seed/);
      expect(drawn).toMatch(/100%/);
    },
    60_000,
  );

  test('SIGTERM lets a request that is under way be answered, and idle connections go', async () => {
    await withTheArticle();
    const server = serve();
    const { port } = new URL(await server.address());
    const idle = connect(Number(port), '127.0.0.1');
    idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(idle, 'data');

    const body = JSON.stringify({ query: claims });
    const busy = connect(Number(port), '127.0.0.1');
    let answer = '';
    busy.setEncoding('utf8').on('data', (text: string) => (answer += text));
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    busy.write(head + body.slice(0, 5));
    await sleep(200);
    const start = performance.now();
    server.child.kill('SIGTERM');
    await once(idle, 'close');
    busy.write(body.slice(5));
    expect(await server.ended()).toBe(0);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(answer).toMatch(/"totalCount":\d+/);
  });

  test('a second signal, whichever it is, ends it at once', async () => {
    await withTheArticle();
    const server = serve();
    const { port } = new URL(await server.address());
    const busy = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    busy.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await sleep(200);
    server.child.kill('SIGTERM');
    await sleep(200);
    expect(server.child.exitCode).toBeNull();
    server.child.kill('SIGINT');
    expect(await server.ended()).toBe(1);
    const told = server.log().map(({ msg }) => msg);
    expect(told.slice(told.indexOf('stopping'))).toEqual(['stopping', 'ended at once']);
  });

  test('a signal while the seed is being loaded: it stops, and nothing is half there', async () => {
    const first = serve();
    while (!existsSync(settings()['DATA_FILE']!)) await sleep(5);
    expect(await stop(first)).toBe(0);
    const told = first.log().map(({ msg }) => msg);
    expect(told).toEqual(expect.arrayContaining(['stopping', 'stopped']));
    expect(told).not.toContain('listening');
    expect((await anode(['seed', article], settings())).stdout).toMatch(/^(0|\d{4}) nodes and edges written/);
  }, 120_000);

  test('a blank variable of the environment is as good as none', async () => {
    await withTheArticle();
    const server = serve(settings({ HOST: ' ', LOG_LEVEL: '' }));
    expect(await server.address()).toMatch(/^http:\/\/127\.0\.0\.1:/);
  });

  test('killed without warning, it loses nothing and opens again', async () => {
    await withTheArticle();
    const first = serve();
    const before = await ask(await first.address(), claims);
    first.child.kill('SIGKILL');
    await first.ended();
    const second = serve();
    expect(await ask(await second.address(), claims)).toEqual(before);
  });

  test('a second server on the same file says that it is locked, and goes on when it is free', async () => {
    await withTheArticle();
    const first = serve();
    await first.address();
    const second = serve();
    const address = await second.address();
    expect(second.stderr).toMatch(/^STORE_LOCKED: .*DATA_FILE/m);
    const start = performance.now();
    const { origin } = new URL(address);
    const [ready, health, answer] = await Promise.all([
      fetch(`${origin}/readyz`),
      fetch(`${origin}/healthz`),
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: claims }),
      }),
    ]);
    expect(performance.now() - start).toBeLessThan(3_000);
    expect([ready.status, health.status, answer.status]).toEqual([503, 200, 503]);
    for (const text of [await ready.text(), await answer.text()]) {
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'STORE_LOCKED' } }] });
      expect(text).not.toContain(folder);
    }
    expect(await stop(first)).toBe(0);
    for (let tries = 0; tries < 50 && (await fetch(`${origin}/readyz`)).status !== 200; tries++)
      await sleep(200);
    expect(await ask(address, claims)).toEqual({
      data: { claims: { totalCount: expect.any(Number) as number } },
    });
  });

  test('the playground is served, and nothing beside its files', async () => {
    await withTheArticle();
    const server = serve();
    const { origin } = new URL(await server.address());
    const page = await fetch(`${origin}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toMatch(/^<!doctype html>/i);
    for (const path of ['%00', '..%2f..%2f..%2fpackage.json', '.x', 'nope.js', '']) {
      expect((await fetch(`${origin}/graphql/assets/${path}`)).status).toBe(404);
    }
  });
});

describe('serve refuses', () => {
  const stack = /\n\s+at /;

  test.each<[string, Record<string, string>, string[], RegExp]>([
    ['PORT', { PORT: 'abc' }, [], /^CONFIG_INVALID: PORT is "abc"/],
    ['NEO4J_URI', { NEO4J_URI: 'foo' }, [], /^CONFIG_INVALID: NEO4J_URI is "foo".*neo4j:\/\/localhost/],
    ['NEO4J_URI', { NEO4J_URI: 'bolt://localhost?a=b' }, [], /^CONFIG_INVALID: NEO4J_URI/],
    ['MAX_PAGE_SIZE', {}, ['--max-page-size', '0'], /^CONFIG_INVALID: MAX_PAGE_SIZE is "0"/],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, [], /^CONFIG_INVALID: LOG_LEVEL is "loud"/],
  ])('a bad %s %j %j', async (_name, env, args, message) => {
    const { status, stdout, stderr } = await anode(['serve', ...args], settings(env));
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stdout + stderr).not.toMatch(stack);
  });

  test('several bad settings, all of them told', async () => {
    const { stderr } = await anode(['serve'], settings({ PORT: '99999', BODY_LIMIT: 'x' }));
    expect(stderr).toMatch(/PORT is "99999"[^]*BODY_LIMIT is "x"/);
  });

  test('a password in the address, without repeating it', async () => {
    const { status, stdout, stderr } = await anode(
      ['serve'],
      settings({ NEO4J_URI: 'neo4j://me:s3cret@localhost' }),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/NEO4J_PASSWORD/);
    expect(stdout + stderr).not.toContain('s3cret');
  });

  test('a port that is in use', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const PORT = String((holder.address() as AddressInfo).port);
    const { status, stdout, stderr } = await anode(['serve'], settings({ PORT, DATA_FILE: ':memory:' }));
    holder.close();
    expect(status).toBe(1);
    expect(stderr).toContain(`HOST 127.0.0.1, PORT ${PORT}: another program listens there already`);
    expect(stdout + stderr).not.toMatch(stack);
  });

  test('a host that this machine is not', async () => {
    const { status, stderr } = await anode(['serve'], settings({ HOST: '192.0.2.1', DATA_FILE: ':memory:' }));
    expect(status).toBe(1);
    expect(stderr).toContain('HOST 192.0.2.1');
  });
});

test('no password is in what a server says whose Neo4j is away', async () => {
  const NEO4J_URI = `bolt://127.0.0.1:${await freePort()}`;
  const server = serve(
    settings({ NEO4J_URI, NEO4J_USER: 'me', NEO4J_PASSWORD: 's3cret', LOG_LEVEL: 'trace' }),
  );
  const { origin } = new URL(await server.address());
  const ready = await fetch(`${origin}/readyz`);
  expect(ready.status).toBe(503);
  const text = await ready.text();
  expect(await stop(server)).toBe(0);
  expect(server.log().some(({ code }) => code === 'STORE_UNAVAILABLE')).toBe(true);
  expect(text + server.stdout + server.stderr).not.toContain('s3cret');
});
