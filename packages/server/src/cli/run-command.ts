import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BucketOptionError } from '../bucket/bucket-options.ts';
import { createRecordingBucket } from '../bucket/create-recording-bucket.ts';
import { diagnose, type DiagnosisVerdict } from '../doctor/diagnose.ts';
import { formatDiagnosis } from '../doctor/report.ts';
import { ConfigurationError } from './configuration-error.ts';
import { readDeployment, type Variables } from './read-deployment.ts';

/** Where a command runs and speaks. */
export interface Surroundings {
  readonly folder: string;
  readonly variables: Variables;
  /** What was asked for. */
  readonly print: (text: string) => void;
  /** What happens meanwhile, and what went wrong. */
  readonly tell: (text: string) => void;
  readonly now?: () => number;
}

const usage = `quietroom doctor [file] [--json]   checks a deployment: exit code 0 fine, 1 findings, 2 could not check
quietroom bucket [file]            prints how to set up its bucket of recordings, as JSON

file is quietroom.deployment.json unless another is named. It is described in docs/server.md.
`;

const exitCodes: Readonly<Record<DiagnosisVerdict, number>> = { met: 0, broken: 1, unknown: 2 };

const parse = (values: readonly string[]) => {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...values], options, allowPositionals: true });
  } catch {
    return null;
  }
};

const doctor = async (path: string, asJson: boolean, surroundings: Surroundings): Promise<number> => {
  const { variables, print, tell, now } = surroundings;
  const deployment = await readDeployment(path, variables);
  const diagnosis = await diagnose(deployment, {
    ...(now === undefined ? {} : { now }),
    onProgress: ({ title }) => {
      tell(`Looking at ${title} ...\n`);
    },
  });
  print(asJson ? `${JSON.stringify(diagnosis, null, 2)}\n` : formatDiagnosis(diagnosis));
  return exitCodes[diagnosis.verdict];
};

const bucket = async (path: string, { variables, print }: Surroundings): Promise<number> => {
  const deployment = await readDeployment(path, variables);
  if (deployment.bucket === undefined || deployment.provider === 'local') {
    throw new ConfigurationError(
      'The deployment names no bucket of a vendor’s recordings. Describe it under `bucket`.',
    );
  }
  const settings = createRecordingBucket({ ...deployment.bucket.options, vendor: deployment.provider });
  print(`${JSON.stringify(settings, null, 2)}\n`);
  return 0;
};

/** Runs one command line, without the name of the program. @returns the exit code */
export const runCommand = async (values: readonly string[], surroundings: Surroundings): Promise<number> => {
  const { folder, print, tell } = surroundings;
  const parsed = parse(values);
  const [command, file = 'quietroom.deployment.json', ...more] = parsed?.positionals ?? [];
  if (parsed?.values.help === true) {
    print(usage);
    return 0;
  }
  if (parsed === null || more.length > 0 || (command !== 'doctor' && command !== 'bucket')) {
    tell(usage);
    return 2;
  }
  try {
    const path = resolve(folder, file);
    if (command === 'bucket') return await bucket(path, surroundings);
    return await doctor(path, parsed.values.json === true, surroundings);
  } catch (error) {
    // Anything else may repeat what was read, which may be a secret.
    const known = error instanceof ConfigurationError || error instanceof BucketOptionError;
    tell(`${known ? error.message : 'quietroom itself failed. Nothing was checked.'}\n`);
    return 2;
  }
};
