// First, so that whatever is loaded later finds the vendors' hosts led here.
import './vendor-hosts.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '@quietroom/react/styles.css';
import './demo.css';
import { App } from './app.tsx';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root element to draw the demo in. Add one.');
createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
