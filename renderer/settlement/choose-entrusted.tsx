import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ItemId } from '../../core/handovers/item.ts'
import type { Balance, ItemBalance } from '../../core/settlement/settlement.ts'
import { sayNumber } from '../words/figures.ts'

interface Props { balance: Balance; wanted: (item: ItemBalance) => boolean; none: string; chosen: readonly ItemId[]; onChange: (ids: ItemId[]) => void }

/** Beyond this nobody ticks one by one. */
const MOST_LISTED = 500

/** Entrusted items by their receipts; some of one receipt where one opens it. */
export function ChooseEntrusted({ balance, wanted, none, chosen, onChange }: Props) {
  const { t } = useTranslation('settlement')
  const receipts = balance.receipts.map((receipt) => ({ ...receipt, items: receipt.items.filter(wanted) })).filter(({ items }) => items.length > 0)
  const set = new Set<string>(chosen)
  const put = (items: readonly ItemBalance[], on: boolean): void => {
    const ids = new Set<string>(items.map(({ id }) => id))
    onChange([...chosen.filter((id) => !ids.has(id)), ...(on ? items.map(({ id }) => id) : [])])
  }
  if (receipts.length === 0) return <p className="soft">{none}</p>
  return (
    <>
      {receipts.map(({ handoverId, receiptNo, replaced, purpose, items }) => {
        const here = items.filter(({ id }) => set.has(id)).length
        return (
          <div key={`${handoverId} ${replaced}`}>
            <Checkbox label={`${receiptNo === null ? t('noReceipt', { purpose }) : `${receiptNo}　${purpose}`}${replaced ? `（${t('replaced')}）` : ''}　${t('itemCount', { n: sayNumber(items.length) })}`} checked={here === items.length} indeterminate={here > 0 && here < items.length} onChange={(event) => put(items, event.currentTarget.checked)} />
            {items.length > 1 && items.length <= MOST_LISTED && (
              <details><summary>{t('some')}</summary><div className="choose-some">{items.map((item) => <Checkbox key={item.id} label={item.name} checked={set.has(item.id)} onChange={(event) => put([item], event.currentTarget.checked)} />)}</div></details>
            )}
          </div>
        )
      })}
      <p className="soft" role="status">{t('chosen', { n: sayNumber(chosen.length) })}</p>
    </>
  )
}
