import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { BillingClient as _consult_billing_v1_BillingClient, BillingDefinition as _consult_billing_v1_BillingDefinition } from './consult/billing/v1/Billing.ts';
import type { CancelSubscriptionRequest as _consult_billing_v1_CancelSubscriptionRequest, CancelSubscriptionRequest__Output as _consult_billing_v1_CancelSubscriptionRequest__Output } from './consult/billing/v1/CancelSubscriptionRequest.ts';
import type { ChangePlanRequest as _consult_billing_v1_ChangePlanRequest, ChangePlanRequest__Output as _consult_billing_v1_ChangePlanRequest__Output } from './consult/billing/v1/ChangePlanRequest.ts';
import type { ClaimPackageRequest as _consult_billing_v1_ClaimPackageRequest, ClaimPackageRequest__Output as _consult_billing_v1_ClaimPackageRequest__Output } from './consult/billing/v1/ClaimPackageRequest.ts';
import type { CreatePaymentIntentRequest as _consult_billing_v1_CreatePaymentIntentRequest, CreatePaymentIntentRequest__Output as _consult_billing_v1_CreatePaymentIntentRequest__Output } from './consult/billing/v1/CreatePaymentIntentRequest.ts';
import type { CreatePromotionCodeRequest as _consult_billing_v1_CreatePromotionCodeRequest, CreatePromotionCodeRequest__Output as _consult_billing_v1_CreatePromotionCodeRequest__Output } from './consult/billing/v1/CreatePromotionCodeRequest.ts';
import type { CreateSetupIntentRequest as _consult_billing_v1_CreateSetupIntentRequest, CreateSetupIntentRequest__Output as _consult_billing_v1_CreateSetupIntentRequest__Output } from './consult/billing/v1/CreateSetupIntentRequest.ts';
import type { Dispute as _consult_billing_v1_Dispute, Dispute__Output as _consult_billing_v1_Dispute__Output } from './consult/billing/v1/Dispute.ts';
import type { EndPromotionCodeRequest as _consult_billing_v1_EndPromotionCodeRequest, EndPromotionCodeRequest__Output as _consult_billing_v1_EndPromotionCodeRequest__Output } from './consult/billing/v1/EndPromotionCodeRequest.ts';
import type { FindingCount as _consult_billing_v1_FindingCount, FindingCount__Output as _consult_billing_v1_FindingCount__Output } from './consult/billing/v1/FindingCount.ts';
import type { GetTransactionRequest as _consult_billing_v1_GetTransactionRequest, GetTransactionRequest__Output as _consult_billing_v1_GetTransactionRequest__Output } from './consult/billing/v1/GetTransactionRequest.ts';
import type { ListPaymentMethodsRequest as _consult_billing_v1_ListPaymentMethodsRequest, ListPaymentMethodsRequest__Output as _consult_billing_v1_ListPaymentMethodsRequest__Output } from './consult/billing/v1/ListPaymentMethodsRequest.ts';
import type { ListPaymentMethodsResponse as _consult_billing_v1_ListPaymentMethodsResponse, ListPaymentMethodsResponse__Output as _consult_billing_v1_ListPaymentMethodsResponse__Output } from './consult/billing/v1/ListPaymentMethodsResponse.ts';
import type { ListPromotionCodesRequest as _consult_billing_v1_ListPromotionCodesRequest, ListPromotionCodesRequest__Output as _consult_billing_v1_ListPromotionCodesRequest__Output } from './consult/billing/v1/ListPromotionCodesRequest.ts';
import type { ListPromotionCodesResponse as _consult_billing_v1_ListPromotionCodesResponse, ListPromotionCodesResponse__Output as _consult_billing_v1_ListPromotionCodesResponse__Output } from './consult/billing/v1/ListPromotionCodesResponse.ts';
import type { ListReconciliationsRequest as _consult_billing_v1_ListReconciliationsRequest, ListReconciliationsRequest__Output as _consult_billing_v1_ListReconciliationsRequest__Output } from './consult/billing/v1/ListReconciliationsRequest.ts';
import type { ListReconciliationsResponse as _consult_billing_v1_ListReconciliationsResponse, ListReconciliationsResponse__Output as _consult_billing_v1_ListReconciliationsResponse__Output } from './consult/billing/v1/ListReconciliationsResponse.ts';
import type { ListSubscriptionsRequest as _consult_billing_v1_ListSubscriptionsRequest, ListSubscriptionsRequest__Output as _consult_billing_v1_ListSubscriptionsRequest__Output } from './consult/billing/v1/ListSubscriptionsRequest.ts';
import type { ListSubscriptionsResponse as _consult_billing_v1_ListSubscriptionsResponse, ListSubscriptionsResponse__Output as _consult_billing_v1_ListSubscriptionsResponse__Output } from './consult/billing/v1/ListSubscriptionsResponse.ts';
import type { ListTransactionsRequest as _consult_billing_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _consult_billing_v1_ListTransactionsRequest__Output } from './consult/billing/v1/ListTransactionsRequest.ts';
import type { ListTransactionsResponse as _consult_billing_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _consult_billing_v1_ListTransactionsResponse__Output } from './consult/billing/v1/ListTransactionsResponse.ts';
import type { PaymentError as _consult_billing_v1_PaymentError, PaymentError__Output as _consult_billing_v1_PaymentError__Output } from './consult/billing/v1/PaymentError.ts';
import type { PaymentIntent as _consult_billing_v1_PaymentIntent, PaymentIntent__Output as _consult_billing_v1_PaymentIntent__Output } from './consult/billing/v1/PaymentIntent.ts';
import type { PaymentMethod as _consult_billing_v1_PaymentMethod, PaymentMethod__Output as _consult_billing_v1_PaymentMethod__Output } from './consult/billing/v1/PaymentMethod.ts';
import type { PaymentMethodRequest as _consult_billing_v1_PaymentMethodRequest, PaymentMethodRequest__Output as _consult_billing_v1_PaymentMethodRequest__Output } from './consult/billing/v1/PaymentMethodRequest.ts';
import type { PlanChangeQuote as _consult_billing_v1_PlanChangeQuote, PlanChangeQuote__Output as _consult_billing_v1_PlanChangeQuote__Output } from './consult/billing/v1/PlanChangeQuote.ts';
import type { PromotionCode as _consult_billing_v1_PromotionCode, PromotionCode__Output as _consult_billing_v1_PromotionCode__Output } from './consult/billing/v1/PromotionCode.ts';
import type { PurchaseQuote as _consult_billing_v1_PurchaseQuote, PurchaseQuote__Output as _consult_billing_v1_PurchaseQuote__Output } from './consult/billing/v1/PurchaseQuote.ts';
import type { QuotePlanChangeRequest as _consult_billing_v1_QuotePlanChangeRequest, QuotePlanChangeRequest__Output as _consult_billing_v1_QuotePlanChangeRequest__Output } from './consult/billing/v1/QuotePlanChangeRequest.ts';
import type { QuotePurchaseRequest as _consult_billing_v1_QuotePurchaseRequest, QuotePurchaseRequest__Output as _consult_billing_v1_QuotePurchaseRequest__Output } from './consult/billing/v1/QuotePurchaseRequest.ts';
import type { QuoteRefundRequest as _consult_billing_v1_QuoteRefundRequest, QuoteRefundRequest__Output as _consult_billing_v1_QuoteRefundRequest__Output } from './consult/billing/v1/QuoteRefundRequest.ts';
import type { ReceiveWebhookRequest as _consult_billing_v1_ReceiveWebhookRequest, ReceiveWebhookRequest__Output as _consult_billing_v1_ReceiveWebhookRequest__Output } from './consult/billing/v1/ReceiveWebhookRequest.ts';
import type { ReconcileFinding as _consult_billing_v1_ReconcileFinding, ReconcileFinding__Output as _consult_billing_v1_ReconcileFinding__Output } from './consult/billing/v1/ReconcileFinding.ts';
import type { ReconcileRequest as _consult_billing_v1_ReconcileRequest, ReconcileRequest__Output as _consult_billing_v1_ReconcileRequest__Output } from './consult/billing/v1/ReconcileRequest.ts';
import type { ReconcileResponse as _consult_billing_v1_ReconcileResponse, ReconcileResponse__Output as _consult_billing_v1_ReconcileResponse__Output } from './consult/billing/v1/ReconcileResponse.ts';
import type { Reconciliation as _consult_billing_v1_Reconciliation, Reconciliation__Output as _consult_billing_v1_Reconciliation__Output } from './consult/billing/v1/Reconciliation.ts';
import type { ReconciliationStanding as _consult_billing_v1_ReconciliationStanding, ReconciliationStanding__Output as _consult_billing_v1_ReconciliationStanding__Output } from './consult/billing/v1/ReconciliationStanding.ts';
import type { Refund as _consult_billing_v1_Refund, Refund__Output as _consult_billing_v1_Refund__Output } from './consult/billing/v1/Refund.ts';
import type { RefundOption as _consult_billing_v1_RefundOption, RefundOption__Output as _consult_billing_v1_RefundOption__Output } from './consult/billing/v1/RefundOption.ts';
import type { RefundQuote as _consult_billing_v1_RefundQuote, RefundQuote__Output as _consult_billing_v1_RefundQuote__Output } from './consult/billing/v1/RefundQuote.ts';
import type { RefundTransactionRequest as _consult_billing_v1_RefundTransactionRequest, RefundTransactionRequest__Output as _consult_billing_v1_RefundTransactionRequest__Output } from './consult/billing/v1/RefundTransactionRequest.ts';
import type { SetupIntent as _consult_billing_v1_SetupIntent, SetupIntent__Output as _consult_billing_v1_SetupIntent__Output } from './consult/billing/v1/SetupIntent.ts';
import type { Subscription as _consult_billing_v1_Subscription, Subscription__Output as _consult_billing_v1_Subscription__Output } from './consult/billing/v1/Subscription.ts';
import type { SubscriptionEvent as _consult_billing_v1_SubscriptionEvent, SubscriptionEvent__Output as _consult_billing_v1_SubscriptionEvent__Output } from './consult/billing/v1/SubscriptionEvent.ts';
import type { SubscriptionRequest as _consult_billing_v1_SubscriptionRequest, SubscriptionRequest__Output as _consult_billing_v1_SubscriptionRequest__Output } from './consult/billing/v1/SubscriptionRequest.ts';
import type { Transaction as _consult_billing_v1_Transaction, Transaction__Output as _consult_billing_v1_Transaction__Output } from './consult/billing/v1/Transaction.ts';
import type { TransactionAmount as _consult_billing_v1_TransactionAmount, TransactionAmount__Output as _consult_billing_v1_TransactionAmount__Output } from './consult/billing/v1/TransactionAmount.ts';
import type { TransactionEvent as _consult_billing_v1_TransactionEvent, TransactionEvent__Output as _consult_billing_v1_TransactionEvent__Output } from './consult/billing/v1/TransactionEvent.ts';
import type { TransactionStatus as _consult_billing_v1_TransactionStatus, TransactionStatus__Output as _consult_billing_v1_TransactionStatus__Output } from './consult/billing/v1/TransactionStatus.ts';
import type { TransactionStripe as _consult_billing_v1_TransactionStripe, TransactionStripe__Output as _consult_billing_v1_TransactionStripe__Output } from './consult/billing/v1/TransactionStripe.ts';
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
    billing: {
      v1: {
        Billing: SubtypeConstructor<typeof grpc.Client, _consult_billing_v1_BillingClient> & { service: _consult_billing_v1_BillingDefinition }
        CancelSubscriptionRequest: MessageTypeDefinition<_consult_billing_v1_CancelSubscriptionRequest, _consult_billing_v1_CancelSubscriptionRequest__Output>
        ChangePlanRequest: MessageTypeDefinition<_consult_billing_v1_ChangePlanRequest, _consult_billing_v1_ChangePlanRequest__Output>
        ClaimPackageRequest: MessageTypeDefinition<_consult_billing_v1_ClaimPackageRequest, _consult_billing_v1_ClaimPackageRequest__Output>
        CreatePaymentIntentRequest: MessageTypeDefinition<_consult_billing_v1_CreatePaymentIntentRequest, _consult_billing_v1_CreatePaymentIntentRequest__Output>
        CreatePromotionCodeRequest: MessageTypeDefinition<_consult_billing_v1_CreatePromotionCodeRequest, _consult_billing_v1_CreatePromotionCodeRequest__Output>
        CreateSetupIntentRequest: MessageTypeDefinition<_consult_billing_v1_CreateSetupIntentRequest, _consult_billing_v1_CreateSetupIntentRequest__Output>
        Dispute: MessageTypeDefinition<_consult_billing_v1_Dispute, _consult_billing_v1_Dispute__Output>
        EndPromotionCodeRequest: MessageTypeDefinition<_consult_billing_v1_EndPromotionCodeRequest, _consult_billing_v1_EndPromotionCodeRequest__Output>
        FindingCount: MessageTypeDefinition<_consult_billing_v1_FindingCount, _consult_billing_v1_FindingCount__Output>
        GetTransactionRequest: MessageTypeDefinition<_consult_billing_v1_GetTransactionRequest, _consult_billing_v1_GetTransactionRequest__Output>
        ListPaymentMethodsRequest: MessageTypeDefinition<_consult_billing_v1_ListPaymentMethodsRequest, _consult_billing_v1_ListPaymentMethodsRequest__Output>
        ListPaymentMethodsResponse: MessageTypeDefinition<_consult_billing_v1_ListPaymentMethodsResponse, _consult_billing_v1_ListPaymentMethodsResponse__Output>
        ListPromotionCodesRequest: MessageTypeDefinition<_consult_billing_v1_ListPromotionCodesRequest, _consult_billing_v1_ListPromotionCodesRequest__Output>
        ListPromotionCodesResponse: MessageTypeDefinition<_consult_billing_v1_ListPromotionCodesResponse, _consult_billing_v1_ListPromotionCodesResponse__Output>
        ListReconciliationsRequest: MessageTypeDefinition<_consult_billing_v1_ListReconciliationsRequest, _consult_billing_v1_ListReconciliationsRequest__Output>
        ListReconciliationsResponse: MessageTypeDefinition<_consult_billing_v1_ListReconciliationsResponse, _consult_billing_v1_ListReconciliationsResponse__Output>
        ListSubscriptionsRequest: MessageTypeDefinition<_consult_billing_v1_ListSubscriptionsRequest, _consult_billing_v1_ListSubscriptionsRequest__Output>
        ListSubscriptionsResponse: MessageTypeDefinition<_consult_billing_v1_ListSubscriptionsResponse, _consult_billing_v1_ListSubscriptionsResponse__Output>
        ListTransactionsRequest: MessageTypeDefinition<_consult_billing_v1_ListTransactionsRequest, _consult_billing_v1_ListTransactionsRequest__Output>
        ListTransactionsResponse: MessageTypeDefinition<_consult_billing_v1_ListTransactionsResponse, _consult_billing_v1_ListTransactionsResponse__Output>
        PaymentError: MessageTypeDefinition<_consult_billing_v1_PaymentError, _consult_billing_v1_PaymentError__Output>
        PaymentIntent: MessageTypeDefinition<_consult_billing_v1_PaymentIntent, _consult_billing_v1_PaymentIntent__Output>
        PaymentMethod: MessageTypeDefinition<_consult_billing_v1_PaymentMethod, _consult_billing_v1_PaymentMethod__Output>
        PaymentMethodRequest: MessageTypeDefinition<_consult_billing_v1_PaymentMethodRequest, _consult_billing_v1_PaymentMethodRequest__Output>
        PlanChangeQuote: MessageTypeDefinition<_consult_billing_v1_PlanChangeQuote, _consult_billing_v1_PlanChangeQuote__Output>
        PromotionCode: MessageTypeDefinition<_consult_billing_v1_PromotionCode, _consult_billing_v1_PromotionCode__Output>
        PurchaseQuote: MessageTypeDefinition<_consult_billing_v1_PurchaseQuote, _consult_billing_v1_PurchaseQuote__Output>
        QuotePlanChangeRequest: MessageTypeDefinition<_consult_billing_v1_QuotePlanChangeRequest, _consult_billing_v1_QuotePlanChangeRequest__Output>
        QuotePurchaseRequest: MessageTypeDefinition<_consult_billing_v1_QuotePurchaseRequest, _consult_billing_v1_QuotePurchaseRequest__Output>
        QuoteRefundRequest: MessageTypeDefinition<_consult_billing_v1_QuoteRefundRequest, _consult_billing_v1_QuoteRefundRequest__Output>
        ReceiveWebhookRequest: MessageTypeDefinition<_consult_billing_v1_ReceiveWebhookRequest, _consult_billing_v1_ReceiveWebhookRequest__Output>
        ReconcileFinding: MessageTypeDefinition<_consult_billing_v1_ReconcileFinding, _consult_billing_v1_ReconcileFinding__Output>
        ReconcileRequest: MessageTypeDefinition<_consult_billing_v1_ReconcileRequest, _consult_billing_v1_ReconcileRequest__Output>
        ReconcileResponse: MessageTypeDefinition<_consult_billing_v1_ReconcileResponse, _consult_billing_v1_ReconcileResponse__Output>
        Reconciliation: MessageTypeDefinition<_consult_billing_v1_Reconciliation, _consult_billing_v1_Reconciliation__Output>
        ReconciliationStanding: MessageTypeDefinition<_consult_billing_v1_ReconciliationStanding, _consult_billing_v1_ReconciliationStanding__Output>
        Refund: MessageTypeDefinition<_consult_billing_v1_Refund, _consult_billing_v1_Refund__Output>
        RefundOption: MessageTypeDefinition<_consult_billing_v1_RefundOption, _consult_billing_v1_RefundOption__Output>
        RefundQuote: MessageTypeDefinition<_consult_billing_v1_RefundQuote, _consult_billing_v1_RefundQuote__Output>
        RefundTransactionRequest: MessageTypeDefinition<_consult_billing_v1_RefundTransactionRequest, _consult_billing_v1_RefundTransactionRequest__Output>
        SetupIntent: MessageTypeDefinition<_consult_billing_v1_SetupIntent, _consult_billing_v1_SetupIntent__Output>
        Subscription: MessageTypeDefinition<_consult_billing_v1_Subscription, _consult_billing_v1_Subscription__Output>
        SubscriptionEvent: MessageTypeDefinition<_consult_billing_v1_SubscriptionEvent, _consult_billing_v1_SubscriptionEvent__Output>
        SubscriptionRequest: MessageTypeDefinition<_consult_billing_v1_SubscriptionRequest, _consult_billing_v1_SubscriptionRequest__Output>
        Transaction: MessageTypeDefinition<_consult_billing_v1_Transaction, _consult_billing_v1_Transaction__Output>
        TransactionAmount: MessageTypeDefinition<_consult_billing_v1_TransactionAmount, _consult_billing_v1_TransactionAmount__Output>
        TransactionEvent: MessageTypeDefinition<_consult_billing_v1_TransactionEvent, _consult_billing_v1_TransactionEvent__Output>
        TransactionStatus: MessageTypeDefinition<_consult_billing_v1_TransactionStatus, _consult_billing_v1_TransactionStatus__Output>
        TransactionStripe: MessageTypeDefinition<_consult_billing_v1_TransactionStripe, _consult_billing_v1_TransactionStripe__Output>
      }
    }
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

