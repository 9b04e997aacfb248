import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { questions } from '../asking/questions.ts'
import { useTakeUp } from '../frame/take-up.ts'
import { useId } from '../frame/use-id.ts'
import { WithContract } from '../frame/with-contract.tsx'
import { Asked } from '../parts/asked.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { CarryOut } from './carry-out.tsx'
import { Certify } from './certify.tsx'
import { Notice } from './notice.tsx'
import { PlanFacts } from './plan-facts.tsx'
import { Verify } from './verify.tsx'
import { WipeSteps, type WipeStep } from './wipe-steps.tsx'
import { Witness } from './witness.tsx'
import './wipes.css'

/** One plan, at the step that it has reached; what is done may be looked at again. */
export function PlanPage(): ReactNode {
  const { t } = useTranslation('wipes')
  const id = useId()
  useTakeUp('plans', id)
  return <WithContract title={t('title')}>{(contract) => <OfContract contract={contract} id={id} />}</WithContract>
}

function OfContract({ contract, id }: { contract: ContractOfWork; id: string }) {
  const plans = useQuery(questions.plans(contract.id))
  const wipes = useQuery(questions.wipes(contract.id))
  const asked = { data: plans.data && wipes.data && { plans: plans.data, wipes: wipes.data }, error: plans.error ?? wipes.error }
  return (
    <Asked of={asked}>
      {({ plans: all, wipes: done }) => all.filter((one) => (one.id as string) === id).map((plan) => {
        const own = done.filter(({ planId }) => planId === plan.id)
        return <AtStep key={`${plan.id} ${doneWith(reachedBy(plan, own))}`} contract={contract} plan={plan} wipes={own} />
      })}
    </Asked>
  )
}

function AtStep({ contract, plan, wipes }: { contract: ContractOfWork; plan: DisposalPlan; wipes: readonly Wipe[] }) {
  const { t } = useTranslation('wipes')
  const reached = reachedBy(plan, wipes)
  const [now, go] = useState<WipeStep>(reached)
  return (
    <Page title={plan.no} lead={<>{t(`states.${plan.state}`)}　{t('plannedOn')} <OnDay day={plan.plannedOn} />　{plan.place}</>} back={{ to: '/wipe', label: t('toList') }}>
      <WipeSteps now={now} reached={reached} {...(plan.state === 'withdrawn' ? {} : { onGo: go })} />
      {now === 'plan' && <PlanFacts plan={plan} />}
      {now === 'notice' && <Notice contract={contract} plan={plan} onNext={() => go(plan.witnessRequested || plan.submittedAt === null ? 'witness' : 'do')} />}
      {now === 'witness' && <Witness plan={plan} onNext={() => go('do')} />}
      {now === 'do' && <CarryOut plan={plan} wipes={wipes} onNext={() => go('verify')} />}
      {now === 'verify' && <Verify plan={plan} wipes={wipes} />}
      {now === 'certify' && <Certify contract={contract} wipes={wipes} />}
    </Page>
  )
}

/** Handing the notice in does not turn the page: its document, the city's confirmation and the way on stand there. */
const doneWith = (step: WipeStep): WipeStep => (step === 'notice' ? 'do' : step)

function reachedBy(plan: DisposalPlan, wipes: readonly Wipe[]): WipeStep {
  if (plan.state === 'withdrawn') return 'plan'
  if (wipes.some(({ state }) => state === 'to be verified')) return 'verify'
  if (plan.targets.some(({ state }) => state === 'planned' || state === 'failed' || state === 'under way')) return plan.noticeRequested && plan.submittedAt === null ? 'notice' : 'do'
  return 'certify'
}
