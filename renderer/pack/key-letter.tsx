import { useTranslation } from 'react-i18next'
import { Notice } from '../parts/notice.tsx'

/** The key that nobody saw: where its letter lies, and that nothing has to be told. */
export function KeyLetter({ organisation, path }: { organisation: string; path: string }) {
  const { t } = useTranslation('pack')
  return (
    <div className="spaced">
      <Notice title={t('letterTitle')}>
        <p>{t('letterLead', { organisation })}</p>
        <p className="notice-line"><span className="soft">{t('letterFile')}</span><span className="code">{path}</span></p>
      </Notice>
    </div>
  )
}
