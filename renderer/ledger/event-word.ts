import i18next from 'i18next'
import { useTranslation } from 'react-i18next'

/** What a type of entry is called. */
export function useEventWord(): (type: string) => string {
  const { t } = useTranslation('ledger')
  return (type) => (i18next.exists(`types.${type}`, { ns: 'ledger' }) ? (t as (key: string) => string)(`types.${type}`) : type)
}
