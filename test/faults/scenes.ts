import type { Day } from '../../core/time.ts'
import { packingCheck, parcel, PASSWORD, receiptedFiles, septemberPackage, staffedOffice, taxContract } from '../cast.ts'
import { stick } from '../paper-machine.ts'
import { facts, on } from '../subcontracting.ts'

/** What no test of the articles asks at a desk of paper; told once, so that every call of it can fail in its turn. */
export const scenes: Record<string, () => Promise<unknown>> = {
  async 'papers of a contract'() {
    const { desk, world, contract: { id: contractId } } = await staffedOffice()
    world.disk.set('/in/isms.pdf', '%PDF-1.7 登録証').set('/in/tokki.txt', '情報セキュリティ特記仕様書')
    const isms = { type: 'ISMS' as const, number: 'JP-1', issuer: '架空認証機構', validFrom: '2025-01-01' as Day, validTo: '2027-12-07' as Day }
    await desk.contracts.addCertification({ contractId, certification: isms })
    const certificate = { contractId, number: 'JP-1', validTo: isms.validTo }
    await desk.contracts.keepCertificate({ ...certificate, path: '/in/isms.pdf' })
    await desk.contracts.saveCertificate({ ...certificate, into: '/out' })
    const { sha256 } = await desk.contracts.hashFile({ path: '/in/tokki.txt' })
    const other = await desk.contracts.open({ ...taxContract, contractNo: 'R8-福-003', shortNo: 'R8-003', specification: { ...taxContract.specification, sha256 } })
    await desk.contracts.keepSpecification({ contractId: other.id, version: 'v1.0', path: '/in/tokki.txt' })
    await desk.contracts.saveSpecification({ contractId: other.id, version: 'v1.0', into: '/out' })
    await desk.forms.settings({ contractId })
    await desk.forms.saveDraft({ contractId, form: 'F-00', subjectId: null, into: '/out' })
    await desk.reports.procedure({ contractId })
  },

  async 'lists that somebody looks at'() {
    const { desk, world, contract: { id: contractId } } = await staffedOffice()
    await desk.staffing.questions()
    await desk.staffing.pledgeTexts()
    await desk.devices.look()
    await desk.devices.leakProne()
    await desk.devices.checks()
    await desk.media.stockTakes()
    world.machine.drives = [stick('AZ0004M2W8')]
    await desk.media.drives()
    await desk.workplace.emergencyPlan({ contractId })
    await desk.ledgers.choices({ ledger: 'media', contractId: null, column: 'type' })
    await desk.vault.access()
    await desk.vault.publicKeys()
    await desk.mailings.checkTracking({ contractId, carrier: '日本郵便', service: '簡易書留', raw: '588-00-12345-4' })
  },

  async 'a ledger as a table, looked at in one’s own way and saved'() {
    const { desk, contract: { id: contractId } } = await staffedOffice()
    const media = { ledger: 'media', contractId, search: 'USB', filters: [], sort: { column: 'no', descending: false } }
    await desk.ledgers.page({ ...media, from: 0, count: 10 })
    await desk.ledgers.saveView({ ledger: 'media', view: { name: 'USBだけ', search: media.search, filters: [], sort: media.sort, columns: ['no', 'type'] } })
    await desk.ledgers.views({ ledger: 'media' })
    await desk.ledgers.export({ ...media, format: 'csv-utf8', columns: ['no', 'type'], into: '/out' })
    await desk.ledgers.dropView({ ledger: 'media', name: 'USBだけ' })
  },

  async 'a parcel and its slip'() {
    const office = await staffedOffice()
    const { desk, world } = office
    world.disk.set('/scan/slip.pdf', '%PDF-1.7')
    const mailing = await desk.mailings.draft(parcel(office, [await septemberPackage(office)]))
    await desk.mailings.confirmShinten(packingCheck(mailing))
    const { slipSha256 } = await desk.mailings.dispatch({ mailingId: mailing.id, trackingNo: '387-00-12345-3', slip: '/scan/slip.pdf' })
    await desk.mailings.saveSlip({ mailingId: mailing.id, sha256: slipSha256 ?? '', into: '/out' })
  },

  async 'a subcontractor begins and ends'() {
    const { desk, world, contract } = await staffedOffice()
    const { id: subcontractId } = await desk.subcontracts.draft({ contractId: contract.id, parentId: null, ...facts })
    await desk.subcontracts.apply({ subcontractId, on: on('2026-12-07') })
    await desk.subcontracts.decide({ subcontractId, outcome: '承認', cityRef: 'R8税承0056', on: on('2026-12-07'), conditions: [] })
    world.disk.set('/in/契約書.pdf', '…')
    await desk.subcontracts.agree({ subcontractId, file: '/in/契約書.pdf', signedOn: on('2026-12-07'), clauses: [] })
    await desk.subcontracts.start({ subcontractId, on: on('2026-12-07') })
    await desk.subcontracts.end({ subcontractId, on: on('2026-12-07'), erasedOn: on('2026-12-07'), erasedHow: '裁断', confirmedBy: '白樺 封蔵', evidence: '' })
  },

  async 'a third party that gets nothing after all'() {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    const { id } = await office.desk.provisions.apply({ contractId: office.contract.id, organisation: '架空大学', recipient: '研 究子', address: '', purpose: '統計の作成', information: '集計', itemIds: items.map((item) => item.id), count: 12 })
    await office.desk.provisions.withdraw({ provisionId: id, reason: '不要になった' })
  },

  async 'what was made is delivered'() {
    const office = await staffedOffice()
    const { items } = await receiptedFiles(office)
    await office.desk.settlement.deliverItems({ contractId: office.contract.id, itemIds: items.map(({ id }) => id), mailingId: null, mailId: null, mediumStays: false, means: '手渡し', at: office.world.now(), place: '税務課窓口', receivedBy: '森川 奏', condition: '', remarks: '' })
  },

  async 'the city asks for notice and wants to be there'() {
    const office = await staffedOffice()
    const { desk, world, contract: { id: contractId } } = office
    const { items } = await receiptedFiles(office)
    const { id: planId } = await desk.disposals.plan({
      contractId, plannedOn: '2026-12-07' as Day, place: '作業室', operator: office.oba.id, verifier: office.mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
      targets: [{ kind: 'vault', medium: null, paths: [], itemIds: items.map(({ id }) => id), information: '宛名', mediaName: '保管庫', quantity: 1, unit: '式', method: 'vault', end: '再利用', importanceClass: '重要情報', myNumber: false, consentRef: '' }],
    })
    await desk.disposals.requestNotice({ planId, by: '森川 奏', at: world.now(), dueOn: null })
    await desk.disposals.requestWitness({ planId, organisation: '青葉野市', name: '森川 奏' })
    await desk.disposals.issueNotice({ planId })
    await desk.disposals.submitNotice({ planId })
    await desk.disposals.confirmNotice({ planId, cityRef: 'R8税確0017' })
  },

  async 'a password of one’s own'() {
    const { desk } = await staffedOffice()
    await desk.vault.changePassword({ current: PASSWORD, next: 'ame-wa-yozora-9' })
  },
}
