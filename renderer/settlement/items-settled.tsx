import { useTranslation } from 'react-i18next'
import type { Balance, ItemBalance } from '../../core/settlement/settlement.ts'
import { When } from '../parts/figures.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

interface Row extends ItemBalance { receiptNo: string }

/** Item by item: how each ended, and what is left of it here. */
export function ItemsSettled({ balance }: { balance: Balance }) {
  const { t } = useTranslation('settlement')
  const term = useTerm()
  const rows = balance.receipts.flatMap(({ receiptNo, purpose, items }) => items.map((item): Row => ({ ...item, receiptNo: receiptNo ?? t('noReceipt', { purpose }) })))
  const said = ({ left, replaced }: Row): string => [...(replaced ? [t('replaced')] : []), ...(left.length === 0 ? [t('settled')] : left.map((why) => t(`lefts.${why}`)))].join('・')
  const columns: Column<Row>[] = [
    { key: 'name', head: t('name'), cell: (i) => <span className="strong">{i.name}</span>, text: (i) => i.name },
    { key: 'receipt', head: t('receiptNo'), cell: (i) => <>{i.receiptNo}<br /><span className="small soft">{t('itemNo', { n: sayNumber(i.no) })}</span></>, text: (i) => i.receiptNo },
    { key: 'class', whole: true, head: t('importanceClass'), cell: (i) => term(i.importanceClass), text: (i) => i.importanceClass },
    { key: 'count', number: true, head: t('count'), cell: (i) => (i.count === null ? '—' : sayNumber(i.count)) },
    { key: 'end', head: t('end'), cell: (i) => (i.end ? <>{t(`ends.${i.end.how}`)}<br /><span className="small soft"><When at={i.end.at} /></span></> : '—'), text: (i) => (i.end ? t(`ends.${i.end.how}`) : '') },
    { key: 'copies', number: true, extra: true, head: t('copies'), cell: (i) => sayNumber(i.copies) },
    { key: 'left', head: t('left'), cell: (i) => <Status look={i.left.length === 0 ? 'good' : 'warn'}>{said(i)}</Status>, text: said },
  ]
  const chips: Chip<Row>[] = [{ key: 'open', label: t('chips.open'), test: (i) => i.left.length > 0 }, { key: 'settled', label: t('chips.settled'), test: (i) => i.left.length === 0 }]
  return <Table name={t('itemsTable')} rows={rows} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ name }) => name} />
}
