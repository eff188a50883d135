import { createVisit, demonstration, parseOpaqueId, type OpaqueId, type Role, type Trust } from '@quietroom/core';
import { local } from '@quietroom/local';
import { useVisitOwner, VideoRoom } from '@quietroom/react';
import '@quietroom/react/styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

interface PageProps {
  readonly room: OpaqueId;
  readonly role: Role;
  readonly trust: Trust;
}

function VisitPage({ room, role, trust }: PageProps) {
  const visit = useVisitOwner(
    () =>
      createVisit({
        adapter: local({ url: '/relay', room }),
        role,
        policy: demonstration,
        trust,
        pass: async (publicJwk) => {
          const answer = await fetch('/api/pass', { method: 'POST', body: JSON.stringify({ room, role, publicJwk }) });
          return await answer.text();
        },
      }),
    [room, role],
  );
  return visit && <VideoRoom visit={visit} />;
}

const query = new URLSearchParams(location.search);
const room = parseOpaqueId(query.get('room'));
const role = query.get('as') === 'clinician' ? 'clinician' : 'patient';
const trust = (await (await fetch('/api/trust')).json()) as Trust;
const root = document.getElementById('root');
if (room === null || root === null) throw new Error('The address names no room.');
createRoot(root).render(
  <StrictMode>
    <VisitPage room={room} role={role} trust={trust} />
  </StrictMode>,
);
