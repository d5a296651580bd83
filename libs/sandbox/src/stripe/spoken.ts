/** An amount of minor units as Stripe writes it in messages and on invoices: `$9.90`, `¥990`. */
export function spokenAmount(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
