import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Readiness, StartStep } from '../../core/workplace/start.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import '../devices/devices.css'
import { useWhyNot } from '../frame/in-hand.tsx'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { WorkHere } from '../places/work-here.tsx'
import { useLanguage } from '../words/language.ts'
import { sayWithoutArticle } from '../words/say-objection.ts'
import { DemarcationForm } from './demarcation.tsx'
import { EmergencyPlanForm } from './emergency-plan.tsx'

/** 着手前の確認: what is in order, what is open and where to see to it, and the start of work (R-25). */
export function StartChecklist() {
  const id = useId()
  return <Asked of={useQuery(questions.contracts)}>{(list) => list.filter((contract) => contract.id === id).map((contract) => <OfContract key={contract.id} contract={contract} />)}</Asked>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('workplace')
  const question = useQuery(questions.readiness(contract.id))
  const start = useCommand(desk.workplace.start)
  const mayNot = useWhyNot('workplace.start')
  const open = (question.data?.lines ?? []).filter(({ objections }) => objections.length > 0)
  const begin = contract.startedAt === null && (
    <ActButton loading={start.busy} unless={[mayNot, !question.data && t('lead'), ...open.map(({ step }) => t('notYet', { step: t(`step.${step}`) }))]} onClick={() => start.run({ contractId: contract.id })}>{t('begin')}</ActButton>
  )
  return (
    <Page title={t('title')} lead={`${contract.title}　${t('lead')}`} back={{ to: `/contracts/${contract.id}`, label: t('toContract') }} action={begin}>
      {contract.startedAt !== null && <Notice look="good" title={t('begun')}><When at={contract.startedAt} /></Notice>}
      <Trouble of={start.error} />
      <WorkHere contractId={contract.id} unsaidOnly />
      <Asked of={question}>{(readiness) => <Lines contract={contract} readiness={readiness} />}</Asked>
    </Page>
  )
}

type Filled = 'emergency-plan' | 'demarcation'

function Lines({ contract, readiness }: { contract: ContractOfWork; readiness: Readiness }) {
  const { t } = useTranslation('workplace')
  const language = useLanguage()
  const go = useNavigate()
  const [filling, setFilling] = useState<Filled | null>(null)
  const seeTo = (step: StartStep): void => {
    if (step === 'emergency-plan' || step === 'demarcation') setFilling(step)
    else void go(step === 'supervisor' ? { to: '/contracts/$id', params: { id: contract.id } } : { to: ({ people: '/people', places: '/places', devices: '/devices', filings: '/requests' } as const)[step] })
  }
  return (
    <>
      <ul className="checklist spaced">
        {readiness.lines.map(({ step, objections }) => (
          <li key={step}>
            <Status look={objections.length > 0 ? 'warn' : 'good'}>{t(objections.length > 0 ? 'open' : 'done')}</Status>
            <div>
              <h3>{t(`step.${step}`)}</h3>
              {objections.length === 0 ? <p className="soft">{t(`done_.${step}`)}</p>
                : <ul>{objections.map((objection, i) => <li key={`${objection.code} ${i}`}><span>{sayWithoutArticle(objection, language)}</span> {objection.article && <ArticleChip article={objection.article} />}</li>)}</ul>}
            </div>
            {(objections.length > 0 || step === 'emergency-plan' || step === 'demarcation') && <ActButton variant="default" aria-label={`${t(`step.${step}`)}：${t('goThere')}`} onClick={() => seeTo(step)}>{t('goThere')}</ActButton>}
          </li>
        ))}
      </ul>
      <Drawer title={t('planTitle')} opened={filling === 'emergency-plan'} onClose={() => setFilling(null)}><EmergencyPlanForm contract={contract} onDone={() => setFilling(null)} /></Drawer>
      <Drawer title={t('boundTitle')} opened={filling === 'demarcation'} onClose={() => setFilling(null)}><DemarcationForm contract={contract} onDone={() => setFilling(null)} /></Drawer>
    </>
  )
}
