import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Audit } from '../../core/audits/audit.ts'
import { isLate, notPutRight } from '../../core/audits/rules.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { WithContract } from '../frame/with-contract.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Table, type Chip, type Column } from '../parts/table.tsx'

export const auditLooks: Readonly<Record<Audit['state'], StatusLook>> = { noticed: 'busy', held: 'busy', correcting: 'warn', corrected: 'good', closed: 'calm' }

/** 監査・検査 (Art. 17): every audit of the contract, and how far each has come. */
export function Audits() {
  const { t } = useTranslation('audits')
  return <WithContract title={t('title')}>{(contract) => <OfContract key={contract.id} contract={contract} />}</WithContract>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('audits')
  const go = useNavigate()
  const question = useQuery(questions.audits(contract.id))
  const begin = <ActButton unless={[useWhyNot('audits.begin')]} onClick={() => void go({ to: '/audits/new' })}>{t('begin')}</ActButton>
  const columns: Column<Audit>[] = [
    { key: 'no', whole: true, head: t('no'), cell: (a) => <span className="strong">{a.no}</span>, text: (a) => a.no },
    { key: 'kind', head: t('kind'), cell: (a) => <>{a.kind}<br /><span className="small soft">{a.auditors}</span></>, text: (a) => `${a.kind} ${a.auditors}` },
    { key: 'at', whole: true, head: t('plannedAt'), cell: (a) => <When at={a.held?.from ?? a.plannedAt} /> },
    { key: 'findings', whole: true, head: t('findings'), cell: (a) => <Findings audit={a} /> },
    { key: 'state', whole: true, head: t('state'), cell: (a) => <Status look={auditLooks[a.state]}>{t(`states.${a.state}`)}</Status>, text: (a) => t(`states.${a.state}`) },
    { key: 'open', whole: true, head: t('next'), cell: (a) => <Button variant={a.state === 'closed' ? 'subtle' : 'default'} aria-label={t('openNamed', { no: a.no })} onClick={() => void go({ to: '/audits/$id', params: { id: a.id } })}>{t('open')}</Button> },
  ]
  const chips: Chip<Audit>[] = [{ key: 'open', label: t('chips.open'), test: ({ state }) => state !== 'closed' }, { key: 'done', label: t('chips.done'), test: ({ state }) => state === 'closed' }]
  return (
    <Page title={t('title')} lead={t('lead')} back={{ to: `/contracts/${contract.id}`, label: t('toContract') }} action={question.data && question.data.length > 0 && begin}>
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="17" action={begin}>{t('emptyLead')}</Empty>
          : <Block title={t('table')}><Table name={t('table')} rows={list} columns={columns} chips={chips} rowKey={({ id }) => id} rowName={({ no }) => no} /></Block>)}
      </Asked>
    </Page>
  )
}

/** How many of them are open, and whether any is late. */
function Findings({ audit }: { audit: Audit }) {
  const { t } = useTranslation('audits')
  const open = notPutRight(audit)
  if (audit.findings.length === 0) return <>{audit.held ? t('noFindings') : '—'}</>
  const late = open.some((finding) => isLate(finding, dayOf(thisMinute())))
  return <>{t('findingsCount', { open: open.length, all: audit.findings.length })}{late && <><br /><Status look="bad">{t('late')}</Status></>}</>
}
