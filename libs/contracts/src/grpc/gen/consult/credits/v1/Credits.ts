// Original file: protos/consult/credits/v1/credits.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AdjustRequest as _consult_credits_v1_AdjustRequest, AdjustRequest__Output as _consult_credits_v1_AdjustRequest__Output } from '../../../consult/credits/v1/AdjustRequest.ts';
import type { Balance as _consult_credits_v1_Balance, Balance__Output as _consult_credits_v1_Balance__Output } from '../../../consult/credits/v1/Balance.ts';
import type { BookingCredits as _consult_credits_v1_BookingCredits, BookingCredits__Output as _consult_credits_v1_BookingCredits__Output } from '../../../consult/credits/v1/BookingCredits.ts';
import type { BookingRef as _consult_credits_v1_BookingRef, BookingRef__Output as _consult_credits_v1_BookingRef__Output } from '../../../consult/credits/v1/BookingRef.ts';
import type { CheckAvailabilityRequest as _consult_credits_v1_CheckAvailabilityRequest, CheckAvailabilityRequest__Output as _consult_credits_v1_CheckAvailabilityRequest__Output } from '../../../consult/credits/v1/CheckAvailabilityRequest.ts';
import type { CheckAvailabilityResponse as _consult_credits_v1_CheckAvailabilityResponse, CheckAvailabilityResponse__Output as _consult_credits_v1_CheckAvailabilityResponse__Output } from '../../../consult/credits/v1/CheckAvailabilityResponse.ts';
import type { ExtendLotRequest as _consult_credits_v1_ExtendLotRequest, ExtendLotRequest__Output as _consult_credits_v1_ExtendLotRequest__Output } from '../../../consult/credits/v1/ExtendLotRequest.ts';
import type { GetBalanceRequest as _consult_credits_v1_GetBalanceRequest, GetBalanceRequest__Output as _consult_credits_v1_GetBalanceRequest__Output } from '../../../consult/credits/v1/GetBalanceRequest.ts';
import type { GetBookingStatesRequest as _consult_credits_v1_GetBookingStatesRequest, GetBookingStatesRequest__Output as _consult_credits_v1_GetBookingStatesRequest__Output } from '../../../consult/credits/v1/GetBookingStatesRequest.ts';
import type { GetBookingStatesResponse as _consult_credits_v1_GetBookingStatesResponse, GetBookingStatesResponse__Output as _consult_credits_v1_GetBookingStatesResponse__Output } from '../../../consult/credits/v1/GetBookingStatesResponse.ts';
import type { GetLotRequest as _consult_credits_v1_GetLotRequest, GetLotRequest__Output as _consult_credits_v1_GetLotRequest__Output } from '../../../consult/credits/v1/GetLotRequest.ts';
import type { GetStandingRequest as _consult_credits_v1_GetStandingRequest, GetStandingRequest__Output as _consult_credits_v1_GetStandingRequest__Output } from '../../../consult/credits/v1/GetStandingRequest.ts';
import type { GrantByHandRequest as _consult_credits_v1_GrantByHandRequest, GrantByHandRequest__Output as _consult_credits_v1_GrantByHandRequest__Output } from '../../../consult/credits/v1/GrantByHandRequest.ts';
import type { ListBoughtLotsRequest as _consult_credits_v1_ListBoughtLotsRequest, ListBoughtLotsRequest__Output as _consult_credits_v1_ListBoughtLotsRequest__Output } from '../../../consult/credits/v1/ListBoughtLotsRequest.ts';
import type { ListBoughtLotsResponse as _consult_credits_v1_ListBoughtLotsResponse, ListBoughtLotsResponse__Output as _consult_credits_v1_ListBoughtLotsResponse__Output } from '../../../consult/credits/v1/ListBoughtLotsResponse.ts';
import type { ListLedgerRequest as _consult_credits_v1_ListLedgerRequest, ListLedgerRequest__Output as _consult_credits_v1_ListLedgerRequest__Output } from '../../../consult/credits/v1/ListLedgerRequest.ts';
import type { ListLedgerResponse as _consult_credits_v1_ListLedgerResponse, ListLedgerResponse__Output as _consult_credits_v1_ListLedgerResponse__Output } from '../../../consult/credits/v1/ListLedgerResponse.ts';
import type { ListOpenHoldsRequest as _consult_credits_v1_ListOpenHoldsRequest, ListOpenHoldsRequest__Output as _consult_credits_v1_ListOpenHoldsRequest__Output } from '../../../consult/credits/v1/ListOpenHoldsRequest.ts';
import type { ListOpenHoldsResponse as _consult_credits_v1_ListOpenHoldsResponse, ListOpenHoldsResponse__Output as _consult_credits_v1_ListOpenHoldsResponse__Output } from '../../../consult/credits/v1/ListOpenHoldsResponse.ts';
import type { Lot as _consult_credits_v1_Lot, Lot__Output as _consult_credits_v1_Lot__Output } from '../../../consult/credits/v1/Lot.ts';
import type { LotStanding as _consult_credits_v1_LotStanding, LotStanding__Output as _consult_credits_v1_LotStanding__Output } from '../../../consult/credits/v1/LotStanding.ts';
import type { ReleaseRequest as _consult_credits_v1_ReleaseRequest, ReleaseRequest__Output as _consult_credits_v1_ReleaseRequest__Output } from '../../../consult/credits/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _consult_credits_v1_ReleaseResponse, ReleaseResponse__Output as _consult_credits_v1_ReleaseResponse__Output } from '../../../consult/credits/v1/ReleaseResponse.ts';
import type { ReportRevenueRequest as _consult_credits_v1_ReportRevenueRequest, ReportRevenueRequest__Output as _consult_credits_v1_ReportRevenueRequest__Output } from '../../../consult/credits/v1/ReportRevenueRequest.ts';
import type { Reservation as _consult_credits_v1_Reservation, Reservation__Output as _consult_credits_v1_Reservation__Output } from '../../../consult/credits/v1/Reservation.ts';
import type { ReserveRequest as _consult_credits_v1_ReserveRequest, ReserveRequest__Output as _consult_credits_v1_ReserveRequest__Output } from '../../../consult/credits/v1/ReserveRequest.ts';
import type { RevenueReport as _consult_credits_v1_RevenueReport, RevenueReport__Output as _consult_credits_v1_RevenueReport__Output } from '../../../consult/credits/v1/RevenueReport.ts';
import type { ReverseUseRequest as _consult_credits_v1_ReverseUseRequest, ReverseUseRequest__Output as _consult_credits_v1_ReverseUseRequest__Output } from '../../../consult/credits/v1/ReverseUseRequest.ts';
import type { RevokeRequest as _consult_credits_v1_RevokeRequest, RevokeRequest__Output as _consult_credits_v1_RevokeRequest__Output } from '../../../consult/credits/v1/RevokeRequest.ts';
import type { RevokeResponse as _consult_credits_v1_RevokeResponse, RevokeResponse__Output as _consult_credits_v1_RevokeResponse__Output } from '../../../consult/credits/v1/RevokeResponse.ts';
import type { Standing as _consult_credits_v1_Standing, Standing__Output as _consult_credits_v1_Standing__Output } from '../../../consult/credits/v1/Standing.ts';
import type { VerifyAccountsRequest as _consult_credits_v1_VerifyAccountsRequest, VerifyAccountsRequest__Output as _consult_credits_v1_VerifyAccountsRequest__Output } from '../../../consult/credits/v1/VerifyAccountsRequest.ts';
import type { VerifyAccountsResponse as _consult_credits_v1_VerifyAccountsResponse, VerifyAccountsResponse__Output as _consult_credits_v1_VerifyAccountsResponse__Output } from '../../../consult/credits/v1/VerifyAccountsResponse.ts';
import type { VoidLotRequest as _consult_credits_v1_VoidLotRequest, VoidLotRequest__Output as _consult_credits_v1_VoidLotRequest__Output } from '../../../consult/credits/v1/VoidLotRequest.ts';

export interface CreditsClient extends grpc.Client {
  Adjust(argument: _consult_credits_v1_AdjustRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  Adjust(argument: _consult_credits_v1_AdjustRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  Adjust(argument: _consult_credits_v1_AdjustRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  Adjust(argument: _consult_credits_v1_AdjustRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  adjust(argument: _consult_credits_v1_AdjustRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  adjust(argument: _consult_credits_v1_AdjustRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  adjust(argument: _consult_credits_v1_AdjustRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  adjust(argument: _consult_credits_v1_AdjustRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  CheckAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  checkAvailability(argument: _consult_credits_v1_CheckAvailabilityRequest, callback: grpc.requestCallback<_consult_credits_v1_CheckAvailabilityResponse__Output>): grpc.ClientUnaryCall;
  
  ExtendLot(argument: _consult_credits_v1_ExtendLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  ExtendLot(argument: _consult_credits_v1_ExtendLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  ExtendLot(argument: _consult_credits_v1_ExtendLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  ExtendLot(argument: _consult_credits_v1_ExtendLotRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  extendLot(argument: _consult_credits_v1_ExtendLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  extendLot(argument: _consult_credits_v1_ExtendLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  extendLot(argument: _consult_credits_v1_ExtendLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  extendLot(argument: _consult_credits_v1_ExtendLotRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  GetBalance(argument: _consult_credits_v1_GetBalanceRequest, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  getBalance(argument: _consult_credits_v1_GetBalanceRequest, callback: grpc.requestCallback<_consult_credits_v1_Balance__Output>): grpc.ClientUnaryCall;
  
  GetBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  GetBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  GetBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  GetBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  getBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  getBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  getBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  getBookingStates(argument: _consult_credits_v1_GetBookingStatesRequest, callback: grpc.requestCallback<_consult_credits_v1_GetBookingStatesResponse__Output>): grpc.ClientUnaryCall;
  
  GetLot(argument: _consult_credits_v1_GetLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  GetLot(argument: _consult_credits_v1_GetLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  GetLot(argument: _consult_credits_v1_GetLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  GetLot(argument: _consult_credits_v1_GetLotRequest, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  getLot(argument: _consult_credits_v1_GetLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  getLot(argument: _consult_credits_v1_GetLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  getLot(argument: _consult_credits_v1_GetLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  getLot(argument: _consult_credits_v1_GetLotRequest, callback: grpc.requestCallback<_consult_credits_v1_LotStanding__Output>): grpc.ClientUnaryCall;
  
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  GetStanding(argument: _consult_credits_v1_GetStandingRequest, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  getStanding(argument: _consult_credits_v1_GetStandingRequest, callback: grpc.requestCallback<_consult_credits_v1_Standing__Output>): grpc.ClientUnaryCall;
  
  GrantByHand(argument: _consult_credits_v1_GrantByHandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  GrantByHand(argument: _consult_credits_v1_GrantByHandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  GrantByHand(argument: _consult_credits_v1_GrantByHandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  GrantByHand(argument: _consult_credits_v1_GrantByHandRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  grantByHand(argument: _consult_credits_v1_GrantByHandRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  grantByHand(argument: _consult_credits_v1_GrantByHandRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  grantByHand(argument: _consult_credits_v1_GrantByHandRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  grantByHand(argument: _consult_credits_v1_GrantByHandRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  
  ListBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  ListBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  ListBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  ListBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  listBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  listBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  listBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  listBoughtLots(argument: _consult_credits_v1_ListBoughtLotsRequest, callback: grpc.requestCallback<_consult_credits_v1_ListBoughtLotsResponse__Output>): grpc.ClientUnaryCall;
  
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  ListLedger(argument: _consult_credits_v1_ListLedgerRequest, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  listLedger(argument: _consult_credits_v1_ListLedgerRequest, callback: grpc.requestCallback<_consult_credits_v1_ListLedgerResponse__Output>): grpc.ClientUnaryCall;
  
  ListOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  listOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  listOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  listOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  listOpenHolds(argument: _consult_credits_v1_ListOpenHoldsRequest, callback: grpc.requestCallback<_consult_credits_v1_ListOpenHoldsResponse__Output>): grpc.ClientUnaryCall;
  
  Release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  Release(argument: _consult_credits_v1_ReleaseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  release(argument: _consult_credits_v1_ReleaseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  
  ReportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  ReportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  ReportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  ReportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  reportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  reportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  reportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  reportRevenue(argument: _consult_credits_v1_ReportRevenueRequest, callback: grpc.requestCallback<_consult_credits_v1_RevenueReport__Output>): grpc.ClientUnaryCall;
  
  Reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  Reserve(argument: _consult_credits_v1_ReserveRequest, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  reserve(argument: _consult_credits_v1_ReserveRequest, callback: grpc.requestCallback<_consult_credits_v1_Reservation__Output>): grpc.ClientUnaryCall;
  
  ReverseUse(argument: _consult_credits_v1_ReverseUseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  ReverseUse(argument: _consult_credits_v1_ReverseUseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  ReverseUse(argument: _consult_credits_v1_ReverseUseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  ReverseUse(argument: _consult_credits_v1_ReverseUseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  reverseUse(argument: _consult_credits_v1_ReverseUseRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  reverseUse(argument: _consult_credits_v1_ReverseUseRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  reverseUse(argument: _consult_credits_v1_ReverseUseRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  reverseUse(argument: _consult_credits_v1_ReverseUseRequest, callback: grpc.requestCallback<_consult_credits_v1_ReleaseResponse__Output>): grpc.ClientUnaryCall;
  
  Revoke(argument: _consult_credits_v1_RevokeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  Revoke(argument: _consult_credits_v1_RevokeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  Revoke(argument: _consult_credits_v1_RevokeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  Revoke(argument: _consult_credits_v1_RevokeRequest, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  revoke(argument: _consult_credits_v1_RevokeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  revoke(argument: _consult_credits_v1_RevokeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  revoke(argument: _consult_credits_v1_RevokeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  revoke(argument: _consult_credits_v1_RevokeRequest, callback: grpc.requestCallback<_consult_credits_v1_RevokeResponse__Output>): grpc.ClientUnaryCall;
  
  SettleBooking(argument: _consult_credits_v1_BookingRef, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  SettleBooking(argument: _consult_credits_v1_BookingRef, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  SettleBooking(argument: _consult_credits_v1_BookingRef, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  SettleBooking(argument: _consult_credits_v1_BookingRef, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  settleBooking(argument: _consult_credits_v1_BookingRef, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  settleBooking(argument: _consult_credits_v1_BookingRef, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  settleBooking(argument: _consult_credits_v1_BookingRef, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  settleBooking(argument: _consult_credits_v1_BookingRef, callback: grpc.requestCallback<_consult_credits_v1_BookingCredits__Output>): grpc.ClientUnaryCall;
  
  VerifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  VerifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  VerifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  VerifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  verifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  verifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  verifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  verifyAccounts(argument: _consult_credits_v1_VerifyAccountsRequest, callback: grpc.requestCallback<_consult_credits_v1_VerifyAccountsResponse__Output>): grpc.ClientUnaryCall;
  
  VoidLot(argument: _consult_credits_v1_VoidLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  VoidLot(argument: _consult_credits_v1_VoidLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  VoidLot(argument: _consult_credits_v1_VoidLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  VoidLot(argument: _consult_credits_v1_VoidLotRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  voidLot(argument: _consult_credits_v1_VoidLotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  voidLot(argument: _consult_credits_v1_VoidLotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  voidLot(argument: _consult_credits_v1_VoidLotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  voidLot(argument: _consult_credits_v1_VoidLotRequest, callback: grpc.requestCallback<_consult_credits_v1_Lot__Output>): grpc.ClientUnaryCall;
  
}

export interface CreditsHandlers extends grpc.UntypedServiceImplementation {
  Adjust: grpc.handleUnaryCall<_consult_credits_v1_AdjustRequest__Output, _consult_credits_v1_Lot>;
  
  CheckAvailability: grpc.handleUnaryCall<_consult_credits_v1_CheckAvailabilityRequest__Output, _consult_credits_v1_CheckAvailabilityResponse>;
  
  ExtendLot: grpc.handleUnaryCall<_consult_credits_v1_ExtendLotRequest__Output, _consult_credits_v1_Lot>;
  
  GetBalance: grpc.handleUnaryCall<_consult_credits_v1_GetBalanceRequest__Output, _consult_credits_v1_Balance>;
  
  GetBookingStates: grpc.handleUnaryCall<_consult_credits_v1_GetBookingStatesRequest__Output, _consult_credits_v1_GetBookingStatesResponse>;
  
  GetLot: grpc.handleUnaryCall<_consult_credits_v1_GetLotRequest__Output, _consult_credits_v1_LotStanding>;
  
  GetStanding: grpc.handleUnaryCall<_consult_credits_v1_GetStandingRequest__Output, _consult_credits_v1_Standing>;
  
  GrantByHand: grpc.handleUnaryCall<_consult_credits_v1_GrantByHandRequest__Output, _consult_credits_v1_Lot>;
  
  ListBoughtLots: grpc.handleUnaryCall<_consult_credits_v1_ListBoughtLotsRequest__Output, _consult_credits_v1_ListBoughtLotsResponse>;
  
  ListLedger: grpc.handleUnaryCall<_consult_credits_v1_ListLedgerRequest__Output, _consult_credits_v1_ListLedgerResponse>;
  
  ListOpenHolds: grpc.handleUnaryCall<_consult_credits_v1_ListOpenHoldsRequest__Output, _consult_credits_v1_ListOpenHoldsResponse>;
  
  Release: grpc.handleUnaryCall<_consult_credits_v1_ReleaseRequest__Output, _consult_credits_v1_ReleaseResponse>;
  
  ReportRevenue: grpc.handleUnaryCall<_consult_credits_v1_ReportRevenueRequest__Output, _consult_credits_v1_RevenueReport>;
  
  Reserve: grpc.handleUnaryCall<_consult_credits_v1_ReserveRequest__Output, _consult_credits_v1_Reservation>;
  
  ReverseUse: grpc.handleUnaryCall<_consult_credits_v1_ReverseUseRequest__Output, _consult_credits_v1_ReleaseResponse>;
  
  Revoke: grpc.handleUnaryCall<_consult_credits_v1_RevokeRequest__Output, _consult_credits_v1_RevokeResponse>;
  
  SettleBooking: grpc.handleUnaryCall<_consult_credits_v1_BookingRef__Output, _consult_credits_v1_BookingCredits>;
  
  VerifyAccounts: grpc.handleUnaryCall<_consult_credits_v1_VerifyAccountsRequest__Output, _consult_credits_v1_VerifyAccountsResponse>;
  
  VoidLot: grpc.handleUnaryCall<_consult_credits_v1_VoidLotRequest__Output, _consult_credits_v1_Lot>;
  
}

export interface CreditsDefinition extends grpc.ServiceDefinition {
  Adjust: MethodDefinition<_consult_credits_v1_AdjustRequest, _consult_credits_v1_Lot, _consult_credits_v1_AdjustRequest__Output, _consult_credits_v1_Lot__Output>
  CheckAvailability: MethodDefinition<_consult_credits_v1_CheckAvailabilityRequest, _consult_credits_v1_CheckAvailabilityResponse, _consult_credits_v1_CheckAvailabilityRequest__Output, _consult_credits_v1_CheckAvailabilityResponse__Output>
  ExtendLot: MethodDefinition<_consult_credits_v1_ExtendLotRequest, _consult_credits_v1_Lot, _consult_credits_v1_ExtendLotRequest__Output, _consult_credits_v1_Lot__Output>
  GetBalance: MethodDefinition<_consult_credits_v1_GetBalanceRequest, _consult_credits_v1_Balance, _consult_credits_v1_GetBalanceRequest__Output, _consult_credits_v1_Balance__Output>
  GetBookingStates: MethodDefinition<_consult_credits_v1_GetBookingStatesRequest, _consult_credits_v1_GetBookingStatesResponse, _consult_credits_v1_GetBookingStatesRequest__Output, _consult_credits_v1_GetBookingStatesResponse__Output>
  GetLot: MethodDefinition<_consult_credits_v1_GetLotRequest, _consult_credits_v1_LotStanding, _consult_credits_v1_GetLotRequest__Output, _consult_credits_v1_LotStanding__Output>
  GetStanding: MethodDefinition<_consult_credits_v1_GetStandingRequest, _consult_credits_v1_Standing, _consult_credits_v1_GetStandingRequest__Output, _consult_credits_v1_Standing__Output>
  GrantByHand: MethodDefinition<_consult_credits_v1_GrantByHandRequest, _consult_credits_v1_Lot, _consult_credits_v1_GrantByHandRequest__Output, _consult_credits_v1_Lot__Output>
  ListBoughtLots: MethodDefinition<_consult_credits_v1_ListBoughtLotsRequest, _consult_credits_v1_ListBoughtLotsResponse, _consult_credits_v1_ListBoughtLotsRequest__Output, _consult_credits_v1_ListBoughtLotsResponse__Output>
  ListLedger: MethodDefinition<_consult_credits_v1_ListLedgerRequest, _consult_credits_v1_ListLedgerResponse, _consult_credits_v1_ListLedgerRequest__Output, _consult_credits_v1_ListLedgerResponse__Output>
  ListOpenHolds: MethodDefinition<_consult_credits_v1_ListOpenHoldsRequest, _consult_credits_v1_ListOpenHoldsResponse, _consult_credits_v1_ListOpenHoldsRequest__Output, _consult_credits_v1_ListOpenHoldsResponse__Output>
  Release: MethodDefinition<_consult_credits_v1_ReleaseRequest, _consult_credits_v1_ReleaseResponse, _consult_credits_v1_ReleaseRequest__Output, _consult_credits_v1_ReleaseResponse__Output>
  ReportRevenue: MethodDefinition<_consult_credits_v1_ReportRevenueRequest, _consult_credits_v1_RevenueReport, _consult_credits_v1_ReportRevenueRequest__Output, _consult_credits_v1_RevenueReport__Output>
  Reserve: MethodDefinition<_consult_credits_v1_ReserveRequest, _consult_credits_v1_Reservation, _consult_credits_v1_ReserveRequest__Output, _consult_credits_v1_Reservation__Output>
  ReverseUse: MethodDefinition<_consult_credits_v1_ReverseUseRequest, _consult_credits_v1_ReleaseResponse, _consult_credits_v1_ReverseUseRequest__Output, _consult_credits_v1_ReleaseResponse__Output>
  Revoke: MethodDefinition<_consult_credits_v1_RevokeRequest, _consult_credits_v1_RevokeResponse, _consult_credits_v1_RevokeRequest__Output, _consult_credits_v1_RevokeResponse__Output>
  SettleBooking: MethodDefinition<_consult_credits_v1_BookingRef, _consult_credits_v1_BookingCredits, _consult_credits_v1_BookingRef__Output, _consult_credits_v1_BookingCredits__Output>
  VerifyAccounts: MethodDefinition<_consult_credits_v1_VerifyAccountsRequest, _consult_credits_v1_VerifyAccountsResponse, _consult_credits_v1_VerifyAccountsRequest__Output, _consult_credits_v1_VerifyAccountsResponse__Output>
  VoidLot: MethodDefinition<_consult_credits_v1_VoidLotRequest, _consult_credits_v1_Lot, _consult_credits_v1_VoidLotRequest__Output, _consult_credits_v1_Lot__Output>
}
