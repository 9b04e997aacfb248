import type { Verification } from '../documents/document.ts'
import { trustOf } from '../receipts/use.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { World } from '../world.ts'
import type { Entry } from './entry.ts'
import { look, record } from './record.ts'

interface Counted { done: number; total: number }
const NEVER = new AbortController().signal
/** Asked for at a time: several threads may verify. */
const AHEAD = 16
const how = ({ signal = NEVER, onProgress = () => {} }: JobOptions<Counted> = {}) => ({ signal, onProgress })

/** Entries as they were written, with the name of who wrote them. */
export async function readEntries(world: World, { from, count }: { from: number; count: number }) {
  const { head, reading } = await world.ledger.read()
  const entries = await world.ledger.entries(from, count)
  return { size: head.size, entries: entries.map(({ seq, type, at, by, hash, data }: Entry) => ({ seq, type, at, by: by === null ? null : (reading.get('person', by)?.name ?? by), hash, data })) }
}

/** Every entry hashed again, the chain, the root, the checkpoints and the projections (evidence §8). */
export const verifyLedger = (world: World, options?: JobOptions<Counted>) => world.ledger.verify(how(options))

/** All of it into a new folder, for an audit (Art. 17); who took it out is an entry of it from then on. */
export async function exportLedger(world: World, { into }: { into: string }, options?: JobOptions<Counted>): Promise<{ files: string[]; size: number; root: string }> {
  const { loginId } = signedIn(world)
  const taken = await world.ledger.exportTo(into, how(options))
  await record(world, () => ({ entries: [{ type: 'ledger-taken-out', data: { how: 'export', loginId, entries: taken.size, to: into, at: world.now() } }], answer: () => undefined }))
  return taken
}

/** Verifies documents without recording anything; `trust` adds PEM texts to the registered keys. */
export async function verifyDocuments(world: World, { paths, trust }: { paths: readonly string[]; trust: readonly string[] }, options?: JobOptions<Counted>): Promise<Verification[]> {
  const { signal, onProgress } = how(options)
  const registered = await look(world, trustOf)
  const keys = [...registered, ...trust.map((rootPem) => ({ rootPem, checkpointKeyPem: null, contractNo: null }))]
  const verifications: Verification[] = []
  for (let done = 0; done < paths.length && !signal.aborted; done += AHEAD) {
    onProgress({ done, total: paths.length })
    const found = await Promise.all(paths.slice(done, done + AHEAD).map((path) => world.documents.verify(path, { keys, at: world.now() })))
    verifications.push(...found.flat().map(({ verification }) => verification))
  }
  if (!signal.aborted) onProgress({ done: paths.length, total: paths.length })
  return verifications
}
