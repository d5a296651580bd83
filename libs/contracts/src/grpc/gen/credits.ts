import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';
import type { AccountFinding as _consult_credits_v1_AccountFinding, AccountFinding__Output as _consult_credits_v1_AccountFinding__Output } from './consult/credits/v1/AccountFinding.ts';
import type { AdjustRequest as _consult_credits_v1_AdjustRequest, AdjustRequest__Output as _consult_credits_v1_AdjustRequest__Output } from './consult/credits/v1/AdjustRequest.ts';
import type { Balance as _consult_credits_v1_Balance, Balance__Output as _consult_credits_v1_Balance__Output } from './consult/credits/v1/Balance.ts';
import type { BookingCredits as _consult_credits_v1_BookingCredits, BookingCredits__Output as _consult_credits_v1_BookingCredits__Output } from './consult/credits/v1/BookingCredits.ts';
import type { BookingRef as _consult_credits_v1_BookingRef, BookingRef__Output as _consult_credits_v1_BookingRef__Output } from './consult/credits/v1/BookingRef.ts';
import type { BoughtLot as _consult_credits_v1_BoughtLot, BoughtLot__Output as _consult_credits_v1_BoughtLot__Output } from './consult/credits/v1/BoughtLot.ts';
import type { CheckAvailabilityRequest as _consult_credits_v1_CheckAvailabilityRequest, CheckAvailabilityRequest__Output as _consult_credits_v1_CheckAvailabilityRequest__Output } from './consult/credits/v1/CheckAvailabilityRequest.ts';
import type { CheckAvailabilityResponse as _consult_credits_v1_CheckAvailabilityResponse, CheckAvailabilityResponse__Output as _consult_credits_v1_CheckAvailabilityResponse__Output } from './consult/credits/v1/CheckAvailabilityResponse.ts';
import type { CreditsClient as _consult_credits_v1_CreditsClient, CreditsDefinition as _consult_credits_v1_CreditsDefinition } from './consult/credits/v1/Credits.ts';
import type { DeferredRow as _consult_credits_v1_DeferredRow, DeferredRow__Output as _consult_credits_v1_DeferredRow__Output } from './consult/credits/v1/DeferredRow.ts';
import type { Difference as _consult_credits_v1_Difference, Difference__Output as _consult_credits_v1_Difference__Output } from './consult/credits/v1/Difference.ts';
import type { ExtendLotRequest as _consult_credits_v1_ExtendLotRequest, ExtendLotRequest__Output as _consult_credits_v1_ExtendLotRequest__Output } from './consult/credits/v1/ExtendLotRequest.ts';
import type { FreeTrial as _consult_credits_v1_FreeTrial, FreeTrial__Output as _consult_credits_v1_FreeTrial__Output } from './consult/credits/v1/FreeTrial.ts';
import type { GetBalanceRequest as _consult_credits_v1_GetBalanceRequest, GetBalanceRequest__Output as _consult_credits_v1_GetBalanceRequest__Output } from './consult/credits/v1/GetBalanceRequest.ts';
import type { GetBookingStatesRequest as _consult_credits_v1_GetBookingStatesRequest, GetBookingStatesRequest__Output as _consult_credits_v1_GetBookingStatesRequest__Output } from './consult/credits/v1/GetBookingStatesRequest.ts';
import type { GetBookingStatesResponse as _consult_credits_v1_GetBookingStatesResponse, GetBookingStatesResponse__Output as _consult_credits_v1_GetBookingStatesResponse__Output } from './consult/credits/v1/GetBookingStatesResponse.ts';
import type { GetLotRequest as _consult_credits_v1_GetLotRequest, GetLotRequest__Output as _consult_credits_v1_GetLotRequest__Output } from './consult/credits/v1/GetLotRequest.ts';
import type { GetStandingRequest as _consult_credits_v1_GetStandingRequest, GetStandingRequest__Output as _consult_credits_v1_GetStandingRequest__Output } from './consult/credits/v1/GetStandingRequest.ts';
import type { GrantByHandRequest as _consult_credits_v1_GrantByHandRequest, GrantByHandRequest__Output as _consult_credits_v1_GrantByHandRequest__Output } from './consult/credits/v1/GrantByHandRequest.ts';
import type { Lifetime as _consult_credits_v1_Lifetime, Lifetime__Output as _consult_credits_v1_Lifetime__Output } from './consult/credits/v1/Lifetime.ts';
import type { ListBoughtLotsRequest as _consult_credits_v1_ListBoughtLotsRequest, ListBoughtLotsRequest__Output as _consult_credits_v1_ListBoughtLotsRequest__Output } from './consult/credits/v1/ListBoughtLotsRequest.ts';
import type { ListBoughtLotsResponse as _consult_credits_v1_ListBoughtLotsResponse, ListBoughtLotsResponse__Output as _consult_credits_v1_ListBoughtLotsResponse__Output } from './consult/credits/v1/ListBoughtLotsResponse.ts';
import type { ListLedgerRequest as _consult_credits_v1_ListLedgerRequest, ListLedgerRequest__Output as _consult_credits_v1_ListLedgerRequest__Output } from './consult/credits/v1/ListLedgerRequest.ts';
import type { ListLedgerResponse as _consult_credits_v1_ListLedgerResponse, ListLedgerResponse__Output as _consult_credits_v1_ListLedgerResponse__Output } from './consult/credits/v1/ListLedgerResponse.ts';
import type { ListOpenHoldsRequest as _consult_credits_v1_ListOpenHoldsRequest, ListOpenHoldsRequest__Output as _consult_credits_v1_ListOpenHoldsRequest__Output } from './consult/credits/v1/ListOpenHoldsRequest.ts';
import type { ListOpenHoldsResponse as _consult_credits_v1_ListOpenHoldsResponse, ListOpenHoldsResponse__Output as _consult_credits_v1_ListOpenHoldsResponse__Output } from './consult/credits/v1/ListOpenHoldsResponse.ts';
import type { Lot as _consult_credits_v1_Lot, Lot__Output as _consult_credits_v1_Lot__Output } from './consult/credits/v1/Lot.ts';
import type { LotStanding as _consult_credits_v1_LotStanding, LotStanding__Output as _consult_credits_v1_LotStanding__Output } from './consult/credits/v1/LotStanding.ts';
import type { Movement as _consult_credits_v1_Movement, Movement__Output as _consult_credits_v1_Movement__Output } from './consult/credits/v1/Movement.ts';
import type { Offer as _consult_credits_v1_Offer, Offer__Output as _consult_credits_v1_Offer__Output } from './consult/credits/v1/Offer.ts';
import type { ReleaseRequest as _consult_credits_v1_ReleaseRequest, ReleaseRequest__Output as _consult_credits_v1_ReleaseRequest__Output } from './consult/credits/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _consult_credits_v1_ReleaseResponse, ReleaseResponse__Output as _consult_credits_v1_ReleaseResponse__Output } from './consult/credits/v1/ReleaseResponse.ts';
import type { ReportRevenueRequest as _consult_credits_v1_ReportRevenueRequest, ReportRevenueRequest__Output as _consult_credits_v1_ReportRevenueRequest__Output } from './consult/credits/v1/ReportRevenueRequest.ts';
import type { Reservation as _consult_credits_v1_Reservation, Reservation__Output as _consult_credits_v1_Reservation__Output } from './consult/credits/v1/Reservation.ts';
import type { ReserveRequest as _consult_credits_v1_ReserveRequest, ReserveRequest__Output as _consult_credits_v1_ReserveRequest__Output } from './consult/credits/v1/ReserveRequest.ts';
import type { RevenueReport as _consult_credits_v1_RevenueReport, RevenueReport__Output as _consult_credits_v1_RevenueReport__Output } from './consult/credits/v1/RevenueReport.ts';
import type { RevenueRow as _consult_credits_v1_RevenueRow, RevenueRow__Output as _consult_credits_v1_RevenueRow__Output } from './consult/credits/v1/RevenueRow.ts';
import type { ReverseUseRequest as _consult_credits_v1_ReverseUseRequest, ReverseUseRequest__Output as _consult_credits_v1_ReverseUseRequest__Output } from './consult/credits/v1/ReverseUseRequest.ts';
import type { RevokeRequest as _consult_credits_v1_RevokeRequest, RevokeRequest__Output as _consult_credits_v1_RevokeRequest__Output } from './consult/credits/v1/RevokeRequest.ts';
import type { RevokeResponse as _consult_credits_v1_RevokeResponse, RevokeResponse__Output as _consult_credits_v1_RevokeResponse__Output } from './consult/credits/v1/RevokeResponse.ts';
import type { Standing as _consult_credits_v1_Standing, Standing__Output as _consult_credits_v1_Standing__Output } from './consult/credits/v1/Standing.ts';
import type { VerifyAccountsRequest as _consult_credits_v1_VerifyAccountsRequest, VerifyAccountsRequest__Output as _consult_credits_v1_VerifyAccountsRequest__Output } from './consult/credits/v1/VerifyAccountsRequest.ts';
import type { VerifyAccountsResponse as _consult_credits_v1_VerifyAccountsResponse, VerifyAccountsResponse__Output as _consult_credits_v1_VerifyAccountsResponse__Output } from './consult/credits/v1/VerifyAccountsResponse.ts';
import type { VoidLotRequest as _consult_credits_v1_VoidLotRequest, VoidLotRequest__Output as _consult_credits_v1_VoidLotRequest__Output } from './consult/credits/v1/VoidLotRequest.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  consult: {
    common: {
      v1: {
        Empty: MessageTypeDefinition<_consult_common_v1_Empty, _consult_common_v1_Empty__Output>
        PageInfo: MessageTypeDefinition<_consult_common_v1_PageInfo, _consult_common_v1_PageInfo__Output>
        PageRequest: MessageTypeDefinition<_consult_common_v1_PageRequest, _consult_common_v1_PageRequest__Output>
      }
    }
    credits: {
      v1: {
        AccountFinding: MessageTypeDefinition<_consult_credits_v1_AccountFinding, _consult_credits_v1_AccountFinding__Output>
        AdjustRequest: MessageTypeDefinition<_consult_credits_v1_AdjustRequest, _consult_credits_v1_AdjustRequest__Output>
        Balance: MessageTypeDefinition<_consult_credits_v1_Balance, _consult_credits_v1_Balance__Output>
        BookingCredits: MessageTypeDefinition<_consult_credits_v1_BookingCredits, _consult_credits_v1_BookingCredits__Output>
        BookingRef: MessageTypeDefinition<_consult_credits_v1_BookingRef, _consult_credits_v1_BookingRef__Output>
        BoughtLot: MessageTypeDefinition<_consult_credits_v1_BoughtLot, _consult_credits_v1_BoughtLot__Output>
        CheckAvailabilityRequest: MessageTypeDefinition<_consult_credits_v1_CheckAvailabilityRequest, _consult_credits_v1_CheckAvailabilityRequest__Output>
        CheckAvailabilityResponse: MessageTypeDefinition<_consult_credits_v1_CheckAvailabilityResponse, _consult_credits_v1_CheckAvailabilityResponse__Output>
        Credits: SubtypeConstructor<typeof grpc.Client, _consult_credits_v1_CreditsClient> & { service: _consult_credits_v1_CreditsDefinition }
        DeferredRow: MessageTypeDefinition<_consult_credits_v1_DeferredRow, _consult_credits_v1_DeferredRow__Output>
        Difference: MessageTypeDefinition<_consult_credits_v1_Difference, _consult_credits_v1_Difference__Output>
        ExtendLotRequest: MessageTypeDefinition<_consult_credits_v1_ExtendLotRequest, _consult_credits_v1_ExtendLotRequest__Output>
        FreeTrial: MessageTypeDefinition<_consult_credits_v1_FreeTrial, _consult_credits_v1_FreeTrial__Output>
        GetBalanceRequest: MessageTypeDefinition<_consult_credits_v1_GetBalanceRequest, _consult_credits_v1_GetBalanceRequest__Output>
        GetBookingStatesRequest: MessageTypeDefinition<_consult_credits_v1_GetBookingStatesRequest, _consult_credits_v1_GetBookingStatesRequest__Output>
        GetBookingStatesResponse: MessageTypeDefinition<_consult_credits_v1_GetBookingStatesResponse, _consult_credits_v1_GetBookingStatesResponse__Output>
        GetLotRequest: MessageTypeDefinition<_consult_credits_v1_GetLotRequest, _consult_credits_v1_GetLotRequest__Output>
        GetStandingRequest: MessageTypeDefinition<_consult_credits_v1_GetStandingRequest, _consult_credits_v1_GetStandingRequest__Output>
        GrantByHandRequest: MessageTypeDefinition<_consult_credits_v1_GrantByHandRequest, _consult_credits_v1_GrantByHandRequest__Output>
        Lifetime: MessageTypeDefinition<_consult_credits_v1_Lifetime, _consult_credits_v1_Lifetime__Output>
        ListBoughtLotsRequest: MessageTypeDefinition<_consult_credits_v1_ListBoughtLotsRequest, _consult_credits_v1_ListBoughtLotsRequest__Output>
        ListBoughtLotsResponse: MessageTypeDefinition<_consult_credits_v1_ListBoughtLotsResponse, _consult_credits_v1_ListBoughtLotsResponse__Output>
        ListLedgerRequest: MessageTypeDefinition<_consult_credits_v1_ListLedgerRequest, _consult_credits_v1_ListLedgerRequest__Output>
        ListLedgerResponse: MessageTypeDefinition<_consult_credits_v1_ListLedgerResponse, _consult_credits_v1_ListLedgerResponse__Output>
        ListOpenHoldsRequest: MessageTypeDefinition<_consult_credits_v1_ListOpenHoldsRequest, _consult_credits_v1_ListOpenHoldsRequest__Output>
        ListOpenHoldsResponse: MessageTypeDefinition<_consult_credits_v1_ListOpenHoldsResponse, _consult_credits_v1_ListOpenHoldsResponse__Output>
        Lot: MessageTypeDefinition<_consult_credits_v1_Lot, _consult_credits_v1_Lot__Output>
        LotStanding: MessageTypeDefinition<_consult_credits_v1_LotStanding, _consult_credits_v1_LotStanding__Output>
        Movement: MessageTypeDefinition<_consult_credits_v1_Movement, _consult_credits_v1_Movement__Output>
        Offer: MessageTypeDefinition<_consult_credits_v1_Offer, _consult_credits_v1_Offer__Output>
        ReleaseRequest: MessageTypeDefinition<_consult_credits_v1_ReleaseRequest, _consult_credits_v1_ReleaseRequest__Output>
        ReleaseResponse: MessageTypeDefinition<_consult_credits_v1_ReleaseResponse, _consult_credits_v1_ReleaseResponse__Output>
        ReportRevenueRequest: MessageTypeDefinition<_consult_credits_v1_ReportRevenueRequest, _consult_credits_v1_ReportRevenueRequest__Output>
        Reservation: MessageTypeDefinition<_consult_credits_v1_Reservation, _consult_credits_v1_Reservation__Output>
        ReserveRequest: MessageTypeDefinition<_consult_credits_v1_ReserveRequest, _consult_credits_v1_ReserveRequest__Output>
        RevenueReport: MessageTypeDefinition<_consult_credits_v1_RevenueReport, _consult_credits_v1_RevenueReport__Output>
        RevenueRow: MessageTypeDefinition<_consult_credits_v1_RevenueRow, _consult_credits_v1_RevenueRow__Output>
        ReverseUseRequest: MessageTypeDefinition<_consult_credits_v1_ReverseUseRequest, _consult_credits_v1_ReverseUseRequest__Output>
        RevokeRequest: MessageTypeDefinition<_consult_credits_v1_RevokeRequest, _consult_credits_v1_RevokeRequest__Output>
        RevokeResponse: MessageTypeDefinition<_consult_credits_v1_RevokeResponse, _consult_credits_v1_RevokeResponse__Output>
        Standing: MessageTypeDefinition<_consult_credits_v1_Standing, _consult_credits_v1_Standing__Output>
        VerifyAccountsRequest: MessageTypeDefinition<_consult_credits_v1_VerifyAccountsRequest, _consult_credits_v1_VerifyAccountsRequest__Output>
        VerifyAccountsResponse: MessageTypeDefinition<_consult_credits_v1_VerifyAccountsResponse, _consult_credits_v1_VerifyAccountsResponse__Output>
        VoidLotRequest: MessageTypeDefinition<_consult_credits_v1_VoidLotRequest, _consult_credits_v1_VoidLotRequest__Output>
      }
    }
  }
}

