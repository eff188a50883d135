// A process of its own, as the relay is: hands every message on to the others of its room, and asks nobody who they are.
import { createRequire } from 'node:module';

const { WebSocketServer } = createRequire(new URL('../../packages/local/package.json', import.meta.url))('ws');

const rooms = new Map();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: false });
  });
  socket.on('close', () => room.delete(socket));
});
server.on('listening', () => process.send?.(server.address().port));
process.on('disconnect', () => process.exit());
