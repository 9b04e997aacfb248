import { QueryClient, queryOptions } from '@tanstack/react-query'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import type { CorrectableKind } from '../../core/corrections/correction.ts'
import type { LetterForm } from '../../core/documents/form-letter.ts'
import type { HandoverId } from '../../core/handovers/handover.ts'
import type { ItemId } from '../../core/handovers/item.ts'
import { desk } from '../desk.ts'

/** A desk on the same machine answers at once or refuses: asking again by itself would only hide the refusal. */
export const client = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always', staleTime: 2_000 }, mutations: { retry: false, networkMode: 'always' } },
})

/** Everything that screens ask. After a command all of it is asked again: the desk holds the truth, a screen never does. */
export const questions = {
  status: queryOptions({ queryKey: ['vault', 'status'], queryFn: () => desk.vault.status() }),
  access: queryOptions({ queryKey: ['vault', 'access'], queryFn: () => desk.vault.access() }),
  publicKeys: queryOptions({ queryKey: ['vault', 'keys'], queryFn: () => desk.vault.publicKeys() }),
  today: queryOptions({ queryKey: ['home'], queryFn: () => desk.home.today() }),
  contracts: queryOptions({ queryKey: ['contracts'], queryFn: () => desk.contracts.list() }),
  people: queryOptions({ queryKey: ['people'], queryFn: () => desk.people.list() }),
  sessions: queryOptions({ queryKey: ['sessions'], queryFn: () => desk.staffing.sessions() }),
  testPaper: queryOptions({ queryKey: ['test-paper'], queryFn: () => desk.staffing.testPaper() }),
  questionPaper: queryOptions({ queryKey: ['question-paper'], queryFn: () => desk.staffing.questions() }),
  pledgeTexts: queryOptions({ queryKey: ['pledge-texts'], queryFn: () => desk.staffing.pledgeTexts() }),
  cards: queryOptions({ queryKey: ['cards'], queryFn: () => desk.staffing.cards() }),
  accounts: queryOptions({ queryKey: ['accounts'], queryFn: () => desk.people.accounts() }),
  checkItems: queryOptions({ queryKey: ['check-items'], queryFn: () => desk.staffing.checkItems() }),
  selfChecks: (contractId: ContractId) => queryOptions({ queryKey: ['self-checks', contractId], queryFn: () => desk.staffing.selfChecks({ contractId }) }),
  organisation: (contractId: ContractId) => queryOptions({ queryKey: ['organisation', contractId], queryFn: () => desk.contracts.organisation({ contractId }) }),
  specifications: (contractId: ContractId) => queryOptions({ queryKey: ['specifications', contractId], queryFn: () => desk.contracts.specifications({ contractId }) }),
  specificationFile: (contractId: ContractId, version: string) => queryOptions({ queryKey: ['specification', contractId, version], queryFn: () => desk.contracts.readSpecification({ contractId, version }), staleTime: Infinity }),
  scanner: queryOptions({ queryKey: ['scanner'], queryFn: () => desk.viruses.scanner(), staleTime: 60_000 }),
  scans: queryOptions({ queryKey: ['scans'], queryFn: () => desk.viruses.list() }),
  carryOuts: (contractId: ContractId) => queryOptions({ queryKey: ['carry-outs', contractId], queryFn: () => desk.carryOuts.list({ contractId }) }),
  alarm: (contractId: ContractId) => queryOptions({ queryKey: ['alarm', contractId], queryFn: () => desk.carryOuts.alarm({ contractId }) }),
  procedure: (contractId: ContractId) => queryOptions({ queryKey: ['procedure', contractId], queryFn: () => desk.reports.procedure({ contractId }) }),
  incidents: (contractId: ContractId) => queryOptions({ queryKey: ['incidents', contractId], queryFn: () => desk.incidents.list({ contractId }) }),
  subcontracts: (contractId: ContractId) => queryOptions({ queryKey: ['subcontracts', contractId], queryFn: () => desk.subcontracts.list({ contractId }) }),
  firstReportLimit: (contractId: ContractId) => queryOptions({ queryKey: ['first-report-limit', contractId], queryFn: () => desk.incidents.limit({ contractId }) }),
  erasures: (contractId: ContractId) => queryOptions({ queryKey: ['erasures', contractId], queryFn: () => desk.freezes.erasures({ contractId }) }),
  standingFreezes: queryOptions({ queryKey: ['freezes'], queryFn: () => desk.freezes.standing() }),
  auditFreezes: (contractId: ContractId) => queryOptions({ queryKey: ['audit-freezes', contractId], queryFn: () => desk.freezes.list({ contractId }) }),
  audits: (contractId: ContractId) => queryOptions({ queryKey: ['audits', contractId], queryFn: () => desk.audits.list({ contractId }) }),
  cancellations: (contractId: ContractId) => queryOptions({ queryKey: ['cancellations', contractId], queryFn: () => desk.cancellations.list({ contractId }) }),
  consultations: (contractId: ContractId) => queryOptions({ queryKey: ['consultations', contractId], queryFn: () => desk.consultations.list({ contractId }) }),
  copies: (contractId: ContractId) => queryOptions({ queryKey: ['copies', contractId], queryFn: () => desk.copies.list({ contractId }) }),
  faxes: (contractId: ContractId) => queryOptions({ queryKey: ['faxes', contractId], queryFn: () => desk.faxes.list({ contractId }) }),
  provisions: (contractId: ContractId) => queryOptions({ queryKey: ['provisions', contractId], queryFn: () => desk.provisions.list({ contractId }) }),
  exceptions: (contractId: ContractId) => queryOptions({ queryKey: ['exceptions', contractId], queryFn: () => desk.exceptions.list({ contractId }) }),
  chain: (itemId: ItemId) => queryOptions({ queryKey: ['chain', itemId], queryFn: () => desk.custody.chain({ itemId }) }),
  places: (contractId: ContractId) => queryOptions({ queryKey: ['places', contractId], queryFn: () => desk.places.list({ contractId }) }),
  devices: queryOptions({ queryKey: ['devices'], queryFn: () => desk.devices.list() }),
  checks: queryOptions({ queryKey: ['checks'], queryFn: () => desk.devices.checks() }),
  leakProne: queryOptions({ queryKey: ['leak-prone'], queryFn: () => desk.devices.leakProne() }),
  machine: queryOptions({ queryKey: ['machine'], queryFn: () => desk.devices.look(), staleTime: 60_000 }),
  here: queryOptions({ queryKey: ['here'], queryFn: () => desk.workplace.here() }),
  readiness: (contractId: ContractId) => queryOptions({ queryKey: ['readiness', contractId], queryFn: () => desk.workplace.readiness({ contractId }) }),
  emergencyPlan: (contractId: ContractId) => queryOptions({ queryKey: ['emergency-plan', contractId], queryFn: () => desk.workplace.emergencyPlan({ contractId }) }),
  media: queryOptions({ queryKey: ['media'], queryFn: () => desk.media.list() }),
  stockTakes: queryOptions({ queryKey: ['stock-takes'], queryFn: () => desk.media.stockTakes() }),
  drives: queryOptions({ queryKey: ['drives'], queryFn: () => desk.media.drives() }),
  plans: (contractId: ContractId) => queryOptions({ queryKey: ['plans', contractId], queryFn: () => desk.disposals.list({ contractId }) }),
  balance: (contractId: ContractId) => queryOptions({ queryKey: ['balance', contractId], queryFn: () => desk.settlement.balance({ contractId }) }),
  handBacks: (contractId: ContractId) => queryOptions({ queryKey: ['hand-backs', contractId], queryFn: () => desk.settlement.handBacks({ contractId }) }),
  wipes: (contractId: ContractId) => queryOptions({ queryKey: ['wipes', contractId], queryFn: () => desk.disposals.wipes({ contractId }) }),
  handovers: (contractId: ContractId) => queryOptions({ queryKey: ['handovers', contractId], queryFn: () => desk.handovers.list({ contractId }) }),
  itemsOf: (handoverId: HandoverId) => queryOptions({ queryKey: ['items', 'of', handoverId], queryFn: () => desk.handovers.items({ handoverId }) }),
  offeredForms: (contractId: ContractId) => queryOptions({ queryKey: ['forms', contractId], queryFn: () => desk.forms.offered({ contractId }) }),
  formSettings: (contractId: ContractId) => queryOptions({ queryKey: ['form-settings', contractId], queryFn: () => desk.forms.settings({ contractId }) }),
  preview: (contractId: ContractId, form: LetterForm, subjectId: string | null) => queryOptions({ queryKey: ['preview', contractId, form, subjectId], queryFn: () => desk.forms.preview({ contractId, form, subjectId }) }),
  requests: (contractId: ContractId) => queryOptions({ queryKey: ['requests', contractId], queryFn: () => desk.requests.list({ contractId }) }),
  receipts: (contractId: ContractId) => queryOptions({ queryKey: ['receipts', contractId], queryFn: () => desk.receipts.list({ contractId }) }),
  items: (contractId: ContractId) => queryOptions({ queryKey: ['items', contractId], queryFn: () => desk.packages.items({ contractId }) }),
  packages: (contractId: ContractId) => queryOptions({ queryKey: ['packages', contractId], queryFn: () => desk.packages.list({ contractId }) }),
  writings: (contractId: ContractId) => queryOptions({ queryKey: ['writings', contractId], queryFn: () => desk.packages.writings({ contractId }) }),
  mailings: (contractId: ContractId) => queryOptions({ queryKey: ['mailings', contractId], queryFn: () => desk.mailings.list({ contractId }) }),
  services: (contractId: ContractId) => queryOptions({ queryKey: ['services', contractId], queryFn: () => desk.services.list({ contractId }) }),
  backups: queryOptions({ queryKey: ['backups'], queryFn: () => desk.backup.state() }),
  mailServer: queryOptions({ queryKey: ['mail-server'], queryFn: () => desk.post.server() }),
  mails: (contractId: ContractId) => queryOptions({ queryKey: ['mails', contractId], queryFn: () => desk.mails.list({ contractId }) }),
  answersGiven: (contractId: ContractId) => queryOptions({ queryKey: ['answers-given', contractId], queryFn: () => desk.cityOffice.answers({ contractId }) }),
  nextApprovalNo: (importedId: string) => queryOptions({ queryKey: ['next-approval-no', importedId], queryFn: () => desk.cityOffice.nextApprovalNo({ importedId }) }),
  numberings: queryOptions({ queryKey: ['city-numberings'], queryFn: () => desk.cityOffice.numberings() }),
  citySettlement: (contractId: ContractId) => queryOptions({ queryKey: ['city-settlement', contractId], queryFn: () => desk.cityOffice.settlement({ contractId }) }),
  designations: (contractId: ContractId) => queryOptions({ queryKey: ['designations', contractId], queryFn: () => desk.cityOffice.designations({ contractId }) }),
  ledgersKnown: (contractId: ContractId) => queryOptions({ queryKey: ['known-ledgers', contractId], queryFn: () => desk.cityOffice.ledgersKnown({ contractId }) }),
  importRuns: queryOptions({ queryKey: ['import-runs'], queryFn: () => desk.city.runs() }),
  lackingInRun: (runId: string) => queryOptions({ queryKey: ['lacking-in-run', runId], queryFn: () => desk.city.checkRun({ runId }) }),
  lackingInCp932: (id: string) => queryOptions({ queryKey: ['lacking-in-cp932', id], queryFn: () => desk.documents.checkCp932({ id }) }),
  lackingInExport: (contractId: ContractId, what: 'receipts' | 'certificates') => queryOptions({ queryKey: ['lacking-in-export', contractId, what], queryFn: () => desk.documents.checkExport({ contractId, what }) }),
  imported: (contractId: ContractId) => queryOptions({ queryKey: ['imported', contractId], queryFn: () => desk.city.imported({ contractId }) }),
  correctable: (kind: CorrectableKind, id: string) => queryOptions({ queryKey: ['correctable', kind, id], queryFn: () => desk.corrections.words({ kind, id }) }),
  ledger: (from: number, count: number) => queryOptions({ queryKey: ['ledger', from, count], queryFn: () => desk.ledger.entries({ from, count }) }),
}

/** Asks everything again that is on the screen, and forgets the rest. */
export function askAgain(): void {
  void client.invalidateQueries()
}
