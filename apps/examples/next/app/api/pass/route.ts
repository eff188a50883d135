import { givePass } from '../../../../clinic/handlers.ts';
import { passes, records } from '../../../clinic.ts';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => givePass(request, records, passes);
