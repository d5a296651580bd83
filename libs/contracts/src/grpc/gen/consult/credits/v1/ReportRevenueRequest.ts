// Original file: protos/consult/credits/v1/credits.proto


export interface ReportRevenueRequest {
  'from'?: (string);
  'to'?: (string);
  'timezone'?: (string);
}

export interface ReportRevenueRequest__Output {
  'from': (string);
  'to': (string);
  'timezone': (string);
}
