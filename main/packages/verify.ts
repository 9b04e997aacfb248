import { createHash } from 'node:crypto'
import { openContainer } from '../../crypto/zip/container.ts'
import type { Manifest, ManifestLine } from '../../crypto/zip/manifest.ts'
import type { Disk } from '../files/disk.ts'
import { hireCrew } from './crew.ts'
import { decryptAhead } from './decrypt-ahead.ts'
import type { Difference, How, Verified, VerifyOrder } from './order.ts'
import { openPackage } from './volumes.ts'

const WORTH_A_THREAD = 4 << 20

/**
 * Reads a package back from its medium, authenticates and unpacks everything and compares each SHA-256 with the manifest inside
 * and with `against`. Throws when anything is not authentic or does not unpack; differences of content are answered.
 */
export async function verifyOn(disk: Disk, order: VerifyOrder, how: How): Promise<Verified> {
  const file = await openPackage(order.path, 'medium', how.signal, disk)
  const crew = await hireCrew(file.size > WORTH_A_THREAD ? 1 : 0)
  try {
    const container = await openContainer(file, order.password, { decrypt: decryptAhead(file, crew) })
    const progress = { phase: 'verifying' as const, bytesDone: 0, bytesTotal: 0, filesDone: 0, filesTotal: 0 }
    for (const entry of container.entries) if (entry.kind === 'file') [progress.bytesTotal, progress.filesTotal] = [progress.bytesTotal + entry.bytes, progress.filesTotal + 1]
    const found: ManifestLine[] = []
    const folders: string[] = []
    const inside = await container.walk({
      file: async (entry, content) => {
        const hash = createHash('sha256')
        for await (const piece of content) {
          hash.update(piece)
          progress.bytesDone += piece.length
          how.onProgress({ ...progress })
        }
        found.push({ path: entry.name, size: entry.bytes, mtime: entry.mtime, sha256: hash.digest('hex') })
        progress.filesDone++
        how.onProgress({ ...progress })
      },
      folder: async (entry) => void folders.push(entry.name),
    })
    const contents = { files: found.toSorted(byPath), folders }
    return {
      manifest: inside ?? contents, manifestFrom: inside ? 'package' : 'contents', names: container.names, files: found.length, bytes: progress.bytesDone, readBack: file.readBack,
      differences: [...(inside ? compare(inside, contents, 'package') : []), ...(order.against ? compare(order.against, contents, 'against') : [])],
    }
  } finally {
    await crew.dismiss()
    await file.close()
  }
}

/** Every way in which what was found is not what was expected. Times are not compared: a ZIP holds only seconds. */
export function compare(expected: Manifest, found: Manifest, from: Difference['from']): Difference[] {
  const differences: Difference[] = []
  const left = new Map(found.files.map((line) => [line.path, line]))
  for (const line of expected.files) {
    const other = left.get(line.path)
    left.delete(line.path)
    if (!other) differences.push({ path: line.path, what: 'missing', from })
    else if (other.size !== line.size) differences.push({ path: line.path, what: 'size', from })
    else if (other.sha256 !== line.sha256) differences.push({ path: line.path, what: 'sha256', from })
  }
  for (const path of left.keys()) differences.push({ path, what: 'unexpected', from })
  return differences
}

const byPath = (a: ManifestLine, b: ManifestLine): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
