import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SplitPlan } from '../../core/packages/writing.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { sayBytes } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

interface Props { plan: SplitPlan; isCut: boolean; wanted: number; onSplit: (volumeBytes: number | null) => void; canSplit: boolean }

/** Whether it fits, before the first byte; and where it does not, how it would. */
export function RoomOnMedium({ plan, isCut, wanted, onSplit, canSplit }: Props) {
  const { t } = useTranslation('writing')
  const language = useLanguage()
  const { freeBytes, mostFileBytes, suggestedVolumeBytes: suggested } = plan
  const free = freeBytes ?? 0
  const lacks = freeBytes !== null && wanted > free
  const large = mostFileBytes !== null && Math.max(...plan.volumes.map(({ bytes }) => bytes)) > mostFileBytes
  return (
    <>
      <Facts of={[[t('needed'), <Bytes key="n" of={wanted} />], freeBytes !== null && [t('free'), <Bytes key="f" of={freeBytes} />]]} />
      {!isCut && (lacks || large) && (
        <Notice look="warning" title={lacks ? t('noRoom', { bytes: sayBytes(wanted - free, language) }) : t('noLargeFile', { bytes: sayBytes(mostFileBytes ?? 0, language) })}>
          <p>{t(suggested === null ? 'noWayOut' : 'offer')}</p>
          {canSplit && suggested !== null && <div className="acts acts-tight"><Button variant="default" onClick={() => onSplit(suggested)}>{t('offerNow', { bytes: sayBytes(suggested, language) })}</Button></div>}
        </Notice>
      )}
      {isCut && lacks && <Notice look="warning" title={t('tooMany', { free: sayBytes(free, language) })} />}
      {isCut && canSplit && <div><Button variant="subtle" onClick={() => onSplit(null)}>{t('offerNot')}</Button></div>}
    </>
  )
}
