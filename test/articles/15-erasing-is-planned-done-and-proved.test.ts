import { describe, expect, test } from 'vitest'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import type { RunWipe } from '../../core/wipes/wipe.ts'
import { article } from '../article.ts'
import { begun } from '../begun.ts'
import { PASSWORD, staffedOffice, type StaffedOffice } from '../cast.ts'
import { calledOff, finished, stick } from '../paper-machine.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'
import { openOffice } from '../world.ts'

const TODAY = '2026-12-07' as Day
const second = { loginId: 'mizuno', password: PASSWORD }

const planning = (office: StaffedOffice, line: Partial<PlanDisposal['targets'][number]> = {}, more: Partial<PlanDisposal> = {}): PlanDisposal => ({
  contractId: office.contract.id, plannedOn: TODAY, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{
    kind: 'medium', medium: office.ourStick.no, paths: [], itemIds: [], information: '納税通知書データ', mediaName: 'USBメモリ', quantity: 1, unit: '個', method: 'overwrite-tile', end: '再利用',
    importanceClass: 'その他', myNumber: false, consentRef: '', ...line,
  }],
  ...more,
})

const running = ({ id }: DisposalPlan, more: Partial<RunWipe> = {}): RunWipe =>
  ({ planId: id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', readBack: 'full', witness: null, second: null, resume: null, ...more })

/** The morning of the seventh, with our stick plugged in and Oba at the desk. */
async function atTheBench(): Promise<StaffedOffice> {
  const office = await staffedOffice()
  office.world.machine.drives = [stick('AZ0003K7Q1')]
  office.world.signInAs('oba')
  return office
}

article('15②', () => {
  test.each([
    ['information', { information: '' }], ['mediaName', { mediaName: '' }], ['quantity', { quantity: 0 }], ['method', { method: null }],
  ] as const)('R-27 nothing is erased without its five facts: %s', async (_fact, line) => {
    const office = await atTheBench()
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, line)))).toEqual(['R-27'])
  })

  test('R-27 a plan without a day, or without a line, is none', async () => {
    const office = await atTheBench()
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, {}, { plannedOn: null })))).toEqual(['R-27'])
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, {}, { targets: [] })))).toEqual(['R-27'])
  })

  test('R-28 when the city asked for the notice, nothing is erased before it is in', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    await office.desk.disposals.requestNotice({ planId: plan.id, by: '森川 奏', at: office.world.now(), dueOn: null })
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-28'])
    expect(await rulesAgainst(office.desk.disposals.submitNotice({ planId: plan.id }))).toEqual(['R-28'])
    expect(office.world.machine.wiped).toEqual([])
  })

  test('R-28 nothing is erased before the day that was planned', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office, {}, { plannedOn: '2026-12-08' as Day }))
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-28'])
  })

  test('R-17 one medium is in one plan, and only if the register knows it', async () => {
    const office = await atTheBench()
    await office.desk.disposals.plan(planning(office))
    expect(await codesAgainst(office.desk.disposals.plan(planning(office)))).toEqual(['medium-planned-already'])
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, { medium: 'PRIV-9999' as never })))).toEqual(['R-17'])
  })

  test('a plan that is withdrawn gives its medium back, and cannot be carried out', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    await office.desk.disposals.withdraw({ planId: plan.id, reason: '業務継続のため' })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('保管')
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-27'])
  })
})

article('15③', () => {
  test('R-29 when the city asked to attend, nothing begins without its witness and nothing passes before the witness has confirmed', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office, {}, { witnessRequested: { organisation: '青葉野市', name: '森川 奏' } }))
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-29'])
    expect(office.world.machine.wiped).toEqual([])

    const wipe = await begun(office.desk.disposals.wipe(running(plan, { witness: { organisation: '青葉野市', name: '森川 奏' } })))
    office.world.signInAs('mizuno')
    expect(await rulesAgainst(office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false }))).toEqual(['R-29'])
    expect(await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: true })).toMatchObject({ wipe: { state: 'verified', result: '合格' } })
  })
})

article('15④', () => {
  test('R-30 a disposed medium that held My Number information is destroyed, whatever the city agreed to', async () => {
    const office = await atTheBench()
    const line = { end: '廃棄' as const, myNumber: true, importanceClass: '最重要情報' as const }
    expect(await codesAgainst(office.desk.disposals.plan(planning(office, { ...line, consentRef: 'R8税承0061' })))).toEqual(['must-be-destroyed'])
    expect(await office.desk.disposals.plan(planning(office, { ...line, method: 'physical' }))).toMatchObject({ state: 'decided' })
  })

  test('R-30 overwriting flash is below 重要情報, unless the city has agreed', async () => {
    const office = await atTheBench()
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, { importanceClass: '重要情報' })))).toEqual(['R-30'])
    expect(await office.desk.disposals.plan(planning(office, { importanceClass: '重要情報', consentRef: 'R8税承0061' }))).toMatchObject({ state: 'decided' })
  })

  test('a destruction is recorded with its photographs, and another person stands for it', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office, { method: 'physical', end: '廃棄', importanceClass: '最重要情報' }))
    for (const name of ['before', 'after']) office.world.disk.set(`/photos/${name}.jpg`, name)
    const wipe = await office.desk.disposals.recordDestruction({
      planId: plan.id, targetNo: 1, how: '破砕', at: office.world.now(), place: '処理場', performedBy: '大庭 健吾', outsourcer: '', manifestNo: '', photos: [{ path: '/photos/before.jpg', when: '前' }, { path: '/photos/after.jpg', when: '後' }], witness: null, remarks: '',
    })
    expect(wipe).toMatchObject({ result: '合格', destruction: { photos: [{ name: 'before.jpg', when: '前' }, { name: 'after.jpg', when: '後' }] } })
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('廃棄済')
  })
})

article('15⑤', () => {
  test('an erasure that was read back passes, once another person has verified it', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    const wipe = await begun(office.desk.disposals.wipe(running(plan)))
    expect({ state: wipe.state, result: wipe.result, operator: wipe.operator }).toEqual({ state: 'to be verified', result: '合格', operator: office.oba.id })
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: '/dev/sdb', second: null, witnessConfirmed: false })
    expect((await office.desk.disposals.list({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'done' })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('消去済')
  })

  test('R-32 whoever erased does not verify, and whoever plans names two people', async () => {
    const office = await atTheBench()
    expect(await rulesAgainst(office.desk.disposals.plan(planning(office, {}, { verifier: office.oba.id })))).toEqual(['R-32'])
    const wipe = await begun(office.desk.disposals.wipe(running(await office.desk.disposals.plan(planning(office)))))
    expect(await rulesAgainst(office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false }))).toEqual(['R-32'])
    expect(await rulesAgainst(office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: { loginId: 'oba', password: PASSWORD }, witnessConfirmed: false }))).toEqual(['R-32'])
  })

  test('R-32 information of weight is not erased by one person alone', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office, { importanceClass: '重要情報', consentRef: 'R8税承0061' }))
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-32'])
    expect(office.world.machine.wiped).toEqual([])
    expect(await office.desk.disposals.wipe(running(plan, { second }))).toMatchObject({ outcome: 'ended' })
  })

  describe('R-31 the figures decide', () => {
    test.each([
      ['one sector holds something else', finished({ badRanges: [{ what: 'differs', lba: 4096, sectors: 1 }], badSectors: 1 }), '不合格'],
      ['the medium answers with another address', finished({ misplaced: [{ lba: 8192, sectors: 8, holds: 0 }], bytesInTruth: 4_000_000_000 }), '不合格'],
      ['a place still holds what it held before', finished({ samplesUnchanged: 1 }), '不合格'],
      ['a sector cannot be written', finished({ badRanges: [{ what: 'unwritable', lba: 77, sectors: 2 }], badSectors: 2 }), '例外'],
      ['nothing was read back', finished({ readBack: 'none', bytesRead: 0, coverage: 0 }), '例外'],
      ['only the cache was read back', finished({ uncached: false }), '例外'],
      ['the drive was pulled out', { ...calledOff(), end: 'device-gone' as const }, '不合格'],
      ['it was called off', calledOff(), '中止'],
    ] as const)('%s: %o is %s', async (_what, outcome, result) => {
      const office = await atTheBench()
      office.world.machine.wipe = outcome
      const wipe = await begun(office.desk.disposals.wipe(running(await office.desk.disposals.plan(planning(office)))))
      expect(wipe.result).toBe(result)
      office.world.signInAs('mizuno')
      expect((await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })).wipe.result).toBe(result)
      expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('消去予定')
    })
  })

  test('R-31 a second reading back that finds something takes the pass away', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await office.desk.disposals.plan(planning(office)))))
    office.world.machine.check = finished({ badRanges: [{ what: 'differs', lba: 9, sectors: 1 }], badSectors: 1 })
    office.world.signInAs('mizuno')
    expect((await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: '/dev/sdb', second: null, witnessConfirmed: false })).wipe.result).toBe('不合格')
  })

  test('a wipe that a power cut ended is a question, can be gone on with, and else is 中止', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    office.world.machine.wipe = 'power cut'
    void office.desk.disposals.wipe(running(plan))
    await expect.poll(async () => (await office.desk.disposals.wipes({ contractId: office.contract.id }))[0]?.checkpoint?.offset).toBe(1 << 30)

    const next = openOffice({ ...office.world })
    const [wipe] = await next.desk.disposals.wipes({ contractId: office.contract.id })
    expect((await next.desk.home.today()).cards.find(({ code }) => code === 'wiping-unfinished')).toMatchObject({ kind: 'question', subjectId: wipe!.id, leadsTo: 'disposals' })

    office.world.machine.wipe = finished()
    expect(await next.desk.disposals.wipe(running(plan, { resume: wipe!.id }))).toMatchObject({ outcome: 'ended', wipe: { id: wipe!.id, result: '合格' } })
    expect((await next.desk.home.today()).cards.some(({ code }) => code === 'wiping-unfinished')).toBe(false)
  })

  test('an interruption that nobody goes on with stands as 中止', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    office.world.machine.wipe = 'power cut'
    void office.desk.disposals.wipe(running(plan))
    await expect.poll(async () => (await office.desk.disposals.wipes({ contractId: office.contract.id }))[0]?.checkpoint?.offset).toBe(1 << 30)
    const next = openOffice({ ...office.world })
    const [wipe] = await next.desk.disposals.wipes({ contractId: office.contract.id })
    await next.desk.home.settle({ id: wipe!.id })
    expect((await next.desk.disposals.wipes({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'to be verified', result: '中止' })
    expect(await codesAgainst(next.desk.disposals.wipe(running(plan, { resume: wipe!.id })))).toEqual(['state-does-not-allow'])
  })
})

article('15①', () => {
  test.each([
    ['a system disk', { role: 'system' as const, hindrances: ['system' as const] }], ['a mounted one', { hindrances: ['mounted' as const] }], ['one that nobody knows', { role: 'unknown' as const }],
    ['the one with the vault', { role: 'internal' as const, hindrances: ['vault' as const] }],
  ])('%s is not touched, whatever was typed', async (_what, more) => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdb', more)]
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['drive-not-wipeable'])
    expect(office.world.machine.wiped).toEqual([])
  })

  test('R-17 another stick in the same port is not the one of the plan', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    office.world.machine.drives = [stick('AZ0004M2W8')]
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-17'])
    office.world.machine.drives = []
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-17'])
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdc')]
    expect(await rulesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['R-17'])
  })

  test('what was typed is read off the label', async () => {
    const office = await atTheBench()
    const plan = await office.desk.disposals.plan(planning(office))
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan, { typedSerial: 'AZ0003K7Q7' })))).toEqual(['typed-serial-differs'])
    expect(await office.desk.disposals.wipe(running(plan, { typedSerial: ' ａｚ0003k7q1 ' }))).toMatchObject({ outcome: 'ended' })
  })
})

