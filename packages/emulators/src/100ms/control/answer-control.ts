import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as v from 'valibot';
import type { HmsEmulator } from '../emulator.ts';
import { commandShape } from './commands.ts';
import { obey } from './obey.ts';

/** Answers one command of a test, sent as JSON. */
export const answerControl = (emulator: HmsEmulator, request: IncomingMessage, response: ServerResponse): void => {
  const send = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  text(request)
    .then((body) => {
      send(200, obey(emulator, v.parse(commandShape, JSON.parse(body))) ?? null);
    })
    .catch((error: unknown) => {
      send(400, { error: String(error) });
    });
};
