import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { Facts } from '../parts/facts.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** 立会い (Art. 15③): whether the city wants to be there, and who comes. */
export function Witness({ plan, onNext }: { plan: DisposalPlan; onNext: () => void }) {
  const { t } = useTranslation('wipes')
  const [organisation, setOrganisation] = useState('')
  const [name, setName] = useState('')
  const request = useCommand(desk.disposals.requestWitness)
  return (
    <>
      <p className="notice-line soft"><span>{t('witnessLead')}</span><ArticleChip article="15③" /></p>
      {plan.witnessRequested ? <Facts of={[[t('witnessOrganisation'), plan.witnessRequested.organisation], [t('witnessName'), plan.witnessRequested.name]]} /> : (
        <>
          <p>{t('noWitness')}</p>
          <div className="fields spaced">
            <TextInput label={t('witnessOrganisation')} value={organisation} onChange={(event) => setOrganisation(event.currentTarget.value)} />
            <TextInput label={t('witnessName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          </div>
          <div className="spaced"><Trouble of={request.error} /></div>
          <div className="acts"><ActButton variant="default" loading={request.busy} unless={[organisation.trim() === '' && t('need', { field: t('witnessOrganisation') }), name.trim() === '' && t('need', { field: t('witnessName') })]} onClick={() => request.run({ planId: plan.id, organisation, name })}>{t('requestWitness')}</ActButton></div>
        </>
      )}
      <div className="acts"><Button onClick={onNext}>{t('toDo')}</Button></div>
    </>
  )
}
