import { PasswordInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { NewPassword, useWhyNotPassword } from '../start/new-password.tsx'

const blank = { password: '', again: '' }

export function ChangePassword({ loginId }: { loginId: string }) {
  const { t } = useTranslation('settings')
  const [current, setCurrent] = useState('')
  const [draft, setDraft] = useState(blank)
  const [changed, setChanged] = useState(false)
  const [code, setCode] = useState('')
  const factor = useQuery(questions.access).data?.factor
  const change = useCommand(desk.vault.changePassword)
  const against = useWhyNotPassword(loginId, draft)
  const onChange = (): void => change.run({ current, next: draft.password, ...(factor ? { code: code.trim() } : {}) }, () => { setCurrent(''); setCode(''); setDraft(blank); setChanged(true) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setChanged(false); onChange() }}>
      <div className="fields">
        <PasswordInput className="wide" label={t('current')} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} />
        {factor && <TextInput className="wide" label={t('code')} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={(event) => setCode(event.currentTarget.value)} />}
        <NewPassword loginId={loginId} value={draft} onChange={setDraft} label={t('next')} />
      </div>
      <div className="spaced">
        <Trouble of={change.error} />
        {changed && <Notice look="good" title={t('changed')} />}
      </div>
      <div className="acts"><ActButton type="submit" variant="default" loading={change.busy} unless={[current === '' && t('need', { field: t('current') }), factor && code.trim() === '' && t('need', { field: t('code') }), ...against]}>{t('change')}</ActButton></div>
    </form>
  )
}
