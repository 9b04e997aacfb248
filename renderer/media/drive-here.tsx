import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FoundDrive } from '../../core/media/drive.ts'
import type { Medium } from '../../core/media/medium.ts'
import { rootOf } from '../../core/packages/on-medium.ts'
import { sameSerial } from '../../core/wipes/rules.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Status } from '../parts/status.tsx'

/** The drive that a folder lies on, as far as one may ask; undefined while nobody knows. */
export function useDriveAt(folder: string | null) {
  const may = useWhyNot('media.drives') === null
  const question = useQuery({ queryKey: ['drives', folder], queryFn: () => desk.media.drives(), enabled: may && folder !== null })
  const drive = folder === null || !question.data ? undefined : driveAt(question.data, folder)
  return { may, drive, isFetching: question.isFetching, lookAgain: () => void question.refetch() }
}

/** It says of itself that it is another medium than the chosen one. */
export const isOther = ({ serial }: FoundDrive, medium: Medium): boolean => serial !== null && !sameSerial(serial, medium.serial)

/** What is plugged in where the folder lies, held against the medium that was chosen: by its serial number, before anything is begun. */
export function DriveHere({ medium, at: { may, drive, isFetching, lookAgain } }: { medium: Medium; at: ReturnType<typeof useDriveAt> }) {
  const { t } = useTranslation('writing')
  if (!may) return <p className="small soft">{t('driveNotAsked')}</p>
  if (drive === undefined) return <p className="small soft" role="status">{t('looking')}</p>
  const again = <Button variant="subtle" leftSection={<IconRefresh size={20} aria-hidden />} loading={isFetching} onClick={lookAgain}>{t('lookAgain')}</Button>
  if (drive === null) return <Notice look="warning" title={t('driveNone')}>{again}</Notice>
  if (drive.hindrances.some((why) => why === 'system' || why === 'vault')) return <Notice look="warning" title={t('driveOwn')}>{again}</Notice>
  const same = drive.serial !== null && !isOther(drive, medium)
  return (
    <div className={same || drive.serial === null ? 'drive-here' : 'drive-here drive-other'}>
      <Status look={same ? 'good' : 'warn'}>{t(same ? 'driveSame' : drive.serial === null ? 'driveSilent' : 'driveOther')}</Status>
      <Facts of={[
        [t('serialRead'), <span key="r"><span className="code strong">{drive.serial ?? '—'}</span><br /><span className="small soft">{drive.maker} {drive.model}　<Bytes of={drive.bytes} /></span></span>],
        !same && [t('serialOfRegister'), <span key="m" className="code">{medium.serial}</span>],
      ]} />
    </div>
  )
}

/** The innermost mount point counts: a stick lies below the root of the machine's own disk. */
function driveAt(drives: readonly FoundDrive[], folder: string): FoundDrive | null {
  const on = drives.map((drive) => ({ drive, root: rootOf(drive, folder).root })).filter(({ drive, root }) => drive.volumes.some(({ mountPoints }) => mountPoints.includes(root)))
  return on.toSorted((a, b) => b.root.length - a.root.length)[0]?.drive ?? null
}
