import type * as z from 'zod'
import { saveKept } from '../documents/save.ts'
import { look, record } from '../ledger/record.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { wipeNamed } from './carrying-out.ts'
import type { SaveSeed } from './wipe.ts'

/**
 * The seed of an erasure, written into a folder as 64 hexadecimal digits, so that another person may read the medium back on another machine
 * (`azukari engine check --seed-file`, or openssl and Python by `crypto/wipe/FORMAT.md`). Whoever holds it can also forge such a medium: it is handed out
 * only once the erasure was verified, and to whom stands in the ledger.
 */
export async function saveSeed(world: World, { wipeId, into, handedTo }: z.output<typeof SaveSeed>): Promise<{ paths: string[] }> {
  const wipe = await look(world, (reading) => wipeNamed(reading, wipeId))
  if (!wipe.verified) throw refusal('wipe-not-verified', '15⑤', 'R-32', {})
  if (wipe.seedBlob === null) throw refusal('nothing-found', null, null, { what: 'wipe', id: wipeId })
  const hex = [...await world.files.fetch(wipe.seedBlob)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const name = `${wipe.medium ?? 'medium'}_${wipe.id.slice(0, 8)}.seed`
  const { blob } = await world.files.keep(name, new TextEncoder().encode(`${hex}\n`))
  try {
    const saved = await saveKept(world, [{ blob, name }], into)
    return await record(world, () => ({ entries: [{ type: 'seed-handed-out', data: { wipeId, handedTo, at: world.now() } }], answer: () => saved }))
  } finally {
    await world.files.forget([blob])
  }
}
