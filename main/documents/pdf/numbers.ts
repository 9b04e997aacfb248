/** `1096` → `1,096`. Not Intl: its tables change with the runtime, and these digits are compared byte for byte. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 64 hex digits as eight groups of eight, to be compared by eye or read aloud. */
export function hashGroups(sha256: string): string {
  return sha256.match(/.{1,8}/g)?.join(' ') ?? ''
}
