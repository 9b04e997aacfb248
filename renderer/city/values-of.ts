import { CustodyReceipt } from '../../core/documents/records.ts'
import { DestructionCertificate, DisposalNotice, ErasureCertificate } from '../../core/documents/disposal-records.ts'
import { FormLetter } from '../../core/documents/form-letter.ts'
import { dayOf, instantOf } from '../../core/time.ts'
import { wareki } from '../../core/words/dates.ts'

/** The few values of a record that someone compares with the paper in their hand, under the words of the paper. */
export function valuesOf(record: unknown): (readonly [string, string])[] {
  const day = (iso: string): string => wareki(dayOf(instantOf(iso)))
  const receipt = CustodyReceipt.safeParse(record)
  if (receipt.success) {
    const { issuedAt, sender, totals, handover, items } = receipt.data
    return [['発行日', day(issuedAt)], ['受託者', sender.organisation], ['点数', `${totals.items}点`], ['件数', items.map(({ name, count }) => (count === null ? name : `${name}　${count}件`)).slice(0, 5).join('\n')], ['受領者', handover.receivedBy]]
  }
  const certificate = ErasureCertificate.or(DestructionCertificate).safeParse(record)
  if (certificate.success) {
    const { issuedAt, sender, title, result, rows } = certificate.data
    return [['発行日', day(issuedAt)], ['受託者', sender.organisation], ['書面名', title], ['総合結果', result], ['対象', rows.map(({ mediaName, medium, result: own }) => `${mediaName}${medium ? `　製造番号 ${medium.serial}` : ''}　${own}`).slice(0, 5).join('\n')]]
  }
  const notice = DisposalNotice.safeParse(record)
  if (notice.success) return [['発行日', day(notice.data.issuedAt)], ['受託者', notice.data.sender.organisation], ['予定日', wareki(notice.data.plan.plannedOn as never)], ['行数', `${notice.data.lines.length}行`]]
  const letter = FormLetter.safeParse(record)
  return letter.success ? [['発行日', day(letter.data.issuedAt)], ['受託者', letter.data.sender.organisation], ['書面名', letter.data.title]] : []
}
