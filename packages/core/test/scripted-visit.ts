import type { Announcement } from '../src/announcements/announcement.ts';
import type { AuditEvent } from '../src/audit/audit-event.ts';
import type { Environment } from '../src/contract/environment.ts';
import type { Role } from '../src/contract/identity.ts';
import { demonstration } from '../src/policy/presets.ts';
import type { Policy } from '../src/policy/rule.ts';
import { createVisit } from '../src/visit/create-visit.ts';
import { createFakeClock } from './fake-clock.ts';
import { createScriptedAdapter, type ScriptedAdapter } from './scripted-adapter.ts';

/** A visit whose room does what the test says, at the time the test says. */
export const setUpVisit = (
  options: { role?: Role; policy?: Policy; adapter?: ScriptedAdapter; secure?: boolean } = {},
) => {
  const clock = createFakeClock();
  const adapter = options.adapter ?? createScriptedAdapter();
  const closing: (() => void)[] = [];
  const environment: Environment = {
    clock,
    crypto: globalThis.crypto,
    mediaDevices: undefined,
    createAudioContext: undefined,
    page: { secure: options.secure ?? true, path: '/visit' },
    onPageClosing: (callback) => {
      closing.push(callback);
      return () => closing.splice(closing.indexOf(callback), 1);
    },
  };
  const audited: AuditEvent[] = [];
  const announced: Announcement[] = [];
  const visit = createVisit({
    adapter,
    role: options.role ?? 'patient',
    policy: options.policy ?? demonstration,
    environment,
    onAudit: (event) => audited.push(event),
  });
  visit.onAnnouncement((announcement) => announced.push(announcement));
  const phase = () => visit.state.get().phase;
  return { visit, adapter, clock, closing, audited, announced, phase };
};
