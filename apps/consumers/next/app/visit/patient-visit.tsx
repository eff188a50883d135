'use client';
import { createVisit, demonstration, type OpaqueId } from '@quietroom/core';
import { local } from '@quietroom/local';
import { VideoRoom } from '@quietroom/react';
import { useState } from 'react';

export function PatientVisit({ room }: { readonly room: OpaqueId }) {
  const [visit] = useState(() =>
    createVisit({ adapter: local({ url: '/relay', room }), role: 'patient', policy: demonstration }),
  );
  return <VideoRoom visit={visit} />;
}
