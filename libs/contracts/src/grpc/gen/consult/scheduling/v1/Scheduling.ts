// Original file: protos/consult/scheduling/v1/scheduling.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AcknowledgeDeliverableRequest as _consult_scheduling_v1_AcknowledgeDeliverableRequest, AcknowledgeDeliverableRequest__Output as _consult_scheduling_v1_AcknowledgeDeliverableRequest__Output } from '../../../consult/scheduling/v1/AcknowledgeDeliverableRequest.ts';
import type { AddDeliverableRequest as _consult_scheduling_v1_AddDeliverableRequest, AddDeliverableRequest__Output as _consult_scheduling_v1_AddDeliverableRequest__Output } from '../../../consult/scheduling/v1/AddDeliverableRequest.ts';
import type { AddOverrideRequest as _consult_scheduling_v1_AddOverrideRequest, AddOverrideRequest__Output as _consult_scheduling_v1_AddOverrideRequest__Output } from '../../../consult/scheduling/v1/AddOverrideRequest.ts';
import type { AddTimeOffRequest as _consult_scheduling_v1_AddTimeOffRequest, AddTimeOffRequest__Output as _consult_scheduling_v1_AddTimeOffRequest__Output } from '../../../consult/scheduling/v1/AddTimeOffRequest.ts';
import type { Availability as _consult_scheduling_v1_Availability, Availability__Output as _consult_scheduling_v1_Availability__Output } from '../../../consult/scheduling/v1/Availability.ts';
import type { BookRequest as _consult_scheduling_v1_BookRequest, BookRequest__Output as _consult_scheduling_v1_BookRequest__Output } from '../../../consult/scheduling/v1/BookRequest.ts';
import type { BookingQuote as _consult_scheduling_v1_BookingQuote, BookingQuote__Output as _consult_scheduling_v1_BookingQuote__Output } from '../../../consult/scheduling/v1/BookingQuote.ts';
import type { Calendar as _consult_scheduling_v1_Calendar, Calendar__Output as _consult_scheduling_v1_Calendar__Output } from '../../../consult/scheduling/v1/Calendar.ts';
import type { CalendarLink as _consult_scheduling_v1_CalendarLink, CalendarLink__Output as _consult_scheduling_v1_CalendarLink__Output } from '../../../consult/scheduling/v1/CalendarLink.ts';
import type { CalendarLinkRequest as _consult_scheduling_v1_CalendarLinkRequest, CalendarLinkRequest__Output as _consult_scheduling_v1_CalendarLinkRequest__Output } from '../../../consult/scheduling/v1/CalendarLinkRequest.ts';
import type { CancellationQuote as _consult_scheduling_v1_CancellationQuote, CancellationQuote__Output as _consult_scheduling_v1_CancellationQuote__Output } from '../../../consult/scheduling/v1/CancellationQuote.ts';
import type { ChangeDeliverableRequest as _consult_scheduling_v1_ChangeDeliverableRequest, ChangeDeliverableRequest__Output as _consult_scheduling_v1_ChangeDeliverableRequest__Output } from '../../../consult/scheduling/v1/ChangeDeliverableRequest.ts';
import type { ClientFeedbackRequest as _consult_scheduling_v1_ClientFeedbackRequest, ClientFeedbackRequest__Output as _consult_scheduling_v1_ClientFeedbackRequest__Output } from '../../../consult/scheduling/v1/ClientFeedbackRequest.ts';
import type { CompleteRequest as _consult_scheduling_v1_CompleteRequest, CompleteRequest__Output as _consult_scheduling_v1_CompleteRequest__Output } from '../../../consult/scheduling/v1/CompleteRequest.ts';
import type { Consultant as _consult_scheduling_v1_Consultant, Consultant__Output as _consult_scheduling_v1_Consultant__Output } from '../../../consult/scheduling/v1/Consultant.ts';
import type { ConsultantFeedbackRequest as _consult_scheduling_v1_ConsultantFeedbackRequest, ConsultantFeedbackRequest__Output as _consult_scheduling_v1_ConsultantFeedbackRequest__Output } from '../../../consult/scheduling/v1/ConsultantFeedbackRequest.ts';
import type { ConsultantMetrics as _consult_scheduling_v1_ConsultantMetrics, ConsultantMetrics__Output as _consult_scheduling_v1_ConsultantMetrics__Output } from '../../../consult/scheduling/v1/ConsultantMetrics.ts';
import type { Consultation as _consult_scheduling_v1_Consultation, Consultation__Output as _consult_scheduling_v1_Consultation__Output } from '../../../consult/scheduling/v1/Consultation.ts';
import type { ConsultationTrail as _consult_scheduling_v1_ConsultationTrail, ConsultationTrail__Output as _consult_scheduling_v1_ConsultationTrail__Output } from '../../../consult/scheduling/v1/ConsultationTrail.ts';
import type { CreateConsultantRequest as _consult_scheduling_v1_CreateConsultantRequest, CreateConsultantRequest__Output as _consult_scheduling_v1_CreateConsultantRequest__Output } from '../../../consult/scheduling/v1/CreateConsultantRequest.ts';
import type { DateOverride as _consult_scheduling_v1_DateOverride, DateOverride__Output as _consult_scheduling_v1_DateOverride__Output } from '../../../consult/scheduling/v1/DateOverride.ts';
import type { Deliverable as _consult_scheduling_v1_Deliverable, Deliverable__Output as _consult_scheduling_v1_Deliverable__Output } from '../../../consult/scheduling/v1/Deliverable.ts';
import type { EarningsRequest as _consult_scheduling_v1_EarningsRequest, EarningsRequest__Output as _consult_scheduling_v1_EarningsRequest__Output } from '../../../consult/scheduling/v1/EarningsRequest.ts';
import type { EarningsSummary as _consult_scheduling_v1_EarningsSummary, EarningsSummary__Output as _consult_scheduling_v1_EarningsSummary__Output } from '../../../consult/scheduling/v1/EarningsSummary.ts';
import type { ExplainSlotsResponse as _consult_scheduling_v1_ExplainSlotsResponse, ExplainSlotsResponse__Output as _consult_scheduling_v1_ExplainSlotsResponse__Output } from '../../../consult/scheduling/v1/ExplainSlotsResponse.ts';
import type { FenceRequest as _consult_scheduling_v1_FenceRequest, FenceRequest__Output as _consult_scheduling_v1_FenceRequest__Output } from '../../../consult/scheduling/v1/FenceRequest.ts';
import type { FenceResponse as _consult_scheduling_v1_FenceResponse, FenceResponse__Output as _consult_scheduling_v1_FenceResponse__Output } from '../../../consult/scheduling/v1/FenceResponse.ts';
import type { FindFirstSlotsRequest as _consult_scheduling_v1_FindFirstSlotsRequest, FindFirstSlotsRequest__Output as _consult_scheduling_v1_FindFirstSlotsRequest__Output } from '../../../consult/scheduling/v1/FindFirstSlotsRequest.ts';
import type { FindFirstSlotsResponse as _consult_scheduling_v1_FindFirstSlotsResponse, FindFirstSlotsResponse__Output as _consult_scheduling_v1_FindFirstSlotsResponse__Output } from '../../../consult/scheduling/v1/FindFirstSlotsResponse.ts';
import type { FindSlotsRequest as _consult_scheduling_v1_FindSlotsRequest, FindSlotsRequest__Output as _consult_scheduling_v1_FindSlotsRequest__Output } from '../../../consult/scheduling/v1/FindSlotsRequest.ts';
import type { FindSlotsResponse as _consult_scheduling_v1_FindSlotsResponse, FindSlotsResponse__Output as _consult_scheduling_v1_FindSlotsResponse__Output } from '../../../consult/scheduling/v1/FindSlotsResponse.ts';
import type { GetBookingsRequest as _consult_scheduling_v1_GetBookingsRequest, GetBookingsRequest__Output as _consult_scheduling_v1_GetBookingsRequest__Output } from '../../../consult/scheduling/v1/GetBookingsRequest.ts';
import type { GetBookingsResponse as _consult_scheduling_v1_GetBookingsResponse, GetBookingsResponse__Output as _consult_scheduling_v1_GetBookingsResponse__Output } from '../../../consult/scheduling/v1/GetBookingsResponse.ts';
import type { GetCalendarRequest as _consult_scheduling_v1_GetCalendarRequest, GetCalendarRequest__Output as _consult_scheduling_v1_GetCalendarRequest__Output } from '../../../consult/scheduling/v1/GetCalendarRequest.ts';
import type { GetConsultantRequest as _consult_scheduling_v1_GetConsultantRequest, GetConsultantRequest__Output as _consult_scheduling_v1_GetConsultantRequest__Output } from '../../../consult/scheduling/v1/GetConsultantRequest.ts';
import type { GetConsultationRequest as _consult_scheduling_v1_GetConsultationRequest, GetConsultationRequest__Output as _consult_scheduling_v1_GetConsultationRequest__Output } from '../../../consult/scheduling/v1/GetConsultationRequest.ts';
import type { ListBookingsRequest as _consult_scheduling_v1_ListBookingsRequest, ListBookingsRequest__Output as _consult_scheduling_v1_ListBookingsRequest__Output } from '../../../consult/scheduling/v1/ListBookingsRequest.ts';
import type { ListBookingsResponse as _consult_scheduling_v1_ListBookingsResponse, ListBookingsResponse__Output as _consult_scheduling_v1_ListBookingsResponse__Output } from '../../../consult/scheduling/v1/ListBookingsResponse.ts';
import type { ListConsultantsRequest as _consult_scheduling_v1_ListConsultantsRequest, ListConsultantsRequest__Output as _consult_scheduling_v1_ListConsultantsRequest__Output } from '../../../consult/scheduling/v1/ListConsultantsRequest.ts';
import type { ListConsultantsResponse as _consult_scheduling_v1_ListConsultantsResponse, ListConsultantsResponse__Output as _consult_scheduling_v1_ListConsultantsResponse__Output } from '../../../consult/scheduling/v1/ListConsultantsResponse.ts';
import type { ListConsultationsRequest as _consult_scheduling_v1_ListConsultationsRequest, ListConsultationsRequest__Output as _consult_scheduling_v1_ListConsultationsRequest__Output } from '../../../consult/scheduling/v1/ListConsultationsRequest.ts';
import type { ListConsultationsResponse as _consult_scheduling_v1_ListConsultationsResponse, ListConsultationsResponse__Output as _consult_scheduling_v1_ListConsultationsResponse__Output } from '../../../consult/scheduling/v1/ListConsultationsResponse.ts';
import type { MarkNoShowRequest as _consult_scheduling_v1_MarkNoShowRequest, MarkNoShowRequest__Output as _consult_scheduling_v1_MarkNoShowRequest__Output } from '../../../consult/scheduling/v1/MarkNoShowRequest.ts';
import type { MetricsRequest as _consult_scheduling_v1_MetricsRequest, MetricsRequest__Output as _consult_scheduling_v1_MetricsRequest__Output } from '../../../consult/scheduling/v1/MetricsRequest.ts';
import type { MoveRequest as _consult_scheduling_v1_MoveRequest, MoveRequest__Output as _consult_scheduling_v1_MoveRequest__Output } from '../../../consult/scheduling/v1/MoveRequest.ts';
import type { PutAvailabilityRequest as _consult_scheduling_v1_PutAvailabilityRequest, PutAvailabilityRequest__Output as _consult_scheduling_v1_PutAvailabilityRequest__Output } from '../../../consult/scheduling/v1/PutAvailabilityRequest.ts';
import type { QuoteCancellationRequest as _consult_scheduling_v1_QuoteCancellationRequest, QuoteCancellationRequest__Output as _consult_scheduling_v1_QuoteCancellationRequest__Output } from '../../../consult/scheduling/v1/QuoteCancellationRequest.ts';
import type { ReleaseHoldRequest as _consult_scheduling_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _consult_scheduling_v1_ReleaseHoldRequest__Output } from '../../../consult/scheduling/v1/ReleaseHoldRequest.ts';
import type { ReleaseHoldResponse as _consult_scheduling_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _consult_scheduling_v1_ReleaseHoldResponse__Output } from '../../../consult/scheduling/v1/ReleaseHoldResponse.ts';
import type { RemoveOverrideRequest as _consult_scheduling_v1_RemoveOverrideRequest, RemoveOverrideRequest__Output as _consult_scheduling_v1_RemoveOverrideRequest__Output } from '../../../consult/scheduling/v1/RemoveOverrideRequest.ts';
import type { RemoveTimeOffRequest as _consult_scheduling_v1_RemoveTimeOffRequest, RemoveTimeOffRequest__Output as _consult_scheduling_v1_RemoveTimeOffRequest__Output } from '../../../consult/scheduling/v1/RemoveTimeOffRequest.ts';
import type { RescheduleQuote as _consult_scheduling_v1_RescheduleQuote, RescheduleQuote__Output as _consult_scheduling_v1_RescheduleQuote__Output } from '../../../consult/scheduling/v1/RescheduleQuote.ts';
import type { RescheduleRequest as _consult_scheduling_v1_RescheduleRequest, RescheduleRequest__Output as _consult_scheduling_v1_RescheduleRequest__Output } from '../../../consult/scheduling/v1/RescheduleRequest.ts';
import type { ResolveRequest as _consult_scheduling_v1_ResolveRequest, ResolveRequest__Output as _consult_scheduling_v1_ResolveRequest__Output } from '../../../consult/scheduling/v1/ResolveRequest.ts';
import type { RevokeCalendarLinkResponse as _consult_scheduling_v1_RevokeCalendarLinkResponse, RevokeCalendarLinkResponse__Output as _consult_scheduling_v1_RevokeCalendarLinkResponse__Output } from '../../../consult/scheduling/v1/RevokeCalendarLinkResponse.ts';
import type { SlotHold as _consult_scheduling_v1_SlotHold, SlotHold__Output as _consult_scheduling_v1_SlotHold__Output } from '../../../consult/scheduling/v1/SlotHold.ts';
import type { Statement as _consult_scheduling_v1_Statement, Statement__Output as _consult_scheduling_v1_Statement__Output } from '../../../consult/scheduling/v1/Statement.ts';
import type { StatementRequest as _consult_scheduling_v1_StatementRequest, StatementRequest__Output as _consult_scheduling_v1_StatementRequest__Output } from '../../../consult/scheduling/v1/StatementRequest.ts';
import type { TimeOff as _consult_scheduling_v1_TimeOff, TimeOff__Output as _consult_scheduling_v1_TimeOff__Output } from '../../../consult/scheduling/v1/TimeOff.ts';
import type { UpdateConsultantRequest as _consult_scheduling_v1_UpdateConsultantRequest, UpdateConsultantRequest__Output as _consult_scheduling_v1_UpdateConsultantRequest__Output } from '../../../consult/scheduling/v1/UpdateConsultantRequest.ts';

export interface SchedulingClient extends grpc.Client {
  AcknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AcknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AcknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AcknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  acknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  acknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  acknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  acknowledgeDeliverable(argument: _consult_scheduling_v1_AcknowledgeDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  
  AddDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AddDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AddDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  AddDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  addDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  addDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  addDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  addDeliverable(argument: _consult_scheduling_v1_AddDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  
  AddOverride(argument: _consult_scheduling_v1_AddOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  AddOverride(argument: _consult_scheduling_v1_AddOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  AddOverride(argument: _consult_scheduling_v1_AddOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  AddOverride(argument: _consult_scheduling_v1_AddOverrideRequest, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  addOverride(argument: _consult_scheduling_v1_AddOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  addOverride(argument: _consult_scheduling_v1_AddOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  addOverride(argument: _consult_scheduling_v1_AddOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  addOverride(argument: _consult_scheduling_v1_AddOverrideRequest, callback: grpc.requestCallback<_consult_scheduling_v1_DateOverride__Output>): grpc.ClientUnaryCall;
  
  AddTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  AddTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  AddTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  AddTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  addTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  addTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  addTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  addTimeOff(argument: _consult_scheduling_v1_AddTimeOffRequest, callback: grpc.requestCallback<_consult_scheduling_v1_TimeOff__Output>): grpc.ClientUnaryCall;
  
  Book(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Book(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Book(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Book(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  book(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  book(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  book(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  book(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  Cancel(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Cancel(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  cancel(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  cancel(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  cancel(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  cancel(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  ChangeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  ChangeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  ChangeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  ChangeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  changeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  changeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  changeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  changeDeliverable(argument: _consult_scheduling_v1_ChangeDeliverableRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Deliverable__Output>): grpc.ClientUnaryCall;
  
  Complete(argument: _consult_scheduling_v1_CompleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Complete(argument: _consult_scheduling_v1_CompleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Complete(argument: _consult_scheduling_v1_CompleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Complete(argument: _consult_scheduling_v1_CompleteRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  complete(argument: _consult_scheduling_v1_CompleteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  complete(argument: _consult_scheduling_v1_CompleteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  complete(argument: _consult_scheduling_v1_CompleteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  complete(argument: _consult_scheduling_v1_CompleteRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  Confirm(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Confirm(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Confirm(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Confirm(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  confirm(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  confirm(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  confirm(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  confirm(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  CreateConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  CreateConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  CreateConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  CreateConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  createConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  createConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  createConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  createConsultant(argument: _consult_scheduling_v1_CreateConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  
  Decline(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Decline(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Decline(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Decline(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  decline(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  decline(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  decline(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  decline(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  DisputeNoShow(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  DisputeNoShow(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  DisputeNoShow(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  DisputeNoShow(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  disputeNoShow(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  disputeNoShow(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  disputeNoShow(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  disputeNoShow(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  ExplainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  ExplainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  ExplainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  ExplainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  explainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  explainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  explainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  explainSlots(argument: _consult_scheduling_v1_FindSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ExplainSlotsResponse__Output>): grpc.ClientUnaryCall;
  
  Fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  
  FindFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  findFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  findFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  findFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  findFirstSlots(argument: _consult_scheduling_v1_FindFirstSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FindFirstSlotsResponse__Output>): grpc.ClientUnaryCall;
  
  FindSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindSlots(argument: _consult_scheduling_v1_FindSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  FindSlots(argument: _consult_scheduling_v1_FindSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  findSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  findSlots(argument: _consult_scheduling_v1_FindSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  findSlots(argument: _consult_scheduling_v1_FindSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  findSlots(argument: _consult_scheduling_v1_FindSlotsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FindSlotsResponse__Output>): grpc.ClientUnaryCall;
  
  GetAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  GetAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  GetAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  GetAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  getAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  getAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  getAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  getAvailability(argument: _consult_scheduling_v1_GetConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  
  GetBookings(argument: _consult_scheduling_v1_GetBookingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  GetBookings(argument: _consult_scheduling_v1_GetBookingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  GetBookings(argument: _consult_scheduling_v1_GetBookingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  GetBookings(argument: _consult_scheduling_v1_GetBookingsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  getBookings(argument: _consult_scheduling_v1_GetBookingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  getBookings(argument: _consult_scheduling_v1_GetBookingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  getBookings(argument: _consult_scheduling_v1_GetBookingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  getBookings(argument: _consult_scheduling_v1_GetBookingsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_GetBookingsResponse__Output>): grpc.ClientUnaryCall;
  
  GetCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  GetCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  getCalendar(argument: _consult_scheduling_v1_GetCalendarRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Calendar__Output>): grpc.ClientUnaryCall;
  
  GetConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  GetConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  GetConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  GetConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  getConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  getConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  getConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  getConsultant(argument: _consult_scheduling_v1_GetConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  
  GetConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GetConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GetConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GetConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  getConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  getConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  getConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  getConsultation(argument: _consult_scheduling_v1_GetConsultationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  GetMetrics(argument: _consult_scheduling_v1_MetricsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  GetMetrics(argument: _consult_scheduling_v1_MetricsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  GetMetrics(argument: _consult_scheduling_v1_MetricsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  GetMetrics(argument: _consult_scheduling_v1_MetricsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  getMetrics(argument: _consult_scheduling_v1_MetricsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  getMetrics(argument: _consult_scheduling_v1_MetricsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  getMetrics(argument: _consult_scheduling_v1_MetricsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  getMetrics(argument: _consult_scheduling_v1_MetricsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultantMetrics__Output>): grpc.ClientUnaryCall;
  
  GetTrail(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  GetTrail(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  GetTrail(argument: _consult_scheduling_v1_GetConsultationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  GetTrail(argument: _consult_scheduling_v1_GetConsultationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  getTrail(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  getTrail(argument: _consult_scheduling_v1_GetConsultationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  getTrail(argument: _consult_scheduling_v1_GetConsultationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  getTrail(argument: _consult_scheduling_v1_GetConsultationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ConsultationTrail__Output>): grpc.ClientUnaryCall;
  
  GiveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveClientFeedback(argument: _consult_scheduling_v1_ClientFeedbackRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  GiveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  GiveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  giveConsultantFeedback(argument: _consult_scheduling_v1_ConsultantFeedbackRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  HoldSlot(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  HoldSlot(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  holdSlot(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_SlotHold__Output>): grpc.ClientUnaryCall;
  
  ListBookings(argument: _consult_scheduling_v1_ListBookingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  ListBookings(argument: _consult_scheduling_v1_ListBookingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  ListBookings(argument: _consult_scheduling_v1_ListBookingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  ListBookings(argument: _consult_scheduling_v1_ListBookingsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  listBookings(argument: _consult_scheduling_v1_ListBookingsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  listBookings(argument: _consult_scheduling_v1_ListBookingsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  listBookings(argument: _consult_scheduling_v1_ListBookingsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  listBookings(argument: _consult_scheduling_v1_ListBookingsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListBookingsResponse__Output>): grpc.ClientUnaryCall;
  
  ListConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  listConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  listConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  listConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  listConsultants(argument: _consult_scheduling_v1_ListConsultantsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultantsResponse__Output>): grpc.ClientUnaryCall;
  
  ListConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  ListConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  listConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  listConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  listConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  listConsultations(argument: _consult_scheduling_v1_ListConsultationsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ListConsultationsResponse__Output>): grpc.ClientUnaryCall;
  
  ListStatement(argument: _consult_scheduling_v1_StatementRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  ListStatement(argument: _consult_scheduling_v1_StatementRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  ListStatement(argument: _consult_scheduling_v1_StatementRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  ListStatement(argument: _consult_scheduling_v1_StatementRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  listStatement(argument: _consult_scheduling_v1_StatementRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  listStatement(argument: _consult_scheduling_v1_StatementRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  listStatement(argument: _consult_scheduling_v1_StatementRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  listStatement(argument: _consult_scheduling_v1_StatementRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Statement__Output>): grpc.ClientUnaryCall;
  
  MarkNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  MarkNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  MarkNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  MarkNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  markNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  markNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  markNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  markNoShow(argument: _consult_scheduling_v1_MarkNoShowRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  PutAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  PutAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  PutAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  PutAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  putAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  putAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  putAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  putAvailability(argument: _consult_scheduling_v1_PutAvailabilityRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  
  QuoteBooking(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  QuoteBooking(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  QuoteBooking(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  QuoteBooking(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  quoteBooking(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  quoteBooking(argument: _consult_scheduling_v1_BookRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  quoteBooking(argument: _consult_scheduling_v1_BookRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  quoteBooking(argument: _consult_scheduling_v1_BookRequest, callback: grpc.requestCallback<_consult_scheduling_v1_BookingQuote__Output>): grpc.ClientUnaryCall;
  
  QuoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  QuoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  QuoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  QuoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  quoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  quoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  quoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  quoteCancellation(argument: _consult_scheduling_v1_QuoteCancellationRequest, callback: grpc.requestCallback<_consult_scheduling_v1_CancellationQuote__Output>): grpc.ClientUnaryCall;
  
  QuoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  QuoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  QuoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  QuoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  quoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  quoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  quoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  quoteReschedule(argument: _consult_scheduling_v1_RescheduleRequest, callback: grpc.requestCallback<_consult_scheduling_v1_RescheduleQuote__Output>): grpc.ClientUnaryCall;
  
  ReleaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _consult_scheduling_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_consult_scheduling_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  
  RemoveOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeOverride(argument: _consult_scheduling_v1_RemoveOverrideRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  
  RemoveTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  RemoveTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  removeTimeOff(argument: _consult_scheduling_v1_RemoveTimeOffRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Availability__Output>): grpc.ClientUnaryCall;
  
  Reschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Reschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Reschedule(argument: _consult_scheduling_v1_RescheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Reschedule(argument: _consult_scheduling_v1_RescheduleRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  reschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  reschedule(argument: _consult_scheduling_v1_RescheduleRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  reschedule(argument: _consult_scheduling_v1_RescheduleRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  reschedule(argument: _consult_scheduling_v1_RescheduleRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  Resolve(argument: _consult_scheduling_v1_ResolveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _consult_scheduling_v1_ResolveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _consult_scheduling_v1_ResolveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Resolve(argument: _consult_scheduling_v1_ResolveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  resolve(argument: _consult_scheduling_v1_ResolveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  resolve(argument: _consult_scheduling_v1_ResolveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  resolve(argument: _consult_scheduling_v1_ResolveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  resolve(argument: _consult_scheduling_v1_ResolveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  RevokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  RevokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  RevokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  RevokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  revokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  revokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  revokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  revokeCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, callback: grpc.requestCallback<_consult_scheduling_v1_RevokeCalendarLinkResponse__Output>): grpc.ClientUnaryCall;
  
  RotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  RotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  RotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  RotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  rotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  rotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  rotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  rotateCalendarLink(argument: _consult_scheduling_v1_CalendarLinkRequest, callback: grpc.requestCallback<_consult_scheduling_v1_CalendarLink__Output>): grpc.ClientUnaryCall;
  
  Start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
  SumEarnings(argument: _consult_scheduling_v1_EarningsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  SumEarnings(argument: _consult_scheduling_v1_EarningsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  SumEarnings(argument: _consult_scheduling_v1_EarningsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  SumEarnings(argument: _consult_scheduling_v1_EarningsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  sumEarnings(argument: _consult_scheduling_v1_EarningsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  sumEarnings(argument: _consult_scheduling_v1_EarningsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  sumEarnings(argument: _consult_scheduling_v1_EarningsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  sumEarnings(argument: _consult_scheduling_v1_EarningsRequest, callback: grpc.requestCallback<_consult_scheduling_v1_EarningsSummary__Output>): grpc.ClientUnaryCall;
  
  UpdateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  UpdateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  UpdateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  UpdateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  updateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  updateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  updateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  updateConsultant(argument: _consult_scheduling_v1_UpdateConsultantRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultant__Output>): grpc.ClientUnaryCall;
  
}

export interface SchedulingHandlers extends grpc.UntypedServiceImplementation {
  AcknowledgeDeliverable: grpc.handleUnaryCall<_consult_scheduling_v1_AcknowledgeDeliverableRequest__Output, _consult_scheduling_v1_Deliverable>;
  
  AddDeliverable: grpc.handleUnaryCall<_consult_scheduling_v1_AddDeliverableRequest__Output, _consult_scheduling_v1_Deliverable>;
  
  AddOverride: grpc.handleUnaryCall<_consult_scheduling_v1_AddOverrideRequest__Output, _consult_scheduling_v1_DateOverride>;
  
  AddTimeOff: grpc.handleUnaryCall<_consult_scheduling_v1_AddTimeOffRequest__Output, _consult_scheduling_v1_TimeOff>;
  
  Book: grpc.handleUnaryCall<_consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Cancel: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  ChangeDeliverable: grpc.handleUnaryCall<_consult_scheduling_v1_ChangeDeliverableRequest__Output, _consult_scheduling_v1_Deliverable>;
  
  Complete: grpc.handleUnaryCall<_consult_scheduling_v1_CompleteRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Confirm: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  CreateConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_CreateConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
  Decline: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  DisputeNoShow: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  ExplainSlots: grpc.handleUnaryCall<_consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_ExplainSlotsResponse>;
  
  Fence: grpc.handleUnaryCall<_consult_scheduling_v1_FenceRequest__Output, _consult_scheduling_v1_FenceResponse>;
  
  FindFirstSlots: grpc.handleUnaryCall<_consult_scheduling_v1_FindFirstSlotsRequest__Output, _consult_scheduling_v1_FindFirstSlotsResponse>;
  
  FindSlots: grpc.handleUnaryCall<_consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_FindSlotsResponse>;
  
  GetAvailability: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Availability>;
  
  GetBookings: grpc.handleUnaryCall<_consult_scheduling_v1_GetBookingsRequest__Output, _consult_scheduling_v1_GetBookingsResponse>;
  
  GetCalendar: grpc.handleUnaryCall<_consult_scheduling_v1_GetCalendarRequest__Output, _consult_scheduling_v1_Calendar>;
  
  GetConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
  GetConsultation: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_Consultation>;
  
  GetMetrics: grpc.handleUnaryCall<_consult_scheduling_v1_MetricsRequest__Output, _consult_scheduling_v1_ConsultantMetrics>;
  
  GetTrail: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_ConsultationTrail>;
  
  GiveClientFeedback: grpc.handleUnaryCall<_consult_scheduling_v1_ClientFeedbackRequest__Output, _consult_scheduling_v1_Consultation>;
  
  GiveConsultantFeedback: grpc.handleUnaryCall<_consult_scheduling_v1_ConsultantFeedbackRequest__Output, _consult_scheduling_v1_Consultation>;
  
  HoldSlot: grpc.handleUnaryCall<_consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_SlotHold>;
  
  ListBookings: grpc.handleUnaryCall<_consult_scheduling_v1_ListBookingsRequest__Output, _consult_scheduling_v1_ListBookingsResponse>;
  
  ListConsultants: grpc.handleUnaryCall<_consult_scheduling_v1_ListConsultantsRequest__Output, _consult_scheduling_v1_ListConsultantsResponse>;
  
  ListConsultations: grpc.handleUnaryCall<_consult_scheduling_v1_ListConsultationsRequest__Output, _consult_scheduling_v1_ListConsultationsResponse>;
  
  ListStatement: grpc.handleUnaryCall<_consult_scheduling_v1_StatementRequest__Output, _consult_scheduling_v1_Statement>;
  
  MarkNoShow: grpc.handleUnaryCall<_consult_scheduling_v1_MarkNoShowRequest__Output, _consult_scheduling_v1_Consultation>;
  
  PutAvailability: grpc.handleUnaryCall<_consult_scheduling_v1_PutAvailabilityRequest__Output, _consult_scheduling_v1_Availability>;
  
  QuoteBooking: grpc.handleUnaryCall<_consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_BookingQuote>;
  
  QuoteCancellation: grpc.handleUnaryCall<_consult_scheduling_v1_QuoteCancellationRequest__Output, _consult_scheduling_v1_CancellationQuote>;
  
  QuoteReschedule: grpc.handleUnaryCall<_consult_scheduling_v1_RescheduleRequest__Output, _consult_scheduling_v1_RescheduleQuote>;
  
  ReleaseHold: grpc.handleUnaryCall<_consult_scheduling_v1_ReleaseHoldRequest__Output, _consult_scheduling_v1_ReleaseHoldResponse>;
  
  RemoveOverride: grpc.handleUnaryCall<_consult_scheduling_v1_RemoveOverrideRequest__Output, _consult_scheduling_v1_Availability>;
  
  RemoveTimeOff: grpc.handleUnaryCall<_consult_scheduling_v1_RemoveTimeOffRequest__Output, _consult_scheduling_v1_Availability>;
  
  Reschedule: grpc.handleUnaryCall<_consult_scheduling_v1_RescheduleRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Resolve: grpc.handleUnaryCall<_consult_scheduling_v1_ResolveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  RevokeCalendarLink: grpc.handleUnaryCall<_consult_scheduling_v1_CalendarLinkRequest__Output, _consult_scheduling_v1_RevokeCalendarLinkResponse>;
  
  RotateCalendarLink: grpc.handleUnaryCall<_consult_scheduling_v1_CalendarLinkRequest__Output, _consult_scheduling_v1_CalendarLink>;
  
  Start: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  SumEarnings: grpc.handleUnaryCall<_consult_scheduling_v1_EarningsRequest__Output, _consult_scheduling_v1_EarningsSummary>;
  
  UpdateConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_UpdateConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
}

export interface SchedulingDefinition extends grpc.ServiceDefinition {
  AcknowledgeDeliverable: MethodDefinition<_consult_scheduling_v1_AcknowledgeDeliverableRequest, _consult_scheduling_v1_Deliverable, _consult_scheduling_v1_AcknowledgeDeliverableRequest__Output, _consult_scheduling_v1_Deliverable__Output>
  AddDeliverable: MethodDefinition<_consult_scheduling_v1_AddDeliverableRequest, _consult_scheduling_v1_Deliverable, _consult_scheduling_v1_AddDeliverableRequest__Output, _consult_scheduling_v1_Deliverable__Output>
  AddOverride: MethodDefinition<_consult_scheduling_v1_AddOverrideRequest, _consult_scheduling_v1_DateOverride, _consult_scheduling_v1_AddOverrideRequest__Output, _consult_scheduling_v1_DateOverride__Output>
  AddTimeOff: MethodDefinition<_consult_scheduling_v1_AddTimeOffRequest, _consult_scheduling_v1_TimeOff, _consult_scheduling_v1_AddTimeOffRequest__Output, _consult_scheduling_v1_TimeOff__Output>
  Book: MethodDefinition<_consult_scheduling_v1_BookRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Cancel: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  ChangeDeliverable: MethodDefinition<_consult_scheduling_v1_ChangeDeliverableRequest, _consult_scheduling_v1_Deliverable, _consult_scheduling_v1_ChangeDeliverableRequest__Output, _consult_scheduling_v1_Deliverable__Output>
  Complete: MethodDefinition<_consult_scheduling_v1_CompleteRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_CompleteRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Confirm: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  CreateConsultant: MethodDefinition<_consult_scheduling_v1_CreateConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_CreateConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
  Decline: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  DisputeNoShow: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  ExplainSlots: MethodDefinition<_consult_scheduling_v1_FindSlotsRequest, _consult_scheduling_v1_ExplainSlotsResponse, _consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_ExplainSlotsResponse__Output>
  Fence: MethodDefinition<_consult_scheduling_v1_FenceRequest, _consult_scheduling_v1_FenceResponse, _consult_scheduling_v1_FenceRequest__Output, _consult_scheduling_v1_FenceResponse__Output>
  FindFirstSlots: MethodDefinition<_consult_scheduling_v1_FindFirstSlotsRequest, _consult_scheduling_v1_FindFirstSlotsResponse, _consult_scheduling_v1_FindFirstSlotsRequest__Output, _consult_scheduling_v1_FindFirstSlotsResponse__Output>
  FindSlots: MethodDefinition<_consult_scheduling_v1_FindSlotsRequest, _consult_scheduling_v1_FindSlotsResponse, _consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_FindSlotsResponse__Output>
  GetAvailability: MethodDefinition<_consult_scheduling_v1_GetConsultantRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Availability__Output>
  GetBookings: MethodDefinition<_consult_scheduling_v1_GetBookingsRequest, _consult_scheduling_v1_GetBookingsResponse, _consult_scheduling_v1_GetBookingsRequest__Output, _consult_scheduling_v1_GetBookingsResponse__Output>
  GetCalendar: MethodDefinition<_consult_scheduling_v1_GetCalendarRequest, _consult_scheduling_v1_Calendar, _consult_scheduling_v1_GetCalendarRequest__Output, _consult_scheduling_v1_Calendar__Output>
  GetConsultant: MethodDefinition<_consult_scheduling_v1_GetConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
  GetConsultation: MethodDefinition<_consult_scheduling_v1_GetConsultationRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_Consultation__Output>
  GetMetrics: MethodDefinition<_consult_scheduling_v1_MetricsRequest, _consult_scheduling_v1_ConsultantMetrics, _consult_scheduling_v1_MetricsRequest__Output, _consult_scheduling_v1_ConsultantMetrics__Output>
  GetTrail: MethodDefinition<_consult_scheduling_v1_GetConsultationRequest, _consult_scheduling_v1_ConsultationTrail, _consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_ConsultationTrail__Output>
  GiveClientFeedback: MethodDefinition<_consult_scheduling_v1_ClientFeedbackRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_ClientFeedbackRequest__Output, _consult_scheduling_v1_Consultation__Output>
  GiveConsultantFeedback: MethodDefinition<_consult_scheduling_v1_ConsultantFeedbackRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_ConsultantFeedbackRequest__Output, _consult_scheduling_v1_Consultation__Output>
  HoldSlot: MethodDefinition<_consult_scheduling_v1_BookRequest, _consult_scheduling_v1_SlotHold, _consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_SlotHold__Output>
  ListBookings: MethodDefinition<_consult_scheduling_v1_ListBookingsRequest, _consult_scheduling_v1_ListBookingsResponse, _consult_scheduling_v1_ListBookingsRequest__Output, _consult_scheduling_v1_ListBookingsResponse__Output>
  ListConsultants: MethodDefinition<_consult_scheduling_v1_ListConsultantsRequest, _consult_scheduling_v1_ListConsultantsResponse, _consult_scheduling_v1_ListConsultantsRequest__Output, _consult_scheduling_v1_ListConsultantsResponse__Output>
  ListConsultations: MethodDefinition<_consult_scheduling_v1_ListConsultationsRequest, _consult_scheduling_v1_ListConsultationsResponse, _consult_scheduling_v1_ListConsultationsRequest__Output, _consult_scheduling_v1_ListConsultationsResponse__Output>
  ListStatement: MethodDefinition<_consult_scheduling_v1_StatementRequest, _consult_scheduling_v1_Statement, _consult_scheduling_v1_StatementRequest__Output, _consult_scheduling_v1_Statement__Output>
  MarkNoShow: MethodDefinition<_consult_scheduling_v1_MarkNoShowRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MarkNoShowRequest__Output, _consult_scheduling_v1_Consultation__Output>
  PutAvailability: MethodDefinition<_consult_scheduling_v1_PutAvailabilityRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_PutAvailabilityRequest__Output, _consult_scheduling_v1_Availability__Output>
  QuoteBooking: MethodDefinition<_consult_scheduling_v1_BookRequest, _consult_scheduling_v1_BookingQuote, _consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_BookingQuote__Output>
  QuoteCancellation: MethodDefinition<_consult_scheduling_v1_QuoteCancellationRequest, _consult_scheduling_v1_CancellationQuote, _consult_scheduling_v1_QuoteCancellationRequest__Output, _consult_scheduling_v1_CancellationQuote__Output>
  QuoteReschedule: MethodDefinition<_consult_scheduling_v1_RescheduleRequest, _consult_scheduling_v1_RescheduleQuote, _consult_scheduling_v1_RescheduleRequest__Output, _consult_scheduling_v1_RescheduleQuote__Output>
  ReleaseHold: MethodDefinition<_consult_scheduling_v1_ReleaseHoldRequest, _consult_scheduling_v1_ReleaseHoldResponse, _consult_scheduling_v1_ReleaseHoldRequest__Output, _consult_scheduling_v1_ReleaseHoldResponse__Output>
  RemoveOverride: MethodDefinition<_consult_scheduling_v1_RemoveOverrideRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_RemoveOverrideRequest__Output, _consult_scheduling_v1_Availability__Output>
  RemoveTimeOff: MethodDefinition<_consult_scheduling_v1_RemoveTimeOffRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_RemoveTimeOffRequest__Output, _consult_scheduling_v1_Availability__Output>
  Reschedule: MethodDefinition<_consult_scheduling_v1_RescheduleRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_RescheduleRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Resolve: MethodDefinition<_consult_scheduling_v1_ResolveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_ResolveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  RevokeCalendarLink: MethodDefinition<_consult_scheduling_v1_CalendarLinkRequest, _consult_scheduling_v1_RevokeCalendarLinkResponse, _consult_scheduling_v1_CalendarLinkRequest__Output, _consult_scheduling_v1_RevokeCalendarLinkResponse__Output>
  RotateCalendarLink: MethodDefinition<_consult_scheduling_v1_CalendarLinkRequest, _consult_scheduling_v1_CalendarLink, _consult_scheduling_v1_CalendarLinkRequest__Output, _consult_scheduling_v1_CalendarLink__Output>
  Start: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  SumEarnings: MethodDefinition<_consult_scheduling_v1_EarningsRequest, _consult_scheduling_v1_EarningsSummary, _consult_scheduling_v1_EarningsRequest__Output, _consult_scheduling_v1_EarningsSummary__Output>
  UpdateConsultant: MethodDefinition<_consult_scheduling_v1_UpdateConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_UpdateConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
}
