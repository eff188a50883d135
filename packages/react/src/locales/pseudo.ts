export { pseudo } from '../messages-catalogue/pseudo.ts';
