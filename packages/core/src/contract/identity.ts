declare const brand: unique symbol;
/** A string that only its own constructor can make. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

/**
 * A random UUID (version 4), lower case. The only kind of identifier that may reach a vendor: it cannot hold a name,
 * a record number or a date. Made by `createOpaqueId` or checked by `parseOpaqueId`.
 */
export type OpaqueId = Branded<'OpaqueId'>;

/**
 * A name that cannot spell a person's name, for example `Patient K7Q4`. English on the wire, translated when shown.
 * Made by `createPseudonym` or checked by `parsePseudonym`.
 */
export type Pseudonym = Branded<'Pseudonym'>;

/** One participant in one room, as the adapter identifies them. Unique within a visit, meaningless outside it. */
export type ParticipantId = Branded<'ParticipantId'>;

/** One remote track, as the adapter identifies it. */
export type TrackId = Branded<'TrackId'>;

/** The people a visit knows. A role counts only with a valid visit pass. */
export const roles = ['clinician', 'patient', 'interpreter', 'family', 'observer'] as const;
/** What a person is in the visit. */
export type Role = (typeof roles)[number];

/** What is shown for somebody: their verified role, `guest` without one, `recorder` for the vendor's machine. */
export type ParticipantRole = Role | 'guest' | 'recorder';

/** Adapters name participants and tracks with the vendor's own identifiers; these two say so to the type system. */
export const participantId = (vendorId: string): ParticipantId => vendorId as ParticipantId;
/** See {@link participantId}. */
export const trackId = (vendorId: string): TrackId => vendorId as TrackId;
