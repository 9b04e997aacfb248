import type { FormSource } from '../forms/form.ts'
import { isoJst } from '../time.ts'
import { chainOf } from './chain.ts'
import type { Hop } from './hop.ts'
import { sayHop } from './words.ts'

/** F-20 来歴書 (Art. 11(9)): one item's way, hop by hop, with its gaps. */
export const custodyForm: FormSource = {
  form: 'F-20',
  enteredAt: '/receive',
  afterEnd: true,
  subjects: (reading, contractId) => reading.list('handover', contractId).flatMap((handover) => reading.list('item', handover.id).map(({ id, name }) => ({ id, label: `${handover.receiptNo ?? handover.purpose}　${name}` }))),
  facts: (reading, { contract, subjectId }) => {
    const item = subjectId === null ? undefined : reading.get('item', subjectId)
    if (!item) return { fields: {}, tables: {} }
    const { hops } = chainOf(reading, contract, item)
    return {
      fields: { receiptNo: reading.get('handover', item.handoverId)?.receiptNo ?? '', subject: item.name, information: `${item.infoKind}${item.count === null ? '' : `　${item.count}件`}　SHA-256 ${item.sha256}`, whereNow: whereNow(hops) },
      tables: { hops: hops.map((hop) => ({ no: String(hop.no), at: isoJst(hop.at), from: hop.from, to: hop.to === '' ? '（消去）' : hop.to, means: `${hop.kind}：${hop.means}`, quantity: '1', state: sayHop(hop, 0), evidence: hop.evidence.join('、') })) },
      subjects: [item.id],
    }
  },
}

/** Where the item itself is: with whom its last hop left it. Copies, packages and what erased them are other things. */
function whereNow(hops: readonly Hop[]): string {
  const last = hops.filter(({ kind, means }) => ['保管', '返却', '納品'].includes(kind) || (kind === '消去' && !/^C-\d+・/.test(means))).at(-1)
  return last ? (last.to === '' ? '消去済' : last.to) : ''
}
