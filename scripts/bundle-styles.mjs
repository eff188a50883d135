// Inlines the @imports of a style sheet: node bundle-styles.mjs <source> <target>.
// No browser targets are given, so logical properties and layers reach the page as they were written.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { bundle } from 'lightningcss';

const [source, target] = process.argv.slice(2);
if (!source || !target) throw new Error('Usage: node bundle-styles.mjs <source.css> <target.css>');

const { code, warnings } = bundle({ filename: source, minify: false, sourceMap: false });
if (warnings.length > 0) {
  throw new Error(warnings.map((w) => `${w.loc.filename}:${w.loc.line} ${w.message}`).join('\n'));
}
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, code);
