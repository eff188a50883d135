import { runAction } from '../adapter-kit/run-action.ts';
import { isSwitch, switchedSource } from '../adapter-kit/switched-source.ts';
import type { Announcement } from '../announcements/announcement.ts';
import type { AuditEvent } from '../audit/audit-event.ts';
import { createAuditLog } from '../audit/audit-log.ts';
import type { ConsentReceipt } from '../consent/consent.ts';
import { createConsentDoor } from '../consent/consent-door.ts';
import type { Caption } from '../captions/caption.ts';
import { browserEnvironment } from '../browser/browser-environment.ts';
import type { ConnectionReport } from '../contract/connection-report.ts';
import type { Environment } from '../contract/environment.ts';
import type { ParticipantId, Role } from '../contract/identity.ts';
import type { RoomAction } from '../contract/room-action.ts';
import type { RoomAdapter } from '../contract/room-adapter.ts';
import { RoomError } from '../contract/room-error.ts';
import type { Trust } from '../display-name/visit-pass.ts';
import { createVisitMedia } from '../media/create-visit-media.ts';
import type { MediaEffect } from '../media/media-effect.ts';
import type { MessagesEngine } from '../messages/create-messages.ts';
import type { MessageCarrier } from '../messages/message-carrier.ts';
import { createMessagesDoor } from '../messages/messages-door.ts';
import { checkPolicy } from '../policy/check-policy.ts';
import { decide } from '../policy/decide.ts';
import { Refusal } from '../policy/refusal.ts';
import type { Decision, Feature, Policy } from '../policy/rule.ts';
import type { Attempt } from './attempt-parts.ts';
import { createChannel } from './channels.ts';
import { createLevelChannels } from './level-channels.ts';
import type { AskForPass, Credentials } from './credentials.ts';
import type * as Joining from './joining.ts';
import { createStore } from './store.ts';
import { createVisitModel } from './visit-model.ts';
import type { Visit } from './visit.ts';

const unreached = { outcome: 'unreached' } as const;

/** See {@link createVisit}. */
export type VisitOptions = {
  /** Where the visit takes place. */
  readonly adapter: RoomAdapter;
  /** What this page is for. A pass for another role is refused. */
  readonly role: Role;
  /** The written policy; presets are `demonstration` and `usHipaa`. */
  readonly policy: Policy;
  /**
   * What must never leave this page: names and numbers of the people in this visit. Compared on this page with what the
   * visit would hand over, in every spelling, and refused before any contact. Give whole ones: under 4 letters or digits
   * they are ignored.
   */
  readonly knownIdentifiers?: readonly string[];
  /** What people may turn on for their own picture and sound, for example `blur()` of `@quietroom/effects`. */
  readonly effects?: readonly MediaEffect[];
  /** Where sealed messages travel, if not over the room: your own back end. */
  readonly carrier?: MessageCarrier;
  /** Receives every audit event, free of personal information. */
  readonly onAudit?: (event: AuditEvent) => void;
  /** Receives a receipt for every answer to a question about recording or captions. Keep them; nothing else does. */
  readonly onConsent?: (receipt: ConsentReceipt) => void;
  /** Time, randomness and devices; the browser's own unless a test says otherwise. */
  readonly environment?: Environment;
} & (
  | {
      /** Asks your server for a visit pass within the person's own login. Called when they press join, not before. */
      readonly pass: AskForPass;
      /** The public keys your server signs passes with. */
      readonly trust: Trust;
    }
  | { readonly pass?: never; readonly trust?: never }
);

/** Actions that move the same source go one after another, so that the last press wins. */
const lane = (action: RoomAction): string | null => {
  if (isSwitch(action)) return switchedSource(action);
  return action.type === 'selectDevice' ? action.kind : null;
};

const participantOf = (action: RoomAction): { participant?: ParticipantId } =>
  'participant' in action ? { participant: action.participant } : {};

/**
 * Creates a visit, outside React. Nothing happens yet: no request, no device, no key. One object serves one place in a
 * page for as long as it lives; `join` and `leave` may follow each other.
 * @throws PolicyError when the policy contradicts itself
 */
export const createVisit = (options: VisitOptions): Visit => {
  const { adapter, role, policy, knownIdentifiers: known = [] } = options;
  checkPolicy(policy);
  const environment = options.environment ?? browserEnvironment();
  const announcements = createChannel<Announcement>();
  const levels = createLevelChannels();
  const captions = createStore<readonly Caption[]>([]);
  const audit = createAuditLog(environment.clock, options.onAudit);
  const passes = options.pass === undefined ? null : { ask: options.pass, trust: options.trust };
  const model = createVisitModel({
    role,
    policy,
    adapter,
    today: () => new Date(environment.clock.now()).toISOString().slice(0, 10),
    page: environment.page,
    trusted: passes !== null,
    announce: announcements.emit,
  });
  const media = createVisitMedia(environment, options.effects);
  const check = (feature: Feature, about: { participant?: ParticipantId }, stopping = false): void => {
    const decision = decide(policy, model.facts.get(), feature, stopping);
    if (decision.allowed) return;
    audit.record({ type: 'action-refused', feature, ruleId: decision.ruleId, ...about });
    throw new Refusal(feature, decision);
  };
  const messageGate = (): void => {
    check('sendMessage', {});
  };
  const messages = createMessagesDoor(messageGate);
  const consent = createConsentDoor();
  const receipts = createChannel<ConsentReceipt>();
  if (options.onConsent !== undefined) receipts.listen(options.onConsent);

  let joiningCode: typeof Joining | null = null;
  let credentials: Credentials | null = null;
  let engine: MessagesEngine | null = null;
  let loading = false;
  let joining: Promise<void> | null = null;
  let wanted = false;
  let attempt: Attempt | null = null;
  let lastEnd: Promise<void> = Promise.resolve();
  const lanes = new Map<string, Promise<void>>();
  /** Answers of the gate for the controls that show them, good for as long as the facts stay the same. */
  let decided = { facts: model.facts.get(), answers: new Map<Feature, Decision>() };

  const underWay = (): boolean => {
    const { name } = model.state.get().phase;
    return name !== 'ready' && name !== 'ended';
  };

  const openEngine = ({ createMessages }: typeof Joining): MessagesEngine => {
    const made = createMessages({
      environment,
      gate: messageGate,
      onIncoming: (participant) => {
        announcements.emit({ type: 'message-received', participant });
      },
      onFailed: (participant) => {
        announcements.emit({ type: 'message-failed', participant });
      },
    });
    messages.lead(made);
    return made;
  };

  const start = (code: typeof Joining): Attempt => {
    credentials ??= code.createCredentials(environment, role, passes);
    engine ??= openEngine(code);
    return code.startAttempt({
      adapter,
      policy,
      known,
      environment,
      model,
      media,
      messages: engine,
      carrier: options.carrier ?? null,
      audit,
      credentials,
      consent,
      receipt: receipts.emit,
      announce: announcements.emit,
      level: levels.emit,
      captions: captions.set,
    });
  };

  const loadJoining = async (): Promise<typeof Joining> => (joiningCode ??= await import('./joining.ts'));

  /** Ends what has not come as far as an attempt. */
  const endUnstarted = (reason: 'cancelled' | 'closed' | 'failed', error?: RoomError): void => {
    loading = false;
    media.close();
    model.reset({ name: 'ended', reason, ...(error === undefined ? {} : { error }) });
    audit.record({ type: 'visit-ended', reason, ...(error === undefined ? {} : { error: error.code }) });
  };

  const isLoading = (): boolean => loading;
  const begin = async (): Promise<void> => {
    loading = true;
    audit.record({ type: 'visit-joining' });
    model.reset({ name: 'connecting' });
    const code =
      joiningCode ?? (await loadJoining().catch((error: unknown) => RoomError.from(error, 'room-unreachable')));
    if (!isLoading()) {
      // Left while it was loading, and perhaps wanted again since.
      if (wanted) await begin();
    } else if (code instanceof RoomError) {
      endUnstarted('failed', code);
    } else {
      loading = false;
      attempt = start(code);
      await attempt.settled;
    }
  };

  const join = (): Promise<void> => {
    wanted = true;
    joining ??= lastEnd
      .then(async () => {
        if (!wanted) return;
        if (underWay()) await attempt?.settled;
        else await begin();
      })
      .finally(() => {
        joining = null;
      });
    return joining;
  };

  const stop = (reason: 'left' | 'closed'): Promise<void> => {
    wanted = false;
    if (loading) endUnstarted(reason === 'left' ? 'cancelled' : reason);
    if (attempt === null || !underWay()) return lastEnd;
    const { name } = model.state.get().phase;
    const inside = name === 'joined' || name === 'reconnecting';
    lastEnd = attempt.end(reason === 'left' && !inside ? 'cancelled' : reason);
    return lastEnd;
  };

  const carryOut = async (action: RoomAction): Promise<void> => {
    const connection = attempt?.connection() ?? null;
    if (action.type === 'selectDevice') {
      await media.select(action.kind, action.deviceId);
      const sends = action.kind !== 'speaker' && model.state.get().self.sending[action.kind];
      if (connection === null || !sends) return;
    }
    const trying = connection === null ? null : attempt;
    await runAction(trying === null, async () => trying?.perform(action));
    if (action.type === 'setMicrophone') media.want('microphone', action.on);
    if (action.type === 'setCamera') media.want('camera', action.on);
  };

  const inTurn = (name: string, act: () => Promise<void>): Promise<void> => {
    const turn = (lanes.get(name) ?? Promise.resolve()).then(act);
    lanes.set(
      name,
      turn.catch(() => undefined),
    );
    return turn;
  };
  const inLane = (action: RoomAction): Promise<void> => {
    const name = lane(action);
    return name === null ? carryOut(action) : inTurn(name, () => carryOut(action));
  };
  // What is being sent moves along, as to another device.
  media.onReplaced((kind) => {
    const deviceId = media.state.get().selected[kind] ?? '';
    inTurn(kind, async () => {
      if (attempt?.connection()) await attempt.perform({ type: 'selectDevice', kind, deviceId });
    }).catch(() => undefined);
  });

  const testConnection = async (signal: AbortSignal): Promise<ConnectionReport> => {
    const joining = await loadJoining().catch(() => null);
    // The page's own server has this code. Where it does not answer, nothing else is asked: the rules could not be read.
    if (joining === null) return { server: unreached, stun: unreached, turn: unreached };
    const refusing = joining.checkPage({ adapter, policy, model, known }).find(joining.refusesJoin);
    if (refusing !== undefined) {
      const { textOfRule } = await import('../policy/rule-texts.ts');
      const { ruleId } = refusing;
      throw new Refusal('testConnection', {
        allowed: false,
        control: 'explain',
        ruleId,
        ...textOfRule(ruleId, adapter.rules),
      });
    }
    if (adapter.probe === undefined) throw new RoomError('not-supported');
    return await adapter.probe(signal);
  };

  return {
    provider: adapter.provider,
    manifest: adapter.manifest,
    capabilities: adapter.capabilities,
    policy,
    rules: adapter.rules ?? [],
    role,
    state: model.state,
    media,
    messages,
    consent,
    captions: { state: captions },
    audit,
    recordOpening: ({ done, notDone }) => {
      if (role === 'clinician') audit.record({ type: 'opening-recorded', done, notDone });
    },
    onAnnouncement: announcements.listen,
    onLevel: (participant, listener) =>
      participant === model.state.get().self.id ? media.onLevel(listener) : levels.listen(participant, listener),
    preload: () => {
      loadJoining().catch(() => undefined);
      adapter.preload?.();
    },
    join,
    leave: () => stop('left'),
    perform: async (action) => {
      const about = participantOf(action);
      check(action.type, about, 'on' in action && !action.on);
      try {
        await inLane(action);
        audit.record({ type: 'action-performed', feature: action.type, ...about });
      } catch (error) {
        if (error instanceof Refusal) {
          audit.record({ type: 'action-refused', feature: action.type, ruleId: error.ruleId, ...about });
          throw error;
        }
        const problem = RoomError.from(error, 'action-failed');
        audit.record({ type: 'action-failed', feature: action.type, error: problem.code, ...about });
        throw problem;
      }
    },
    facts: model.facts,
    decide: (feature) => {
      const facts = model.facts.get();
      if (facts !== decided.facts) decided = { facts, answers: new Map() };
      const known = decided.answers.get(feature);
      if (known !== undefined) return known;
      const answer = decide(policy, facts, feature);
      decided.answers.set(feature, answer);
      return answer;
    },
    expect: (participant) => {
      attempt?.expect(participant);
    },
    attach: (track, element) => attempt?.connection()?.attach(track, element) ?? (() => undefined),
    ...(adapter.probe !== undefined && { testConnection }),
    close: async () => {
      await stop('closed');
      media.close();
    },
  };
};
