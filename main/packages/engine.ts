import { type Disk, realDisk } from '../files/disk.ts'
import { openOnto } from './open.ts'
import type { How, Opened, OpenOrder, Sealed, SealOrder, Verified, VerifyOrder } from './order.ts'
import { sealOnto } from './seal.ts'
import { verifyOn } from './verify.ts'

export { PackageProblem, type PackageProblemCode } from '../../crypto/zip/problem.ts'
export { planVolumes, splitPackage, type SplitVolume, type Volume } from './split.ts'
export type { Difference, How, KeptManifest, Manifest, ManifestLine, Opened, OpenOrder, Progress, Sealed, SealOrder, Source, StreamSource, Verified, VerifyOrder } from './order.ts'

/**
 * Seals files, folders and streams into one AES-256 ZIP that 7-Zip opens, in one pass over the sources.
 * `level` 0 stores, 1–9 deflate (4 is the default of the desk). Names are hidden in an inner archive unless shown on request.
 * The file appears whole under `out` or not at all, and nothing is ever replaced. Expected failures throw `PackageProblem`;
 * a cancel throws the signal's reason after the draft is gone.
 */
export async function seal(order: SealOrder, how: How, disk: Disk = realDisk): Promise<Sealed> {
  return sealOnto(disk, order, how)
}

/** Verifies a package from its medium: after writing, on a stick, after transport, always the same. Of volumes, `path` names the first (`.001`). */
export async function verify(order: VerifyOrder, how: How, disk: Disk = realDisk): Promise<Verified> {
  return verifyOn(disk, order, how)
}

/** Opens a package (ours, or AES of 7-Zip, bsdtar, zip.js …) into a folder that is new or empty: all of it or nothing. */
export async function open(order: OpenOrder, how: How, disk: Disk = realDisk): Promise<Opened> {
  return openOnto(disk, order, how)
}
