import * as v from 'valibot';
import { hmsRegions } from '../100ms/region.ts';
import { ConfigurationError } from './configuration-error.ts';

/** A secret is named by the environment variable that holds it, and never written into the file. */
const secret = v.strictObject({ env: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/)) });
const text = v.pipe(v.string(), v.minLength(1));
const roles = v.strictObject({
  clinician: v.optional(text),
  patient: v.optional(text),
  interpreter: v.optional(text),
  family: v.optional(text),
  observer: v.optional(text),
  waiting: v.optional(text),
});

const shared = {
  patients: v.picklist(['real', 'synthetic']),
  recording: v.picklist(['none', 'local', 'cloud']),
  /** The file of attestations, seen from this one. */
  attestations: v.optional(text),
  page: v.optional(text),
  bucket: v.optional(
    v.strictObject({
      name: text,
      account: text,
      writer: text,
      logBucket: text,
      kmsKey: v.optional(text),
      /** The file with what AWS reads back, seen from this one. */
      readBack: v.optional(text),
    }),
  ),
  webhook: v.optional(
    v.nullable(v.strictObject({ url: text, secret, headers: v.optional(v.record(text, secret), {}) })),
  ),
  /** The folder whose installed packages are looked at, seen from this file. */
  packages: v.optional(text, '.'),
};

const deploymentFile = v.variant('provider', [
  v.strictObject({ provider: v.literal('local'), ...shared }),
  v.strictObject({
    provider: v.literal('whereby'),
    ...shared,
    rooms: v.optional(v.strictObject({ apiKey: secret, meetings: v.array(text), baseUrl: v.optional(text) })),
  }),
  v.strictObject({
    provider: v.literal('100ms'),
    ...shared,
    rooms: v.optional(
      v.strictObject({
        accessKey: secret,
        secret,
        rooms: v.array(text),
        region: v.picklist(hmsRegions),
        template: text,
        roles,
        baseUrl: v.optional(text),
      }),
    ),
  }),
]);

/** A deployment as it is written down. */
export type DeploymentFile = v.InferOutput<typeof deploymentFile>;
/** The name of an environment variable that holds a secret. */
export type SecretName = v.InferOutput<typeof secret>;

/** Reads a deployment from parsed JSON. @throws ConfigurationError that names what is wrong and where. */
export const parseDeploymentFile = (json: unknown): DeploymentFile => {
  const parsed = v.safeParse(deploymentFile, json);
  if (parsed.success) return parsed.output;
  // The paths only: what stands there may be a secret somebody wrote into the file.
  const known = /^[\w-]{1,40}$/;
  const where = parsed.issues.map((issue) => {
    const keys = issue.path?.map(({ key }) => String(key)) ?? [];
    return keys.map((key) => (known.test(key) ? key : '…')).join('.') || 'the file';
  });
  throw new ConfigurationError(
    `The deployment cannot be read at: ${[...new Set(where)].join(', ')}. Nothing was checked. ` +
      'Compare it with the example in docs/server.md; secrets are given as { "env": "NAME" }.',
  );
};
