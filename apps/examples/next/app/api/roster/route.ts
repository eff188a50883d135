import { giveRoster } from '../../../../clinic/handlers.ts';
import { records } from '../../../clinic.ts';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Response => giveRoster(request, records);
