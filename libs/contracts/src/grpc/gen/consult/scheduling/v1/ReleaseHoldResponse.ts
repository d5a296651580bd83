// Original file: protos/consult/scheduling/v1/scheduling.proto


export interface ReleaseHoldResponse {
}

export interface ReleaseHoldResponse__Output {
}
