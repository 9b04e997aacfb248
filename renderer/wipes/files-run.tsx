import { Checkbox, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import type { FilesSeen, Wipe } from '../../core/wipes/wipe.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash } from '../parts/figures.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import { wipeKey } from './carry-out.tsx'
import { LeftBehind } from './left-behind.tsx'
import { useSignOff } from './sign-off.tsx'

type Seen = Extract<FilesSeen, { outcome: 'seen' }>
/** More than one reads through before an act stands in the ledger. */
const FINDINGS_SHOWN = 30

/** ファイル単位の消去: the list is looked at, its number of files typed, and only that list is wiped. */
export function FilesRun({ plan, target, left }: { plan: DisposalPlan; target: PlanTarget; left: Wipe | null }) {
  const { t } = useTranslation('wipesOtherwise')
  const key = `look ${wipeKey(plan, target.no)}`
  const job = useJob<FilesSeen>(key)
  const run = useJob(wipeKey(plan, target.no))
  const mayNot = useWhyNot('disposals.lookAtFiles')
  if (run && isUnderWay(run)) return null
  if (left) return <LeftBehind wipe={left} />
  const seen = job?.result?.outcome === 'seen' ? job.result : null
  const onList = (): void => begin({
    key, title: t('listJob', { no: target.mediaName }), cancelMeans: t('listCancel'), leadsTo: `/wipe/${plan.id}`,
    run: (options) => desk.disposals.lookAtFiles({ planId: plan.id, targetNo: target.no }, options),
  })
  return (
    <>
      <p className="soft">{t('filesLead')}</p>
      <div className="spaced"><Facts wide of={[[t('paths'), <ul key="paths">{target.paths.map((path) => <li key={path} className="code">{path}</li>)}</ul>]]} /></div>
      {job && isUnderWay(job) ? <Progress job={job} /> : <div className="acts"><ActButton variant={seen ? 'default' : 'filled'} unless={[mayNot]} onClick={onList}>{t(seen ? 'makeAgain' : 'makeList')}</ActButton></div>}
      <div className="spaced"><Trouble of={job?.error ?? run?.error ?? null} /></div>
      {seen && <Decide key={seen.sha256} plan={plan} target={target} seen={seen} onBegun={() => dismiss(key)} />}
    </>
  )
}

function Decide({ plan, target, seen, onBegun }: { plan: DisposalPlan; target: PlanTarget; seen: Seen; onBegun: () => void }) {
  const { t } = useTranslation('wipesOtherwise')
  const mayNot = useWhyNot('disposals.wipeFiles', plan.contractId)
  const [signed, signers] = useSignOff(plan, target)
  const [typed, type] = useState<number | null>(null)
  const [choices, choose] = useState({ hardLinks: false, readOnly: false, freeSpace: false })
  const choice = (name: keyof typeof choices) => <Checkbox label={t(name)} checked={choices[name]} onChange={(event) => choose({ ...choices, [name]: event.currentTarget.checked })} />
  const onBegin = (): void => {
    const { witness, second } = signed
    begin({
      key: wipeKey(plan, target.no), title: t('job', { no: target.mediaName }), cancelMeans: t('cancelMeans'), leadsTo: `/wipe/${plan.id}`,
      run: (options) => desk.disposals.wipeFiles({
        planId: plan.id, targetNo: target.no, listSha256: seen.sha256, pattern: 'tile', readBack: true, hardLinks: choices.hardLinks ? 'wipe' : 'leave', readOnly: choices.readOnly ? 'make-writable' : 'leave', freeSpace: choices.freeSpace, witness, second,
      }, options),
    })
    signed.forget()
    onBegun()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onBegin() }}>
      <div className="danger">
        <p className="danger-title">{t('dangerFiles')}</p>
        <Facts wide of={[
          [t('countFiles'), sayNumber(seen.files)], [t('countNames'), sayNumber(seen.names)], [t('size'), <Bytes key="size" of={seen.bytes} />], [t('listHash'), <Hash key="hash" of={seen.sha256} />],
          seen.limits.length > 0 && [t('limits'), <ul key="limits">{seen.limits.map((limit) => <li key={limit}>{t(`limitWords.${limit}`)}</li>)}</ul>],
          seen.findings.length > 0 && [t('findings'), (
            <ul key="findings">
              {seen.findings.slice(0, FINDINGS_SHOWN).map(({ path, finding }) => <li key={`${path} ${finding}`}><span className="code">{path}</span>　{t(`findingWords.${finding}`)}</li>)}
              {seen.findings.length + seen.findingsMore > FINDINGS_SHOWN && <li className="soft">{t('findingsMore', { count: seen.findings.length + seen.findingsMore - FINDINGS_SHOWN })}</li>}
            </ul>
          )],
        ]} />
        {choice('hardLinks')}{choice('readOnly')}{choice('freeSpace')}
        <NumberInput className="spaced" label={t('typeCount')} hideControls value={typed ?? ''} onChange={(value) => type(typeof value === 'number' ? value : null)} />
        {signers}
      </div>
      <div className="acts"><ActButton type="submit" color="red" unless={[mayNot, typed === null ? t('typeCount') : typed !== seen.files && t('typedCountDiffers'), ...signed.unless]}>{t('begin')}</ActButton></div>
    </form>
  )
}
