// Empties a package's output folder, so that a file whose source is gone cannot be published.
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
