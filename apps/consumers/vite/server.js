// Pages, passes and relay on one port, with nothing but the packed packages. Prints its address.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createRelay } from '@quietroom/local/relay';
import { createPassIssuer, createSigningKey } from '@quietroom/server';

const passes = createPassIssuer({ signingKey: await createSigningKey() });
const relay = createRelay({ trust: passes.trust });
/** Who holds which key: whoever asks again with one is the same person. */
const known = new Map();

async function issue(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { room, role, publicJwk } = JSON.parse(body);
  const { pass, claims } = await passes.issue({ visit: room, role, publicJwk, ...known.get(publicJwk.x) });
  known.set(publicJwk.x, { sub: claims.sub, name: claims.name });
  return pass;
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  try {
    if (pathname === '/api/trust') response.end(JSON.stringify(passes.trust));
    else if (pathname === '/api/pass') response.end(await issue(request));
    else {
      const file = pathname === '/' ? 'index.html' : normalize(pathname);
      const content = await readFile(join(import.meta.dirname, 'dist', file));
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(content);
    }
  } catch {
    response.writeHead(404).end();
  }
});
server.on('upgrade', (request, socket, head) => relay.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => console.log(`http://localhost:${server.address().port}`));
