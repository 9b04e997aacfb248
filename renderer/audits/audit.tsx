import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Audit } from '../../core/audits/audit.ts'
import { findingState, notPutRight, unanswered } from '../../core/audits/rules.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { AuditFreezes } from '../incidents/audit-freezes.tsx'
import { CitySays } from '../incidents/city-says.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Answer, Ask, Confirm, Correct, Find, Hold } from './audit-acts.tsx'
import { AuditFindings, AuditRequests } from './audit-lines.tsx'
import { auditLooks } from './audits.tsx'

/** One audit at the step it has reached: one thing to do now, and below it all that is known. */
export function AuditPage() {
  const { t } = useTranslation('audits')
  const id = useId()
  useTakeUp('audits', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const one = useQuery(questions.audits(contract.id)).data?.find((audit) => audit.id === id)
  return one ? <One contract={contract} audit={one} /> : null
}

function One({ contract, audit }: { contract: ContractOfWork; audit: Audit }) {
  const { t } = useTranslation('audits')
  const go = useNavigate()
  const { no, kind, cityRef, auditors, announcedOn, plannedAt, place, subject, held, state } = audit
  return (
    <Page title={`${no}　${kind}`} lead={subject} back={{ to: '/audits', label: t('toList') }}>
      <p><Status look={auditLooks[state]}>{t(`states.${state}`)}</Status></p>
      <Now audit={audit} />
      {state !== 'closed' && <More audit={audit} />}
      <Block title={t('requests')}><AuditRequests audit={audit} /></Block>
      {held && <Block title={t('findings')}><AuditFindings audit={audit} /></Block>}
      <Block title={t('factsTitle')}>
        <Facts wide of={[
          [t('cityRef'), cityRef], [t('auditors'), held?.auditors ?? auditors], [t('announced'), announcedOn === null ? t('notAnnounced') : <OnDay key="on" day={announcedOn} />], [t('plannedAt'), <When key="at" at={held?.from ?? plannedAt} />],
          [t('place'), held?.place || place], held ? [t('attendees'), held.attendees] : false, held ? [t('remarks'), held.remarks] : false,
        ]} />
        <div className="acts"><Button variant="default" onClick={() => void go({ to: '/documents/new' })}>{t('toPaper')}</Button></div>
        <p className="small soft">{t('toEvidence')}</p>
      </Block>
      {state !== 'closed' && <AuditFreezes contract={contract} audit={audit} />}
      <History of={[audit.id]} />
    </Page>
  )
}

/** What comes next: hold it, answer, put right, have it confirmed, close it. */
function Now({ audit }: { audit: Audit }) {
  const { t } = useTranslation('audits')
  const { id: auditId, held, closed } = audit
  if (closed) return <Notice look="good" title={t('closedNotice')}>{t('closedLine', closed)}　<OnDay day={closed.on} /></Notice>
  if (!held) return <Hold audit={audit} />
  const [request] = unanswered(audit)
  const open = notPutRight(audit)
  if (request) return <Answer key={`answer ${request.no}`} audit={audit} request={request} primary />
  const toConfirm = open.find((finding) => findingState(finding) === 'to be confirmed')
  if (toConfirm) return <Confirm key={`confirm ${toConfirm.no} ${toConfirm.corrections.length}`} audit={audit} findingNo={toConfirm.no} primary />
  const [first] = open
  if (first) return <Correct key={`correct ${first.no} ${first.corrections.length}`} audit={audit} findingNo={first.no} primary />
  return <CitySays article="17" primary words={{ title: t('closeTitle'), lead: t('closeLead'), now: t('closeNow') }} mayNot="audits.close" say={(said) => desk.audits.close({ auditId, ...said })} />
}

/** What may also be done, behind quiet buttons. */
function More({ audit }: { audit: Audit }) {
  const { t } = useTranslation('audits')
  const [, ...requests] = unanswered(audit)
  const shown = audit.held && unanswered(audit).length === 0 ? notPutRight(audit).find((finding) => findingState(finding) === 'to be confirmed') ?? notPutRight(audit)[0] : undefined
  const others = audit.held ? notPutRight(audit).filter(({ no }) => no !== shown?.no) : []
  const fold = (key: string, label: string, inside: (close: ReactNode, done: () => void) => ReactNode): ReactNode => <Folded key={key} label={label}>{inside}</Folded>
  return (
    <div className="carry-more">
      {fold('ask', t('askBegin'), (close, done) => <Ask audit={audit} close={close} done={done} />)}
      {audit.held && fold('find', t('findBegin'), (close, done) => <Find audit={audit} close={close} done={done} />)}
      {(audit.held ? requests : unanswered(audit)).map((request) => fold(`answer ${request.no}`, t('answerBegin', { no: request.no }), (close, done) => <Answer audit={audit} request={request} close={close} done={done} />))}
      {others.map((finding) => (findingState(finding) === 'open'
        ? fold(`correct ${finding.no}`, t('correctBegin', { no: finding.no }), (close, done) => <Correct audit={audit} findingNo={finding.no} close={close} done={done} />)
        : fold(`confirm ${finding.no}`, t('confirmBegin', { no: finding.no }), (close, done) => <Confirm audit={audit} findingNo={finding.no} close={close} done={done} />)))}
    </div>
  )
}
