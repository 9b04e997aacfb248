import type { Ask } from '../commands/ask.ts'

/** Where a part of a file lies on its volume, in bytes of the file, and what the file system says of it (`shared`, `encoded`, `unwritten` …). */
export interface Extent { from: number; to: number; flags: string[] }

/** The extents of an open file by filefrag (FIEMAP, flushed first), or null when nobody can tell. */
export async function extentsOf(fd: number, ask: Ask): Promise<Extent[] | null> {
  const { outcome, code, out } = await ask('filefrag', ['-v', '-s', '/proc/self/fd/3'], { held: [fd] })
  return outcome === 'answered' && code === 0 ? readExtents(out) : null
}

/** Reads `filefrag -v`; null when it is not that. */
export function readExtents(text: string): Extent[] | null {
  const head = /^File size of .* is \d+ \(\d+ blocks? of (\d+) bytes\)$/m.exec(text)
  if (!head || !/^.*: (\d+) extents? found$/m.test(text)) return null
  const block = Number(head[1])
  const extents: Extent[] = []
  for (const line of text.split('\n')) {
    const found = /^\s*\d+:\s*(\d+)\.\.\s*(\d+):\s*\d+\.\.\s*\d+:\s*\d+:\s*(?:\d+:)?\s*([a-z_,]*)$/.exec(line)
    if (found) extents.push({ from: Number(found[1]) * block, to: (Number(found[2]) + 1) * block, flags: (found[3] ?? '').split(',').filter(Boolean) })
  }
  // Fewer lines than it counts would leave a part untouched: extents that follow one another are counted as one, so only "none" can be told.
  const counted = Number(/: (\d+) extents? found$/m.exec(text)?.[1])
  return counted > 0 && extents.length < counted ? null : extents
}
