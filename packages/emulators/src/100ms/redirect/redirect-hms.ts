import { redirectPage, type RedirectOptions } from '../../stand-in/redirect-page.ts';
import { hmsHosts, hmsPrefix } from '../services.ts';

const domains = /(^|\.)100ms\.live$/;

/**
 * Sends every request of this page for the vendor's hosts to the stand-in instead, and none out. Load it before anything
 * of the vendor's. @returns how to undo it, or null on a page that is not on this machine, where nothing is changed
 */
export const redirectHms = (options?: RedirectOptions): (() => void) | null =>
  redirectPage({ hosts: hmsHosts, domains, prefix: hmsPrefix }, options);
