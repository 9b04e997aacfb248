import type * as z from 'zod'
import { contractNamed } from '../contracts/use.ts'
import { saveAll } from '../documents/save.ts'
import { look } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { dayOf, isoJst, type Instant } from '../time.ts'
import { wareki } from '../words/dates.ts'
import type { AddressLabelOrder, PackingSlipOrder, World } from '../world.ts'
import type { Mailing, PrintMailing } from './mailing.ts'
import { mailingNamed } from './named.ts'
import { sealedFacts } from './sealed-facts.ts'

/** 親展・宛名ラベル (Art. 11(4)) or 送付票 (F-13), as a PDF into a folder; never over another file. */
export async function printMailing(world: World, { mailingId, paper, into }: z.output<typeof PrintMailing>): Promise<{ paths: string[] }> {
  const at = world.now()
  const { mailing, label, slip } = await look(world, (reading) => {
    const mailing = mailingNamed(reading, mailingId)
    return { mailing, label: labelOf(reading, mailing, paper === '宛名A4' ? 'A4' : 'label', at), slip: slipOf(reading, mailing, at) }
  })
  const bytes = paper === '送付票' ? await world.documents.packingSlip(slip) : await world.documents.addressLabel(label)
  const stamp = isoJst(at).replace(/[-:]/g, '').replace('T', '-').slice(0, 15)
  return saveAll(world, [{ name: `${mailing.no}_${paper}_${stamp}.pdf`, type: 'application/pdf', bytes }], into)
}

function senderOf(reading: Reading): AddressLabelOrder['sender'] {
  const { name = '', address = '', tel = '' } = reading.get('office', 'office')?.organisation ?? {}
  return { name, address, tel }
}

const labelOf = (reading: Reading, { no, recipient }: Mailing, paper: AddressLabelOrder['paper'], at: Instant): AddressLabelOrder => ({ no, recipient, sender: senderOf(reading), paper, at })

/** What lies in the envelope may name what it is; the outside never does. */
function slipOf(reading: Reading, mailing: Mailing, at: Instant): PackingSlipOrder {
  const contract = contractNamed(reading, mailing.contractId)
  const sealed = mailing.packages.flatMap((id) => reading.get('package', id) ?? [])
  const items = sealed.flatMap(({ itemIds }) => itemIds).flatMap((id) => reading.get('item', id) ?? [])
  const { records, encryption } = sealedFacts(reading, mailing.packages, mailing.content, mailing.keyTold)
  const medium = mailing.medium === null ? undefined : reading.get('medium', mailing.medium)
  const classes = [...new Set(items.map(({ importanceClass }) => importanceClass))]
  return {
    no: mailing.no, recipient: mailing.recipient, sender: senderOf(reading), contract: { no: contract.contractNo, title: contract.title }, packedBy: personNamed(reading, mailing.packedBy).name, at,
    lines: [
      ['送付日', mailing.dispatchedAt === null ? '　　　　年　　月　　日' : wareki(dayOf(mailing.dispatchedAt))],
      ['内容', mailing.content],
      ...(medium ? [['媒体番号', `${medium.no}（${medium.type}　製造番号 ${medium.serial}）`] as const] : []),
      ...(sealed.length > 0 ? [['梱包', sealed.map(({ no }) => no).join('、')] as const] : []),
      ...(mailing.documentNos.length > 0 ? [['文書', mailing.documentNos.join('、')] as const] : []),
      ['数量', `${mailing.quantity}${mailing.contentKind === 'medium' ? '個' : '通'}`],
      ['件数', records === null ? '—' : `${records.toLocaleString('ja-JP')}件`],
      ['重要度', (classes.length > 0 ? classes : [contract.importanceClass]).join('、')],
      ['暗号化方式', encryption === '' ? '—' : encryption],
      ['封印番号', mailing.sealNo === '' ? '—' : mailing.sealNo],
      ['送付方法', `${mailing.carrier}　${mailing.service}`],
    ],
  }
}
