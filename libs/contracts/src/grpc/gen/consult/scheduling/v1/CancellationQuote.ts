// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface CancellationQuote {
  'creditEffect'?: (string);
  'credits'?: (number);
  'cutoffAt'?: (string);
  'cutoffPassed'?: (boolean);
  'earningPercent'?: (number);
  'rule'?: (string);
  'policyVersion'?: (number);
  'quoteId'?: (string);
  'validUntil'?: (string);
}

export interface CancellationQuote__Output {
  'creditEffect': (string);
  'credits': (number);
  'cutoffAt': (string);
  'cutoffPassed': (boolean);
  'earningPercent': (number);
  'rule': (string);
  'policyVersion': (number);
  'quoteId': (string);
  'validUntil': (string);
}
