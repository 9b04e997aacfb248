import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../core/people/person.ts'
import type { OrganisationKind } from '../../core/vault/vault.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { Steps } from '../parts/steps.tsx'
import { created } from './created.ts'
import { FirstAdministrator } from './first-administrator.tsx'
import { FirstOffice } from './first-office.tsx'

export interface FirstDraft {
  kind: OrganisationKind; name: string; address: string; representative: string; tel: string; email: string; docPrefix: string
  person: string; kana: string; title: string; personEmail: string; personTel: string; roles: Role[]; loginId: string; password: string; again: string
}
const blank: FirstDraft = {
  kind: 'contractor', name: '', address: '', representative: '', tel: '', email: '', docPrefix: '',
  person: '', kana: '', title: '', personEmail: '', personTel: '', roles: [], loginId: '', password: '', again: '',
}

/** First start: the organisation, its first administrator, and then the recovery key. */
export function Create() {
  const { t } = useTranslation('start')
  const [step, setStep] = useState<'office' | 'administrator'>('office')
  const [draft, setDraft] = useState(blank)
  const change = (by: Partial<FirstDraft>): void => setDraft((before) => ({ ...before, ...by }))
  const make = useCommand(desk.vault.create)

  const onMake = (): void => make.run({
    organisation: { kind: draft.kind, name: draft.name, address: draft.address, representative: draft.representative, tel: draft.tel, email: draft.email, docPrefix: draft.docPrefix },
    administrator: { name: draft.person, kana: draft.kana, title: draft.title, email: draft.personEmail, tel: draft.personTel, loginId: draft.loginId, password: draft.password, roles: draft.roles },
  }, created.show)

  return (
    <>
      <Steps name={t('steps')} steps={[
        { key: 'office', label: t('stepOffice'), state: step === 'office' ? 'now' : 'done', onGo: () => setStep('office') },
        { key: 'administrator', label: t('stepAdmin'), state: step === 'administrator' ? 'now' : 'later' },
        { key: 'key', label: t('stepKey'), state: 'later' },
      ]} />
      {step === 'office'
        ? <FirstOffice draft={draft} onChange={change} onNext={() => setStep('administrator')} />
        : <FirstAdministrator draft={draft} onChange={change} onBack={() => setStep('office')} onMake={onMake} busy={make.busy} error={make.error} />}
    </>
  )
}
