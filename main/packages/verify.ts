import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Container, openContainer } from '../../crypto/zip/container.ts'
import { type Manifest, type ManifestLine, NewManifest } from '../../crypto/zip/manifest.ts'
import type { Disk } from '../files/disk.ts'
import { sweepDrafts } from '../files/draft.ts'
import { hireCrew } from './crew.ts'
import { decryptAhead } from './decrypt-ahead.ts'
import { hashedPackage } from './hashed-package.ts'
import type { Difference, How, Verified, VerifyOrder } from './order.ts'
import { Spills } from './spills.ts'
import { openPackage } from './volumes.ts'

const WORTH_A_THREAD = 4 << 20

/**
 * Reads a package back from its medium, authenticates and unpacks everything and compares each SHA-256 with the manifest inside
 * and with `against`. Throws when anything is not authentic or does not unpack; differences of content are answered.
 */
export async function verifyOn(disk: Disk, order: VerifyOrder, how: How): Promise<Verified> {
  const medium = await openPackage(order.path, 'medium', how.signal, disk)
  // Not beside the package: a medium that is verified is not written to.
  const aside = join(tmpdir(), 'azukari-verifying')
  // What another user of this machine left there is not ours to remove.
  await sweepDrafts(aside, disk).catch(() => {})
  const [spills, kept] = [new Spills(aside, disk), new Spills(aside, disk)]
  const crew = await hireCrew(medium.size > WORTH_A_THREAD ? (order.hash ? 2 : 1) : 0)
  const hashing = order.hash ? hashedPackage(medium, crew) : undefined
  const file = hashing ?? medium
  try {
    const container = await openContainer(file, order.password, { decrypt: decryptAhead(file, crew), spill: spills.open, manifestSpill: kept.open })
    hashing?.begin()
    const { inside, contents, bytes } = await walkThrough(container, kept, how)
    const differences = inside ? await compare(inside, contents, 'package') : []
    if (order.against) differences.push(...await compare(order.against, contents, 'against'))
    const { files, folders } = inside ?? contents
    return {
      manifest: { files, folders, close: () => kept.close() }, manifestFrom: inside ? 'package' : 'contents', names: container.names,
      files: contents.files.count, bytes, readBack: file.readBack, differences,
      ...(hashing ? { sha256: await hashing.sha256() } : {}),
    }
  } catch (error) {
    await kept.close()
    throw error
  } finally {
    await spills.close()
    await crew.dismiss()
    await file.close()
  }
}

async function walkThrough(container: Container, kept: Spills, how: How): Promise<{ inside: Manifest | undefined; contents: Manifest; bytes: number }> {
  const progress = { phase: 'verifying' as const, bytesDone: 0, bytesTotal: container.bytes, filesDone: 0, filesTotal: container.files }
  const contents = new NewManifest(kept.open)
  const inside = await container.walk({
    file: async (entry, content) => {
      const hash = createHash('sha256')
      for await (const piece of content) {
        hash.update(piece)
        progress.bytesDone += piece.length
        how.onProgress({ ...progress })
      }
      await contents.addFile({ path: entry.name, size: entry.bytes, mtime: entry.mtime, sha256: hash.digest('hex') })
      progress.filesDone++
      how.onProgress({ ...progress })
    },
    folder: (entry) => contents.addFolder(entry.name),
  })
  return { inside, contents: await contents.putInOrder(), bytes: progress.bytesDone }
}

/** Every way in which what was found is not what was expected, in order of path, as both sides are. Times are not compared: a ZIP holds only seconds. */
export async function compare(expected: NonNullable<VerifyOrder['against']>, found: Pick<Manifest, 'files'>, from: Difference['from']): Promise<Difference[]> {
  const differences: Difference[] = []
  const others = found.files[Symbol.asyncIterator]()
  let other = await others.next()
  let before: ManifestLine | undefined
  for await (const line of expected.files) {
    if (before && before.path > line.path) throw new RangeError('lines to compare with must be in order of path')
    before = line
    for (; other.done !== true && other.value.path < line.path; other = await others.next()) differences.push({ path: other.value.path, what: 'unexpected', from })
    if (other.done === true || other.value.path !== line.path) {
      differences.push({ path: line.path, what: 'missing', from })
      continue
    }
    if (other.value.size !== line.size) differences.push({ path: line.path, what: 'size', from })
    else if (other.value.sha256 !== line.sha256) differences.push({ path: line.path, what: 'sha256', from })
    other = await others.next()
  }
  for (; other.done !== true; other = await others.next()) differences.push({ path: other.value.path, what: 'unexpected', from })
  return differences
}
