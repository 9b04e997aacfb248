import { describe, expect, test } from 'vitest'
import type { CancelledScope, RecordCancellation } from '../../core/cancellation/cancellation.ts'
import { objectionsToCancellation, stoppedFrom } from '../../core/cancellation/rules.ts'
import { goesOnAfterCancellation, stoppedByCancellation } from '../../core/cancellation/stopped.ts'
import { contract as asked, type OperationName } from '../../core/contract.ts'
import { DAY, type Day, dayOf, HOUR, type Instant } from '../../core/time.ts'
import { sentences } from '../../core/words/objections.ts'
import { namedBy } from '../../core/workplace/contract-of-order.ts'
import { article } from '../article.ts'
import { designation, morikawa, packingCheck, parcel, PASSWORD, receiptedFiles, septemberPackage, staffedOffice, taxContract, type StaffedOffice } from '../cast.ts'
import { refused } from '../refused.ts'

const operations = Object.entries(asked).flatMap(([group, ones]) => Object.keys(ones).map((name) => `${group}.${name}`)) as OperationName[]
const stopped = [...stoppedByCancellation]
type AnyDesk = Record<string, Record<string, (order: unknown) => Promise<unknown>>>
const asks = (desk: object, name: OperationName, order: unknown) => {
  const [group = '', operation = ''] = name.split('.')
  return (desk as AnyDesk)[group]![operation]!(order)
}
const codes = async (act: Promise<unknown>) => (await refused(act)).map(({ code }) => code)
/** The notices by which it is refused, whatever else stands against it. */
const cancelledBy = async (act: Promise<unknown>) => (await act.then(() => [], (error: { objections?: { code: string; facts: { cityRef: string } }[] }) => error.objections ?? [])).filter(({ code }) => code === 'contract-cancelled').map(({ facts }) => facts.cityRef)

const day = ({ world }: StaffedOffice, days = 0): Day => dayOf((world.now() + days * DAY) as Instant)
const notice = (office: StaffedOffice, more: Partial<RecordCancellation> = {}): RecordCancellation => ({
  contractId: office.contract.id, cityRef: 'R8税契0200', noticeOn: day(office), receivedAt: office.world.now(), toldBy: '西園 直樹', reason: '第6条の届出をしていない場所で取り扱ったため。', scope: { of: 'whole' },
  effectiveOn: day(office, 3), atOnce: false, settleBy: day(office, 10), settleHow: '窓口で返却する。', ...more,
})
const takenBack = (office: StaffedOffice) => ({ cityRef: 'R8税契0211', on: day(office), toldBy: '西園 直樹', reason: '届出が出ていた。' })
const part = (more: Partial<Extract<CancelledScope, { of: 'part' }>>): CancelledScope => ({ of: 'part', what: '12月分の宛名', handoverIds: [], stopsNew: false, ...more })
const cards = async ({ desk }: StaffedOffice) => (await desk.home.today()).cards.filter(({ article: of }) => of === '19①').map(({ kind, code, facts }) => [kind, code, facts['count']])

article('19①', () => {
  describe('what is stopped', () => {
    test('every operation of the desk is stopped by a cancelled contract, or says why it goes on', () => {
      expect(operations.filter((name) => !stoppedByCancellation.has(name) && !goesOnAfterCancellation.has(name))).toEqual([])
      expect([...stopped, ...goesOnAfterCancellation.keys()].filter((name) => !operations.includes(name))).toEqual([])
      expect(stopped.filter((name) => goesOnAfterCancellation.has(name))).toEqual([])
    })

    test.each(stopped)('%s names its contract by a field of its order', (name) => {
      const fields = fieldsOf(name).filter((field) => field in namedBy)
      expect(fields.length, fieldsOf(name).join()).toBeGreaterThan(0)
    })

    test('each of them is refused at the desk from the day on which it takes effect, and goes on once the city takes it back', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      const order = { contractId: contract.id }
      const { id: cancellationId } = await desk.cancellations.record(notice(office))
      for (const name of stopped) expect([name, await cancelledBy(asks(desk, name, order))]).toEqual([name, []])

      world.pass(3 * DAY)
      for (const name of stopped) expect([name, await cancelledBy(asks(desk, name, order))]).toEqual([name, ['R8税契0200']])
      // What Art. 15 asks is not refused by Art. 19, whatever else stands against it.
      for (const name of goesOnAfterCancellation.keys()) if (!['vault.lock', 'vault.create', 'vault.unlock', 'vault.recover', 'cancellations.withdraw'].includes(name)) expect([name, await cancelledBy(asks(desk, name, order))]).toEqual([name, []])

      await desk.cancellations.withdraw({ cancellationId, ...takenBack(office) })
      for (const name of stopped) expect([name, await cancelledBy(asks(desk, name, order))]).toEqual([name, []])
    })

    test('the sentence says which notice, and what to do next', () => {
      expect(sentences.ja['contract-cancelled']({ contractNo: 'R8-税-017', cityRef: 'R8税契0200', part: '' })).toBe('契約R8-税-017は解除されています（通知R8税契0200）。新たな取扱いはできません。預かった情報は「精算」から返却するか、「消去・廃棄」で消去・廃棄してください。市が解除を取り消したときは、契約の画面で記録してください。')
      expect(sentences.ja['contract-cancelled']({ contractNo: 'R8-税-017', cityRef: 'R8税契0200', part: '封入封緘' })).toMatch(/一部（封入封緘）が解除/)
    })

    test('another contract goes on', async () => {
      const office = await staffedOffice()
      const other = await office.desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
      await office.desk.cancellations.record(notice(office, { atOnce: true }))
      for (const name of stopped) expect([name, await cancelledBy(asks(office.desk, name, { contractId: other.id }))]).toEqual([name, []])
    })

    test('it stops at once where the notice says so, and at the beginning of the day in Japan otherwise', async () => {
      const office = await staffedOffice()
      const { world } = office
      const said = { receivedAt: world.now(), effectiveOn: '2026-12-10' as Day }
      expect(stoppedFrom({ ...said, atOnce: true })).toBe(world.now())
      expect(stoppedFrom({ ...said, atOnce: false })).toBe(Date.parse('2026-12-10T00:00:00+09:00'))
      // A notice that comes late has stopped handling before anybody read it.
      expect(stoppedFrom({ receivedAt: world.now(), effectiveOn: '2026-12-05' as Day, atOnce: true })).toBe(Date.parse('2026-12-05T00:00:00+09:00'))
      await office.desk.cancellations.record(notice(office, { atOnce: true }))
      expect(await cancelledBy(office.desk.handovers.designate(designation(office)))).toEqual(['R8税契0200'])
    })
  })

  describe('what goes on', () => {
    test('a parcel back to the city goes on its way, and one to anybody else does not', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      const sealed = await septemberPackage(office)
      await desk.cancellations.record(notice(office, { atOnce: true }))
      world.pass(HOUR)
      const mailing = await desk.mailings.draft(parcel(office, [sealed]))
      await desk.mailings.confirmShinten(packingCheck(mailing))
      await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: null })
      const { reading } = await world.ledger.read()
      const elsewhere = { contractId: contract.id, recipientName: '研 究子' }
      const seen = { ...reading, get: (kind: 'contract', id: string) => (kind === 'contract' ? { ...contract, recipients: [morikawa, { ...morikawa, organisation: '架空大学', name: '研 究子', email: 'ken@example.jp' }] } : reading.get(kind, id)) } as typeof reading
      expect(objectionsToCancellation('mailings.draft', elsewhere, seen, world.now())).toMatchObject([{ code: 'contract-cancelled', article: '19①' }])
      expect(objectionsToCancellation('mails.draft', { contractId: contract.id, to: [morikawa.email, 'ken@example.jp'] }, seen, world.now())).toHaveLength(1)
      expect(objectionsToCancellation('mails.draft', { contractId: contract.id, to: [morikawa.email] }, seen, world.now())).toEqual([])
      expect(objectionsToCancellation('mails.draft', { contractId: contract.id, to: [] }, seen, world.now())).toHaveLength(1)
    })

    test('a fax that left before is still written down, and one that left after is not', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      world.pass(HOUR)
      await desk.cancellations.record(notice(office, { atOnce: true }))
      const { reading } = await world.ledger.read()
      const fax = (at: number) => objectionsToCancellation('faxes.sent', { contractId: contract.id, at }, reading, world.now())
      expect([fax(world.now() - 1), fax(world.now())].map(({ length }) => length)).toEqual([0, 1])
    })

    test('whoever tries to print after it is refused, and the attempt is written down', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const { items } = await receiptedFiles(office)
      await desk.cancellations.record(notice(office, { atOnce: true }))
      expect(await cancelledBy(desk.copies.print({ contractId: contract.id, itemId: items[0]!.id, copyId: null, sheets: 1 }))).toEqual(['R8税契0200'])
      expect((await desk.ledger.entries({ from: 0, count: 1000 })).entries.filter(({ type }) => type === 'print-attempted')).toHaveLength(1)
    })

    test('what came in gets its receipt and goes back; then the contract closes by R-33 and bears the word', async () => {
      const office = await staffedOffice()
      const { desk, world, contract, cityStick } = office
      const { items } = await receiptedFiles(office)
      await desk.cancellations.record(notice(office, { atOnce: true }))
      expect(await cards(office)).toEqual([['asked', 'cancelled-to-settle-by', expect.any(Number)]])
      const close = () => desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo })
      expect((await refused(close())).map(({ code, rule }) => [code, rule])).toEqual([['information-left', 'R-33']])
      await desk.settlement.returnItems({ contractId: contract.id, itemIds: items.map(({ id }) => id), medium: cityStick.no, means: '手渡し', at: world.now(), place: '税務課窓口', receivedBy: '森川 奏', condition: '', remarks: '' })
      const { id: planId } = await desk.disposals.plan({
        contractId: contract.id, plannedOn: day(office), place: '作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
        targets: [{ kind: 'vault', medium: null, paths: [], itemIds: items.map(({ id }) => id), information: '宛名', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '' }],
      })
      world.signInAs('oba')
      const { wipe } = await desk.disposals.wipeVault({ planId, targetNo: 1, witness: null, second: { loginId: 'mizuno', password: PASSWORD } })
      world.signInAs('mizuno')
      await desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })
      expect(await cards(office)).toEqual([['todo', 'cancelled-to-close', 0]])
      expect(await close()).toMatchObject({ state: 'closed' })
      expect(await cards(office)).toEqual([])
      const { record } = await desk.forms.preview({ contractId: contract.id, form: 'F-27', subjectId: null })
      expect(JSON.stringify(record.parts)).toContain('契約の解除（通知 R8税契0200')
      expect((await desk.cancellations.list({ contractId: contract.id }))[0]).toMatchObject({ withdrawn: null, scope: { of: 'whole' } })
      // The end stands: nobody takes back what was closed on.
      expect(await codes(desk.cancellations.withdraw({ cancellationId: (await desk.cancellations.list({ contractId: contract.id }))[0]!.id, ...takenBack(office) }))).toEqual(['contract-closed'])
    })
  })

  describe('a part', () => {
    test('of a part only what came by its hand-overs is stopped, and new work only where the notice says so', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const { handover, items } = await receiptedFiles(office)
      const other = await desk.handovers.designate({ ...designation(office), purpose: '別の受領' })
      await desk.cancellations.record(notice(office, { atOnce: true, scope: part({ handoverIds: [handover.id] }) }))
      const itemId = items[0]!.id
      expect(await cancelledBy(asks(desk, 'copies.request', { contractId: contract.id, itemId }))).toEqual(['R8税契0200'])
      expect(await cancelledBy(asks(desk, 'provisions.apply', { contractId: contract.id, itemIds: [itemId] }))).toEqual(['R8税契0200'])
      expect(await cancelledBy(asks(desk, 'handovers.receive', { handoverId: handover.id }))).toEqual(['R8税契0200'])
      expect(await cancelledBy(asks(desk, 'handovers.receive', { handoverId: other.id }))).toEqual([])
      expect(await cancelledBy(desk.handovers.designate(designation(office)))).toEqual([])
      await desk.cancellations.record(notice(office, { cityRef: 'R8税契0201', atOnce: true, scope: part({ what: '新たな受領', stopsNew: true }) }))
      expect(await cancelledBy(desk.handovers.designate(designation(office)))).toEqual(['R8税契0201'])
      expect(await cards(office)).toEqual([['asked', 'cancelled-part-by', expect.any(Number)]])
    })

    test('it names what it is about, and hand-overs of its own contract', async () => {
      const office = await staffedOffice()
      const record = (scope: CancelledScope) => office.desk.cancellations.record(notice(office, { scope }))
      expect(await codes(record(part({})))).toEqual(['cancelled-part-unsaid'])
      expect(await codes(record(part({ what: '', stopsNew: true })))).toEqual(['cancelled-part-unsaid'])
      expect(await codes(record(part({ handoverIds: ['elsewhere' as never] })))).toEqual(['nothing-found'])
    })
  })

  test('the notice is written down as it came: its number once, its days in order, its reason said', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const record = (more: Partial<RecordCancellation>) => desk.cancellations.record(notice(office, more))
    expect(await codes(record({ reason: '' }))).toEqual(['cancellation-without-reason'])
    expect(await codes(record({ receivedAt: (world.now() + HOUR) as Instant }))).toEqual(['time-in-future'])
    expect(await codes(record({ noticeOn: day(office, 1) }))).toEqual(['before-its-time'])
    expect(await codes(record({ effectiveOn: day(office, -1) }))).toEqual(['before-its-time'])
    expect(await codes(record({ settleBy: day(office, -1) }))).toEqual(['before-its-time'])
    const { id: cancellationId } = await record({})
    expect(await codes(record({}))).toEqual(['cancellation-known'])
    expect(await codes(record({ cityRef: 'R8税契0299' }))).toEqual(['contract-cancelled-already'])
    expect(await codes(desk.cancellations.withdraw({ cancellationId, ...takenBack(office), on: day(office, -1) }))).toEqual(['before-its-time'])
    expect(await codes(desk.cancellations.withdraw({ cancellationId, ...takenBack(office), on: day(office, 1) }))).toEqual(['time-in-future'])
    expect(await desk.cancellations.withdraw({ cancellationId, ...takenBack(office) })).toMatchObject({ withdrawn: { cityRef: 'R8税契0211' } })
    expect(await codes(desk.cancellations.withdraw({ cancellationId, ...takenBack(office) }))).toEqual(['state-does-not-allow'])
    expect(await codes(record({}))).toEqual(['cancellation-known'])
    expect(await record({ cityRef: 'R8税契0299' })).toMatchObject({ cityRef: 'R8税契0299', withdrawn: null })
    world.signInAs('oba')
    expect(await codes(record({ cityRef: 'R8税契0300' }))).toEqual(['not-your-office'])
  })

  test('what is left is asked for on 今日 from the notice on: before it takes effect, until its day, and past it', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    await receiptedFiles(office)
    await desk.cancellations.record(notice(office))
    expect((await cards(office)).map(([kind, code]) => [kind, code])).toEqual([['asked', 'cancellation-ahead']])
    world.pass(3 * DAY)
    expect((await cards(office)).map(([kind, code]) => [kind, code])).toEqual([['asked', 'cancelled-to-settle-by']])
    world.pass(8 * DAY)
    expect((await cards(office)).map(([kind, code]) => [kind, code])).toEqual([['overdue', 'cancelled-to-settle-by']])
  })
})

/** The fields at the top of an operation's order. */
function fieldsOf(name: OperationName): string[] {
  const [group = '', operation = ''] = name.split('.')
  type Shaped = { def?: { shape?: Record<string, unknown>; innerType?: Shaped; in?: Shaped; options?: Shaped[] } }
  const walk = ({ def }: Shaped): string[] => (def?.shape ? Object.keys(def.shape) : [...(def?.innerType ? walk(def.innerType) : []), ...(def?.in ? walk(def.in) : []), ...(def?.options ?? []).flatMap(walk)])
  return walk((asked as unknown as Record<string, Record<string, { input: Shaped }>>)[group]![operation]!.input)
}
