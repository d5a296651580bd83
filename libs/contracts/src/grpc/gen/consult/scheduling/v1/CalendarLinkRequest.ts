// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface CalendarLinkRequest {
}

export interface CalendarLinkRequest__Output {
}
