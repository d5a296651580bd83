import type { Handlers } from '@consult/runtime/grpc-server';
import { pageLimit, pageOf, placeIn } from '@consult/runtime/paging';
import { parse } from '@consult/runtime/parse';
import type { Deps } from '../operations/deps.ts';
import { inviteUser } from '../operations/invite-user.ts';
import { requestPasswordReset, resetPassword } from '../operations/passwords.ts';
import { refresh, signOut } from '../operations/refresh.ts';
import { register } from '../operations/register.ts';
import { signIn } from '../operations/sign-in.ts';
import { getUser, listTenantUsers, updateUser } from '../operations/users.ts';
import { sessionAnswer, userAnswer } from './answers.ts';
import {
  InviteCall,
  LastRow,
  orElse,
  RefreshCall,
  RegisterCall,
  ResetCall,
  ResetRequestCall,
  SignInCall,
  UserCall,
  UserChange,
  UsersCall,
} from './requests.ts';
import { tenantHandlers } from './tenant-handlers.ts';

/** Every method of `consult.identity.v1.Identity`: parse, then the operation. */
export function handlers(deps: Deps): Handlers<'identity'> {
  return { ...tenantHandlers(deps), ...sessionHandlers(deps), ...userHandlers(deps) };
}

type Of<K extends keyof Handlers<'identity'>> = Pick<Handlers<'identity'>, K>;

function sessionHandlers(
  deps: Deps,
): Of<'register' | 'signIn' | 'refresh' | 'signOut' | 'requestPasswordReset' | 'resetPassword'> {
  return {
    register: async (caller, request) => {
      const person = parse(RegisterCall, { ...request, timezone: orElse(request.timezone, 'UTC') });
      return sessionAnswer(await register(deps, caller, person));
    },
    signIn: async (caller, request) => sessionAnswer(await signIn(deps, caller, parse(SignInCall, request))),
    refresh: async (_caller, request) => sessionAnswer(await refresh(deps, parse(RefreshCall, request).refreshToken)),
    signOut: async (_caller, request) => {
      await signOut(deps, parse(RefreshCall, request).refreshToken);
      return {};
    },
    requestPasswordReset: async (caller, request) => {
      await requestPasswordReset(deps, caller, parse(ResetRequestCall, request).email);
      return {};
    },
    resetPassword: async (caller, request) => {
      const { token, password } = parse(ResetCall, request);
      await resetPassword(deps, caller, { code: token, password });
      return {};
    },
  };
}

function userHandlers(deps: Deps): Of<'getUser' | 'updateUser' | 'listUsers' | 'inviteUser'> {
  return {
    getUser: async (caller, request) => userAnswer(await getUser(deps, caller, parse(UserCall, request).userId)),
    updateUser: async (caller, request) => userAnswer(await updateUser(deps, caller, parse(UserChange, request))),
    listUsers: async (caller, request) => {
      const { role } = parse(UsersCall, request.role === '' ? {} : { role: request.role });
      const limit = pageLimit(request.page);
      const after = placeIn(LastRow, request.page)?.id ?? '';
      const found = await listTenantUsers(deps, caller, { role, after, limit: limit + 1 });
      const { rows, page } = pageOf(found, limit, ({ userId }) => ({ id: userId }));
      return { users: rows.map(userAnswer), page };
    },
    inviteUser: async (caller, request) => {
      const invitation = parse(InviteCall, { ...request, timezone: orElse(request.timezone, 'UTC') });
      return userAnswer(await inviteUser(deps, caller, invitation));
    },
  };
}
