/**
 * What only one provider can say about its room, by provider. Each adapter adds its own by declaration merging, reports
 * it as `room.of` and brings the rules that read it:
 *
 * `declare module '@quietroom/core' { interface ProviderFacts { readonly acme?: { readonly regionPinned: boolean | 'unknown' } } }`
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- adapters fill it by declaration merging
export interface ProviderFacts {}
