export type { Fault, RestRequest } from '../../rest/rest-server.ts';
export { deliverHmsWebhook, type HmsDelivery } from './deliver-webhook.ts';
export { goodTemplate } from './good-template.ts';
export { startHmsRest, type HmsRest, type HmsRestOptions } from './hms-rest.ts';
