import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDrive } from '../../core/media/drive.ts'
import type { DriveAbilities, DriveAbility, DriveMethod } from '../../core/wipes/drive-commands.ts'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { driveMethods, whyNots } from '../../core/words/terms.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, isUnderWay, useJob } from '../jobs/jobs.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useLanguage } from '../words/language.ts'
import { wipeKey } from './carry-out.tsx'
import { ChooseDrive } from './choose-drive.tsx'
import { LeftBehind } from './left-behind.tsx'
import { useSignOff } from './sign-off.tsx'

/** 機器の消去命令: the drive is named by its serial, asked what it offers, and only then told. Nothing is preselected. */
export function CommandRun({ plan, target, left }: { plan: DisposalPlan; target: PlanTarget; left: Wipe | null }) {
  const { t } = useTranslation('wipesOtherwise')
  const run = useJob(wipeKey(plan, target.no))
  const [drive, choose] = useState<FoundDrive | null>(null)
  const ask = useCommand(desk.disposals.abilities)
  const [offered, setOffered] = useState<DriveAbilities | null>(null)
  const mayNot = useWhyNot('disposals.abilities')
  if (run && isUnderWay(run)) return null
  if (left) return <LeftBehind wipe={left} />
  return (
    <>
      <p className="soft">{t('commandLead')}</p>
      <ChooseDrive wanted={target.medium} chosen={drive?.path ?? null} onChoose={(found) => { choose(found); setOffered(null) }} />
      {drive && <div className="acts"><ActButton variant="default" loading={ask.busy} unless={[mayNot]} onClick={() => ask.run({ drivePath: drive.path }, setOffered)}>{t('ask')}</ActButton></div>}
      <div className="spaced"><Trouble of={ask.error ?? run?.error ?? null} /></div>
      {drive && offered && (offered.abilities.length === 0 ? <Notice look="warning" title={t('noCommands')} /> : <Decide key={drive.path} plan={plan} target={target} drive={drive} offered={offered} />)}
    </>
  )
}

function Decide({ plan, target, drive, offered }: { plan: DisposalPlan; target: PlanTarget; drive: FoundDrive; offered: DriveAbilities }) {
  const { t } = useTranslation('wipesOtherwise')
  const { t: of } = useTranslation('wipes')
  const language = useLanguage() === 'ja' ? 0 : 1
  const mayNot = useWhyNot('disposals.command', plan.contractId)
  const medium = useQuery(questions.media).data?.find(({ no }) => no === target.medium)
  const [signed, signers] = useSignOff(plan, target)
  const [method, pick] = useState<DriveMethod | null>(null)
  const onGive = (): void => {
    if (method === null) return
    const { witness, second } = signed
    begin({
      key: wipeKey(plan, target.no), title: t('commandJob', { no: target.medium ?? target.mediaName }), cancelMeans: t('commandCancel'), leadsTo: `/wipe/${plan.id}`,
      run: ({ signal, onProgress }) => desk.disposals.command({ planId: plan.id, targetNo: target.no, drivePath: drive.path, typedSerial: null, method, witness, second }, {
        signal, onProgress: ({ fraction }) => onProgress({ done: Math.floor((fraction ?? 0) * 100), total: 100 }),
      }),
    })
    signed.forget()
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onGive() }}>
      <div className="danger">
        <p className="danger-title">{of('dangerTitle')}</p>
        <Facts wide of={[[of('serial'), <span key="serial" className="danger-serial">{drive.serial}</span>], [of('medium'), `${medium?.no ?? ''}　${drive.maker}　${drive.model}`], [t('hidden'), `HPA ${t(`hiddenStates.${offered.hidden.hpa}`)}　DCO ${t(`hiddenStates.${offered.hidden.dco}`)}`]]} />
        <Radio.Group className="spaced" label={t('command')} value={method} onChange={(value) => pick(value as DriveMethod)}>
          {offered.abilities.map((ability) => <Radio key={ability.method} value={ability.method} disabled={ability.whyNot !== null} label={`${driveMethods[ability.method][language]}　${ability.category}`} description={saidOf(ability, language, t)} />)}
        </Radio.Group>
        <p>{of('askedLast')}</p>
        {signers}
      </div>
      <div className="acts">
        <ActButton type="submit" color="red" unless={[
          mayNot, method === null && t('chooseCommand'), ...signed.unless,
        ]}>{t('give')}</ActButton>
      </div>
    </form>
  )
}

function saidOf({ whyNot, seconds, reliesOnEncryption }: DriveAbility, language: 0 | 1, t: ReturnType<typeof useTranslation<'wipesOtherwise'>>['t']): string {
  if (whyNot !== null) return whyNots[whyNot][language]
  return [seconds === null ? '' : t('estimate', { minutes: Math.max(1, Math.ceil(seconds / 60)) }), reliesOnEncryption ? t('reliesOnEncryption') : ''].filter(Boolean).join('　')
}
