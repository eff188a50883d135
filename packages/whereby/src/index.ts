export { whereby, type WherebyOptions } from './whereby.ts';
