import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Medium } from '../../core/media/medium.ts'
import { letterOf, type Package } from '../../core/packages/package.ts'
import type { MediumWriting } from '../../core/packages/writing.ts'
import { Refusal } from '../../core/refusal.ts'
import { sameSerial } from '../../core/wipes/rules.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { begin } from '../jobs/jobs.ts'
import { DriveHere, isOther, useDriveAt } from '../media/drive-here.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'
import { ChooseVolumes } from './choose-volumes.tsx'
import { RoomOnMedium } from './room-on-medium.tsx'
import { cutBefore, fitting } from './written-volumes.ts'

/** Sticks that are not here cannot be written. */
const AWAY: readonly Medium['state'][] = ['紛失', '返却済', '廃棄済', '送付中', '持出中', '故障']

interface Props { of: Package; writings: readonly MediumWriting[]; jobKey: string; error: Error | null; first: string | null }

/** 媒体への書込み (Art. 11(3), (5)): onto which medium of the register, where it is plugged in, whether it fits, and what of it. */
export function WriteToMedium({ of: one, writings, jobKey, error, first }: Props) {
  const { t } = useTranslation('writing')
  const term = useTerm()
  const mayNot = useWhyNot('packages.writeToMedium')
  const media = (useQuery(questions.media).data ?? []).filter(({ state }) => !AWAY.includes(state))
  const [no, choose] = useState<string | null>(first)
  const [folder, setFolder] = useState<string | null>(null)
  const [volumeBytes, cut] = useState<number | null>(() => cutBefore(writings, one))
  const [picked, pick] = useState<number[] | null>(null)
  const [typed, type] = useState('')
  const [second, setSecond] = useState(nobody)
  const medium = media.find((one) => one.no === no)
  const at = useDriveAt(folder)
  const plan = useQuery({
    queryKey: ['split', one.id, volumeBytes, folder], enabled: mayNot === null && folder !== null,
    queryFn: () => desk.packages.planSplit({ contractId: one.contractId, of: { kind: 'package', packageId: one.id }, volumeBytes, folder }),
  })
  const volumes = one.volumes.length > 0 ? one.volumes : volumeBytes !== null && plan.data ? plan.data.volumes : []
  const isCut = volumes.length > 1
  const chosen = picked ?? fitting(volumes, writings, plan.data?.freeBytes ?? null)
  const letter = letterOf(one).reduce((sum, { bytes }) => sum + bytes, 0)
  const wanted = letter + (isCut ? volumes.filter((_, index) => chosen.includes(index + 1)).reduce((sum, { bytes }) => sum + bytes, 0) : one.bytes)
  // The desk has the last word where the register of drives may not be asked, or tells nothing.
  const unread = error instanceof Refusal && error.objections.some(({ code }) => code === 'medium-serial-unread')
  const byLabel = at.drive ? at.drive.serial === null : unread
  const differs = medium !== undefined && typed.trim() !== '' && !sameSerial(typed, medium.serial)

  const onWrite = (): void => {
    if (!medium || folder === null) return
    begin({
      key: jobKey, title: t('jobTitle', { no: one.no, medium: medium.no }), cancelMeans: t('jobCancel'), leadsTo: '/pack',
      run: (options) => desk.packages.writeToMedium({
        packageId: one.id, medium: medium.no, folder, volumeBytes: one.volumes.length > 0 ? null : volumeBytes, only: isCut && chosen.length < volumes.length ? chosen : null, typed: byLabel ? { serial: typed.trim(), second } : null,
      }, options),
    })
  }
  return (
    <form noValidate className="side-form" aria-label={t('write')} onSubmit={(event) => { event.preventDefault(); onWrite() }}>
      <p className="soft">{t('writeLead')}</p>
      <Select label={t('medium')} placeholder={t('noMedium')} searchable data={media.map((each) => ({ value: each.no as string, label: `${each.no}　${term(each.type)}　${each.serial}` }))} value={medium ? no : null} onChange={choose} />
      <div>
        <p className="small soft lifted">{t('folderWhy')}</p>
        <FolderField label={t('folder')} value={folder} onChange={setFolder} />
      </div>
      {medium && folder !== null && <DriveHere medium={medium} at={at} />}
      {byLabel && (
        <>
          <TextInput label={t('typeSerial')} value={typed} autoComplete="off" spellCheck={false} error={differs ? t('typedDiffers', { serial: medium.serial }) : undefined} onChange={(event) => type(event.currentTarget.value)} />
          <SecondPerson title={t('secondTitle')} value={second} onChange={setSecond} />
        </>
      )}
      {plan.data && <RoomOnMedium plan={plan.data} isCut={isCut} wanted={wanted} canSplit={one.volumes.length === 0} onSplit={(bytes) => { cut(bytes); pick(null) }} />}
      {isCut && <ChooseVolumes volumes={volumes} writings={writings} chosen={chosen} onChange={pick} />}
      <Trouble of={error ?? plan.error} />
      <div className="acts">
        <ActButton type="submit" unless={[
          mayNot, !medium && t('needMedium'), folder === null && t('needFolder'), medium && at.drive && isOther(at.drive, medium) && t('driveOther'), isCut && chosen.length === 0 && t('needVolume'),
          byLabel && typed.trim() === '' && t('need', { field: t('typeSerial') }), byLabel && (second.loginId === '' || second.password === '') && t('needSecond'),
        ]}>{t('writeNow')}</ActButton>
      </div>
    </form>
  )
}
