/**
 * How proto messages become JS objects. The generator and the loader share this constant, or the types would lie.
 * Money fits a JS number (schemas bound it by 2^53−1); unset `optional` fields stay absent, unset messages are null.
 */
export const LOADER_OPTIONS = { longs: Number, enums: String, defaults: true, keepCase: false } as const;

/** The same as flags of proto-loader-gen-types. */
export const GENERATOR_FLAGS = [
  '--longs=Number',
  '--enums=String',
  '--defaults',
  '--grpcLib=@grpc/grpc-js',
  '--importFileExtension=.ts',
];
