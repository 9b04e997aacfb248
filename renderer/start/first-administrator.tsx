import { Button, Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../core/people/person.ts'
import { LoginId } from '../../core/vault/vault.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import type { FirstDraft } from './create.tsx'
import { NewPassword, useWhyNotPassword } from './new-password.tsx'

interface Props { draft: FirstDraft; onChange: (by: Partial<FirstDraft>) => void; onBack: () => void; onMake: () => void; busy: boolean; error: Error | null }

const furtherRoles: Record<FirstDraft['kind'], readonly Role[]> = { contractor: ['supervisor', 'worker', 'mediaAdmin'], city: ['cityOfficer', 'cityManager'] }

/** The first person with an ID of their own. */
export function FirstAdministrator({ draft, onChange, onBack, onMake, busy, error }: Props) {
  const { t } = useTranslation('start')
  const { t: frame } = useTranslation('frame')
  const against = useWhyNotPassword(draft.loginId, draft)
  const text = (key: 'person' | 'kana' | 'title') => ({ label: t(key), value: draft[key], onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }) })
  const toggle = (role: Role): void => onChange({ roles: draft.roles.includes(role) ? draft.roles.filter((one) => one !== role) : [...draft.roles, role] })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onMake() }}>
      <h1>{t('stepAdmin')}</h1>
      <p className="start-lead">{t('adminLead')}</p>
      <div className="fields">
        <TextInput {...text('person')} autoFocus />
        <TextInput {...text('kana')} />
        <TextInput {...text('title')} />
        <TextInput label={t('email')} type="email" value={draft.personEmail} onChange={(event) => onChange({ personEmail: event.currentTarget.value })} />
        <Checkbox.Group className="wide" label={t('roles')} description={t('rolesWhy')} value={draft.roles}>
          <div className="acts acts-tight">
            {furtherRoles[draft.kind].map((role) => <Checkbox key={role} value={role} label={frame(`roles.${role}`)} onChange={() => toggle(role)} />)}
          </div>
        </Checkbox.Group>
        <TextInput className="wide" label={t('loginId')} description={t('loginIdWhy')} autoComplete="username" spellCheck={false} value={draft.loginId} onChange={(event) => onChange({ loginId: event.currentTarget.value })} />
        <NewPassword loginId={draft.loginId} value={draft} onChange={onChange} />
      </div>
      <div className="spaced"><Trouble of={error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={busy} unless={[
          draft.person.trim() === '' && t('needs', { field: t('person') }),
          draft.kana.trim() === '' && t('needs', { field: t('kana') }),
          !LoginId.safeParse(draft.loginId).success && t('needsId'),
          ...against,
        ]}>{t('create')}</ActButton>
        <Button variant="default" onClick={onBack}>{t('back')}</Button>
      </div>
    </form>
  )
}
