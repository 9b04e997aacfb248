import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PackageOpened, PackageVerified } from '../../core/packages/received.ts'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Status } from '../parts/status.tsx'
import { shell } from '../shell.ts'
import { sayNumber } from '../words/figures.ts'

/** Where it was taken out to, how much, and whose signature its key letter bore. */
export function Unpacked({ of: one, onAnother }: { of: Extract<PackageOpened, { outcome: 'opened' }>; onAnother: () => void }) {
  const { t } = useTranslation('unpack')
  return (
    <>
      <Notice look="good" title={t('opened')}>{t('openedLead')}</Notice>
      <div className="spaced">
        <Facts wide of={[[t('where'), <span key="w" className="code">{one.into}</span>], [t('files'), sayNumber(one.files)], [t('bytes'), <Bytes key="b" of={one.bytes} />], [t('sender'), one.sender ?? t('senderNone')], [t('check'), <Status key="c" look={one.virusCheck === 'clean' ? 'good' : 'warn'}>{t(`checks.${one.virusCheck}`)}</Status>]]} />
      </div>
      <div className="acts">
        <Button onClick={() => void shell.showInFolder(one.into)}>{t('openFolder')}</Button>
        <Button variant="default" onClick={onAnother}>{t('another')}</Button>
      </div>
    </>
  )
}

/** What was found without taking anything out. */
export function LookedInto({ of: one }: { of: Exclude<PackageVerified, { outcome: 'abandoned' }> }) {
  const { t } = useTranslation('unpack')
  const { t: words } = useTranslation('writing')
  return (
    <div className="lifted">
      {one.outcome === 'whole' ? <Notice look="good" title={t('whole')}>{t('wholeLead')}</Notice> : (
        <Notice look="refused" title={t('differs')}>
          <ul>{one.differences.slice(0, 50).map(({ path, what }) => <li key={`${path} ${what}`}><span className="code">{path}</span>　{words(`differences.${what}`)}</li>)}</ul>
          <p>{t('differsLead')}</p>
        </Notice>
      )}
      <div className="spaced">
        <Facts wide of={[
          one.packageNo !== null && [t('packageNo'), one.packageNo], one.contents && [t('files'), sayNumber(one.contents.files)], [t('bytes'), <Bytes key="b" of={one.contents?.bytes ?? one.bytes} />],
          ['SHA-256', <Hash key="h" of={one.sha256} whole />], [t('readBack'), words(`readBacks.${one.readBack}`)], [t('sender'), one.sender ?? t('senderNone')],
        ]} />
      </div>
    </div>
  )
}
