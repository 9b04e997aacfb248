import { useTranslation } from 'react-i18next'
import type { VerifiedPackage } from '../../core/packages/received.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash, When } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { sayBytes, sayNumber } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** What a verification came to: what was compared, how it was read, and every difference. */
export function VerifiedAgain({ of: one }: { of: VerifiedPackage }) {
  const { t } = useTranslation('writing')
  const { t: pack } = useTranslation('pack')
  const language = useLanguage()
  const opened = one.contents && t('wholeOpened', { files: sayNumber(one.contents.files), bytes: sayBytes(one.contents.bytes, language) })
  return (
    <>
      {one.outcome === 'whole' ? <Notice look="good" title={t('whole')}><p>{t('wholeLead')}{opened}</p></Notice> : (
        <Notice look="refused" title={t('differs')}>
          <ul>{one.differences.slice(0, 50).map(({ path, what }) => <li key={`${path} ${what}`}><span className="code">{path}</span>　{t(`differences.${what}`)}</li>)}</ul>
          <p>{t('differsLead')}</p>
        </Notice>
      )}
      <div className="spaced">
        <Facts of={[
          [t('readFile'), <span key="p" className="code">{one.path}</span>], [t('at'), <When key="at" at={one.at} />], [pack('size'), <Bytes key="b" of={one.bytes} />], ['SHA-256', <Hash key="h" of={one.sha256} whole />], [t('readBack'), t(`readBacks.${one.readBack}`)],
        ]} />
      </div>
    </>
  )
}
