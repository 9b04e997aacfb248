/**
 * What is written over: a block device, an image or a file. `read` and `write` may do less than asked, as the system's calls do, and throw what it
 * says. Pieces begin and end at `sectorBytes`, but for the end of a file.
 */
export interface Target {
  readonly bytes: number
  /** The least that can be written by itself. */
  readonly sectorBytes: number
  /** As the kernel counts insertions (`diskseq`), of what is held open; null where it does not, and for a file. */
  readonly insertion?: string | null
  /** What is read comes from the medium, not from the system's memory; what is written goes there. */
  readonly uncached: boolean
  read(into: Uint8Array, offset: number): Promise<number>
  write(piece: Uint8Array, offset: number): Promise<number>
  /** Everything written before is on the medium when this resolves. */
  flush(): Promise<void>
  /** Whether the system still knows the device, and as the same one. Whether it answers is found out by reading. */
  isKnown(): Promise<boolean>
  close(): Promise<void>
}

/** Reads all of it, however little the system does at a time. Throws what the system says, or `CutShort`. */
export async function readFully(target: Target, into: Uint8Array, offset: number): Promise<void> {
  await wholly(into, target.sectorBytes, (rest, done) => target.read(rest, offset + done))
}

/** The same for writing. */
export async function writeFully(target: Target, piece: Uint8Array, offset: number): Promise<void> {
  await wholly(piece, target.sectorBytes, (rest, done) => target.write(rest, offset + done))
}

async function wholly(piece: Uint8Array, sectorBytes: number, step: (rest: Uint8Array, done: number) => Promise<number>): Promise<void> {
  let done = 0
  while (done < piece.length) {
    const more = await step(piece.subarray(done), done)
    // Uncached requests must begin at a sector: what was done of one that was cut is done again.
    const next = done + more === piece.length ? piece.length : Math.floor((done + more) / sectorBytes) * sectorBytes
    if (next <= done) throw new CutShort()
    done = next
  }
}

/** The medium ended before it should, or took nothing. */
export class CutShort extends Error {
  override readonly name = 'CutShort'
  readonly code = 'ECUTSHORT'
}
