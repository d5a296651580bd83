// Original file: protos/consult/billing/v1/billing.proto


export interface ReceiveWebhookRequest {
  'body'?: (Buffer | Uint8Array | string);
  'signature'?: (string);
}

export interface ReceiveWebhookRequest__Output {
  'body': (Buffer);
  'signature': (string);
}
