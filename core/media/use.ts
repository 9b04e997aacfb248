import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, type Objection } from '../refusal.ts'
import { dayOf } from '../time.ts'
import type { World } from '../world.ts'
import type { Medium, MediumNo, RegisterMedium } from './medium.ts'

/** 媒体管理簿 (Art. 11(5)): every medium of the work, blank or not, known by its serial number. */
export async function registerMedium(world: World, order: z.output<typeof RegisterMedium>): Promise<Medium> {
  return record(world, (reading) => {
    const media = reading.list('medium')
    const no = order.no ?? nextNo(reading, world)
    const sameSerial = media.find(({ serial }) => serial === order.serial)
    if (media.some((m) => m.no === no)) throw refusal('medium-exists', '11(5)', 'R-17', { no })
    if (sameSerial) throw refusal('serial-exists', '11(5)', 'R-17', { serial: order.serial, no: sameSerial.no })
    const medium: Medium = { ...order, no, state: '保管', registeredAt: world.now() }
    return { entries: [{ type: 'medium-registered', data: { medium } }], answer: (after) => after.get('medium', no) ?? medium }
  })
}

export const listMedia = (world: World): Promise<Medium[]> => look(world, (reading) => reading.list('medium'))

/** R-17 (Art. 11(5), 11(10)オ): only a medium of the register, and only while it is in the office. */
export function objectionsToMedium(reading: Reading, no: MediumNo): Objection[] {
  const medium = reading.get('medium', no)
  if (!medium) return [{ code: 'medium-unregistered', article: '11(5)', rule: 'R-17', facts: { serial: no } }]
  const here = medium.state === '保管' || medium.state === '使用中' || medium.state === '登録'
  return here ? [] : [{ code: 'medium-not-in-store', article: '11(5)', rule: 'R-17', facts: { no, state: medium.state } }]
}

function nextNo(reading: Reading, world: World): MediumNo {
  const year = dayOf(world.now()).slice(0, 4)
  for (let n = (reading.get('series', 'media')?.last ?? 0) + 1; ; n++) {
    const no = `MED-${year}-${String(n).padStart(4, '0')}` as MediumNo
    if (!reading.get('medium', no)) return no
  }
}
