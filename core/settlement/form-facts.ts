import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { wordsOfCancellation } from '../cancellation/rules.ts'
import { dayOf, isoJst } from '../time.ts'
import { balanceOf } from './balance.ts'
import { objectionsToOpen } from './closing.ts'
import { copyRowsOf } from './copies.ts'
import { subcontractRowsOf } from './subcontracts.ts'
import type { Balance, HandBack } from './settlement.ts'

/** F-26 返却書・受領書 (Art. 15①): one return or delivery, item by item, and what is left of it here. */
export const returnForm: FormSource = {
  form: 'F-26',
  enteredAt: '/settlement',
  afterEnd: true,
  subjects: (reading, contractId) => reading.list('handback', contractId).sort((a, b) => a.recordedAt - b.recordedAt).map(({ id, no, itemIds, receivedBy }) => ({ id, label: `${no}　${itemIds.length}件　${receivedBy}` })),
  facts: (reading, { contract, subjectId }) => {
    const handback = subjectId === null ? undefined : reading.get('handback', subjectId)
    if (!handback || handback.contractId !== contract.id) return { fields: {}, tables: {} }
    const { how, at, means, place, handedBy, receivedBy, remarks, id } = handback
    return {
      fields: {
        receiptNo: receiptsOf(reading, handback).join('、') || '（媒体のみ）', returnedAt: isoJst(at), method: how === 'delivered' ? `${means}（納品）` : means, place, returnedBy: reading.get('person', handedBy)?.name ?? '', receivedBy,
        settlement: settledOf(balanceOf(reading, contract.id), handback), remarks,
      },
      tables: { items: rowsOf(reading, handback) },
      subjects: [id],
    }
  },
}

/** F-27 業務終了時残存情報確認書 (Art. 15①). Refused while anything is left: a confirmation of nothing confirms nothing else (R-33). */
export const remainderForm: FormSource = {
  form: 'F-27',
  enteredAt: '/settlement',
  afterEnd: true,
  objections: (reading, { contract }) => objectionsToOpen(reading, contract.id),
  facts: (reading, { contract, now }) => {
    const { receipts, media, total } = balanceOf(reading, contract.id)
    const supervisor = reading.list('person').find(({ roles }) => roles.includes('supervisor'))
    const text = (figures: Balance['total']) => ({ received: String(figures.received), returned: String(figures.returned), erased: String(figures.erased), disposed: String(figures.disposed), delivered: String(figures.delivered), left: String(figures.remaining) })
    return {
      fields: { confirmedOn: dayOf(contract.closed?.at ?? now), confirmedBy: supervisor?.name ?? '', left: String(total.remaining), designatedMethod: '', remarks: [...wordsOfCancellation(reading, contract.id), remarksOn(media)].filter((words) => words !== '').join('\n') },
      tables: {
        receipts: receipts.map(({ receiptNo, replaced, purpose, figures }) => ({ receiptNo: `${receiptNo ?? `（預り証なし）${purpose}`}${replaced ? '（差替え前）' : ''}`, ...text(figures) })),
        copies: copyRowsOf(reading, contract.id),
        media: media.map(({ no, serial, owner, state }) => ({ no, serial, owner, state, evidence: evidenceOf(reading, contract.id, no) })),
        subcontractors: subcontractRowsOf(reading, contract.id),
      },
    }
  },
}

function receiptsOf(reading: Reading, { itemIds }: HandBack): string[] {
  const handovers = new Set(itemIds.flatMap((id) => reading.get('item', id)?.handoverId ?? []))
  return [...handovers].flatMap((id) => reading.get('handover', id)?.receiptNo ?? []).sort()
}

function rowsOf(reading: Reading, { itemIds, medium: no, condition, contractId }: HandBack): Record<string, string>[] {
  const medium = no === null ? undefined : reading.get('medium', no)
  const label = medium ? `${medium.no}\n${medium.serial}` : ''
  const items = itemIds.flatMap((id) => reading.get('item', id) ?? [])
  const open = new Set<string>(balanceOf(reading, contractId).receipts.flatMap(({ items: balanced }) => balanced.filter(({ left }) => left.length > 0).map(({ id }) => id)))
  const rows = items.map(({ id, no: itemNo, handoverId, name, count, importanceClass, form, state }) => ({
    ...(state === 'replaced' ? { receiptNo: '', itemNo: '', name: `${name}（差替え前）` } : { receiptNo: reading.get('handover', handoverId)?.receiptNo ?? '', itemNo: String(itemNo), name }),
    medium: form === '電磁的記録媒体' ? label : '', quantity: count === null ? '1件' : `${count}件`, importanceClass, state: condition, left: open.has(id) ? '有' : '無',
  }))
  const alone = medium ? [{ receiptNo: '', itemNo: '', name: medium.type, medium: label, quantity: '1点', importanceClass: '', state: condition, left: '' }] : []
  return [...rows, ...alone].map((row, i) => ({ no: String(i + 1), ...row }))
}

/** What is left here of what went: nothing, or so many copies in the vault and elsewhere. */
function settledOf({ receipts }: Balance, { itemIds }: HandBack): string {
  const ids = new Set<string>(itemIds)
  const left = receipts.flatMap(({ items }) => items).filter((item) => ids.has(item.id) && item.left.length > 0).length
  if (itemIds.length === 0) return '媒体だけの返却です。'
  return left === 0 ? '残存はありません（保管庫の写し・複製とも消去済み）。' : `保管庫の写し又は複製が${left}件残っています。消去して報告します。`
}

/** The number of the certificate, or of the return, that a medium's end stands on. */
function evidenceOf(reading: Reading, contractId: string, no: string): string {
  const certificate = reading.list('wipe', contractId).filter(({ medium, certificateNo }) => medium === no && certificateNo !== null).at(-1)?.certificateNo
  return certificate ?? reading.list('handback', contractId).filter(({ medium }) => medium === no).at(-1)?.no ?? ''
}

const remarksOn = (media: Balance['media']): string => {
  const lost = media.filter(({ state }) => state === '紛失').map(({ no }) => no)
  return lost.length === 0 ? '' : `紛失した媒体があります（${lost.join('、')}）。事故として別に報告しています。`
}
