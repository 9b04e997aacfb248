import { expect, test } from 'vitest'
import type { Instant } from '../../core/time.ts'
import type { PlanDisposal } from '../../core/wipes/plan.ts'
import type { RecordDestruction, RunWipe, Wipe } from '../../core/wipes/wipe.ts'
import { article } from '../article.ts'
import { begun } from '../begun.ts'
import { PASSWORD, staffedOffice, type StaffedOffice } from '../cast.ts'
import { finished, logOf, stick } from '../paper-machine.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { openOffice } from '../world.ts'

type Line = PlanDisposal['targets'][number]

async function atTheBench(): Promise<StaffedOffice> {
  const office = await staffedOffice()
  office.world.machine.drives = [stick('AZ0003K7Q1')]
  office.world.signInAs('oba')
  return office
}

const planned = (office: StaffedOffice, line: Partial<Line> = {}, more: Partial<PlanDisposal> = {}) => office.desk.disposals.plan({
  contractId: office.contract.id, plannedOn: '2026-12-07' as never, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{
    kind: 'medium', medium: office.ourStick.no, paths: [], itemIds: [], information: '納税通知書データ', mediaName: 'USBメモリ', quantity: 1, unit: '個', method: 'overwrite-tile', end: '再利用',
    importanceClass: 'その他', myNumber: false, consentRef: '', ...line,
  }],
  ...more,
})

const second = { loginId: 'mizuno', password: PASSWORD }

const running = ({ id }: { id: string }, more: Partial<RunWipe> = {}): RunWipe =>
  ({ planId: id as never, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', readBack: 'full', witness: null, second: null, resume: null, ...more })

const verifying = (wipe: Wipe, drivePath: string | null = '/dev/sdb') => ({ wipeId: wipe.id, drivePath, second: null, witnessConfirmed: false })

const destroying = (office: StaffedOffice, { id }: { id: string }, more: Partial<RecordDestruction> = {}): RecordDestruction => ({
  planId: id as never, targetNo: 1, how: '破砕', at: office.world.now(), place: '処理場', performedBy: '大庭 健吾', outsourcer: '', manifestNo: '', photos: [], witness: null, remarks: '処理場では撮影が禁じられている', ...more,
})

/** A wipe that a power cut left, and the desk of the next morning. */
async function interrupted(office: StaffedOffice) {
  const plan = await planned(office)
  office.world.machine.wipe = 'power cut'
  void office.desk.disposals.wipe(running(plan))
  await expect.poll(async () => (await office.desk.disposals.wipes({ contractId: office.contract.id }))[0]?.checkpoint?.offset).toBe(1 << 30)
  const next = openOffice({ ...office.world })
  const [left] = await next.desk.disposals.wipes({ contractId: office.contract.id })
  office.world.machine.wipe = finished()
  return { plan, next, left: left as Wipe }
}

article('15⑤', () => {
  test.each([
    ['half of it was read back', finished({ bytesRead: 8_000_000_000, coverage: 0.5 }), '例外'],
    ['a sample of a hundredth was read back', finished({ readBack: 'sample', sampleSeed: 'cd'.repeat(32), bytesRead: 160_000_000, coverage: 0.01 }), '例外'],
    ['a sample of places that nobody can draw again', finished({ readBack: 'sample', bytesRead: 1_700_000_000, coverage: 0.106 }), '例外'],
    ['another size than the drive has', finished({ bytes: 8_000_000_000, bytesWritten: 8_000_000_000, bytesRead: 8_000_000_000 }), '不合格'],
    ['another pattern than was ordered', finished({ pattern: 'zero' }), '不合格'],
    ['less was written than there is', finished({ bytesWritten: 15_999_999_488 }), '不合格'],
  ] as const)('R-31 figures that say this do not pass: %s', async (_what, outcome, result) => {
    const office = await atTheBench()
    office.world.machine.wipe = outcome
    expect((await begun(office.desk.disposals.wipe(running(await planned(office))))).result).toBe(result)
  })

  test('R-31 a second reading back of another pattern or with another seed takes the pass away', async () => {
    for (const again of [finished({ pattern: 'zero', seedSha256: null }), finished({ seedSha256: 'ef'.repeat(32) }), finished({ bytesRead: 1 })]) {
      const office = await atTheBench()
      const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
      office.world.machine.check = again
      office.world.signInAs('mizuno')
      expect((await office.desk.disposals.verify(verifying(wipe))).wipe.result).not.toBe('合格')
    }
  })

  test('a reading back that did not begin says nothing: it is refused, and can be done again', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
    office.world.signInAs('mizuno')
    office.world.machine.check = { ...finished(), end: 'failed', reason: 'target-busy', figures: null }
    expect(await codesAgainst(office.desk.disposals.verify(verifying(wipe)))).toEqual(['read-back-not-begun'])
    office.world.machine.check = finished()
    expect((await office.desk.disposals.verify(verifying(wipe))).wipe).toMatchObject({ state: 'verified', result: '合格' })
  })

  test('R-17 a second reading back is of the very drive that was erased', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
    office.world.signInAs('mizuno')
    for (const other of [stick('AZ0003K7Q1', '/dev/sdb', { bytes: 15_999_999_488 }), stick('az0003k7q1')]) {
      office.world.machine.drives = [other]
      expect(await codesAgainst(office.desk.disposals.verify(verifying(wipe)))).toEqual(['drive-of-other-serial'])
    }
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdd', { insertion: '12' })]
    expect(await office.desk.disposals.verify(verifying(wipe, '/dev/sdd'))).toMatchObject({ outcome: 'verified' })
  })

  test('two who verify at the same time do not both: what the slower reading finds cannot come after the pass', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
    office.world.signInAs('mizuno')
    const answers = await Promise.allSettled([office.desk.disposals.verify(verifying(wipe)), office.desk.disposals.verify(verifying(wipe, null))])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { entries } = await office.desk.ledger.entries({ from: 0, count: 1000 })
    expect(entries.filter(({ type }) => type === 'wipe-verified')).toHaveLength(1)
  })

  test('R-32 whoever goes on with a wipe is who began it, so that nobody verifies their own half', async () => {
    const office = await atTheBench()
    const { plan, next, left } = await interrupted(office)
    office.world.signInAs('mizuno')
    expect(await codesAgainst(next.desk.disposals.wipe(running(plan, { resume: left.id })))).toEqual(['begun-by-another'])
    office.world.signInAs('oba')
    expect(await next.desk.disposals.wipe(running(plan, { resume: left.id }))).toMatchObject({ outcome: 'ended' })
  })

  test('R-17 a wipe is gone on with on its own drive only, and by one run at a time', async () => {
    const office = await atTheBench()
    const { plan, next, left } = await interrupted(office)
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdb', { bytes: 16_000_000_512 })]
    expect(await codesAgainst(next.desk.disposals.wipe(running(plan, { resume: left.id })))).toEqual(['drive-of-other-serial'])
    office.world.machine.drives = [stick('AZ0003K7Q1')]
    office.world.machine.wiped = []
    const both = await Promise.allSettled([1, 2].map(() => next.desk.disposals.wipe(running(plan, { resume: left.id }))))
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(office.world.machine.wiped).toEqual(['/dev/sdb'])
  })

  test('R-32 whoever destroyed a medium does not verify it, whoever wrote it down', async () => {
    const office = await atTheBench()
    const wipe = await office.desk.disposals.recordDestruction(destroying(office, await planned(office, { method: 'physical', end: '廃棄' }), { performedBy: office.mizuno.name.replace(/\s/g, '　') }))
    office.world.signInAs('mizuno')
    expect(await rulesAgainst(office.desk.disposals.verify(verifying(wipe, null)))).toEqual(['R-32'])
  })
})

article('15⑤', () => {
  test('R-31 the log of another day is no record of this erasure, and one log stands for one erasure of a medium', async () => {
    const office = await atTheBench()
    const record = async () => office.desk.disposals.recordExternal({ planId: (await planned(office, { method: 'external' })).id, targetNo: 1, log: '/in/nwipe.log', at: office.world.now(), performedBy: '大庭 健吾', witness: null, remarks: '' })
    office.world.disk.set('/in/nwipe.log', 'what nwipe wrote')
    office.world.machine.logs = [logOf('AZ0003K7Q1')]
    const wipe = await record()
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify(verifying(wipe, null))
    office.world.signInAs('oba')
    expect(await codesAgainst(record())).toEqual(['wipe-log-used'])

    const other = await atTheBench()
    other.world.disk.set('/in/nwipe.log', 'what nwipe wrote')
    const plan = await planned(other, { method: 'external' })
    const order = { planId: plan.id, targetNo: 1, log: '/in/nwipe.log', at: other.world.now(), performedBy: '大庭 健吾', witness: null, remarks: '' }
    other.world.machine.logs = [logOf('AZ0003K7Q1', { ended: '2026/11/02 09:40:00' })]
    expect(await codesAgainst(other.desk.disposals.recordExternal(order))).toEqual(['wipe-log-of-other-run'])
    other.world.machine.logs = [logOf('AZ0003K7Q1', { ended: '2026-12-06T16:40:00' })]
    expect(await other.desk.disposals.recordExternal(order)).toMatchObject({ result: '合格' })
  })
})

article('15④', () => {
  test('R-30 what a magnet cannot destroy is not recorded as destroyed by one', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'physical', end: '廃棄' })
    expect(await codesAgainst(office.desk.disposals.recordDestruction(destroying(office, plan, { how: '磁気消去' })))).toEqual(['destruction-without-effect'])
  })

  test('R-30 a degaussed disk is not destroyed: not where My Number or the class asks for destruction', async () => {
    const office = await atTheBench()
    const register = async (serial: string) => {
      office.world.signInAs('mizuno')
      const { no } = await office.desk.media.register({ ...office.ourStick, no: null, serial, type: '外付けHDD' })
      office.world.signInAs('oba')
      return no
    }
    const line = { method: 'physical' as const, end: '廃棄' as const, importanceClass: '最重要情報' as const }
    const secret = await planned(office, { ...line, medium: await register('HDD-0001'), myNumber: true, consentRef: 'R8税承0061' })
    expect(await codesAgainst(office.desk.disposals.recordDestruction(destroying(office, secret, { how: '磁気消去' })))).toEqual(['must-be-destroyed'])
    const critical = await planned(office, { ...line, medium: await register('HDD-0002') })
    expect(await codesAgainst(office.desk.disposals.recordDestruction(destroying(office, critical, { how: '磁気消去' })))).toEqual(['method-below-class'])
    const plain = await planned(office, { ...line, medium: await register('HDD-0003'), importanceClass: '重要情報' })
    expect(await office.desk.disposals.recordDestruction(destroying(office, plain, { how: '磁気消去' }))).toMatchObject({ state: 'to be verified' })
  })

  test('R-17 a medium that is lost is neither planned nor recorded as destroyed, and stays lost', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'physical', end: '廃棄' })
    const state = async () => (await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state
    await office.desk.media.reportLost({ no: office.ourStick.no, foundAt: office.world.now(), place: '作業室', circumstances: '棚にない' })
    expect(await rulesAgainst(office.desk.disposals.recordDestruction(destroying(office, plan)))).toEqual(['R-17'])
    await office.desk.disposals.withdraw({ planId: plan.id, reason: '紛失のため' })
    expect(await state()).toBe('紛失')
    expect(await codesAgainst(planned(office))).toEqual(['medium-not-in-store'])
  })

  test('a medium that is lost before its erasure is verified is erased, and lost', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
    await office.desk.media.reportLost({ no: office.ourStick.no, foundAt: office.world.now(), place: '作業室', circumstances: '棚にない' })
    office.world.signInAs('mizuno')
    expect((await office.desk.disposals.verify(verifying(wipe, null))).wipe.result).toBe('合格')
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('紛失')
  })
})

article('15②', () => {
  test('R-27 nothing was destroyed before it was planned', async () => {
    const office = await atTheBench()
    const at = office.world.now()
    office.world.pass(3_600_000)
    const plan = await planned(office, { method: 'physical', end: '廃棄' })
    expect(await codesAgainst(office.desk.disposals.recordDestruction(destroying(office, plan, { at })))).toEqual(['destroyed-before-plan'])
  })

  test('R-28 a notice that was handed in after the destruction did not come before it', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'physical', end: '廃棄' }, { noticeRequested: { by: '森川 奏', at: office.world.now(), dueOn: null } })
    await office.desk.disposals.issueNotice({ planId: plan.id })
    const before = office.world.now()
    office.world.pass(3_600_000)
    await office.desk.disposals.submitNotice({ planId: plan.id })
    expect(await rulesAgainst(office.desk.disposals.recordDestruction(destroying(office, plan, { at: before })))).toEqual(['R-28'])
    expect(await office.desk.disposals.recordDestruction(destroying(office, plan, { at: (before + 3_600_000) as Instant }))).toMatchObject({ state: 'to be verified' })
  })

  test.each([
    ['an overwriting', {}, (office: StaffedOffice, planId: never) => office.desk.disposals.wipe(running({ id: planId }, { second }))],
    ['a command', { method: 'command' as const }, (office: StaffedOffice, planId: never) => office.desk.disposals.command({ planId, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', method: 'ata-sanitize-block', witness: null, second })],
  ])('R-28 a notice that is asked for while the second person signs stops what has not begun: %s', async (_what, line, begin) => {
    const office = await atTheBench()
    const plan = await planned(office, { importanceClass: '重要情報', consentRef: 'R8税承0061', ...line })
    const { authenticate } = office.world.vault
    office.world.vault.authenticate = async (...who) => {
      await office.desk.disposals.requestNotice({ planId: plan.id, by: '森川 奏', at: office.world.now(), dueOn: null })
      return authenticate(...who)
    }
    expect(await rulesAgainst(begin(office, plan.id as never))).toEqual(['R-28'])
    expect(office.world.machine.wiped).toEqual([])
  })

  test('R-27 one line is one medium: one wiping does not stand for three', async () => {
    const office = await atTheBench()
    expect(await codesAgainst(planned(office, { quantity: 3 }))).toEqual(['one-medium-a-line'])
  })
})

article('11(5)', () => {
  test('R-17 two media whose serial numbers read alike are not both in the register', async () => {
    const office = await atTheBench()
    office.world.signInAs('mizuno')
    expect(await codesAgainst(office.desk.media.register({ ...office.ourStick, no: null, serial: ' ａｚ0003k7q1 ' }))).toEqual(['serial-exists'])
  })

  test('R-17 an image is known by its path to the letter', async () => {
    const office = await atTheBench()
    office.world.signInAs('mizuno')
    const { no } = await office.desk.media.register({ ...office.ourStick, no: null, serial: 'image:12:/media/a/disk.img', type: 'その他' })
    office.world.signInAs('oba')
    const plan = await planned(office, { medium: no, importanceClass: 'その他', consentRef: 'R8税承0061' })
    office.world.machine.drives = [stick('image:12:/media/A/disk.img', '/dev/loop1', { kind: 'image', bus: 'loop', role: 'internal' })]
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan, { drivePath: '/dev/loop1', typedSerial: 'image:12:/media/a/disk.img' })))).toEqual(['drive-of-other-serial'])
  })
})

article('15①', () => {
  test.each([
    ['no rights on the drive', { end: 'failed' as const, reason: 'target-forbidden' }], ['another program has it', { end: 'failed' as const, reason: 'target-busy' }], ['another drive took its place', { end: 'not-the-same' as const, reason: 'serial' }],
  ])('what could not begin is refused and leaves nothing to verify: %s', async (_what, ending) => {
    const office = await atTheBench()
    const plan = await planned(office)
    office.world.machine.wipe = { ...finished(), ...ending, figures: null, checkpoint: null, reachedLba: null }
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan)))).toEqual(['wipe-not-begun'])
    expect(await office.desk.disposals.wipes({ contractId: office.contract.id })).toEqual([])
    expect((await office.desk.home.today()).cards.some(({ code }) => code.startsWith('wip'))).toBe(false)
    office.world.machine.wipe = finished()
    expect(await office.desk.disposals.wipe(running(plan))).toMatchObject({ outcome: 'ended', wipe: { result: '合格' } })
  })
})

article('15⑤', () => {
  test('R-32 the seed is handed out for a verified erasure only, and to whom is on record', async () => {
    const office = await atTheBench()
    const wipe = await begun(office.desk.disposals.wipe(running(await planned(office))))
    const order = { wipeId: wipe.id, into: '/out', handedTo: '青葉野市 森川 奏' }
    expect(await rulesAgainst(office.desk.disposals.saveSeed(order))).toEqual(['R-32'])
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify(verifying(wipe))
    const { paths: [path] } = await office.desk.disposals.saveSeed(order)
    expect(office.world.disk.get(path ?? '')).toBe(`${'07'.repeat(32)}\n`)
    expect((await office.desk.ledger.entries({ from: 0, count: 1000 })).entries.at(-1)).toMatchObject({ type: 'seed-handed-out', data: { handedTo: '青葉野市 森川 奏' } })
  })
})

article('15④', () => {
  test('R-30 a destruction without photographs of before and after says why, is an exception, and is reported and not certified', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'physical', end: '廃棄' })
    expect(await rulesAgainst(office.desk.disposals.recordDestruction(destroying(office, plan, { remarks: '' })))).toEqual(['R-30'])
    office.world.disk.set('/photos/after.jpg', 'shreds')
    const wipe = await office.desk.disposals.recordDestruction(destroying(office, plan, { photos: [{ path: '/photos/after.jpg', when: '後' }] }))
    expect(wipe.result).toBe('例外')
    office.world.signInAs('mizuno')
    await office.desk.disposals.verify(verifying(wipe, null))
    expect(await rulesAgainst(office.desk.disposals.certify({ wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' }))).toEqual(['R-31'])
    expect(await office.desk.disposals.report({ wipeIds: [wipe.id], sealNo: '', thirdPartyNo: '' })).toMatchObject({ form: 'F-30' })
    expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe('廃棄済')
  })
})

article('15⑤', () => {
  test('R-31 what a command or another program did has nothing to be read back, and says so', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'command' })
    const wipe = await begun(office.desk.disposals.command({ planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', method: 'ata-sanitize-block', witness: null, second: null }))
    office.world.signInAs('mizuno')
    expect(await codesAgainst(office.desk.disposals.verify(verifying(wipe)))).toEqual(['nothing-to-read-back'])
  })
})

article('11(5)', () => {
  test('R-17 a drive of another size than the register says is not the medium, whatever serial number it tells', async () => {
    const office = await atTheBench()
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdb', { bytes: 64_000_000_000 })]
    expect(await refused(office.desk.disposals.wipe(running(await planned(office))))).toMatchObject([{ code: 'drive-of-other-size', rule: 'R-17', facts: { registered: 16_000_000_000, found: 64_000_000_000 } }])
    expect(office.world.machine.wiped).toEqual([])
    office.world.machine.drives = [stick('AZ0003K7Q1', '/dev/sdb', { bytes: 15_400_000_000 })]
    expect(await office.desk.disposals.wipe(running((await office.desk.disposals.list({ contractId: office.contract.id }))[0]!))).toMatchObject({ outcome: 'ended' })
  })
})

article('15①', () => {
  const asked = { label: 'MED-2026-0002', serial: 'AZ0003K7Q1', bytes: 16_000_000_000 }

  test('the last question names what will be lost, and the number typed there decides', async () => {
    const office = await atTheBench()
    const plan = await planned(office)
    const seen: unknown[] = []
    office.world.machine.types = ({ act, medium, drive }) => { seen.push({ act, label: medium.no, serial: drive.serial, bytes: drive.bytes }); return 'AZ0004M2W8' }
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan, { typedSerial: null })))).toEqual(['typed-serial-differs'])
    expect(office.world.machine.wiped).toEqual([])
    office.world.machine.types = () => 'az0003k7q1'
    expect(await office.desk.disposals.wipe(running(plan, { typedSerial: null }))).toMatchObject({ outcome: 'ended' })
    expect(seen).toEqual([{ act: 'wipe', ...asked }])
  })

  test('whoever closes the question has begun nothing, and is asked again the next time', async () => {
    const office = await atTheBench()
    const plan = await planned(office)
    office.world.machine.types = () => null
    expect(await office.desk.disposals.wipe(running(plan, { typedSerial: null }))).toEqual({ outcome: 'not confirmed', wipe: null })
    expect(await office.desk.disposals.wipes({ contractId: office.contract.id })).toEqual([])
    expect((await office.desk.disposals.list({ contractId: office.contract.id }))[0]?.targets[0]?.state).toBe('planned')
    office.world.machine.types = () => 'AZ0003K7Q1'
    expect(await office.desk.disposals.wipe(running(plan, { typedSerial: null }))).toMatchObject({ outcome: 'ended' })
  })

  test('R-17 a stick that changes places while one reads the question is not erased', async () => {
    const office = await atTheBench()
    const plan = await planned(office)
    office.world.machine.types = () => { office.world.machine.drives = [stick('PRIV-9999')]; return 'AZ0003K7Q1' }
    expect(await codesAgainst(office.desk.disposals.wipe(running(plan, { typedSerial: null })))).toEqual(['drive-of-other-serial'])
    expect(office.world.machine.wiped).toEqual([])
  })

  test('a command is asked about in the same way', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { method: 'command' })
    const order = { planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: null, method: 'ata-sanitize-block' as const, witness: null, second: null }
    office.world.machine.types = () => null
    expect(await office.desk.disposals.command(order)).toEqual({ outcome: 'not confirmed', wipe: null })
    expect(office.world.machine.wiped).toEqual([])
  })
})
