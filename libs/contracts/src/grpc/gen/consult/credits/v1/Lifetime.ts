// Original file: protos/consult/credits/v1/credits.proto


export interface Lifetime {
  'totalConsultations'?: (number);
  'creditsPurchased'?: (number);
  'creditsUsed'?: (number);
}

export interface Lifetime__Output {
  'totalConsultations': (number);
  'creditsPurchased': (number);
  'creditsUsed': (number);
}
