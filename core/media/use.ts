import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, type Objection } from '../refusal.ts'
import { dayOf } from '../time.ts'
import { sameSerial } from '../wipes/rules.ts'
import type { World } from '../world.ts'
import type { BringBack, Medium, MediumNo, RegisterMedium } from './medium.ts'

/** 媒体管理簿 (Art. 11(5)): every medium of the work, blank or not, known by its serial number. */
export async function registerMedium(world: World, order: z.output<typeof RegisterMedium>): Promise<Medium> {
  return record(world, (reading) => {
    const media = reading.list('medium')
    const no = order.no ?? nextNo(reading, world)
    // As drives are compared with the register: two media that read alike would be one drive.
    const alike = media.find(({ serial }) => sameSerial(serial, order.serial))
    if (media.some((m) => m.no === no)) throw refusal('medium-exists', '11(5)', 'R-17', { no })
    if (alike) throw refusal('serial-exists', '11(5)', 'R-17', { serial: order.serial, no: alike.no })
    const medium: Medium = { ...order, no, state: '保管', registeredAt: world.now() }
    return { entries: [{ type: 'medium-registered', data: { medium } }], answer: (after) => after.get('medium', no) ?? medium }
  })
}

/** 戻り: a medium that had been sent is back and locked away (Art. 11(5)). */
export async function bringBack(world: World, { no, storagePlace }: z.output<typeof BringBack>): Promise<Medium> {
  return record(world, (reading) => {
    const medium = mediumNamed(reading, no)
    if (medium.state !== '送付中') throw refusal('medium-not-away', '11(5)', null, { no, state: medium.state })
    return { entries: [{ type: 'medium-back', data: { no, storagePlace, at: world.now() } }], answer: (after) => after.get('medium', no) ?? medium }
  })
}

/** what was not let in is written down (Art. 11(10)オ), before the refusal is said. */
export async function noteUnregistered(world: World, objections: readonly Objection[], where: string): Promise<void> {
  const strangers = objections.flatMap((o) => (o.code === 'medium-unregistered' ? [o.facts.serial] : []))
  if (strangers.length > 0) await record(world, () => ({ entries: strangers.map((serial) => ({ type: 'unregistered-medium-refused' as const, data: { serial, where } })), answer: () => undefined }))
}

export const listMedia = (world: World): Promise<Medium[]> => look(world, (reading) => reading.list('medium'))

/** R-17 (Art. 11(5), 11(10)オ): only a medium of the register, and only while it is in the office. */
export function objectionsToMedium(reading: Reading, no: MediumNo): Objection[] {
  const medium = reading.get('medium', no)
  if (!medium) return [{ code: 'medium-unregistered', article: '11(5)', rule: 'R-17', facts: { serial: no } }]
  const here = medium.state === '保管' || medium.state === '使用中' || medium.state === '登録'
  return here ? [] : [{ code: 'medium-not-in-store', article: '11(5)', rule: 'R-17', facts: { no, state: medium.state } }]
}

export function mediumNamed(reading: Reading, no: string): Medium {
  const medium = reading.get('medium', no)
  if (!medium) throw refusal('medium-unregistered', '11(5)', 'R-17', { serial: no })
  return medium
}

function nextNo(reading: Reading, world: World): MediumNo {
  const year = dayOf(world.now()).slice(0, 4)
  for (let n = (reading.get('series', 'media')?.last ?? 0) + 1; ; n++) {
    const no = `MED-${year}-${String(n).padStart(4, '0')}` as MediumNo
    if (!reading.get('medium', no)) return no
  }
}
