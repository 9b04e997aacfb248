import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import { wipeKey } from './carry-out.tsx'
import { LeftBehind } from './left-behind.tsx'
import { useSignOff } from './sign-off.tsx'

/** 保管庫の写しの消去: how many items, typed, and two who stand for it. */
export function VaultRun({ plan, target, left }: { plan: DisposalPlan; target: PlanTarget; left: Wipe | null }) {
  const { t } = useTranslation('wipesOtherwise')
  const mayNot = useWhyNot('disposals.wipeVault', plan.contractId)
  const run = useJob(wipeKey(plan, target.no))
  const [signed, signers] = useSignOff(plan, target)
  const [typed, type] = useState<number | null>(null)
  if (run && isUnderWay(run)) return null
  if (left) return <LeftBehind wipe={left} />
  const onBegin = (): void => {
    const { witness, second } = signed
    begin({
      key: wipeKey(plan, target.no), title: t('vaultJob'), cancelMeans: t('cancelMeans'), leadsTo: `/wipe/${plan.id}`,
      run: (options) => desk.disposals.wipeVault({ planId: plan.id, targetNo: target.no, witness, second }, options),
    })
    signed.forget()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onBegin() }}>
      <div className="danger">
        <p className="danger-title">{t('dangerVault')}</p>
        <p>{t('vaultLead')}</p>
        <Facts wide of={[[t('vaultWhat'), target.information], [t('countItems'), sayNumber(target.itemIds.length)]]} />
        <NumberInput label={t('typeItems')} hideControls value={typed ?? ''} onChange={(value) => type(typeof value === 'number' ? value : null)} />
        {signers}
      </div>
      <div className="spaced"><Trouble of={run?.error ?? null} /></div>
      <div className="acts"><ActButton type="submit" color="red" unless={[mayNot, typed === null ? t('typeItems') : typed !== target.itemIds.length && t('typedItemsDiffer'), ...signed.unless]}>{t('beginVault')}</ActButton></div>
    </form>
  )
}
