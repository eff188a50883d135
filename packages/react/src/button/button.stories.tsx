import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Icon } from '../icon/icon.tsx';
import { Button } from './button.tsx';

const meta: Meta = { title: 'Button', component: Button };
export default meta;

const buttons = (
  <div className="qr-row">
    <Button kind="primary">Join visit</Button>
    <Button>Keep waiting</Button>
    <Button kind="danger">Leave</Button>
    <Button kind="plain">Dismiss</Button>
    <Button icon={<Icon name="retry" />}>Try again</Button>
    <Button pending>Joining</Button>
    <Button locked>Send</Button>
  </div>
);

export const Kinds = scenarioStory(readyPatient, buttons);
export const KindsDark = scenarioStory(readyPatient, buttons, { theme: 'dark' });
