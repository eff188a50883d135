import { verifyHmsRoom } from '../100ms/verify-room.ts';
import { verifyHmsTemplate } from '../100ms/verify-template.ts';
import type { DeploymentFinding } from '../vendor/deployment-finding.ts';
import { VendorError } from '../vendor/vendor-error.ts';
import { verifyWherebyRoom } from '../whereby/verify-room.ts';
import { notChecked, type Check } from './check.ts';
import type { Deployment, RoomsToCheck } from './deployment.ts';

/** One thing to read back, and the rules that are judged by it. */
interface Reading {
  readonly rules: readonly string[];
  readonly read: () => Promise<unknown>;
  readonly verify: (readBack: unknown) => readonly DeploymentFinding[];
}

const wherebyRules = ['W1-04', 'W1-05', 'W1-06', 'W1-07', 'W1-11', 'W1-12', 'W1-13', 'W1-32'];
const hmsRoomRules = ['H1-09', 'H1-31', 'H1-35', 'H1-39', 'H1-44', 'H1-45', 'H1-50', 'H1-54'];
const hmsTemplateRules = ['B-16', 'H1-07', 'H1-13', 'H1-29', 'H1-45', 'H1-46', 'H1-58'];

const readingsOf = (rooms: RoomsToCheck, { recording, patients }: Deployment): readonly Reading[] => {
  if (rooms.vendor === 'whereby') {
    return rooms.meetingIds.map((meetingId) => ({
      rules: wherebyRules,
      read: () => rooms.client.readRoom(meetingId),
      verify: (readBack) => verifyWherebyRoom(readBack, { recording }),
    }));
  }
  const { client, region, templateId, roles } = rooms;
  const kind = recording === 'cloud' ? 'composite' : 'none';
  const workspace = patients === 'real' ? 'health' : 'ordinary';
  return [
    {
      rules: hmsTemplateRules,
      read: () => client.readTemplate(templateId),
      verify: (readBack) => verifyHmsTemplate(readBack, { roles, recording: kind }),
    },
    ...rooms.roomIds.map((roomId) => ({
      rules: hmsRoomRules,
      read: () => client.readRoom(roomId),
      verify: (readBack: unknown) => verifyHmsRoom(readBack, { region, templateId, recording: kind, workspace }),
    })),
  ];
};

/** Reads one thing back and judges it; what could not be read is unknown, for every rule it would have been judged by. */
const judge = async ({ rules, read, verify }: Reading): Promise<readonly DeploymentFinding[]> => {
  let readBack;
  try {
    readBack = await read();
  } catch (error) {
    // The kit's own words only: whatever else was thrown may repeat what was sent.
    const says = error instanceof VendorError ? error.message : 'What the vendor keeps could not be read back.';
    const remedy = error instanceof VendorError ? error.remedy : 'Check the ids and keys under `rooms`.';
    return rules.map((ruleId) => ({ ruleId, verdict: 'unknown', says, remedy }));
  }
  return verify(readBack);
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
    const readings = readingsOf(rooms, deployment);
    const findings: DeploymentFinding[] = [];
    for (const reading of readings) findings.push(...(await judge(reading)));
    const rules = [...readings.flatMap((reading) => reading.rules), ...findings.map(({ ruleId }) => ruleId)];
    return { rules: [...new Set(rules)], findings };
  },
};
