import { toldOnce } from './told-once.ts'

/** What the desk says a single time, to be put on paper. */
export type ShownOnce = { kind: 'recovery codes'; loginId: string; codes: readonly string[] } | { kind: 'recovery key'; recoveryKey: string; organisation: string }

export const shownOnce = toldOnce<ShownOnce>()
