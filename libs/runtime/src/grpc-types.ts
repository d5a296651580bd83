import type { ServiceName } from '@consult/contracts/grpc/load';
import type { Services } from '@consult/contracts/grpc/types';
import type { ClientUnaryCall, handleUnaryCall, requestCallback } from '@grpc/grpc-js';
import type { Caller } from './caller.ts';

/** The generated interfaces carry an index signature; only the methods themselves are wanted. */
type MethodsOf<H> = { [K in keyof H as string extends K ? never : K]: H[K] };
type Raw<N extends ServiceName> = MethodsOf<Services[N]['handlers']>;

/** Every method of a service, in camel case: what a server must bring. An answer may leave out what proto3 defaults. */
export type Handlers<N extends ServiceName> = {
  [K in keyof Raw<N> as Uncapitalize<K & string>]: Raw<N>[K] extends handleUnaryCall<infer Request, infer Response>
    ? (caller: Caller, request: Request) => Promise<Response>
    : never;
};

/** The same methods as a caller sees them; each throws AppError. */
export type GrpcClient<N extends ServiceName> = {
  [K in keyof Raw<N> as Uncapitalize<K & string>]: K extends keyof Services[N]['client']
    ? Services[N]['client'][K] extends (
        request: infer Request,
        callback: requestCallback<infer Response>,
      ) => ClientUnaryCall
      ? (caller: Caller, request: Request) => Promise<Response>
      : never
    : never;
} & {
  /** Ends the connection; calls on their way fail as `dependency_unavailable`. */
  close(): void;
};
