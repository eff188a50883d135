import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { turnServerPath } from '../../../../scripts/browsers.mjs';

/** A coturn of the specs' own, on this machine only. */
export interface TurnServer {
  readonly port: number;
  /** What it shares with the demo's server. */
  readonly secret: string;
  /** Stops its process without ending it: whatever arrives is lost. */
  freeze(): void;
  wake(): void;
  /** Ends it and starts another in its place, which remembers nothing. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

/** Resolves with the first answer to a STUN binding request (RFC 8489, section 5), asked ten times a second. */
const answers = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    const request = Buffer.concat([Buffer.from('000100002112a442', 'hex'), randomBytes(12)]);
    const asking = setInterval(() => {
      socket.send(request, port, '127.0.0.1');
    }, 100);
    const settle = (act: () => void) => {
      clearInterval(asking);
      clearTimeout(patience);
      socket.close();
      act();
    };
    const patience = setTimeout(() => {
      settle(() => {
        reject(new Error('The TURN server does not answer.'));
      });
    }, 10_000);
    socket.on('message', () => {
      settle(resolve);
    });
    // Nobody listens yet.
    socket.on('error', () => undefined);
  });

/** Starts coturn on a free port. It must be installed: see {@link turnServerPath}. */
export const startTurnServer = async (): Promise<TurnServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'turn-'));
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  let child: ChildProcess | null = null;

  const start = async () => {
    const process = spawn(
      turnServerPath() ?? 'turnserver',
      [
        ['-n', '--no-cli', '--no-tls', '--no-dtls', '--use-auth-secret', '--allow-loopback-peers'],
        ['--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`],
        [`--static-auth-secret=${secret}`, '--realm=turn.clinic.example', '--log-file=/dev/null'],
        [`--pidfile=${join(folder, 'pid')}`, `--userdb=${join(folder, 'users')}`],
      ].flat(),
      { stdio: 'ignore' },
    );
    child = process;
    await new Promise<void>((resolve, reject) => {
      process.on('error', reject);
      process.on('exit', () => {
        reject(new Error('The TURN server ended before it answered.'));
      });
      answers(port).then(resolve, reject);
    });
  };
  const end = async () => {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = null;
  };
  await start();
  return {
    port,
    secret,
    freeze: () => void child?.kill('SIGSTOP'),
    wake: () => void child?.kill('SIGCONT'),
    restart: async () => {
      await end();
      await start();
    },
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
