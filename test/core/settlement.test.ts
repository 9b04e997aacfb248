import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, ItemId } from '../../core/handovers/item.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Balance } from '../../core/settlement/settlement.ts'
import type { Day } from '../../core/time.ts'
import { PASSWORD, receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { gone, wholly } from '../paper-machine.ts'

/** What an office may do with what came in, in any order; what is refused changes nothing. */
const acts = ['receive', 'return', 'return the medium', 'deliver', 'plan', 'erase', 'erase in part', 'verify', 'withdraw', 'close'] as const
type Act = (typeof acts)[number]

interface History { office: StaffedOffice; items: Item[]; received: number; n: number; pending: string[]; plans: string[] }

test('whatever an office does, received is returned, delivered, erased, disposed of or left, and it closes only when nothing is', async () => {
  const settled = { closed: 0, open: 0 }
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat()), { minLength: 1, maxLength: 14 }), async (story) => {
    const office = await staffedOffice()
    const history: History = { office, items: [], received: 0, n: 0, pending: [], plans: [] }
    for (const [act, pick] of story) {
      const closed = await unlessRefused(() => perform(history, act, pick))
      const balance = await office.desk.settlement.balance({ contractId: office.contract.id })
      holds(balance, history)
      if (closed === 'closed') {
        settled.closed++
        expect({ open: balance.open, left: balance.total.remaining }).toEqual({ open: [], left: 0 })
      } else if (act === 'close') settled.open++
    }
  // The first is always played: an office that still holds something does not close, whatever chance deals to the others.
  }), { numRuns: 15, examples: [[[['receive', 0], ['close', 0]]]] })
  expect(settled.open).toBeGreaterThan(0)
})

function holds({ total, receipts }: Balance, { received, office }: History): void {
  const { returned, delivered, erased, disposed, remaining } = total
  expect(returned + delivered + erased + disposed + remaining).toBe(total.received)
  expect(total.received).toBe(received)
  for (const { items } of receipts) {
    // Nothing counts as ended of which the vault still holds a byte.
    for (const item of items) if (item.left.length === 0) expect({ id: item.id, end: item.end !== null, held: office.world.blobs.has(blobOf.get(item.id) ?? '') }).toEqual({ id: item.id, end: true, held: false })
  }
}

const blobOf = new Map<string, string>()

async function perform(history: History, act: Act, pick: number): Promise<'closed' | undefined> {
  const { office, items, plans, pending } = history
  const { desk, world, contract } = office
  world.signInAs('mizuno')
  const some = items.filter((_, i) => ((pick >> (i % 20)) & 1) === 1).map(({ id }) => id)
  const facts = { contractId: contract.id, at: world.now(), means: '手渡し', place: '税務課窓口', receivedBy: '森川 奏', condition: '', remarks: '' } as const
  const second = { loginId: 'mizuno', password: PASSWORD }
  switch (act) {
    case 'receive': {
      const { items: more } = await receiptedFiles(office)
      for (const { id, blob } of more) blobOf.set(id, blob ?? '')
      history.items = [...items, ...more]
      history.received += more.length
      return undefined
    }
    case 'return': await desk.settlement.returnItems({ ...facts, itemIds: some, medium: null }); return undefined
    case 'return the medium': await desk.settlement.returnItems({ ...facts, itemIds: [], medium: office.cityStick.no }); return undefined
    case 'deliver': await desk.settlement.deliverItems({ ...facts, itemIds: some as ItemId[], mailingId: null, mailId: null, mediumStays: false }); return undefined
    case 'plan': {
      const plan = await desk.disposals.plan({
        contractId: contract.id, plannedOn: '2026-12-07' as Day, place: '作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
        targets: [{ kind: 'vault', medium: null, paths: [], itemIds: some, information: '宛名', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '' }],
      })
      plans.push(plan.id)
      return undefined
    }
    case 'erase': case 'erase in part': {
      world.machine.sealed = act === 'erase' ? wholly : (list) => ({ ...wholly(list), outcome: 'with-exceptions', files: list.files.map((file, i) => gone(file, i % 2 === 0 ? {} : { outcome: 'failed', trouble: 'open-elsewhere' })) })
      world.signInAs('oba')
      const { wipe } = await desk.disposals.wipeVault({ planId: (plans[pick % Math.max(1, plans.length)] ?? 'none') as never, targetNo: 1, witness: null, second })
      if (wipe) pending.push(wipe.id)
      return undefined
    }
    case 'verify': await desk.disposals.verify({ wipeId: (pending.shift() ?? 'none') as never, drivePath: null, second: null, witnessConfirmed: false }); return undefined
    case 'withdraw': await desk.disposals.withdraw({ planId: (plans[pick % Math.max(1, plans.length)] ?? 'none') as never, reason: 'やめる' }); return undefined
    case 'close': await desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo }); return 'closed'
  }
}

async function unlessRefused<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
