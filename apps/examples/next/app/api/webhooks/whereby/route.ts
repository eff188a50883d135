import { webhookEndpoint } from '../../../../clinic.ts';

export const dynamic = 'force-dynamic';

export const POST = (request: Request): Promise<Response> => webhookEndpoint()(request);
