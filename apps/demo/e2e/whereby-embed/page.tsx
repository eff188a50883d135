import { createPseudonym, demonstration, usHipaa } from '@quietroom/core';
import { rulesGivenUp, UnguardedWherebyEmbed } from '@quietroom/whereby/embed';
import { Component, StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** A host that shows the vendor's own interface, with the address it was given in its query, under a chosen policy. */
const container = document.getElementById('root');
if (!container) throw new Error('The page needs #root.');

const query = new URL(location.href).searchParams;
const reasons = Object.fromEntries(rulesGivenUp.map((rule) => [rule, 'Reviewed.']));
const policies = { demonstration, usHipaa, written: { ...usHipaa, loosened: reasons } };
const policy = policies[(query.get('policy') ?? 'demonstration') as keyof typeof policies];

interface Outcome {
  readonly refusal: string | null;
}

class Boundary extends Component<{ readonly children: ReactNode }, Outcome> {
  override state: Outcome = { refusal: null };
  static getDerivedStateFromError = (error: unknown): Outcome => ({ refusal: String(error) });
  override render() {
    return this.state.refusal === null ? this.props.children : <p role="alert">{this.state.refusal}</p>;
  }
}

const root = createRoot(container);
addEventListener('visit-over', () => {
  root.unmount();
});
root.render(
  <StrictMode>
    <Boundary>
      <UnguardedWherebyEmbed
        room={{ hostRoomUrl: query.get('room') ?? '' }}
        name={createPseudonym('clinician', crypto)}
        policy={policy}
      />
    </Boundary>
  </StrictMode>,
);
