// Original file: protos/consult/scheduling/v1/scheduling.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { Availability as _consult_scheduling_v1_Availability, Availability__Output as _consult_scheduling_v1_Availability__Output } from '../../../consult/scheduling/v1/Availability.ts';
import type { BookRequest as _consult_scheduling_v1_BookRequest, BookRequest__Output as _consult_scheduling_v1_BookRequest__Output } from '../../../consult/scheduling/v1/BookRequest.ts';
import type { ClientFeedbackRequest as _consult_scheduling_v1_ClientFeedbackRequest, ClientFeedbackRequest__Output as _consult_scheduling_v1_ClientFeedbackRequest__Output } from '../../../consult/scheduling/v1/ClientFeedbackRequest.ts';
import type { CompleteRequest as _consult_scheduling_v1_CompleteRequest, CompleteRequest__Output as _consult_scheduling_v1_CompleteRequest__Output } from '../../../consult/scheduling/v1/CompleteRequest.ts';
import type { Consultant as _consult_scheduling_v1_Consultant, Consultant__Output as _consult_scheduling_v1_Consultant__Output } from '../../../consult/scheduling/v1/Consultant.ts';
import type { ConsultantFeedbackRequest as _consult_scheduling_v1_ConsultantFeedbackRequest, ConsultantFeedbackRequest__Output as _consult_scheduling_v1_ConsultantFeedbackRequest__Output } from '../../../consult/scheduling/v1/ConsultantFeedbackRequest.ts';
import type { Consultation as _consult_scheduling_v1_Consultation, Consultation__Output as _consult_scheduling_v1_Consultation__Output } from '../../../consult/scheduling/v1/Consultation.ts';
import type { CreateConsultantRequest as _consult_scheduling_v1_CreateConsultantRequest, CreateConsultantRequest__Output as _consult_scheduling_v1_CreateConsultantRequest__Output } from '../../../consult/scheduling/v1/CreateConsultantRequest.ts';
import type { FenceRequest as _consult_scheduling_v1_FenceRequest, FenceRequest__Output as _consult_scheduling_v1_FenceRequest__Output } from '../../../consult/scheduling/v1/FenceRequest.ts';
import type { FenceResponse as _consult_scheduling_v1_FenceResponse, FenceResponse__Output as _consult_scheduling_v1_FenceResponse__Output } from '../../../consult/scheduling/v1/FenceResponse.ts';
import type { FindSlotsRequest as _consult_scheduling_v1_FindSlotsRequest, FindSlotsRequest__Output as _consult_scheduling_v1_FindSlotsRequest__Output } from '../../../consult/scheduling/v1/FindSlotsRequest.ts';
import type { FindSlotsResponse as _consult_scheduling_v1_FindSlotsResponse, FindSlotsResponse__Output as _consult_scheduling_v1_FindSlotsResponse__Output } from '../../../consult/scheduling/v1/FindSlotsResponse.ts';
import type { GetConsultantRequest as _consult_scheduling_v1_GetConsultantRequest, GetConsultantRequest__Output as _consult_scheduling_v1_GetConsultantRequest__Output } from '../../../consult/scheduling/v1/GetConsultantRequest.ts';
import type { GetConsultationRequest as _consult_scheduling_v1_GetConsultationRequest, GetConsultationRequest__Output as _consult_scheduling_v1_GetConsultationRequest__Output } from '../../../consult/scheduling/v1/GetConsultationRequest.ts';
import type { ListConsultantsRequest as _consult_scheduling_v1_ListConsultantsRequest, ListConsultantsRequest__Output as _consult_scheduling_v1_ListConsultantsRequest__Output } from '../../../consult/scheduling/v1/ListConsultantsRequest.ts';
import type { ListConsultantsResponse as _consult_scheduling_v1_ListConsultantsResponse, ListConsultantsResponse__Output as _consult_scheduling_v1_ListConsultantsResponse__Output } from '../../../consult/scheduling/v1/ListConsultantsResponse.ts';
import type { ListConsultationsRequest as _consult_scheduling_v1_ListConsultationsRequest, ListConsultationsRequest__Output as _consult_scheduling_v1_ListConsultationsRequest__Output } from '../../../consult/scheduling/v1/ListConsultationsRequest.ts';
import type { ListConsultationsResponse as _consult_scheduling_v1_ListConsultationsResponse, ListConsultationsResponse__Output as _consult_scheduling_v1_ListConsultationsResponse__Output } from '../../../consult/scheduling/v1/ListConsultationsResponse.ts';
import type { MarkNoShowRequest as _consult_scheduling_v1_MarkNoShowRequest, MarkNoShowRequest__Output as _consult_scheduling_v1_MarkNoShowRequest__Output } from '../../../consult/scheduling/v1/MarkNoShowRequest.ts';
import type { MoveRequest as _consult_scheduling_v1_MoveRequest, MoveRequest__Output as _consult_scheduling_v1_MoveRequest__Output } from '../../../consult/scheduling/v1/MoveRequest.ts';
import type { PutAvailabilityRequest as _consult_scheduling_v1_PutAvailabilityRequest, PutAvailabilityRequest__Output as _consult_scheduling_v1_PutAvailabilityRequest__Output } from '../../../consult/scheduling/v1/PutAvailabilityRequest.ts';
import type { UpdateConsultantRequest as _consult_scheduling_v1_UpdateConsultantRequest, UpdateConsultantRequest__Output as _consult_scheduling_v1_UpdateConsultantRequest__Output } from '../../../consult/scheduling/v1/UpdateConsultantRequest.ts';

export interface SchedulingClient extends grpc.Client {
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
  
  Fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  Fence(argument: _consult_scheduling_v1_FenceRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  fence(argument: _consult_scheduling_v1_FenceRequest, callback: grpc.requestCallback<_consult_scheduling_v1_FenceResponse__Output>): grpc.ClientUnaryCall;
  
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
  
  Start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  Start(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  start(argument: _consult_scheduling_v1_MoveRequest, callback: grpc.requestCallback<_consult_scheduling_v1_Consultation__Output>): grpc.ClientUnaryCall;
  
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
  Book: grpc.handleUnaryCall<_consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Cancel: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Complete: grpc.handleUnaryCall<_consult_scheduling_v1_CompleteRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Confirm: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  CreateConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_CreateConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
  Decline: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  Fence: grpc.handleUnaryCall<_consult_scheduling_v1_FenceRequest__Output, _consult_scheduling_v1_FenceResponse>;
  
  FindSlots: grpc.handleUnaryCall<_consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_FindSlotsResponse>;
  
  GetAvailability: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Availability>;
  
  GetConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
  GetConsultation: grpc.handleUnaryCall<_consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_Consultation>;
  
  GiveClientFeedback: grpc.handleUnaryCall<_consult_scheduling_v1_ClientFeedbackRequest__Output, _consult_scheduling_v1_Consultation>;
  
  GiveConsultantFeedback: grpc.handleUnaryCall<_consult_scheduling_v1_ConsultantFeedbackRequest__Output, _consult_scheduling_v1_Consultation>;
  
  ListConsultants: grpc.handleUnaryCall<_consult_scheduling_v1_ListConsultantsRequest__Output, _consult_scheduling_v1_ListConsultantsResponse>;
  
  ListConsultations: grpc.handleUnaryCall<_consult_scheduling_v1_ListConsultationsRequest__Output, _consult_scheduling_v1_ListConsultationsResponse>;
  
  MarkNoShow: grpc.handleUnaryCall<_consult_scheduling_v1_MarkNoShowRequest__Output, _consult_scheduling_v1_Consultation>;
  
  PutAvailability: grpc.handleUnaryCall<_consult_scheduling_v1_PutAvailabilityRequest__Output, _consult_scheduling_v1_Availability>;
  
  Start: grpc.handleUnaryCall<_consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation>;
  
  UpdateConsultant: grpc.handleUnaryCall<_consult_scheduling_v1_UpdateConsultantRequest__Output, _consult_scheduling_v1_Consultant>;
  
}

export interface SchedulingDefinition extends grpc.ServiceDefinition {
  Book: MethodDefinition<_consult_scheduling_v1_BookRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_BookRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Cancel: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Complete: MethodDefinition<_consult_scheduling_v1_CompleteRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_CompleteRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Confirm: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  CreateConsultant: MethodDefinition<_consult_scheduling_v1_CreateConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_CreateConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
  Decline: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  Fence: MethodDefinition<_consult_scheduling_v1_FenceRequest, _consult_scheduling_v1_FenceResponse, _consult_scheduling_v1_FenceRequest__Output, _consult_scheduling_v1_FenceResponse__Output>
  FindSlots: MethodDefinition<_consult_scheduling_v1_FindSlotsRequest, _consult_scheduling_v1_FindSlotsResponse, _consult_scheduling_v1_FindSlotsRequest__Output, _consult_scheduling_v1_FindSlotsResponse__Output>
  GetAvailability: MethodDefinition<_consult_scheduling_v1_GetConsultantRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Availability__Output>
  GetConsultant: MethodDefinition<_consult_scheduling_v1_GetConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_GetConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
  GetConsultation: MethodDefinition<_consult_scheduling_v1_GetConsultationRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_GetConsultationRequest__Output, _consult_scheduling_v1_Consultation__Output>
  GiveClientFeedback: MethodDefinition<_consult_scheduling_v1_ClientFeedbackRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_ClientFeedbackRequest__Output, _consult_scheduling_v1_Consultation__Output>
  GiveConsultantFeedback: MethodDefinition<_consult_scheduling_v1_ConsultantFeedbackRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_ConsultantFeedbackRequest__Output, _consult_scheduling_v1_Consultation__Output>
  ListConsultants: MethodDefinition<_consult_scheduling_v1_ListConsultantsRequest, _consult_scheduling_v1_ListConsultantsResponse, _consult_scheduling_v1_ListConsultantsRequest__Output, _consult_scheduling_v1_ListConsultantsResponse__Output>
  ListConsultations: MethodDefinition<_consult_scheduling_v1_ListConsultationsRequest, _consult_scheduling_v1_ListConsultationsResponse, _consult_scheduling_v1_ListConsultationsRequest__Output, _consult_scheduling_v1_ListConsultationsResponse__Output>
  MarkNoShow: MethodDefinition<_consult_scheduling_v1_MarkNoShowRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MarkNoShowRequest__Output, _consult_scheduling_v1_Consultation__Output>
  PutAvailability: MethodDefinition<_consult_scheduling_v1_PutAvailabilityRequest, _consult_scheduling_v1_Availability, _consult_scheduling_v1_PutAvailabilityRequest__Output, _consult_scheduling_v1_Availability__Output>
  Start: MethodDefinition<_consult_scheduling_v1_MoveRequest, _consult_scheduling_v1_Consultation, _consult_scheduling_v1_MoveRequest__Output, _consult_scheduling_v1_Consultation__Output>
  UpdateConsultant: MethodDefinition<_consult_scheduling_v1_UpdateConsultantRequest, _consult_scheduling_v1_Consultant, _consult_scheduling_v1_UpdateConsultantRequest__Output, _consult_scheduling_v1_Consultant__Output>
}
