import { describe, expect, test } from 'vitest'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import type { GiveCommand, RecordExternal, WipeFiles } from '../../core/wipes/wipe.ts'
import { article } from '../article.ts'
import { begun } from '../begun.ts'
import { PASSWORD, staffedOffice, type StaffedOffice } from '../cast.ts'
import { fileList, filled, gone, listed, logOf, sanitized, sanitizes, stick, wholly } from '../paper-machine.ts'
import { codesAgainst, rulesAgainst } from '../refused.ts'
import { openOffice } from '../world.ts'

const second = { loginId: 'mizuno', password: PASSWORD }
type PlannedLine = PlanDisposal['targets'][number]
const files: PlannedLine = {
  kind: 'files', medium: null, paths: ['/desk/r9'], itemIds: [], information: '納税通知書データの作業用複製', mediaName: 'PC-021 作業領域', quantity: 1, unit: '式', method: 'files', end: '廃棄', importanceClass: 'その他', myNumber: false, consentRef: '',
}
const onStick = (office: StaffedOffice, more: Partial<PlannedLine> = {}): PlannedLine =>
  ({ ...files, kind: 'medium', medium: office.ourStick.no, paths: [], mediaName: 'USBメモリ', unit: '個', method: 'command', end: '再利用', ...more })

async function planned(office: StaffedOffice, line: PlannedLine, more: Partial<PlanDisposal> = {}): Promise<DisposalPlan> {
  return office.desk.disposals.plan({
    contractId: office.contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null, targets: [line], ...more,
  })
}
const wiping = ({ id }: DisposalPlan, more: Partial<WipeFiles> = {}): WipeFiles =>
  ({ planId: id, targetNo: 1, listSha256: null, pattern: 'tile', readBack: true, hardLinks: 'leave', readOnly: 'leave', freeSpace: false, witness: null, second: null, ...more })
const commanding = ({ id }: DisposalPlan, more: Partial<GiveCommand> = {}): GiveCommand =>
  ({ planId: id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', method: 'ata-sanitize-block', witness: null, second: null, ...more })
const logged = (office: StaffedOffice, { id }: DisposalPlan, more: Partial<RecordExternal> = {}): RecordExternal =>
  ({ planId: id, targetNo: 1, log: '/in/nwipe.log', at: office.world.now(), performedBy: '大庭 健吾', witness: null, remarks: '', ...more })

/** The morning of the seventh, with our stick plugged in, a log on the disk, and Oba at the desk. */
async function atTheBench(): Promise<StaffedOffice> {
  const office = await staffedOffice()
  office.world.machine.drives = [stick('AZ0003K7Q1')]
  office.world.disk.set('/in/nwipe.log', 'what nwipe wrote')
  office.world.signInAs('oba')
  return office
}
const entriesOf = async ({ desk }: StaffedOffice) => (await desk.ledger.entries({ from: 0, count: 500 })).entries
const wipesOf = async ({ desk, contract }: StaffedOffice) => desk.disposals.wipes({ contractId: contract.id })

article('15①', () => {
  test('what files hold is looked at before anybody decides, and nothing is changed by looking', async () => {
    const office = await atTheBench()
    const plan = await planned(office, files)
    office.world.machine.list = fileList({ files: [listed('atena.csv', { findings: ['hard-link'] }), listed('', { kind: 'folder', size: 0, sha256: null })], leftOut: [{ path: '/desk/gone', finding: 'missing' }] })
    expect(await office.desk.disposals.lookAtFiles({ planId: plan.id, targetNo: 1 })).toMatchObject({
      outcome: 'seen', names: 2, files: 1, bytes: 4096, sha256: 'ef'.repeat(32), findings: [{ path: '/desk/gone', finding: 'missing' }, { path: '/desk/r9/atena.csv', finding: 'hard-link' }], findingsMore: 0,
    })
    expect([office.world.machine.wiped, await wipesOf(office)]).toEqual([[], []])
  })

  test('the vault and the program are not among the files that are wiped', async () => {
    const office = await atTheBench()
    const plan = await planned(office, files)
    office.world.machine.list = fileList({ leftOut: [{ path: '/home/oba/Azukari', finding: 'protected' }] })
    expect(await codesAgainst(office.desk.disposals.wipeFiles(wiping(plan)))).toEqual(['path-kept-out'])
    expect([office.world.machine.wiped, await wipesOf(office), office.world.blobs.size]).toEqual([[], [], 0])
  })

  test('files that came, went or changed since they were looked at stop everything', async () => {
    const office = await atTheBench()
    const plan = await planned(office, files)
    expect(await codesAgainst(office.desk.disposals.wipeFiles(wiping(plan, { listSha256: 'aa'.repeat(32) })))).toEqual(['files-changed-since'])
    expect(office.world.machine.wiped).toEqual([])
    expect(await office.desk.disposals.wipeFiles(wiping(plan, { listSha256: 'ef'.repeat(32) }))).toMatchObject({ outcome: 'ended' })
  })

  test('where nothing is left of what was planned, nothing is called wiped', async () => {
    const office = await atTheBench()
    const plan = await planned(office, files)
    office.world.machine.list = fileList({ roots: [], files: [], bytes: 0, leftOut: [{ path: '/desk/r9', finding: 'missing' }] })
    expect(await codesAgainst(office.desk.disposals.wipeFiles(wiping(plan)))).toEqual(['nothing-to-wipe'])
  })

  test.each([
    ['a system disk', stick('AZ0003K7Q1', '/dev/sdb', { role: 'system', hindrances: ['system'] }), {}, 'drive-not-wipeable'], ['another stick', stick('AZ0004M2W8'), {}, 'drive-of-other-serial'], ['a serial typed wrong', stick('AZ0003K7Q1'), { typedSerial: 'AZ0003K7Q7' }, 'typed-serial-differs'],
    ['a command that the drive does not offer', stick('AZ0003K7Q1'), { method: 'nvme-sanitize-block' as const }, 'command-not-offered'], ['one that it cannot carry out now', stick('AZ0003K7Q1'), { method: 'ata-sanitize-crypto' as const }, 'command-not-offered'],
  ])('no command is given to %s', async (_what, drive, more, code) => {
    const office = await atTheBench()
    const plan = await planned(office, onStick(office))
    office.world.machine.drives = [drive]
    expect(await codesAgainst(office.desk.disposals.command(commanding(plan, more)))).toEqual([code])
    expect([office.world.machine.wiped, await wipesOf(office)]).toEqual([[], []])
  })

  test('a drive is asked what it can do, and one that is not there is not', async () => {
    const office = await atTheBench()
    expect(await office.desk.disposals.abilities({ drivePath: '/dev/sdb' })).toEqual(sanitizes())
    expect(await codesAgainst(office.desk.disposals.abilities({ drivePath: '/dev/sdz' }))).toEqual(['drive-gone'])
  })
})

article('15②', () => {
  const ways = [
    ['files', () => files, (office: StaffedOffice, plan: DisposalPlan) => office.desk.disposals.wipeFiles(wiping(plan))],
    ['a command', (office: StaffedOffice) => onStick(office), (office: StaffedOffice, plan: DisposalPlan) => office.desk.disposals.command(commanding(plan))],
    ['another program', (office: StaffedOffice) => onStick(office, { method: 'external' }), (office: StaffedOffice, plan: DisposalPlan) => office.desk.disposals.recordExternal(logged(office, plan))],
  ] as const

  test.each(ways)('R-28 %s: nothing before the notice is in, nor before the day', async (_what, line, carryOut) => {
    const office = await atTheBench()
    office.world.machine.logs = [logOf('AZ0003K7Q1')]
    const plan = await planned(office, line(office), { noticeRequested: { by: '森川 奏', at: office.world.now(), dueOn: null } })
    expect(await rulesAgainst(carryOut(office, plan))).toEqual(['R-28'])
    const early = await atTheBench()
    expect(await rulesAgainst(carryOut(early, await planned(early, line(early), { plannedOn: '2026-12-08' as Day })))).toEqual(['R-28'])
    expect([office.world.machine.wiped, early.world.machine.wiped]).toEqual([[], []])
  })

  test.each(ways)('R-27 R-29 %s: not of a plan that was withdrawn, and not without the witness who was asked for', async (_what, line, carryOut) => {
    const office = await atTheBench()
    office.world.machine.logs = [logOf('AZ0003K7Q1')]
    const withdrawn = await planned(office, line(office))
    await office.desk.disposals.withdraw({ planId: withdrawn.id, reason: '業務継続のため' })
    expect(await rulesAgainst(carryOut(office, withdrawn))).toEqual(['R-27'])
    expect(await rulesAgainst(carryOut(office, await planned(office, line(office), { witnessRequested: { organisation: '青葉野市', name: '森川 奏' } })))).toEqual(['R-29'])
    expect(office.world.machine.wiped).toEqual([])
  })

  test.each(ways)('%s: a line is carried out once, and by the way that was planned', async (_what, line, carryOut) => {
    const office = await atTheBench()
    office.world.machine.logs = [logOf('AZ0003K7Q1')]
    const plan = await planned(office, line(office))
    expect(await codesAgainst(office.desk.disposals.wipe({ planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', readBack: 'full', witness: null, second: null, resume: null }))).toEqual(['not-by-overwriting'])
    await carryOut(office, plan)
    expect(await codesAgainst(carryOut(office, plan))).toEqual(['state-does-not-allow'])
    const other = await atTheBench()
    expect(await codesAgainst(carryOut(other, await planned(other, onStick(other, { method: 'overwrite-tile' }))))).toEqual(['not-by-this-way'])
  })

  test('R-27 a method fits what it is for', async () => {
    const office = await atTheBench()
    expect(await codesAgainst(planned(office, { ...files, method: 'overwrite-tile' }))).toEqual(['method-not-for-kind'])
    expect(await codesAgainst(planned(office, onStick(office, { method: 'files' })))).toEqual(['method-not-for-kind'])
    expect(await codesAgainst(planned(office, { ...files, kind: 'paper', method: 'command' }))).toEqual(['method-not-for-kind'])
  })
})

article('15④', () => {
  test('R-30 a command counts for what it does on this drive, not for what commands can do', async () => {
    const office = await atTheBench()
    await office.desk.media.register({ no: null, type: '外付けSSD', maker: '', model: '', serial: 'S3Z9NB0K000001', capacityBytes: 500e9, owner: '乙', ownerNo: '', storagePlace: '施錠キャビネットC-2', lockType: '鍵', keyHolder: '大庭 健吾' })
    const ssd = (await office.desk.media.list()).find(({ serial }) => serial === 'S3Z9NB0K000001')!
    office.world.machine.drives = [stick('S3Z9NB0K000001', '/dev/sdb', { kind: 'SSD', bytes: 500_107_862_016 })]
    const plan = await planned(office, onStick(office, { medium: ssd.no, importanceClass: '重要情報' }))
    const order = { typedSerial: 'S3Z9NB0K000001', second }
    expect(await codesAgainst(office.desk.disposals.command(commanding(plan, { ...order, method: 'ata-security-erase' })))).toEqual(['method-below-class'])
    expect(await office.desk.disposals.command(commanding(plan, order))).toMatchObject({ outcome: 'ended', wipe: { result: '合格', command: { promised: 'Purge' } } })
  })
})

article('15⑤', () => {
  test('R-32 files of weight are not wiped by one person alone, nor commands given', async () => {
    const office = await atTheBench()
    const plan = await planned(office, { ...files, importanceClass: '最重要情報' })
    expect(await rulesAgainst(office.desk.disposals.wipeFiles(wiping(plan)))).toEqual(['R-32'])
    expect(await rulesAgainst(office.desk.disposals.wipeFiles(wiping(plan, { second: { loginId: 'oba', password: PASSWORD } })))).toEqual(['R-32'])
    const stickPlan = await planned(office, onStick(office, { importanceClass: '重要情報', consentRef: 'R8税承0061' }))
    expect(await rulesAgainst(office.desk.disposals.command(commanding(stickPlan)))).toEqual(['R-32'])
    expect(office.world.machine.wiped).toEqual([])
    expect(await office.desk.disposals.wipeFiles(wiping(plan, { second }))).toMatchObject({ outcome: 'ended' })
  })

  test('the list of files is in the ledger with its hash before the first byte, and lies in the vault', async () => {
    const office = await atTheBench()
    office.world.machine.files = 'power cut'
    void office.desk.disposals.wipeFiles(wiping(await planned(office, files)))
    await expect.poll(() => office.world.machine.wiped).toEqual(['/desk/r9'])

    const begun = (await entriesOf(office)).find(({ type }) => type === 'wipe-begun')
    expect(begun?.data).toMatchObject({ wipe: { medium: null, files: { list: { names: 2, files: 1, bytes: 4096, sha256: 'ef'.repeat(32), fileSystems: ['ext4'] }, end: null, blob: null } } })
    const { blob } = (begun!.data as { wipe: { files: { list: { blob: string } } } }).wipe.files.list
    expect(JSON.parse(Buffer.from(office.world.blobs.get(blob)!).toString())).toEqual(fileList())
  })

  test('files that a power cut interrupted are a question, and then 中止', async () => {
    const office = await atTheBench()
    office.world.machine.files = 'power cut'
    const plan = await planned(office, files)
    void office.desk.disposals.wipeFiles(wiping(plan))
    await expect.poll(() => office.world.machine.wiped.length).toBe(1)
    const next = openOffice({ ...office.world })
    const [wipe] = await next.desk.disposals.wipes({ contractId: office.contract.id })
    expect((await next.desk.home.today()).cards.find(({ code }) => code === 'wiping-unfinished')).toMatchObject({ subjectId: wipe!.id, subject: plan.no })
    await next.desk.home.settle({ id: wipe!.id })
    expect((await next.desk.disposals.wipes({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'to be verified', result: '中止', files: { end: null } })
  })

  test('files wiped whole pass once another person has verified them, and no medium is called erased for it', async () => {
    const office = await atTheBench()
    const { wipe } = await office.desk.disposals.wipeFiles(wiping(await planned(office, files), { freeSpace: true }))
    expect(wipe).toMatchObject({ result: '合格', state: 'to be verified', pattern: 'tile', readBack: 'full', files: { end: 'whole', overwritten: 1, removedOnly: 1, bytesOverwritten: 4096, readFromCache: 0, exceptions: [], freeSpaceIn: ['/desk'], freeSpace: [{ outcome: 'filled' }] } })
    expect(office.world.machine.wiped).toEqual(['/desk/r9', 'free space of /desk'])
    expect(office.world.blobs.has(wipe!.files!.blob!)).toBe(true)
    expect(await rulesAgainst(office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false }))).toEqual(['R-32'])
    office.world.signInAs('mizuno')
    expect(await office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })).toMatchObject({ wipe: { state: 'verified', result: '合格' } })
    expect((await office.desk.disposals.list({ contractId: office.contract.id }))[0]).toMatchObject({ state: 'done' })
    expect((await office.desk.media.list()).map(({ state }) => state)).not.toContain('消去済')
  })

  describe('R-31 only the whole passes', () => {
    const [file, folder] = [listed('atena.csv'), listed('', { kind: 'folder', size: 0, sha256: null })]
    test.each([
      ['a file is open elsewhere', { ...wholly(), outcome: 'with-exceptions' as const, files: [gone(file, { outcome: 'failed', trouble: 'open-elsewhere', bytesOverwritten: 0 }), gone(folder, { outcome: 'failed', trouble: 'folder-not-empty' })] }, {}, '例外'],
      ['a file went without being overwritten in place', { ...wholly(), outcome: 'with-exceptions' as const, files: [gone(file, { outcome: 'removed-only' }), gone(folder)] }, {}, '例外'],
      ['only the cache was read back', { ...wholly(), files: [gone(file, { readBack: 'cached' }), gone(folder)] }, {}, '例外'],
      ['it was called off', { ...wholly(), outcome: 'abandoned' as const, files: [gone(file, { outcome: 'not-reached' }), gone(folder, { outcome: 'not-reached' })] }, {}, '中止'],
      ['the program broke off', new Error('ran out of memory'), {}, '不合格'],
      ['the free space was to be filled and is not', wholly(), filled({ outcome: 'failed', trouble: 'unsuitable' }), '例外'],
      ['the fill of the free space was read back from memory', wholly(), filled({ readBack: 'cached' }), '例外'],
      ['the filling left something behind', wholly(), filled({ leftBehind: ['/desk/.azukari-free-space-0123456789ab'] }), '例外'],
    ] as const)('%s', async (_what, done, free, result) => {
      const office = await atTheBench()
      office.world.machine.files = done instanceof Error ? done : { ...done, files: [...done.files], limits: [...done.limits] }
      if ('outcome' in free) office.world.machine.free = free
      const { outcome, wipe } = await office.desk.disposals.wipeFiles(wiping(await planned(office, files), { freeSpace: true }))
      expect([wipe?.result, outcome]).toEqual([result, result === '中止' ? 'abandoned' : 'ended'])
      office.world.signInAs('mizuno')
      expect((await office.desk.disposals.verify({ wipeId: wipe!.id, drivePath: null, second: null, witnessConfirmed: false })).wipe.result).toBe(result)
    })

    test('what is left is named, up to a thousand', async () => {
      const office = await atTheBench()
      const many = Array.from({ length: 1_200 }, (_, i) => listed(`${i}.csv`))
      office.world.machine.list = fileList({ files: many })
      office.world.machine.files = { ...wholly(), outcome: 'with-exceptions', files: many.map((one) => gone(one, { outcome: 'failed', trouble: 'immutable', system: 'EPERM' })) }
      const { wipe } = await office.desk.disposals.wipeFiles(wiping(await planned(office, files)))
      expect(wipe?.files).toMatchObject({ failed: 1_200, exceptionsMore: 200 })
      expect([wipe?.files?.exceptions.length, wipe?.files?.exceptions[0]]).toEqual([1_000, { path: '/desk/r9/0.csv', outcome: 'failed', trouble: 'immutable', system: 'EPERM' }])
    })

    test('a list that was called off began nothing', async () => {
      const office = await atTheBench()
      expect(await office.desk.disposals.wipeFiles(wiping(await planned(office, files)), { signal: AbortSignal.abort() })).toEqual({ outcome: 'abandoned', wipe: null })
      expect((await entriesOf(office)).some(({ type }) => type === 'wipe-begun')).toBe(false)
    })

    test.each([
      ['the drive says done and every place has changed', sanitized(), '合格'], ['a place still holds what it held', sanitized({ samples: { places: 64, unchanged: 1 } }), '不合格'], ['there was nothing to compare', sanitized({ samples: { places: 0, unchanged: 0 } }), '例外'],
      ['nobody looked at any place', sanitized({ samples: null }), '例外'], ['the drive says that it failed', sanitized({ outcome: 'failed', category: null }), '不合格'], ['the drive fell silent', sanitized({ outcome: 'unknown', category: null, samples: null }), '不合格'],
      ['it was frozen', sanitized({ outcome: 'frozen', whyNot: 'frozen', category: null, samples: null }), '不合格'], ['it was called off before it was given', sanitized({ outcome: 'abandoned', category: null, samples: null, said: [] }), '中止'],
    ] as const)('a command: %s', async (_what, came, result) => {
      const office = await atTheBench()
      office.world.machine.command = came
      const wipe = await begun(office.desk.disposals.command(commanding(await planned(office, onStick(office)))))
      expect(wipe).toMatchObject({ result, medium: office.ourStick.no, drive: { serial: 'AZ0003K7Q1' }, command: { method: 'ata-sanitize-block', result: { outcome: came.outcome, said: came.said } } })
      const types = (await entriesOf(office)).map(({ type }) => type)
      expect(types.indexOf('wipe-begun')).toBeLessThan(types.indexOf('wipe-ended'))
      office.world.signInAs('mizuno')
      await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
      expect((await office.desk.media.list()).find(({ no }) => no === office.ourStick.no)?.state).toBe(result === '合格' ? '消去済' : '消去予定')
    })

    test.each([
      ['erased', logOf('AZ0003K7Q1'), '合格'], ['erased, with errors on the way', logOf('AZ0003K7Q1', { errors: ['pass 3'] }), '例外'], ['with exceptions', logOf('AZ0003K7Q1', { result: 'erased-with-exceptions' }), '例外'],
      ['failed', logOf('AZ0003K7Q1', { result: 'failed' }), '不合格'], ['called off', logOf('AZ0003K7Q1', { result: 'aborted' }), '中止'],
    ] as const)('another program: its log says %s', async (_what, log, result) => {
      const office = await atTheBench()
      office.world.machine.logs = [logOf('ZZ9'), log]
      const wipe = await office.desk.disposals.recordExternal(logged(office, await planned(office, onStick(office, { method: 'external' }))))
      expect(wipe).toMatchObject({ result, state: 'to be verified', software: 'nwipe 0.42', external: { file: 'nwipe.log', bytes: 16, log: { serial: 'AZ0003K7Q1' } } })
      expect(Buffer.from(office.world.blobs.get(wipe.external!.blob)!).toString()).toBe('what nwipe wrote')
    })
  })

  test('R-17 a log speaks of the medium of the plan by its serial, or it is no record of it', async () => {
    const office = await atTheBench()
    const plan = await planned(office, onStick(office, { method: 'external' }))
    office.world.machine.logs = [logOf('AZ0004M2W8'), logOf(null)]
    expect(await rulesAgainst(office.desk.disposals.recordExternal(logged(office, plan)))).toEqual(['R-17'])
    office.world.machine.logs = null
    expect(await codesAgainst(office.desk.disposals.recordExternal(logged(office, plan)))).toEqual(['wipe-log-not-understood'])
    expect(await codesAgainst(office.desk.disposals.recordExternal(logged(office, plan, { log: '/in/none.log' })))).toEqual(['file-unreadable'])
    expect(await codesAgainst(office.desk.disposals.recordExternal(logged(office, plan, { at: (office.world.now() + 60_000) as never })))).toEqual(['time-in-future'])
    expect([await wipesOf(office), office.world.blobs.size]).toEqual([[], 0])
    office.world.machine.logs = [logOf('ａｚ0003k7q1')]
    expect(await office.desk.disposals.recordExternal(logged(office, plan))).toMatchObject({ result: '合格' })
  })
})
