import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import { nobody, SecondPerson, type Signer } from '../parts/second-person.tsx'

interface SignedOff { witness: { organisation: string; name: string } | null; second: Signer | null; unless: readonly (string | false)[]; forget: () => void }

/** Who attends and who signs beside the operator, whatever the method; and the fields to name them. */
export function useSignOff(plan: DisposalPlan, target: PlanTarget): [SignedOff, React.ReactNode] {
  const { t } = useTranslation('wipes')
  const [witness, setWitness] = useState(plan.witnessRequested ?? { organisation: '', name: '' })
  const [second, setSecond] = useState(nobody)
  const needsSecond = target.importanceClass !== 'その他'
  const unless = [needsSecond && (second.loginId === '' || second.password === '') && t('need', { field: t('secondTitle') }), plan.witnessRequested !== null && witness.name.trim() === '' && t('need', { field: t('witnessName') })]
  return [
    { witness: plan.witnessRequested ? witness : null, second: needsSecond ? second : null, unless, forget: () => setSecond(nobody) },
    <>
      {plan.witnessRequested && (
        <div className="fields">
          <TextInput label={t('witnessOrganisation')} value={witness.organisation} onChange={(event) => setWitness({ ...witness, organisation: event.currentTarget.value })} />
          <TextInput label={t('witnessName')} value={witness.name} onChange={(event) => setWitness({ ...witness, name: event.currentTarget.value })} />
        </div>
      )}
      {needsSecond && <SecondPerson title={t('secondTitle')} value={second} onChange={setSecond} />}
    </>,
  ]
}
