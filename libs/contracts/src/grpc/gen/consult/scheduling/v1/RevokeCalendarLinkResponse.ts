// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface RevokeCalendarLinkResponse {
}

export interface RevokeCalendarLinkResponse__Output {
}
