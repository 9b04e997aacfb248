import { ledger } from '../definition.ts'
import { columnsOf, several, words } from './columns.ts'

const { text, number, day, state } = columnsOf<'subcontract'>()

/** 再委託一覧: whom the city was asked about, its answers, and how each is watched and ended (Art. 9). */
export const subcontracts = ledger({
  name: 'subcontracts',
  title: words('再委託一覧', 'Subcontracts'),
  lead: words('再委託の申請・承認・契約・監督・終了の記録です。', 'Applications, approvals, contracts, inspections and ends of subcontracting.'),
  form: 'F-09', article: '9②', office: 'contractor', kind: 'subcontract',
  contractOf: (s) => s.contractId,
  leadsTo: (s) => `/subcontracts/${s.id}`,
  columns: [
    text('no', '番号', 'No.', 14, (s) => s.no),
    text('company', '再委託先', 'Subcontractor', 22, (s) => s.company),
    text('tasks', '処理する内容', 'Tasks', 20, (s) => s.tasks),
    text('information', '取り扱う情報', 'Information', 20, (s) => s.information),
    day('appliedOn', '申請日', 'Applied', 12, (s) => s.appliedOn, { filterable: true }),
    text('cityRef', '承認番号', 'City no.', 14, (s) => s.decision?.cityRef),
    day('decidedOn', '回答日', 'Answered', 12, (s) => s.decision?.on, { filterable: true }),
    text('conditions', '条件', 'Conditions', 18, (s) => several((s.decision?.conditions ?? []).map(({ kind, text: said }) => (said === '' ? kind : said)))),
    day('signedOn', '契約日', 'Contract', 12, (s) => s.agreement?.signedOn),
    number('inspections', '監督回数', 'Inspections', 8, (s) => s.inspections.length),
    day('endedOn', '終了日', 'Ended', 12, (s) => s.ended?.on, { filterable: true }),
    text('reason', '理由', 'Reason', 20, (s) => s.reason, { extra: true }),
    text('safety', '安全性及び信頼性を確保する対策', 'Safety', 24, (s) => s.safety, { extra: true }),
    text('supervision', '管理及び監督の方法', 'Supervision', 24, (s) => s.supervision, { extra: true }),
    text('erased', '再委託先の消去', 'Erased there', 18, (s) => s.ended && `${s.ended.erasedHow}（${s.ended.confirmedBy}）`, { extra: true }),
    state('state', '状態', 'State', 12, {
      drafted: words('下書き', 'draft'), applied: words('申請中', 'applied for'), approved: words('承認済', 'approved'), refused: words('不承認', 'refused'), contracted: words('契約締結済', 'under contract'), working: words('履行中', 'at work'), ended: words('終了', 'ended'), withdrawn: words('取下げ', 'withdrawn'),
    }, (s) => s.state),
  ],
})
