import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../frame/in-hand.tsx'
import './staffing.css'

const tabs = [['roster', '/people'], ['training', '/people/training'], ['cards', '/people/cards'], ['access', '/people/access'], ['selfChecks', '/self-checks'], ['places', '/places'], ['devices', '/devices']] as const
/** A city keeps a roster and IDs; education, cards and self-checks are the contractor's. */
const ofCity: readonly string[] = ['roster', 'access']

/** The pages about people, side by side. */
export function PeopleTabs() {
  const { t } = useTranslation('staffing')
  const { organisation } = useOffice()
  return (
    <nav className="tabs no-print" aria-label={t('tabs')}>
      {tabs.filter(([name]) => organisation.kind === 'contractor' || ofCity.includes(name)).map(([name, to]) => (
        <Link key={name} to={to} activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>{t(name)}</Link>
      ))}
    </nav>
  )
}
