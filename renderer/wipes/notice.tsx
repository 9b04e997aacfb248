import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Day } from '../../core/time.ts'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { IssuedCard } from '../documents/issued-card.tsx'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 届出 (Art. 15②): the notice F-28, that it was handed in, and that the city has seen it. */
export function Notice({ contract, plan, onNext }: { contract: ContractOfWork; plan: DisposalPlan; onNext: () => void }) {
  const { t } = useTranslation('wipes')
  const issued = useQuery(questions.receipts(contract.id)).data?.find(({ form, subjectId }) => form === 'F-28' && subjectId === (plan.id as string))
  const issue = useCommand(desk.disposals.issueNotice)
  const submit = useCommand(desk.disposals.submitNotice)
  const mayNotIssue = useWhyNot('disposals.issueNotice')
  return (
    <>
      <p className="notice-line soft"><span>{t('noticeLead')}</span><ArticleChip article="15②" /></p>
      <Facts of={[
        [t('notice'), t(plan.submittedAt !== null ? 'noticeIn' : plan.noticeRequested ? 'noticeWanted' : 'noticeNone')],
        plan.noticeRequested && [t('noticeBy'), plan.noticeRequested.by], plan.noticeRequested?.dueOn ? [t('noticeDue'), <OnDay key="due" day={plan.noticeRequested.dueOn} />] : null,
        plan.submittedAt !== null && [t('submittedAt'), <When key="in" at={plan.submittedAt} />], plan.confirmed && [t('confirmed'), plan.confirmed.cityRef],
      ]} />
      {!plan.noticeRequested && plan.submittedAt === null && <Request plan={plan} />}
      {issued ? <IssuedCard document={issued} fresh={plan.submittedAt === null} /> : (
        <>
          <div className="spaced"><Trouble of={issue.error} /></div>
          <div className="acts"><ActButton loading={issue.busy} unless={[mayNotIssue]} onClick={() => issue.run({ planId: plan.id })}>{t('issueNotice')}</ActButton></div>
        </>
      )}
      {issued && plan.submittedAt === null && (
        <Block title={t('submitNotice')} lead={t('submitNoticeLead')}>
          <Trouble of={submit.error} />
          <div className="acts"><ActButton loading={submit.busy} onClick={() => submit.run({ planId: plan.id })}>{t('submitNotice')}</ActButton></div>
        </Block>
      )}
      {plan.state === 'submitted' && <Confirm plan={plan} />}
      <div className="acts"><Button variant={plan.submittedAt !== null || !plan.noticeRequested ? 'filled' : 'default'} onClick={onNext}>{t(plan.witnessRequested || plan.submittedAt === null ? 'stepWitness' : 'stepDo')}</Button></div>
    </>
  )
}

function Request({ plan }: { plan: DisposalPlan }) {
  const { t } = useTranslation('wipes')
  const [by, setBy] = useState('')
  const [dueOn, setDue] = useState<Day | null>(null)
  const request = useCommand(desk.disposals.requestNotice)
  return (
    <Block title={t('requestNotice')}>
      <div className="fields">
        <TextInput label={t('noticeBy')} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <DayField label={t('noticeDue')} clearable value={dueOn} onChange={setDue} />
      </div>
      <div className="spaced"><Trouble of={request.error} /></div>
      <div className="acts"><ActButton variant="default" loading={request.busy} unless={[by.trim() === '' && t('need', { field: t('noticeBy') })]} onClick={() => request.run({ planId: plan.id, by, at: thisMinute(), dueOn })}>{t('requestNotice')}</ActButton></div>
    </Block>
  )
}

function Confirm({ plan }: { plan: DisposalPlan }) {
  const { t } = useTranslation('wipes')
  const [cityRef, say] = useState('')
  const confirm = useCommand(desk.disposals.confirmNotice)
  return (
    <Block title={t('confirmNotice')} lead={t('confirmLead')}>
      <div className="fields"><TextInput label={t('cityRef')} value={cityRef} onChange={(event) => say(event.currentTarget.value)} /></div>
      <div className="spaced"><Trouble of={confirm.error} /></div>
      <div className="acts"><ActButton variant="default" loading={confirm.busy} unless={[cityRef.trim() === '' && t('need', { field: t('cityRef') })]} onClick={() => confirm.run({ planId: plan.id, cityRef })}>{t('confirmNotice')}</ActButton></div>
    </Block>
  )
}
