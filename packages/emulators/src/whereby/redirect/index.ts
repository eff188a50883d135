export { redirectWhereby, type RedirectOptions } from './redirect-whereby.ts';
