import { RoomError } from '@quietroom/core';
import { ClinicError, type ClinicSession } from '../clinic-api.ts';

/** Asks the clinic for a visit pass. @throws ClinicError, RoomError `room-unreachable` when it does not answer */
export const askForPass = async (session: ClinicSession, publicKey: JsonWebKey): Promise<string> => {
  try {
    return await session.pass(publicKey);
  } catch (error) {
    if (!(error instanceof ClinicError) || error.code !== 'unreachable') throw error;
    throw new RoomError('room-unreachable', { cause: error });
  }
};
