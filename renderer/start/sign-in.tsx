import { PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../core/refusal.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayNumber } from '../words/figures.ts'
import { Damaged } from './damaged.tsx'

/** One's own ID and password, then a code where one has a second factor. How many tries are left, and until when one is locked out, the desk says. */
export function SignIn({ onForgot, onRestore }: { onForgot: () => void; onRestore: () => void }) {
  const { t } = useTranslation('start')
  const { t: backup } = useTranslation('backup')
  const [loginId, setLoginId] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [sentCode, setSentCode] = useState(false)
  const unlock = useCommand(desk.vault.unlock)
  const isLong = useLongSince(unlock.busy)
  const needsCode = codesOf(unlock.error).includes('code-needed')
  const onCode = sentCode || needsCode
  const back = (): void => { setSentCode(false); setCode(''); setPassword(''); unlock.forget() }
  const onOpen = (): void => {
    unlock.run({ loginId: loginId.trim(), password, ...(onCode ? { code: code.trim() } : {}) })
    setSentCode(onCode)
    setCode('')
  }
  if (codesOf(unlock.error).includes('vault-damaged')) return <Damaged found={unlock.error} loginId={loginId.trim()} password={password} asksCode={onCode} onRestore={onRestore} onBack={back} />
  return (
    <form noValidate className="start-narrow" onSubmit={(event) => { event.preventDefault(); onOpen() }}>
      <h1>{t(onCode ? 'codeStep' : 'signIn')}</h1>
      <p className="start-lead">{t(onCode ? 'codeLead' : 'signInLead')}</p>
      {onCode
        ? <TextInput key="code" label={t('code')} description={t('codeWhy')} autoFocus autoComplete="one-time-code" inputMode="numeric" spellCheck={false} classNames={{ input: 'code-field' }} value={code} onChange={(event) => setCode(event.currentTarget.value)} />
        : (
          <>
            <TextInput label={t('loginId')} autoFocus autoComplete="username" spellCheck={false} value={loginId} onChange={(event) => setLoginId(event.currentTarget.value)} />
            <PasswordInput label={t('password')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
          </>
        )}
      {!needsCode && <Trouble of={unlock.error} />}
      <ActButton type="submit" fullWidth loading={unlock.busy} unless={[
        loginId.trim() === '' && t('needs', { field: t('loginId') }), password === '' && t('needs', { field: t('password') }), onCode && code.trim() === '' && t('needs', { field: t('code') }),
      ]}>{t('open')}</ActButton>
      <p role="status" className="soft" hidden={!isLong}>{isLong && t('openingLong')}</p>
      {isLong && <HowFar />}
      {onCode && <p className="small soft">{t('codeLost')}</p>}
      <div className="start-links">
        <button type="button" className="start-link" onClick={onCode ? back : onForgot}>{t(onCode ? 'toSignIn' : 'forgot')}</button>
        <button type="button" className="start-link" onClick={onRestore}>{backup('restore')}</button>
      </div>
    </form>
  )
}

/** Asked at the door while it is being opened: the desk answers between one piece and the next. */
function HowFar() {
  const { t } = useTranslation('start')
  const { data } = useQuery({ ...questions.status, refetchInterval: 500 })
  const at = data?.bringingUp
  return at ? <p className="soft">{t('openingAt', { done: sayNumber(at.done), total: sayNumber(at.total) })}</p> : null
}

const codesOf = (error: Error | null): string[] => (error instanceof Refusal ? error.objections.map(({ code }) => code) : [])

/** After an update a large office is read anew once, which takes minutes; whoever waits should know that it goes on. */
function useLongSince(busy: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!busy) return
    const later = setTimeout(() => setLong(true), 4000)
    return () => { clearTimeout(later); setLong(false) }
  }, [busy])
  return isLong
}
