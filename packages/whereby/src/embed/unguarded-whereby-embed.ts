'use client';

import type { Policy, Pseudonym } from '@quietroom/core';
import { createElement, useEffect, type ReactElement } from 'react';
import { parseRoomReference } from '../room-reference.ts';

/** The rules that decide nothing in the vendor's own interface, because nothing there passes our gate. */
export const rulesGivenUp: readonly string[] = [
  'W1-04',
  'Q-NO-STREAMING',
  'Q-NO-UNCONSENTED-RECORDING',
  'Q-SWITCHED-OFF',
  'Q-ROLE-CLINICIAN',
  'Q-ROLE-SHARE-SCREEN',
  'Q-TRIPWIRE',
  'Q-DIRECT-MESSAGES',
  'Q-CONSENT-FIRST',
];

/** Real patients, and rules given up without a written reason. */
export class UnguardedEmbedRefused extends Error {
  override readonly name = 'UnguardedEmbedRefused';
  /** The rules that `policy.loosened` says nothing about. */
  readonly missing: readonly string[];

  constructor(missing: readonly string[]) {
    super(
      `The vendor's own interface is refused for real patients: nothing in it passes the policy. ` +
        `Use the adapter, or write a reason for each of these into policy.loosened: ${missing.join(', ')}.`,
    );
    this.missing = missing;
  }
}

/** What is shown. There is no way to pass anything else to the vendor. */
export interface UnguardedWherebyEmbedProps {
  /** The room's address as the vendor's API returned it: `roomUrl`, or `hostRoomUrl` on the clinician's page only. */
  readonly room: { readonly roomUrl: string } | { readonly hostRoomUrl: string };
  /** Shown to the others, and told to the vendor. */
  readonly name: Pseudonym;
  readonly policy: Policy;
}

/**
 * The vendor's own interface in an iframe, `<whereby-embed>`, with a pseudonym set and with chat, people list,
 * recording, integrations and breakouts off. **Nothing in it passes our gate**: no visit pass, no sealed message, no
 * tripwire, no audit, and the vendor's page may send telemetry. Loaded from the vendor when it is shown.
 * @throws UnguardedEmbedRefused for real patients, unless {@link rulesGivenUp} are written out in `policy.loosened`
 * @throws RoomReferenceError when the address is not https, its room name no UUID, or it has foreign parameters
 */
export const UnguardedWherebyEmbed = ({ room, name, policy }: UnguardedWherebyEmbedProps): ReactElement => {
  const missing = rulesGivenUp.filter((rule) => !(policy.loosened[rule] ?? '').trim());
  if (policy.patients === 'real' && missing.length > 0) throw new UnguardedEmbedRefused(missing);
  const { roomUrl, roomKey } = parseRoomReference(room);
  useEffect(() => {
    // Registers the element; it stays empty where the vendor's code cannot be loaded.
    import('@whereby.com/browser-sdk/embed').catch(() => undefined);
  }, []);
  return createElement('whereby-embed', {
    room: roomKey === null ? roomUrl : `${roomUrl}?roomKey=${encodeURIComponent(roomKey)}`,
    displayname: name,
    chat: 'off',
    people: 'off',
    recording: 'off',
    roomintegrations: 'off',
    breakout: 'off',
    emptyroominvitation: 'off',
  });
};
