import { useState } from 'react'

/** Which columns of a table someone does not want to see; remembered on this machine, which learns no more of it than column names. */
export function useHiddenColumns(table: string, columns: readonly { key: string; extra?: boolean }[]): [ReadonlySet<string>, (key: string) => void, (shown: readonly string[]) => void] {
  const keptAs = `azukari.columns.${table}`
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => {
    const kept = localStorage.getItem(keptAs)
    return new Set(kept === null ? columns.filter(({ extra }) => extra).map(({ key }) => key) : kept.split(' '))
  })
  const put = (next: ReadonlySet<string>): void => {
    // One column always stays: a table without any could not be mended.
    if (columns.every((column) => next.has(column.key))) return
    localStorage.setItem(keptAs, [...next].join(' '))
    setHidden(next)
  }
  const toggle = (key: string): void => {
    const next = new Set(hidden)
    if (!next.delete(key)) next.add(key)
    put(next)
  }
  return [hidden, toggle, (shown) => put(new Set(columns.map(({ key }) => key).filter((key) => !shown.includes(key))))]
}
