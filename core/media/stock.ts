import type * as z from 'zod'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { sameWords } from '../text.ts'
import { dayOf } from '../time.ts'
import { sameSerial } from '../wipes/rules.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { Medium } from './medium.ts'
import type { StockFinding, StockTake, TakeStock } from './stock-take.ts'

/** States in which a medium lies in this office. */
const HERE: readonly Medium['state'][] = ['登録', '保管', '使用中', '消去予定', '消去済', '廃棄予定', '故障']

/**
 * 棚卸 (Art. 11(5)): every medium that should be here, blank or not, against what was seen, scanned or ticked. Differences are findings
 * and stay findings: a count that does not come out is recorded as it is.
 */
export async function takeStock(world: World, { sightings, attendedBy, remarks }: z.output<typeof TakeStock>): Promise<StockTake> {
  const { personId } = signedIn(world)
  const id = world.newId()
  return record(world, (reading) => {
    const media = reading.list('medium')
    const here = media.filter(({ state }) => HERE.includes(state))
    const year = dayOf(world.now()).slice(0, 4)
    const stockTake: StockTake = {
      id, no: `S-${year}-${String((reading.get('series', 'stock-take')?.last ?? 0) + 1).padStart(3, '0')}`, at: world.now(), by: personId, attendedBy, remarks, expected: here.length,
      seen: sightings.flatMap(({ said, place }) => mediaCalled(media, said).map(({ no }) => ({ medium: no, place }))), findings: findingsFrom(media, here, sightings),
    }
    return { entries: [{ type: 'stock-taken', data: { stockTake } }], answer: () => stockTake }
  })
}

export const listStockTakes = (world: World): Promise<StockTake[]> => look(world, (reading: Reading) => reading.list('stock-take').sort((a, b) => b.at - a.at))

function findingsFrom(media: readonly Medium[], here: readonly Medium[], sightings: z.output<typeof TakeStock>['sightings']): StockFinding[] {
  const seen = new Map<string, string>()
  const strangers: StockFinding[] = []
  for (const { said, place } of sightings) {
    const [medium] = mediaCalled(media, said)
    if (medium) seen.set(medium.no, place)
    else strangers.push({ kind: 'unregistered', medium: null, said, expected: '', found: place })
  }
  const known = media.flatMap((medium): StockFinding[] => {
    const place = seen.get(medium.no)
    if (place === undefined) return here.includes(medium) ? [{ kind: 'missing', medium: medium.no, said: medium.serial, expected: medium.storagePlace, found: '' }] : []
    if (!here.includes(medium)) return [{ kind: 'should-be-away', medium: medium.no, said: medium.serial, expected: medium.state, found: place }]
    return place === '' || sameWords(place, medium.storagePlace) ? [] : [{ kind: 'elsewhere', medium: medium.no, said: medium.serial, expected: medium.storagePlace, found: place }]
  })
  return [...known, ...strangers]
}

const mediaCalled = (media: readonly Medium[], said: string): Medium[] => media.filter(({ no, serial }) => sameSerial(no, said) || sameSerial(serial, said))
