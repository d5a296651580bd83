import type { Role } from '@consult/runtime/caller';
import { createGrpcClient } from '@consult/runtime/grpc-client';
import { call, dataOf } from './api.ts';

const CALL_DEADLINE_MS = 10_000;
const CODE_WITHIN_MS = 30_000;
const POLL_MS = 200;

export interface Reach {
  gateway: string;
  identityGrpc: string;
  callTokenSecret: string;
}

/** Invites a person with a role; the invitation is mailed. The same e-mail again answers the same user. */
export async function inviteUser(
  reach: Pick<Reach, 'identityGrpc' | 'callTokenSecret'>,
  person: { tenantId: string; email: string; name: string; role: Role; timezone: string },
): Promise<{ userId: string; invited: boolean }> {
  const identity = createGrpcClient('identity', {
    url: reach.identityGrpc,
    callTokenSecret: reach.callTokenSecret,
    from: 'operator',
    deadlineMs: CALL_DEADLINE_MS,
  });
  try {
    const { tenantId, ...invitation } = person;
    const caller = { tenantId, userId: 'operator', roles: ['admin' as const], service: 'operator', requestId: '' };
    return await identity.inviteUser(caller, invitation);
  } finally {
    identity.close();
  }
}

/** Signs in; undefined when the password is not theirs (yet). */
export async function trySignIn(
  gateway: string,
  who: { tenant: string; email: string; password: string },
): Promise<string | undefined> {
  const answer = await call(gateway, { path: '/api/auth/sign-in', body: who });
  return answer.status === 200 ? dataOf<{ accessToken: string }>(answer, 200).accessToken : undefined;
}

/** Sets the first password of an invited person by the code in their mail, as they would; needs the sandbox's mailbox. */
export async function acceptInvitation(
  gateway: string,
  who: { tenant: string; email: string; password: string },
): Promise<void> {
  const token = await invitationCode(gateway, who.email);
  const answer = await call(gateway, {
    path: '/api/auth/password/reset',
    body: { tenant: who.tenant, token, password: who.password },
  });
  dataOf(answer, 202);
}

async function invitationCode(gateway: string, email: string): Promise<string> {
  for (let waited = 0; waited < CODE_WITHIN_MS; waited += POLL_MS) {
    const { body } = await call<{ text: string }[]>(gateway, { path: `/sandbox/mail?to=${encodeURIComponent(email)}` });
    const texts = body.map((mail) => mail.text);
    const code = texts
      .map((text) => /(?:code|token)=([A-Za-z0-9_-]+)/.exec(text)?.[1])
      .find((found) => found !== undefined);
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`the invitation to ${email} did not arrive within ${CODE_WITHIN_MS / 1_000} s`);
}
