import type * as z from 'zod'
import { saveAll } from '../documents/save.ts'
import { look } from '../ledger/record.ts'
import { isoJst } from '../time.ts'
import type { World } from '../world.ts'
import type { PrintLabels } from './medium.ts'
import { mediumNamed } from './use.ts'

/** 媒体ラベル (Art. 11(5)): labels of registered media, as a PDF of label paper, into a folder; never over another file. */
export async function printLabels(world: World, { nos, shinten, into }: z.output<typeof PrintLabels>): Promise<{ paths: string[] }> {
  const at = world.now()
  const order = await look(world, (reading) => ({ media: nos.map((no) => mediumNamed(reading, no)), organisation: reading.get('office', 'office')?.organisation.name ?? '', shinten, at }))
  const stamp = isoJst(at).replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return saveAll(world, [{ name: `媒体ラベル_${stamp}.pdf`, type: 'application/pdf', bytes: await world.documents.labels(order) }], into)
}
