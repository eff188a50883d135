import type { Environment } from '../contract/environment.ts';
import type { OpaqueId, Role } from '../contract/identity.ts';
import type { ConnectRequest } from '../contract/room-adapter.ts';
import { RoomError } from '../contract/room-error.ts';
import { answerChallenge } from '../display-name/key-proof.ts';
import { createOpaqueId } from '../display-name/opaque-id.ts';
import { createPassKeys, type PassKeys } from '../display-name/pass-keys.ts';
import { createPseudonym } from '../display-name/pseudonym.ts';
import { verifyVisitPass, type Trust, type VisitPass } from '../display-name/visit-pass.ts';

/** A pass about to run out is not worth entering with. */
const margin = 10_000;

/** Asks the host's server, within the person's own login, for a visit pass naming this public key. */
export type AskForPass = (publicKey: JsonWebKey) => Promise<string>;

/** Who this page is for one attempt. */
export interface PageIdentity {
  readonly self: ConnectRequest['self'];
  readonly token: ConnectRequest['token'];
  readonly proof?: NonNullable<ConnectRequest['proof']>;
  /** Null for a host without passes: no messages, and no role beyond the vendor's. */
  readonly pass: {
    readonly keys: PassKeys;
    readonly token: string;
    readonly claims: VisitPass;
    readonly trust: Trust;
    /** The host's time, milliseconds since the epoch. */
    readonly hostTime: () => number;
  } | null;
}

/** Where identities come from: the host's server, checked against the keys the host gave. */
export interface Credentials {
  /** A fresh identity for one attempt. @throws RoomError `pass-*` */
  obtain(): Promise<PageIdentity>;
  /** Checks somebody's pass for a visit. @throws RoomError `pass-refused` | `pass-expired` */
  check(token: string, visit: OpaqueId): Promise<VisitPass>;
}

/** @param ask absent for a host without passes. */
export const createCredentials = (
  environment: Pick<Environment, 'clock' | 'crypto'>,
  role: Role,
  passes: { readonly ask: AskForPass; readonly trust: Trust } | null,
): Credentials => {
  const { clock, crypto } = environment;
  let hostClockAhead = 0;
  const now = (): number => clock.now() + hostClockAhead;

  const withoutPass = (): PageIdentity => ({
    self: { id: createOpaqueId(crypto), name: createPseudonym(role, crypto), role },
    token: () => Promise.reject(new RoomError('pass-missing')),
    pass: null,
  });

  const withPass = async (ask: AskForPass, trust: Trust): Promise<PageIdentity> => {
    const keys = await createPassKeys(crypto);
    const mint = async (): Promise<{ token: string; claims: VisitPass }> => {
      const token = await ask(keys.publicJwk).catch((error: unknown) => {
        // `fetch` rejects with a TypeError when there is no way to the server: that is no fault of the link.
        throw RoomError.from(error, error instanceof TypeError ? 'room-unreachable' : 'pass-missing');
      });
      const claims = await verifyVisitPass(token, { trust, now: 'fresh', thumbprint: keys.thumbprint });
      hostClockAhead = claims.issued - clock.now();
      if (claims.role !== role) throw new RoomError('pass-mismatch');
      return { token, claims };
    };
    const first = await mint();
    let latest = first;
    return {
      self: { id: first.claims.sub, name: first.claims.name, role },
      token: async () => {
        if (latest.claims.expires - margin > now()) return latest.token;
        const next = await mint();
        const samePerson = next.claims.sub === first.claims.sub && next.claims.visit === first.claims.visit;
        if (!samePerson) throw new RoomError('pass-mismatch');
        latest = next;
        return latest.token;
      },
      proof: {
        publicKey: keys.publicKey,
        answer: (challengeKey, nonce) => answerChallenge(keys, challengeKey, nonce, crypto),
      },
      pass: { keys, token: first.token, claims: first.claims, trust, hostTime: now },
    };
  };

  return {
    obtain: () => (passes === null ? Promise.resolve(withoutPass()) : withPass(passes.ask, passes.trust)),
    check: async (token, visit) => {
      if (passes === null) throw new RoomError('pass-missing');
      return verifyVisitPass(token, { trust: passes.trust, now: now(), visit });
    },
  };
};
