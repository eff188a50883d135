import { copyFiles } from './copy-files.ts';

const [command, folder, ...rest] = process.argv.slice(2);

if (command !== 'copy' || folder === undefined || rest.length > 0) {
  process.stderr.write(
    'Usage: quietroom-effects copy <folder>\nWrites the files of the effects, for your server to serve.\n',
  );
  process.exitCode = 2;
} else {
  const files = await copyFiles(folder);
  process.stdout.write(`${folder}: ${files.length} files\n`);
}
