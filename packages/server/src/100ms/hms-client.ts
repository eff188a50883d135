import type { CallOptions } from '../vendor/call-options.ts';

/** Makes and reads rooms and templates. Everything throws {@link VendorError}. */
export interface HmsClient {
  /** What the vendor says about a room, as it arrived: for `verifyHmsRoom`. */
  readRoom(roomId: string, options?: CallOptions): Promise<unknown>;
  /** What the vendor says about a template, as it arrived: for `verifyHmsTemplate`. */
  readTemplate(templateId: string, options?: CallOptions): Promise<unknown>;
}
