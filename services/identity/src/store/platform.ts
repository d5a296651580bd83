/** Stands where other documents name their tenant: what belongs to the platform itself. */
export const PLATFORM = 'platform';
