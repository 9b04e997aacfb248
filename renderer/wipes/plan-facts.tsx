import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import { useCommand } from '../asking/command.ts'
import { Corrections } from '../corrections/corrections.tsx'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Block } from '../parts/page.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

const looks: Record<PlanTarget['state'], StatusLook> = { planned: 'calm', 'under way': 'busy', 'to be verified': 'warn', done: 'good', failed: 'bad' }

/** What was decided, line by line. */
export function PlanFacts({ plan }: { plan: DisposalPlan }) {
  const { t } = useTranslation('wipes')
  const term = useTerm()
  const name = usePersonName()
  return (
    <>
      <Facts wide of={[
        [t('when'), <OnDay key="on" day={plan.plannedOn} />], [t('where'), plan.place], [t('operator'), name(plan.operator)], [t('verifier'), name(plan.verifier)], [t('outsourcer'), plan.outsourcer], [t('remarks'), plan.remarks],
        [t('notice'), t(plan.submittedAt !== null ? 'noticeIn' : plan.noticeRequested ? 'noticeWanted' : 'noticeNone')],
        [t('witness'), plan.witnessRequested ? `${plan.witnessRequested.organisation}　${plan.witnessRequested.name}` : t('noWitness')],
      ]} />
      {plan.targets.map((target) => (
        <Block key={target.no} title={t('line', { no: target.no })} action={<Status look={looks[target.state]}>{t(`lineStates.${target.state}`)}</Status>}>
          <Facts wide of={[
            [t('information'), target.information], [t('mediaName'), target.mediaName], target.paths.length > 0 && [t('files'), <ul key="paths">{target.paths.map((path) => <li key={path} className="code">{path}</li>)}</ul>], [t('quantity'), `${sayNumber(target.quantity)} ${target.unit}`], [t('method'), t(`methods.${target.method}`)],
            [t('end'), t(`ends.${target.end}`)], [t('importanceClass'), term(target.importanceClass)], target.myNumber && [t('myNumber'), '●'], target.consentRef !== '' && [t('consentRef'), target.consentRef],
          ]} />
        </Block>
      ))}
      {plan.state !== 'done' && plan.state !== 'withdrawn' && plan.targets.every(({ state }) => state === 'planned') && <Withdraw plan={plan} />}
      <p className="soft small spaced"><When at={plan.decidedAt} />　{name(plan.decidedBy)}</p>
      <Corrections kind="plan" id={plan.id} />
      <History of={[plan.id]} />
    </>
  )
}

function Withdraw({ plan }: { plan: DisposalPlan }) {
  const { t } = useTranslation('wipes')
  const [reason, say] = useState('')
  const withdraw = useCommand(desk.disposals.withdraw)
  return (
    <Block title={t('withdraw')} lead={t('withdrawLead')}>
      <div className="fields"><TextInput className="wide" label={t('reason')} value={reason} onChange={(event) => say(event.currentTarget.value)} /></div>
      <div className="spaced"><Trouble of={withdraw.error} /></div>
      <div className="acts"><ActButton variant="default" loading={withdraw.busy} unless={[useWhyNot('disposals.withdraw', plan.contractId), reason.trim() === '' && t('need', { field: t('reason') })]} onClick={() => withdraw.run({ planId: plan.id, reason })}>{t('withdraw')}</ActButton></div>
    </Block>
  )
}
