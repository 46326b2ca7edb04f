/** A new Idempotency-Key: 32 hexadecimal digits. Mini-programs have no `crypto`; there time and chance must do. */
export function newKey(): string;
