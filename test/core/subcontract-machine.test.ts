import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
import { Refusal } from '../../core/refusal.ts'
import { sized } from '../campaign.ts'
import { receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { asked, facts, hireFromShirakaba, on, SHIRAKABA } from '../subcontracting.ts'
import type { Copy } from '../../core/copies/copy.ts'

/** Tries an act that the rules may refuse; anything else that is thrown is a bug. */
const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
const today = on('2026-12-07')
const RUNS = sized(12, 150)

test('whatever is tried in whatever order, nobody of a subcontractor works without an approval in force', async () => {
  const acts: Record<string, (office: StaffedOffice, id: Subcontract['id']) => Promise<unknown>> = {
    apply: ({ desk }, subcontractId) => desk.subcontracts.apply({ subcontractId, on: today }),
    approve: ({ desk }, subcontractId) => desk.subcontracts.decide({ subcontractId, outcome: '承認', cityRef: 'R8税承0056', on: today, conditions: [] }),
    refuse: ({ desk }, subcontractId) => desk.subcontracts.decide({ subcontractId, outcome: '不承認', cityRef: 'R8税承0056', on: today, conditions: [] }),
    empty: ({ desk }, subcontractId) => desk.subcontracts.revise({ subcontractId, ...facts, reason: '' }),
    fill: ({ desk }, subcontractId) => desk.subcontracts.revise({ subcontractId, ...facts }),
    agree: ({ desk }, subcontractId) => desk.subcontracts.agree({ subcontractId, file: '/in/契約書.pdf', signedOn: today, clauses: [] }),
    start: ({ desk }, subcontractId) => desk.subcontracts.start({ subcontractId, on: today }),
    inspect: ({ desk }, subcontractId) => desk.subcontracts.inspect({ subcontractId, on: today, method: '書面', inspector: '水野 灯里', items: [{ item: '施錠', result: '適', remark: '' }], corrective: '', nextOn: on('2027-01-07') }),
    end: ({ desk }, subcontractId) => desk.subcontracts.end({ subcontractId, on: today, erasedOn: today, erasedHow: '裁断', confirmedBy: '白樺 封蔵', evidence: '' }),
    unconfirmed: ({ desk }, subcontractId) => desk.subcontracts.end({ subcontractId, on: today, erasedOn: null, erasedHow: '', confirmedBy: '', evidence: '' }),
    withdraw: ({ desk }, subcontractId) => desk.subcontracts.withdraw({ subcontractId, reason: '不要になった' }),
  }
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 12 }), async (names) => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    world.disk.set('/in/契約書.pdf', '…')
    await hireFromShirakaba(office)
    const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
    const done: string[] = []
    for (const name of names) {
      world.signInAs('mizuno')
      if (await attempt(acts[name]!(office, id))) done.push(name)
      const [now] = await desk.subcontracts.list({ contractId: contract.id })
      world.signInAs('shirakaba')
      const works = await attempt(desk.handovers.look({ paths: [] }))
      expect(works, done.join(' → ')).toBe(done.includes('approve') && !done.includes('end'))
      expect(works).toBe(['approved', 'contracted', 'working'].includes(now!.state))
      if (now!.state === 'applied' || now!.decision) expect(now!.reason).not.toBe('')
      if (now!.state === 'ended') expect(now!.ended?.erasedHow).not.toBe('')
      if (now!.state === 'working') expect(now!.agreement).not.toBeNull()
    }
  }), { numRuns: RUNS })
})

test('whatever is tried in whatever order, a copy has a purpose, another\'s approval and a file of the very same bytes, and is open until that file is gone', async () => {
  const acts: Record<string, (office: StaffedOffice, id: Copy['id']) => Promise<unknown>> = {
    approve: ({ desk, world }, copyId) => { world.signInAs('mizuno'); return desk.copies.approve({ copyId }) },
    'approve oneself': ({ desk, world }, copyId) => { world.signInAs('yoshida'); return desk.copies.approve({ copyId }) },
    decline: ({ desk, world }, copyId) => { world.signInAs('mizuno'); return desk.copies.decline({ copyId, reason: '不要' }) },
    withdraw: ({ desk }, copyId) => desk.copies.withdraw({ copyId, reason: '不要' }),
    make: ({ desk }, copyId) => desk.copies.make({ copyId, into: '/out' }),
    'make, called off': ({ desk }, copyId) => desk.copies.make({ copyId, into: '/out' }, { signal: AbortSignal.abort() }),
    'make nowhere': ({ desk }, copyId) => desk.copies.make({ copyId, into: '/nowhere' }),
    end: ({ desk, world }, copyId) => desk.copies.end({ copyId, at: world.now(), how: '上書き', wipeId: null }),
    'file gone': async ({ world }) => { for (const path of world.disk.keys()) if (path.startsWith('/out')) world.disk.delete(path) },
  }
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 1, maxLength: 10 }), async (names) => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    const item = (await receiptedFiles(office)).items[0]!
    world.signInAs('yoshida')
    const { id } = await desk.copies.request(asked(office, item))
    for (const name of names) {
      await attempt(acts[name]!(office, id))
      world.signInAs('yoshida')
      const [copy] = await desk.copies.list({ contractId: contract.id })
      const file = [...world.disk.keys()].find((path) => path.startsWith('/out'))
      expect(copy!.purpose).not.toBe('')
      if (copy!.made) expect(copy!.made.sha256).toBe(item.sha256)
      if (copy!.made || copy!.state === 'approved') expect(copy!.approved?.by).toBe(office.mizuno.id)
      if (file) expect(copy!.state).toBe('in use')
      if (copy!.state === 'ended') expect(file).toBeUndefined()
      expect(copy!.state).not.toBe('making')
    }
  }), { numRuns: RUNS })
})

test('two desks at once: an application is answered once, and a copy is approved once', async () => {
  const office = await staffedOffice()
  const { desk, contract, world } = office
  const { id } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
  await desk.subcontracts.apply({ subcontractId: id, on: today })
  const decide = (outcome: '承認' | '不承認') => attempt(desk.subcontracts.decide({ subcontractId: id, outcome, cityRef: 'R8税承0056', on: today, conditions: [] }))
  expect((await Promise.all([decide('承認'), decide('不承認')])).filter(Boolean)).toHaveLength(1)
  expect((await Promise.all([1, 2].map(() => attempt(desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts, company: '合同会社こぶし運送' }))))).filter(Boolean)).toHaveLength(1)

  const item = (await receiptedFiles(office)).items[0]!
  world.signInAs('yoshida')
  const copies = await Promise.all([1, 2, 3].map(() => desk.copies.request(asked(office, item))))
  expect(new Set(copies.map(({ no }) => no))).toEqual(new Set(['C-001', 'C-002', 'C-003']))
  world.signInAs('mizuno')
  expect((await Promise.all([attempt(desk.copies.approve({ copyId: copies[0]!.id })), attempt(desk.copies.decline({ copyId: copies[0]!.id, reason: '不要' }))])).filter(Boolean)).toHaveLength(1)
  await desk.copies.approve({ copyId: copies[1]!.id }).catch(() => undefined)
  expect((await Promise.all([1, 2].map(() => attempt(desk.copies.make({ copyId: copies[1]!.id, into: '/out' }))))).filter(Boolean)).toHaveLength(1)
  expect((await desk.subcontracts.list({ contractId: contract.id }))[0]).toMatchObject({ company: SHIRAKABA })
})
