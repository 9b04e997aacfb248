import { PackageProblem } from '../../crypto/zip/problem.ts'
import { requireInside } from '../../crypto/zip/bytes.ts'
import type { Disk } from '../files/disk.ts'
import { exists } from '../files/draft.ts'
import { openPackageFile, type PackageFile } from './package-file.ts'

const FIRST = /\.001$/

/** Opens a package, or, when the path ends in `.001`, all its volumes as if they were one file. */
export async function openPackage(path: string, from: 'medium' | 'anywhere', signal: AbortSignal, disk: Disk): Promise<PackageFile> {
  if (!FIRST.test(path)) return openPackageFile(path, from, signal, disk)
  const volumes: PackageFile[] = []
  try {
    for (const each of await volumePaths(path, disk)) volumes.push(await openPackageFile(each, from, signal, disk))
  } catch (error) {
    await Promise.all(volumes.map((volume) => volume.close()))
    throw error
  }
  return joined(volumes)
}

/** The package's own file, or, when the path ends in `.001`, each of its volumes in order. */
export async function volumePaths(path: string, disk: Disk): Promise<string[]> {
  if (!FIRST.test(path)) return [path]
  const paths = [path]
  for (let n = 2; await exists(nth(path, n), disk); n++) paths.push(nth(path, n))
  return paths
}

const nth = (path: string, n: number): string => path.replace(FIRST, `.${String(n).padStart(3, '0')}`)

function joined(volumes: PackageFile[]): PackageFile {
  const size = volumes.reduce((sum, volume) => sum + volume.size, 0)
  const read = async (at: number, length: number): Promise<Uint8Array> => {
    requireInside(at, length, size)
    const parts: Buffer[] = []
    let begin = 0
    for (const volume of volumes) {
      const from = Math.max(at, begin)
      const to = Math.min(at + length, begin + volume.size)
      if (from < to) parts.push(Buffer.from(await volume.read(from - begin, to - from)))
      begin += volume.size
    }
    return Buffer.concat(parts)
  }
  return {
    size, read, readBack: volumes.every(({ readBack }) => readBack === 'uncached') ? 'uncached' : 'cached',
    readInto: async (memory, at, length) => {
      memory.set(await read(at, length))
      return memory.subarray(0, length)
    },
    close: async () => {
      const ends = await Promise.allSettled(volumes.map((volume) => volume.close()))
      if (ends.some((end) => end.status === 'rejected')) throw new PackageProblem('package-unreadable')
    },
  }
}
