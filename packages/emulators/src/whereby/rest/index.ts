export type { Fault, RestRequest } from '../../rest/rest-server.ts';
export { deliverWherebyWebhook, type WherebyDelivery } from './deliver-webhook.ts';
export { startWherebyRest, type WherebyRest, type WherebyRestOptions } from './whereby-rest.ts';
