import type { RoomAdapter } from '@quietroom/core';
import { local } from '@quietroom/local';
import { whereby } from '@quietroom/whereby';
import type { ClinicSession } from '../clinic-api.ts';

/** What carries this visit. Making it contacts nobody. */
export const adapterFor = ({ visit, wherebyRoom }: ClinicSession): RoomAdapter =>
  wherebyRoom === null ? local({ url: '/relay', room: visit }) : whereby(wherebyRoom);
