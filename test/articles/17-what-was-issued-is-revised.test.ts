import { describe, expect, test } from 'vitest'
import type { IssuedDocument } from '../../core/documents/document.ts'
import { article } from '../article.ts'
import { receivedFiles, receiptedFiles, septemberPackage, staffedOffice, type StaffedOffice } from '../cast.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'

const listed = async ({ desk, contract }: StaffedOffice): Promise<IssuedDocument[]> => desk.receipts.list({ contractId: contract.id })

/** A receipt that calls its information by the wrong name. */
async function wrongReceipt(office: StaffedOffice) {
  const { handover, items } = await receivedFiles(office)
  const receipt = await office.desk.receipts.issue({ handoverId: handover.id })
  return { receipt, handover, item: items[0]! }
}

const saidIn = (office: StaffedOffice, document: IssuedDocument): Promise<unknown> =>
  office.desk.receipts.show({ id: document.id }).then(({ pdf }) => JSON.parse(new TextDecoder().decode(pdf)) as unknown)

article('17②', () => {
  describe('R-37 an issued document is never edited', () => {
    test('R-37 it comes out again as its next revision, with the reason; the first stays as it was', async () => {
      const office = await staffedOffice()
      const { receipt, item } = await wrongReceipt(office)
      const first = await saidIn(office, receipt)
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報（市民税・県民税）', reason: '情報の種類の誤記' })

      const second = await office.desk.documents.correct({ id: receipt.id, reason: '情報の種類の誤記' })
      expect(second).toMatchObject({ docNo: receipt.docNo, revision: 2, revisionKind: '訂正', revisionReason: '情報の種類の誤記' })
      expect(await saidIn(office, second)).toMatchObject({ docNo: receipt.docNo, revision: 2, revisionKind: '訂正', items: [{ infoKind: '宛名情報（市民税・県民税）' }] })
      expect(await saidIn(office, receipt)).toEqual(first)
      expect((await listed(office)).map(({ revision, supersededBy }) => [revision, supersededBy?.revision ?? null])).toEqual([[1, 2], [2, null]])
    })

    test('R-37 a correction that says nothing else is none', async () => {
      const office = await staffedOffice()
      const { receipt } = await wrongReceipt(office)
      expect(await refused(office.desk.documents.correct({ id: receipt.id, reason: '念のため' }))).toMatchObject([{ code: 'document-unchanged', rule: 'R-37' }])
      expect(await listed(office)).toHaveLength(1)
    })

    test('R-37 issuing it a second time is refused; the newest revision alone is revised', async () => {
      const office = await staffedOffice()
      const { receipt, handover, item } = await wrongReceipt(office)
      expect(await rulesAgainst(office.desk.receipts.issue({ handoverId: handover.id }))).toEqual(['R-37'])
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報', reason: '誤記' })
      const second = await office.desk.documents.correct({ id: receipt.id, reason: '誤記' })
      expect(await refused(office.desk.documents.correct({ id: receipt.id, reason: 'もう一度' }))).toMatchObject([{ code: 'document-superseded', rule: 'R-37', facts: { revision: 2, kind: '訂正' } }])
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報（県民税）', reason: '再度の誤記' })
      expect(await office.desk.documents.correct({ id: second.id, reason: '再度の誤記' })).toMatchObject({ revision: 3 })
    })

    test('R-37 a revision takes no number of its own', async () => {
      const office = await staffedOffice()
      const { receipt, item } = await wrongReceipt(office)
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報', reason: '誤記' })
      await office.desk.documents.correct({ id: receipt.id, reason: '誤記' })
      const { handover } = await receivedFiles(office)
      expect((await office.desk.receipts.issue({ handoverId: handover.id })).docNo).toBe('A-R8-017-002')
    })

    test('R-37 two who correct at once: one revision comes of it, and the other is told', async () => {
      const office = await staffedOffice()
      const { receipt, item } = await wrongReceipt(office)
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報', reason: '誤記' })
      const tries = await Promise.allSettled([1, 2].map(() => office.desk.documents.correct({ id: receipt.id, reason: '誤記' })))
      expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect((await listed(office)).map(({ revision }) => revision)).toEqual([1, 2])
    })
  })

  describe('R-37 what should not have been issued', () => {
    test('R-37 a receipt is taken back by a last revision, and another may be issued in its place', async () => {
      const office = await staffedOffice()
      const { receipt, handover } = await wrongReceipt(office)
      const cancelled = await office.desk.documents.cancel({ id: receipt.id, reason: '別の受渡しの書面として発行したため' })
      expect(cancelled).toMatchObject({ docNo: receipt.docNo, revision: 2, revisionKind: '取消' })
      expect(await saidIn(office, cancelled)).toMatchObject({ revisionKind: '取消', items: [{ infoKind: '宛名データ' }] })
      expect(await codesAgainst(office.desk.documents.correct({ id: cancelled.id, reason: '誤記' }))).toEqual(['document-superseded'])
      expect((await office.desk.receipts.issue({ handoverId: handover.id })).docNo).toBe('A-R8-017-002')
    })

    test('R-37 without its receipt the information is not used (R-04)', async () => {
      const office = await staffedOffice()
      const { items, handover } = await receiptedFiles(office)
      const [receipt] = await listed(office)
      await office.desk.documents.cancel({ id: receipt!.id, reason: '誤って発行したため' })
      expect(await rulesAgainst(office.desk.packages.seal({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), paths: [], into: '/medium', namesHidden: true, level: 4 }))).toEqual(['R-04'])
      expect((await office.desk.handovers.list({ contractId: office.contract.id })).find(({ id }) => id === handover.id)).toMatchObject({ state: 'checked', receiptNo: null })
    })

    test('R-37 a receipt whose information was used is corrected and not taken back', async () => {
      const office = await staffedOffice()
      await septemberPackage(office)
      const [receipt] = await listed(office)
      expect(await refused(office.desk.documents.cancel({ id: receipt!.id, reason: '誤り' }))).toMatchObject([{ code: 'document-relied-on', rule: 'R-37' }])
    })
  })

  describe('R-37 letters', () => {
    test('R-37 a letter is corrected from what is known today, under its own number', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const letter = await desk.forms.issue({ contractId: contract.id, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
      await desk.corrections.record({ kind: 'contract', id: contract.id, field: 'city.section', after: '総務部市民税課', reason: '所管課名の誤記' })
      const second = await desk.documents.correct({ id: letter.id, reason: '所管課名の誤記' })
      expect(second).toMatchObject({ docNo: letter.docNo, revision: 2 })
      expect(await saidIn(office, second)).toMatchObject({ addressee: { section: '総務部市民税課' }, revisionReason: '所管課名の誤記' })
      expect(await desk.forms.issue({ contractId: contract.id, form: 'F-00', subjectId: null, kind: '変更', reason: '所管課の変更', changesDocNo: '' })).toMatchObject({ docNo: 'ひ-R8-002', revision: 1, revisionKind: '変更' })
    })

    test('R-37 what is handed in is the newest revision', async () => {
      const office = await staffedOffice()
      const { desk, contract } = office
      const letter = await desk.forms.issue({ contractId: contract.id, form: 'F-00', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
      const cancelled = await desk.documents.cancel({ id: letter.id, reason: '誤って発行したため' })
      expect(await codesAgainst(desk.documents.submit({ id: letter.id, into: '/out' }))).toEqual(['document-superseded'])
      expect(await desk.documents.submit({ id: cancelled.id, into: '/out' })).toMatchObject({ document: { submittedAt: office.world.now() } })
    })
  })

  describe('R-37 rows of the ledger', () => {
    test('R-37 a descriptive word is said anew; the old one stays in its history', async () => {
      const office = await staffedOffice()
      const { handover } = await receivedFiles(office)
      await office.desk.corrections.record({ kind: 'handover', id: handover.id, field: 'storagePlace', after: '本社3階 第2作業室 キャビネットC-2', reason: '記載漏れ' })
      expect((await office.desk.handovers.list({ contractId: office.contract.id }))[0]).toMatchObject({ storagePlace: '本社3階 第2作業室 キャビネットC-2' })
      expect(await office.desk.corrections.list({ kind: 'handover', id: handover.id })).toMatchObject([{ field: 'storagePlace', before: '本社3階 第2作業室', after: '本社3階 第2作業室 キャビネットC-2', reason: '記載漏れ', by: office.mizuno.id }])
    })

    test.each([['item', 'sha256'], ['item', 'name'], ['item', 'size'], ['handover', 'receiptNo'], ['handover', 'actual.at'], ['item', '__proto__'], ['item', 'infoKind.length']] as const)('R-37 evidence is not: %s.%s', async (kind, field) => {
      const office = await staffedOffice()
      const { handover, items } = await receivedFiles(office)
      expect(await refused(office.desk.corrections.record({ kind, id: kind === 'item' ? items[0]!.id : handover.id, field, after: '別の値', reason: '誤り' }))).toMatchObject([{ code: 'field-not-correctable', rule: 'R-37' }])
    })

    test('R-37 whoever corrects sees what stands there now, and what was said before', async () => {
      const office = await staffedOffice()
      const { item } = await wrongReceipt(office)
      await office.desk.corrections.record({ kind: 'item', id: item.id, field: 'infoKind', after: '宛名情報', reason: '誤記' })

      expect(await office.desk.corrections.words({ kind: 'item', id: item.id })).toMatchObject({
        words: [{ field: 'infoKind', words: '宛名情報', needed: true }], corrections: [{ before: item.infoKind, after: '宛名情報', reason: '誤記' }],
      })
      expect(await codesAgainst(office.desk.corrections.words({ kind: 'item', id: 'no-such-item' }))).toEqual(['nothing-found'])
    })

    test('R-37 words that are the same, or none, correct nothing', async () => {
      const office = await staffedOffice()
      const { items } = await receivedFiles(office)
      const item = { kind: 'item' as const, id: items[0]!.id, field: 'infoKind', reason: '誤記' }
      expect(await codesAgainst(office.desk.corrections.record({ ...item, after: '宛名データ' }))).toEqual(['correction-changes-nothing'])
      expect(await codesAgainst(office.desk.corrections.record({ ...item, after: '' }))).toEqual(['correction-empties'])
    })
  })
})
