export type { RedirectOptions } from '../../stand-in/redirect-page.ts';
export { redirectHms } from './redirect-hms.ts';
