import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { speak, useLanguage } from '../words/language.ts'

/** Names the other language in that language, for those who cannot read this one. */
export function LanguageSwitch() {
  const { t } = useTranslation('frame')
  const other = useLanguage() === 'ja' ? 'en' : 'ja'
  return <Button variant="subtle" lang={other} aria-label={t('languageSwitch')} onClick={() => speak(other)}>{t('language')}</Button>
}
