import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Copy } from '../../core/copies/copy.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { usePersonName } from '../people/person-name.ts'
import { isLeft, looks, standing } from './standing.ts'

/** 複製 (Art. 11(8)): every copy of what was entrusted, and which of them are left. */
export function Copies() {
  const { t } = useTranslation('copies')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('copies')
  const go = useNavigate()
  const name = usePersonName()
  const question = useQuery(questions.copies(contract.id))
  const begin = <ActButton unless={[useWhyNot('copies.request')]} onClick={() => void go({ to: '/copies/new' })}>{t('begin')}</ActButton>
  const waits = ({ state }: Copy): boolean => state === 'requested' || state === 'approved'
  const columns: Column<Copy>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (c) => <span className="strong">{c.no}</span>, text: (c) => c.no },
    { key: 'item', head: t('item'), cell: (c) => <>{c.itemName}<br /><span className="small soft">{t(`kinds.${c.kind}`)}</span></>, text: (c) => `${c.itemName} ${c.kind}` },
    { key: 'purpose', head: t('purpose'), cell: (c) => c.purpose, text: (c) => c.purpose },
    { key: 'place', head: t('place'), cell: (c) => <>{c.place}{c.medium !== null && <><br /><span className="small soft whole">{c.medium}</span></>}</>, text: (c) => `${c.place} ${c.medium ?? ''}` },
    { key: 'until', whole: true, head: t('until'), cell: (c) => <OnDay day={c.useUntil} /> },
    { key: 'approvedBy', extra: true, head: t('approvedBy'), cell: (c) => (c.approved ? name(c.approved.by) : '—'), text: (c) => (c.approved ? name(c.approved.by) : '') },
    { key: 'state', whole: true, head: t('state'), cell: (c) => <Status look={looks[standing(c)]}>{t(`states.${standing(c)}`)}</Status>, text: (c) => t(`states.${standing(c)}`) },
    { key: 'open', whole: true, head: t('next'), cell: (c) => <Button variant={waits(c) || isLeft(c) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: c.no })} onClick={() => void go({ to: '/copies/$id', params: { id: c.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Copy>[] = [{ key: 'waiting', label: t('chips.waiting'), test: waits }, { key: 'open', label: t('chips.open'), test: isLeft }, { key: 'done', label: t('chips.done'), test: (c) => !waits(c) && !isLeft(c) }]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(8)" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')} action={<Button variant="subtle" onClick={() => void go({ to: '/custody' })}>{t('toChain')}</Button>}><Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
    </Page>
  )
}
