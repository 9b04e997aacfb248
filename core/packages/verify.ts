import { contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { keyInHand, refusedOpening } from './key.ts'
import { nameOf } from './open.ts'
import { partsOf, type Package, type PackagePart, type SealProgress } from './package.ts'
import type { PackageVerified, VerifiedPackage, VerifyPackage } from './received.ts'

const NEVER = new AbortController().signal
const DIFFERENCES_TOLD = 1000

type Difference = VerifiedPackage['differences'][number]

/**
 * 検証 (Art. 11(3)): one operation after writing, on a stick and after transport. The bytes are compared with what the ledger says
 * of our package; with a key, everything inside is unpacked and compared with its manifest. Says whether it was read past the
 * system's cache. Whatever comes of it is written down.
 */
export async function verifyPackage(world: World, order: VerifyPackage, { signal = NEVER, onProgress = () => {} }: JobOptions<SealProgress> = {}): Promise<PackageVerified> {
  const { key, ours, path } = await look(world, (reading) => {
    const named = order.packageId === null ? null : packageNamed(reading, order.packageId)
    if (order.contractId !== null) contractNamed(reading, order.contractId)
    return { key: order.key && keyInHand(world, reading, order.key), ours: named, path: order.path ?? named?.path ?? '' }
  })
  const read = await world.packages.verify({ path, key }, { signal, onProgress })
  if (read.outcome === 'abandoned') return read
  const contractId = ours?.contractId ?? order.contractId
  const entry = { packageId: ours?.id ?? null, contractId, file: nameOf(path), opened: key !== null }
  if (read.outcome === 'trouble') {
    await record(world, () => ({ entries: [{ type: 'package-verified', data: { ...entry, outcome: 'refused', why: read.what, sha256: null, readBack: null, differences: 0 } }], answer: () => undefined }))
    throw refusedOpening(read.what, read.path)
  }

  return record(world, (reading) => {
    const known = ours ?? packageOf(reading, read.sha256)
    const differences = [...(ours ? compareParts(ours, read.parts, read.sha256) : []), ...read.differences]
    const outcome = differences.length > 0 ? 'differs' : 'whole'
    const { bytes, sha256, parts, contents, readBack, sender } = read
    const verified = { packageNo: known?.no ?? null, path, bytes, sha256, parts, contents, readBack, sender, differences: differences.slice(0, DIFFERENCES_TOLD), at: world.now() }
    return {
      entries: [{ type: 'package-verified', data: { ...entry, packageId: known?.id ?? null, contractId: known?.contractId ?? contractId, outcome, why: null, sha256, readBack, differences: differences.length } }],
      answer: (): PackageVerified => ({ outcome, ...verified }),
    }
  })
}

/** The package as a whole first: the same bytes may lie there in other volumes than they were sealed in. */
function compareParts(sealed: Package, parts: readonly PackagePart[], sha256: string): Difference[] {
  if (sha256 === sealed.sha256) return []
  const expected = partsOf(sealed)
  const wrong = expected.flatMap((part, i): Difference[] => {
    const there = parts[i]
    if (!there) return [{ path: part.name, what: 'missing' }]
    if (there.bytes !== part.bytes) return [{ path: part.name, what: 'size' }]
    return there.sha256 === part.sha256 ? [] : [{ path: part.name, what: 'sha256' }]
  })
  return wrong.length > 0 ? wrong : [{ path: sealed.fileName, what: 'sha256' }]
}

const packageOf = (reading: Reading, sha256: string): Package | undefined =>
  reading.list('package').find((sealed) => sealed.sha256 === sha256 && (sealed.state === 'verified' || sealed.state === 'left'))

function packageNamed(reading: Reading, id: string): Package {
  const found = reading.get('package', id)
  if (!found || found.state === 'sealing' || found.state === 'abandoned') throw refusal('nothing-found', null, null, { what: 'package', id })
  return found
}
