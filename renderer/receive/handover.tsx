import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Handover as One } from '../../core/handovers/handover.ts'
import { questions } from '../asking/questions.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { useId } from '../frame/use-id.ts'
import { Asked } from '../parts/asked.tsx'
import { When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { useTakeUp } from '../frame/take-up.ts'
import { Check } from './check.tsx'
import { Designation } from './designation.tsx'
import { Receipt } from './receipt.tsx'
import { ReceiveSteps, type ReceiveStep } from './receive-steps.tsx'
import { useTerm } from '../words/terms.ts'
import { Take } from './take.tsx'
import './receive.css'

const reachedBy: Record<One['state'], ReceiveStep> = { designated: 'take', differs: 'check', checked: 'check', receipted: 'receipt' }

/** One hand-over, at the step it has reached; what is done may be looked at again. */
export function HandoverPage(): ReactNode {
  const { t } = useTranslation('receive')
  const id = useId()
  useTakeUp('handovers', id)
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} id={id} />}</WithContract>
}

function OfContract({ contract, id }: { contract: ContractOfWork; id: string }) {
  const question = useQuery(questions.handovers(contract.id))
  return (
    <Asked of={question}>
      {(list) => list.filter((one) => (one.id as string) === id).map((one) => <AtStep key={`${one.id} ${one.state}`} contract={contract} handover={one} />)}
    </Asked>
  )
}

/** How it was, or how it is to be. */
function Summary({ handover }: { handover: One }) {
  const term = useTerm()
  const { means, at, place } = handover.actual ?? handover.designated
  return <>{term(means)}　<When at={at} />　{place}</>
}

function AtStep({ contract, handover }: { contract: ContractOfWork; handover: One }) {
  const { t } = useTranslation('receive')
  const reached = reachedBy[handover.state]
  const [now, go] = useState<ReceiveStep>(reached)
  // Until the city's word on a difference is recorded, the right files may still come instead (R-06).
  const mayTake = handover.state === 'designated' || (handover.state === 'differs' && handover.differenceNote === null)
  const mayIssue = handover.state === 'checked' || handover.state === 'receipted' || (handover.state === 'differs' && handover.differenceNote !== null)
  return (
    <Page title={handover.purpose} lead={<Summary handover={handover} />} back={{ to: '/receive', label: t('toList') }}>
      <ReceiveSteps now={now} reached={mayIssue ? 'receipt' : reached} onGo={(step) => go(step === 'take' && !mayTake ? 'check' : step)} />
      {now === 'designate' && <Designation handover={handover} />}
      {now === 'take' && <Take contract={contract} handover={handover} />}
      {now === 'check' && <Check handover={handover} onNext={() => go('receipt')} />}
      {now === 'receipt' && <Receipt contract={contract} handover={handover} />}
    </Page>
  )
}
