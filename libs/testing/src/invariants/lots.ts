import { type AccountRow, type CountersRow, type Finding, keyOf, type MovementRow, type Stack } from './stack.ts';

const COUNTERS = ['added', 'remaining', 'reserved', 'held', 'used', 'expired', 'revoked'] as const;
type Counter = (typeof COUNTERS)[number];

/** From where to where each kind of movement takes the credits of its lot; `*`: the movement says. */
const EFFECTS: Readonly<Record<string, { from: Counter | '*' | undefined; to: Counter }>> = {
  granted: { from: undefined, to: 'remaining' },
  reserved: { from: 'remaining', to: 'reserved' },
  held: { from: 'reserved', to: 'held' },
  moved: { from: '*', to: 'held' },
  used: { from: '*', to: 'used' },
  released: { from: '*', to: 'remaining' },
  used_reversed: { from: 'used', to: 'remaining' },
  expired: { from: 'remaining', to: 'expired' },
  rolled_over: { from: 'remaining', to: 'expired' },
  reinstated: { from: 'expired', to: 'remaining' },
  revoked: { from: 'remaining', to: 'revoked' },
  restored: { from: 'revoked', to: 'remaining' },
};
/** These move no credit of a lot. */
const WITHOUT_CREDITS = new Set([
  'extended',
  'activated',
  'frozen',
  'thawed',
  'tombstone',
  'rebuilt',
  'trial_reserved',
  'trial_held',
  'trial_moved',
  'trial_used',
  'trial_released',
  'trial_reversed',
]);

/** I1: every lot adds up, none of its parts is negative, and it is what its movements make it. */
export function checkLots({ accounts, movements }: Stack): Finding[] {
  const known = new Set(accounts.map(({ tenantId, _id }) => keyOf(tenantId, _id)));
  const strays = [...movements.keys()].filter((key) => !known.has(key));
  return [
    ...strays.map((where) => finding(where, 'movements of an account that does not exist')),
    ...accounts.flatMap((account) => checkAccount(account, movements.get(keyOf(account.tenantId, account._id)) ?? [])),
  ];
}

function checkAccount(account: AccountRow, movements: MovementRow[]): Finding[] {
  const { tenantId, clientId, lots, sequence } = account;
  const where = keyOf(tenantId, clientId);
  const found: Finding[] = [];
  movements.forEach((movement, index) => {
    if (movement.sequence !== index + 1)
      found.push(finding(where, `movement ${movement.movementId} is out of sequence`));
    if (!(movement.kind in EFFECTS) && !WITHOUT_CREDITS.has(movement.kind))
      found.push(finding(where, `movement ${movement.movementId} is of no known kind`));
  });
  if (sequence !== movements.length)
    found.push(finding(where, `counts ${sequence} movements, there are ${movements.length}`));
  const replayed = replay(movements);
  for (const lot of lots) {
    const lotWhere = keyOf(tenantId, clientId, lot.lotId);
    const parts = COUNTERS.filter((name) => name !== 'added').map((name) => lot[name]);
    if (parts.some((part) => !Number.isSafeInteger(part) || part < 0))
      found.push(finding(lotWhere, 'a part is negative'));
    if (lot.added !== parts.reduce((sum, part) => sum + part, 0)) found.push(finding(lotWhere, 'does not add up'));
    const other = replayed.get(lot.lotId);
    for (const name of COUNTERS)
      if (lot[name] !== (other?.[name] ?? 0))
        found.push(finding(lotWhere, `${name} is ${lot[name]}, by its movements ${other?.[name] ?? 0}`));
    for (const state of ['reserved', 'held'] as const)
      if (lot[state] !== openCredits(account, lot.lotId, state))
        found.push(finding(lotWhere, `${state} is ${lot[state]}, its open chains say otherwise`));
    replayed.delete(lot.lotId);
  }
  for (const lotId of replayed.keys()) found.push(finding(where, `movements of lot ${lotId}, which does not exist`));
  return found;
}

function replay(movements: MovementRow[]): Map<string, CountersRow> {
  const lots = new Map<string, CountersRow>();
  for (const { kind, lotId, credits, from } of movements) {
    const effect = EFFECTS[kind];
    if (effect === undefined) continue;
    const lot = lots.get(lotId) ?? { added: 0, remaining: 0, reserved: 0, held: 0, used: 0, expired: 0, revoked: 0 };
    lots.set(lotId, lot);
    const source = effect.from === '*' ? COUNTERS.find((name) => name === from) : effect.from;
    if (source === undefined) lot.added += credits;
    else lot[source] -= credits;
    lot[effect.to] += credits;
  }
  return lots;
}

function openCredits({ bookings }: AccountRow, lotId: string, state: string): number {
  return Object.values(bookings)
    .filter((chain) => chain.state === state && chain.payment.lotId === lotId)
    .reduce((sum, chain) => sum + (chain.payment.credits ?? 0) - (chain.takesOver?.credits ?? 0), 0);
}

function finding(where: string, what: string): Finding {
  return { invariant: 'I1', where, what };
}
