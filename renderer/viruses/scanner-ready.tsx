import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { warningsAbout } from '../../core/viruses/rules.ts'
import type { Scanner } from '../../core/viruses/scan.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { thisMinute } from '../parts/day-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** The scanner of this machine; undefined until the desk has answered. */
export const useScanner = (): Scanner | null | undefined => useQuery(questions.scanner).data

/** Which scanner will look through the files, or that a clerk's word is wanted; beside a scanner, the way to enter one. */
export function ScannerReady({ scanner, byHand, onByHand }: { scanner: Scanner | null; byHand: boolean; onByHand: (byHand: boolean) => void }) {
  const { t } = useTranslation('viruses')
  const language = useLanguage()
  if (!scanner) return <div className="wide"><Notice title={t('none')} /></div>
  const { name, engine, signatures } = scanner
  const old = warningsAbout(scanner, null, thisMinute()).includes('signatures-old')
  return (
    <div className="wide">
      <Notice look={old ? 'warning' : 'plain'} title={t('ready', { name })}>
        <p>{t('engine', { engine })}　{signatures ? t('signatures', { version: signatures.version, day: sayDay(dayOf(signatures.date), language) }) : t('undated')}</p>
        {old && <p>{t('old')}</p>}
      </Notice>
      <div className="spaced"><Checkbox label={t('byHand')} description={t('byHandWhy')} checked={byHand} onChange={(event) => onByHand(event.currentTarget.checked)} /></div>
    </div>
  )
}
