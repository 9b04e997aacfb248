import { Button, Checkbox } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sealed } from '../../core/packages/package.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Bytes, Hash } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { shell } from '../shell.ts'
import { useSayScan } from '../viruses/say-scan.ts'
import { sayNumber } from '../words/figures.ts'
import { KeyLetter } from './key-letter.tsx'
import { PackageParts } from './package-parts.tsx'
import { Passphrase } from './passphrase.tsx'

/** After so many minutes nobody needs it any more, and someone else might look. */
export const SHOWN_MINUTES = 15

/** What was sealed and verified: its passphrase, this once, or the letter that its key lies in. */
export function SealedOnce({ sealed, onGone }: { sealed: Exclude<Sealed, { outcome: 'abandoned' }>; onGone: () => void }) {
  const { t } = useTranslation('pack')
  const go = useNavigate()
  const [noted, setNoted] = useState(false)
  const sayScan = useSayScan()
  const { t: viruses } = useTranslation('viruses')
  const one = sealed.package
  const hasPassphrase = sealed.outcome === 'verified'
  const onNext = (): void => {
    void go({ to: '/send/new', search: { package: one.id } }).then(onGone)
  }
  return (
    <>
      <Notice look="good" title={t('verified')}>{t('verifiedLead')}</Notice>
      {sealed.outcome === 'verified' ? <Passphrase secret={sealed.passphrase} minutes={SHOWN_MINUTES} /> : <KeyLetter organisation={one.lock.envelope?.recipient ?? ''} path={sealed.letter} />}
      <div className="spaced">
        <Facts wide of={[
          [t('no'), one.no], [t('path'), <span key="path" className="code">{one.path}</span>],
          [t('files'), sayNumber(one.fileCount)], [t('size'), <Bytes key="size" of={one.bytes} />], ['SHA-256', <Hash key="hash" of={one.sha256} whole />],
          sealed.scan ? [viruses('title'), sayScan(sealed.scan)] : null,
        ]} />
      </div>
      {one.volumes.length > 0 && <PackageParts of={one} />}
      {hasPassphrase && <div className="spaced"><Checkbox label={t('noted')} checked={noted} onChange={(event) => setNoted(event.currentTarget.checked)} /></div>}
      <div className="acts">
        <ActButton unless={[hasPassphrase && !noted && t('needNoted')]} onClick={onNext}>{t('toSend')}</ActButton>
        <Button variant="default" onClick={() => void shell.showInFolder(one.path)}>{t('openFolder')}</Button>
      </div>
    </>
  )
}
