import { randomUUID } from 'node:crypto';
import type { HmsEmulator } from '../emulator.ts';
import { broadcast } from '../handlers/messages.ts';
import { Peer } from '../peer.ts';
import { caption, setHls, setRecording, setRtmp } from '../room-outputs.ts';
import type { Room } from '../room.ts';
import { visitTemplate } from '../visit-template.ts';
import type { Command, Inspection } from './commands.ts';

type CommandNamed<Name extends Command['command']> = Extract<Command, { command: Name }>;

const roomOf = ({ registry }: HmsEmulator, id: string): Room => {
  const room = registry.room(id);
  if (!room) throw new RangeError(`There is no room ${id}, so nothing can happen in it. Create it first.`);
  return room;
};

const peerOf = (room: Room, id: string): Peer => {
  const peer = room.peers.get(id);
  if (!peer) throw new RangeError(`Nobody in room ${room.id} is ${id}.`);
  return peer;
};

const createRoom = (
  { registry }: HmsEmulator,
  { rights = {}, command: _command, ...options }: CommandNamed<'createRoom'>,
) => {
  const granted: Record<string, Record<string, true>> = {};
  for (const [role, names] of Object.entries(rights)) {
    granted[role] = Object.fromEntries(names.map((right) => [right, true]));
  }
  return registry.createRoom({ ...options, template: visitTemplate(granted) }).id;
};

const dialsIn = (emulator: HmsEmulator, { room: id, telephoneNumber, role = 'family' }: CommandNamed<'dialsIn'>) => {
  const room = roomOf(emulator, id);
  const peer = new Peer(randomUUID(), '', room.role(role).name, 'sip');
  peer.name = telephoneNumber;
  room.enter(peer);
  room.tellCount();
  return peer.id;
};

const inspect = (emulator: HmsEmulator, id: string | undefined): Inspection => {
  const room = id === undefined ? null : roomOf(emulator, id);
  return {
    lines: emulator.signalling.lines,
    events: emulator.events.events,
    closed: room?.closed ?? false,
    peers: [...(room?.peers.values() ?? [])].map((peer) => ({
      id: peer.id,
      userId: peer.userId,
      role: peer.role,
      name: peer.name,
      data: peer.data,
      groups: [...peer.groups],
      joined: peer.joinedAt !== null,
      online: peer.line !== null,
      tracks: [...peer.tracks.values()].map(({ track_id, type, source, mute }) => ({
        id: track_id,
        type,
        source,
        mute,
      })),
    })),
  };
};

/** Does what a test asks for and returns what there is to say about it. @throws RangeError for a room or peer that is not there */
export const obey = (emulator: HmsEmulator, command: Command): unknown => {
  switch (command.command) {
    case 'createRoom':
      return createRoom(emulator, command);
    case 'mintToken': {
      const { room: roomId, userId, role, lifetime } = command;
      return emulator.registry.mintToken({ roomId, userId, role }, lifetime);
    }
    case 'changeRole': {
      const room = roomOf(emulator, command.room);
      room.changeRole(peerOf(room, command.peer), command.role);
      return null;
    }
    case 'setRecording':
      setRecording(roomOf(emulator, command.room), command.place, command.on);
      return null;
    case 'setRtmp':
      setRtmp(roomOf(emulator, command.room), command.on);
      return null;
    case 'setHls':
      setHls(roomOf(emulator, command.room), command.on);
      return null;
    case 'caption': {
      const room = roomOf(emulator, command.room);
      caption(room, command.peer, command.text, command.final);
      return null;
    }
    case 'dialsIn':
      return dialsIn(emulator, command);
    case 'leaves': {
      const room = roomOf(emulator, command.room);
      room.leave(peerOf(room, command.peer));
      return null;
    }
    case 'say': {
      const room = roomOf(emulator, command.room);
      const { message, type = 'chat', to } = command;
      broadcast(room, peerOf(room, command.from), { info: { message, type }, ...(to !== null && { peer_id: to }) });
      return null;
    }
    case 'setQuality':
      peerOf(roomOf(emulator, command.room), command.peer).quality = command.score;
      return null;
    case 'setClosed':
      roomOf(emulator, command.room).closed = command.closed;
      return null;
    case 'hangUp':
      emulator.signalling.hangUp(roomOf(emulator, command.room), command.peer);
      return null;
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
    case 'entries':
      return emulator.ledger.entries.filter(
        ({ peer, way }) =>
          (command.peer === undefined || peer === command.peer) && (command.way === undefined || way === command.way),
      );
    case 'forget':
      emulator.ledger.clear();
      emulator.events.reset();
      return null;
  }
};
