import type { OpaqueId } from '../contract/identity.ts';
import { findIdentifiers } from './find-identifiers.ts';
import type { IdentifierKind } from './identifier.ts';

/** What leaves the page with a visit, or can be read by a vendor's code in it. */
export interface HandedOver {
  /** What names the room to whoever runs it. */
  readonly reference?: string | undefined;
  readonly path: string;
  /** This page's own id; not yet there before the host was asked for a pass. */
  readonly id?: OpaqueId | undefined;
}

/**
 * The kinds of identifiers in what a host hands over. A path is compared with the known ones alone: whether it looks
 * personal is a row of its own. Pure.
 */
export const findHandedOver = (
  { reference = '', path, id }: HandedOver,
  known: readonly string[],
): readonly IdentifierKind[] => [
  ...new Set([
    ...findIdentifiers(reference, { in: 'field', known }),
    ...[path, id ?? ''].flatMap((text) =>
      findIdentifiers(text, { in: 'field', known }).filter((kind) => kind === 'known'),
    ),
  ]),
];
