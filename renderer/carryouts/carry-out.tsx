import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { questions } from '../asking/questions.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { Approve } from './approve.tsx'
import { CarryFacts } from './carry-facts.tsx'
import { CarrySteps, stepAt } from './carry-steps.tsx'
import { DueClock, useNow } from './clock.tsx'
import { ComeBack } from './come-back.tsx'
import { Erase } from './erase.tsx'
import { GoOut } from './go-out.tsx'
import { Lost } from './lost.tsx'
import { Permit } from './permit.tsx'
import { Remind } from './remind.tsx'
import { SayNo } from './say-no.tsx'
import './carryouts.css'

/** One carry-out at the step it has reached: the one thing to do, and below it what else may happen. */
export function CarryOutPage(): ReactNode {
  const { t } = useTranslation('carryouts')
  const id = useId()
  useTakeUp('carryOuts', id)
  return <WithContract title={t('title')}>{(contract) => <Found key={id} contract={contract} id={id} />}</WithContract>
}

function Found({ contract, id }: { contract: ContractOfWork; id: string }) {
  const one = useQuery(questions.carryOuts(contract.id)).data?.find((carryOut) => carryOut.id === id)
  return one ? <One carryOut={one} /> : null
}

function One({ carryOut }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const { state, no, content } = carryOut
  return (
    <Page title={`${no}　${content}`} lead={`${carryOut.destination}　${carryOut.purpose}`} back={{ to: '/carry-outs', label: t('toList') }}>
      <CarrySteps now={stepAt(carryOut)} />
      {state === 'out' && <Late carryOut={carryOut} />}
      <Now carryOut={carryOut} />
      <Block title={t('facts')}><CarryFacts carryOut={carryOut} /></Block>
      <History of={[carryOut.id]} />
    </Page>
  )
}

function Now({ carryOut }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const incident = useIncident(carryOut)
  const more = (...acts: ReactNode[]) => <section className="carry-more" aria-label={t('more')}>{acts}</section>
  const withdraw = <SayNo key="withdraw" way="withdraw" carryOut={carryOut} />
  switch (carryOut.state) {
    case 'applied': return <><Approve carryOut={carryOut} />{more(<SayNo key="reject" way="reject" carryOut={carryOut} />, withdraw)}</>
    case 'approved': return <><Permit carryOut={carryOut} />{more(<SayNo key="city" way="city" carryOut={carryOut} />, withdraw)}</>
    case 'permitted': return <><GoOut carryOut={carryOut} />{more(<SayNo key="city" way="city" carryOut={carryOut} />, withdraw)}</>
    case 'out': return <><ComeBack carryOut={carryOut} />{more(<Remind key="remind" carryOut={carryOut} />, carryOut.eraseAfterUse && !carryOut.erasure && <Erase key="erase" carryOut={carryOut} folded />, <Lost key="lost" carryOut={carryOut} />)}</>
    case 'back': return <Erase carryOut={carryOut} />
    case 'completed': return <Notice look="good" title={t('completed')}>{t('completedLead')}</Notice>
    case 'lost': return <Notice look="refused" title={t('wasLost')}>{t('wasLostLead', { no: incident ?? '' })}</Notice>
    case 'rejected': return <Notice title={t('wasRejected')}>{carryOut.rejection?.reason}</Notice>
    case 'withdrawn': return <Notice title={t('wasWithdrawn')}>{carryOut.withdrawal?.reason}</Notice>
  }
}

/** The running clock; red, with what to do, once it is late. */
function Late({ carryOut }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const incident = useIncident(carryOut)
  const now = useNow()
  const late = carryOut.overdueSince !== null || now > carryOut.dueAt
  const clock = <DueClock dueAt={carryOut.dueAt} isLate={late} />
  if (!late) return <p className="lifted">{clock}</p>
  return <div className="carry-late"><Notice look="refused" title={clock}>{incident === null ? t('overdueNotice') : t('incidentNotice', { no: incident })}</Notice></div>
}

function useIncident({ contractId, id }: CarryOut): string | null {
  return useQuery(questions.incidents(contractId)).data?.find(({ subjectId }) => subjectId === id)?.no ?? null
}
