import type { ROLES } from '@consult/contracts/primitives';

export type Role = (typeof ROLES)[number];
/** Roles an admin gives; clients register themselves, operators are no tenant's users. */
export const INVITED_ROLES = ['consultant', 'admin', 'finance'] as const;

export interface User {
  userId: string;
  tenantId: string;
  name: string;
  /** As the person wrote it; two that differ in case only are one. */
  email: string;
  roles: Role[];
  timezone: string;
  /** Business time; for a client the start of the free trial. */
  createdAt: Date;
  version: number;
  /** No password yet: the invitation has not been taken up. */
  invited: boolean;
}

export type CodePurpose = 'invitation' | 'password_reset';

/** A one-time code as it is kept: never the code itself. */
export interface AccessCode {
  purpose: CodePurpose;
  hash: string;
  /** Technical time, both. */
  issuedAt: Date;
  expiresAt: Date;
}

/** What makes two addresses the same. */
export function emailKey(email: string): string {
  return email.normalize('NFC').toLowerCase();
}

/** The user with one role more, and the same user when it has it already. */
export function withRole(user: User, role: Role): User {
  if (user.roles.includes(role)) return user;
  return { ...user, roles: [...user.roles, role], version: user.version + 1 };
}

/** Time a code lives, in milliseconds of technical time. */
const CODE_LIFE_MS = { invitation: 7 * 86_400_000, password_reset: 3_600_000 } as const;
/** A second reset mail is not sent before that: nobody floods somebody else's mailbox. */
const CODE_REPEAT_AFTER_MS = { invitation: CODE_LIFE_MS.invitation, password_reset: 60_000 } as const;

/** The record of a code issued now. */
export function newAccessCode(purpose: CodePurpose, hash: string, wallNow: Date): AccessCode {
  return { purpose, hash, issuedAt: wallNow, expiresAt: new Date(wallNow.getTime() + CODE_LIFE_MS[purpose]) };
}

/** True when the newest code of this purpose is too young to send another. */
export function hasFreshCode(codes: AccessCode[], purpose: CodePurpose, wallNow: Date): boolean {
  const known = codes.find((code) => code.purpose === purpose);
  return known !== undefined && wallNow.getTime() - known.issuedAt.getTime() < CODE_REPEAT_AFTER_MS[purpose];
}

/** The codes with this one in place of the earlier one of its purpose: at most one of each. */
export function withCode(codes: AccessCode[], code: AccessCode): AccessCode[] {
  return [...codes.filter(({ purpose }) => purpose !== code.purpose), code];
}
