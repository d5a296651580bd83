// Original file: protos/consult/billing/v1/billing.proto

import type { Package as _consult_catalog_v1_Package, Package__Output as _consult_catalog_v1_Package__Output } from '../../../consult/catalog/v1/Package.ts';
import type { TransactionAmount as _consult_billing_v1_TransactionAmount, TransactionAmount__Output as _consult_billing_v1_TransactionAmount__Output } from '../../../consult/billing/v1/TransactionAmount.ts';
import type { TransactionStripe as _consult_billing_v1_TransactionStripe, TransactionStripe__Output as _consult_billing_v1_TransactionStripe__Output } from '../../../consult/billing/v1/TransactionStripe.ts';
import type { TransactionStatus as _consult_billing_v1_TransactionStatus, TransactionStatus__Output as _consult_billing_v1_TransactionStatus__Output } from '../../../consult/billing/v1/TransactionStatus.ts';
import type { PaymentError as _consult_billing_v1_PaymentError, PaymentError__Output as _consult_billing_v1_PaymentError__Output } from '../../../consult/billing/v1/PaymentError.ts';
import type { TransactionEvent as _consult_billing_v1_TransactionEvent, TransactionEvent__Output as _consult_billing_v1_TransactionEvent__Output } from '../../../consult/billing/v1/TransactionEvent.ts';
import type { Refund as _consult_billing_v1_Refund, Refund__Output as _consult_billing_v1_Refund__Output } from '../../../consult/billing/v1/Refund.ts';
import type { Dispute as _consult_billing_v1_Dispute, Dispute__Output as _consult_billing_v1_Dispute__Output } from '../../../consult/billing/v1/Dispute.ts';
import type { Long } from '@grpc/proto-loader';

export interface Transaction {
  'transactionId'?: (string);
  'client'?: (string);
  'package'?: (_consult_catalog_v1_Package | null);
  'amount'?: (_consult_billing_v1_TransactionAmount | null);
  'currency'?: (string);
  'stripe'?: (_consult_billing_v1_TransactionStripe | null);
  'receiptUrl'?: (string);
  'status'?: (_consult_billing_v1_TransactionStatus | null);
  'lastError'?: (_consult_billing_v1_PaymentError | null);
  'history'?: (_consult_billing_v1_TransactionEvent)[];
  'createdAt'?: (string);
  'paidAt'?: (string);
  'refunds'?: (_consult_billing_v1_Refund)[];
  'dispute'?: (_consult_billing_v1_Dispute | null);
  'promotionCode'?: (string);
  'discountMinor'?: (number | string | Long);
  'invoiceUrl'?: (string);
  'invoicePdf'?: (string);
  '_receiptUrl'?: "receiptUrl";
  '_paidAt'?: "paidAt";
  '_promotionCode'?: "promotionCode";
  '_discountMinor'?: "discountMinor";
  '_invoiceUrl'?: "invoiceUrl";
  '_invoicePdf'?: "invoicePdf";
}

export interface Transaction__Output {
  'transactionId': (string);
  'client': (string);
  'package': (_consult_catalog_v1_Package__Output | null);
  'amount': (_consult_billing_v1_TransactionAmount__Output | null);
  'currency': (string);
  'stripe': (_consult_billing_v1_TransactionStripe__Output | null);
  'receiptUrl'?: (string);
  'status': (_consult_billing_v1_TransactionStatus__Output | null);
  'lastError': (_consult_billing_v1_PaymentError__Output | null);
  'history': (_consult_billing_v1_TransactionEvent__Output)[];
  'createdAt': (string);
  'paidAt'?: (string);
  'refunds': (_consult_billing_v1_Refund__Output)[];
  'dispute': (_consult_billing_v1_Dispute__Output | null);
  'promotionCode'?: (string);
  'discountMinor'?: (number);
  'invoiceUrl'?: (string);
  'invoicePdf'?: (string);
}
