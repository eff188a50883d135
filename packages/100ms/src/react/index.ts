export { HmsVisitProvider, type HmsVisitProviderProps } from './hms-visit-provider.ts';
