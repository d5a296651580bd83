import type * as grpc from '@grpc/grpc-js';
import type { MessageTypeDefinition } from '@grpc/proto-loader';

import type { Empty as _consult_common_v1_Empty, Empty__Output as _consult_common_v1_Empty__Output } from './consult/common/v1/Empty.ts';
import type { PageInfo as _consult_common_v1_PageInfo, PageInfo__Output as _consult_common_v1_PageInfo__Output } from './consult/common/v1/PageInfo.ts';
import type { PageRequest as _consult_common_v1_PageRequest, PageRequest__Output as _consult_common_v1_PageRequest__Output } from './consult/common/v1/PageRequest.ts';
import type { AcknowledgeDeliverableRequest as _consult_scheduling_v1_AcknowledgeDeliverableRequest, AcknowledgeDeliverableRequest__Output as _consult_scheduling_v1_AcknowledgeDeliverableRequest__Output } from './consult/scheduling/v1/AcknowledgeDeliverableRequest.ts';
import type { AddDeliverableRequest as _consult_scheduling_v1_AddDeliverableRequest, AddDeliverableRequest__Output as _consult_scheduling_v1_AddDeliverableRequest__Output } from './consult/scheduling/v1/AddDeliverableRequest.ts';
import type { AddOverrideRequest as _consult_scheduling_v1_AddOverrideRequest, AddOverrideRequest__Output as _consult_scheduling_v1_AddOverrideRequest__Output } from './consult/scheduling/v1/AddOverrideRequest.ts';
import type { AddTimeOffRequest as _consult_scheduling_v1_AddTimeOffRequest, AddTimeOffRequest__Output as _consult_scheduling_v1_AddTimeOffRequest__Output } from './consult/scheduling/v1/AddTimeOffRequest.ts';
import type { Availability as _consult_scheduling_v1_Availability, Availability__Output as _consult_scheduling_v1_Availability__Output } from './consult/scheduling/v1/Availability.ts';
import type { BookRequest as _consult_scheduling_v1_BookRequest, BookRequest__Output as _consult_scheduling_v1_BookRequest__Output } from './consult/scheduling/v1/BookRequest.ts';
import type { BookingQuote as _consult_scheduling_v1_BookingQuote, BookingQuote__Output as _consult_scheduling_v1_BookingQuote__Output } from './consult/scheduling/v1/BookingQuote.ts';
import type { BookingState as _consult_scheduling_v1_BookingState, BookingState__Output as _consult_scheduling_v1_BookingState__Output } from './consult/scheduling/v1/BookingState.ts';
import type { Calendar as _consult_scheduling_v1_Calendar, Calendar__Output as _consult_scheduling_v1_Calendar__Output } from './consult/scheduling/v1/Calendar.ts';
import type { CalendarLink as _consult_scheduling_v1_CalendarLink, CalendarLink__Output as _consult_scheduling_v1_CalendarLink__Output } from './consult/scheduling/v1/CalendarLink.ts';
import type { CalendarLinkRequest as _consult_scheduling_v1_CalendarLinkRequest, CalendarLinkRequest__Output as _consult_scheduling_v1_CalendarLinkRequest__Output } from './consult/scheduling/v1/CalendarLinkRequest.ts';
import type { CancellationQuote as _consult_scheduling_v1_CancellationQuote, CancellationQuote__Output as _consult_scheduling_v1_CancellationQuote__Output } from './consult/scheduling/v1/CancellationQuote.ts';
import type { ChangeDeliverableRequest as _consult_scheduling_v1_ChangeDeliverableRequest, ChangeDeliverableRequest__Output as _consult_scheduling_v1_ChangeDeliverableRequest__Output } from './consult/scheduling/v1/ChangeDeliverableRequest.ts';
import type { ClientFeedback as _consult_scheduling_v1_ClientFeedback, ClientFeedback__Output as _consult_scheduling_v1_ClientFeedback__Output } from './consult/scheduling/v1/ClientFeedback.ts';
import type { ClientFeedbackRequest as _consult_scheduling_v1_ClientFeedbackRequest, ClientFeedbackRequest__Output as _consult_scheduling_v1_ClientFeedbackRequest__Output } from './consult/scheduling/v1/ClientFeedbackRequest.ts';
import type { ClientName as _consult_scheduling_v1_ClientName, ClientName__Output as _consult_scheduling_v1_ClientName__Output } from './consult/scheduling/v1/ClientName.ts';
import type { CompleteRequest as _consult_scheduling_v1_CompleteRequest, CompleteRequest__Output as _consult_scheduling_v1_CompleteRequest__Output } from './consult/scheduling/v1/CompleteRequest.ts';
import type { Consultant as _consult_scheduling_v1_Consultant, Consultant__Output as _consult_scheduling_v1_Consultant__Output } from './consult/scheduling/v1/Consultant.ts';
import type { ConsultantFeedback as _consult_scheduling_v1_ConsultantFeedback, ConsultantFeedback__Output as _consult_scheduling_v1_ConsultantFeedback__Output } from './consult/scheduling/v1/ConsultantFeedback.ts';
import type { ConsultantFeedbackRequest as _consult_scheduling_v1_ConsultantFeedbackRequest, ConsultantFeedbackRequest__Output as _consult_scheduling_v1_ConsultantFeedbackRequest__Output } from './consult/scheduling/v1/ConsultantFeedbackRequest.ts';
import type { ConsultantMetrics as _consult_scheduling_v1_ConsultantMetrics, ConsultantMetrics__Output as _consult_scheduling_v1_ConsultantMetrics__Output } from './consult/scheduling/v1/ConsultantMetrics.ts';
import type { ConsultantName as _consult_scheduling_v1_ConsultantName, ConsultantName__Output as _consult_scheduling_v1_ConsultantName__Output } from './consult/scheduling/v1/ConsultantName.ts';
import type { ConsultantSlot as _consult_scheduling_v1_ConsultantSlot, ConsultantSlot__Output as _consult_scheduling_v1_ConsultantSlot__Output } from './consult/scheduling/v1/ConsultantSlot.ts';
import type { Consultation as _consult_scheduling_v1_Consultation, Consultation__Output as _consult_scheduling_v1_Consultation__Output } from './consult/scheduling/v1/Consultation.ts';
import type { ConsultationBilling as _consult_scheduling_v1_ConsultationBilling, ConsultationBilling__Output as _consult_scheduling_v1_ConsultationBilling__Output } from './consult/scheduling/v1/ConsultationBilling.ts';
import type { ConsultationDetails as _consult_scheduling_v1_ConsultationDetails, ConsultationDetails__Output as _consult_scheduling_v1_ConsultationDetails__Output } from './consult/scheduling/v1/ConsultationDetails.ts';
import type { ConsultationStatus as _consult_scheduling_v1_ConsultationStatus, ConsultationStatus__Output as _consult_scheduling_v1_ConsultationStatus__Output } from './consult/scheduling/v1/ConsultationStatus.ts';
import type { ConsultationTrail as _consult_scheduling_v1_ConsultationTrail, ConsultationTrail__Output as _consult_scheduling_v1_ConsultationTrail__Output } from './consult/scheduling/v1/ConsultationTrail.ts';
import type { CreateConsultantRequest as _consult_scheduling_v1_CreateConsultantRequest, CreateConsultantRequest__Output as _consult_scheduling_v1_CreateConsultantRequest__Output } from './consult/scheduling/v1/CreateConsultantRequest.ts';
import type { DateOverride as _consult_scheduling_v1_DateOverride, DateOverride__Output as _consult_scheduling_v1_DateOverride__Output } from './consult/scheduling/v1/DateOverride.ts';
import type { DateRange as _consult_scheduling_v1_DateRange, DateRange__Output as _consult_scheduling_v1_DateRange__Output } from './consult/scheduling/v1/DateRange.ts';
import type { DayHours as _consult_scheduling_v1_DayHours, DayHours__Output as _consult_scheduling_v1_DayHours__Output } from './consult/scheduling/v1/DayHours.ts';
import type { Deliverable as _consult_scheduling_v1_Deliverable, Deliverable__Output as _consult_scheduling_v1_Deliverable__Output } from './consult/scheduling/v1/Deliverable.ts';
import type { DeliverableInput as _consult_scheduling_v1_DeliverableInput, DeliverableInput__Output as _consult_scheduling_v1_DeliverableInput__Output } from './consult/scheduling/v1/DeliverableInput.ts';
import type { EarningsRequest as _consult_scheduling_v1_EarningsRequest, EarningsRequest__Output as _consult_scheduling_v1_EarningsRequest__Output } from './consult/scheduling/v1/EarningsRequest.ts';
import type { EarningsSummary as _consult_scheduling_v1_EarningsSummary, EarningsSummary__Output as _consult_scheduling_v1_EarningsSummary__Output } from './consult/scheduling/v1/EarningsSummary.ts';
import type { ExplainSlotsResponse as _consult_scheduling_v1_ExplainSlotsResponse, ExplainSlotsResponse__Output as _consult_scheduling_v1_ExplainSlotsResponse__Output } from './consult/scheduling/v1/ExplainSlotsResponse.ts';
import type { ExplainedDay as _consult_scheduling_v1_ExplainedDay, ExplainedDay__Output as _consult_scheduling_v1_ExplainedDay__Output } from './consult/scheduling/v1/ExplainedDay.ts';
import type { Feedback as _consult_scheduling_v1_Feedback, Feedback__Output as _consult_scheduling_v1_Feedback__Output } from './consult/scheduling/v1/Feedback.ts';
import type { FenceRequest as _consult_scheduling_v1_FenceRequest, FenceRequest__Output as _consult_scheduling_v1_FenceRequest__Output } from './consult/scheduling/v1/FenceRequest.ts';
import type { FenceResponse as _consult_scheduling_v1_FenceResponse, FenceResponse__Output as _consult_scheduling_v1_FenceResponse__Output } from './consult/scheduling/v1/FenceResponse.ts';
import type { FindFirstSlotsRequest as _consult_scheduling_v1_FindFirstSlotsRequest, FindFirstSlotsRequest__Output as _consult_scheduling_v1_FindFirstSlotsRequest__Output } from './consult/scheduling/v1/FindFirstSlotsRequest.ts';
import type { FindFirstSlotsResponse as _consult_scheduling_v1_FindFirstSlotsResponse, FindFirstSlotsResponse__Output as _consult_scheduling_v1_FindFirstSlotsResponse__Output } from './consult/scheduling/v1/FindFirstSlotsResponse.ts';
import type { FindSlotsRequest as _consult_scheduling_v1_FindSlotsRequest, FindSlotsRequest__Output as _consult_scheduling_v1_FindSlotsRequest__Output } from './consult/scheduling/v1/FindSlotsRequest.ts';
import type { FindSlotsResponse as _consult_scheduling_v1_FindSlotsResponse, FindSlotsResponse__Output as _consult_scheduling_v1_FindSlotsResponse__Output } from './consult/scheduling/v1/FindSlotsResponse.ts';
import type { GetBookingsRequest as _consult_scheduling_v1_GetBookingsRequest, GetBookingsRequest__Output as _consult_scheduling_v1_GetBookingsRequest__Output } from './consult/scheduling/v1/GetBookingsRequest.ts';
import type { GetBookingsResponse as _consult_scheduling_v1_GetBookingsResponse, GetBookingsResponse__Output as _consult_scheduling_v1_GetBookingsResponse__Output } from './consult/scheduling/v1/GetBookingsResponse.ts';
import type { GetCalendarRequest as _consult_scheduling_v1_GetCalendarRequest, GetCalendarRequest__Output as _consult_scheduling_v1_GetCalendarRequest__Output } from './consult/scheduling/v1/GetCalendarRequest.ts';
import type { GetConsultantRequest as _consult_scheduling_v1_GetConsultantRequest, GetConsultantRequest__Output as _consult_scheduling_v1_GetConsultantRequest__Output } from './consult/scheduling/v1/GetConsultantRequest.ts';
import type { GetConsultationRequest as _consult_scheduling_v1_GetConsultationRequest, GetConsultationRequest__Output as _consult_scheduling_v1_GetConsultationRequest__Output } from './consult/scheduling/v1/GetConsultationRequest.ts';
import type { HistoryEntry as _consult_scheduling_v1_HistoryEntry, HistoryEntry__Output as _consult_scheduling_v1_HistoryEntry__Output } from './consult/scheduling/v1/HistoryEntry.ts';
import type { Hours as _consult_scheduling_v1_Hours, Hours__Output as _consult_scheduling_v1_Hours__Output } from './consult/scheduling/v1/Hours.ts';
import type { LifetimeMetrics as _consult_scheduling_v1_LifetimeMetrics, LifetimeMetrics__Output as _consult_scheduling_v1_LifetimeMetrics__Output } from './consult/scheduling/v1/LifetimeMetrics.ts';
import type { Limit as _consult_scheduling_v1_Limit, Limit__Output as _consult_scheduling_v1_Limit__Output } from './consult/scheduling/v1/Limit.ts';
import type { Limits as _consult_scheduling_v1_Limits, Limits__Output as _consult_scheduling_v1_Limits__Output } from './consult/scheduling/v1/Limits.ts';
import type { ListBookingsRequest as _consult_scheduling_v1_ListBookingsRequest, ListBookingsRequest__Output as _consult_scheduling_v1_ListBookingsRequest__Output } from './consult/scheduling/v1/ListBookingsRequest.ts';
import type { ListBookingsResponse as _consult_scheduling_v1_ListBookingsResponse, ListBookingsResponse__Output as _consult_scheduling_v1_ListBookingsResponse__Output } from './consult/scheduling/v1/ListBookingsResponse.ts';
import type { ListConsultantsRequest as _consult_scheduling_v1_ListConsultantsRequest, ListConsultantsRequest__Output as _consult_scheduling_v1_ListConsultantsRequest__Output } from './consult/scheduling/v1/ListConsultantsRequest.ts';
import type { ListConsultantsResponse as _consult_scheduling_v1_ListConsultantsResponse, ListConsultantsResponse__Output as _consult_scheduling_v1_ListConsultantsResponse__Output } from './consult/scheduling/v1/ListConsultantsResponse.ts';
import type { ListConsultationsRequest as _consult_scheduling_v1_ListConsultationsRequest, ListConsultationsRequest__Output as _consult_scheduling_v1_ListConsultationsRequest__Output } from './consult/scheduling/v1/ListConsultationsRequest.ts';
import type { ListConsultationsResponse as _consult_scheduling_v1_ListConsultationsResponse, ListConsultationsResponse__Output as _consult_scheduling_v1_ListConsultationsResponse__Output } from './consult/scheduling/v1/ListConsultationsResponse.ts';
import type { MarkNoShowRequest as _consult_scheduling_v1_MarkNoShowRequest, MarkNoShowRequest__Output as _consult_scheduling_v1_MarkNoShowRequest__Output } from './consult/scheduling/v1/MarkNoShowRequest.ts';
import type { Meeting as _consult_scheduling_v1_Meeting, Meeting__Output as _consult_scheduling_v1_Meeting__Output } from './consult/scheduling/v1/Meeting.ts';
import type { Metrics as _consult_scheduling_v1_Metrics, Metrics__Output as _consult_scheduling_v1_Metrics__Output } from './consult/scheduling/v1/Metrics.ts';
import type { MetricsRequest as _consult_scheduling_v1_MetricsRequest, MetricsRequest__Output as _consult_scheduling_v1_MetricsRequest__Output } from './consult/scheduling/v1/MetricsRequest.ts';
import type { MonthEarnings as _consult_scheduling_v1_MonthEarnings, MonthEarnings__Output as _consult_scheduling_v1_MonthEarnings__Output } from './consult/scheduling/v1/MonthEarnings.ts';
import type { MoveRequest as _consult_scheduling_v1_MoveRequest, MoveRequest__Output as _consult_scheduling_v1_MoveRequest__Output } from './consult/scheduling/v1/MoveRequest.ts';
import type { NoShowDispute as _consult_scheduling_v1_NoShowDispute, NoShowDispute__Output as _consult_scheduling_v1_NoShowDispute__Output } from './consult/scheduling/v1/NoShowDispute.ts';
import type { Outcomes as _consult_scheduling_v1_Outcomes, Outcomes__Output as _consult_scheduling_v1_Outcomes__Output } from './consult/scheduling/v1/Outcomes.ts';
import type { PreviousNextSteps as _consult_scheduling_v1_PreviousNextSteps, PreviousNextSteps__Output as _consult_scheduling_v1_PreviousNextSteps__Output } from './consult/scheduling/v1/PreviousNextSteps.ts';
import type { PutAvailabilityRequest as _consult_scheduling_v1_PutAvailabilityRequest, PutAvailabilityRequest__Output as _consult_scheduling_v1_PutAvailabilityRequest__Output } from './consult/scheduling/v1/PutAvailabilityRequest.ts';
import type { QuoteCancellationRequest as _consult_scheduling_v1_QuoteCancellationRequest, QuoteCancellationRequest__Output as _consult_scheduling_v1_QuoteCancellationRequest__Output } from './consult/scheduling/v1/QuoteCancellationRequest.ts';
import type { QuotedOffer as _consult_scheduling_v1_QuotedOffer, QuotedOffer__Output as _consult_scheduling_v1_QuotedOffer__Output } from './consult/scheduling/v1/QuotedOffer.ts';
import type { Rating as _consult_scheduling_v1_Rating, Rating__Output as _consult_scheduling_v1_Rating__Output } from './consult/scheduling/v1/Rating.ts';
import type { ReleaseHoldRequest as _consult_scheduling_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _consult_scheduling_v1_ReleaseHoldRequest__Output } from './consult/scheduling/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _consult_scheduling_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _consult_scheduling_v1_ReleaseHoldResponse__Output } from './consult/scheduling/v1/ReleaseHoldResponse.ts';
import type { Removal as _consult_scheduling_v1_Removal, Removal__Output as _consult_scheduling_v1_Removal__Output } from './consult/scheduling/v1/Removal.ts';
import type { RemoveOverrideRequest as _consult_scheduling_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _consult_scheduling_v1_RemoveOverrideRequest__Output } from './consult/scheduling/v1/RemoveOverrideRequest.ts';
import type { RemoveTimeOffRequest as _consult_scheduling_v1_RemoveTimeOffRequest, RemoveTimeOffRequest__Output as _consult_scheduling_v1_RemoveTimeOffRequest__Output } from './consult/scheduling/v1/RemoveTimeOffRequest.ts';
import type { RescheduleQuote as _consult_scheduling_v1_RescheduleQuote, RescheduleQuote__Output as _consult_scheduling_v1_RescheduleQuote__Output } from './consult/scheduling/v1/RescheduleQuote.ts';
import type { RescheduleRequest as _consult_scheduling_v1_RescheduleRequest, RescheduleRequest__Output as _consult_scheduling_v1_RescheduleRequest__Output } from './consult/scheduling/v1/RescheduleRequest.ts';
import type { Resolution as _consult_scheduling_v1_Resolution, Resolution__Output as _consult_scheduling_v1_Resolution__Output } from './consult/scheduling/v1/Resolution.ts';
import type { ResolveRequest as _consult_scheduling_v1_ResolveRequest, ResolveRequest__Output as _consult_scheduling_v1_ResolveRequest__Output } from './consult/scheduling/v1/ResolveRequest.ts';
import type { RevokeCalendarLinkResponse as _consult_scheduling_v1_RevokeCalendarLinkResponse, RevokeCalendarLinkResponse__Output as _consult_scheduling_v1_RevokeCalendarLinkResponse__Output } from './consult/scheduling/v1/RevokeCalendarLinkResponse.ts';
import type { Schedule as _consult_scheduling_v1_Schedule, Schedule__Output as _consult_scheduling_v1_Schedule__Output } from './consult/scheduling/v1/Schedule.ts';
import type { ScheduledDuration as _consult_scheduling_v1_ScheduledDuration, ScheduledDuration__Output as _consult_scheduling_v1_ScheduledDuration__Output } from './consult/scheduling/v1/ScheduledDuration.ts';
import type { SchedulingClient as _consult_scheduling_v1_SchedulingClient, SchedulingDefinition as _consult_scheduling_v1_SchedulingDefinition } from './consult/scheduling/v1/Scheduling.ts';
import type { Slot as _consult_scheduling_v1_Slot, Slot__Output as _consult_scheduling_v1_Slot__Output } from './consult/scheduling/v1/Slot.ts';
import type { SlotHold as _consult_scheduling_v1_SlotHold, SlotHold__Output as _consult_scheduling_v1_SlotHold__Output } from './consult/scheduling/v1/SlotHold.ts';
import type { Statement as _consult_scheduling_v1_Statement, Statement__Output as _consult_scheduling_v1_Statement__Output } from './consult/scheduling/v1/Statement.ts';
import type { StatementLine as _consult_scheduling_v1_StatementLine, StatementLine__Output as _consult_scheduling_v1_StatementLine__Output } from './consult/scheduling/v1/StatementLine.ts';
import type { StatementRequest as _consult_scheduling_v1_StatementRequest, StatementRequest__Output as _consult_scheduling_v1_StatementRequest__Output } from './consult/scheduling/v1/StatementRequest.ts';
import type { TimeOff as _consult_scheduling_v1_TimeOff, TimeOff__Output as _consult_scheduling_v1_TimeOff__Output } from './consult/scheduling/v1/TimeOff.ts';
import type { TrailEarning as _consult_scheduling_v1_TrailEarning, TrailEarning__Output as _consult_scheduling_v1_TrailEarning__Output } from './consult/scheduling/v1/TrailEarning.ts';
import type { TrailStep as _consult_scheduling_v1_TrailStep, TrailStep__Output as _consult_scheduling_v1_TrailStep__Output } from './consult/scheduling/v1/TrailStep.ts';
import type { UpdateConsultantRequest as _consult_scheduling_v1_UpdateConsultantRequest, UpdateConsultantRequest__Output as _consult_scheduling_v1_UpdateConsultantRequest__Output } from './consult/scheduling/v1/UpdateConsultantRequest.ts';

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
    scheduling: {
      v1: {
        AcknowledgeDeliverableRequest: MessageTypeDefinition<_consult_scheduling_v1_AcknowledgeDeliverableRequest, _consult_scheduling_v1_AcknowledgeDeliverableRequest__Output>
        AddDeliverableRequest: MessageTypeDefinition<_consult_scheduling_v1_AddDeliverableRequest, _consult_scheduling_v1_AddDeliverableRequest__Output>
        AddOverrideRequest: MessageTypeDefinition<_consult_scheduling_v1_AddOverrideRequest, _consult_scheduling_v1_AddOverrideRequest__Output>
        AddTimeOffRequest: MessageTypeDefinition<_consult_scheduling_v1_AddTimeOffRequest, _consult_scheduling_v1_AddTimeOffRequest__Output>
        Availability: MessageTypeDefinition<_consult_scheduling_v1_Availability, _consult_scheduling_v1_Availability__Output>
        BookRequest: MessageTypeDefinition<_consult_scheduling_v1_BookRequest, _consult_scheduling_v1_BookRequest__Output>
        BookingQuote: MessageTypeDefinition<_consult_scheduling_v1_BookingQuote, _consult_scheduling_v1_BookingQuote__Output>
        BookingState: MessageTypeDefinition<_consult_scheduling_v1_BookingState, _consult_scheduling_v1_BookingState__Output>
        Calendar: MessageTypeDefinition<_consult_scheduling_v1_Calendar, _consult_scheduling_v1_Calendar__Output>
        CalendarLink: MessageTypeDefinition<_consult_scheduling_v1_CalendarLink, _consult_scheduling_v1_CalendarLink__Output>
        CalendarLinkRequest: MessageTypeDefinition<_consult_scheduling_v1_CalendarLinkRequest, _consult_scheduling_v1_CalendarLinkRequest__Output>
        CancellationQuote: MessageTypeDefinition<_consult_scheduling_v1_CancellationQuote, _consult_scheduling_v1_CancellationQuote__Output>
        ChangeDeliverableRequest: MessageTypeDefinition<_consult_scheduling_v1_ChangeDeliverableRequest, _consult_scheduling_v1_ChangeDeliverableRequest__Output>
        ClientFeedback: MessageTypeDefinition<_consult_scheduling_v1_ClientFeedback, _consult_scheduling_v1_ClientFeedback__Output>
        ClientFeedbackRequest: MessageTypeDefinition<_consult_scheduling_v1_ClientFeedbackRequest, _consult_scheduling_v1_ClientFeedbackRequest__Output>
        ClientName: MessageTypeDefinition<_consult_scheduling_v1_ClientName, _consult_scheduling_v1_ClientName__Output>
        CompleteRequest: MessageTypeDefinition<_consult_scheduling_v1_CompleteRequest, _consult_scheduling_v1_CompleteRequest__Output>
        Consultant: MessageTypeDefinition<_consult_scheduling_v1_Consultant, _consult_scheduling_v1_Consultant__Output>
        ConsultantFeedback: MessageTypeDefinition<_consult_scheduling_v1_ConsultantFeedback, _consult_scheduling_v1_ConsultantFeedback__Output>
        ConsultantFeedbackRequest: MessageTypeDefinition<_consult_scheduling_v1_ConsultantFeedbackRequest, _consult_scheduling_v1_ConsultantFeedbackRequest__Output>
        ConsultantMetrics: MessageTypeDefinition<_consult_scheduling_v1_ConsultantMetrics, _consult_scheduling_v1_ConsultantMetrics__Output>
        ConsultantName: MessageTypeDefinition<_consult_scheduling_v1_ConsultantName, _consult_scheduling_v1_ConsultantName__Output>
        ConsultantSlot: MessageTypeDefinition<_consult_scheduling_v1_ConsultantSlot, _consult_scheduling_v1_ConsultantSlot__Output>
        Consultation: MessageTypeDefinition<_consult_scheduling_v1_Consultation, _consult_scheduling_v1_Consultation__Output>
        ConsultationBilling: MessageTypeDefinition<_consult_scheduling_v1_ConsultationBilling, _consult_scheduling_v1_ConsultationBilling__Output>
        ConsultationDetails: MessageTypeDefinition<_consult_scheduling_v1_ConsultationDetails, _consult_scheduling_v1_ConsultationDetails__Output>
        ConsultationStatus: MessageTypeDefinition<_consult_scheduling_v1_ConsultationStatus, _consult_scheduling_v1_ConsultationStatus__Output>
        ConsultationTrail: MessageTypeDefinition<_consult_scheduling_v1_ConsultationTrail, _consult_scheduling_v1_ConsultationTrail__Output>
        CreateConsultantRequest: MessageTypeDefinition<_consult_scheduling_v1_CreateConsultantRequest, _consult_scheduling_v1_CreateConsultantRequest__Output>
        DateOverride: MessageTypeDefinition<_consult_scheduling_v1_DateOverride, _consult_scheduling_v1_DateOverride__Output>
        DateRange: MessageTypeDefinition<_consult_scheduling_v1_DateRange, _consult_scheduling_v1_DateRange__Output>
        DayHours: MessageTypeDefinition<_consult_scheduling_v1_DayHours, _consult_scheduling_v1_DayHours__Output>
        Deliverable: MessageTypeDefinition<_consult_scheduling_v1_Deliverable, _consult_scheduling_v1_Deliverable__Output>
        DeliverableInput: MessageTypeDefinition<_consult_scheduling_v1_DeliverableInput, _consult_scheduling_v1_DeliverableInput__Output>
        EarningsRequest: MessageTypeDefinition<_consult_scheduling_v1_EarningsRequest, _consult_scheduling_v1_EarningsRequest__Output>
        EarningsSummary: MessageTypeDefinition<_consult_scheduling_v1_EarningsSummary, _consult_scheduling_v1_EarningsSummary__Output>
        ExplainSlotsResponse: MessageTypeDefinition<_consult_scheduling_v1_ExplainSlotsResponse, _consult_scheduling_v1_ExplainSlotsResponse__Output>
        ExplainedDay: MessageTypeDefinition<_consult_scheduling_v1_ExplainedDay, _consult_scheduling_v1_ExplainedDay__Output>
        Feedback: MessageTypeDefinition<_consult_scheduling_v1_Feedback, _consult_scheduling_v1_Feedback__Output>
        FenceRequest: MessageTypeDefinition<_consult_scheduling_v1_FenceRequest, _consult_scheduling_v1_FenceRequest__Output>
        FenceResponse: MessageTypeDefinition<_consult_scheduling_v1_FenceResponse, _consult_scheduling_v1_FenceResponse__Output>
        FindFirstSlotsRequest: MessageTypeDefinition<_consult_scheduling_v1_FindFirstSlotsRequest, _consult_scheduling_v1_FindFirstSlotsRequest__Output>
        FindFirstSlotsResponse: MessageTypeDefinition<_consult_scheduling_v1_FindFirstSlotsResponse, _consult_scheduling_v1_FindFirstSlotsResponse__Output>
        FindSlotsRequest: MessageTypeDefinition<_consult_scheduling_v1_FindSlotsRequest, _consult_scheduling_v1_FindSlotsRequest__Output>
        FindSlotsResponse: MessageTypeDefinition<_consult_scheduling_v1_FindSlotsResponse, _consult_scheduling_v1_FindSlotsResponse__Output>
        GetBookingsRequest: MessageTypeDefinition<_consult_scheduling_v1_GetBookingsRequest, _consult_scheduling_v1_GetBookingsRequest__Output>
        GetBookingsResponse: MessageTypeDefinition<_consult_scheduling_v1_GetBookingsResponse, _consult_scheduling_v1_GetBookingsResponse__Output>
        GetCalendarRequest: MessageTypeDefinition<_consult_scheduling_v1_GetCalendarRequest, _consult_scheduling_v1_GetCalendarRequest__Output>
        GetConsultantRequest: MessageTypeDefinition<_consult_scheduling_v1_GetConsultantRequest, _consult_scheduling_v1_GetConsultantRequest__Output>
        GetConsultationRequest: MessageTypeDefinition<_consult_scheduling_v1_GetConsultationRequest, _consult_scheduling_v1_GetConsultationRequest__Output>
        HistoryEntry: MessageTypeDefinition<_consult_scheduling_v1_HistoryEntry, _consult_scheduling_v1_HistoryEntry__Output>
        Hours: MessageTypeDefinition<_consult_scheduling_v1_Hours, _consult_scheduling_v1_Hours__Output>
        LifetimeMetrics: MessageTypeDefinition<_consult_scheduling_v1_LifetimeMetrics, _consult_scheduling_v1_LifetimeMetrics__Output>
        Limit: MessageTypeDefinition<_consult_scheduling_v1_Limit, _consult_scheduling_v1_Limit__Output>
        Limits: MessageTypeDefinition<_consult_scheduling_v1_Limits, _consult_scheduling_v1_Limits__Output>
        ListBookingsRequest: MessageTypeDefinition<_consult_scheduling_v1_ListBookingsRequest, _consult_scheduling_v1_ListBookingsRequest__Output>
        ListBookingsResponse: MessageTypeDefinition<_consult_scheduling_v1_ListBookingsResponse, _consult_scheduling_v1_ListBookingsResponse__Output>
        ListConsultantsRequest: MessageTypeDefinition<_consult_scheduling_v1_ListConsultantsRequest, _consult_scheduling_v1_ListConsultantsRequest__Output>
        ListConsultantsResponse: MessageTypeDefinition<_consult_scheduling_v1_ListConsultantsResponse, _consult_scheduling_v1_ListConsultantsResponse__Output>
        ListConsultationsRequest: MessageTypeDefinition<_consult_scheduling_v1_ListConsultationsRequest, _consult_scheduling_v1_ListConsultationsRequest__Output>
        ListConsultationsResponse: MessageTypeDefinition<_consult_scheduling_v1_ListConsultationsResponse, _consult_scheduling_v1_ListConsultationsResponse__Output>
        MarkNoShowRequest: MessageTypeDefinition<_consult_scheduling_v1_MarkNoShowRequest, _consult_scheduling_v1_MarkNoShowRequest__Output>
        Meeting: MessageTypeDefinition<_consult_scheduling_v1_Meeting, _consult_scheduling_v1_Meeting__Output>
        Metrics: MessageTypeDefinition<_consult_scheduling_v1_Metrics, _consult_scheduling_v1_Metrics__Output>
        MetricsRequest: MessageTypeDefinition<_consult_scheduling_v1_MetricsRequest, _consult_scheduling_v1_MetricsRequest__Output>
        MonthEarnings: MessageTypeDefinition<_consult_scheduling_v1_MonthEarnings, _consult_scheduling_v1_MonthEarnings__Output>
        MoveRequest: MessageTypeDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_MoveRequest__Output>
        NoShowDispute: MessageTypeDefinition<_consult_scheduling_v1_NoShowDispute, _consult_scheduling_v1_NoShowDispute__Output>
        Outcomes: MessageTypeDefinition<_consult_scheduling_v1_Outcomes, _consult_scheduling_v1_Outcomes__Output>
        PreviousNextSteps: MessageTypeDefinition<_consult_scheduling_v1_PreviousNextSteps, _consult_scheduling_v1_PreviousNextSteps__Output>
        PutAvailabilityRequest: MessageTypeDefinition<_consult_scheduling_v1_PutAvailabilityRequest, _consult_scheduling_v1_PutAvailabilityRequest__Output>
        QuoteCancellationRequest: MessageTypeDefinition<_consult_scheduling_v1_QuoteCancellationRequest, _consult_scheduling_v1_QuoteCancellationRequest__Output>
        QuotedOffer: MessageTypeDefinition<_consult_scheduling_v1_QuotedOffer, _consult_scheduling_v1_QuotedOffer__Output>
        Rating: MessageTypeDefinition<_consult_scheduling_v1_Rating, _consult_scheduling_v1_Rating__Output>
        ReleaseHoldRequest: MessageTypeDefinition<_consult_scheduling_v1_ReleaseHoldRequest, _consult_scheduling_v1_ReleaseHoldRequest__Output>
        ReleaseHoldResponse: MessageTypeDefinition<_consult_scheduling_v1_ReleaseHoldResponse, _consult_scheduling_v1_ReleaseHoldResponse__Output>
        Removal: MessageTypeDefinition<_consult_scheduling_v1_Removal, _consult_scheduling_v1_Removal__Output>
        RemoveOverrideRequest: MessageTypeDefinition<_consult_scheduling_v1_RemoveOverrideRequest, _consult_scheduling_v1_RemoveOverrideRequest__Output>
        RemoveTimeOffRequest: MessageTypeDefinition<_consult_scheduling_v1_RemoveTimeOffRequest, _consult_scheduling_v1_RemoveTimeOffRequest__Output>
        RescheduleQuote: MessageTypeDefinition<_consult_scheduling_v1_RescheduleQuote, _consult_scheduling_v1_RescheduleQuote__Output>
        RescheduleRequest: MessageTypeDefinition<_consult_scheduling_v1_RescheduleRequest, _consult_scheduling_v1_RescheduleRequest__Output>
        Resolution: MessageTypeDefinition<_consult_scheduling_v1_Resolution, _consult_scheduling_v1_Resolution__Output>
        ResolveRequest: MessageTypeDefinition<_consult_scheduling_v1_ResolveRequest, _consult_scheduling_v1_ResolveRequest__Output>
        RevokeCalendarLinkResponse: MessageTypeDefinition<_consult_scheduling_v1_RevokeCalendarLinkResponse, _consult_scheduling_v1_RevokeCalendarLinkResponse__Output>
        Schedule: MessageTypeDefinition<_consult_scheduling_v1_Schedule, _consult_scheduling_v1_Schedule__Output>
        ScheduledDuration: MessageTypeDefinition<_consult_scheduling_v1_ScheduledDuration, _consult_scheduling_v1_ScheduledDuration__Output>
        Scheduling: SubtypeConstructor<typeof grpc.Client, _consult_scheduling_v1_SchedulingClient> & { service: _consult_scheduling_v1_SchedulingDefinition }
        Slot: MessageTypeDefinition<_consult_scheduling_v1_Slot, _consult_scheduling_v1_Slot__Output>
        SlotHold: MessageTypeDefinition<_consult_scheduling_v1_SlotHold, _consult_scheduling_v1_SlotHold__Output>
        Statement: MessageTypeDefinition<_consult_scheduling_v1_Statement, _consult_scheduling_v1_Statement__Output>
        StatementLine: MessageTypeDefinition<_consult_scheduling_v1_StatementLine, _consult_scheduling_v1_StatementLine__Output>
        StatementRequest: MessageTypeDefinition<_consult_scheduling_v1_StatementRequest, _consult_scheduling_v1_StatementRequest__Output>
        TimeOff: MessageTypeDefinition<_consult_scheduling_v1_TimeOff, _consult_scheduling_v1_TimeOff__Output>
        TrailEarning: MessageTypeDefinition<_consult_scheduling_v1_TrailEarning, _consult_scheduling_v1_TrailEarning__Output>
        TrailStep: MessageTypeDefinition<_consult_scheduling_v1_TrailStep, _consult_scheduling_v1_TrailStep__Output>
        UpdateConsultantRequest: MessageTypeDefinition<_consult_scheduling_v1_UpdateConsultantRequest, _consult_scheduling_v1_UpdateConsultantRequest__Output>
      }
    }
  }
}

