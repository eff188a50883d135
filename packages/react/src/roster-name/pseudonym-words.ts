import type { ParticipantRole, Pseudonym } from '@quietroom/core';
import type { Words } from '../messages-catalogue/create-words.ts';

/** A pseudonym in the person's language. It is English on the wire: `Patient K7Q4`. */
export function sayPseudonym({ say }: Words, pseudonym: Pseudonym | null, role: ParticipantRole): string {
  const code = pseudonym?.split(' ')[1];
  if (code === undefined || role === 'guest') return say('name.guest');
  if (role === 'recorder') return say('name.recorder');
  return say(`name.${role}`, { code });
}
