import { roles, type Role } from '@quietroom/core';

/**
 * The vendor's role names by ours, as in the template and as the server mints tokens with. A role that is left out
 * cannot take part. `waiting` has no right at all: whoever is in it waits to be admitted.
 */
export type HmsRoles = Readonly<Partial<Record<Role, string>>> & {
  readonly clinician: string;
  readonly waiting: string;
};

/** A template's role names are wrong. */
export class TemplateRolesError extends Error {
  override readonly name = 'TemplateRolesError';
}

const word = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** @throws TemplateRolesError when a name is no word of the vendor's, or stands for two of ours */
export const checkTemplateRoles = (given: HmsRoles): HmsRoles => {
  const names = Object.values(given);
  const wrong = names.length < 2 || new Set(names).size !== names.length || !names.every((name) => word.test(name));
  if (wrong) {
    throw new TemplateRolesError(
      'Each of our roles needs a role of its own in the vendor’s template, or people get the rights of others. ' +
        'Give `roles` a different name for each, with letters, digits, hyphens and underscores.',
    );
  }
  return given;
};

/** Which of ours the vendor's role stands for; null for `waiting` and for any other. */
export const roleOf = (template: HmsRoles, vendorRole: string | undefined): Role | null =>
  roles.find((role) => vendorRole !== undefined && template[role] === vendorRole) ?? null;
