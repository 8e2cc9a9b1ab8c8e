import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { contentSecurityPolicy } from './contentSecurityPolicy';

const host = '127.0.0.1';
const defaultPort = 4173;
/** How many ports after the wanted one are tried before giving up. */
const portsToTry = 50;

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const headersOfEveryAnswer: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // A sandboxed frame has no origin of its own and loads module scripts only from a server that allows any.
  'Access-Control-Allow-Origin': '*',
};

/** Files Vite names by their content, such as assets/index-B3x_9Zq1.js: the same name never holds anything else. */
const namedByContent = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** Media types that gzip shortens; the others are compressed already. */
const shortens = /^(text\/|application\/(json|manifest\+json)|image\/svg\+xml)/;

/** Whether the client takes gzip: https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding */
function takesGzip(request: IncomingMessage): boolean {
  const offers = (request.headers['accept-encoding'] ?? '').toLowerCase().split(',');
  const weights = new Map(
    offers.map((offer): [string, number] => {
      const [coding = '', weight = '1'] = offer.split(/;\s*q=/);
      return [coding.trim(), Number(weight)];
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
}

function answerText(response: ServerResponse, status: number, text: string, headers = {}): void {
  response.writeHead(status, {
    ...headersOfEveryAnswer,
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(response.req.method === 'HEAD' ? undefined : `${text}\n`);
}

/** The request's decoded path without query, or undefined when it isn't a well-formed path. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(new URL(request.url ?? '', `http://${host}`).pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** The real path of what `path` names inside `directory`; undefined when there is nothing or it lies outside. */
async function findInside(directory: string, path: string): Promise<string | undefined> {
  try {
    const root = await realpath(directory);
    const wanted = resolve(root, `.${path}`);
    if (wanted !== root && !wanted.startsWith(root + sep)) return undefined;
    const found = await realpath(wanted);
    return found === root || found.startsWith(root + sep) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function answer(directory: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answerText(response, 405, `${request.method ?? ''} is not allowed here`, { Allow: 'GET, HEAD' });
    return;
  }
  const path = pathOf(request);
  if (path === undefined) {
    answerText(response, 400, 'The address is malformed');
    return;
  }
  let file = await findInside(directory, path);
  if (file !== undefined && (await stat(file)).isDirectory()) {
    file = path.endsWith('/') ? await findInside(directory, join(path, 'index.html')) : undefined;
  }
  if (file === undefined) {
    answerText(response, 404, `Not found: ${path}`);
    return;
  }
  const content = await readFile(file);
  const mediaType = mediaTypes[extname(file)] ?? 'application/octet-stream';
  const isText = shortens.test(mediaType);
  const isShortened = isText && takesGzip(request);
  const body = isShortened ? await promisify(gzip)(content) : content;
  response.writeHead(200, {
    ...headersOfEveryAnswer,
    'Content-Type': mediaType,
    'Content-Length': body.byteLength,
    'Cache-Control': namedByContent.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isText ? { Vary: 'Accept-Encoding' } : {}),
    ...(isShortened ? { 'Content-Encoding': 'gzip' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/**
 * A server of the files in `directory` and of nothing else; not yet listening. Texts go gzipped to whoever takes that,
 * as from the hosts of static sites.
 */
export function createSiteServer(directory: string): Server {
  return createServer((request, response) => {
    answer(directory, request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else answerText(response, 500, 'The file could not be read');
    });
  });
}

function listenOnce(server: Server, port: number): Promise<boolean> {
  return new Promise((done, failed) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') done(false);
      else failed(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.removeListener('error', onError);
      done(true);
    });
  });
}

/**
 * Listens on this machine only, on `port` or the next free one after it; 0 takes any free port.
 * Returns the address, such as http://127.0.0.1:4173/. Throws when none of the ports tried is free.
 */
export async function listen(server: Server, port: number): Promise<string> {
  for (let candidate = port; candidate < port + portsToTry && candidate < 65536; candidate++) {
    if (await listenOnce(server, candidate)) {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') throw new Error(`not a TCP address: ${String(bound)}`);
      return `http://${host}:${bound.port}/`;
    }
  }
  throw new Error(`no free port from ${port} on`);
}

/**
 * Stops the server when npm, which started it, was stopped: npm passes a signal on to its shell only, whose end
 * leaves this process with another parent.
 */
function stopWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.exit();
  }, 250).unref();
}

/** Serves dist/site until stopped. Flag: --port (default 4173). */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { port: { type: 'string', default: String(defaultPort) } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error(`--port: expected a whole number from 0 to 65535, received ${values.port}`);
    return 2;
  }
  const directory = resolve('dist/site');
  if ((await findInside(directory, '/index.html')) === undefined) {
    console.error('dist/site is not built yet: run npm run build');
    return 1;
  }
  const address = await listen(createSiteServer(directory), port);
  stopWithNpm();
  console.log(`RSP Simulator is at ${address} (stop with Ctrl+C)`);
  return 0;
}
