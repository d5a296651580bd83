// Original file: protos/consult/billing/v1/billing.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreatePaymentIntentRequest as _consult_billing_v1_CreatePaymentIntentRequest, CreatePaymentIntentRequest__Output as _consult_billing_v1_CreatePaymentIntentRequest__Output } from '../../../consult/billing/v1/CreatePaymentIntentRequest.ts';
import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from '../../../consult/common/v1/Empty.ts';
import type { GetTransactionRequest as _consult_billing_v1_GetTransactionRequest, GetTransactionRequest__Output as _consult_billing_v1_GetTransactionRequest__Output } from '../../../consult/billing/v1/GetTransactionRequest.ts';
import type { ListSubscriptionsRequest as _consult_billing_v1_ListSubscriptionsRequest, ListSubscriptionsRequest__Output as _consult_billing_v1_ListSubscriptionsRequest__Output } from '../../../consult/billing/v1/ListSubscriptionsRequest.ts';
import type { ListSubscriptionsResponse as _consult_billing_v1_ListSubscriptionsResponse, ListSubscriptionsResponse__Output as _consult_billing_v1_ListSubscriptionsResponse__Output } from '../../../consult/billing/v1/ListSubscriptionsResponse.ts';
import type { ListTransactionsRequest as _consult_billing_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _consult_billing_v1_ListTransactionsRequest__Output } from '../../../consult/billing/v1/ListTransactionsRequest.ts';
import type { ListTransactionsResponse as _consult_billing_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _consult_billing_v1_ListTransactionsResponse__Output } from '../../../consult/billing/v1/ListTransactionsResponse.ts';
import type { PaymentIntent as _consult_billing_v1_PaymentIntent, PaymentIntent__Output as _consult_billing_v1_PaymentIntent__Output } from '../../../consult/billing/v1/PaymentIntent.ts';
import type { ReceiveWebhookRequest as _consult_billing_v1_ReceiveWebhookRequest, ReceiveWebhookRequest__Output as _consult_billing_v1_ReceiveWebhookRequest__Output } from '../../../consult/billing/v1/ReceiveWebhookRequest.ts';
import type { Transaction as _consult_billing_v1_Transaction, Transaction__Output as _consult_billing_v1_Transaction__Output } from '../../../consult/billing/v1/Transaction.ts';

export interface BillingClient extends grpc.Client {
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  CreatePaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  createPaymentIntent(argument: _consult_billing_v1_CreatePaymentIntentRequest, callback: grpc.requestCallback<_consult_billing_v1_PaymentIntent__Output>): grpc.ClientUnaryCall;
  
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _consult_billing_v1_GetTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _consult_billing_v1_GetTransactionRequest, callback: grpc.requestCallback<_consult_billing_v1_Transaction__Output>): grpc.ClientUnaryCall;
  
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
  
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  ReceiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  receiveWebhook(argument: _consult_billing_v1_ReceiveWebhookRequest, callback: grpc.requestCallback<_consult_common_v1_Empty__Output>): grpc.ClientUnaryCall;
  
}

export interface BillingHandlers extends grpc.UntypedServiceImplementation {
  CreatePaymentIntent: grpc.handleUnaryCall<_consult_billing_v1_CreatePaymentIntentRequest__Output, _consult_billing_v1_PaymentIntent>;
  
  GetTransaction: grpc.handleUnaryCall<_consult_billing_v1_GetTransactionRequest__Output, _consult_billing_v1_Transaction>;
  
  ListSubscriptions: grpc.handleUnaryCall<_consult_billing_v1_ListSubscriptionsRequest__Output, _consult_billing_v1_ListSubscriptionsResponse>;
  
  ListTransactions: grpc.handleUnaryCall<_consult_billing_v1_ListTransactionsRequest__Output, _consult_billing_v1_ListTransactionsResponse>;
  
  ReceiveWebhook: grpc.handleUnaryCall<_consult_billing_v1_ReceiveWebhookRequest__Output, _consult_common_v1_Empty>;
  
}

export interface BillingDefinition extends grpc.ServiceDefinition {
  CreatePaymentIntent: MethodDefinition<_consult_billing_v1_CreatePaymentIntentRequest, _consult_billing_v1_PaymentIntent, _consult_billing_v1_CreatePaymentIntentRequest__Output, _consult_billing_v1_PaymentIntent__Output>
  GetTransaction: MethodDefinition<_consult_billing_v1_GetTransactionRequest, _consult_billing_v1_Transaction, _consult_billing_v1_GetTransactionRequest__Output, _consult_billing_v1_Transaction__Output>
  ListSubscriptions: MethodDefinition<_consult_billing_v1_ListSubscriptionsRequest, _consult_billing_v1_ListSubscriptionsResponse, _consult_billing_v1_ListSubscriptionsRequest__Output, _consult_billing_v1_ListSubscriptionsResponse__Output>
  ListTransactions: MethodDefinition<_consult_billing_v1_ListTransactionsRequest, _consult_billing_v1_ListTransactionsResponse, _consult_billing_v1_ListTransactionsRequest__Output, _consult_billing_v1_ListTransactionsResponse__Output>
  ReceiveWebhook: MethodDefinition<_consult_billing_v1_ReceiveWebhookRequest, _consult_common_v1_Empty, _consult_billing_v1_ReceiveWebhookRequest__Output, _consult_common_v1_Empty__Output>
}
