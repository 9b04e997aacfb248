import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Item, ItemId } from '../../core/handovers/item.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

/** The entrusted items that may be used: those whose receipt is out. */
export function ChooseItems({ contract, chosen, onChange }: { contract: ContractOfWork; chosen: readonly ItemId[]; onChange: (ids: ItemId[]) => void }) {
  const { t } = useTranslation('pack')
  const { t: words } = useTranslation('receive')
  const term = useTerm()
  const set = new Set(chosen)
  const toggle = (id: ItemId): void => onChange(set.has(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const columns: Column<Item>[] = [
    { key: 'name', head: words('fileName'), text: (i) => i.name, cell: (i) => <Checkbox label={i.name} aria-label={t('item', { name: i.name })} disabled={i.state !== 'in custody'} description={i.state === 'in custody' ? undefined : t('notYet')} checked={set.has(i.id)} onChange={() => toggle(i.id)} /> },
    { key: 'kind', head: words('infoKind'), cell: (i) => i.infoKind, text: (i) => i.infoKind },
    { key: 'class', whole: true, head: words('importanceClass'), cell: (i) => term(i.importanceClass), text: (i) => i.importanceClass },
    { key: 'count', head: words('count'), number: true, cell: (i) => (i.count === null ? '—' : sayNumber(i.count)) },
    { key: 'size', head: words('size'), number: true, cell: (i) => <Bytes of={i.size} /> },
  ]
  return (
    <Block title={t('choose')} lead={t('chooseLead')}>
      <Asked of={useQuery(questions.items(contract.id))}>
        {(items) => {
          const usable = items.filter(({ state }) => state === 'in custody')
          if (items.length === 0) return <p className="soft">{t('chooseNone')}</p>
          return (
            <>
              <div className="choose-all">
                <Checkbox label={t('all')} checked={usable.length > 0 && usable.every(({ id }) => set.has(id))} indeterminate={chosen.length > 0 && chosen.length < usable.length} onChange={(event) => onChange(event.currentTarget.checked ? usable.map(({ id }) => id) : [])} />
                <span className="soft" role="status">{t('chosen', { count: chosen.length })}</span>
              </div>
              <Table name={t('choose')} rows={items} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} />
            </>
          )
        }}
      </Asked>
    </Block>
  )
}
