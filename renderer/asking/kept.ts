import { useCallback, useSyncExternalStore } from 'react'

/**
 * What someone has typed and not yet handed in, kept while they look elsewhere. In memory only: a draft may hold a
 * client's names, and nothing of that kind lies outside the vault. Locking forgets it.
 */
const drafts = new Map<string, unknown>()
const listeners = new Set<() => void>()

export function useKept<T>(key: string, blank: () => T): [T, (change: Partial<T> | ((before: T) => T)) => void, () => void] {
  const read = useCallback((): T => {
    if (!drafts.has(key)) drafts.set(key, blank())
    return drafts.get(key) as T
    // `blank` only makes the first value.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  const value = useSyncExternalStore(listen, read)
  const change = useCallback((by: Partial<T> | ((before: T) => T)) => {
    const before = drafts.get(key) as T
    keep(key, typeof by === 'function' ? by(before) : { ...before, ...by })
  }, [key])
  const clear = useCallback(() => {
    drafts.delete(key)
    tell()
  }, [key])
  return [value, change, clear]
}

/** Puts a draft under its key, for another screen to find. */
export function keep(key: string, value: unknown): void {
  drafts.set(key, value)
  tell()
}

export function forgetDrafts(): void {
  drafts.clear()
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
