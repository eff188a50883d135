import { browserEnvironment, RoomError, type Environment, type RoomAdapter } from '@quietroom/core';
import { ClientOf } from './clients.ts';
import { capabilitiesWith, manifest } from './manifest.ts';
import { rules } from './rules.ts';
import { checkTemplateRoles, type HmsRoles } from './template-roles.ts';

/** What {@link hms} is made with. */
export interface HmsOptions {
  /** The vendor's id of the room: the 24 hexadecimal digits your server got when it made it. */
  readonly roomId: string;
  /** The vendor's role for each of ours, as your server mints tokens with. */
  readonly roles: HmsRoles;
  /**
   * Asks your server for a token of the vendor's, within the person's own login: for clinicians in their role, for
   * everybody else in the one in which they wait. Called again whenever the vendor's client goes to the vendor anew.
   */
  readonly token: () => Promise<string>;
  /**
   * When somebody last checked that the vendor records to a bucket of the clinic's, as an ISO day. Without it there is
   * no recording.
   */
  readonly recordingStorageAttestedOn?: string;
  /** Whether the clinician's role of the template may caption. Default false. */
  readonly captions?: boolean;
  /** Time; the browser's own unless a test says otherwise. */
  readonly environment?: Pick<Environment, 'clock'>;
}

/** The room's id is none of the vendor's. */
export class RoomIdError extends Error {
  override readonly name = 'RoomIdError';
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The adapter for 100ms rooms, on the vendor's unmodified client. Creating it makes no request and loads nothing of the
 * vendor's.
 * @throws RoomIdError when the room's id is none of the vendor's. @throws TemplateRolesError when a role stands for two
 */
export const hms = (options: HmsOptions): RoomAdapter => {
  const { roomId, token, recordingStorageAttestedOn = '', captions = false, environment } = options;
  if (!/^[0-9a-f]{24}$/.test(roomId)) {
    throw new RoomIdError(
      'The room’s id may be somebody’s name for something. Give the 24 hexadecimal digits of the vendor’s answer.',
    );
  }
  const roles = checkTemplateRoles(options.roles);
  const capabilities = capabilitiesWith({ recording: day.test(recordingStorageAttestedOn), captions });
  const kept = new ClientOf();
  const adapter: RoomAdapter = {
    provider: '100ms',
    reference: roomId,
    manifest,
    rules,
    capabilities,
    async connect(request, report) {
      if (request.signal.aborted) throw new RoomError('cancelled');
      const { connect } = await import('./connection.ts');
      const { clock } = environment ?? browserEnvironment();
      const client = kept.set.bind(kept);
      return connect({ roomId, roles, token, capabilities, clock, client }, request, report);
    },
  };
  kept.keepFor(adapter);
  return adapter;
};
