import { useTranslation } from 'react-i18next'
import type { Difference } from '../../core/documents/document.ts'

const MOST = 20

/** What was expected beside what was found, value by value. */
export function Differences({ of: differences }: { of: readonly Difference[] }) {
  const { t } = useTranslation('city')
  if (differences.length === 0) return null
  return (
    <table className="differences">
      <caption className="unseen">{t('differences')}</caption>
      <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('expected')}</th><th scope="col">{t('found')}</th></tr></thead>
      <tbody>
        {differences.slice(0, MOST).map(({ field, row, expected, found }, index) => (
          <tr key={index}><th scope="row">{row === null ? field : t('fieldOfRow', { row, field })}</th><td>{expected || '—'}</td><td><mark>{found || '—'}</mark></td></tr>
        ))}
        {differences.length > MOST && <tr><td colSpan={3} className="soft">{t('moreDifferences', { count: differences.length - MOST })}</td></tr>}
      </tbody>
    </table>
  )
}
