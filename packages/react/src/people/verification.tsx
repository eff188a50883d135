'use client';
import type { ParticipantRole } from '@quietroom/core';
import { Icon } from '../icon/icon.tsx';
import { useWords } from '../messages-catalogue/words-context.ts';

interface VerificationProps {
  readonly role: ParticipantRole;
  readonly verified: boolean;
}

/** What somebody is, and whether the clinic's server vouches for it. */
export function Verification({ role, verified }: VerificationProps) {
  const words = useWords();
  return (
    <span className="qr-verification">
      <span>{words.say(`role.${role}`)}</span>
      <span className="qr-verification-mark" data-verified={verified}>
        {verified ? <Icon name="verified" size={16} /> : <Icon name="warning" size={16} />}
        {words.say(verified ? 'people.verified' : 'people.unverified')}
      </span>
    </span>
  );
}
