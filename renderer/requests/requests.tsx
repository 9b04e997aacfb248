import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { CityRequest } from '../../core/requests/request.ts'
import { dayOf, type Instant } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'
import { useFormWord } from '../documents/form-word.ts'
import { RecordRequest } from './record-request.tsx'
import { RequestCard } from './request-card.tsx'
import { Deadline } from './deadline.tsx'

export type RequestState = 'asked' | 'overdue' | 'submitted' | 'accepted' | 'withdrawn'
const looks: Record<RequestState, StatusLook> = { asked: 'busy', overdue: 'bad', submitted: 'busy', accepted: 'good', withdrawn: 'calm' }

export function stateOfRequest({ withdrawn, accepted, submitted, dueOn }: CityRequest): RequestState {
  if (withdrawn) return 'withdrawn'
  if (accepted) return 'accepted'
  if (submitted) return 'submitted'
  return dueOn !== null && dueOn < dayOf(Date.now() as Instant) ? 'overdue' : 'asked'
}

/** 求めあり (Art. 5, 6, 16②): what the city asked for, by when, and what became of it. */
export function Requests() {
  const { t } = useTranslation('documents')
  return <WithContract title={t('requestsTitle')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('documents')
  const form = useFormWord()
  const question = useQuery(questions.requests(contract.id))
  const mayNot = useWhyNot('requests.receive')
  const [recording, setRecording] = useState(false)
  const record = <ActButton unless={[mayNot]} onClick={() => setRecording(true)}>{t('recordRequest')}</ActButton>
  const columns: Column<CityRequest>[] = [
    { key: 'form', head: t('form'), cell: (r) => form(r.form), text: (r) => `${r.form} ${form(r.form)}` },
    { key: 'state', whole: true, head: t('state'), cell: (r) => <Status look={looks[stateOfRequest(r)]}>{t(`requestStates.${stateOfRequest(r)}`)}</Status>, text: (r) => t(`requestStates.${stateOfRequest(r)}`) },
    { key: 'dueOn', whole: true, head: t('dueOn'), cell: (r) => <Deadline on={r.dueOn} /> },
    { key: 'requestedAt', head: t('requestedAt'), cell: (r) => <When at={r.requestedAt} /> },
    { key: 'requestedBy', head: t('requestedBy'), cell: (r) => r.requestedBy, text: (r) => r.requestedBy },
    { key: 'submitted', whole: true, head: t('submittedDoc'), cell: (r) => r.submitted?.docNo ?? '—', text: (r) => r.submitted?.docNo ?? '' },
  ]
  const chips: Chip<CityRequest>[] = [{ key: 'open', label: t('requestStates.asked'), test: (r) => ['asked', 'overdue'].includes(stateOfRequest(r)) }]
  return (
    <Page title={t('requestsTitle')} lead={t('requestsLead')} back={{ to: '/documents', label: t('toList') }} action={question.data && question.data.length > 0 && record}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('noRequests')} article="5①" action={record}>{t('noRequestsLead')}</Empty>
          : <Table name={t('requestsTable')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={(r) => form(r.form)} panel={(request) => <><RequestCard contract={contract} request={request} /><History of={[request.id]} /></>} />)}
      </Asked>
      <Drawer title={t('recordRequest')} opened={recording} onClose={() => setRecording(false)}><RecordRequest contract={contract} onDone={() => setRecording(false)} /></Drawer>
    </Page>
  )
}
