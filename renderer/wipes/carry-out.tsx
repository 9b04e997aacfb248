import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import type { FilesWiped, Wipe, Wiped } from '../../core/wipes/wipe.ts'
import { frozenOf } from '../frame/frozen.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ArticleChip } from '../parts/article-chip.tsx'
import { FrozenNotice } from '../parts/frozen-notice.tsx'
import { Notice } from '../parts/notice.tsx'
import { CommandRun } from './command-run.tsx'
import { Destroy } from './destroy.tsx'
import { ExternalRun } from './external-run.tsx'
import { FilesRun } from './files-run.tsx'
import { VaultRun } from './vault-run.tsx'
import { Overwrite } from './overwrite.tsx'

/** 実施 (Art. 15): one line of the plan after the other; several media at once, each with its own progress. */
export function CarryOut({ plan, wipes, onNext }: { plan: DisposalPlan; wipes: readonly Wipe[]; onNext: () => void }) {
  const { t } = useTranslation('wipes')
  const waiting = plan.targets.filter(({ no, state }) => state === 'planned' || state === 'failed' || wipes.some((wipe) => wipe.targetNo === no && wipe.state === 'under way'))
  const [chosen, choose] = useState<number | null>(waiting.length === 1 ? (waiting[0]?.no ?? null) : null)
  const target = waiting.find(({ no }) => no === chosen)
  const left = target && wipes.find((wipe) => wipe.targetNo === target.no && wipe.state === 'under way')
  const frozen = frozenOf(useWhyNot('disposals.wipe', plan.contractId))
  return (
    <>
      <FrozenNotice of={frozen} />
      {(target?.method === 'command' || target?.method.startsWith('overwrite')) && <p className="notice-line soft"><span>{t('doLead')}</span><ArticleChip article="15⑤" /></p>}
      {plan.targets.map(({ no }) => <Line key={no} plan={plan} no={no} onNext={onNext} />)}
      {waiting.length === 0 && <Notice title={t('nothingToDo')} />}
      {waiting.length > 1 && (
        <Select label={t('doLine')} value={chosen === null ? null : String(chosen)} onChange={(value) => choose(value === null ? null : Number(value))} data={waiting.map(({ no, mediaName, information }) => ({ value: String(no), label: `${t('line', { no })}　${mediaName}　${information}` }))} />
      )}
      {(target?.method === 'command' || target?.method.startsWith('overwrite')) && target.method.startsWith('overwrite') && <Overwrite key={target.no} plan={plan} target={target} left={left ?? null} />}
      {target?.method === 'physical' && <Destroy key={target.no} plan={plan} target={target} />}
      {target?.method === 'files' && <FilesRun key={target.no} plan={plan} target={target} left={left ?? null} />}
      {target?.method === 'vault' && <VaultRun key={target.no} plan={plan} target={target} left={left ?? null} />}
      {target?.method === 'command' && <CommandRun key={target.no} plan={plan} target={target} left={left ?? null} />}
      {target?.method === 'external' && <ExternalRun key={target.no} plan={plan} target={target} />}
    </>
  )
}

export const wipeKey = (plan: DisposalPlan, no: number): string => `wipe ${plan.id} ${no}`

/** A line that is under way, or has just ended. */
function Line({ plan, no, onNext }: { plan: DisposalPlan; no: number; onNext: () => void }) {
  const { t } = useTranslation('wipes')
  const job = useJob<Wiped | FilesWiped>(wipeKey(plan, no))
  if (!job) return null
  if (isUnderWay(job)) return <div className="spaced"><Progress job={job} /></div>
  if (!job.result) return null
  const { outcome, wipe } = job.result
  if (outcome === 'not confirmed') return <Notice title={t('notConfirmed')} />
  if (outcome === 'abandoned' || !wipe) return <Notice look="warning" title={t('abandoned')} />
  return (
    <Notice look={wipe.result === '合格' ? 'good' : 'warning'} title={t('ended')}>
      <p>{t('endedLead', { result: t(`results.${wipe.result ?? '中止'}`) })}</p>
      <div className="acts"><Button onClick={onNext}>{t('stepVerify')}</Button></div>
    </Notice>
  )
}
