import { chatWithDelivery, clinicianWithKnock, until, visitOfTwo, visitToRecord } from '@quietroom/testing';
import { demonstration } from '@quietroom/core';
import type { Meta } from '@storybook/react-vite';
import { useState, type ReactNode } from 'react';
import { expect, within } from 'storybook/test';
import { afterwards } from '../../test/afterwards.ts';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { CaptureControls } from '../consent/capture-controls.tsx';
import { Control } from './control.tsx';
import { EndControl, LeaveControl } from './leave-controls.tsx';
import { ChatControl, PeopleControl } from './panel-controls.tsx';
import { CameraControl, HandControl, MicrophoneControl, ShareControl } from './source-controls.tsx';

const meta: Meta = {
  title: 'Controls',
  component: Control,
  subcomponents: {
    MicrophoneControl,
    CameraControl,
    ShareControl,
    HandControl,
    ChatControl,
    PeopleControl,
    LeaveControl,
    EndControl,
  },
};
export default meta;

const nothing = () => undefined;

function Bar({ children }: { readonly children: ReactNode }) {
  return (
    <div className="qr-toolbar" role="toolbar" aria-label="Visit controls">
      {children}
    </div>
  );
}

const sources = (
  <Bar>
    <MicrophoneControl onProblem={nothing} />
    <CameraControl onProblem={nothing} />
    <ShareControl onProblem={nothing} />
    <HandControl onProblem={nothing} />
  </Bar>
);

export const SourcesOff = scenarioStory(visitOfTwo, sources);
export const SourcesOn = scenarioStory(visitOfTwo, sources, {
  play: async ({ visit }, { canvasElement, userEvent }) => {
    const canvas = within(canvasElement);
    for (const name of ['Unmute microphone', 'Turn camera on', 'Share screen', 'Raise hand'])
      await userEvent.click(canvas.getByRole('button', { name }));
    await until(visit.state, ({ self }) => self.handRaised && self.sending.microphone && self.sending.screen);
    await expect(await canvas.findByRole('button', { name: 'Mute microphone' })).toBeVisible();
    await expect(await canvas.findByRole('button', { name: 'Lower hand' })).toBeVisible();
  },
});

/** The provider cannot do it, and the policy says no: both stay in their place with the reason, or are absent. */
export const SourcesLocked = scenarioStory(
  (options) =>
    visitOfTwo({
      capabilities: ['publish', 'setMicrophone', 'setCamera'],
      policy: { ...demonstration, off: ['shareScreen', 'raiseHand'] },
      ...options,
    }),
  sources,
);

function Panels() {
  const [open, setOpen] = useState(false);
  const toggle = () => {
    setOpen(!open);
  };
  return (
    <Bar>
      <ChatControl open={open} onToggle={toggle} />
      <PeopleControl open={open} onToggle={toggle} />
    </Bar>
  );
}

export const UnreadMessage = scenarioStory(chatWithDelivery, <Panels />);
export const SomebodyWaits = scenarioStory(clinicianWithKnock, <Panels />, {
  play: async (_scenario, { canvasElement, userEvent }) => {
    const people = within(canvasElement).getByRole('button', { name: /^People/ });
    await userEvent.click(people);
    await expect(people).toHaveAttribute('aria-expanded', 'true');
  },
});
export const ChatOff = scenarioStory(
  (options) => visitOfTwo({ policy: { ...demonstration, chat: 'off' }, ...options }),
  <Panels />,
);

const leaving = (
  <Bar>
    <EndControl onProblem={nothing} />
    <LeaveControl />
  </Bar>
);
export const LeaveAsPatient = scenarioStory(visitOfTwo, leaving);
export const LeaveAsClinician = scenarioStory((options) => visitOfTwo({ role: 'clinician', ...options }), leaving);

const capture = (
  <Bar>
    <CaptureControls onProblem={nothing} />
  </Bar>
);
const recorded = { ...demonstration, recording: 'cloud', captions: true, keepsDays: 30 } as const;
export const CaptureAllowed = scenarioStory((options) => visitToRecord(recorded, options), capture);
export const CaptureGoesOn = scenarioStory(
  (options) =>
    afterwards(visitToRecord(recorded, options), async ({ room, visit }) => {
      room.knows({ recording: true });
      await until(visit.state, (state) => state.room.recording === true);
    }),
  capture,
);

export const OneOfYourOwn = scenarioStory(
  visitOfTwo,
  <Bar>
    <Control icon="info" label="Leaflet" onPress={nothing} />
    <Control icon="info" label="Leaflet" tone="active" expanded onPress={nothing} />
    <Control icon="info" label="Leaflet" pending onPress={nothing} />
    <Control icon="info" label="Leaflets" count={{ value: 3, words: '3 new leaflets' }} onPress={nothing} />
    <Control
      icon="info"
      label="Leaflet"
      decision={{ allowed: false, ruleId: 'Q-SWITCHED-OFF', remedy: '', control: 'explain' }}
      onPress={nothing}
    />
  </Bar>,
);
