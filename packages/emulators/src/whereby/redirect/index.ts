export type { RedirectOptions } from '../../stand-in/redirect-page.ts';
export { redirectWhereby } from './redirect-whereby.ts';
