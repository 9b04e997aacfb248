import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmploymentType, type RegisterPerson as Order, type Role } from '../../core/people/person.ts'
import { sameWords } from '../../core/text.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'

const blank = (): Order => ({ name: '', kana: '', company: null, employment: '正社員', title: '', email: '', tel: '', roles: [] })
export const rolesOf: Record<'contractor' | 'city', readonly Role[]> = { contractor: ['supervisor', 'worker', 'mediaAdmin', 'administrator', 'auditor'], city: ['cityOfficer', 'cityManager', 'administrator', 'auditor'] }

export function RegisterPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('people')
  return <Drawer title={t('register')} opened={opened} onClose={onClose}><Form onDone={onClose} /></Drawer>
}

function Form({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('people')
  const { t: frame } = useTranslation('frame')
  const term = useTerm()
  const { organisation } = useOffice()
  const [draft, change, clear] = useKept('person', blank)
  const register = useCommand(desk.people.register)
  const { data: people = [] } = useQuery(questions.people)
  const twin = draft.name.trim() === '' ? undefined : people.find((p) => sameWords(p.name, draft.name) && sameWords(p.kana, draft.kana) && sameWords(p.company ?? '', draft.company ?? ''))
  const text = (key: 'name' | 'kana' | 'title' | 'email' | 'tel', label: string) => ({ label, value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); register.run({ ...draft, company: draft.company?.trim() ? draft.company : null }, () => { clear(); onDone() }) }}>
      <div className="fields">
        <TextInput {...text('name', t('name'))} data-autofocus />
        <TextInput {...text('kana', t('kana'))} />
        <Select label={t('employment')} data={EmploymentType.options.map((value) => ({ value, label: term(value) }))} value={draft.employment} onChange={(value) => change({ employment: value as Order['employment'] })} />
        <TextInput {...text('title', t('personTitle'))} />
        <TextInput className="wide" label={t('company')} description={t('companyWhy')} value={draft.company ?? ''} onChange={(event) => change({ company: event.currentTarget.value })} />
        <TextInput {...text('email', t('email'))} type="email" />
        <TextInput {...text('tel', t('tel'))} type="tel" />
        <Checkbox.Group className="wide" label={t('roles')} value={draft.roles} onChange={(roles) => change({ roles: roles as Role[] })}>
          {rolesOf[organisation.kind].map((role) => <Checkbox key={role} value={role} label={frame(`roles.${role}`)} />)}
        </Checkbox.Group>
      </div>
      {twin && <div className="spaced"><Notice look="warning" title={t('twin', { name: twin.name })}>{t('twinWhy')}</Notice></div>}
      <div className="spaced"><Trouble of={register.error} /></div>
      <div className="acts"><ActButton type="submit" loading={register.busy} unless={[draft.name.trim() === '' && t('needName'), draft.kana.trim() === '' && t('needKana'), draft.roles.length === 0 && t('needRole')]}>{t('registerNow')}</ActButton></div>
    </form>
  )
}
