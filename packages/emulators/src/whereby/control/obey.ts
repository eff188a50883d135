import type { WherebyEmulator } from '../emulator.ts';
import { dialsIn, robotEnters, robotLeaves } from '../robots.ts';
import type { Room } from '../room.ts';
import type { Command, CreatedRoom, Inspection } from './commands.ts';

const roomNamed = ({ registry }: WherebyEmulator, name: string): Room => {
  const room = registry.rooms.find((one) => one.name === name);
  if (!room) throw new RangeError(`There is no room ${name}, so nothing can happen in it. Create it first.`);
  return room;
};

const createRoom = (
  { registry }: WherebyEmulator,
  { subdomain = 'quietroom', command: _command, ...options }: Extract<Command, { command: 'createRoom' }>,
): CreatedRoom => {
  const room = registry.createRoom({ ...options, organisationId: registry.addOrganisation(subdomain).id });
  return { room: room.name, hostKey: room.hostKey, ...registry.address(room) };
};

const inspect = (emulator: WherebyEmulator, name: string | undefined): Inspection => {
  const room = name === undefined ? null : roomNamed(emulator, name);
  return {
    connections: emulator.signalling.connections.size,
    telemetryConnections: emulator.telemetry.connections,
    locked: room?.locked ?? null,
    clients: [...(room?.occupants.values() ?? [])].map(({ client }) => ({
      id: client.id,
      role: client.role.roleName,
      displayName: client.displayName,
      externalId: client.externalId,
      deviceId: client.deviceId,
    })),
    knockers: [...(room?.knockers.values() ?? [])].map(({ knocker }) => ({
      id: knocker.clientId,
      displayName: knocker.displayName,
    })),
  };
};

/** Does what a test asks for and returns what there is to say about it. @throws RangeError for a room that is not there */
export const obey = (emulator: WherebyEmulator, command: Command): unknown => {
  switch (command.command) {
    case 'createRoom':
      return createRoom(emulator, command);
    case 'deleteRoom':
      emulator.registry.deleteRoom(roomNamed(emulator, command.room));
      return null;
    case 'setLocked': {
      const room = roomNamed(emulator, command.room);
      room.locked = command.locked;
      room.tell(null, 'room_locked', { isLocked: command.locked });
      return null;
    }
    case 'robotEnters':
      return robotEnters(roomNamed(emulator, command.room), command.role);
    case 'robotLeaves':
      return robotLeaves(roomNamed(emulator, command.room), command.role);
    case 'dialsIn':
      return dialsIn(roomNamed(emulator, command.room), command.telephoneNumber);
    case 'caption': {
      const { senderId, text, resultId = text } = command;
      roomNamed(emulator, command.room).tell(null, 'live_caption', { senderId, text, resultId });
      return null;
    }
    case 'hangUp': {
      const room = roomNamed(emulator, command.room);
      const waiting = [...room.knockers.values()].map(({ connection }) => connection);
      for (const connection of [...room.connections(), ...waiting]) {
        if (command.clientId === undefined || connection.selfId === command.clientId) connection.socket.conn.close();
      }
      return null;
    }
    case 'addRule':
      emulator.script.add(command.rule);
      return null;
    case 'setDown':
      emulator.script.setDown(command.service, command.down);
      return null;
    case 'clearScript':
      emulator.script.clear();
      return null;
    case 'inspect':
      return inspect(emulator, command.room);
    case 'received':
      return emulator.ledger.entries;
    case 'forget':
      emulator.ledger.clear();
      emulator.telemetry.reset();
      return null;
  }
};
