import { activeContract } from '../contracts/use.ts'
import { look as see, record } from '../ledger/record.ts'
import { checkOnOpening } from '../viruses/on-opening.ts'
import type { VirusScan } from '../viruses/scan.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import { keyInHand, refusedOpening } from './key.ts'
import type { SealProgress } from './package.ts'
import type { OpenPackage, PackageOpened } from './received.ts'

const NEVER = new AbortController().signal

/**
 * 開梱 (Art. 11(3), (7)): whoever receives a package opens it into a folder, all of it or nothing. Refuses a wrong key, damage,
 * names that lead elsewhere, weak ciphers with what to ask the sender for, and what a virus scanner finds inside; either is written down.
 */
export async function openPackage(world: World, order: OpenPackage, { signal = NEVER, onProgress = () => {} }: JobOptions<SealProgress> = {}): Promise<PackageOpened> {
  const { path, into, contractId } = order
  const key = await see(world, (reading) => {
    if (contractId !== null) activeContract(reading, contractId)
    return keyInHand(world, reading, order.key)
  })
  const file = nameOf(path)
  let checked: VirusScan['result'] = 'no-scanner'
  const look = async (folder: string) => { checked = await checkOnOpening(world, { contractId, file, folder }, { signal, onProgress }) }
  const opened = await world.packages.open({ path, key, into, look }, { signal, onProgress })
  switch (opened.outcome) {
    case 'abandoned': return opened
    case 'trouble':
      await record(world, () => ({ entries: [{ type: 'package-opening-refused', data: { contractId, file, why: opened.what } }], answer: () => undefined }))
      throw refusedOpening(opened.what, opened.path)
    case 'opened': {
      const { files, bytes, sender } = opened
      const answer: PackageOpened = { outcome: 'opened', into, files, bytes, sender, virusCheck: vouchedFor(checked) }
      return record(world, () => ({ entries: [{ type: 'package-opened', data: { contractId, file, into, files, bytes, key: key.kind, sender } }], answer: () => answer }))
    }
  }
}

/** A scan called off ends the opening; one that was found in ends it too. */
function vouchedFor(result: VirusScan['result']): Extract<PackageOpened, { outcome: 'opened' }>['virusCheck'] {
  return result === 'clean' || result === 'unscanned' || result === 'failed' ? result : 'no-scanner'
}

/** Only the file's own name is written down: the folder may be a person's. */
export const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? ''
