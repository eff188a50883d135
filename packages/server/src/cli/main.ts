import { runCommand } from './run-command.ts';

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  variables: process.env,
  print: (text) => process.stdout.write(text),
  tell: (text) => process.stderr.write(text),
});
