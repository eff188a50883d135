import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createRelay, type RelayEvent, type RelayOptions } from '@quietroom/local/relay';
import { createClinic, type Clinic, type Person } from './clinic.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { RawPage } from './raw-page.ts';

/** A relay on a port of its own, a clinic it trusts, and pages that speak to it by hand. */
export interface RelayHouse {
  readonly clinic: Clinic;
  readonly clock: ManualClock;
  readonly events: readonly RelayEvent[];
  readonly url: string;
  /** Opens a socket and says nothing. */
  dial(options?: { readonly room?: string; readonly origin?: string }): Promise<RawPage>;
  /** Comes in as a page of ours would. */
  enter(person: Person): Promise<RawPage>;
  /** A clinician inside, and somebody let in by them. */
  visit(): Promise<{ clinician: Person; clinicianPage: RawPage; patient: Person; patientPage: RawPage }>;
  rooms(): number;
  /** Drops every socket, as a dead network would. */
  cut(): void;
  /** Turns every new socket away. */
  refuse(on: boolean): void;
  /** How many sockets were turned away. */
  refused(): number;
  /** Takes new sockets and says nothing. */
  swallow(on: boolean): void;
  /** Starts the relay anew: it remembers nothing. */
  forget(): void;
  close(): Promise<void>;
}

export const openRelayHouse = async (options: Partial<RelayOptions> = {}): Promise<RelayHouse> => {
  const clock = createManualClock(Date.now());
  const clinic = await createClinic(() => clock.now());
  const events: RelayEvent[] = [];
  const startRelay = () =>
    createRelay({
      trust: clinic.trust,
      clock,
      onEvent: (event) => {
        events.push(event);
      },
      ...options,
    });
  let relay = startRelay();
  const sockets = new Set<Duplex>();
  let refusing = false;
  let refused = 0;
  let swallowing = false;
  const server = createServer();
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    if (swallowing) return;
    if (refusing) {
      refused += 1;
      socket.destroy();
      return;
    }
    relay.handleUpgrade(request, socket, head);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}/relay`;
  const pages: RawPage[] = [];

  const house: RelayHouse = {
    clinic,
    clock,
    events,
    url,
    async dial({ room = clinic.visit, origin } = {}) {
      const page = new RawPage(`${url}?room=${room}`, origin);
      pages.push(page);
      await page.opened;
      return page;
    },
    async enter(person) {
      const page = await house.dial();
      await page.enter(person);
      return page;
    },
    async visit() {
      const clinician = await clinic.person('clinician');
      const patient = await clinic.person('patient');
      const clinicianPage = await house.enter(clinician);
      const patientPage = await house.enter(patient);
      await patientPage.act({ type: 'knock' });
      await clinicianPage.act({ type: 'admit', participant: patient.sub });
      await patientPage.until((view) => view.self.admission === 'admitted');
      return { clinician, clinicianPage, patient, patientPage };
    },
    rooms: () => relay.rooms,
    cut() {
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    },
    refuse(on) {
      refusing = on;
    },
    refused: () => refused,
    swallow(on) {
      swallowing = on;
    },
    forget() {
      relay.close();
      relay = startRelay();
    },
    async close() {
      for (const page of pages) page.cut();
      relay.close();
      house.cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return house;
};
