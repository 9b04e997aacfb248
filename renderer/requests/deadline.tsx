import { useTranslation } from 'react-i18next'
import type { Day } from '../../core/time.ts'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** The day by which the city wants it; none is said too. */
export function Deadline({ on }: { on: Day | null }) {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  return <span title={on ?? undefined}>{on === null ? t('none') : sayDay(on, language)}</span>
}
