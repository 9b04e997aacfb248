import { PasswordInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../asking/command.ts'
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
  const change = useCommand(desk.vault.changePassword)
  const against = useWhyNotPassword(loginId, draft)
  const onChange = (): void => change.run({ current, next: draft.password }, () => { setCurrent(''); setDraft(blank); setChanged(true) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); setChanged(false); onChange() }}>
      <div className="fields">
        <PasswordInput className="wide" label={t('current')} autoComplete="current-password" value={current} onChange={(event) => setCurrent(event.currentTarget.value)} />
        <NewPassword loginId={loginId} value={draft} onChange={setDraft} label={t('next')} />
      </div>
      <div className="spaced">
        <Trouble of={change.error} />
        {changed && <Notice look="good" title={t('changed')} />}
      </div>
      <div className="acts"><ActButton type="submit" variant="default" loading={change.busy} unless={[current === '' && t('need', { field: t('current') }), ...against]}>{t('change')}</ActButton></div>
    </form>
  )
}
