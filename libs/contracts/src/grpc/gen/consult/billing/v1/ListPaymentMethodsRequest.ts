// Original file: protos/consult/billing/v1/billing.proto


export interface ListPaymentMethodsRequest {
}

export interface ListPaymentMethodsRequest__Output {
}
