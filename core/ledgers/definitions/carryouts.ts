import { encryptionWords } from '../../carryouts/words.ts'
import { ledger } from '../definition.ts'
import { classes, columnsOf, several, words } from './columns.ts'

const { text, number, instant, day, state } = columnsOf<'carry-out'>()

/** F-12 持出管理簿: what went out, what for, where to, with whose approval, and who saw it come back (Art. 11(2)). */
export const carryOuts = ledger({
  name: 'carry-outs',
  title: words('持出管理簿', 'Carry-out ledger'),
  lead: words('作業場所の外へ持ち出した媒体と紙の記録です。', 'Media and papers that went out of the approved places.'),
  form: 'F-12', article: '11(2)', office: 'contractor', kind: 'carry-out',
  contractOf: (c) => c.contractId,
  leadsTo: (c) => `/carry-outs/${c.id}`,
  columns: [
    text('no', '管理番号', 'No.', 14, (c) => c.no),
    text('content', '持ち出すもの', 'What', 18, (c) => c.content),
    text('purpose', '利用目的', 'Purpose', 16, (c) => c.purpose),
    text('destination', '持ち出し先', 'Where to', 20, (c) => c.destination),
    instant('outAt', '持ち出し日', 'Went out', 16, (c) => c.out?.at, { filterable: true }),
    instant('dueAt', '返却予定日', 'Due back', 16, (c) => c.dueAt, { filterable: true }),
    text('carriers', '持ち出す人', 'Carried by', 16, (c, look) => several((c.out?.persons ?? c.persons).map((id) => look('person', id)?.name ?? id))),
    text('approvedBy', '承認者', 'Approved by', 12, (c, look) => c.approval && (look('person', c.approval.by)?.name ?? c.approval.by)),
    instant('approvedAt', '承認日', 'Approved', 16, (c) => c.approval?.at),
    instant('returnedAt', '返却日', 'Came back', 16, (c) => c.returned?.at, { filterable: true }),
    text('confirmedBy', '返却確認者', 'Confirmed by', 12, (c, look) => c.returned && (look('person', c.returned.confirmedBy)?.name ?? c.returned.confirmedBy)),
    text('medium', '媒体番号', 'Medium', 14, (c) => c.medium),
    number('records', '件数', 'Records', 8, (c) => c.records),
    text('encryption', '暗号化', 'Encryption', 20, (c) => encryptionWords(c)),
    text('cityRef', '甲承認番号', 'City no.', 14, (c) => c.cityApproval?.ref),
    day('cityOn', '甲承認日', 'City approved', 12, (c) => c.cityApproval?.on, { extra: true }),
    text('applicant', '申請者', 'Applied by', 12, (c, look) => look('person', c.appliedBy)?.name ?? c.appliedBy, { extra: true }),
    text('packages', '梱包', 'Packages', 14, (c) => several(c.encryption.map(({ packageNo }) => packageNo)), { extra: true }),
    text('route', '経路・手段', 'Route', 16, (c) => c.route, { extra: true }),
    number('quantity', '数量', 'Quantity', 6, (c) => c.quantity, { extra: true }),
    number('reminders', '督促回数', 'Reminders', 8, (c) => c.reminders.length, { extra: true }),
    text('erasure', '搬送先での消去', 'Erased there', 16, (c) => (c.erasure ? (c.erasure.outcome === 'done' ? '済' : `対象なし（${c.erasure.note}）`) : c.eraseAfterUse ? '未' : `対象なし（${c.eraseNote}）`), { extra: true }),
    state('class', '重要度', 'Class', 10, classes, (c) => c.importanceClass, { filterable: true, extra: true }),
    state('state', '状態', 'State', 12, {
      applied: words('申請中', 'applied for'), approved: words('甲承認待ち', 'awaits the city'), permitted: words('持出待ち', 'may go out'), out: words('持出中', 'out'), back: words('消去の確認待ち', 'erasure to be told'),
      completed: words('完了', 'completed'), lost: words('紛失', 'lost'), rejected: words('却下', 'rejected'), withdrawn: words('取下げ', 'withdrawn'),
    }, (c) => c.state),
  ],
})
