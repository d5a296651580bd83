// Original file: protos/consult/credits/v1/credits.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Balance as _consult_credits_v1_Balance, Balance__Output as _consult_credits_v1_Balance__Output } from '../../../consult/credits/v1/Balance.ts';
import type { CheckAvailabilityRequest as _consult_credits_v1_CheckAvailabilityRequest, CheckAvailabilityRequest__Output as _consult_credits_v1_CheckAvailabilityRequest__Output } from '../../../consult/credits/v1/CheckAvailabilityRequest.ts';
import type { CheckAvailabilityResponse as _consult_credits_v1_CheckAvailabilityResponse, CheckAvailabilityResponse__Output as _consult_credits_v1_CheckAvailabilityResponse__Output } from '../../../consult/credits/v1/CheckAvailabilityResponse.ts';
import type { GetBalanceRequest as _consult_credits_v1_GetBalanceRequest, GetBalanceRequest__Output as _consult_credits_v1_GetBalanceRequest__Output } from '../../../consult/credits/v1/GetBalanceRequest.ts';
import type { GetStandingRequest as _consult_credits_v1_GetStandingRequest, GetStandingRequest__Output as _consult_credits_v1_GetStandingRequest__Output } from '../../../consult/credits/v1/GetStandingRequest.ts';
import type { ListLedgerRequest as _consult_credits_v1_ListLedgerRequest, ListLedgerRequest__Output as _consult_credits_v1_ListLedgerRequest__Output } from '../../../consult/credits/v1/ListLedgerRequest.ts';
import type { ListLedgerResponse as _consult_credits_v1_ListLedgerResponse, ListLedgerResponse__Output as _consult_credits_v1_ListLedgerResponse__Output } from '../../../consult/credits/v1/ListLedgerResponse.ts';
import type { ReleaseRequest as _consult_credits_v1_ReleaseRequest, ReleaseRequest__Output as _consult_credits_v1_ReleaseRequest__Output } from '../../../consult/credits/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _consult_credits_v1_ReleaseResponse, ReleaseResponse__Output as _consult_credits_v1_ReleaseResponse__Output } from '../../../consult/credits/v1/ReleaseResponse.ts';
import type { Reservation as _consult_credits_v1_Reservation, Reservation__Output as _consult_credits_v1_Reservation__Output } from '../../../consult/credits/v1/Reservation.ts';
import type { ReserveRequest as _consult_credits_v1_ReserveRequest, ReserveRequest__Output as _consult_credits_v1_ReserveRequest__Output } from '../../../consult/credits/v1/ReserveRequest.ts';
import type { Standing as _consult_credits_v1_Standing, Standing__Output as _consult_credits_v1_Standing__Output } from '../../../consult/credits/v1/Standing.ts';

export interface CreditsClient extends grpc.Client {
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  
  Release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  
  Reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  
}

export interface CreditsHandlers extends grpc.UntypedServiceImplementation {
  CheckAvailability: grpc.handleUnaryCall<_consult_credits_v1_CheckAvailabilityRequest__Output, _consult_credits_v1_CheckAvailabilityResponse>;
  
  GetBalance: grpc.handleUnaryCall<_consult_credits_v1_GetBalanceRequest__Output, _consult_credits_v1_Balance>;
  
  GetStanding: grpc.handleUnaryCall<_consult_credits_v1_GetStandingRequest__Output, _consult_credits_v1_Standing>;
  
  ListLedger: grpc.handleUnaryCall<_consult_credits_v1_ListLedgerRequest__Output, _consult_credits_v1_ListLedgerResponse>;
  
  Release: grpc.handleUnaryCall<_consult_credits_v1_ReleaseRequest__Output, _consult_credits_v1_ReleaseResponse>;
  
  Reserve: grpc.handleUnaryCall<_consult_credits_v1_ReserveRequest__Output, _consult_credits_v1_Reservation>;
  
}

export interface CreditsDefinition extends grpc.ServiceDefinition {
  CheckAvailability: MethodDefinition<_consult_credits_v1_CheckAvailabilityRequest, _consult_credits_v1_CheckAvailabilityResponse, _consult_credits_v1_CheckAvailabilityRequest__Output, _consult_credits_v1_CheckAvailabilityResponse__Output>
  GetBalance: MethodDefinition<_consult_credits_v1_GetBalanceRequest, _consult_credits_v1_Balance, _consult_credits_v1_GetBalanceRequest__Output, _consult_credits_v1_Balance__Output>
  GetStanding: MethodDefinition<_consult_credits_v1_GetStandingRequest, _consult_credits_v1_Standing, _consult_credits_v1_GetStandingRequest__Output, _consult_credits_v1_Standing__Output>
  ListLedger: MethodDefinition<_consult_credits_v1_ListLedgerRequest, _consult_credits_v1_ListLedgerResponse, _consult_credits_v1_ListLedgerRequest__Output, _consult_credits_v1_ListLedgerResponse__Output>
  Release: MethodDefinition<_consult_credits_v1_ReleaseRequest, _consult_credits_v1_ReleaseResponse, _consult_credits_v1_ReleaseRequest__Output, _consult_credits_v1_ReleaseResponse__Output>
  Reserve: MethodDefinition<_consult_credits_v1_ReserveRequest, _consult_credits_v1_Reservation, _consult_credits_v1_ReserveRequest__Output, _consult_credits_v1_Reservation__Output>
}
