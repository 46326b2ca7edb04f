/** A new Idempotency-Key: 32 hexadecimal digits. Mini-programs have no `crypto`; there time and chance must do. */
export function newKey() {
  const crypto = /** @type {{ randomUUID?: () => string } | undefined} */ (/** @type {any} */ (globalThis).crypto)
  return crypto?.randomUUID ? crypto.randomUUID().replace(/-/g, '') : byChance()
}

function byChance() {
  const word = () => Math.floor(Math.random() * 0x100000000).toString(16).padStart(8, '0')
  return Date.now().toString(16).padStart(12, '0').slice(-8) + word() + word() + word()
}
