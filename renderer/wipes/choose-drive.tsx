import { Button, Radio } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FoundDrive } from '../../core/media/drive.ts'
import type { MediumNo } from '../../core/media/medium.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Block } from '../parts/page.tsx'

/** What is plugged in. Whatever may not be touched stands there as well, with its reason, and cannot be chosen. */
export function ChooseDrive({ wanted, chosen, onChoose }: { wanted: MediumNo | null; chosen: string | null; onChoose: (drive: FoundDrive) => void }) {
  const { t } = useTranslation('wipes')
  const question = useQuery(questions.drives)
  const again = <Button variant="default" leftSection={<IconRefresh size={20} aria-hidden />} loading={question.isFetching} onClick={() => void question.refetch()}>{t('refresh')}</Button>
  return (
    <Block title={t('drives')} action={again}>
      <Asked of={question}>
        {(drives) => (drives.length === 0 ? <p>{t('drivesNone')}</p> : (
          <Radio.Group aria-label={t('drives')} value={chosen} onChange={(path) => { const found = drives.find((one) => one.path === path); if (found) onChoose(found) }}>
            <ul className="drives">
              {drives.toSorted((a, b) => Number(b.mediumNo === wanted) - Number(a.mediumNo === wanted)).map((drive) => <OneDrive key={drive.path} drive={drive} wanted={wanted} />)}
            </ul>
          </Radio.Group>
        ))}
      </Asked>
    </Block>
  )
}

function OneDrive({ drive, wanted }: { drive: FoundDrive; wanted: MediumNo | null }) {
  const { t } = useTranslation('wipes')
  const [hindrance] = drive.hindrances
  const why = hindrance ? t(`hindrances.${hindrance}`) : drive.role === 'unknown' || drive.role === 'system' ? t(`hindrances.${drive.role}`) : drive.mediumNo === null ? t('notRegistered') : drive.mediumNo === wanted ? null : t('notThis')
  return (
    <li className={why === null ? 'drive' : 'drive drive-not'}>
      <Radio
        value={drive.path} disabled={why !== null}
        label={<><span className="strong code">{drive.serial ?? '—'}</span>　{drive.mediumNo}　{drive.maker} {drive.model}　<Bytes of={drive.bytes} /></>}
        description={why === null ? drive.path : `${drive.path}　${why}`}
      />
    </li>
  )
}
