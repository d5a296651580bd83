/** How often each race is run: a few times in `npm test`, more in a proof. */
export const ROUNDS = Number(process.env['PROOF_ROUNDS'] ?? 1);

export const times = (count: number) => Array.from({ length: count }, (_, index) => index);
export const rounds = times(ROUNDS);
