import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { CatalogClient as _consult_catalog_v1_CatalogClient, CatalogDefinition as _consult_catalog_v1_CatalogDefinition } from './consult/catalog/v1/Catalog.ts';
import type { ClonePackageRequest as _consult_catalog_v1_ClonePackageRequest, ClonePackageRequest__Output as _consult_catalog_v1_ClonePackageRequest__Output } from './consult/catalog/v1/ClonePackageRequest.ts';
import type { CreatePackageRequest as _consult_catalog_v1_CreatePackageRequest, CreatePackageRequest__Output as _consult_catalog_v1_CreatePackageRequest__Output } from './consult/catalog/v1/CreatePackageRequest.ts';
import type { Discount as _consult_catalog_v1_Discount, Discount__Output as _consult_catalog_v1_Discount__Output } from './consult/catalog/v1/Discount.ts';
import type { Duration as _consult_catalog_v1_Duration, Duration__Output as _consult_catalog_v1_Duration__Output } from './consult/catalog/v1/Duration.ts';
import type { Eligibility as _consult_catalog_v1_Eligibility, Eligibility__Output as _consult_catalog_v1_Eligibility__Output } from './consult/catalog/v1/Eligibility.ts';
import type { GetPackageRequest as _consult_catalog_v1_GetPackageRequest, GetPackageRequest__Output as _consult_catalog_v1_GetPackageRequest__Output } from './consult/catalog/v1/GetPackageRequest.ts';
import type { ListActivePackagesRequest as _consult_catalog_v1_ListActivePackagesRequest, ListActivePackagesRequest__Output as _consult_catalog_v1_ListActivePackagesRequest__Output } from './consult/catalog/v1/ListActivePackagesRequest.ts';
import type { ListPackageVersionsRequest as _consult_catalog_v1_ListPackageVersionsRequest, ListPackageVersionsRequest__Output as _consult_catalog_v1_ListPackageVersionsRequest__Output } from './consult/catalog/v1/ListPackageVersionsRequest.ts';
import type { ListPackageVersionsResponse as _consult_catalog_v1_ListPackageVersionsResponse, ListPackageVersionsResponse__Output as _consult_catalog_v1_ListPackageVersionsResponse__Output } from './consult/catalog/v1/ListPackageVersionsResponse.ts';
import type { ListPackagesRequest as _consult_catalog_v1_ListPackagesRequest, ListPackagesRequest__Output as _consult_catalog_v1_ListPackagesRequest__Output } from './consult/catalog/v1/ListPackagesRequest.ts';
import type { ListPackagesResponse as _consult_catalog_v1_ListPackagesResponse, ListPackagesResponse__Output as _consult_catalog_v1_ListPackagesResponse__Output } from './consult/catalog/v1/ListPackagesResponse.ts';
import type { Marketing as _consult_catalog_v1_Marketing, Marketing__Output as _consult_catalog_v1_Marketing__Output } from './consult/catalog/v1/Marketing.ts';
import type { Package as _consult_catalog_v1_Package, Package__Output as _consult_catalog_v1_Package__Output } from './consult/catalog/v1/Package.ts';
import type { PackageAvailability as _consult_catalog_v1_PackageAvailability, PackageAvailability__Output as _consult_catalog_v1_PackageAvailability__Output } from './consult/catalog/v1/PackageAvailability.ts';
import type { PackageCredits as _consult_catalog_v1_PackageCredits, PackageCredits__Output as _consult_catalog_v1_PackageCredits__Output } from './consult/catalog/v1/PackageCredits.ts';
import type { PackageDetails as _consult_catalog_v1_PackageDetails, PackageDetails__Output as _consult_catalog_v1_PackageDetails__Output } from './consult/catalog/v1/PackageDetails.ts';
import type { PackageStripe as _consult_catalog_v1_PackageStripe, PackageStripe__Output as _consult_catalog_v1_PackageStripe__Output } from './consult/catalog/v1/PackageStripe.ts';
import type { PackageVersion as _consult_catalog_v1_PackageVersion, PackageVersion__Output as _consult_catalog_v1_PackageVersion__Output } from './consult/catalog/v1/PackageVersion.ts';
import type { PlatformFee as _consult_catalog_v1_PlatformFee, PlatformFee__Output as _consult_catalog_v1_PlatformFee__Output } from './consult/catalog/v1/PlatformFee.ts';
import type { Pricing as _consult_catalog_v1_Pricing, Pricing__Output as _consult_catalog_v1_Pricing__Output } from './consult/catalog/v1/Pricing.ts';
import type { Rollover as _consult_catalog_v1_Rollover, Rollover__Output as _consult_catalog_v1_Rollover__Output } from './consult/catalog/v1/Rollover.ts';
import type { SetPackageStatusRequest as _consult_catalog_v1_SetPackageStatusRequest, SetPackageStatusRequest__Output as _consult_catalog_v1_SetPackageStatusRequest__Output } from './consult/catalog/v1/SetPackageStatusRequest.ts';
import type { SubscriptionTerms as _consult_catalog_v1_SubscriptionTerms, SubscriptionTerms__Output as _consult_catalog_v1_SubscriptionTerms__Output } from './consult/catalog/v1/SubscriptionTerms.ts';
import type { UpdatePackageRequest as _consult_catalog_v1_UpdatePackageRequest, UpdatePackageRequest__Output as _consult_catalog_v1_UpdatePackageRequest__Output } from './consult/catalog/v1/UpdatePackageRequest.ts';
import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  consult: {
    catalog: {
      v1: {
        Catalog: SubtypeConstructor<typeof grpc.Client, _consult_catalog_v1_CatalogClient> & { service: _consult_catalog_v1_CatalogDefinition }
        ClonePackageRequest: MessageTypeDefinition<_consult_catalog_v1_ClonePackageRequest, _consult_catalog_v1_ClonePackageRequest__Output>
        CreatePackageRequest: MessageTypeDefinition<_consult_catalog_v1_CreatePackageRequest, _consult_catalog_v1_CreatePackageRequest__Output>
        Discount: MessageTypeDefinition<_consult_catalog_v1_Discount, _consult_catalog_v1_Discount__Output>
        Duration: MessageTypeDefinition<_consult_catalog_v1_Duration, _consult_catalog_v1_Duration__Output>
        Eligibility: MessageTypeDefinition<_consult_catalog_v1_Eligibility, _consult_catalog_v1_Eligibility__Output>
        GetPackageRequest: MessageTypeDefinition<_consult_catalog_v1_GetPackageRequest, _consult_catalog_v1_GetPackageRequest__Output>
        ListActivePackagesRequest: MessageTypeDefinition<_consult_catalog_v1_ListActivePackagesRequest, _consult_catalog_v1_ListActivePackagesRequest__Output>
        ListPackageVersionsRequest: MessageTypeDefinition<_consult_catalog_v1_ListPackageVersionsRequest, _consult_catalog_v1_ListPackageVersionsRequest__Output>
        ListPackageVersionsResponse: MessageTypeDefinition<_consult_catalog_v1_ListPackageVersionsResponse, _consult_catalog_v1_ListPackageVersionsResponse__Output>
        ListPackagesRequest: MessageTypeDefinition<_consult_catalog_v1_ListPackagesRequest, _consult_catalog_v1_ListPackagesRequest__Output>
        ListPackagesResponse: MessageTypeDefinition<_consult_catalog_v1_ListPackagesResponse, _consult_catalog_v1_ListPackagesResponse__Output>
        Marketing: MessageTypeDefinition<_consult_catalog_v1_Marketing, _consult_catalog_v1_Marketing__Output>
        Package: MessageTypeDefinition<_consult_catalog_v1_Package, _consult_catalog_v1_Package__Output>
        PackageAvailability: MessageTypeDefinition<_consult_catalog_v1_PackageAvailability, _consult_catalog_v1_PackageAvailability__Output>
        PackageCredits: MessageTypeDefinition<_consult_catalog_v1_PackageCredits, _consult_catalog_v1_PackageCredits__Output>
        PackageDetails: MessageTypeDefinition<_consult_catalog_v1_PackageDetails, _consult_catalog_v1_PackageDetails__Output>
        PackageStripe: MessageTypeDefinition<_consult_catalog_v1_PackageStripe, _consult_catalog_v1_PackageStripe__Output>
        PackageVersion: MessageTypeDefinition<_consult_catalog_v1_PackageVersion, _consult_catalog_v1_PackageVersion__Output>
        PlatformFee: MessageTypeDefinition<_consult_catalog_v1_PlatformFee, _consult_catalog_v1_PlatformFee__Output>
        Pricing: MessageTypeDefinition<_consult_catalog_v1_Pricing, _consult_catalog_v1_Pricing__Output>
        Rollover: MessageTypeDefinition<_consult_catalog_v1_Rollover, _consult_catalog_v1_Rollover__Output>
        SetPackageStatusRequest: MessageTypeDefinition<_consult_catalog_v1_SetPackageStatusRequest, _consult_catalog_v1_SetPackageStatusRequest__Output>
        SubscriptionTerms: MessageTypeDefinition<_consult_catalog_v1_SubscriptionTerms, _consult_catalog_v1_SubscriptionTerms__Output>
        UpdatePackageRequest: MessageTypeDefinition<_consult_catalog_v1_UpdatePackageRequest, _consult_catalog_v1_UpdatePackageRequest__Output>
      }
    }
    common: {
      v1: {
        Empty: MessageTypeDefinition<_consult_common_v1_Empty, _consult_common_v1_Empty__Output>
        PageInfo: MessageTypeDefinition<_consult_common_v1_PageInfo, _consult_common_v1_PageInfo__Output>
        PageRequest: MessageTypeDefinition<_consult_common_v1_PageRequest, _consult_common_v1_PageRequest__Output>
      }
    }
  }
}

