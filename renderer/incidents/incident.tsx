import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpenIncident } from '../../core/incidents/rules.ts'
import { unknownTo } from '../../core/incidents/facts.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { MINUTE, type Instant } from '../../core/time.ts'
import type { Incident } from '../../core/incidents/incident.ts'
import { questions } from '../asking/questions.ts'
import { DueClock } from '../carryouts/clock.tsx'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { OnDay } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { CitySays } from './city-says.tsx'
import { AddFact, Note } from './deeds.tsx'
import { ErasuresRunning } from './erasures.tsx'
import { IncidentFacts, IncidentReports, IncidentTimeline } from './incident-facts.tsx'
import { IncidentSteps } from './incident-steps.tsx'
import { Publish } from './publish.tsx'
import { Report, Submit } from './report.tsx'
import './incidents.css'

/** One incident at the step it has reached: one thing to do now, and below it all that is known. */
export function IncidentPage() {
  const { t } = useTranslation('incidents')
  const id = useId()
  useTakeUp('incidents', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const one = useQuery(questions.incidents(contract.id)).data?.find((incident) => incident.id === id)
  return one ? <One incident={one} /> : null
}

function One({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  return (
    <Page title={`${incident.no}　${t(`kinds.${incident.kind}`)}`} lead={incident.subject} back={{ to: '/incidents', label: t('toList') }}>
      <IncidentSteps incident={incident} />
      <FirstClock incident={incident} />
      {isOpenIncident(incident) && incident.freezeLifted === null && <ErasuresRunning contractId={incident.contractId} />}
      <Now incident={incident} />
      <More incident={incident} />
      <Frozen incident={incident} />
      <Block title={t('factsTitle')}><IncidentFacts incident={incident} /></Block>
      <Block title={t('timeline')}><IncidentTimeline incident={incident} /></Block>
      {incident.reports.length > 0 && <Block title={t('reports')}><IncidentReports incident={incident} /></Block>}
      <History of={[incident.id]} />
    </Page>
  )
}

/** R-35: how long the city has been waiting, or may wait yet. */
function FirstClock({ incident }: { incident: Incident }) {
  const limit = useQuery(questions.firstReportLimit(incident.contractId)).data
  if (!limit || incident.state !== 'found') return null
  return <p className="incident-clock"><DueClock due="first report" dueAt={(incident.foundAt + limit.minutes * MINUTE) as Instant} /></p>
}

/** A report that was issued and not handed in comes before anything else. */
function useUnsubmitted({ contractId, reports }: Incident) {
  const issued = useQuery(questions.receipts(contractId)).data
  return issued && reports.find(({ documentId }) => issued.find(({ id }) => id === documentId)?.submittedAt === null)
}

function Now({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const unsubmitted = useUnsubmitted(incident)
  if (unsubmitted && isOpenIncident(incident)) return <Submit report={unsubmitted} />
  switch (incident.state) {
    case 'found': return <Report incident={incident} kind="第一報" />
    case 'first-reported': return <Note incident={incident} />
    case 'responding': case 'followed-up': return unknownTo(incident, '最終報').length === 0 ? <Report key="final" incident={incident} kind="最終報" /> : <Report key="follow" incident={incident} kind="続報" />
    case 'final-reported': return <CitySays article="18①" primary words={{ title: t('closeTitle'), lead: `${t('waitingLead')}${t('closeLead')}`, now: t('closeNow') }} mayNot="incidents.close" say={(said) => desk.incidents.close({ incidentId: incident.id, ...said })} />
    case 'closed': return <Notice look="good" title={t('closedNotice')}>{incident.closed && <>{t('cityLine', incident.closed)}　<OnDay day={incident.closed.on} /></>}</Notice>
    case 'not-an-incident': return <Notice title={t('dismissedNotice')}>{incident.dismissed && <>{t('cityLine', incident.dismissed)}　<OnDay day={incident.dismissed.on} />　{incident.dismissed.reason}</>}</Notice>
  }
}

/** What may also be done, behind quiet buttons. */
function More({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  const { id: incidentId, state, published, freezeLifted } = incident
  const open = isOpenIncident(incident)
  const complete = unknownTo(incident, '最終報').length === 0
  const fold = (key: string, label: string, inside: (close: ReactNode) => ReactNode): ReactNode => <Folded key={key} label={label}>{inside}</Folded>
  const acts = [
    open && fold('fact', t('factBegin'), (close) => <AddFact incident={incident} wanting={unknownTo(incident, state === 'found' ? '第一報' : '最終報')} close={close} />),
    open && state !== 'first-reported' && fold('note', t('noteNow'), (close) => <Note incident={incident} second close={close} />),
    state === 'first-reported' && fold('follow', t('followNow'), (close) => <Report incident={incident} kind="続報" second close={close} />),
    (state === 'responding' || state === 'followed-up') && fold('other', t(complete ? 'followNow' : 'finalNow'), (close) => <Report incident={incident} kind={complete ? '続報' : '最終報'} second close={close} />),
    state === 'final-reported' && fold('again', t('followNow'), (close) => <Report incident={incident} kind="続報" second close={close} />),
    published === null && state !== 'not-an-incident' && fold('publish', t('publishBegin'), (close) => <Publish incident={incident} close={close} />),
    open && fold('dismiss', t('dismissBegin'), (close) => (
      <CitySays article="18①" withReason words={{ title: t('dismissTitle'), lead: t('dismissLead'), now: t('dismissNow') }} mayNot="incidents.dismiss" close={close} say={(said, reason) => desk.incidents.dismiss({ incidentId, ...said, reason })} />
    )),
    open && freezeLifted === null && fold('lift', t('liftBegin'), (close) => (
      <CitySays article="18①" withReason words={{ title: t('liftTitle'), lead: t('liftLead'), now: t('liftNow') }} mayNot="incidents.liftFreeze" close={close} say={(said, reason) => desk.incidents.liftFreeze({ incidentId, ...said, reason })} />
    )),
  ]
  return <div className="carry-more">{acts}</div>
}

/** R-36: what nobody may touch meanwhile. */
function Frozen({ incident }: { incident: Incident }) {
  const { t } = useTranslation('incidents')
  if (!isOpenIncident(incident)) return null
  const { freezeLifted } = incident
  return <div className="spaced">{freezeLifted ? <Notice title={t('lifted')}>{t('liftedLead', { cityRef: freezeLifted.cityRef })}　<OnDay day={freezeLifted.on} /></Notice> : <Notice look="warning" title={t('frozen')}>{t('frozenLead')}</Notice>}</div>
}
