import { passes } from '../../../clinic.ts';

export const dynamic = 'force-dynamic';

export const GET = (): Response => Response.json({ keys: passes.trust });
