import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';
import type { CreateTenantRequest as _consult_identity_v1_CreateTenantRequest, CreateTenantRequest__Output as _consult_identity_v1_CreateTenantRequest__Output } from './consult/identity/v1/CreateTenantRequest.ts';
import type { GetTenantRequest as _consult_identity_v1_GetTenantRequest, GetTenantRequest__Output as _consult_identity_v1_GetTenantRequest__Output } from './consult/identity/v1/GetTenantRequest.ts';
import type { GetUserRequest as _consult_identity_v1_GetUserRequest, GetUserRequest__Output as _consult_identity_v1_GetUserRequest__Output } from './consult/identity/v1/GetUserRequest.ts';
import type { IdentityClient as _consult_identity_v1_IdentityClient, IdentityDefinition as _consult_identity_v1_IdentityDefinition } from './consult/identity/v1/Identity.ts';
import type { InviteUserRequest as _consult_identity_v1_InviteUserRequest, InviteUserRequest__Output as _consult_identity_v1_InviteUserRequest__Output } from './consult/identity/v1/InviteUserRequest.ts';
import type { ListTenantsResponse as _consult_identity_v1_ListTenantsResponse, ListTenantsResponse__Output as _consult_identity_v1_ListTenantsResponse__Output } from './consult/identity/v1/ListTenantsResponse.ts';
import type { ListUsersRequest as _consult_identity_v1_ListUsersRequest, ListUsersRequest__Output as _consult_identity_v1_ListUsersRequest__Output } from './consult/identity/v1/ListUsersRequest.ts';
import type { ListUsersResponse as _consult_identity_v1_ListUsersResponse, ListUsersResponse__Output as _consult_identity_v1_ListUsersResponse__Output } from './consult/identity/v1/ListUsersResponse.ts';
import type { Policies as _consult_identity_v1_Policies, Policies__Output as _consult_identity_v1_Policies__Output } from './consult/identity/v1/Policies.ts';
import type { RefreshRequest as _consult_identity_v1_RefreshRequest, RefreshRequest__Output as _consult_identity_v1_RefreshRequest__Output } from './consult/identity/v1/RefreshRequest.ts';
import type { RegisterRequest as _consult_identity_v1_RegisterRequest, RegisterRequest__Output as _consult_identity_v1_RegisterRequest__Output } from './consult/identity/v1/RegisterRequest.ts';
import type { RequestPasswordResetRequest as _consult_identity_v1_RequestPasswordResetRequest, RequestPasswordResetRequest__Output as _consult_identity_v1_RequestPasswordResetRequest__Output } from './consult/identity/v1/RequestPasswordResetRequest.ts';
import type { ResetPasswordRequest as _consult_identity_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _consult_identity_v1_ResetPasswordRequest__Output } from './consult/identity/v1/ResetPasswordRequest.ts';
import type { Session as _consult_identity_v1_Session, Session__Output as _consult_identity_v1_Session__Output } from './consult/identity/v1/Session.ts';
import type { SessionMinutes as _consult_identity_v1_SessionMinutes, SessionMinutes__Output as _consult_identity_v1_SessionMinutes__Output } from './consult/identity/v1/SessionMinutes.ts';
import type { SignInRequest as _consult_identity_v1_SignInRequest, SignInRequest__Output as _consult_identity_v1_SignInRequest__Output } from './consult/identity/v1/SignInRequest.ts';
import type { Tenant as _consult_identity_v1_Tenant, Tenant__Output as _consult_identity_v1_Tenant__Output } from './consult/identity/v1/Tenant.ts';
import type { UpdateTenantRequest as _consult_identity_v1_UpdateTenantRequest, UpdateTenantRequest__Output as _consult_identity_v1_UpdateTenantRequest__Output } from './consult/identity/v1/UpdateTenantRequest.ts';
import type { UpdateUserRequest as _consult_identity_v1_UpdateUserRequest, UpdateUserRequest__Output as _consult_identity_v1_UpdateUserRequest__Output } from './consult/identity/v1/UpdateUserRequest.ts';
import type { User as _consult_identity_v1_User, User__Output as _consult_identity_v1_User__Output } from './consult/identity/v1/User.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  consult: {
    common: {
      v1: {
        Empty: MessageTypeDefinition<_consult_common_v1_Empty, _consult_common_v1_Empty__Output>
        PageInfo: MessageTypeDefinition<_consult_common_v1_PageInfo, _consult_common_v1_PageInfo__Output>
        PageRequest: MessageTypeDefinition<_consult_common_v1_PageRequest, _consult_common_v1_PageRequest__Output>
      }
    }
    identity: {
      v1: {
        CreateTenantRequest: MessageTypeDefinition<_consult_identity_v1_CreateTenantRequest, _consult_identity_v1_CreateTenantRequest__Output>
        GetTenantRequest: MessageTypeDefinition<_consult_identity_v1_GetTenantRequest, _consult_identity_v1_GetTenantRequest__Output>
        GetUserRequest: MessageTypeDefinition<_consult_identity_v1_GetUserRequest, _consult_identity_v1_GetUserRequest__Output>
        Identity: SubtypeConstructor<typeof grpc.Client, _consult_identity_v1_IdentityClient> & { service: _consult_identity_v1_IdentityDefinition }
        InviteUserRequest: MessageTypeDefinition<_consult_identity_v1_InviteUserRequest, _consult_identity_v1_InviteUserRequest__Output>
        ListTenantsResponse: MessageTypeDefinition<_consult_identity_v1_ListTenantsResponse, _consult_identity_v1_ListTenantsResponse__Output>
        ListUsersRequest: MessageTypeDefinition<_consult_identity_v1_ListUsersRequest, _consult_identity_v1_ListUsersRequest__Output>
        ListUsersResponse: MessageTypeDefinition<_consult_identity_v1_ListUsersResponse, _consult_identity_v1_ListUsersResponse__Output>
        Policies: MessageTypeDefinition<_consult_identity_v1_Policies, _consult_identity_v1_Policies__Output>
        RefreshRequest: MessageTypeDefinition<_consult_identity_v1_RefreshRequest, _consult_identity_v1_RefreshRequest__Output>
        RegisterRequest: MessageTypeDefinition<_consult_identity_v1_RegisterRequest, _consult_identity_v1_RegisterRequest__Output>
        RequestPasswordResetRequest: MessageTypeDefinition<_consult_identity_v1_RequestPasswordResetRequest, _consult_identity_v1_RequestPasswordResetRequest__Output>
        ResetPasswordRequest: MessageTypeDefinition<_consult_identity_v1_ResetPasswordRequest, _consult_identity_v1_ResetPasswordRequest__Output>
        Session: MessageTypeDefinition<_consult_identity_v1_Session, _consult_identity_v1_Session__Output>
        SessionMinutes: MessageTypeDefinition<_consult_identity_v1_SessionMinutes, _consult_identity_v1_SessionMinutes__Output>
        SignInRequest: MessageTypeDefinition<_consult_identity_v1_SignInRequest, _consult_identity_v1_SignInRequest__Output>
        Tenant: MessageTypeDefinition<_consult_identity_v1_Tenant, _consult_identity_v1_Tenant__Output>
        UpdateTenantRequest: MessageTypeDefinition<_consult_identity_v1_UpdateTenantRequest, _consult_identity_v1_UpdateTenantRequest__Output>
        UpdateUserRequest: MessageTypeDefinition<_consult_identity_v1_UpdateUserRequest, _consult_identity_v1_UpdateUserRequest__Output>
        User: MessageTypeDefinition<_consult_identity_v1_User, _consult_identity_v1_User__Output>
      }
    }
  }
}

