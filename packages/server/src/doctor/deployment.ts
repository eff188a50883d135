import type { HmsClient } from '../100ms/hms-client.ts';
import type { HmsRegion } from '../100ms/region.ts';
import type { HmsRoles } from '../100ms/verify-template.ts';
import type { BucketReadBack } from '../bucket/lint-bucket.ts';
import type { RecordingBucketOptions } from '../bucket/bucket-options.ts';
import type { Vendor } from '../vendor/vendor-error.ts';
import type { WherebyClient } from '../whereby/whereby-client.ts';

/** Rooms of the deployment, and the client that reads them back. */
export type RoomsToCheck =
  | {
      readonly vendor: 'whereby';
      readonly client: Pick<WherebyClient, 'readRoom'>;
      readonly meetingIds: readonly string[];
    }
  | {
      readonly vendor: '100ms';
      readonly client: Pick<HmsClient, 'readRoom' | 'readTemplate'>;
      readonly roomIds: readonly string[];
      readonly region: HmsRegion;
      readonly templateId: string;
      readonly roles: HmsRoles;
    };

/** The endpoint the vendor calls, and what it needs to be called with. */
export interface WebhookToCheck {
  readonly vendor: Vendor;
  readonly url: string;
  /** What the vendor signs with. It stays in this process. */
  readonly secret: string;
  /** The secret headers set up with the vendor. They are sent to the endpoint and nowhere else. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An SDK as it is installed beside the adapter that uses it. */
export interface InstalledSdk {
  readonly name: string;
  /** The installed version; `null` when it was not found. */
  readonly version: string | null;
  /** The lowest version the adapter was verified with; `null` when the adapter was not found. */
  readonly minimum: string | null;
}

/**
 * A deployment, as the doctor sees it. What is left out could not be checked, which is never taken as fine; `null` says
 * that the deployment has no such thing.
 */
export interface Deployment {
  readonly provider: 'local' | Vendor;
  readonly patients: 'real' | 'synthetic';
  readonly recording: 'none' | 'local' | 'cloud';
  /** What the clinic attests: the parsed file. */
  readonly attestations?: unknown;
  /** The address of a visit page. */
  readonly page?: string;
  readonly rooms?: RoomsToCheck;
  readonly bucket?: {
    readonly options: Omit<RecordingBucketOptions, 'vendor'>;
    readonly readBack: BucketReadBack;
  };
  readonly webhook?: WebhookToCheck | null;
  readonly sdks?: readonly InstalledSdk[];
}
