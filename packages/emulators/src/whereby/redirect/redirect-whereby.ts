import { redirectPage, type RedirectOptions } from '../../stand-in/redirect-page.ts';
import { wherebyHosts, wherebyPrefix } from '../services.ts';

const domains = /(^|\.)(whereby\.com|whereby\.dev|appearin\.net)$/;

/**
 * Sends every request of this page for the vendor's hosts to the stand-in instead, and none out. Load it before anything
 * of the vendor's. @returns how to undo it, or null on a page that is not on this machine, where nothing is changed
 */
export const redirectWhereby = (options?: RedirectOptions): (() => void) | null =>
  redirectPage({ hosts: wherebyHosts, domains, prefix: wherebyPrefix }, options);
