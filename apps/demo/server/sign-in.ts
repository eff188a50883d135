import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '@quietroom/core';

/** Who a page was signed in as. A clinician may open any visit of the day, everybody else one. */
export interface Session {
  readonly role: Role;
  /** Null for the clinician. */
  readonly visit: string | null;
}

/** What the server is told about being open to others. */
export interface SignInOptions {
  /** True when the server listens for other machines: then nobody becomes clinician without the key. */
  readonly exposed: boolean;
  readonly clinicianKey: string | undefined;
}

const maximumSessions = 5_000;
const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Stands in for a clinic's own login: signs anyone in as an invented person. The session is a random word that the page
 * keeps in memory; there is no cookie and no storage.
 */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #sessions = new Map<string, Session>();

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  get clinicianKeyNeeded(): boolean {
    return this.#options.exposed;
  }

  /** Whether a clinician can sign in at all. */
  get clinicianPossible(): boolean {
    return !this.#options.exposed || Boolean(this.#options.clinicianKey);
  }

  /** A new session, or null when the role needs a key that was not given. */
  open(role: Role, visit: string, key: string | undefined): string | null {
    if (role === 'clinician' && !this.#admitsClinician(key)) return null;
    const token = randomBytes(24).toString('base64url');
    this.#sessions.set(token, { role, visit: role === 'clinician' ? null : visit });
    if (this.#sessions.size > maximumSessions) {
      const [oldest] = this.#sessions.keys();
      if (oldest !== undefined) this.#sessions.delete(oldest);
    }
    return token;
  }

  /** The session of an `Authorization: Bearer …` header. */
  find(authorization: string | undefined): Session | null {
    const token = /^Bearer ([\w-]{32})$/.exec(authorization ?? '')?.[1];
    return (token && this.#sessions.get(token)) || null;
  }

  #admitsClinician(key: string | undefined): boolean {
    if (!this.#options.exposed) return true;
    const { clinicianKey } = this.#options;
    if (!clinicianKey || key === undefined) return false;
    return timingSafeEqual(digest(key), digest(clinicianKey));
  }
}
