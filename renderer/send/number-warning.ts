import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** What is odd about a tracking number though it may be right. */
export function useNumberWarning(): (code: string) => string {
  const { t } = useTranslation('send')
  return (code) => (i18next.exists(`numberWarnings.${code}`, { ns: 'send' }) ? (t as (key: string) => string)(`numberWarnings.${code}`) : code)
}
