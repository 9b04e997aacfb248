import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decision } from '../../core/documents/city-answer.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { ImportedDocument } from '../../core/documents/document.ts'
import { openDesk } from '../../core/desk.ts'
import { settlementOf } from '../../core/city/settlement.ts'
import { writeItemRefs } from '../../core/documents/item-refs.ts'
import type { EntryBody } from '../../core/ledger/entry.ts'
import { dayOf, isoJst } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { hikari, PASSWORD, taxContract } from '../cast.ts'
import { openOffice, type Office } from '../world.ts'

const SHA = 'ab'.repeat(32)

async function cityOffice(): Promise<Office & { contract: ContractOfWork }> {
  const office = openOffice()
  await office.desk.vault.create({ organisation: { ...hikari, kind: 'city', name: '青葉野市' }, administrator: { name: '西園 直樹', kana: 'カナ', title: '課長', email: '', tel: '', loginId: 'nishizono', password: PASSWORD, roles: ['cityManager'] } })
  const contract = await office.desk.contracts.open({ ...taxContract, contractor: hikari.name })
  await office.desk.cityOffice.setNumbering({ kind: '承認', pattern: '{fiscal}税承{seq:4}' })
  return { ...office, contract }
}

const header = ({ world, contract }: Awaited<ReturnType<typeof cityOffice>>, docNo: string, revision = 1) => ({
  v: 1, docNo, revision, revisionKind: revision === 1 ? '新規' : '訂正', revisionReason: '', issuedAt: isoJst(world.now()), addressee: { organisation: '青葉野市', name: '', section: '' }, sender: { organisation: hikari.name, address: '', representative: '' },
  contact: { name: '', tel: '', email: '' }, contract: { contractNo: contract.contractNo, title: contract.title }, articleRef: '第14条', keys: { rootFingerprint: SHA, checkpointKeyId: 'ab' }, witness: null,
})
/** Writes down what an import of a signed document would. */
async function take(office: Awaited<ReturnType<typeof cityOffice>>, record: { form: string; docNo: string; revision: number }): Promise<ImportedDocument> {
  const { world, contract } = office
  const document: ImportedDocument = {
    id: world.newId(), contractId: contract.id, form: record.form, docNo: record.docNo, revision: record.revision, hash: SHA, code: '0000', verdict: 'verified', body: 'json', reasons: [], record, cityReceiptNo: '', importedAt: world.now(), importedBy: 'person-1', supersededBy: null, files: [], papers: [],
  }
  const entry: EntryBody = { type: 'document-imported', data: { document } }
  await world.ledger.append([{ ...entry, at: world.now(), by: null }], (await world.ledger.read()).head)
  return document
}

const receipt = (office: Awaited<ReturnType<typeof cityOffice>>, docNo: string, items: number) => {
  const at = isoJst(office.world.now())
  return {
    ...header(office, docNo), form: 'F-25', template: 'F-25/1', medium: null, totals: { items, count: null, bytes: items },
    handover: { designated: { means: '手渡し', at, place: '窓口' }, actual: { means: '手渡し', at, place: '窓口' }, exception: null, difference: null, deliveredBy: '', receivedBy: '', purpose: '作成', storagePlace: '', returnDueOn: null, returnConditions: '', remarks: '' },
    items: Array.from({ length: items }, (_, i) => ({ no: i + 1, name: `${i + 1}.csv`, infoKind: '宛名', form: '電子ファイル', count: null, size: 1, sha256: SHA, importanceClass: '重要情報', personalInfo: true, sensitive: false, myNumber: false })),
  }
}
const subject = (receipts: string[]) => ({ kind: 'vault', information: '宛名', receipts, importanceClass: '重要情報', myNumber: false, mediaName: '保管庫', quantity: 1, unit: '式', afterwards: '再利用', medium: null, paths: [], method: 'vault', methodWords: '保管庫', level: 'L2', category: '', consentRef: '' })
const notice = (office: Awaited<ReturnType<typeof cityOffice>>, docNo: string, receipts: string[]) => ({
  ...header(office, docNo), form: 'F-28', template: 'F-28/1', requested: null, attendance: null, lines: [{ no: 1, ...subject(receipts) }],
  plan: { no: docNo, decidedAt: isoJst(office.world.now()), plannedOn: dayOf(office.world.now()), place: '作業室', operator: '大庭', verifier: '水野', outsourcer: '', remarks: '' },
})
const certificate = (office: Awaited<ReturnType<typeof cityOffice>>, docNo: string, receipts: string[], of: string, passed: boolean) => {
  const at = isoJst(office.world.now())
  const result = passed ? '合格' : '不合格'
  return {
    ...header(office, docNo), form: 'F-30', template: 'F-30/1', title: passed ? 'データ消去証明書' : '消去・廃棄報告書', result, sealNo: '', thirdPartyNo: '', declaration: '',
    rows: [{ no: 1, ...subject(receipts), plan: { no: of, line: 1, plannedOn: dayOf(office.world.now()), operator: '大庭', verifier: '水野' }, notice: { docNo: of, submittedOn: dayOf(office.world.now()), cityRef: '' }, drive: null, scope: '', software: '', begunAt: at, endedAt: at, seconds: 0, ended: null, reason: '', reachedLba: null, written: null, readBack: null, again: null, files: null, command: null, external: null, badSectors: 0, badRanges: [], badRangesLeftOut: 0, misplaced: [], bytesInTruth: null, destruction: null, place: '', operator: '大庭', verifier: '水野', verifiedAt: at, witness: null, result, statements: [], remarks: '' }],
  }
}
const returned = (office: Awaited<ReturnType<typeof cityOffice>>, docNo: string, rows: { receiptNo: string; no: number; left: string }[]) => ({
  ...header(office, docNo), form: 'F-26', template: 'LETTER/1', formVersion: 'F-26/2', mark: '', title: '返却書', changesDocNo: '', statement: '返却します。', notes: [], signatures: [],
  parts: [
    { kind: 'fields', heading: '返却', fields: [{ label: '預り番号', value: rows[0]?.receiptNo ?? '', as: 'text', wide: false }, { label: '返却日時', value: isoJst(office.world.now()), as: 'time', wide: false }, { label: '返却方法', value: '手渡し', as: 'text', wide: false }] },
    { kind: 'table', heading: '返却品', columns: ['預り番号', '項番', '返却品', '残存'].map((label) => ({ label, share: 10, align: 'left', as: label === '項番' ? 'number' : 'text' })), rows: rows.map(({ receiptNo, no, left }) => [receiptNo, String(no), `${no}.csv`, left]) },
  ],
})

type Step = { kind: 'receipt' | 'return' | 'notice' | 'certify'; which: number; items: number[]; good: boolean }
const step = fc.record({ kind: fc.constantFrom<Step['kind'][]>('receipt', 'return', 'notice', 'certify'), which: fc.nat(3), items: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), good: fc.boolean() })

test('whatever papers come in whatever order, received is returned, erased, disposed of, delivered or remaining, and a notice without its certificate lets nothing go', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
    const office = await cityOffice()
    const notices: string[] = []
    for (const [i, { kind, which, items, good }] of steps.entries()) {
      office.world.pass(60_000)
      const receiptNo = `A-${which}`
      const refs = writeItemRefs(receiptNo, items)
      if (kind === 'receipt') await take(office, receipt(office, receiptNo, 3))
      if (kind === 'notice') { notices.push(`N-${i}`); await take(office, notice(office, `N-${i}`, refs)) }
      if (kind === 'certify') await take(office, certificate(office, `E-${i}`, refs, notices[which] ?? `N-none-${i}`, good))
      if (kind === 'return') await take(office, returned(office, `B-${i}`, items.map((no) => ({ receiptNo, no, left: good ? '無' : '有' }))))
    }
    const { receipts, total } = settlementOf((await office.world.ledger.read()).reading, office.contract.id, office.world.now())
    for (const { received, returned: back, erased, disposed, delivered, remaining } of [total, ...receipts.map(({ figures }) => figures)]) expect(back + erased + disposed + delivered + remaining).toBe(received)
    expect(receipts.reduce((sum, { figures }) => sum + figures.received, 0)).toBe(total.received)
    for (const item of receipts.flatMap((one) => one.items)) expect(item.end === null).toBe(item.waits.length > 0)
  }), { numRuns: sized(60, 600) })
})

test('no sequence of answers, at two desks at once, leaves two that hold, a number twice, or a revision out of turn', async () => {
  const act = fc.record({ which: fc.nat(1), decision: fc.constantFrom<Decision[]>('承認', '不承認'), reason: fc.constantFrom('', '改める'), number: fc.constantFrom(null, 'R8税承0100', 'R8税承0101'), together: fc.boolean() })
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 10 }), async (acts) => {
    const office = await cityOffice()
    const second = openDesk(office.world)
    const letter = (docNo: string) => ({ ...header(office, docNo), form: 'F-05', template: 'LETTER/1', formVersion: 'F-05/1', mark: '', title: '作業場所届出書', changesDocNo: '', statement: '届け出ます。', notes: [], signatures: [], parts: [{ kind: 'fields', heading: '', fields: [{ label: '名称', value: '作業室', as: 'text', wide: false }] }] })
    const papers = [await take(office, letter('ひ-1')), await take(office, letter('ひ-2'))]
    for (const { which, decision, reason, number, together } of acts) {
      const order = { importedId: papers[which]!.id, decision, approvalNo: number, decidedOn: dayOf(office.world.now()), conditions: [], reason: decision === '不承認' ? '理由' : '', attendance: null, revisionReason: reason }
      const other = { ...order, importedId: papers[together ? which : 1 - which]!.id, decision: '承認' as const, reason: '' }
      await Promise.allSettled([office.desk.cityOffice.answer(order), second.cityOffice.answer(other)])
      const given = await office.desk.cityOffice.answers({ contractId: office.contract.id })
      for (const { docNo } of papers) {
        const own = given.filter(({ of }) => of.docNo === docNo)
        expect(own.filter(({ supersededBy }) => supersededBy === null).length).toBeLessThanOrEqual(1)
        expect(own.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(own.map((_, i) => i + 1))
      }
      const owners = new Map<string, Set<string>>()
      for (const { approvalNo, of } of given) owners.set(approvalNo, (owners.get(approvalNo) ?? new Set()).add(of.docNo))
      expect([...owners.values()].every(({ size }) => size === 1)).toBe(true)
    }
  }), { numRuns: sized(25, 250) })
})
