import type { Crew } from './crew.ts'
import type { PackageFile } from './package-file.ts'

/** A package that is hashed while it is read. */
export interface HashedPackage extends PackageFile {
  /** From here on it is read once from beginning to end, but for small looks ahead and back. */
  begin(): void
  /** SHA-256 of all its bytes in hex, after the rest of them has been read, too. */
  sha256(): Promise<string>
}

const GATHERED_BYTES = 256 * 1024
/** What is never read for its own sake, between entries. A look further ahead is not followed: what lies between will still come. */
const MOST_GAP_BYTES = 128 * 1024

/**
 * Takes the hash of the container from what comes off the medium when it is verified: every byte passes there anyway, and what
 * counts is what lies on the medium, not what was meant to. The crew hashes, beside decrypting.
 */
export function hashedPackage(file: PackageFile, crew: Crew): HashedPackage {
  const lane = crew.lane({ sha256: true })
  const gathered = Buffer.allocUnsafeSlow(GATHERED_BYTES)
  let filled = 0
  let hashedTo = 0
  let begun = false

  async function sendGathered(): Promise<void> {
    if (filled > 0) await lane.step(Uint8Array.from(gathered.subarray(0, filled)))
    filled = 0
  }

  async function add(bytes: Uint8Array): Promise<void> {
    hashedTo += bytes.length
    if (filled + bytes.length > GATHERED_BYTES) await sendGathered()
    if (bytes.length > GATHERED_BYTES) return lane.step(bytes)
    gathered.set(bytes, filled)
    filled += bytes.length
  }

  async function readUpTo(end: number): Promise<void> {
    while (hashedTo < end) await add(await file.read(hashedTo, Math.min(MOST_GAP_BYTES, end - hashedTo)))
  }

  /** What is read at `at`, hashed where it continues what was hashed before. */
  async function passing(at: number, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (begun && at > hashedTo && at - hashedTo <= MOST_GAP_BYTES) await readUpTo(at)
    const bytes = await read()
    if (begun && at <= hashedTo && hashedTo < at + bytes.length) await add(bytes.subarray(hashedTo - at))
    return bytes
  }

  return {
    ...file,
    begin: () => { begun = true },
    read: (at, length) => passing(at, () => file.read(at, length)),
    readInto: (memory, at, length) => passing(at, () => file.readInto(memory, at, length)),
    sha256: async () => {
      await readUpTo(file.size)
      await sendGathered()
      return Buffer.from(await lane.finish()).toString('hex')
    },
  }
}
