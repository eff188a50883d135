import {
  createOpaqueId,
  createPseudonym,
  createVisit,
  demonstration,
  type Environment,
  type OpaqueId,
  type Participant,
  type ParticipantId,
  type Policy,
  type Pseudonym,
  type Role,
  type RoomAdapter,
  type Visit,
} from '@quietroom/core';
import { encodeKeyAnnouncement } from '@quietroom/core/messages';
import { publicKeyThumbprint, signVisitPass } from '@quietroom/core/passes';
import { eventually } from './adapter-page.ts';

const bytesOf = (part = ''): number[] =>
  Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** A person as the clinic's server knows them, and what their page announced last. */
export interface Patron {
  readonly sub: OpaqueId;
  readonly name: Pseudonym;
  /** Their pass, and their key announcement as it stands in a message, once their page has asked for a pass. */
  pass: string;
  announcement: string;
}

/** An announcement of a key as it stands in a message. */
export const announcementOf = (publicKey: Uint8Array, pass: string): string =>
  toBase64(encodeKeyAnnouncement(publicKey, pass));

/** How one person's visit is opened, when not as everybody's. */
export interface VisitOfOptions {
  readonly adapter?: RoomAdapter;
  readonly environment?: Environment;
  readonly policy?: Policy;
}

/** A clinic's server, as far as passes go, and the visits of its people. */
export interface Clinic {
  /** A visit of one person. Their pass may say another role than their page has a door for. */
  readonly visitOf: (role: Role, options?: VisitOfOptions) => Visit;
  readonly patronOf: (page: Visit) => Patron;
  readonly close: () => Promise<void>;
}

/** Opens the clinic of one visit. @param adapterFor makes the adapter whoever joins it gets */
export const openClinic = async (visit: OpaqueId, adapterFor: (visit: OpaqueId) => RoomAdapter): Promise<Clinic> => {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const trust = [await crypto.subtle.exportKey('jwk', publicKey)];
  const visits = new Map<Visit, Patron>();
  const visitOf: Clinic['visitOf'] = (
    role,
    { adapter = adapterFor(visit), environment, policy = demonstration } = {},
  ) => {
    const patron: Patron = {
      sub: createOpaqueId(crypto),
      name: createPseudonym(role, crypto),
      pass: '',
      announcement: '',
    };
    const { sub, name } = patron;
    const opened = createVisit({
      adapter,
      role,
      policy,
      trust,
      ...(environment === undefined ? {} : { environment }),
      pass: async ({ x, y }) => {
        const point = Uint8Array.from([4, ...bytesOf(x), ...bytesOf(y)]);
        const thumbprint = await publicKeyThumbprint(point, crypto);
        const issued = Date.now();
        const claims = { visit, sub, name, role, thumbprint, issued, expires: issued + 300_000 };
        patron.pass = await signVisitPass(claims, privateKey);
        patron.announcement = announcementOf(point, patron.pass);
        return patron.pass;
      },
    });
    visits.set(opened, patron);
    return opened;
  };
  return {
    visitOf,
    patronOf: (page: Visit): Patron => {
      const patron = visits.get(page);
      if (patron === undefined) throw new Error('This is no visit of the clinic.');
      return patron;
    },
    close: async () => {
      for (const opened of visits.keys()) await opened.close();
    },
  };
};

/** Everybody else in somebody's visit. */
export const othersOf = (page: Visit): readonly Participant[] => {
  const { order, participants } = page.state.get();
  return order.flatMap((id) => participants[id] ?? []);
};

/** The one verified as this, if there is one. */
export const verified = (page: Visit, role: Role): Participant | undefined =>
  othersOf(page).find((other) => other.verified && other.role === role);

/** Under which id the room knows a page. */
export const idOf = (page: Visit): ParticipantId => {
  const { id } = page.state.get().self;
  if (id === null) throw new Error('The page was not told its id.');
  return id;
};

/** Somebody asks to join and is let in. */
export const admits = async (clinician: Visit, page: Visit): Promise<void> => {
  if (page.state.get().phase.name !== 'knocking') await page.join();
  await eventually(() => clinician.state.get().knockOrder.includes(idOf(page)));
  await clinician.perform({ type: 'admit', participant: idOf(page) });
  await eventually(() => page.state.get().phase.name === 'joined');
};

/** Why envelopes of somebody were dropped, as a page's audit says. */
export const dropsOf = (page: Visit, from: string): readonly string[] =>
  page.audit
    .get()
    .flatMap((event) => (event.type === 'envelope-dropped' && event.participant === from ? [event.reason] : []));
