import { keepCaptions } from '../captions/keep-captions.ts';
import type { OpaqueId } from '../contract/identity.ts';
import type { RoomConnection, RoomReport } from '../contract/room-adapter.ts';
import { RoomError } from '../contract/room-error.ts';
import type { RoomNotice } from '../contract/room-patch.ts';
import type { CarrierLine } from '../messages/message-carrier.ts';
import { evaluate, keepsOut, refusesJoin } from '../policy/evaluate.ts';
import { createAttemptConsent } from './attempt-consent.ts';
import type { Attempt, AttemptParts } from './attempt-parts.ts';
import { createKnockChecks } from './check-knocks.ts';
import { createCaptureAudit } from './audit-capture.ts';
import { checkPage } from './check-page.ts';
import { closeConnection } from './close-connection.ts';
import type { PageIdentity } from './credentials.ts';
import { createPresence } from './presence.ts';
import { createTripwires } from './tripwires.ts';
import type { EndReason } from './visit-state.ts';

/** How long an interrupted link may take to come back: our relay keeps a seat for 60 s. */
const reconnectLimit = 65_000;
/** How long the rules of a quiet connection may stay unknown before this page leaves again. */
const verifyLimit = 5_000;

/** Starts joining. */
export const startAttempt = (parts: AttemptParts): Attempt => {
  const { adapter, policy, environment, model, media, messages, audit, credentials } = parts;
  const { clock } = environment;
  const abort = new AbortController();
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const stops: (() => void)[] = [];
  let connecting: Promise<RoomConnection> | null = null;
  let connection: RoomConnection | null = null;
  let identity: PageIdentity | null = null;
  let stage: 'before' | 'waiting' | 'verifying' | 'inside' = 'before';
  let joinedAt = 0;
  let verifications = 0;
  let stopReconnectTimer: (() => void) | null = null;
  let ending: Promise<void> | null = null;
  let heldBack = false;
  let line: CarrierLine | null = null;

  const cleanUp = async (reason: EndReason): Promise<void> => {
    const opened = connection ?? (await connecting?.catch(() => null)) ?? null;
    connection = null;
    if (opened !== null) await closeConnection(clock, opened, reason);
  };

  const tripwires = createTripwires({
    adapter,
    policy,
    clock,
    model,
    media,
    audit,
    announce: parts.announce,
    perform: (action) => connection?.perform(action) ?? Promise.resolve(),
    publish: () => {
      if (heldBack && connection !== null) void publish(connection);
    },
    end: (findings) => void end('refused', { findings }),
  });
  stops.push(() => {
    tripwires.end();
  });

  const consent = createAttemptConsent(policy, parts.consent, () => {
    const { recording, captions } = model.facts.get().room;
    return recording === true || captions === true;
  });
  stops.push(() => {
    consent.close();
  });

  const captions = keepCaptions(policy, clock, model, parts.captions);
  stops.push(captions.wipe);

  const end: Attempt['end'] = (reason, detail = {}) => {
    if (ending !== null) return ending;
    // The devices go dark first, whatever else takes time or fails.
    media.close();
    messages.wipe();
    abort.abort();
    for (const stop of stops) stop();
    line?.close();
    stopReconnectTimer?.();
    ending = cleanUp(reason);
    model.setFindings(detail.findings ?? []);
    model.reset({ name: 'ended', reason, ...detail });
    audit.record({ type: 'visit-ended', reason, ...(detail.error === undefined ? {} : { error: detail.error.code }) });
    settle();
    return ending;
  };
  const alive = (): boolean => ending === null;
  const fail = (error: unknown): void => {
    void end('failed', { error: RoomError.from(error, 'room-unreachable') });
  };

  const publish = async (opened: RoomConnection): Promise<void> => {
    for (const source of ['microphone', 'camera'] as const) {
      // A device that fails does not keep anybody out of the visit: its failure is shown, the rest is sent.
      if (media.wanted[source] && !tripwires.holds()) await media.open(source).catch(() => undefined);
    }
    // While the devices opened, the visit may have ended, or the room may want everybody to be let in again.
    if (!alive() || stage !== 'inside') return;
    heldBack = tripwires.holds();
    if (heldBack) {
      // A device that was being opened while a rule stopped the media must not stay on.
      media.close();
      return;
    }
    try {
      await opened.perform({ type: 'publish' });
      audit.record({ type: 'action-performed', feature: 'publish' });
    } catch (error) {
      const problem = RoomError.from(error, 'action-failed');
      audit.record({ type: 'action-failed', feature: 'publish', error: problem.code });
      if (alive()) parts.announce({ type: 'problem', code: problem.code });
    }
  };

  const presence = createPresence({
    model,
    messages,
    audit,
    arrived: (id) => {
      tripwires.arrived(id);
    },
  });

  const openMessages = (page: PageIdentity, opened: RoomConnection): void => {
    if (page.pass === null) return;
    const self = model.view().self.id;
    line?.close();
    line =
      self === null
        ? null
        : (parts.carrier?.open(self, (from, bytes) => {
            report.received(from, bytes);
          }) ?? null);
    const carrier = line ?? opened;
    messages
      .open({
        keys: page.pass.keys,
        pass: page.pass.token,
        identity: page.pass.claims,
        trust: page.pass.trust,
        renewPass: page.token,
        hostTime: page.pass.hostTime,
        selfId: () => model.view().self.id,
        deliver: (to, envelope) => carrier.deliver(to, envelope),
        claims: (id) => (presence.inVisit(id) ? (model.view().participants[id]?.claims ?? null) : null),
        onVerified: (id, pass) => {
          model.prove(id, pass);
          audit.record({ type: 'participant-verified', participant: id, role: pass.role });
          react();
        },
        onUnverified: (id) => {
          model.prove(id, null);
          react();
        },
        onContent: (id, content) => {
          if (content.type === 'control' && content.control === 'hello') return;
          consent.received(id, content);
        },
        onDropped: (id, reason) => {
          audit.record({ type: 'envelope-dropped', participant: id, reason });
        },
      })
      .catch((error: unknown) => {
        // Without the sealing code there are no messages and no proved identities; the visit goes on without them.
        if (alive()) parts.announce({ type: 'problem', code: RoomError.from(error, 'action-failed').code });
      });
  };

  const beginConsent = (page: PageIdentity, opened: RoomConnection): void => {
    if (page.pass === null) return;
    consent.begin({
      adapter,
      policy,
      environment,
      audit,
      self: page.self,
      state: model.state.get,
      facts: model.facts.get,
      tell: (to, content) => messages.tell(to, content),
      stop: (subject) => opened.perform({ type: subject === 'recording' ? 'setRecording' : 'setCaptions', on: false }),
      receipt: parts.receipt,
      standingChanged: (standing) => {
        model.know({ consent: standing });
        if (stage === 'inside') tripwires.watch();
      },
    });
  };

  const enter = (): void => {
    const opened = connection;
    if (opened === null || identity === null) return;
    stage = 'inside';
    joinedAt = clock.now();
    beginConsent(identity, opened);
    openMessages(identity, opened);
    model.setPhase({ name: 'joined', since: joinedAt });
    audit.record({ type: 'visit-joined' });
    presence.follow();
    void publish(opened);
    settle();
  };

  const tryToEnter = (): void => {
    const findings = evaluate(policy, model.facts.get(), ['connected', 'live'], adapter.rules);
    if (!findings.some(keepsOut)) enter();
  };

  /** What a rule forbids for good is known before the room is entered, where the adapter can tell so early. */
  const refuseOnTheWay = (): void => {
    const findings = evaluate(policy, model.facts.get(), ['connected'], adapter.rules);
    const broken = findings.filter(({ verdict, effect }) => verdict === 'broken' && effect === 'refuse-join');
    if (broken.length === 0) return;
    audit.record({ type: 'join-refused', ruleIds: broken.map((found) => found.ruleId) });
    void end('refused', { findings: broken });
  };

  const verify = (): void => {
    stage = 'verifying';
    verifications += 1;
    const mine = verifications;
    model.setPhase({ name: 'verifying' });
    stops.push(
      clock.after(verifyLimit, () => {
        // Sent out and let in again since, it has its time anew.
        if (stage !== 'verifying' || mine !== verifications) return;
        const findings = evaluate(policy, model.facts.get(), ['connected', 'live'], adapter.rules);
        audit.record({ type: 'join-refused', ruleIds: findings.map((found) => found.ruleId) });
        void end('refused', { findings });
      }),
    );
    tryToEnter();
  };

  const watchLink = (): void => {
    const { name } = model.state.get().phase;
    const { link } = model.view();
    if (name === 'joined' && link === 'interrupted') {
      model.setPhase({ name: 'reconnecting', since: clock.now() });
      audit.record({ type: 'connection-interrupted' });
      stopReconnectTimer = clock.after(reconnectLimit, () => {
        void end('failed', { error: new RoomError('connection-lost') });
      });
    } else if (name === 'reconnecting' && link === 'up') {
      stopReconnectTimer?.();
      stopReconnectTimer = null;
      model.setPhase({ name: 'joined', since: joinedAt });
      audit.record({ type: 'connection-restored' });
      presence.reannounce();
    }
  };

  const checkKnocks = createKnockChecks({
    model,
    credentials,
    announce: parts.announce,
    alive,
    visit: () => identity?.pass?.claims.visit ?? null,
  });

  const auditCapture = createCaptureAudit(model, audit);

  /** Looks at the room after every report and moves on where it can. */
  const react = (): void => {
    if (!alive()) return;
    if (connection === null) {
      refuseOnTheWay();
      return;
    }
    const { admission } = model.view().self;
    if ((stage === 'inside' || stage === 'verifying') && admission !== 'admitted') {
      // A room that lost its memory asks everybody to be let in again.
      stage = 'waiting';
      stopReconnectTimer?.();
      stopReconnectTimer = null;
      presence.follow();
      model.setPhase({ name: 'knocking', since: clock.now() });
    }
    if (stage === 'waiting' && admission === 'kept-waiting' && model.state.get().phase.name === 'knocking') {
      model.setPhase({ name: 'kept-waiting', since: clock.now() });
    }
    if (stage === 'waiting' && admission === 'admitted') verify();
    else if (stage === 'verifying') tryToEnter();
    else if (stage === 'inside') {
      presence.follow();
      watchLink();
      auditCapture();
      consent.roomChanged();
      tripwires.watch();
    }
    captions.roomChanged();
  };

  const notice = (told: RoomNotice): void => {
    switch (told.type) {
      case 'muted-by':
        parts.announce({ type: 'muted-by', participant: told.by });
        return;
      case 'asked-to-unmute':
        parts.announce({ type: 'asked-to-unmute', participant: told.by });
        return;
      case 'source-ended':
        parts.announce({ type: 'source-lost', source: told.source });
        return;
      case 'caption':
        captions.hear(told);
    }
  };

  const whileAlive =
    <Arguments extends unknown[]>(act: (...given: Arguments) => void) =>
    (...given: Arguments): void => {
      if (alive()) act(...given);
    };
  const report: RoomReport = {
    patch: whileAlive((change) => {
      model.patch(change);
      checkKnocks(change);
      react();
    }),
    level: whileAlive(parts.level),
    received: whileAlive((from, bytes) => {
      if (presence.inVisit(from)) messages.receive(from, bytes);
      else audit.record({ type: 'envelope-dropped', participant: from, reason: 'unadmitted-sender' });
    }),
    notice: whileAlive(notice),
    ended: whileAlive((reason) => void end(reason)),
    failed: whileAlive(fail),
  };

  /** Whether the page's rules keep it out; then it has ended. */
  const refusedByPage = (id?: OpaqueId): boolean => {
    const findings = checkPage(parts, id);
    model.setFindings(findings);
    const refusing = findings.filter(refusesJoin);
    if (refusing.length === 0) return false;
    audit.record({ type: 'join-refused', ruleIds: refusing.map((found) => found.ruleId) });
    void end('refused', { findings: refusing });
    return true;
  };

  const run = async (): Promise<void> => {
    if (refusedByPage()) return;
    identity = await credentials.obtain();
    if (!alive() || refusedByPage(identity.self.id)) return;
    if (identity.pass !== null) model.proveSelf(identity.pass.claims);
    const { self, token, proof } = identity;
    connecting = adapter.connect(
      { self, media, token, ...(proof === undefined ? {} : { proof }), signal: abort.signal },
      report,
    );
    const opened = await connecting;
    if (!alive()) return;
    connection = opened;
    if (model.view().self.admission === 'admitted') {
      verify();
      return;
    }
    stage = 'waiting';
    model.setPhase({ name: 'knocking', since: clock.now() });
    await opened.perform({ type: 'knock' });
    audit.record({ type: 'action-performed', feature: 'knock' });
    settle();
    react();
  };

  stops.push(environment.onPageClosing(() => void end('closed')));
  run().catch((error: unknown) => {
    if (alive()) fail(error);
  });

  return {
    settled,
    connection: () => connection,
    perform: async (action) => {
      const opened = connection;
      if (opened === null) throw new RoomError('not-connected');
      const { admission } = model.view().self;
      await consent.carryOut(action, async () => {
        // What was allowed when it was pressed may have had to wait, for a recording to stop: no longer where it was.
        if (model.view().self.admission !== admission) throw new RoomError('not-connected');
        await opened.perform(action);
      });
    },
    expect: (id) => {
      tripwires.expect(id);
    },
    watch: react,
    end,
  };
};
