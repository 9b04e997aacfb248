import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Item } from '../../core/handovers/item.ts'
import { questions } from '../asking/questions.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'

/** 来歴 (Art. 11(9)): of which item. */
export function CustodyItems() {
  const { t } = useTranslation('custody')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('custody')
  const { t: words } = useTranslation('receive')
  const go = useNavigate()
  const columns: Column<Item>[] = [
    { key: 'name', head: words('fileName'), cell: (i) => i.name, text: (i) => i.name },
    { key: 'kind', head: words('infoKind'), cell: (i) => i.infoKind, text: (i) => i.infoKind },
    { key: 'size', head: words('size'), number: true, cell: (i) => <Bytes of={i.size} /> },
    { key: 'show', whole: true, head: '', cell: (i) => <Button variant="default" aria-label={t('showNamed', { name: i.name })} onClick={() => void go({ to: '/custody/$id', params: { id: i.id } })}>{t('show')}</Button> },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: '/copies', label: t('toCopies') }}>
      <Asked of={useQuery(questions.items(contract.id))}>
        {(items) => (items.length === 0
          ? <Empty title={t('empty')} article="11(9)" action={<Button onClick={() => void go({ to: '/receive' })}>{t('toReceive')}</Button>}>{t('emptyLead')}</Empty>
          : <Block title={t('choose')} lead={t('chooseLead')}><Table name={t('choose')} rows={items} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name} /></Block>)}
      </Asked>
    </Page>
  )
}
