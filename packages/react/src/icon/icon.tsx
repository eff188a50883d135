'use client';
import { memo } from 'react';

/** One path each, so that an icon is two elements. Drawn after Lucide (ISC licence). */
const paths = {
  microphone: 'M12 2a3 3 0 0 0-3 3v7a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3ZM19 10v2a7 7 0 0 1-14 0v-2M12 19v3',
  microphoneOff:
    'M2 2l20 20M15 9.3V5a3 3 0 0 0-5.7-1.3M9 9v3a3 3 0 0 0 5.1 2.1M18.9 13.2A7 7 0 0 0 19 12v-2M5 10v2a7 7 0 0 0 12 5M12 19v3',
  camera:
    'M16 13l5.2 3.5a.5.5 0 0 0 .8-.4V7.9a.5.5 0 0 0-.8-.4L16 10.5M4 6h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2Z',
  cameraOff:
    'M2 2l20 20M10.7 6H14a2 2 0 0 1 2 2v2.5l1 .5 4.2-2.9a.5.5 0 0 1 .8.4v8.2M16 16a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h2',
  share:
    'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM8 21h8M12 17v4M9 9.5l3-3 3 3M12 6.5V13',
  stopSharing:
    'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM8 21h8M12 17v4M9.5 7.5l5 5M14.5 7.5l-5 5',
  chat: 'M21 11.5a8.4 8.4 0 0 1-12.2 7.5L3 21l2-5.8A8.5 8.5 0 1 1 21 11.5Z',
  people:
    'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM22 21v-2a4 4 0 0 0-3-3.9M16 3.1a4 4 0 0 1 0 7.8',
  person: 'M20 21a8 8 0 0 0-16 0M12 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10Z',
  hand: 'M18 11V6a2 2 0 0 0-4 0M14 10V4a2 2 0 0 0-4 0v2M10 10.5V6a2 2 0 0 0-4 0v8M18 8a2 2 0 1 1 4 0v6a8 8 0 0 1-8 8h-2c-2.8 0-4.5-.9-6-2.3l-3.6-3.6a2 2 0 0 1 2.8-2.9L7 15',
  settings: 'M4 21v-7M4 10V3M12 21v-9M12 8V3M20 21v-5M20 12V3M1 14h6M9 8h6M17 16h6',
  leave: 'M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4M16 17l5-5-5-5M21 12H9',
  end: 'M10.7 13.3a16 16 0 0 0 3.4 2.6l1.3-1.3a2 2 0 0 1 2.1-.4 12.8 12.8 0 0 0 2.8.7 2 2 0 0 1 1.7 2v3a2 2 0 0 1-2.2 2 19.8 19.8 0 0 1-8.6-3.1 19.4 19.4 0 0 1-3.3-2.7M5.2 10.8a19.8 19.8 0 0 1-3.1-8.6A2 2 0 0 1 4.1 2h3a2 2 0 0 1 2 1.7 12.8 12.8 0 0 0 .7 2.8 2 2 0 0 1-.5 2.1L8.1 9.9M22 2 2 22',
  close: 'M18 6 6 18M6 6l12 12',
  warning: 'M10.3 3.9 1.8 18a2 2 0 0 0 1.7 3h17a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0ZM12 9v4M12 17h.01',
  info: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM12 16v-4M12 8h.01',
  check: 'M20 6 9 17l-5-5',
  retry: 'M21 12a9 9 0 1 1-2.6-6.4L21 8M21 3v5h-5',
  sound: 'M11 4.7 6.6 9H3v6h3.6l4.4 4.3ZM15.5 8.5a5 5 0 0 1 0 7M18.6 5.4a9.4 9.4 0 0 1 0 13.2',
  send: 'M3.7 3 21 12 3.7 21l2.6-9ZM6.3 12H21',
  verified:
    'M12 2l2.6 2 3.3-.2 1 3.1 2.7 1.9-1.1 3.2 1.1 3.2-2.7 1.9-1 3.1-3.3-.2-2.6 2-2.6-2-3.3.2-1-3.1-2.7-1.9 1.1-3.2-1.1-3.2 2.7-1.9 1-3.1 3.3.2ZM8.5 12l2.4 2.4 4.6-4.8',
  lock: 'M6 11h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM8 11V7a4 4 0 0 1 8 0v4',
  unlock: 'M6 11h12a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2ZM8 11V7a4 4 0 0 1 7.8-1.2',
  covered:
    'M2 2l20 20M10.7 5.1A10.7 10.7 0 0 1 12 5c4.5 0 8.3 2.9 10 7a12.6 12.6 0 0 1-2.2 3.4M6.6 6.6A12.4 12.4 0 0 0 2 12c1.7 4.1 5.5 7 10 7a10.4 10.4 0 0 0 5.4-1.5M9.9 9.9a3 3 0 0 0 4.2 4.2',
  waiting:
    'M5 22h14M5 2h14M17 22v-4.2a2 2 0 0 0-.6-1.4L12 12l-4.4 4.4a2 2 0 0 0-.6 1.4V22M7 2v4.2a2 2 0 0 0 .6 1.4L12 12l4.4-4.4a2 2 0 0 0 .6-1.4V2',
  shield: 'M12 22c5-2.5 8-5.5 8-11V5l-8-3-8 3v6c0 5.5 3 8.5 8 11ZM9 11.5l2 2 4-4',
  door: 'M3 21h18M6 21V5a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2v16M14 12h.01',
  weakConnection:
    'M2 2l20 20M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5.2-2.7M19 12.9a10 10 0 0 0-2-1.5M2 8.8a15 15 0 0 1 4.2-2.6M22 8.8a15 15 0 0 0-11.3-3.8M12 20h.01',
  remove: 'M2 21a8 8 0 0 1 11.9-7M10 13a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM17 16l5 5M22 16l-5 5',
} as const;

/** The pictures there are. */
export type IconName = keyof typeof paths;

/** See {@link Icon}. */
export interface IconProps {
  readonly name: IconName;
  /** Edge length in CSS pixels. Default 22. */
  readonly size?: number | undefined;
  /** What it means, where no words beside it say so. Never a person's name: it is an attribute. */
  readonly label?: string | undefined;
}

/** A line drawing in the colour of the text around it. Hidden from assistive technology unless it has a label. */
export const Icon = memo(function Icon({ name, size = 22, label }: IconProps) {
  return (
    <svg
      className="qr-icon"
      data-icon={name}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.9}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={paths[name]} />
    </svg>
  );
});
