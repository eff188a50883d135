import { createOpaqueId, type OpaqueId, type Role } from '@quietroom/core';
import type { AdapterUnderTest } from './adapter-under-test.ts';
import { createPeer, type Peer, type PeerOptions } from './peer.ts';
import type { Colour } from './synthetic-media.ts';

/** Far enough apart to be told after a video codec. */
const colours: readonly Colour[] = [
  [200, 40, 40],
  [40, 160, 60],
  [50, 70, 200],
  [200, 160, 30],
  [150, 50, 170],
];

/** The people of one test, in one room unless told otherwise. */
export interface Gathering {
  readonly visit: OpaqueId;
  readonly peers: readonly Peer[];
  /** Somebody who has not connected. */
  readonly brings: (role: Role, changes?: Partial<Pick<PeerOptions, 'visit' | 'wanted'>>) => Promise<Peer>;
  /** Somebody connected, who has not knocked. */
  readonly connects: (role: Role, changes?: Partial<Pick<PeerOptions, 'visit' | 'wanted'>>) => Promise<Peer>;
  /** Somebody at the door. */
  readonly knocks: (role: Role) => Promise<Peer>;
  /** A clinician inside, quiet. */
  readonly hosts: () => Promise<Peer>;
  /** Somebody whom the clinician let in, quiet. */
  readonly admits: (clinician: Peer, role: Role) => Promise<Peer>;
  /** A clinician and a patient inside, both sending picture and sound, each known to the other. */
  readonly talks: () => Promise<{ readonly clinician: Peer; readonly patient: Peer }>;
  /** Everybody leaves. */
  readonly disperses: () => Promise<void>;
}

/** @param sound one audio graph for all tones of the suite */
export function createGathering(subject: AdapterUnderTest, sound: AudioContext): Gathering {
  const visit = createOpaqueId(crypto);
  const peers: Peer[] = [];

  const brings: Gathering['brings'] = async (role, changes = {}) => {
    const colour = colours[peers.length % colours.length] ?? [0, 0, 0];
    const peer = await createPeer({ subject, visit, role, colour, sound, ...changes });
    peers.push(peer);
    return peer;
  };
  const connects: Gathering['connects'] = async (role, changes) => {
    const peer = await brings(role, changes);
    await peer.connect();
    return peer;
  };
  const knocks: Gathering['knocks'] = async (role) => {
    const peer = await connects(role);
    await peer.perform({ type: 'knock' });
    return peer;
  };
  const hosts: Gathering['hosts'] = async () => {
    const clinician = await connects('clinician');
    await clinician.sees('that they are inside', ({ self }) => self.admission === 'admitted');
    return clinician;
  };
  const admits: Gathering['admits'] = async (clinician, role) => {
    const peer = await knocks(role);
    await clinician.perform({ type: 'admit', participant: await clinician.hearsKnockOf(peer) });
    await peer.sees('that they are inside', ({ self }) => self.admission === 'admitted');
    return peer;
  };

  return {
    visit,
    peers,
    brings,
    connects,
    knocks,
    hosts,
    admits,
    talks: async () => {
      const clinician = await hosts();
      const patient = await admits(clinician, 'patient');
      await Promise.all([clinician.perform({ type: 'publish' }), patient.perform({ type: 'publish' })]);
      await Promise.all([clinician.finds(patient), patient.finds(clinician)]);
      return { clinician, patient };
    },
    disperses: async () => {
      await Promise.all(peers.map((peer) => peer.close()));
      for (const peer of peers) peer.media.close();
    },
  };
}
