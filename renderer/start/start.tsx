import { useState } from 'react'
import type { VaultMade } from './created.ts'
import type { VaultStatus } from '../../core/vault/vault.ts'
import { askAgain } from '../asking/questions.ts'
import { LanguageSwitch } from '../frame/language-switch.tsx'
import { Mark } from '../frame/mark.tsx'
import { Create } from './create.tsx'
import { Recover } from './recover.tsx'
import { Restore } from './restore.tsx'
import { RecoveryKey } from './recovery-key.tsx'
import { SignIn } from './sign-in.tsx'
import { useTranslation } from 'react-i18next'
import './start.css'

/** The door: what stands before the desk while there is no vault, or while it is locked. */
export function Start({ status }: { status: VaultStatus }) {
  const { t } = useTranslation('frame')
  const { t: backup } = useTranslation('backup')
  const [recovering, setRecovering] = useState(false)
  const [restoring, setRestoring] = useState(false)
  return (
    <div className="start">
      <header className="start-top no-print">
        <p className="frame-name"><Mark />{t('appName')}</p>
        <LanguageSwitch />
      </header>
      <main id="page" className="start-page">
        {restoring ? <Restore onBack={() => setRestoring(false)} /> : status.state === 'absent' ? <Create /> : recovering ? <Recover onBack={() => setRecovering(false)} /> : <SignIn onForgot={() => setRecovering(true)} onRestore={() => setRestoring(true)} />}
        {!restoring && status.state === 'absent' && <button type="button" className="start-link" onClick={() => setRestoring(true)}>{backup('restore')}</button>}
      </main>
    </div>
  )
}

/** Between making the vault and the first day: the key is on paper, or one does not get in. */
export function ShowKey({ created, onKept }: { created: VaultMade; onKept: () => void }) {
  const { t } = useTranslation('frame')
  return (
    <div className="start">
      <header className="start-top no-print">
        <p className="frame-name"><Mark />{t('appName')}</p>
        <LanguageSwitch />
      </header>
      <main id="page" className="start-page">
        <RecoveryKey created={created} onKept={() => { onKept(); askAgain() }} />
      </main>
    </div>
  )
}
