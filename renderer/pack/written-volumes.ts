import type { Package } from '../../core/packages/package.ts'
import type { MediumWriting } from '../../core/packages/writing.ts'

/** Onto which medium a volume was written already; the newest counts. */
export function mediumOf(writings: readonly MediumWriting[], { name, bytes }: { name: string; bytes: number }): string | null {
  return writings.findLast(({ state, parts }) => state === 'written' && parts.some((part) => part.name === name && part.bytes === bytes))?.medium ?? null
}

/** The size that a package was cut to when the first of its volumes was written: the others have to be cut alike. Null when it never was. */
export function cutBefore(writings: readonly MediumWriting[], { fileName, bytes }: Package): number | null {
  const volumes = writings.filter(({ state }) => state === 'written').flatMap(({ parts }) => parts).filter(({ name }) => name.startsWith(`${fileName}.`))
  const largest = Math.max(0, ...volumes.map((volume) => volume.bytes))
  return largest > 0 && largest < bytes ? largest : null
}

/** As many of the volumes that lie nowhere yet as there is room for, in their order; by number, from 1. */
export function fitting(volumes: readonly { name: string; bytes: number }[], writings: readonly MediumWriting[], freeBytes: number | null): number[] {
  let left = freeBytes ?? Infinity
  const taken: number[] = []
  for (const [index, volume] of volumes.entries()) {
    if (mediumOf(writings, volume) !== null) continue
    if (volume.bytes > left) break
    left -= volume.bytes
    taken.push(index + 1)
  }
  return taken
}
