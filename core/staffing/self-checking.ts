import type * as z from 'zod'
import { activeContract } from '../contracts/use.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { objectionsToFuture, objectionsToSamePerson } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import { defaultCheckItems } from './default-check-items.ts'
import type { CheckItem, CheckItems, CorrectItem, OfCheck, RecordSelfCheck, SelfCheck, SelfCheckId } from './self-check.ts'

/** 点検項目: the office's, or ours until it has its own. */
export const readCheckItems = (world: World): Promise<z.output<typeof CheckItems>> => look(world, checkItemsOf)

export function setCheckItems(world: World, { items }: z.output<typeof CheckItems>): Promise<z.output<typeof CheckItems>> {
  return record(world, () => ({ entries: [{ type: 'check-items-set', data: { items } }], answer: checkItemsOf }))
}

/** 自己点検 (F-04, Art. 5④): what the supervisor found. Whatever is wanting names what will be done about it, and by when. */
export function recordSelfCheck(world: World, order: RecordSelfCheck): Promise<SelfCheck> {
  refuseIfAny(objectionsToFuture('self-check', order.checkedOn, world.now(), '5④'))
  const id = world.newId() as SelfCheckId
  return record(world, (reading) => {
    const { shortNo } = activeContract(reading, order.contractId)
    refuseIfAny(order.items.filter(({ result, plan }) => result === '不適' && plan === null).map(({ text }) => ({ code: 'finding-without-plan', article: '5④', rule: null, facts: { item: text } })))
    const no = `SC-${shortNo}-${String((reading.get('series', `self-check:${order.contractId}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const wanting = order.items.some(({ result }) => result === '不適')
    const check: SelfCheck = { ...order, id, no, checkedBy: signedIn(world).personId, items: order.items.map((item) => ({ ...item, corrected: null })), state: wanting ? '是正中' : '実施', closed: null }
    return { entries: [{ type: 'self-check-recorded', data: { check } }], answer: (after) => checkNamed(after, id) }
  })
}

/** 是正: what was done about one finding. */
export function correctItem(world: World, { checkId, itemNo, what, on }: z.output<typeof CorrectItem>): Promise<SelfCheck> {
  refuseIfAny(objectionsToFuture('corrected', on, world.now(), '5④'))
  return record(world, (reading) => {
    const check = checkNamed(reading, checkId)
    const item = check.items[itemNo - 1]
    if (item?.result !== '不適' || item.corrected !== null || check.state !== '是正中') throw refusal('state-does-not-allow', '5④', null, { is: item?.corrected ? 'corrected' : check.state, act: 'correct-item' })
    if (on < check.checkedOn) throw refusal('before-its-time', '5④', null, { what: 'corrected', earlier: 'self-check' })
    return { entries: [{ type: 'self-check-corrected', data: { checkId, itemNo, corrected: { what, on, by: signedIn(world).personId, at: world.now() } } }], answer: (after) => checkNamed(after, checkId) }
  })
}

/** 完了: confirmed by another person than made the check, once every finding is put right (Art. 5④). */
export function closeSelfCheck(world: World, { checkId }: z.output<typeof OfCheck>): Promise<SelfCheck> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const check = checkNamed(reading, checkId)
    if (check.state === '完了') throw refusal('state-does-not-allow', '5④', null, { is: '完了', act: 'close-self-check' })
    const open = check.items.filter(({ result, corrected }) => result === '不適' && corrected === null).length
    if (open > 0) throw refusal('findings-open', '5④', null, { check: check.no, count: open })
    refuseIfAny(objectionsToSamePerson('close-self-check', '5④', null, personNamed(reading, check.checkedBy), personNamed(reading, personId)))
    return { entries: [{ type: 'self-check-closed', data: { checkId, by: personId, at: world.now() } }], answer: (after) => checkNamed(after, checkId) }
  })
}

export const listSelfChecks = (world: World, contractId: string): Promise<SelfCheck[]> => look(world, (reading) => reading.list('self-check', contractId))

function checkItemsOf(reading: Reading): { items: CheckItem[] } {
  return reading.get('check-items', 'office') ?? { items: [...defaultCheckItems] }
}

function checkNamed(reading: Reading, id: string): SelfCheck {
  const check = reading.get('self-check', id)
  if (!check) throw refusal('nothing-found', null, null, { what: 'self-check', id })
  return check
}
