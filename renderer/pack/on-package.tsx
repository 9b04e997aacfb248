import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Package } from '../../core/packages/package.ts'
import type { PackageVerified } from '../../core/packages/received.ts'
import type { MediumWriting, Written } from '../../core/packages/writing.ts'
import { dismiss, isUnderWay, useJob } from '../jobs/jobs.ts'
import { Progress } from '../jobs/progress.tsx'
import { Notice } from '../parts/notice.tsx'
import { VerifiedAgain } from './verified-again.tsx'
import { VerifyPackage } from './verify-package.tsx'
import { WriteToMedium } from './write-to-medium.tsx'
import { WritingFacts } from './writings.tsx'

/** What can be done with a sealed package beside sending it: onto a medium, and looked at again. `sendingOn`: the medium that a mailing waits for. */
export function OnPackage({ of: one, writings, sendingOn }: { of: Package; writings: readonly MediumWriting[]; sendingOn: string | null }) {
  const { t } = useTranslation('writing')
  const [writeKey, verifyKey] = [`write ${one.id}`, `verify-package ${one.id}`]
  const writing = useJob<Written>(writeKey)
  const verifying = useJob<PackageVerified>(verifyKey)
  const [doing, set] = useState<'write' | 'verify' | null>(sendingOn === null ? null : 'write')
  // How it ended was read here; the page need not say it again.
  useEffect(() => () => { dismiss(writeKey); dismiss(verifyKey) }, [writeKey, verifyKey])
  const now = doing ?? (writing ? 'write' : verifying ? 'verify' : null)
  return (
    <>
      <div className="acts acts-tight">
        <Button variant={now === 'write' ? 'light' : 'default'} aria-pressed={now === 'write'} onClick={() => set('write')}>{t('write')}</Button>
        <Button variant={now === 'verify' ? 'light' : 'default'} aria-pressed={now === 'verify'} onClick={() => set('verify')}>{t('verify')}</Button>
      </div>
      {/* The forms stay where they are while their work is under way: what was typed is still there when it is refused. */}
      {now === 'write' && (writing?.result?.outcome === 'written' ? <Done writing={writing.result.writing} of={one} sending={sendingOn !== null} onAgain={() => dismiss(writeKey)} /> : (
        <>
          {writing && isUnderWay(writing) && <div className="spaced"><Progress job={writing} /></div>}
          {writing?.result?.outcome === 'abandoned' && <div className="spaced"><Notice title={t('abandoned')} /></div>}
          <div hidden={writing !== undefined && isUnderWay(writing)}><WriteToMedium of={one} writings={writings} jobKey={writeKey} error={writing?.error ?? null} first={sendingOn} /></div>
        </>
      ))}
      {now === 'verify' && (
        <>
          {verifying && isUnderWay(verifying) && <div className="spaced"><Progress job={verifying} /></div>}
          {verifying?.result && <div className="spaced">{verifying.result.outcome === 'abandoned' ? <Notice title={t('verifyAbandoned')} /> : <VerifiedAgain of={verifying.result} />}</div>}
          <div hidden={verifying !== undefined && isUnderWay(verifying)}><VerifyPackage of={one} writings={writings} jobKey={verifyKey} error={verifying?.error ?? null} /></div>
        </>
      )}
    </>
  )
}

function Done({ writing, of: one, sending, onAgain }: { writing: MediumWriting; of: Package; sending: boolean; onAgain: () => void }) {
  const { t } = useTranslation('writing')
  const go = useNavigate()
  const isPart = writing.bytes < one.bytes
  return (
    <div className="spaced">
      <Notice look="good" title={t('written')}>{t('writtenLead')}</Notice>
      <div className="spaced"><WritingFacts writing={writing} /></div>
      <div className="acts">
        {isPart && <Button variant="default" onClick={onAgain}>{t('again')}</Button>}
        {sending && <Button onClick={() => void go({ to: '/send/new', search: { package: one.id } })}>{t('toSending')}</Button>}
      </div>
    </div>
  )
}
