import { RoomError, roomErrorCodes } from '@quietroom/core';
import { readyPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { Problem } from './problem.tsx';

const meta: Meta = { title: 'Problem' };
export default meta;

const problems = (
  <div className="qr-stack">
    {roomErrorCodes.map((code) => (
      <Problem key={code} error={new RoomError(code)} />
    ))}
  </div>
);

export const EveryCode = scenarioStory(() => readyPatient(), problems);
export const EveryCodeArabicDark = scenarioStory(() => readyPatient(), problems, { locale: 'ar', theme: 'dark' });
export const WithWaysOut = scenarioStory(
  () => readyPatient(),
  <Problem error={new RoomError('device-busy')} onRetry={() => undefined} onDismiss={() => undefined} />,
);
