import { visitOfTwo, waitingPatient } from '@quietroom/testing';
import type { Meta } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { scenarioStory } from '../../test/scenario-story.tsx';
import { OpeningPreview } from './opening-preview.tsx';
import { VisitOpening } from './visit-opening.tsx';

const meta: Meta = { title: 'VisitOpening', component: VisitOpening };
export default meta;

const clinician = () => visitOfTwo({ role: 'clinician' });
const unfolds = async (
  _scenario: unknown,
  { canvasElement, userEvent }: Parameters<NonNullable<typeof Clinician.play>>[0],
) => {
  const [summary] = canvasElement.getElementsByTagName('summary');
  if (summary) await userEvent.click(summary);
};

export const Folded = scenarioStory(clinician, <VisitOpening />);
export const Clinician = scenarioStory(clinician, <VisitOpening />, {
  play: async (scenario, context) => {
    await unfolds(scenario, context);
    const boxes = within(context.canvasElement).getAllByRole('checkbox');
    await context.userEvent.click(boxes[0] ?? context.canvasElement);
    await expect(within(context.canvasElement).getByText('1 of 6 done')).toBeVisible();
  },
});
export const ClinicianArabic = scenarioStory(clinician, <VisitOpening />, {
  locale: 'ar',
  theme: 'dark',
  play: unfolds,
});
export const Patient = scenarioStory(waitingPatient, <OpeningPreview />, { play: unfolds });
export const PatientSpanish = scenarioStory(waitingPatient, <OpeningPreview />, { locale: 'es', play: unfolds });
