import { attachWherebyEmulator } from '@quietroom/emulators/whereby';
import type { Bench } from './comparison.ts';
import { compareJoins } from './join-vendor/compare-joins.ts';
import type { BenchRoom } from './join-whereby/page.ts';

const bench: Bench = {
  title: 'Join, Whereby',
  method:
    'A clinician with an open camera joins a locked room of the local stand-in, in a fresh Chromium page, with somebody in it who sends a picture: through the adapter and on the bare client. Both load the vendor’s code after the press.',
  run: (say) =>
    compareJoins<BenchRoom>(
      {
        folder: 'join-whereby',
        attach: (server) => {
          const emulator = attachWherebyEmulator(server);
          const { registry } = emulator;
          return {
            open: () => {
              const room = registry.createRoom({ organisationId: registry.addOrganisation('quietroom').id });
              return { seat: () => ({ hostKey: room.hostKey, ...registry.address(room) }) };
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
