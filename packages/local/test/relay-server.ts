// A process of its own: a relay that can be cut off, and somebody who signs passes for the people of the suite.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { parseOpaqueId, parsePseudonym, type Role } from '@quietroom/core';
import { publicKeyThumbprint, signVisitPass } from '@quietroom/core/passes';
import { createRelay } from '@quietroom/local/relay';
import { fromBase64url } from '../src/protocol/base64url.ts';

/** What is asked of the suite's server for a pass. */
export interface PassOrder {
  readonly visit: string;
  readonly role: Role;
  readonly sub: string;
  readonly name: string;
  readonly publicJwk: JsonWebKey;
  readonly expires?: number;
}

const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

const sign = async (order: PassOrder, signingKey: CryptoKey): Promise<string> => {
  const visit = parseOpaqueId(order.visit);
  const sub = parseOpaqueId(order.sub);
  const name = parsePseudonym(order.name);
  const coordinates = [order.publicJwk.x, order.publicJwk.y].map((part) => fromBase64url(part ?? ''));
  if (visit === null || sub === null || name === null) throw new TypeError('This is no order for a pass.');
  const point = Uint8Array.from([4, ...coordinates.flatMap((part) => [...(part ?? [])])]);
  const thumbprint = await publicKeyThumbprint(point, crypto);
  const expires = order.expires ?? Date.now() + 300_000;
  const issued = Math.min(Date.now(), expires - 60_000);
  return signVisitPass({ visit, sub, name, role: order.role, thumbprint, issued, expires }, signingKey);
};

const start = async (): Promise<void> => {
  const signer = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const trust = [await crypto.subtle.exportKey('jwk', signer.publicKey)];
  let relay = createRelay({ trust });
  const sockets = new Set<Duplex>();
  let cutOff = false;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url === '/pass')
      response.end(await sign(JSON.parse(await read(request)) as PassOrder, signer.privateKey));
    else if (request.url === '/cut') {
      cutOff = true;
      for (const socket of sockets) socket.destroy();
      response.end();
    } else if (request.url === '/restore') {
      cutOff = false;
      response.end();
    } else if (request.url === '/forget') {
      relay.close();
      relay = createRelay({ trust });
      response.end();
    } else response.writeHead(404).end();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (cutOff) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    relay.handleUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.send?.((server.address() as AddressInfo).port);
};

// The suite's own end is this server's end.
process.on('disconnect', () => process.exit());
await start();
