import { browserEnvironment, createOpaqueId, type Environment } from '@quietroom/core';

/** What a desk for TURN credentials is made with. */
export interface TurnDeskOptions {
  /** Where the TURN server is, for example `turns:turn.clinic.example:443?transport=tcp`; `stun:` addresses may stand beside it. */
  readonly urls: readonly string[];
  /** The secret it shares with this server: coturn's `static-auth-secret` under `use-auth-secret`. Never sent to a page. */
  readonly secret: string;
  /** How long credentials can be used to begin with, in seconds; 3600 unless said otherwise, 600 at least. */
  readonly lifetime?: number;
  /** Time and randomness; the machine's own unless a test says otherwise. */
  readonly environment?: Pick<Environment, 'clock' | 'crypto'>;
}

/** One entry of `RTCConfiguration.iceServers`, as JSON. */
export interface IceServer {
  readonly urls: string[];
  readonly username?: string;
  readonly credential?: string;
}

/** Makes credentials for a TURN server, on the host's server. */
export interface TurnDesk {
  /**
   * Servers for one page, with credentials of their own: give them out within the person's own login only. The user name
   * is a time and a random id, so the TURN server can link neither visits nor people by it.
   */
  issue(): Promise<IceServer[]>;
}

/** Pages ask again every five minutes: credentials that last no longer would run out in between. */
const shortest = 600;

/**
 * Credentials that run out, made without asking the TURN server: user name `expiry:id`, password HMAC-SHA-1 of it under
 * the shared secret (draft-uberti-behave-turn-rest-00, section 2.2; coturn's `use-auth-secret`).
 * @throws TypeError when there is no secret or address, or the lifetime is too short
 */
export const createTurnDesk = ({
  urls,
  secret,
  lifetime = 3600,
  environment = browserEnvironment(),
}: TurnDeskOptions): TurnDesk => {
  const isTurn = (url: string): boolean => /^turns?:/.test(url);
  if (!urls.some(isTurn) || !urls.every((url) => /^(?:turn|stun)s?:\S+$/.test(url))) {
    throw new TypeError(
      'The addresses of a TURN desk are no TURN addresses, so pages could not use them. Give for example turn:turn.clinic.example:3478.',
    );
  }
  if (secret === '') {
    throw new TypeError(
      'A TURN desk without a secret would make credentials that anybody can make. Give the one of the TURN server.',
    );
  }
  if (!(lifetime >= shortest)) {
    throw new TypeError(
      `TURN credentials of less than ${shortest} seconds run out before a page asks again. Give a longer lifetime.`,
    );
  }
  const { clock, crypto } = environment;
  const key = crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash: 'SHA-1' }, false, [
    'sign',
  ]);
  const open = urls.filter((url) => !isTurn(url));
  return {
    async issue() {
      const username = `${Math.floor(clock.now() / 1000) + lifetime}:${createOpaqueId(crypto)}`;
      const signed = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(username));
      const credential = btoa(String.fromCharCode(...new Uint8Array(signed)));
      return [...(open.length === 0 ? [] : [{ urls: open }]), { urls: urls.filter(isTurn), username, credential }];
    },
  };
};
