import { randomUUID } from 'node:crypto';
import { attachHmsEmulator } from '@quietroom/emulators/100ms';
import type { Bench } from './comparison.ts';
import type { BenchSeat } from './join-100ms/page.ts';
import { compareJoins } from './join-vendor/compare-joins.ts';

const bench: Bench = {
  title: 'Join, 100ms',
  method:
    'A clinician with an open camera joins a room of the local stand-in, in a fresh Chromium page, with somebody in it who sends a picture: through the adapter and on the bare store, by preview and join, muted, both. Both load the vendor’s code after the press.',
  run: (say) =>
    compareJoins<BenchSeat>(
      {
        folder: 'join-100ms',
        attach: (server) => {
          const emulator = attachHmsEmulator(server);
          const { registry } = emulator;
          return {
            open: () => {
              const { id: roomId } = registry.createRoom();
              return {
                seat: () => {
                  const userId = randomUUID();
                  return { roomId, userId, token: registry.mintToken({ roomId, userId, role: 'clinician' }) };
                },
              };
            },
            close: () => {
              emulator.close();
            },
          };
        },
      },
      say,
    ),
};

export default bench;
