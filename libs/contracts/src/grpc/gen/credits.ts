import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';
import type { Balance as _consult_credits_v1_Balance, Balance__Output as _consult_credits_v1_Balance__Output } from './consult/credits/v1/Balance.ts';
import type { CheckAvailabilityRequest as _consult_credits_v1_CheckAvailabilityRequest, CheckAvailabilityRequest__Output as _consult_credits_v1_CheckAvailabilityRequest__Output } from './consult/credits/v1/CheckAvailabilityRequest.ts';
import type { CheckAvailabilityResponse as _consult_credits_v1_CheckAvailabilityResponse, CheckAvailabilityResponse__Output as _consult_credits_v1_CheckAvailabilityResponse__Output } from './consult/credits/v1/CheckAvailabilityResponse.ts';
import type { CreditsClient as _consult_credits_v1_CreditsClient, CreditsDefinition as _consult_credits_v1_CreditsDefinition } from './consult/credits/v1/Credits.ts';
import type { FreeTrial as _consult_credits_v1_FreeTrial, FreeTrial__Output as _consult_credits_v1_FreeTrial__Output } from './consult/credits/v1/FreeTrial.ts';
import type { GetBalanceRequest as _consult_credits_v1_GetBalanceRequest, GetBalanceRequest__Output as _consult_credits_v1_GetBalanceRequest__Output } from './consult/credits/v1/GetBalanceRequest.ts';
import type { GetStandingRequest as _consult_credits_v1_GetStandingRequest, GetStandingRequest__Output as _consult_credits_v1_GetStandingRequest__Output } from './consult/credits/v1/GetStandingRequest.ts';
import type { Lifetime as _consult_credits_v1_Lifetime, Lifetime__Output as _consult_credits_v1_Lifetime__Output } from './consult/credits/v1/Lifetime.ts';
import type { ListLedgerRequest as _consult_credits_v1_ListLedgerRequest, ListLedgerRequest__Output as _consult_credits_v1_ListLedgerRequest__Output } from './consult/credits/v1/ListLedgerRequest.ts';
import type { ListLedgerResponse as _consult_credits_v1_ListLedgerResponse, ListLedgerResponse__Output as _consult_credits_v1_ListLedgerResponse__Output } from './consult/credits/v1/ListLedgerResponse.ts';
import type { Lot as _consult_credits_v1_Lot, Lot__Output as _consult_credits_v1_Lot__Output } from './consult/credits/v1/Lot.ts';
import type { Movement as _consult_credits_v1_Movement, Movement__Output as _consult_credits_v1_Movement__Output } from './consult/credits/v1/Movement.ts';
import type { ReleaseRequest as _consult_credits_v1_ReleaseRequest, ReleaseRequest__Output as _consult_credits_v1_ReleaseRequest__Output } from './consult/credits/v1/ReleaseRequest.ts';
import type { ReleaseResponse as _consult_credits_v1_ReleaseResponse, ReleaseResponse__Output as _consult_credits_v1_ReleaseResponse__Output } from './consult/credits/v1/ReleaseResponse.ts';
import type { Reservation as _consult_credits_v1_Reservation, Reservation__Output as _consult_credits_v1_Reservation__Output } from './consult/credits/v1/Reservation.ts';
import type { ReserveRequest as _consult_credits_v1_ReserveRequest, ReserveRequest__Output as _consult_credits_v1_ReserveRequest__Output } from './consult/credits/v1/ReserveRequest.ts';
import type { Standing as _consult_credits_v1_Standing, Standing__Output as _consult_credits_v1_Standing__Output } from './consult/credits/v1/Standing.ts';

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
        Balance: MessageTypeDefinition<_consult_credits_v1_Balance, _consult_credits_v1_Balance__Output>
        CheckAvailabilityRequest: MessageTypeDefinition<_consult_credits_v1_CheckAvailabilityRequest, _consult_credits_v1_CheckAvailabilityRequest__Output>
        CheckAvailabilityResponse: MessageTypeDefinition<_consult_credits_v1_CheckAvailabilityResponse, _consult_credits_v1_CheckAvailabilityResponse__Output>
        Credits: SubtypeConstructor<typeof grpc.Client, _consult_credits_v1_CreditsClient> & { service: _consult_credits_v1_CreditsDefinition }
        FreeTrial: MessageTypeDefinition<_consult_credits_v1_FreeTrial, _consult_credits_v1_FreeTrial__Output>
        GetBalanceRequest: MessageTypeDefinition<_consult_credits_v1_GetBalanceRequest, _consult_credits_v1_GetBalanceRequest__Output>
        GetStandingRequest: MessageTypeDefinition<_consult_credits_v1_GetStandingRequest, _consult_credits_v1_GetStandingRequest__Output>
        Lifetime: MessageTypeDefinition<_consult_credits_v1_Lifetime, _consult_credits_v1_Lifetime__Output>
        ListLedgerRequest: MessageTypeDefinition<_consult_credits_v1_ListLedgerRequest, _consult_credits_v1_ListLedgerRequest__Output>
        ListLedgerResponse: MessageTypeDefinition<_consult_credits_v1_ListLedgerResponse, _consult_credits_v1_ListLedgerResponse__Output>
        Lot: MessageTypeDefinition<_consult_credits_v1_Lot, _consult_credits_v1_Lot__Output>
        Movement: MessageTypeDefinition<_consult_credits_v1_Movement, _consult_credits_v1_Movement__Output>
        ReleaseRequest: MessageTypeDefinition<_consult_credits_v1_ReleaseRequest, _consult_credits_v1_ReleaseRequest__Output>
        ReleaseResponse: MessageTypeDefinition<_consult_credits_v1_ReleaseResponse, _consult_credits_v1_ReleaseResponse__Output>
        Reservation: MessageTypeDefinition<_consult_credits_v1_Reservation, _consult_credits_v1_Reservation__Output>
        ReserveRequest: MessageTypeDefinition<_consult_credits_v1_ReserveRequest, _consult_credits_v1_ReserveRequest__Output>
        Standing: MessageTypeDefinition<_consult_credits_v1_Standing, _consult_credits_v1_Standing__Output>
      }
    }
  }
}

