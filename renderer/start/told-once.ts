import { useSyncExternalStore } from 'react'

/** Holds what the desk says a single time, from then until it is on paper, whatever screen one came from. In memory only. */
export function toldOnce<T>(): { show: (answer: T) => void; forget: () => void; use: () => T | null } {
  let shown: T | null = null
  const listeners = new Set<() => void>()
  const set = (next: T | null): void => {
    shown = next
    for (const listener of listeners) listener()
  }
  const listen = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return { show: set, forget: () => set(null), use: () => useSyncExternalStore(listen, () => shown) }
}
