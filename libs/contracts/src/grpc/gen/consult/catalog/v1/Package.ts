// Original file: protos/consult/catalog/v1/catalog.proto

import type { PackageDetails as _consult_catalog_v1_PackageDetails, PackageDetails__Output as _consult_catalog_v1_PackageDetails__Output } from '../../../consult/catalog/v1/PackageDetails.ts';
import type { PackageCredits as _consult_catalog_v1_PackageCredits, PackageCredits__Output as _consult_catalog_v1_PackageCredits__Output } from '../../../consult/catalog/v1/PackageCredits.ts';
import type { Pricing as _consult_catalog_v1_Pricing, Pricing__Output as _consult_catalog_v1_Pricing__Output } from '../../../consult/catalog/v1/Pricing.ts';
import type { SubscriptionTerms as _consult_catalog_v1_SubscriptionTerms, SubscriptionTerms__Output as _consult_catalog_v1_SubscriptionTerms__Output } from '../../../consult/catalog/v1/SubscriptionTerms.ts';
import type { PackageAvailability as _consult_catalog_v1_PackageAvailability, PackageAvailability__Output as _consult_catalog_v1_PackageAvailability__Output } from '../../../consult/catalog/v1/PackageAvailability.ts';
import type { Eligibility as _consult_catalog_v1_Eligibility, Eligibility__Output as _consult_catalog_v1_Eligibility__Output } from '../../../consult/catalog/v1/Eligibility.ts';
import type { Marketing as _consult_catalog_v1_Marketing, Marketing__Output as _consult_catalog_v1_Marketing__Output } from '../../../consult/catalog/v1/Marketing.ts';
import type { PackageStripe as _consult_catalog_v1_PackageStripe, PackageStripe__Output as _consult_catalog_v1_PackageStripe__Output } from '../../../consult/catalog/v1/PackageStripe.ts';
import type { PlatformFee as _consult_catalog_v1_PlatformFee, PlatformFee__Output as _consult_catalog_v1_PlatformFee__Output } from '../../../consult/catalog/v1/PlatformFee.ts';

export interface Package {
  'packageId'?: (string);
  'tenantId'?: (string);
  'version'?: (number);
  'details'?: (_consult_catalog_v1_PackageDetails | null);
  'credits'?: (_consult_catalog_v1_PackageCredits | null);
  'pricing'?: (_consult_catalog_v1_Pricing | null);
  'subscription'?: (_consult_catalog_v1_SubscriptionTerms | null);
  'availability'?: (_consult_catalog_v1_PackageAvailability | null);
  'eligibility'?: (_consult_catalog_v1_Eligibility | null);
  'marketing'?: (_consult_catalog_v1_Marketing | null);
  'features'?: (string)[];
  'stripe'?: (_consult_catalog_v1_PackageStripe | null);
  'createdAt'?: (string);
  'updatedAt'?: (string);
  'platformFee'?: (_consult_catalog_v1_PlatformFee | null);
  '_createdAt'?: "createdAt";
  '_updatedAt'?: "updatedAt";
}

export interface Package__Output {
  'packageId': (string);
  'tenantId': (string);
  'version': (number);
  'details': (_consult_catalog_v1_PackageDetails__Output | null);
  'credits': (_consult_catalog_v1_PackageCredits__Output | null);
  'pricing': (_consult_catalog_v1_Pricing__Output | null);
  'subscription': (_consult_catalog_v1_SubscriptionTerms__Output | null);
  'availability': (_consult_catalog_v1_PackageAvailability__Output | null);
  'eligibility': (_consult_catalog_v1_Eligibility__Output | null);
  'marketing': (_consult_catalog_v1_Marketing__Output | null);
  'features': (string)[];
  'stripe': (_consult_catalog_v1_PackageStripe__Output | null);
  'createdAt'?: (string);
  'updatedAt'?: (string);
  'platformFee': (_consult_catalog_v1_PlatformFee__Output | null);
}
