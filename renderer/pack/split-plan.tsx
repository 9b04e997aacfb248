import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SplitPlan } from '../../core/packages/writing.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { sayBytes, sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** What it would need and how it would be cut, before anything is written; and the way out where the folder takes no such file. */
export function Plan({ plan, isSplit, onSplit }: { plan: SplitPlan; isSplit: boolean; onSplit: (volumeBytes: number) => void }) {
  const { t } = useTranslation('pack')
  const language = useLanguage()
  const { neededBytes, exact, freeBytes, missingBytes, mostFileBytes, volumes } = plan
  const largest = Math.max(...volumes.map(({ bytes }) => bytes))
  const offer = mostFileBytes === null ? null : (plan.suggestedVolumeBytes ?? mostFileBytes)
  const said = { volumes: sayNumber(volumes.length), sizes: saySizes(volumes.map(({ bytes }) => bytes), language) }
  return (
    <div className="plan" role="group" aria-label={t('planTitle')}>
      <Facts of={[
        [t('planNeeded'), exact ? <Bytes key="n" of={neededBytes} /> : t('planMost', { bytes: sayBytes(neededBytes, language) })],
        freeBytes !== null && [t('planFree'), <Bytes key="f" of={freeBytes} />],
        isSplit && [t('planVolumes'), volumes.length < 2 ? t('planWhole') : t(exact ? 'planVolumesExact' : 'planVolumesMost', said)],
      ]} />
      {missingBytes > 0 && <Notice look="warning" title={t('planMissing', { bytes: sayBytes(missingBytes, language) })} />}
      {missingBytes === 0 && mostFileBytes !== null && largest > mostFileBytes && offer !== null && (
        <Notice look="warning" title={t('planTooLarge', { bytes: sayBytes(mostFileBytes, language) })}>
          <div className="acts acts-tight"><Button variant="default" onClick={() => onSplit(offer)}>{t('planOffer', { bytes: sayBytes(offer, language) })}</Button></div>
        </Notice>
      )}
    </div>
  )
}

/** Equal volumes are counted, not listed: `4.7 GB × 2、1.2 GB`. */
export function saySizes(sizes: readonly number[], language: 'ja' | 'en'): string {
  const counted = new Map<number, number>()
  for (const bytes of sizes) counted.set(bytes, (counted.get(bytes) ?? 0) + 1)
  return [...counted].map(([bytes, times]) => (times === 1 ? sayBytes(bytes, language) : `${sayBytes(bytes, language)} × ${sayNumber(times)}`)).join(language === 'ja' ? '、' : ', ')
}
