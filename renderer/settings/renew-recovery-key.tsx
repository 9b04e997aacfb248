import { PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { shownOnce } from '../start/shown-once.ts'

/** A new recovery key, when the printed one was lost or seen. The old sheet opens nothing any more. */
export function RenewRecoveryKey() {
  const { t } = useTranslation('settings')
  const { organisation } = useOffice()
  const factor = useQuery(questions.access).data?.factor
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const renew = useCommand(desk.vault.renewRecoveryKey)
  const mayNot = useWhyNot('vault.renewRecoveryKey')
  const onRenew = (): void => {
    renew.run({ password, ...(factor ? { code: code.trim() } : {}) }, ({ recoveryKey }) => shownOnce.show({ kind: 'recovery key', recoveryKey, organisation: organisation.name }))
    setCode('')
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRenew() }}>
      <div className="fields">
        <PasswordInput label={t('current')} autoComplete="current-password" value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
        {factor && <TextInput label={t('code')} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
      </div>
      <div className="spaced"><Trouble of={renew.error} /></div>
      <div className="acts"><ActButton type="submit" variant="default" loading={renew.busy} unless={[mayNot, password === '' && t('need', { field: t('current') }), factor && code.trim() === '' && t('need', { field: t('code') })]}>{t('renewKey')}</ActButton></div>
    </form>
  )
}
