// Builds the package in the current folder into dist/: ES modules, declarations and source maps by plain tsc, which
// keeps 'use client', and dist/styles.css where there is a src/styles/index.css.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from 'lightningcss';

rmSync('dist', { recursive: true, force: true });

const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

// tsc points the imports of its JavaScript at .js files but leaves .ts in its declarations.
for (const path of globSync('dist/**/*.d.ts')) {
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/((?:from|import) ?\(?['"]\.{1,2}\/[^'"]*?)\.tsx?(?=['"])/g, '$1.js'));
}

const styles = 'src/styles/index.css';
if (existsSync(styles)) {
  // Without browser targets, logical properties and layers reach the page as they were written.
  const { code, warnings } = bundle({ filename: styles });
  writeFileSync('dist/styles.css', code);
  for (const { message, loc } of warnings) console.error(`${loc.filename}:${loc.line} ${message}`);
  if (warnings.length > 0) process.exit(1);
}
