import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/build/contentSecurityPolicy';
import { createSiteServer, listen } from '../../src/build/serve';

const folder = mkdtempSync(join(tmpdir(), 'rsp-serve-'));
const site = join(folder, 'site');
const script = 'export const words = [];\n'.repeat(100);
/** Begins as a PNG does, which gzip would not shorten. */
const picture = Buffer.from('89504e470d0a1a0a', 'hex');
const server = createSiteServer(site);
let address: string;
let port: number;

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  mkdirSync(join(site, 'method'));
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>page</title>');
  writeFileSync(join(site, 'method', 'index.html'), '<!doctype html><title>method</title>');
  writeFileSync(join(site, 'scenario.schema.json'), '{}');
  writeFileSync(join(site, 'assets', 'index-B3x_9Zq1.js'), script);
  writeFileSync(join(site, 'icon.png'), picture);
  writeFileSync(join(site, 'a name.txt'), 'text');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  mkdirSync(join(folder, 'site-of-others'));
  writeFileSync(join(folder, 'site-of-others', 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(site, 'link.txt'));
  address = await listen(server, 0);
  port = Number(new URL(address).port);
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Sends a request line as it is, which `fetch` would tidy first. */
function sendRaw(requestLine: string): Promise<string> {
  return new Promise((done, failed) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${requestLine} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    });
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('close', () => done(answer));
    socket.on('error', failed);
  });
}

test('the page comes with its security headers and is asked for anew each time', async () => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(await response.text()).toContain('<title>page</title>');
});

test.each([
  ['assets/index-B3x_9Zq1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['scenario.schema.json', 'application/json; charset=utf-8', 'no-cache'],
  ['a%20name.txt?query', 'text/plain; charset=utf-8', 'no-cache'],
  ['method/', 'text/html; charset=utf-8', 'no-cache'],
])('%s comes as %s, cached %s', async (path, type, cache) => {
  const response = await fetch(address + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(cache);
});

test('what is not there is named in a short text', async () => {
  for (const path of ['nothing.js', 'assets/', 'method', 'link.txt']) {
    const response = await fetch(address + path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(`Not found: /${path}\n`);
  }
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/../site-of-others/secret.txt',
  '/..%2fsite-of-others%2fsecret.txt',
  '//etc/passwd',
  '/link.txt',
  '/%00',
  '/%zz',
])('GET %s leaves the folder by no way', async (path) => {
  const answer = await sendRaw(`GET ${path}`);
  expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
  expect(answer).not.toMatch(/secret\n?$|root:/);
});

/** Asks as a client that takes the given encodings and decodes nothing. */
async function ask(path: string, encodings?: string): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const headers = encodings === undefined ? {} : { 'Accept-Encoding': encodings };
  const answer = await new Promise<IncomingMessage>((done, failed) => {
    get(address + path, { headers }, done).on('error', failed);
  });
  return { answer, body: await buffer(answer) };
}

test.each(['gzip', 'gzip, deflate, br, zstd', 'br;q=1.0, GZIP ; q=0.5', '*', 'identity;q=0.1,*;q=1'])(
  'a text goes gzipped to a client that takes %s',
  async (encodings) => {
    const { answer, body } = await ask('assets/index-B3x_9Zq1.js', encodings);
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(Number(answer.headers['content-length'])).toBe(body.byteLength);
    expect(body.byteLength).toBeLessThan(script.length / 10);
    expect(gunzipSync(body).toString()).toBe(script);
  },
);

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', '*;q=0', '*, gzip;q=0.000', 'x-gzip-like'])(
  'a text goes as it is to a client that takes %s',
  async (encodings) => {
    const { answer, body } = await ask('assets/index-B3x_9Zq1.js', encodings);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(body.toString()).toBe(script);
  },
);

test('a picture is not compressed once more', async () => {
  const { answer, body } = await ask('icon.png', 'gzip');
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.headers.vary).toBeUndefined();
  expect(body).toEqual(picture);
});

test('only reading is allowed, and HEAD sends no body', async () => {
  const post = await fetch(address, { method: 'POST', body: 'x' });
  expect(post.status).toBe(405);
  expect(post.headers.get('allow')).toBe('GET, HEAD');
  const head = await fetch(address, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(0);
  expect(await head.text()).toBe('');
});

test('when the port is taken the next free one is used', async () => {
  const second = createSiteServer(site);
  try {
    const other = await listen(second, port);
    expect(Number(new URL(other).port)).toBeGreaterThan(port);
    expect((await fetch(other)).status).toBe(200);
  } finally {
    second.close();
    second.closeAllConnections();
  }
});
