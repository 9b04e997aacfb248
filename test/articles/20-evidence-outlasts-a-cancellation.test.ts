import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Day, dayOf } from '../../core/time.ts'
import { article } from '../article.ts'
import { ask, askBoth } from '../main/documents/tools.ts'
import { twoOffices, type TwoOffices } from '../two-offices.ts'

let offices: TwoOffices
let unpacked = ''
let docNo = ''

/** An inspection answered in F-34, and then the city’s notice: what either party may need, if there is a quarrel about damages. */
beforeAll(async () => {
  offices = await twoOffices()
  const { contractor: desk, ours: contractId, at, now } = offices
  const today = dayOf(now())
  const { id: auditId } = await desk.audits.begin({ contractId, kind: '立入検査', cityRef: 'R8総監0012', auditors: '情報政策課 𠮷髙 實', announcedOn: null, plannedAt: now(), place: '第2作業室', subject: '預かった情報の管理の状況' })
  await desk.audits.hold({ auditId, from: now(), to: null, auditors: '情報政策課 𠮷髙 實', place: '第2作業室', attendees: '水野 灯里', remarks: '' })
  await desk.audits.ask({ auditId, kind: '説明', what: '鍵の管理', askedBy: '𠮷髙 實', askedAt: now(), dueOn: null })
  await desk.audits.answer({ auditId, requestNo: 1, what: '貸出簿を見せた。', documentIds: [], at: now() })
  const issued = await desk.forms.issue({ contractId, form: 'F-34', subjectId: auditId, kind: '新規', reason: '', changesDocNo: '' })
  docNo = issued.docNo
  await desk.receipts.save({ id: issued.id, into: at('letters') })
  await desk.cancellations.record({ contractId, cityRef: 'R8税契0200', noticeOn: today, receivedAt: now(), toldBy: '西園 直樹', reason: '第6条の届出をしていない場所で取り扱ったため。', scope: { of: 'whole' }, effectiveOn: today, atOnce: true, settleBy: '2026-12-18' as Day, settleHow: '' })
  const packed = await desk.evidence.pack({ contractId, into: at('pack') })
  if (packed.outcome !== 'packed') throw new Error('nobody called it off')
  unpacked = at('unpacked')
  ask('7zz', 'x', `-o${unpacked}`, packed.path)
})
afterAll(() => offices.close())

article('20', () => {
  test('the evidence of a cancelled contract can be had, and holds the notice and what was audited', () => {
    const entries = readFileSync(join(unpacked, 'ledger/entries.ndjson'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { type: string; data: { cancellation?: { cityRef: string; reason: string } } })
    expect(entries.find(({ type }) => type === 'contract-cancelled')?.data.cancellation).toMatchObject({ cityRef: 'R8税契0200', reason: '第6条の届出をしていない場所で取り扱ったため。' })
    expect(entries.map(({ type }) => type).filter((type) => type.startsWith('audit-'))).toEqual(['audit-begun', 'audit-held', 'audit-asked', 'audit-answered'])
    expect(readFileSync(join(unpacked, 'index.csv'), 'utf8')).toContain('契約は解除されたか')
  })

  test('it is proved by Python and by openssl, with nothing of ours', () => {
    expect(ask('python3', join(unpacked, 'check.py'))).toMatch(/^GOOD: azukari\//)
    const folder = join(unpacked, 'documents/F-34', `${docNo}_1`)
    expect(askBoth('pdfsig', join(folder, `${docNo}.pdf`))).toContain('Signature is Valid')
    expect(askBoth('openssl', 'cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', join(folder, `${docNo}.json.p7s`), '-content', join(folder, `${docNo}.json`), '-CAfile', join(unpacked, 'keys/own/root.pem'), '-purpose', 'any', '-attime', String(Math.floor(offices.now() / 1000) + 3600), '-out', '/dev/null')).toContain('successful')
  })

  test('the city takes the record of its audit in like any letter, and finds it whole', async () => {
    const { city, at } = offices
    const [imported] = await city.city.import({ paths: [join(at('letters'), `${docNo}.pdf`)], cityReceiptNo: 'R8総収1601', contractId: null })
    expect(imported).toMatchObject({ outcome: 'imported', verification: { verdict: 'verified', document: { form: 'F-34', docNo } } })
  })
})
