import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { nextInspection } from '../../core/subcontracts/rules.ts'
import type { Subcontract } from '../../core/subcontracts/subcontract.ts'
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
import { isApproved, looks, standing } from './standing.ts'

/** 再委託 (Art. 9): whom the city was asked about, and how each stands. */
export function Subcontracts() {
  const { t } = useTranslation('subcontracts')
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('subcontracts')
  const go = useNavigate()
  const question = useQuery(questions.subcontracts(contract.id))
  const begin = <ActButton unless={[useWhyNot('subcontracts.draft')]} onClick={() => void go({ to: '/subcontracts/new' })}>{t('begin')}</ActButton>
  const waits = ({ state }: Subcontract): boolean => state === 'drafted' || state === 'applied'
  const columns: Column<Subcontract>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (s) => <span className="strong">{s.no}</span>, text: (s) => s.no },
    { key: 'company', head: t('company'), cell: (s) => s.company || '—', text: (s) => s.company },
    { key: 'tasks', head: t('tasks'), cell: (s) => s.tasks || '—', text: (s) => s.tasks },
    { key: 'approval', head: t('approval'), cell: (s) => (s.decision ? <><span className="whole">{s.decision.cityRef}</span><br /><span className="small soft"><OnDay day={s.decision.on} /></span></> : '—'), text: (s) => s.decision?.cityRef ?? '' },
    { key: 'next', whole: true, head: t('next'), cell: (s) => { const day = nextInspection(s); return day === null ? '—' : <OnDay day={day} /> } },
    { key: 'state', whole: true, head: t('state'), cell: (s) => <Status look={looks[standing(s)]}>{t(`states.${standing(s)}`)}</Status>, text: (s) => t(`states.${standing(s)}`) },
    { key: 'open', whole: true, head: '', cell: (s) => <Button variant={waits(s) || isApproved(s) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: s.no })} onClick={() => void go({ to: '/subcontracts/$id', params: { id: s.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Subcontract>[] = [{ key: 'open', label: t('chips.open'), test: waits }, { key: 'working', label: t('chips.working'), test: isApproved }, { key: 'done', label: t('chips.done'), test: (s) => !waits(s) && !isApproved(s) }]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="9①" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list.toReversed()} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
    </Page>
  )
}
