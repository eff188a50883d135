import type { OpaqueId, Pseudonym } from '@quietroom/core';

/**
 * What 100ms shows in place of a name in a workspace for health information (H1-41, H1-43): its SHA-256 in hexadecimal.
 * Lets support find a visit by its pseudonym or room name. Takes nothing else: a real name's hash can be guessed.
 */
export const hashForDashboard = async (
  name: Pseudonym | OpaqueId,
  crypto: Pick<Crypto, 'subtle'> = globalThis.crypto,
): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};
