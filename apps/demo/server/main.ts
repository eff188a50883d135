import { fileURLToPath } from 'node:url';
import { start } from './start.ts';

const { PORT, HOST, DEMO_CLINICIAN_KEY, DEMO_PAGES, DEMO_TURN_URLS, DEMO_TURN_SECRET, DEMO_TURN_ONLY } = process.env;

const port = Number(PORT ?? 5180);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(
    'PORT is not a port number, so the demo cannot listen. Set it to a number from 0 to 65535, or leave it out.',
  );
  process.exit(2);
}

try {
  const { address, close } = await start({
    port,
    host: HOST === '' ? undefined : HOST,
    clinicianKey: DEMO_CLINICIAN_KEY,
    turn:
      DEMO_TURN_URLS === undefined || DEMO_TURN_URLS === ''
        ? undefined
        : { urls: DEMO_TURN_URLS.split(/\s+/), secret: DEMO_TURN_SECRET ?? '', only: DEMO_TURN_ONLY === '1' },
    pages: fileURLToPath(new URL(`../${DEMO_PAGES ?? 'dist/pages'}`, import.meta.url)),
  });
  console.log(`Quietroom demo: ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (error instanceof TypeError) {
    console.error(`${error.message} DEMO_TURN_URLS and DEMO_TURN_SECRET say which.`);
    process.exit(2);
  }
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${port} is taken, so the demo cannot start. Stop what uses it, or choose another: PORT=5181 npm start`,
  );
  process.exit(1);
}
