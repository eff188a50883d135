import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { createHmsClient } from '../100ms/hms-client.ts';
import type { Deployment, RoomsToCheck } from '../doctor/deployment.ts';
import { OptionError } from '../vendor/option-error.ts';
import { createWherebyClient } from '../whereby/whereby-client.ts';
import { ConfigurationError } from './configuration-error.ts';
import { parseDeploymentFile, type DeploymentFile, type SecretName } from './deployment-file.ts';
import { readInstalledSdks } from './installed-sdks.ts';

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>;

const readJson = async (path: string): Promise<unknown> => {
  let content;
  try {
    content = await readFile(path, 'utf8');
  } catch {
    throw new ConfigurationError(`${basename(path)} cannot be read. Nothing was checked. Check its name and rights.`);
  }
  try {
    return JSON.parse(content) as unknown;
  } catch {
    throw new ConfigurationError(`${basename(path)} is not JSON. Nothing was checked. Correct it.`);
  }
};

const secretFrom = (variables: Variables, { env }: SecretName): string => {
  const value = variables[env];
  if (value === undefined || value === '') {
    throw new ConfigurationError(
      `${env} is not set. Nothing was checked. Put the secret into that environment variable.`,
    );
  }
  return value;
};

const roomsFrom = (file: DeploymentFile, variables: Variables): RoomsToCheck | undefined => {
  if (file.provider === 'local' || file.rooms === undefined) return undefined;
  if (file.provider === 'whereby') {
    const { apiKey, meetings, baseUrl } = file.rooms;
    const options = { apiKey: secretFrom(variables, apiKey), ...(baseUrl === undefined ? {} : { baseUrl }) };
    return { vendor: 'whereby', client: createWherebyClient(options), meetingIds: meetings };
  }
  const { accessKey, secret, rooms, region, template, baseUrl } = file.rooms;
  const named = Object.entries(file.rooms.roles).filter(([, name]) => name !== undefined);
  const roles = Object.fromEntries(named) as Readonly<Record<string, string>>;
  const client = createHmsClient({
    accessKey: secretFrom(variables, accessKey),
    secret: secretFrom(variables, secret),
    roles,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  return { vendor: '100ms', client, roomIds: rooms, region, templateId: template, roles };
};

const webhookFrom = (file: DeploymentFile, variables: Variables): Deployment['webhook'] => {
  const { provider, webhook } = file;
  if (provider === 'local' || webhook === undefined || webhook === null) return webhook === null ? null : undefined;
  const { url, secret, headers } = webhook;
  const secretHeaders = Object.entries(headers).map(([name, value]) => [name, secretFrom(variables, value)] as const);
  return { vendor: provider, url, secret: secretFrom(variables, secret), headers: Object.fromEntries(secretHeaders) };
};

/** The bucket of a deployment that is written down, with what AWS reads back about it where a file holds that. */
const bucketFrom = async ({ bucket }: DeploymentFile, folder: string): Promise<Deployment['bucket']> => {
  if (bucket === undefined) return undefined;
  const { name, readBack, kmsKey, ...others } = bucket;
  const options = { bucket: name, ...others, ...(kmsKey === undefined ? {} : { kmsKey }) };
  const found = readBack === undefined ? {} : await readJson(resolve(folder, readBack));
  return { options, readBack: typeof found === 'object' && found !== null ? found : {} };
};

/** Reads a deployment: the file, the files it names, the environment variables it names, the installed packages. */
export const readDeployment = async (path: string, variables: Variables): Promise<Deployment> => {
  const file = parseDeploymentFile(await readJson(path));
  const folder = dirname(path);
  const { provider, patients, recording, page } = file;
  try {
    const rooms = roomsFrom(file, variables);
    const webhook = webhookFrom(file, variables);
    const bucket = await bucketFrom(file, folder);
    return {
      provider,
      patients,
      recording,
      ...(file.attestations === undefined ? {} : { attestations: await readJson(resolve(folder, file.attestations)) }),
      ...(page === undefined ? {} : { page }),
      ...(rooms === undefined ? {} : { rooms }),
      ...(bucket === undefined ? {} : { bucket }),
      ...(webhook === undefined ? {} : { webhook }),
      ...(provider === 'local' ? {} : { sdks: await readInstalledSdks(provider, resolve(folder, file.packages)) }),
    };
  } catch (error) {
    // Its words name the option and never its value.
    if (error instanceof OptionError) throw new ConfigurationError(`In the deployment, ${error.message}`);
    throw error;
  }
};
