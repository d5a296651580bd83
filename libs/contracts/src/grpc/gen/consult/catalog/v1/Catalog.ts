// Original file: protos/consult/catalog/v1/catalog.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ClonePackageRequest as _consult_catalog_v1_ClonePackageRequest, ClonePackageRequest__Output as _consult_catalog_v1_ClonePackageRequest__Output } from '../../../consult/catalog/v1/ClonePackageRequest.ts';
import type { CreatePackageRequest as _consult_catalog_v1_CreatePackageRequest, CreatePackageRequest__Output as _consult_catalog_v1_CreatePackageRequest__Output } from '../../../consult/catalog/v1/CreatePackageRequest.ts';
import type { GetPackageRequest as _consult_catalog_v1_GetPackageRequest, GetPackageRequest__Output as _consult_catalog_v1_GetPackageRequest__Output } from '../../../consult/catalog/v1/GetPackageRequest.ts';
import type { ListActivePackagesRequest as _consult_catalog_v1_ListActivePackagesRequest, ListActivePackagesRequest__Output as _consult_catalog_v1_ListActivePackagesRequest__Output } from '../../../consult/catalog/v1/ListActivePackagesRequest.ts';
import type { ListPackageVersionsRequest as _consult_catalog_v1_ListPackageVersionsRequest, ListPackageVersionsRequest__Output as _consult_catalog_v1_ListPackageVersionsRequest__Output } from '../../../consult/catalog/v1/ListPackageVersionsRequest.ts';
import type { ListPackageVersionsResponse as _consult_catalog_v1_ListPackageVersionsResponse, ListPackageVersionsResponse__Output as _consult_catalog_v1_ListPackageVersionsResponse__Output } from '../../../consult/catalog/v1/ListPackageVersionsResponse.ts';
import type { ListPackagesRequest as _consult_catalog_v1_ListPackagesRequest, ListPackagesRequest__Output as _consult_catalog_v1_ListPackagesRequest__Output } from '../../../consult/catalog/v1/ListPackagesRequest.ts';
import type { ListPackagesResponse as _consult_catalog_v1_ListPackagesResponse, ListPackagesResponse__Output as _consult_catalog_v1_ListPackagesResponse__Output } from '../../../consult/catalog/v1/ListPackagesResponse.ts';
import type { Package as _consult_catalog_v1_Package, Package__Output as _consult_catalog_v1_Package__Output } from '../../../consult/catalog/v1/Package.ts';
import type { SetPackageStatusRequest as _consult_catalog_v1_SetPackageStatusRequest, SetPackageStatusRequest__Output as _consult_catalog_v1_SetPackageStatusRequest__Output } from '../../../consult/catalog/v1/SetPackageStatusRequest.ts';
import type { UpdatePackageRequest as _consult_catalog_v1_UpdatePackageRequest, UpdatePackageRequest__Output as _consult_catalog_v1_UpdatePackageRequest__Output } from '../../../consult/catalog/v1/UpdatePackageRequest.ts';

export interface CatalogClient extends grpc.Client {
  ClonePackage(argument: _consult_catalog_v1_ClonePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  ClonePackage(argument: _consult_catalog_v1_ClonePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  ClonePackage(argument: _consult_catalog_v1_ClonePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  ClonePackage(argument: _consult_catalog_v1_ClonePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  clonePackage(argument: _consult_catalog_v1_ClonePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  clonePackage(argument: _consult_catalog_v1_ClonePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  clonePackage(argument: _consult_catalog_v1_ClonePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  clonePackage(argument: _consult_catalog_v1_ClonePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  
  CreatePackage(argument: _consult_catalog_v1_CreatePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  CreatePackage(argument: _consult_catalog_v1_CreatePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  CreatePackage(argument: _consult_catalog_v1_CreatePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  CreatePackage(argument: _consult_catalog_v1_CreatePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  createPackage(argument: _consult_catalog_v1_CreatePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  createPackage(argument: _consult_catalog_v1_CreatePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  createPackage(argument: _consult_catalog_v1_CreatePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  createPackage(argument: _consult_catalog_v1_CreatePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  
  GetPackage(argument: _consult_catalog_v1_GetPackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  GetPackage(argument: _consult_catalog_v1_GetPackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  GetPackage(argument: _consult_catalog_v1_GetPackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  GetPackage(argument: _consult_catalog_v1_GetPackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  getPackage(argument: _consult_catalog_v1_GetPackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  getPackage(argument: _consult_catalog_v1_GetPackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  getPackage(argument: _consult_catalog_v1_GetPackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  getPackage(argument: _consult_catalog_v1_GetPackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  
  ListActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listActivePackages(argument: _consult_catalog_v1_ListActivePackagesRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  
  ListPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  ListPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  listPackageVersions(argument: _consult_catalog_v1_ListPackageVersionsRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackageVersionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListPackages(argument: _consult_catalog_v1_ListPackagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListPackages(argument: _consult_catalog_v1_ListPackagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListPackages(argument: _consult_catalog_v1_ListPackagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  ListPackages(argument: _consult_catalog_v1_ListPackagesRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listPackages(argument: _consult_catalog_v1_ListPackagesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listPackages(argument: _consult_catalog_v1_ListPackagesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listPackages(argument: _consult_catalog_v1_ListPackagesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  listPackages(argument: _consult_catalog_v1_ListPackagesRequest, callback: grpc.requestCallback<_consult_catalog_v1_ListPackagesResponse__Output>): grpc.ClientUnaryCall;
  
  SetPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  SetPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  SetPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  SetPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  setPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  setPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  setPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  setPackageStatus(argument: _consult_catalog_v1_SetPackageStatusRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  
  UpdatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  UpdatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  UpdatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  UpdatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  updatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  updatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  updatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  updatePackage(argument: _consult_catalog_v1_UpdatePackageRequest, callback: grpc.requestCallback<_consult_catalog_v1_Package__Output>): grpc.ClientUnaryCall;
  
}

export interface CatalogHandlers extends grpc.UntypedServiceImplementation {
  ClonePackage: grpc.handleUnaryCall<_consult_catalog_v1_ClonePackageRequest__Output, _consult_catalog_v1_Package>;
  
  CreatePackage: grpc.handleUnaryCall<_consult_catalog_v1_CreatePackageRequest__Output, _consult_catalog_v1_Package>;
  
  GetPackage: grpc.handleUnaryCall<_consult_catalog_v1_GetPackageRequest__Output, _consult_catalog_v1_Package>;
  
  ListActivePackages: grpc.handleUnaryCall<_consult_catalog_v1_ListActivePackagesRequest__Output, _consult_catalog_v1_ListPackagesResponse>;
  
  ListPackageVersions: grpc.handleUnaryCall<_consult_catalog_v1_ListPackageVersionsRequest__Output, _consult_catalog_v1_ListPackageVersionsResponse>;
  
  ListPackages: grpc.handleUnaryCall<_consult_catalog_v1_ListPackagesRequest__Output, _consult_catalog_v1_ListPackagesResponse>;
  
  SetPackageStatus: grpc.handleUnaryCall<_consult_catalog_v1_SetPackageStatusRequest__Output, _consult_catalog_v1_Package>;
  
  UpdatePackage: grpc.handleUnaryCall<_consult_catalog_v1_UpdatePackageRequest__Output, _consult_catalog_v1_Package>;
  
}

export interface CatalogDefinition extends grpc.ServiceDefinition {
  ClonePackage: MethodDefinition<_consult_catalog_v1_ClonePackageRequest, _consult_catalog_v1_Package, _consult_catalog_v1_ClonePackageRequest__Output, _consult_catalog_v1_Package__Output>
  CreatePackage: MethodDefinition<_consult_catalog_v1_CreatePackageRequest, _consult_catalog_v1_Package, _consult_catalog_v1_CreatePackageRequest__Output, _consult_catalog_v1_Package__Output>
  GetPackage: MethodDefinition<_consult_catalog_v1_GetPackageRequest, _consult_catalog_v1_Package, _consult_catalog_v1_GetPackageRequest__Output, _consult_catalog_v1_Package__Output>
  ListActivePackages: MethodDefinition<_consult_catalog_v1_ListActivePackagesRequest, _consult_catalog_v1_ListPackagesResponse, _consult_catalog_v1_ListActivePackagesRequest__Output, _consult_catalog_v1_ListPackagesResponse__Output>
  ListPackageVersions: MethodDefinition<_consult_catalog_v1_ListPackageVersionsRequest, _consult_catalog_v1_ListPackageVersionsResponse, _consult_catalog_v1_ListPackageVersionsRequest__Output, _consult_catalog_v1_ListPackageVersionsResponse__Output>
  ListPackages: MethodDefinition<_consult_catalog_v1_ListPackagesRequest, _consult_catalog_v1_ListPackagesResponse, _consult_catalog_v1_ListPackagesRequest__Output, _consult_catalog_v1_ListPackagesResponse__Output>
  SetPackageStatus: MethodDefinition<_consult_catalog_v1_SetPackageStatusRequest, _consult_catalog_v1_Package, _consult_catalog_v1_SetPackageStatusRequest__Output, _consult_catalog_v1_Package__Output>
  UpdatePackage: MethodDefinition<_consult_catalog_v1_UpdatePackageRequest, _consult_catalog_v1_Package, _consult_catalog_v1_UpdatePackageRequest__Output, _consult_catalog_v1_Package__Output>
}
