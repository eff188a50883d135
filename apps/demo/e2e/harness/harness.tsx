import { parseOpaqueId } from '@quietroom/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { StrictMode } from 'react';
import '@quietroom/react/styles.css';
import '../../src/demo.css';
import { VisitPage } from '../../src/visit/visit-page.tsx';

/** Puts the demo's own page up and takes it down, as a host's router does. */
export interface Harness {
  mount(): void;
  unmount(): void;
}

declare global {
  var harness: Harness;
}

const container = document.getElementById('root');
const visit = parseOpaqueId(new URL(window.location.href).searchParams.get('visit'));
if (!container || visit === null) throw new Error('The harness needs #root and ?visit=<uuid>.');

let unmount = () => {};
globalThis.harness = {
  mount() {
    const root = createRoot(container);
    flushSync(() => {
      root.render(
        <StrictMode>
          <VisitPage
            route={{
              page: 'visit',
              visit,
              as: 'clinician',
              preferences: { lang: 'en', theme: 'auto', provider: 'local', recording: false },
            }}
            goTo={() => {
              throw new Error('The harness goes nowhere.');
            }}
          />
        </StrictMode>,
      );
    });
    unmount = () => {
      root.unmount();
    };
  },
  unmount() {
    unmount();
  },
};
