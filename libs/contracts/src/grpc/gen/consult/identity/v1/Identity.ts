// Original file: protos/consult/identity/v1/identity.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateTenantRequest as _consult_identity_v1_CreateTenantRequest, CreateTenantRequest__Output as _consult_identity_v1_CreateTenantRequest__Output } from '../../../consult/identity/v1/CreateTenantRequest.ts';
import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from '../../../consult/common/v1/Empty.ts';
import type { GetTenantRequest as _consult_identity_v1_GetTenantRequest, GetTenantRequest__Output as _consult_identity_v1_GetTenantRequest__Output } from '../../../consult/identity/v1/GetTenantRequest.ts';
import type { GetUserRequest as _consult_identity_v1_GetUserRequest, GetUserRequest__Output as _consult_identity_v1_GetUserRequest__Output } from '../../../consult/identity/v1/GetUserRequest.ts';
import type { InviteUserRequest as _consult_identity_v1_InviteUserRequest, InviteUserRequest__Output as _consult_identity_v1_InviteUserRequest__Output } from '../../../consult/identity/v1/InviteUserRequest.ts';
import type { ListTenantsResponse as _consult_identity_v1_ListTenantsResponse, ListTenantsResponse__Output as _consult_identity_v1_ListTenantsResponse__Output } from '../../../consult/identity/v1/ListTenantsResponse.ts';
import type { ListUsersRequest as _consult_identity_v1_ListUsersRequest, ListUsersRequest__Output as _consult_identity_v1_ListUsersRequest__Output } from '../../../consult/identity/v1/ListUsersRequest.ts';
import type { ListUsersResponse as _consult_identity_v1_ListUsersResponse, ListUsersResponse__Output as _consult_identity_v1_ListUsersResponse__Output } from '../../../consult/identity/v1/ListUsersResponse.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from '../../../consult/common/v1/PageRequest.ts';
import type { RefreshRequest as _consult_identity_v1_RefreshRequest, RefreshRequest__Output as _consult_identity_v1_RefreshRequest__Output } from '../../../consult/identity/v1/RefreshRequest.ts';
import type { RegisterRequest as _consult_identity_v1_RegisterRequest, RegisterRequest__Output as _consult_identity_v1_RegisterRequest__Output } from '../../../consult/identity/v1/RegisterRequest.ts';
import type { RequestPasswordResetRequest as _consult_identity_v1_RequestPasswordResetRequest, RequestPasswordResetRequest__Output as _consult_identity_v1_RequestPasswordResetRequest__Output } from '../../../consult/identity/v1/RequestPasswordResetRequest.ts';
import type { ResetPasswordRequest as _consult_identity_v1_ResetPasswordRequest, ResetPasswordRequest__Output as _consult_identity_v1_ResetPasswordRequest__Output } from '../../../consult/identity/v1/ResetPasswordRequest.ts';
import type { Session as _consult_identity_v1_Session, Session__Output as _consult_identity_v1_Session__Output } from '../../../consult/identity/v1/Session.ts';
import type { SignInRequest as _consult_identity_v1_SignInRequest, SignInRequest__Output as _consult_identity_v1_SignInRequest__Output } from '../../../consult/identity/v1/SignInRequest.ts';
import type { Tenant as _consult_identity_v1_Tenant, Tenant__Output as _consult_identity_v1_Tenant__Output } from '../../../consult/identity/v1/Tenant.ts';
import type { UpdateTenantRequest as _consult_identity_v1_UpdateTenantRequest, UpdateTenantRequest__Output as _consult_identity_v1_UpdateTenantRequest__Output } from '../../../consult/identity/v1/UpdateTenantRequest.ts';
import type { UpdateUserRequest as _consult_identity_v1_UpdateUserRequest, UpdateUserRequest__Output as _consult_identity_v1_UpdateUserRequest__Output } from '../../../consult/identity/v1/UpdateUserRequest.ts';
import type { User as _consult_identity_v1_User, User__Output as _consult_identity_v1_User__Output } from '../../../consult/identity/v1/User.ts';

export interface IdentityClient extends grpc.Client {
  CreateTenant(argument: _consult_identity_v1_CreateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _consult_identity_v1_CreateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _consult_identity_v1_CreateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _consult_identity_v1_CreateTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _consult_identity_v1_CreateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _consult_identity_v1_CreateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _consult_identity_v1_CreateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _consult_identity_v1_CreateTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  
  GetTenant(argument: _consult_identity_v1_GetTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _consult_identity_v1_GetTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _consult_identity_v1_GetTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _consult_identity_v1_GetTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _consult_identity_v1_GetTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _consult_identity_v1_GetTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _consult_identity_v1_GetTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _consult_identity_v1_GetTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  
  GetUser(argument: _consult_identity_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _consult_identity_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _consult_identity_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  GetUser(argument: _consult_identity_v1_GetUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _consult_identity_v1_GetUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _consult_identity_v1_GetUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _consult_identity_v1_GetUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  getUser(argument: _consult_identity_v1_GetUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
  InviteUser(argument: _consult_identity_v1_InviteUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  InviteUser(argument: _consult_identity_v1_InviteUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  InviteUser(argument: _consult_identity_v1_InviteUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  InviteUser(argument: _consult_identity_v1_InviteUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  inviteUser(argument: _consult_identity_v1_InviteUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  inviteUser(argument: _consult_identity_v1_InviteUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  inviteUser(argument: _consult_identity_v1_InviteUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  inviteUser(argument: _consult_identity_v1_InviteUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
  ListTenants(argument: _consult_common_v1_PageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _consult_common_v1_PageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _consult_common_v1_PageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _consult_common_v1_PageRequest, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _consult_common_v1_PageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _consult_common_v1_PageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _consult_common_v1_PageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _consult_common_v1_PageRequest, callback: grpc.requestCallback<_consult_identity_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  
  ListUsers(argument: _consult_identity_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _consult_identity_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _consult_identity_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  ListUsers(argument: _consult_identity_v1_ListUsersRequest, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _consult_identity_v1_ListUsersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _consult_identity_v1_ListUsersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _consult_identity_v1_ListUsersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  listUsers(argument: _consult_identity_v1_ListUsersRequest, callback: grpc.requestCallback<_consult_identity_v1_ListUsersResponse__Output>): grpc.ClientUnaryCall;
  
  Refresh(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Refresh(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Refresh(argument: _consult_identity_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Refresh(argument: _consult_identity_v1_RefreshRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refresh(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refresh(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refresh(argument: _consult_identity_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  refresh(argument: _consult_identity_v1_RefreshRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  Register(argument: _consult_identity_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _consult_identity_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _consult_identity_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  Register(argument: _consult_identity_v1_RegisterRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _consult_identity_v1_RegisterRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _consult_identity_v1_RegisterRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _consult_identity_v1_RegisterRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  register(argument: _consult_identity_v1_RegisterRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  RequestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RequestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  requestPasswordReset(argument: _consult_identity_v1_RequestPasswordResetRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
  ResetPassword(argument: _consult_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _consult_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _consult_identity_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ResetPassword(argument: _consult_identity_v1_ResetPasswordRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _consult_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _consult_identity_v1_ResetPasswordRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _consult_identity_v1_ResetPasswordRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  resetPassword(argument: _consult_identity_v1_ResetPasswordRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
  SignIn(argument: _consult_identity_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _consult_identity_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _consult_identity_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  SignIn(argument: _consult_identity_v1_SignInRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  signIn(argument: _consult_identity_v1_SignInRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  signIn(argument: _consult_identity_v1_SignInRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  signIn(argument: _consult_identity_v1_SignInRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  signIn(argument: _consult_identity_v1_SignInRequest, callback: grpc.requestCallback<_consult_identity_v1_Session__Output>): grpc.ClientUnaryCall;
  
  SignOut(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _consult_identity_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  SignOut(argument: _consult_identity_v1_RefreshRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  signOut(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  signOut(argument: _consult_identity_v1_RefreshRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  signOut(argument: _consult_identity_v1_RefreshRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  signOut(argument: _consult_identity_v1_RefreshRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
  UpdateTenant(argument: _consult_identity_v1_UpdateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _consult_identity_v1_UpdateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _consult_identity_v1_UpdateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _consult_identity_v1_UpdateTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _consult_identity_v1_UpdateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _consult_identity_v1_UpdateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _consult_identity_v1_UpdateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _consult_identity_v1_UpdateTenantRequest, callback: grpc.requestCallback<_consult_identity_v1_Tenant__Output>): grpc.ClientUnaryCall;
  
  UpdateUser(argument: _consult_identity_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _consult_identity_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _consult_identity_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  UpdateUser(argument: _consult_identity_v1_UpdateUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _consult_identity_v1_UpdateUserRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _consult_identity_v1_UpdateUserRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _consult_identity_v1_UpdateUserRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  updateUser(argument: _consult_identity_v1_UpdateUserRequest, callback: grpc.requestCallback<_consult_identity_v1_User__Output>): grpc.ClientUnaryCall;
  
}

export interface IdentityHandlers extends grpc.UntypedServiceImplementation {
  CreateTenant: grpc.handleUnaryCall<_consult_identity_v1_CreateTenantRequest__Output, _consult_identity_v1_Tenant>;
  
  GetTenant: grpc.handleUnaryCall<_consult_identity_v1_GetTenantRequest__Output, _consult_identity_v1_Tenant>;
  
  GetUser: grpc.handleUnaryCall<_consult_identity_v1_GetUserRequest__Output, _consult_identity_v1_User>;
  
  InviteUser: grpc.handleUnaryCall<_consult_identity_v1_InviteUserRequest__Output, _consult_identity_v1_User>;
  
  ListTenants: grpc.handleUnaryCall<_consult_common_v1_PageRequest__Output, _consult_identity_v1_ListTenantsResponse>;
  
  ListUsers: grpc.handleUnaryCall<_consult_identity_v1_ListUsersRequest__Output, _consult_identity_v1_ListUsersResponse>;
  
  Refresh: grpc.handleUnaryCall<_consult_identity_v1_RefreshRequest__Output, _consult_identity_v1_Session>;
  
  Register: grpc.handleUnaryCall<_consult_identity_v1_RegisterRequest__Output, _consult_identity_v1_Session>;
  
  RequestPasswordReset: grpc.handleUnaryCall<_consult_identity_v1_RequestPasswordResetRequest__Output, _consult_common_v1_Empty>;
  
  ResetPassword: grpc.handleUnaryCall<_consult_identity_v1_ResetPasswordRequest__Output, _consult_common_v1_Empty>;
  
  SignIn: grpc.handleUnaryCall<_consult_identity_v1_SignInRequest__Output, _consult_identity_v1_Session>;
  
  SignOut: grpc.handleUnaryCall<_consult_identity_v1_RefreshRequest__Output, _consult_common_v1_Empty>;
  
  UpdateTenant: grpc.handleUnaryCall<_consult_identity_v1_UpdateTenantRequest__Output, _consult_identity_v1_Tenant>;
  
  UpdateUser: grpc.handleUnaryCall<_consult_identity_v1_UpdateUserRequest__Output, _consult_identity_v1_User>;
  
}

export interface IdentityDefinition extends grpc.ServiceDefinition {
  CreateTenant: MethodDefinition<_consult_identity_v1_CreateTenantRequest, _consult_identity_v1_Tenant, _consult_identity_v1_CreateTenantRequest__Output, _consult_identity_v1_Tenant__Output>
  GetTenant: MethodDefinition<_consult_identity_v1_GetTenantRequest, _consult_identity_v1_Tenant, _consult_identity_v1_GetTenantRequest__Output, _consult_identity_v1_Tenant__Output>
  GetUser: MethodDefinition<_consult_identity_v1_GetUserRequest, _consult_identity_v1_User, _consult_identity_v1_GetUserRequest__Output, _consult_identity_v1_User__Output>
  InviteUser: MethodDefinition<_consult_identity_v1_InviteUserRequest, _consult_identity_v1_User, _consult_identity_v1_InviteUserRequest__Output, _consult_identity_v1_User__Output>
  ListTenants: MethodDefinition<_consult_common_v1_PageRequest, _consult_identity_v1_ListTenantsResponse, _consult_common_v1_PageRequest__Output, _consult_identity_v1_ListTenantsResponse__Output>
  ListUsers: MethodDefinition<_consult_identity_v1_ListUsersRequest, _consult_identity_v1_ListUsersResponse, _consult_identity_v1_ListUsersRequest__Output, _consult_identity_v1_ListUsersResponse__Output>
  Refresh: MethodDefinition<_consult_identity_v1_RefreshRequest, _consult_identity_v1_Session, _consult_identity_v1_RefreshRequest__Output, _consult_identity_v1_Session__Output>
  Register: MethodDefinition<_consult_identity_v1_RegisterRequest, _consult_identity_v1_Session, _consult_identity_v1_RegisterRequest__Output, _consult_identity_v1_Session__Output>
  RequestPasswordReset: MethodDefinition<_consult_identity_v1_RequestPasswordResetRequest, _consult_common_v1_Empty, _consult_identity_v1_RequestPasswordResetRequest__Output, _consult_common_v1_Empty__Output>
  ResetPassword: MethodDefinition<_consult_identity_v1_ResetPasswordRequest, _consult_common_v1_Empty, _consult_identity_v1_ResetPasswordRequest__Output, _consult_common_v1_Empty__Output>
  SignIn: MethodDefinition<_consult_identity_v1_SignInRequest, _consult_identity_v1_Session, _consult_identity_v1_SignInRequest__Output, _consult_identity_v1_Session__Output>
  SignOut: MethodDefinition<_consult_identity_v1_RefreshRequest, _consult_common_v1_Empty, _consult_identity_v1_RefreshRequest__Output, _consult_common_v1_Empty__Output>
  UpdateTenant: MethodDefinition<_consult_identity_v1_UpdateTenantRequest, _consult_identity_v1_Tenant, _consult_identity_v1_UpdateTenantRequest__Output, _consult_identity_v1_Tenant__Output>
  UpdateUser: MethodDefinition<_consult_identity_v1_UpdateUserRequest, _consult_identity_v1_User, _consult_identity_v1_UpdateUserRequest__Output, _consult_identity_v1_User__Output>
}
