// For node --import: treats modules that begin with 'use client' as a bundler of server components does. They are not
// run; whoever imports them gets references. What is left runs with the react-server build of React.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const declared = /^export (?:async )?(?:function|const|let|class) (\w+)/gm;
const listed = /^export \{([^}]*)\}/gm;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !/\.m?js$/.test(url)) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!/^['"]use client['"]/.test(source)) return next(url, context);
    const names = [...source.matchAll(declared)].map(([, name]) => name);
    for (const [, list] of source.matchAll(listed)) {
      names.push(...list.split(',').map((item) => item.trim().split(' as ').at(-1)));
    }
    const references = [...new Set(names)].filter((name) => name !== '');
    return {
      format: 'module',
      shortCircuit: true,
      source: references.map((name) => `export const ${name} = { clientReference: '${name}' };`).join('\n'),
    };
  },
});
