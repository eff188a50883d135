export { redirectHms, type RedirectOptions } from './redirect-hms.ts';
