'use client';
import type { ReactNode } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useLaterWords } from '../messages-catalogue/use-later-words.ts';

interface PersonFactsProps {
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
  readonly handRaised: boolean;
  readonly quality?: 'unknown' | 'good' | 'poor' | 'lost';
}

/** What somebody is sending and asking for, in words: a sign alone says nothing to many people. */
export function PersonFacts({ microphone, camera, screen, handRaised, quality = 'unknown' }: PersonFactsProps) {
  const words = useLaterWords();
  return (
    <ul role="list" className="qr-person-facts">
      {handRaised && (
        <Fact icon={<Icon name="hand" size={16} />} tone="accent">
          {words.say('people.handRaised')}
        </Fact>
      )}
      <Fact icon={microphone ? <Icon name="microphone" size={16} /> : <Icon name="microphoneOff" size={16} />}>
        {words.say(microphone ? 'people.microphoneOn' : 'people.microphoneOff')}
      </Fact>
      <Fact icon={camera ? <Icon name="camera" size={16} /> : <Icon name="cameraOff" size={16} />}>
        {words.say(camera ? 'people.cameraOn' : 'people.cameraOff')}
      </Fact>
      {screen && (
        <Fact icon={<Icon name="share" size={16} />} tone="accent">
          {words.say('people.sharing')}
        </Fact>
      )}
      {(quality === 'poor' || quality === 'lost') && (
        <Fact icon={<Icon name="weakConnection" size={16} />} tone="warn">
          {words.say(quality === 'lost' ? 'people.lostConnection' : 'people.poorConnection')}
        </Fact>
      )}
    </ul>
  );
}

interface FactProps {
  readonly icon: ReactNode;
  readonly tone?: 'accent' | 'warn';
  readonly children: ReactNode;
}

function Fact({ icon, tone, children }: FactProps) {
  return (
    <li className="qr-person-fact" data-tone={tone}>
      {icon}
      {children}
    </li>
  );
}
