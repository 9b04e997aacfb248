import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DestructionCertificate, DisposalNotice, ErasureCertificate } from '../../core/documents/disposal-records.ts'
import { DocumentRecord } from '../../core/documents/records.ts'
import { SOFTWARE } from '../../core/software.ts'
import { instantOf, type Day } from '../../core/time.ts'
import { missed } from '../../core/wipes/composing.ts'
import type { WipeOutcome } from '../../core/wipes/overwrite.ts'
import type { DisposalPlan, PlanDisposal } from '../../core/wipes/plan.ts'
import { type RecordDestruction, Wipe, type WipeId } from '../../core/wipes/wipe.ts'
import { article } from '../article.ts'
import { begun } from '../begun.ts'
import { receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'
import { calledOff, finished, stick } from '../paper-machine.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

type Line = PlanDisposal['targets'][number]

const SERIALS = { ours: 'AZ0003K7Q1', theirs: 'AZ0004M2W8' }

const planOf = (office: StaffedOffice, line: Partial<Line> = {}, more: Partial<PlanDisposal> = {}): Promise<DisposalPlan> => office.desk.disposals.plan({
  contractId: office.contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階 第2作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{
    kind: 'medium', medium: office.ourStick.no, paths: [], itemIds: [], information: '納税通知書データ', mediaName: 'USBメモリ', quantity: 1, unit: '本', method: 'overwrite-tile', end: '再利用', importanceClass: 'その他', myNumber: false, consentRef: '', ...line,
  }],
  ...more,
})

/** The bench on the morning of the seventh: both sticks plugged in, Oba at the desk. */
async function atTheBench(): Promise<StaffedOffice> {
  const office = await staffedOffice()
  office.world.machine.drives = [stick(SERIALS.ours), stick(SERIALS.theirs, '/dev/sdc')]
  office.world.signInAs('oba')
  return office
}

async function wiped(office: StaffedOffice, outcome: WipeOutcome = finished(), which: keyof typeof SERIALS = 'ours', line: Partial<Line> = {}): Promise<Wipe> {
  const plan = await planOf(office, { ...line, ...(which === 'theirs' && { medium: office.cityStick.no }) })
  office.world.machine.wipe = outcome
  office.world.pass(27 * 60_000)
  return begun(office.desk.disposals.wipe({ planId: plan.id, targetNo: 1, drivePath: which === 'ours' ? '/dev/sdb' : '/dev/sdc', typedSerial: SERIALS[which], readBack: outcome.figures?.readBack ?? 'full', witness: null, second: null, resume: null }))
}

/** …and looked at by Mizuno, who stays at the desk. */
async function verified(office: StaffedOffice, wipe: Wipe): Promise<WipeId> {
  office.world.signInAs('mizuno')
  await office.desk.disposals.verify({ wipeId: wipe.id, drivePath: null, second: null, witnessConfirmed: false })
  return wipe.id
}

async function destroyed(office: StaffedOffice, more: Partial<RecordDestruction> = {}): Promise<WipeId> {
  const plan = await planOf(office, { method: 'physical', end: '廃棄', importanceClass: '最重要情報' })
  office.world.disk.set('/photos/before.jpg', 'a stick')
  office.world.disk.set('/photos/after.jpg', 'shreds')
  return verified(office, await office.desk.disposals.recordDestruction({
    planId: plan.id, targetNo: 1, how: '裁断', at: office.world.now(), place: '第一工場', performedBy: '髙橋 亮', outsourcer: 'みほんリサイクル', manifestNo: '12345678901',
    photos: [{ path: '/photos/before.jpg', when: '前' }, { path: '/photos/after.jpg', when: '後' }], witness: null, remarks: '', ...more,
  }))
}

/** The record of the last document that was issued, which must be one that the schema knows. */
async function lastRecord<R extends DocumentRecord>(office: StaffedOffice): Promise<R> {
  const { entries } = await office.desk.ledger.entries({ from: 0, count: 1000 })
  const issued = entries.filter(({ type }) => type === 'document-issued').at(-1)?.data as { record: unknown }
  return DocumentRecord.parse(issued.record) as R
}
const over = (wipeIds: WipeId[]) => ({ wipeIds, sealNo: '', thirdPartyNo: '' })
const wipes = (office: StaffedOffice) => office.desk.disposals.wipes({ contractId: office.contract.id })

article('15②', () => {
  test('R-27 the notice tells the five facts of every line, who, where, and under which receipt the information came', async () => {
    const office = await atTheBench()
    office.world.signInAs('mizuno')
    const { items } = await receiptedFiles(office)
    const plan = await planOf(office, { itemIds: items.map(({ id }) => id), importanceClass: '重要情報', consentRef: 'R8税承0061' }, { noticeRequested: { by: '森川 奏', at: instantOf('2026-12-04T09:00:00+09:00'), dueOn: '2026-12-07' as Day }, witnessRequested: { organisation: '青葉野市', name: '森川 奏' } })
    expect(await office.desk.disposals.issueNotice({ planId: plan.id })).toMatchObject({ form: 'F-28', docNo: 'N-R8-017-001', subjectId: plan.id })
    expect(await lastRecord<DisposalNotice>(office)).toMatchObject({
      articleRef: '第15条第2項', addressee: { name: '青葉野市長' }, plan: { no: 'D-R8-017-001', plannedOn: '2026-12-07', place: '本社3階 第2作業室', operator: '大庭 健吾', verifier: '水野 灯里' },
      requested: { by: '森川 奏', dueOn: '2026-12-07' }, attendance: { name: '森川 奏' },
      lines: [{ information: '納税通知書データ', mediaName: 'USBメモリ', quantity: 1, unit: '本', method: 'overwrite-tile', receipts: ['A-R8-017-001（1）'], medium: { no: 'MED-2026-0002', serial: SERIALS.ours }, level: 'Clear', category: '論理消去（予備領域は対象外）' }],
    })
  })

  test('R-28 once it is issued it can be handed in, and then the erasure may begin', async () => {
    const office = await atTheBench()
    const plan = await planOf(office, {}, { noticeRequested: { by: '森川 奏', at: instantOf('2026-12-04T09:00:00+09:00'), dueOn: null } })
    expect(await rulesAgainst(office.desk.disposals.submitNotice({ planId: plan.id }))).toEqual(['R-28'])
    await office.desk.disposals.issueNotice({ planId: plan.id })
    await office.desk.disposals.submitNotice({ planId: plan.id })
    expect(await office.desk.disposals.wipe({ planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: SERIALS.ours, readBack: 'full', witness: null, second: null, resume: null })).toMatchObject({ outcome: 'ended' })
  })

  test('R-37 a notice is issued once, and not for a plan that was withdrawn', async () => {
    const office = await atTheBench()
    const plan = await planOf(office)
    await office.desk.disposals.issueNotice({ planId: plan.id })
    expect(await rulesAgainst(office.desk.disposals.issueNotice({ planId: plan.id }))).toEqual(['R-37'])
    const other = await planOf(office, { medium: office.cityStick.no })
    await office.desk.disposals.withdraw({ planId: other.id, reason: '継続のため' })
    expect(await codesAgainst(office.desk.disposals.issueNotice({ planId: other.id }))).toEqual(['state-does-not-allow'])
  })

  test('a character that paper cannot show stops the notice, and is named', async () => {
    const office = await atTheBench()
    const plan = await planOf(office, { information: '名簿📄' })
    office.world.unprintable.add('📄')
    expect(await refused(office.desk.disposals.issueNotice({ planId: plan.id }))).toMatchObject([{ code: 'unprintable-characters', facts: { characters: '📄' } }])
    expect(office.world.blobs.size).toBe(0)
  })
})

article('15⑤', () => {
  test('a certificate tells medium, drive, method, figures, people, notice and plan, and numbers itself', async () => {
    const office = await atTheBench()
    const wipe = await wiped(office)
    expect(await office.desk.disposals.certify({ wipeIds: [await verified(office, wipe)], sealNo: 'K-0031', thirdPartyNo: '' })).toMatchObject({ form: 'F-30', docNo: 'E-R8-017-001', subjects: [wipe.id] })
    const record = await lastRecord<ErasureCertificate>(office)
    expect(record).toMatchObject({ title: 'データ消去証明書', result: '合格', sealNo: 'K-0031', thirdPartyNo: '', articleRef: '第15条第5項' })
    expect(record.rows[0]).toMatchObject({
      medium: { no: 'MED-2026-0002', type: 'USBメモリ', serial: SERIALS.ours }, drive: { serial: SERIALS.ours, bytes: 16_000_000_000, sectors: 31_250_000 }, software: SOFTWARE,
      written: { passes: 1, bytes: 16_000_000_000, sectors: 31_250_000, errors: 0, seedSha256: 'ab'.repeat(32) }, readBack: { how: 'full', coverage: 1_000_000, uncached: true, missed: null },
      operator: '大庭 健吾', verifier: '水野 灯里', plan: { no: 'D-R8-017-001', line: 1, plannedOn: '2026-12-07', operator: '大庭 健吾' }, notice: { docNo: '', submittedOn: null }, result: '合格',
    })
    expect((await wipes(office))[0]).toMatchObject({ state: 'certified', certificateNo: 'E-R8-017-001' })
  })

  test('a certificate never holds the seed, only its hash', async () => {
    const office = await atTheBench()
    await office.desk.disposals.certify(over([await verified(office, await wiped(office))]))
    const text = JSON.stringify(await lastRecord(office))
    expect(text).not.toContain(Buffer.alloc(32, 7).toString('hex'))
    expect(text).not.toContain(Buffer.alloc(32, 7).toString('base64'))
    expect(text).toContain('ab'.repeat(32))
  })

  test('many media stand on one certificate, and the numbers go on', async () => {
    const office = await atTheBench()
    const first = await wiped(office)
    const second = await wiped(office, finished(), 'theirs')
    await verified(office, first)
    await verified(office, second)
    expect(await office.desk.disposals.certify(over([first.id, second.id, first.id]))).toMatchObject({ subjects: [first.id, second.id] })
    expect((await lastRecord<ErasureCertificate>(office)).rows.map(({ no, medium }) => [no, medium?.no])).toEqual([[1, 'MED-2026-0002'], [2, 'MED-2026-0001']])
    expect((await wipes(office)).map(({ certificateNo }) => certificateNo)).toEqual(['E-R8-017-001', 'E-R8-017-001'])
  })

  test('R-32 what only its operator has seen is not certified and not reported', async () => {
    const office = await atTheBench()
    const { id } = await wiped(office)
    expect(await rulesAgainst(office.desk.disposals.certify(over([id])))).toEqual(['R-32'])
    expect(await rulesAgainst(office.desk.disposals.report(over([id])))).toEqual(['R-32'])
  })

  test('R-37 an erasure stands on one document and no second one', async () => {
    const office = await atTheBench()
    const id = await verified(office, await wiped(office))
    await office.desk.disposals.certify(over([id]))
    expect(await rulesAgainst(office.desk.disposals.certify(over([id])))).toEqual(['R-37'])
    expect(await rulesAgainst(office.desk.disposals.report(over([id])))).toEqual(['R-37'])
  })

  describe('R-31 what did not pass', () => {
    test.each([
      ['不合格', finished({ badRanges: [{ what: 'differs', lba: 4096, sectors: 1 }], badSectors: 1 }), '一致しない範囲が 1か所（1セクタ）'],
      ['例外', finished({ badRanges: [{ what: 'unreadable', lba: 77, sectors: 2 }], badSectors: 2 }), '当該範囲の消去は確認できていません'],
      ['例外', finished({ readBack: 'none', bytesRead: 0, coverage: 0 }), '読戻しによる検証は行っていません'],
      ['例外', finished({ uncached: false }), 'キャッシュの影響'],
      ['不合格', finished({ misplaced: [{ lba: 8192, sectors: 8, holds: 0 }], bytesInTruth: 4_000_000_000 }), '実際に保持できるのは約 4,000,000,000 バイト'],
      ['不合格', finished({ samplesUnchanged: 3 }), '3か所が、消去後も同じ内容'],
      ['不合格', { ...calledOff(), end: 'device-gone' as const }, '媒体が応答しなくなりました'],
      ['中止', calledOff(), '実施者が途中で中止しました'],
    ] as const)('R-31 is %s, gets no certificate, and is reported for what it was', async (result, outcome, words) => {
      const office = await atTheBench()
      const id = await verified(office, await wiped(office, outcome))
      expect(await rulesAgainst(office.desk.disposals.certify(over([id])))).toEqual(['R-31'])
      expect(await office.desk.disposals.report(over([id]))).toMatchObject({ form: 'F-30', docNo: 'E-R8-017-001' })
      const record = await lastRecord<ErasureCertificate>(office)
      expect(record).toMatchObject({ title: '消去・廃棄報告書', result, rows: [{ result }] })
      expect(record.rows[0]?.statements.join()).toContain(words)
      expect((await wipes(office))[0]).toMatchObject({ state: 'verified', certificateNo: 'E-R8-017-001' })
      expect(await rulesAgainst(office.desk.disposals.report(over([id])))).toEqual(['R-37'])
    })

    test('R-31 one that failed takes the certificate from all that stand beside it', async () => {
      const office = await atTheBench()
      const passed = await wiped(office)
      const failed = await wiped(office, finished({ samplesUnchanged: 1 }), 'theirs')
      await verified(office, passed)
      await verified(office, failed)
      expect(await rulesAgainst(office.desk.disposals.certify(over([passed.id, failed.id])))).toEqual(['R-31'])
      await office.desk.disposals.report(over([passed.id, failed.id]))
      expect(await lastRecord<ErasureCertificate>(office)).toMatchObject({ title: '消去・廃棄報告書', result: '不合格', rows: [{ result: '合格' }, { result: '不合格' }] })
      expect((await wipes(office)).map(({ state }) => state)).toEqual(['certified', 'verified'])
    })

    test('R-31 what passed is not talked down either: it gets a certificate, not a report', async () => {
      const office = await atTheBench()
      const id = await verified(office, await wiped(office))
      expect(await codesAgainst(office.desk.disposals.report(over([id])))).toEqual(['wipes-all-passed'])
    })

    test('R-31 a power cut that nobody went on with is reported by its last checkpoint', async () => {
      const office = await atTheBench()
      const plan = await planOf(office)
      const begun = Wipe.parse({ id: 'cut', contractId: office.contract.id, planId: plan.id, targetNo: 1, medium: office.ourStick.no, drive: stick(SERIALS.ours), method: 'overwrite-tile', pattern: 'tile', readBack: 'full',
        operator: office.oba.id, witness: null, seedBlob: null, begunAt: office.world.now(), endedAt: null, checkpoint: null, run: null, destruction: null, remarks: '', result: null, verified: null, certificateNo: null, state: 'under way', software: SOFTWARE })
      const { ledger } = office.world
      const stamp = { at: office.world.now(), by: office.oba.id }
      await ledger.append([{ type: 'wipe-begun', data: { wipe: begun }, ...stamp }, { type: 'wipe-checkpoint', data: { wipeId: begun.id, checkpoint: { pass: 1, offset: 1 << 30, badRanges: [], bytesWritten: 1 << 30, writeErrors: 0, resumes: 0 } }, ...stamp }], (await ledger.read()).head)
      await office.desk.home.settle({ id: begun.id })
      office.world.signInAs('mizuno')
      await office.desk.disposals.verify({ wipeId: begun.id, drivePath: null, second: null, witnessConfirmed: false })
      await office.desk.disposals.report(over([begun.id]))
      expect(await lastRecord<ErasureCertificate>(office)).toMatchObject({ result: '中止', rows: [{ ended: null, written: { bytes: 1 << 30 }, readBack: null }] })
      expect((await lastRecord<ErasureCertificate>(office)).rows[0]?.statements[0]).toContain('中断し、完了していません')
    })
  })

  test('a sample says how much was read, and what it may have missed', async () => {
    const office = await atTheBench()
    await office.desk.disposals.certify(over([await verified(office, await wiped(office, finished({ readBack: 'sample', coverage: 0.1002_4999, bytesRead: 1_604_000_000, sampleSeed: 'cd'.repeat(32) })))]))
    const [row] = (await lastRecord<ErasureCertificate>(office)).rows
    expect(row?.readBack).toMatchObject({ coverage: 100_249, missed: 77 })
    expect(row?.statements.join()).toContain('検証率 10％）。1 MiBの残存が1か所あった場合に見逃す確率は、約77％です')
    expect(row?.statements.join()).not.toContain('全領域を読み戻して')
  })

  test('the chance is that of the measured design: one MiB on ten GiB is missed in 71 of 100', () => {
    expect(missed({ bytes: 10 * 2 ** 30, coverage: 0.1 })).toBe(71)
    expect(missed({ bytes: 20 * 2 ** 20, coverage: 1 })).toBe(0)
  })

  test('no attempt that came second leaves a body behind', async () => {
    const office = await atTheBench()
    const id = await verified(office, await wiped(office))
    const before = office.world.blobs.size
    const { append } = office.world.ledger
    let came = 0
    office.world.ledger.append = (entries, head) => (came++ === 0 ? Promise.resolve(false) : append(entries, head))
    const { bodies } = await office.desk.disposals.certify(over([id]))
    expect(came).toBe(2)
    expect(office.world.blobs.size).toBe(before + bodies.length)
  })

  test('the program that erased is named as it is', () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
    expect(SOFTWARE).toBe(`Azukari ${version}`)
  })
})

article('15④', () => {
  test('R-30 a destruction is certified on its own form, with photographs by their hashes', async () => {
    const office = await atTheBench()
    const id = await destroyed(office)
    expect(await office.desk.disposals.certify(over([id]))).toMatchObject({ form: 'F-31', docNo: 'E-R8-017-001' })
    expect(await lastRecord<DestructionCertificate>(office)).toMatchObject({
      title: '物理破壊証明書', rows: [{ level: 'Destroy', method: 'physical', methodWords: '裁断', destruction: { how: '裁断', place: '第一工場', manifestNo: '12345678901', photos: [{ name: 'before.jpg', when: '前' }, { name: 'after.jpg', when: '後' }] }, drive: null, written: null }],
    })
    expect((await wipes(office))[0]).toMatchObject({ state: 'certified', certificateNo: 'E-R8-017-001' })
  })

  test('erasures and destructions share a series of numbers and no form', async () => {
    const office = await atTheBench()
    const erased = await wiped(office, finished(), 'theirs')
    await verified(office, erased)
    office.world.signInAs('oba')
    const gone = await destroyed(office)
    expect(await codesAgainst(office.desk.disposals.certify(over([erased.id, gone])))).toEqual(['erased-and-destroyed-together'])
    await office.desk.disposals.certify(over([gone]))
    expect(await office.desk.disposals.certify(over([erased.id]))).toMatchObject({ docNo: 'E-R8-017-002' })
  })

  test('R-30 a magnet destroys nothing on flash, and is neither recorded nor certified', async () => {
    const office = await atTheBench()
    expect(await rulesAgainst(destroyed(office, { how: '磁気消去' }))).toEqual(['R-30'])
  })
})

describe('what a certificate never says', () => {
  test('R-31 flash is erased logically, its spare areas are not reached, and nobody attests but the contractor', async () => {
    const office = await atTheBench()
    await office.desk.disposals.certify(over([await verified(office, await wiped(office))]))
    const record = await lastRecord<ErasureCertificate>(office)
    expect(record.rows[0]).toMatchObject({ level: 'Clear', category: '論理消去（予備領域は対象外）' })
    expect(record.declaration).toContain('本書は受託者による自己証明です')
    expect(JSON.stringify(record)).toContain('Purgeではありません')
  })
})
