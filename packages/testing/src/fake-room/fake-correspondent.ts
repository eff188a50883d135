import type { Envelope, Environment, OpaqueId, ParticipantId, Role, RoomClaims } from '@quietroom/core';
import { createPassKeys } from '@quietroom/core/passes';
import { createMessages, type ConsentNotice, type MessagesEngine } from '@quietroom/core/messages';
import { until } from '../until/until.ts';
import type { FakeHost, FakeIdentity, PassKind } from './fake-host.ts';

/** The other end of a sealed conversation: core's own messages, with this person's key and pass. */
export interface FakeCorrespondent {
  /** Their pass, once signed; null when they hold none. */
  readonly token: Promise<string | null>;
  /** The page under test is there, and says it is this. */
  readonly meets: (you: ParticipantId, claims: { readonly sub: OpaqueId; readonly role: Role }) => void;
  readonly parts: () => void;
  readonly takes: (bytes: Uint8Array) => void;
  readonly says: (text: string) => Promise<void>;
  /** Tells the page about consent, as soon as both know each other's keys. */
  readonly tells: (notice: ConsentNotice) => Promise<void>;
  readonly received: () => readonly string[];
  readonly opens: (text: string) => Promise<void>;
}

/** What a correspondent writes with. */
export interface FakeCorrespondentOptions {
  readonly environment: Environment;
  readonly host: FakeHost;
  readonly id: ParticipantId;
  readonly identity: FakeIdentity;
  readonly pass: PassKind;
  readonly send: (envelope: Envelope) => void;
  /** The page told them about consent. */
  readonly told: (notice: ConsentNotice) => void;
}

/** See {@link FakeCorrespondent}. */
export function createFakeCorrespondent(options: FakeCorrespondentOptions): FakeCorrespondent {
  const { environment, host, id: own, identity, pass, send } = options;
  let you: { readonly id: ParticipantId; readonly claims: RoomClaims } | null = null;
  const engine: MessagesEngine = createMessages({
    environment,
    gate: () => undefined,
    onIncoming: () => undefined,
    onFailed: () => undefined,
  });

  const keys = createPassKeys(environment.crypto);
  const token = keys.then(({ thumbprint }) => host.pass(identity, thumbprint, pass));
  const opened = (async () => {
    const shown = await token;
    if (shown === null) return;
    const passKeys = await keys;
    const now = environment.clock.now();
    await engine.open({
      keys: passKeys,
      pass: shown,
      identity: {
        visit: host.visit,
        ...identity,
        thumbprint: passKeys.thumbprint,
        issued: now,
        expires: now + 1_800_000,
      },
      trust: host.trust,
      selfId: () => own,
      deliver: (_to, envelope) => {
        send(envelope);
        return Promise.resolve();
      },
      claims: (id) => (id === you?.id ? you.claims : null),
      onVerified: () => undefined,
      onUnverified: () => undefined,
      onDropped: () => undefined,
      onContent: (_id, content) => {
        if (content.type !== 'control' || content.control !== 'hello') options.told(content);
      },
    });
  })();

  const received = (): readonly string[] =>
    Object.values(engine.state.get().conversations).flatMap(({ messages }) =>
      messages.filter(({ from }) => from === 'them').map(({ text }) => text),
    );

  return {
    token,
    meets: (id, claims) => {
      you = { id, claims };
      void opened.then(() => {
        if (you?.id === id && pass !== 'none') engine.participantJoined(id);
      });
    },
    parts: () => {
      if (you !== null) engine.participantLeft(you.id);
      you = null;
    },
    takes: (bytes) => {
      const from = you;
      if (from !== null)
        void opened.then(() => {
          engine.receive(from.id, bytes);
        });
    },
    says: async (text) => {
      await opened;
      if (you === null) return;
      const { id } = you;
      await until(engine.state, ({ recipients }) => recipients.includes(id));
      await engine.send(id, text);
    },
    tells: async (notice) => {
      await opened;
      if (you === null) return;
      const { id } = you;
      await until(engine.state, ({ recipients }) => recipients.includes(id));
      await engine.tell(id, notice);
    },
    received,
    opens: async (text) => {
      await until(engine.state, () => received().includes(text));
    },
  };
}
