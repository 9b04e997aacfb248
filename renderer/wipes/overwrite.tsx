import { Radio, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundDrive } from '../../core/media/drive.ts'
import type { ReadBack } from '../../core/wipes/overwrite.ts'
import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin, dismiss, useJob } from '../jobs/jobs.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { wipeKey } from './carry-out.tsx'
import { ChooseDrive } from './choose-drive.tsx'

/** Danger: the thing named by serial, size and label, the serial typed, a second person where the class asks for one, nothing preselected. */
export function Overwrite({ plan, target, left }: { plan: DisposalPlan; target: PlanTarget; left: Wipe | null }) {
  const { t } = useTranslation('wipes')
  const key = wipeKey(plan, target.no)
  const job = useJob(key)
  const mayNot = useWhyNot('disposals.wipe', plan.contractId)
  const medium = useQuery(questions.media).data?.find(({ no }) => no === target.medium)
  const [drive, choose] = useState<FoundDrive | null>(null)
  const [readBack, setReadBack] = useState<ReadBack>('full')
  const [witness, setWitness] = useState(plan.witnessRequested ?? { organisation: '', name: '' })
  const [second, setSecond] = useState(nobody)
  const needsSecond = target.importanceClass !== 'その他'
  if (job?.state === 'running' || job?.state === 'cancelling') return null
  const onBegin = (): void => {
    if (!drive) return
    begin({
      key, title: t('jobTitle', { no: target.medium ?? target.mediaName }), cancelMeans: t('jobCancel'), leadsTo: `/wipe/${plan.id}`,
      run: (options) => desk.disposals.wipe({
        planId: plan.id, targetNo: target.no, drivePath: drive.path, typedSerial: null, readBack, witness: plan.witnessRequested ? witness : null, second: needsSecond ? second : null, resume: left?.id ?? null,
      }, options),
    })
    setSecond(nobody)
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onBegin() }}>
      {left && <Notice title={t('resume')}><p>{t('resumeLead', { done: '' })}<Bytes of={left.checkpoint?.offset ?? 0} /></p></Notice>}
      <ChooseDrive wanted={target.medium} chosen={drive?.path ?? null} onChoose={(found) => { choose(found); dismiss(key) }} />
      {drive && medium && (
        <div className="danger">
          <p className="danger-title">{t('dangerTitle')}</p>
          <dl className="danger-facts">
            <dt>{t('serial')}</dt><dd className="danger-serial">{drive.serial}</dd>
            <dt>{t('medium')}</dt><dd>{medium.no}　{drive.maker}　{drive.model}</dd>
            <dt>{t('size')}</dt><dd><Bytes of={drive.bytes} /></dd>
            <dt>{t('volumes')}</dt><dd>{drive.volumes.map((v) => [v.label, v.fileSystem].filter(Boolean).join(' / ')).filter(Boolean).join('、') || t('volumeNone')}</dd>
          </dl>
          <p>{t('askedLast')}</p>
          <Radio.Group label={t('readBack')} value={readBack} onChange={(value) => setReadBack(value as ReadBack)}>
            {(['full', 'sample', 'none'] as const).map((value) => <Radio key={value} value={value} label={t(`readBacks.${value}`)} />)}
          </Radio.Group>
          {plan.witnessRequested && (
            <div className="fields">
              <TextInput label={t('witnessOrganisation')} value={witness.organisation} onChange={(event) => setWitness({ ...witness, organisation: event.currentTarget.value })} />
              <TextInput label={t('witnessName')} value={witness.name} onChange={(event) => setWitness({ ...witness, name: event.currentTarget.value })} />
            </div>
          )}
          {needsSecond && <SecondPerson title={t('secondTitle')} value={second} onChange={setSecond} />}
        </div>
      )}
      <div className="spaced"><Trouble of={job?.error ?? null} /></div>
      <div className="acts">
        <ActButton type="submit" color="red" unless={[
          mayNot, !drive && t('chooseDrive'),
          needsSecond && (second.loginId === '' || second.password === '') && t('need', { field: t('secondTitle') }), plan.witnessRequested && witness.name.trim() === '' && t('need', { field: t('witnessName') }),
        ]}>{left ? t('resume') : t('begin2')}</ActButton>
      </div>
    </form>
  )
}
