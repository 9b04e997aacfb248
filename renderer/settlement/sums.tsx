import { useTranslation } from 'react-i18next'
import type { Balance, Figures } from '../../core/settlement/settlement.ts'
import { sayNumber } from '../words/figures.ts'

const FIGURES = ['received', 'returned', 'delivered', 'erased', 'disposed', 'remaining'] as const satisfies readonly (keyof Figures)[]

/** 受領 = 返却 + 納品 + 消去 + 廃棄 + 残, receipt by receipt. */
export function Sums({ balance: { receipts, total } }: { balance: Balance }) {
  const { t } = useTranslation('settlement')
  const cells = (figures: Figures) => FIGURES.map((key) => <td key={key} data-head={t(key)} className={key === 'remaining' && figures[key] > 0 ? 'number sums-left' : 'number'}>{sayNumber(figures[key])}</td>)
  return (
    <div className="table sums"><div className="table-box">
      <table aria-label={t('sumsTable')}>
        <thead><tr><th scope="col">{t('receiptNo')}</th>{FIGURES.map((key) => <th key={key} scope="col" className="number">{t(key)}</th>)}</tr></thead>
        <tbody>
          {receipts.map(({ handoverId, receiptNo, replaced, purpose, figures }) => <tr key={`${handoverId} ${replaced}`}><td className="strong" data-head={t('receiptNo')}>{receiptNo ?? t('noReceipt', { purpose })}{replaced && `（${t('replaced')}）`}</td>{cells(figures)}</tr>)}
        </tbody>
        {receipts.length > 1 && <tfoot><tr><th scope="row">{t('total')}</th>{cells(total)}</tr></tfoot>}
      </table>
    </div></div>
  )
}
