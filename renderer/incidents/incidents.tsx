import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Incident } from '../../core/incidents/incident.ts'
import { isOpenIncident } from '../../core/incidents/rules.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { AuditFreezes } from './audit-freezes.tsx'
import { ReportClock } from './report-clock.tsx'

export const incidentLooks: Readonly<Record<Incident['state'], StatusLook>> = { found: 'bad', 'first-reported': 'busy', responding: 'busy', 'followed-up': 'busy', 'final-reported': 'busy', closed: 'good', 'not-an-incident': 'calm' }

/** 事故・おそれ (Art. 18): every incident of the contract, and what else keeps its evidence. */
export function Incidents() {
  const { t } = useTranslation('incidents')
  return <WithContract title={t('title')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('incidents')
  const go = useNavigate()
  const question = useQuery(questions.incidents(contract.id))
  const begin = <ActButton unless={[useWhyNot('incidents.begin')]} onClick={() => void go({ to: '/incidents/new' })}>{t('begin')}</ActButton>
  const columns: Column<Incident>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (i) => <span className="strong">{i.no}</span>, text: (i) => i.no },
    { key: 'what', head: t('what'), cell: (i) => <>{t(`kinds.${i.kind}`)}<br /><span className="small soft">{i.subject}</span></>, text: (i) => `${t(`kinds.${i.kind}`)} ${i.subject}` },
    { key: 'foundAt', whole: true, head: t('foundAt'), cell: (i) => <When at={i.foundAt} /> },
    { key: 'first', whole: true, head: t('first'), cell: (i) => (i.reports[0] ? t('within', { minutes: i.reports[0].elapsedMinutes }) : t('noReport')) },
    { key: 'state', whole: true, head: t('state'), cell: (i) => <Status look={incidentLooks[i.state]}>{t(`states.${i.state}`)}</Status>, text: (i) => t(`states.${i.state}`) },
    { key: 'open', whole: true, head: t('next'), cell: (i) => <Button variant={isOpenIncident(i) ? 'default' : 'subtle'} aria-label={t('openNamed', { no: i.no })} onClick={() => void go({ to: '/incidents/$id', params: { id: i.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Incident>[] = [{ key: 'open', label: t('chips.open'), test: isOpenIncident }, { key: 'done', label: t('chips.done'), test: (i) => !isOpenIncident(i) }]
  return (
    <Page title={t('title')} lead={t('lead')} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="18①" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
      <AuditFreezes contract={contract} />
      <ReportClock contract={contract} />
    </Page>
  )
}
