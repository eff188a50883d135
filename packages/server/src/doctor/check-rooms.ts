import { verifyHmsRoom } from '../100ms/verify-room.ts';
import { verifyHmsTemplate } from '../100ms/verify-template.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { VendorError } from '../vendor/vendor-error.ts';
import { verifyWherebyRoom } from '../whereby/verify-room.ts';
import { notChecked, type Check } from './check.ts';
import type { Deployment, RoomsToCheck } from './deployment.ts';

/** What is judged of a room when it can be read. */
const judged = {
  whereby: ['W1-04', 'W1-05', 'W1-06', 'W1-07', 'W1-12'],
  '100ms': ['H1-31', 'H1-39', 'H1-50', 'H1-52'],
} as const;

/** Reads one thing back and judges it; what could not be read is unknown. */
const judge = async (
  ruleId: string,
  read: () => Promise<unknown>,
  verify: (readBack: unknown) => readonly DeploymentFinding[],
): Promise<readonly DeploymentFinding[]> => {
  let readBack;
  try {
    readBack = await read();
  } catch (error) {
    // The kit's own words only: whatever else was thrown may repeat what was sent.
    const says = error instanceof VendorError ? error.message : 'The room could not be read back.';
    const remedy = error instanceof VendorError ? error.remedy : 'Try again, and look at how the client was made.';
    return [{ ruleId, verdict: 'unknown', says, remedy }];
  }
  return verify(readBack);
};

const judgeAll = async (rooms: RoomsToCheck, deployment: Deployment): Promise<readonly DeploymentFinding[]> => {
  const findings: DeploymentFinding[] = [];
  if (rooms.vendor === 'whereby') {
    for (const meetingId of rooms.meetingIds) {
      const verify = (readBack: unknown) => verifyWherebyRoom(readBack, { recording: deployment.recording });
      findings.push(...(await judge('W1-04', () => rooms.client.readRoom(meetingId), verify)));
    }
    return findings;
  }
  const { client, region, templateId, roles } = rooms;
  const verifyTemplate = (readBack: unknown) => verifyHmsTemplate(readBack, { roles });
  findings.push(...(await judge('H1-52', () => client.readTemplate(templateId), verifyTemplate)));
  for (const roomId of rooms.roomIds) {
    const verifyRoom = (readBack: unknown) => verifyHmsRoom(readBack, { region, templateId });
    findings.push(...(await judge('H1-31', () => client.readRoom(roomId), verifyRoom)));
  }
  return findings;
};

/** Whether the vendor's rooms are set as a visit needs them, read back from the vendor. */
export const checkRooms: Check = {
  name: 'rooms',
  title: 'the rooms, read back from the vendor',
  without: ({ provider }) => (provider === 'local' ? 'The local adapter has no vendor’s rooms.' : null),
  async run(deployment) {
    const { rooms, provider } = deployment;
    const count = rooms?.vendor === 'whereby' ? rooms.meetingIds.length : rooms?.roomIds.length;
    if (rooms?.vendor !== provider || count === undefined || count === 0) {
      return notChecked(
        provider === '100ms' ? 'H1-31' : 'W1-04',
        'No room of this provider was given, so none was read back.',
        'Name at least one room under `rooms`.',
      );
    }
    const findings = await judgeAll(rooms, deployment);
    return { rules: [...new Set([...judged[rooms.vendor], ...findings.map(({ ruleId }) => ruleId)])], findings };
  },
};
