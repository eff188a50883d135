import { createOpaqueId } from '@quietroom/core';
import { Icon } from '@quietroom/react';
import { connection } from 'next/server';
import { PatientVisit } from './patient-visit';

/** A server component: it draws the room's id, and the visit itself runs in the client. */
export default async function Page() {
  await connection();
  return (
    <>
      <Icon name="lock" label="Private" />
      <PatientVisit room={createOpaqueId(crypto)} />
    </>
  );
}
