// Original file: protos/consult/billing/v1/billing.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CancelSubscriptionRequest as _consult_billing_v1_CancelSubscriptionRequest, CancelSubscriptionRequest__Output as _consult_billing_v1_CancelSubscriptionRequest__Output } from '../../../consult/billing/v1/CancelSubscriptionRequest.ts';
import type { ChangePlanRequest as _consult_billing_v1_ChangePlanRequest, ChangePlanRequest__Output as _consult_billing_v1_ChangePlanRequest__Output } from '../../../consult/billing/v1/ChangePlanRequest.ts';
import type { ClaimPackageRequest as _consult_billing_v1_ClaimPackageRequest, ClaimPackageRequest__Output as _consult_billing_v1_ClaimPackageRequest__Output } from '../../../consult/billing/v1/ClaimPackageRequest.ts';
import type { CreatePaymentIntentRequest as _consult_billing_v1_CreatePaymentIntentRequest, CreatePaymentIntentRequest__Output as _consult_billing_v1_CreatePaymentIntentRequest__Output } from '../../../consult/billing/v1/CreatePaymentIntentRequest.ts';
import type { CreatePromotionCodeRequest as _consult_billing_v1_CreatePromotionCodeRequest, CreatePromotionCodeRequest__Output as _consult_billing_v1_CreatePromotionCodeRequest__Output } from '../../../consult/billing/v1/CreatePromotionCodeRequest.ts';
import type { CreateSetupIntentRequest as _consult_billing_v1_CreateSetupIntentRequest, CreateSetupIntentRequest__Output as _consult_billing_v1_CreateSetupIntentRequest__Output } from '../../../consult/billing/v1/CreateSetupIntentRequest.ts';
import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from '../../../consult/common/v1/Empty.ts';
import type { EndPromotionCodeRequest as _consult_billing_v1_EndPromotionCodeRequest, EndPromotionCodeRequest__Output as _consult_billing_v1_EndPromotionCodeRequest__Output } from '../../../consult/billing/v1/EndPromotionCodeRequest.ts';
import type { GetTransactionRequest as _consult_billing_v1_GetTransactionRequest, GetTransactionRequest__Output as _consult_billing_v1_GetTransactionRequest__Output } from '../../../consult/billing/v1/GetTransactionRequest.ts';
import type { ListPaymentMethodsRequest as _consult_billing_v1_ListPaymentMethodsRequest, ListPaymentMethodsRequest__Output as _consult_billing_v1_ListPaymentMethodsRequest__Output } from '../../../consult/billing/v1/ListPaymentMethodsRequest.ts';
import type { ListPaymentMethodsResponse as _consult_billing_v1_ListPaymentMethodsResponse, ListPaymentMethodsResponse__Output as _consult_billing_v1_ListPaymentMethodsResponse__Output } from '../../../consult/billing/v1/ListPaymentMethodsResponse.ts';
import type { ListPromotionCodesRequest as _consult_billing_v1_ListPromotionCodesRequest, ListPromotionCodesRequest__Output as _consult_billing_v1_ListPromotionCodesRequest__Output } from '../../../consult/billing/v1/ListPromotionCodesRequest.ts';
import type { ListPromotionCodesResponse as _consult_billing_v1_ListPromotionCodesResponse, ListPromotionCodesResponse__Output as _consult_billing_v1_ListPromotionCodesResponse__Output } from '../../../consult/billing/v1/ListPromotionCodesResponse.ts';
import type { ListReconciliationsRequest as _consult_billing_v1_ListReconciliationsRequest, ListReconciliationsRequest__Output as _consult_billing_v1_ListReconciliationsRequest__Output } from '../../../consult/billing/v1/ListReconciliationsRequest.ts';
import type { ListReconciliationsResponse as _consult_billing_v1_ListReconciliationsResponse, ListReconciliationsResponse__Output as _consult_billing_v1_ListReconciliationsResponse__Output } from '../../../consult/billing/v1/ListReconciliationsResponse.ts';
import type { ListSubscriptionsRequest as _consult_billing_v1_ListSubscriptionsRequest, ListSubscriptionsRequest__Output as _consult_billing_v1_ListSubscriptionsRequest__Output } from '../../../consult/billing/v1/ListSubscriptionsRequest.ts';
import type { ListSubscriptionsResponse as _consult_billing_v1_ListSubscriptionsResponse, ListSubscriptionsResponse__Output as _consult_billing_v1_ListSubscriptionsResponse__Output } from '../../../consult/billing/v1/ListSubscriptionsResponse.ts';
import type { ListTransactionsRequest as _consult_billing_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _consult_billing_v1_ListTransactionsRequest__Output } from '../../../consult/billing/v1/ListTransactionsRequest.ts';
import type { ListTransactionsResponse as _consult_billing_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _consult_billing_v1_ListTransactionsResponse__Output } from '../../../consult/billing/v1/ListTransactionsResponse.ts';
import type { PaymentIntent as _consult_billing_v1_PaymentIntent, PaymentIntent__Output as _consult_billing_v1_PaymentIntent__Output } from '../../../consult/billing/v1/PaymentIntent.ts';
import type { PaymentMethod as _consult_billing_v1_PaymentMethod, PaymentMethod__Output as _consult_billing_v1_PaymentMethod__Output } from '../../../consult/billing/v1/PaymentMethod.ts';
import type { PaymentMethodRequest as _consult_billing_v1_PaymentMethodRequest, PaymentMethodRequest__Output as _consult_billing_v1_PaymentMethodRequest__Output } from '../../../consult/billing/v1/PaymentMethodRequest.ts';
import type { PlanChangeQuote as _consult_billing_v1_PlanChangeQuote, PlanChangeQuote__Output as _consult_billing_v1_PlanChangeQuote__Output } from '../../../consult/billing/v1/PlanChangeQuote.ts';
import type { PromotionCode as _consult_billing_v1_PromotionCode, PromotionCode__Output as _consult_billing_v1_PromotionCode__Output } from '../../../consult/billing/v1/PromotionCode.ts';
import type { PurchaseQuote as _consult_billing_v1_PurchaseQuote, PurchaseQuote__Output as _consult_billing_v1_PurchaseQuote__Output } from '../../../consult/billing/v1/PurchaseQuote.ts';
import type { QuotePlanChangeRequest as _consult_billing_v1_QuotePlanChangeRequest, QuotePlanChangeRequest__Output as _consult_billing_v1_QuotePlanChangeRequest__Output } from '../../../consult/billing/v1/QuotePlanChangeRequest.ts';
import type { QuotePurchaseRequest as _consult_billing_v1_QuotePurchaseRequest, QuotePurchaseRequest__Output as _consult_billing_v1_QuotePurchaseRequest__Output } from '../../../consult/billing/v1/QuotePurchaseRequest.ts';
import type { QuoteRefundRequest as _consult_billing_v1_QuoteRefundRequest, QuoteRefundRequest__Output as _consult_billing_v1_QuoteRefundRequest__Output } from '../../../consult/billing/v1/QuoteRefundRequest.ts';
import type { ReceiveWebhookRequest as _consult_billing_v1_ReceiveWebhookRequest, ReceiveWebhookRequest__Output as _consult_billing_v1_ReceiveWebhookRequest__Output } from '../../../consult/billing/v1/ReceiveWebhookRequest.ts';
import type { ReconcileRequest as _consult_billing_v1_ReconcileRequest, ReconcileRequest__Output as _consult_billing_v1_ReconcileRequest__Output } from '../../../consult/billing/v1/ReconcileRequest.ts';
import type { ReconcileResponse as _consult_billing_v1_ReconcileResponse, ReconcileResponse__Output as _consult_billing_v1_ReconcileResponse__Output } from '../../../consult/billing/v1/ReconcileResponse.ts';
import type { RefundQuote as _consult_billing_v1_RefundQuote, RefundQuote__Output as _consult_billing_v1_RefundQuote__Output } from '../../../consult/billing/v1/RefundQuote.ts';
import type { RefundTransactionRequest as _consult_billing_v1_RefundTransactionRequest, RefundTransactionRequest__Output as _consult_billing_v1_RefundTransactionRequest__Output } from '../../../consult/billing/v1/RefundTransactionRequest.ts';
import type { SetupIntent as _consult_billing_v1_SetupIntent, SetupIntent__Output as _consult_billing_v1_SetupIntent__Output } from '../../../consult/billing/v1/SetupIntent.ts';
import type { Subscription as _consult_billing_v1_Subscription, Subscription__Output as _consult_billing_v1_Subscription__Output } from '../../../consult/billing/v1/Subscription.ts';
import type { SubscriptionRequest as _consult_billing_v1_SubscriptionRequest, SubscriptionRequest__Output as _consult_billing_v1_SubscriptionRequest__Output } from '../../../consult/billing/v1/SubscriptionRequest.ts';
import type { Transaction as _consult_billing_v1_Transaction, Transaction__Output as _consult_billing_v1_Transaction__Output } from '../../../consult/billing/v1/Transaction.ts';

export interface BillingClient extends grpc.Client {
  CancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  CancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  CancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  CancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  cancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  cancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  cancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  cancelSubscription(argument: _consult_billing_v1_CancelSubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  
  ChangePlan(argument: _consult_billing_v1_ChangePlanRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ChangePlan(argument: _consult_billing_v1_ChangePlanRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ChangePlan(argument: _consult_billing_v1_ChangePlanRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ChangePlan(argument: _consult_billing_v1_ChangePlanRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  changePlan(argument: _consult_billing_v1_ChangePlanRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  changePlan(argument: _consult_billing_v1_ChangePlanRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  changePlan(argument: _consult_billing_v1_ChangePlanRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  changePlan(argument: _consult_billing_v1_ChangePlanRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  
  ClaimPackage(argument: _consult_billing_v1_ClaimPackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  ClaimPackage(argument: _consult_billing_v1_ClaimPackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  ClaimPackage(argument: _consult_billing_v1_ClaimPackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  ClaimPackage(argument: _consult_billing_v1_ClaimPackageRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  claimPackage(argument: _consult_billing_v1_ClaimPackageRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  claimPackage(argument: _consult_billing_v1_ClaimPackageRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  claimPackage(argument: _consult_billing_v1_ClaimPackageRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  claimPackage(argument: _consult_billing_v1_ClaimPackageRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  
  CreatePromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  CreatePromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  CreatePromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  CreatePromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  createPromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  createPromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  createPromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  createPromotionCode(argument: _consult_billing_v1_CreatePromotionCodeRequest, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  
  CreateSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  CreateSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  CreateSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  CreateSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  createSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  createSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  createSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  createSetupIntent(argument: _consult_billing_v1_CreateSetupIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_SetupIntent__Output>): grpc.ClientUnaryCall;
  
  EndPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  EndPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  EndPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  EndPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  endPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  endPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  endPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  endPromotionCode(argument: _consult_billing_v1_EndPromotionCodeRequest, callback: grpc.requestCallback<_consult_billing_v1_PromotionCode__Output>): grpc.ClientUnaryCall;
  
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  
  ListPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  ListPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  ListPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  ListPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  listPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  listPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  listPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  listPaymentMethods(argument: _consult_billing_v1_ListPaymentMethodsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListPaymentMethodsResponse__Output>): grpc.ClientUnaryCall;
  
  ListPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  ListPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  ListPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  ListPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  listPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  listPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  listPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  listPromotionCodes(argument: _consult_billing_v1_ListPromotionCodesRequest, callback: grpc.requestCallback<_consult_billing_v1_ListPromotionCodesResponse__Output>): grpc.ClientUnaryCall;
  
  ListReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  ListReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  ListReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  ListReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  listReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  listReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  listReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  listReconciliations(argument: _consult_billing_v1_ListReconciliationsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListReconciliationsResponse__Output>): grpc.ClientUnaryCall;
  
  ListSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  ListSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  ListSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  ListSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  listSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  listSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  listSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  listSubscriptions(argument: _consult_billing_v1_ListSubscriptionsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListSubscriptionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListTransactions(argument: _consult_billing_v1_ListTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _consult_billing_v1_ListTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _consult_billing_v1_ListTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _consult_billing_v1_ListTransactionsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _consult_billing_v1_ListTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _consult_billing_v1_ListTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _consult_billing_v1_ListTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _consult_billing_v1_ListTransactionsRequest, callback: grpc.requestCallback<_consult_billing_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  
  PauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  PauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  PauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  PauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  pauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  pauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  pauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  pauseSubscription(argument: _consult_billing_v1_SubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  
  QuotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  QuotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  QuotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  QuotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  quotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  quotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  quotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  quotePlanChange(argument: _consult_billing_v1_QuotePlanChangeRequest, callback: grpc.requestCallback<_consult_billing_v1_PlanChangeQuote__Output>): grpc.ClientUnaryCall;
  
  QuotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  QuotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  QuotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  QuotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  quotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  quotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  quotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  quotePurchase(argument: _consult_billing_v1_QuotePurchaseRequest, callback: grpc.requestCallback<_consult_billing_v1_PurchaseQuote__Output>): grpc.ClientUnaryCall;
  
  QuoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  QuoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  QuoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  QuoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  quoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  quoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  quoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  quoteRefund(argument: _consult_billing_v1_QuoteRefundRequest, callback: grpc.requestCallback<_consult_billing_v1_RefundQuote__Output>): grpc.ClientUnaryCall;
  
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
  Reconcile(argument: _consult_billing_v1_ReconcileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _consult_billing_v1_ReconcileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _consult_billing_v1_ReconcileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _consult_billing_v1_ReconcileRequest, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _consult_billing_v1_ReconcileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _consult_billing_v1_ReconcileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _consult_billing_v1_ReconcileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _consult_billing_v1_ReconcileRequest, callback: grpc.requestCallback<_consult_billing_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  
  RefundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  RefundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  RefundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  RefundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  refundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  refundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  refundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  refundTransaction(argument: _consult_billing_v1_RefundTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  
  RemovePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RemovePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RemovePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  RemovePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  removePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  removePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  removePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  removePaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
  ResumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ResumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ResumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  ResumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  resumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  resumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  resumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  resumeSubscription(argument: _consult_billing_v1_SubscriptionRequest, callback: grpc.requestCallback<_consult_billing_v1_Subscription__Output>): grpc.ClientUnaryCall;
  
  SetDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  SetDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  SetDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  SetDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  setDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  setDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  setDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  setDefaultPaymentMethod(argument: _consult_billing_v1_PaymentMethodRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentMethod__Output>): grpc.ClientUnaryCall;
  
}

export interface BillingHandlers extends grpc.UntypedServiceImplementation {
  CancelSubscription: grpc.handleUnaryCall<_consult_billing_v1_CancelSubscriptionRequest__Output, _consult_billing_v1_Subscription>;
  
  ChangePlan: grpc.handleUnaryCall<_consult_billing_v1_ChangePlanRequest__Output, _consult_billing_v1_Subscription>;
  
  ClaimPackage: grpc.handleUnaryCall<_consult_billing_v1_ClaimPackageRequest__Output, _consult_billing_v1_Transaction>;
  
  CreatePaymentIntent: grpc.handleUnaryCall<_consult_billing_v1_CreatePaymentIntentRequest__Output, _consult_billing_v1_PaymentIntent>;
  
  CreatePromotionCode: grpc.handleUnaryCall<_consult_billing_v1_CreatePromotionCodeRequest__Output, _consult_billing_v1_PromotionCode>;
  
  CreateSetupIntent: grpc.handleUnaryCall<_consult_billing_v1_CreateSetupIntentRequest__Output, _consult_billing_v1_SetupIntent>;
  
  EndPromotionCode: grpc.handleUnaryCall<_consult_billing_v1_EndPromotionCodeRequest__Output, _consult_billing_v1_PromotionCode>;
  
  GetTransaction: grpc.handleUnaryCall<_consult_billing_v1_GetTransactionRequest__Output, _consult_billing_v1_Transaction>;
  
  ListPaymentMethods: grpc.handleUnaryCall<_consult_billing_v1_ListPaymentMethodsRequest__Output, _consult_billing_v1_ListPaymentMethodsResponse>;
  
  ListPromotionCodes: grpc.handleUnaryCall<_consult_billing_v1_ListPromotionCodesRequest__Output, _consult_billing_v1_ListPromotionCodesResponse>;
  
  ListReconciliations: grpc.handleUnaryCall<_consult_billing_v1_ListReconciliationsRequest__Output, _consult_billing_v1_ListReconciliationsResponse>;
  
  ListSubscriptions: grpc.handleUnaryCall<_consult_billing_v1_ListSubscriptionsRequest__Output, _consult_billing_v1_ListSubscriptionsResponse>;
  
  ListTransactions: grpc.handleUnaryCall<_consult_billing_v1_ListTransactionsRequest__Output, _consult_billing_v1_ListTransactionsResponse>;
  
  PauseSubscription: grpc.handleUnaryCall<_consult_billing_v1_SubscriptionRequest__Output, _consult_billing_v1_Subscription>;
  
  QuotePlanChange: grpc.handleUnaryCall<_consult_billing_v1_QuotePlanChangeRequest__Output, _consult_billing_v1_PlanChangeQuote>;
  
  QuotePurchase: grpc.handleUnaryCall<_consult_billing_v1_QuotePurchaseRequest__Output, _consult_billing_v1_PurchaseQuote>;
  
  QuoteRefund: grpc.handleUnaryCall<_consult_billing_v1_QuoteRefundRequest__Output, _consult_billing_v1_RefundQuote>;
  
  ReceiveWebhook: grpc.handleUnaryCall<_consult_billing_v1_ReceiveWebhookRequest__Output, _consult_common_v1_Empty>;
  
  Reconcile: grpc.handleUnaryCall<_consult_billing_v1_ReconcileRequest__Output, _consult_billing_v1_ReconcileResponse>;
  
  RefundTransaction: grpc.handleUnaryCall<_consult_billing_v1_RefundTransactionRequest__Output, _consult_billing_v1_Transaction>;
  
  RemovePaymentMethod: grpc.handleUnaryCall<_consult_billing_v1_PaymentMethodRequest__Output, _consult_common_v1_Empty>;
  
  ResumeSubscription: grpc.handleUnaryCall<_consult_billing_v1_SubscriptionRequest__Output, _consult_billing_v1_Subscription>;
  
  SetDefaultPaymentMethod: grpc.handleUnaryCall<_consult_billing_v1_PaymentMethodRequest__Output, _consult_billing_v1_PaymentMethod>;
  
}

export interface BillingDefinition extends grpc.ServiceDefinition {
  CancelSubscription: MethodDefinition<_consult_billing_v1_CancelSubscriptionRequest, _consult_billing_v1_Subscription, _consult_billing_v1_CancelSubscriptionRequest__Output, _consult_billing_v1_Subscription__Output>
  ChangePlan: MethodDefinition<_consult_billing_v1_ChangePlanRequest, _consult_billing_v1_Subscription, _consult_billing_v1_ChangePlanRequest__Output, _consult_billing_v1_Subscription__Output>
  ClaimPackage: MethodDefinition<_consult_billing_v1_ClaimPackageRequest, _consult_billing_v1_Transaction, _consult_billing_v1_ClaimPackageRequest__Output, _consult_billing_v1_Transaction__Output>
  CreatePaymentIntent: MethodDefinition<_consult_billing_v1_CreatePaymentIntentRequest, _consult_billing_v1_PaymentIntent, _consult_billing_v1_CreatePaymentIntentRequest__Output, _consult_billing_v1_PaymentIntent__Output>
  CreatePromotionCode: MethodDefinition<_consult_billing_v1_CreatePromotionCodeRequest, _consult_billing_v1_PromotionCode, _consult_billing_v1_CreatePromotionCodeRequest__Output, _consult_billing_v1_PromotionCode__Output>
  CreateSetupIntent: MethodDefinition<_consult_billing_v1_CreateSetupIntentRequest, _consult_billing_v1_SetupIntent, _consult_billing_v1_CreateSetupIntentRequest__Output, _consult_billing_v1_SetupIntent__Output>
  EndPromotionCode: MethodDefinition<_consult_billing_v1_EndPromotionCodeRequest, _consult_billing_v1_PromotionCode, _consult_billing_v1_EndPromotionCodeRequest__Output, _consult_billing_v1_PromotionCode__Output>
  GetTransaction: MethodDefinition<_consult_billing_v1_GetTransactionRequest, _consult_billing_v1_Transaction, _consult_billing_v1_GetTransactionRequest__Output, _consult_billing_v1_Transaction__Output>
  ListPaymentMethods: MethodDefinition<_consult_billing_v1_ListPaymentMethodsRequest, _consult_billing_v1_ListPaymentMethodsResponse, _consult_billing_v1_ListPaymentMethodsRequest__Output, _consult_billing_v1_ListPaymentMethodsResponse__Output>
  ListPromotionCodes: MethodDefinition<_consult_billing_v1_ListPromotionCodesRequest, _consult_billing_v1_ListPromotionCodesResponse, _consult_billing_v1_ListPromotionCodesRequest__Output, _consult_billing_v1_ListPromotionCodesResponse__Output>
  ListReconciliations: MethodDefinition<_consult_billing_v1_ListReconciliationsRequest, _consult_billing_v1_ListReconciliationsResponse, _consult_billing_v1_ListReconciliationsRequest__Output, _consult_billing_v1_ListReconciliationsResponse__Output>
  ListSubscriptions: MethodDefinition<_consult_billing_v1_ListSubscriptionsRequest, _consult_billing_v1_ListSubscriptionsResponse, _consult_billing_v1_ListSubscriptionsRequest__Output, _consult_billing_v1_ListSubscriptionsResponse__Output>
  ListTransactions: MethodDefinition<_consult_billing_v1_ListTransactionsRequest, _consult_billing_v1_ListTransactionsResponse, _consult_billing_v1_ListTransactionsRequest__Output, _consult_billing_v1_ListTransactionsResponse__Output>
  PauseSubscription: MethodDefinition<_consult_billing_v1_SubscriptionRequest, _consult_billing_v1_Subscription, _consult_billing_v1_SubscriptionRequest__Output, _consult_billing_v1_Subscription__Output>
  QuotePlanChange: MethodDefinition<_consult_billing_v1_QuotePlanChangeRequest, _consult_billing_v1_PlanChangeQuote, _consult_billing_v1_QuotePlanChangeRequest__Output, _consult_billing_v1_PlanChangeQuote__Output>
  QuotePurchase: MethodDefinition<_consult_billing_v1_QuotePurchaseRequest, _consult_billing_v1_PurchaseQuote, _consult_billing_v1_QuotePurchaseRequest__Output, _consult_billing_v1_PurchaseQuote__Output>
  QuoteRefund: MethodDefinition<_consult_billing_v1_QuoteRefundRequest, _consult_billing_v1_RefundQuote, _consult_billing_v1_QuoteRefundRequest__Output, _consult_billing_v1_RefundQuote__Output>
  ReceiveWebhook: MethodDefinition<_consult_billing_v1_ReceiveWebhookRequest, _consult_common_v1_Empty, _consult_billing_v1_ReceiveWebhookRequest__Output, _consult_common_v1_Empty__Output>
  Reconcile: MethodDefinition<_consult_billing_v1_ReconcileRequest, _consult_billing_v1_ReconcileResponse, _consult_billing_v1_ReconcileRequest__Output, _consult_billing_v1_ReconcileResponse__Output>
  RefundTransaction: MethodDefinition<_consult_billing_v1_RefundTransactionRequest, _consult_billing_v1_Transaction, _consult_billing_v1_RefundTransactionRequest__Output, _consult_billing_v1_Transaction__Output>
  RemovePaymentMethod: MethodDefinition<_consult_billing_v1_PaymentMethodRequest, _consult_common_v1_Empty, _consult_billing_v1_PaymentMethodRequest__Output, _consult_common_v1_Empty__Output>
  ResumeSubscription: MethodDefinition<_consult_billing_v1_SubscriptionRequest, _consult_billing_v1_Subscription, _consult_billing_v1_SubscriptionRequest__Output, _consult_billing_v1_Subscription__Output>
  SetDefaultPaymentMethod: MethodDefinition<_consult_billing_v1_PaymentMethodRequest, _consult_billing_v1_PaymentMethod, _consult_billing_v1_PaymentMethodRequest__Output, _consult_billing_v1_PaymentMethod__Output>
}
