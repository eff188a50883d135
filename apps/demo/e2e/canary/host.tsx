import { demonstration, type Visit } from '@quietroom/core';
import { useVisitOwner, VideoRoom } from '@quietroom/react';
import { createFakeRoom, until } from '@quietroom/testing';
import { createRoot } from 'react-dom/client';
import '@quietroom/react/styles.css';
import '../../src/demo.css';
import { leaky, outspoken } from './leaky-adapter.ts';

/**
 * A host that puts something personal into everything it can hand over, on a room whose adapter tells all it is given,
 * or leaks: `?leaky`.
 */
const container = document.getElementById('root');
if (!container) throw new Error('The canary’s host needs #root.');

const query = new URL(location.href).searchParams;
const given = (id: string) => query.get(id) ?? `no-${id}`;

const room = createFakeRoom({ role: 'clinician' });
const adapter = query.has('leaky') ? leaky(room.adapter) : outspoken(room.adapter);
const patient = room.personJoins({ role: 'patient', name: given('roster.name'), pronouns: given('roster.pronouns') });
// The address has done its work; what an adapter reads of it from here on is the page's own.
history.replaceState(null, '', `/canary.html?ref=${given('page.query')}`);

let opened: Visit | undefined;
const Host = () => {
  const visit = useVisitOwner(
    () =>
      (opened = room.createVisit({
        adapter,
        policy: { ...demonstration, captions: true },
        knownIdentifiers: [given('host.known')],
        onAudit: (event) => {
          console.debug('audit', JSON.stringify(event));
        },
      })),
    [],
  );
  return (
    <VideoRoom
      visit={visit}
      roster={room.roster}
      emergencyCard={<p className="ph-no-capture">{given('host.emergency-card')}</p>}
      translate={(key) => (key === 'room.synthetic' ? given('host.words') : undefined)}
    />
  );
};

createRoot(container).render(<Host />);
addEventListener('patient-says', (event) => {
  if (event instanceof CustomEvent && typeof event.detail === 'string') void patient.says(event.detail);
});

/** The vendor captions what the patient says, with everybody's consent. */
const caption = async (text: string) => {
  if (!opened) return;
  opened.consent.ask('captions', { language: 'en' });
  await patient.agrees('captions');
  await until(opened.consent.state, ({ captions }) => captions.ready);
  await opened.perform({ type: 'setCaptions', on: true });
  room.saysCaption(patient, text);
};
addEventListener('patient-is-captioned', (event) => {
  if (event instanceof CustomEvent && typeof event.detail === 'string') void caption(event.detail);
});
