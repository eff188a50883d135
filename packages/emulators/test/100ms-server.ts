import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { attachHmsEmulator } from '@quietroom/emulators/100ms';

/** A process of its own with the stand-in on a free port, which it sends to the process that started it. */
const server = createServer((_request, response) => {
  response.writeHead(404).end();
});
attachHmsEmulator(server, { control: true });
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => process.exit(0));
