import { useSyncExternalStore } from 'react'

/** What the desk says a single time, to be put on paper. */
export type ShownOnce = { kind: 'recovery codes'; loginId: string; codes: readonly string[] } | { kind: 'recovery key'; recoveryKey: string; organisation: string }

let shown: ShownOnce | null = null
const listeners = new Set<() => void>()

/** From the moment the desk says it until it is on paper, whatever screen one came from. In memory only. */
export const shownOnce = {
  show: (answer: ShownOnce): void => set(answer),
  forget: (): void => set(null),
  use: (): ShownOnce | null => useSyncExternalStore(listen, () => shown),
}

function set(next: ShownOnce | null): void {
  shown = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
