import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import { LoginId } from '../../core/vault/vault.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { NewPassword, useWhyNotPassword } from '../start/new-password.tsx'

/** An ID of one's own (Art. 11(10)ア), or a way back after a lock-out. */
export function GiveAccount({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('people')
  const { t: parts } = useTranslation('parts')
  const { t: start } = useTranslation('start')
  const [loginId, setLoginId] = useState(person.loginId ?? '')
  const [draft, setDraft] = useState({ password: '', again: '' })
  const resumes = person.loginId !== null
  const give = useCommand(() => (resumes ? desk.people.resumeAccount({ personId: person.id, password: draft.password }) : desk.people.giveAccount({ personId: person.id, loginId, password: draft.password })))
  const against = useWhyNotPassword(loginId, draft)
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); give.run(undefined, onDone) }}>
      <p className="strong">{t(resumes ? 'resumeLead' : 'accountLead', { name: person.name })}</p>
      <div className="fields spaced">
        {!resumes && <TextInput className="wide" label={t('loginId')} description={start('loginIdWhy')} spellCheck={false} autoComplete="off" value={loginId} onChange={(event) => setLoginId(event.currentTarget.value)} />}
        <NewPassword loginId={loginId} value={draft} onChange={setDraft} />
      </div>
      <div className="spaced"><Trouble of={give.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={give.busy} unless={[!LoginId.safeParse(loginId).success && start('needsId'), ...against]}>{t(resumes ? 'resumeNow' : 'accountNow')}</ActButton>
        <Button variant="default" onClick={onDone}>{parts('cancel')}</Button>
      </div>
    </form>
  )
}
