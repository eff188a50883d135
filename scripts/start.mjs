// npm start: installs what is missing, then runs the demo with the pinned Node. PORT and HOST pass through.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { install, root, runInFront } from './toolchain.mjs';

await install();

// What `pnpm --filter demo start` would run, without its banner and without a process between us and the server.
const demo = join(root, 'apps/demo');
const { scripts } = JSON.parse(readFileSync(join(demo, 'package.json'), 'utf8'));
process.exit(await runInFront(scripts.start, { cwd: demo }));
