'use client';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

/** Whether the clinic's server vouches for who somebody is. */
export function Verification({ verified }: { readonly verified: boolean }) {
  const words = useLaterWords();
  return (
    <span className="qr-verification" data-verified={verified}>
      <Icon name={verified ? 'verified' : 'warning'} size={16} />
      {words.say(verified ? 'people.verified' : 'people.unverified')}
    </span>
  );
}
