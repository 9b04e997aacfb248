import { activeContract, contractNamed } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import { underWay, whileUnderWay } from '../ledger/under-way.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { SealProgress } from '../packages/package.ts'
import { objectionsToCertification } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { Refusal, refusal, refuseIfAny, worldly, type Objection } from '../refusal.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { Found, How, Taken, World } from '../world.ts'
import type { Exception } from '../people/exception.ts'
import { noteUnregistered } from '../media/use.ts'
import { checkOnReceiving } from '../viruses/on-receiving.ts'
import type { Designate, Handover, HandoverId, NoteDifference, Receive, Received } from './handover.ts'
import type * as z from 'zod'
import type { Item, ItemId, ItemWords } from './item.ts'
import { asCompared, differencesFrom, objectionsToArrivingMedium, objectionsToCircumstances } from './rules.ts'

const NEVER = new AbortController().signal

/** 指定 (Art. 14): the means, hour and place that the city designates, and its list where it gave one. */
export async function designate(world: World, order: Designate): Promise<Handover> {
  const handover: Handover = {
    ...order, id: world.newId() as HandoverId, actual: null, deliveredBy: '', receivedBy: null, medium: null, virusCheck: null, storagePlace: '', returnDueOn: null,
    returnConditions: '', remarks: '', exception: null, differences: [], differenceNote: null, itemCount: 0, totalBytes: 0, state: 'designated', receiptNo: null,
  }
  return record(world, (reading) => {
    activeContract(reading, order.contractId)
    return { entries: [{ type: 'handover-designated', data: { handover } }], answer: () => handover }
  })
}

/** What lies under dropped paths, before anything is taken. */
export async function lookAt(world: World, paths: readonly string[]): Promise<{ files: { name: string; size: number }[]; totalBytes: number; troubles: { path: string; what: string }[] }> {
  const { found, troubles } = await world.files.find(paths)
  return { files: found.map(({ name, size }) => ({ name, size })), totalBytes: found.reduce((sum, { size }) => sum + size, 0), troubles }
}

/**
 * 受取・照合 (Art. 14, 11(10)カ): takes the files into the vault, hashed on the way, and compares them with the city's list.
 * Refuses whole: rules first, then files, then a receiving-begun before the first byte. A receiving that was called off or
 * failed leaves no blob behind; one that a power cut ended leaves a question.
 */
export async function receive(world: World, order: Receive, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof SealProgress>> = {}): Promise<Received> {
  const { personId } = signedIn(world)
  const { clerk, contractId } = await look(world, (reading) => ({ clerk: personNamed(reading, personId), contractId: reading.get('handover', order.handoverId)?.contractId ?? null }))
  if (underWay(world).has(order.handoverId)) throw refusal('state-does-not-allow', '14', null, { is: 'under-way', act: 'receive' })
  const scannable = (await world.viruses.scanner()) !== null
  const objections = await look(world, (reading) => objectionsToReceiving(world, reading, order, scannable))
  await noteUnregistered(world, objections, '受領')
  const differs = objections.filter(({ code }) => code === 'handover-not-as-designated')
  refuseIfAny(order.exception ? objections.filter((o) => !differs.includes(o)) : objections)
  // Nobody is excused for what needed no excuse: it would stand on the receipt.
  const exception = order.exception && differs.length > 0 ? await excuse(world, order.exception, { operation: 'handovers.receive', contractId, act: 'confirm-circumstances', article: '14', rule: 'R-05', actor: clerk }) : null

  const { found, troubles } = await world.files.find(order.paths)
  refuseIfAny(objectionsToFiles(found, troubles, order.words))
  const { handoverId } = order
  return whileUnderWay(world, handoverId, async () => {
    const virusCheck = await checkOnReceiving(world, order, { signal, onProgress })
    return virusCheck === 'abandoned' ? { outcome: 'abandoned' } : takeIn(world, { ...order, virusCheck }, exception, found, { signal, onProgress })
  })
}

async function takeIn(world: World, order: Receive, exception: Exception | null, found: readonly Found[], how: How<z.output<typeof SealProgress>>): Promise<Received> {
  const { handoverId } = order
  await record(world, (reading) => {
    receivable(reading, handoverId)
    return { entries: [{ type: 'receiving-begun', data: { handoverId, files: found.length } }], answer: () => undefined }
  })

  const abandon = (why: string) => record(world, () => ({ entries: [{ type: 'receiving-abandoned', data: { handoverId, why } }], answer: () => undefined }))
  const taking = await world.files.take(found, how).catch(async (error: unknown) => {
    await abandon('failed')
    throw error
  })
  if (taking.outcome === 'abandoned') {
    await abandon('called off')
    return { outcome: 'abandoned' }
  }
  if (taking.outcome === 'trouble') {
    await abandon(taking.what)
    throw taking.what === 'disk-full' ? refusal('disk-full', null, null, { path: taking.path }) : new Refusal([worldly('sources-troubled', { count: 1, first: taking.path, what: taking.what })])
  }
  return keep(world, order, exception, taking.taken).catch(async (error: unknown) => {
    await abandon('failed')
    throw error
  })
}

async function keep(world: World, order: Receive, exception: Exception | null, taken: readonly Taken[]): Promise<Received> {
  const { personId } = signedIn(world)
  const ids = taken.map(() => world.newId() as ItemId)
  let stands = false
  try {
    return await record(world, (reading) => {
      const before = receivable(reading, order.handoverId)
      const items = itemsOf(before, order, taken, ids)
      const differences = differencesFrom(before.cityList, items)
      const handover: Handover = {
        ...before, actual: order.actual, deliveredBy: order.deliveredBy, receivedBy: personId, medium: order.medium, virusCheck: order.virusCheck,
        storagePlace: order.storagePlace, returnDueOn: order.returnDueOn, returnConditions: order.returnConditions, remarks: order.remarks, exception,
        differences, differenceNote: null, itemCount: items.length, totalBytes: items.reduce((sum, { size }) => sum + size, 0),
        state: differences.length > 0 ? 'differs' : 'checked',
      }
      return { entries: [{ type: 'receiving-ended', data: { handover, items } }], stands: () => { stands = true }, answer: () => ({ outcome: 'received', handover, items }) }
    })
  } finally {
    if (!stands) await world.files.forget(taken.map(({ blob }) => blob))
  }
}

/** 差異記録: what the city said of the differences; only then does the receiving go on. */
export async function noteDifference(world: World, { handoverId, note, cityRef }: z.output<typeof NoteDifference>): Promise<Handover> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const handover = handoverNamed(reading, handoverId)
    if (handover.state !== 'differs') throw refusal('state-does-not-allow', '14', 'R-06', { is: handover.state, act: 'note-difference' })
    return {
      entries: [{ type: 'difference-noted', data: { handoverId, note: { note, cityRef, by: personId, at: world.now() } } }],
      answer: (after) => handoverNamed(after, handoverId),
    }
  })
}

export const listHandovers = (world: World, contractId: string): Promise<Handover[]> => look(world, (reading) => reading.list('handover', contractNamed(reading, contractId).id))
export const listItems = (world: World, handoverId: string): Promise<Item[]> =>
  look(world, (reading) => reading.list('item', handoverNamed(reading, handoverId).id).sort((a, b) => a.no - b.no))

export function handoverNamed(reading: Reading, id: string): Handover {
  const handover = reading.get('handover', id)
  if (!handover) throw refusal('nothing-found', null, null, { what: 'handover', id })
  return handover
}

/** A hand-over may be received once; one that differs may be received again, when the city has brought the right files. */
function receivable(reading: Reading, id: string): Handover {
  const handover = handoverNamed(reading, id)
  if (handover.state !== 'designated' && handover.state !== 'differs') throw refusal('handover-already-received', '14', null, { state: handover.state })
  return handover
}

function objectionsToReceiving(world: World, reading: Reading, order: Receive, scannable: boolean): Objection[] {
  const handover = receivable(reading, order.handoverId)
  const contract = activeContract(reading, handover.contractId)
  const classes = [order.wordsForAll.importanceClass, ...order.words.map(({ importanceClass }) => importanceClass)]
  return [
    ...objectionsToCircumstances(handover.designated, order.actual, world.now()),
    ...objectionsToArrivingMedium(reading, { ...order, scannable, forms: [order.wordsForAll.form, ...order.words.map(({ form }) => form)], now: world.now() }),
    ...objectionsToCertification(contract, classes, world.now()),
  ]
}

function objectionsToFiles(found: readonly Found[], troubles: readonly { path: string; what: string }[], words: readonly ItemWords[]): Objection[] {
  const objections: Objection[] = []
  const [trouble] = troubles
  if (trouble) objections.push(worldly('sources-troubled', { count: troubles.length, first: trouble.path, what: trouble.what }))
  if (found.length === 0 && !trouble) objections.push(worldly('no-files', {}))
  const names = new Set(found.map(({ name }) => asCompared(name)))
  for (const { name } of words) if (!names.has(asCompared(name))) objections.push(worldly('words-for-unknown-file', { name }))
  return objections
}

function itemsOf(handover: Handover, order: Receive, taken: readonly Taken[], ids: readonly ItemId[]): Item[] {
  const words = new Map(order.words.map((w) => [asCompared(w.name), w]))
  return taken.map(({ name, size, sha256, modifiedAt, blob }, i) => {
    const said = words.get(asCompared(name)) ?? { ...order.wordsForAll, count: null }
    return { ...said, id: ids[i] as ItemId, contractId: handover.contractId, handoverId: handover.id, no: i + 1, name, size, sha256, modifiedAt, blob, state: 'checked', end: null }
  })
}
