import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from '../frame/language-switch.tsx'
import { Mark } from '../frame/mark.tsx'
import './start.css'

/** The page that stands before the desk, with nothing of the office on it. */
export function Door({ children, out }: { children: ReactNode; out?: ReactNode }) {
  const { t } = useTranslation('frame')
  return (
    <div className="start">
      <header className="start-top no-print">
        <p className="frame-name"><Mark />{t('appName')}</p>
        <div className="acts acts-tight">{out}<LanguageSwitch /></div>
      </header>
      <main id="page" className="start-page">{children}</main>
    </div>
  )
}
