import type * as z from 'zod'
import { saveKept } from '../documents/save.ts'
import { look, record, type Decision } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { AttachSlip, Mailing, SaveSlip, ShowSlip } from './mailing.ts'
import { inState, mailingNamed } from './named.ts'
import { LARGEST_SLIP, slipTypeOf, type Slip, type SlipKind } from './slip.ts'

/** 引受証・受領票の写し (Art. 11(4)): kept in the vault, its hash in the ledger. Refuses what is no JPEG, PNG or PDF by its first bytes. */
export async function attachSlip(world: World, { mailingId, kind, path }: z.output<typeof AttachSlip>): Promise<Mailing> {
  return withSlip(world, { kind, path }, (slip) => (reading) => {
    const { slips } = inState(reading, mailingId, ['dispatched', 'inquired', 'arrived', 'received', 'returned', 'missing'], 'attach-slip')
    const known = slips.some(({ sha256 }) => sha256 === slip?.sha256)
    return { entries: slip && !known ? [{ type: 'slip-attached', data: { mailingId, slip } }] : [], answer: (after) => mailingNamed(after, mailingId) }
  })
}

/** The scan as it was attached, to be looked at. */
export async function showSlip(world: World, { mailingId, sha256 }: z.output<typeof ShowSlip>): Promise<{ name: string; type: Slip['type']; bytes: Uint8Array }> {
  const { name, type, blob } = await slipCalled(world, mailingId, sha256)
  return { name, type, bytes: await world.files.fetch(blob) }
}

/** The scan into a folder, never over another file. */
export async function saveSlip(world: World, { mailingId, sha256, into }: z.output<typeof SaveSlip>): Promise<{ paths: string[] }> {
  const { blob, name } = await slipCalled(world, mailingId, sha256)
  return saveKept(world, [{ blob, name }], into)
}

async function slipCalled(world: World, mailingId: string, sha256: string): Promise<Slip> {
  const slip = await look(world, (reading) => mailingNamed(reading, mailingId).slips.find((one) => one.sha256 === sha256))
  if (!slip) throw refusal('nothing-found', null, null, { what: 'slip', id: mailingId })
  return slip
}

/** Keeps a scan and decides with it; nothing of it stays where the decision does not come to stand. */
export async function withSlip<T>(world: World, order: { kind: SlipKind; path: string } | null, decide: (slip: Slip | null) => (reading: Reading) => Decision<T> | Promise<Decision<T>>): Promise<T> {
  const slip = order && await keepSlip(world, order)
  let unspoken = slip ? [slip.blob] : []
  try {
    return await record(world, async (reading) => ({ ...(await decide(slip)(reading)), stands: () => { unspoken = [] } }))
  } finally {
    await world.files.forget(unspoken)
  }
}

async function keepSlip(world: World, { kind, path }: { kind: SlipKind; path: string }): Promise<Slip> {
  const read = await world.files.readSmall(path, LARGEST_SLIP)
  if (read.outcome === 'too-large') throw refusal('too-large', '11(4)', null, { path, limit: LARGEST_SLIP })
  if (read.outcome !== 'read') throw refusal('file-unreadable', '11(4)', null, { path })
  const type = slipTypeOf(read.bytes)
  if (type === null) throw refusal('slip-not-a-scan', '11(4)', null, { path })
  const name = path.split(/[/\\]/).at(-1) ?? path
  return { kind, name, type, at: world.now(), ...(await world.files.keep(name, read.bytes)) }
}
