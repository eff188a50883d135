import type { Scenario } from '@quietroom/testing';
import { render } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { VisitProvider, type VisitProviderProps } from '../src/visit-context/visit-provider.tsx';

/** Shows a part of a visit that has reached the scenario's state, and hands back somebody to use it. */
export async function showPart(
  scenario: Scenario,
  part: ReactNode,
  options: Pick<VisitProviderProps, 'locale' | 'theme'> = {},
): Promise<UserEvent> {
  await scenario.ready;
  render(
    <VisitProvider visit={scenario.visit} roster={scenario.room.roster} {...options}>
      {part}
    </VisitProvider>,
  );
  return userEvent.setup();
}
