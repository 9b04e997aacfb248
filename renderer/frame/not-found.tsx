import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Page } from '../parts/page.tsx'

export function NotFound() {
  const { t } = useTranslation('frame')
  return <Page title={t('notFound')}><Link to="/">{t('toToday')}</Link></Page>
}
