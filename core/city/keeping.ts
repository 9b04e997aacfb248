import type { KeptFile } from '../kept-file.ts'
import type { World } from '../world.ts'

/** What no document of ours comes near. */
const LARGEST = 128 << 20

/** The file that was judged (and the signature beside it) in the vault, and which of it an entry speaks of. `changed`: it is not what was judged any more. */
export interface Received { files: KeptFile[]; owned: Set<string>; changed: boolean }

/** Keeps what was judged as it came. Nothing is kept when it cannot be read any more: its record was read, and that is what is taken in. */
export async function keepReceived(world: World, { path, sha256, found }: { path: string; sha256: string | null; found: readonly { verification: { verdict: string } }[] }): Promise<Received> {
  const nothing = { files: [], owned: new Set<string>(), changed: false }
  if (found.every(({ verification }) => verification.verdict === 'refused')) return nothing
  const own = await keepOne(world, path)
  if (!own) return nothing
  if (sha256 !== null && own.sha256 !== sha256) return { files: [own], owned: new Set(), changed: true }
  const beside = /\.json$/i.test(path) ? `${path}.p7s` : /\.json\.p7s$/i.test(path) ? path.slice(0, -'.p7s'.length) : null
  const other = beside === null ? null : await keepOne(world, beside)
  return { files: other ? [own, other] : [own], owned: new Set(), changed: false }
}

async function keepOne(world: World, path: string): Promise<KeptFile | null> {
  const read = await world.files.readSmall(path, LARGEST)
  if (read.outcome !== 'read') return null
  const name = (path.split(/[/\\]/).at(-1) ?? path).normalize('NFC').slice(0, 200)
  return { ...await world.files.keep(name, read.bytes), name }
}
