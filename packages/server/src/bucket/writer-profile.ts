import type { Vendor } from '../vendor/vendor-error.ts';

/** What a vendor's writer may do in a recording bucket, and the requirements that say so. */
export interface WriterProfile {
  readonly actions: readonly string[];
  /** Least privilege of the writer. */
  readonly actionsRule: string;
  /** Whose the bucket is. */
  readonly ownerRule: string;
  /** What its keys may tell. */
  readonly keysRule: string;
}

/**
 * Whereby's writer puts objects and lists the bucket; 100ms' writer puts objects and nothing else. Neither reads: who
 * writes recordings has no need to see them again.
 */
export const writerProfiles: Readonly<Record<Vendor, WriterProfile>> = {
  whereby: { actions: ['s3:ListBucket', 's3:PutObject'], actionsRule: 'W1-15', ownerRule: 'W1-14', keysRule: 'W1-16' },
  '100ms': { actions: ['s3:PutObject'], actionsRule: 'H1-11', ownerRule: 'H1-09', keysRule: 'H1-65' },
};
