import { fileURLToPath } from 'node:url';
import { start } from './start.ts';

const { PORT, HOST, DEMO_CLINICIAN_KEY, DEMO_PAGES } = process.env;

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
    pages: fileURLToPath(new URL(`../${DEMO_PAGES ?? 'dist/pages'}`, import.meta.url)),
  });
  console.log(`Quietroom demo: ${address}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(
    `Port ${port} is taken, so the demo cannot start. Stop what uses it, or choose another: PORT=5181 npm start`,
  );
  process.exit(1);
}
