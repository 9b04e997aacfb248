import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmploymentType, RosterWords, type Person } from '../../core/people/person.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'

/** 訂正: the line as it shall read, and why. */
export function RevisePerson({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const { t: people } = useTranslation('people')
  const term = useTerm()
  const [words, setWords] = useState<RosterWords>(() => RosterWords.parse(person))
  const [reason, setReason] = useState('')
  const revise = useCommand(desk.people.revise)
  const change = (by: Partial<RosterWords>): void => setWords({ ...words, ...by })
  const text = (key: 'name' | 'kana' | 'title' | 'email' | 'tel' | 'tasks', label: string) => <TextInput label={label} value={words[key]} onChange={(event) => change({ [key]: event.currentTarget.value })} />
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); revise.run({ personId: person.id, words: { ...words, company: words.company?.trim() ? words.company : null }, reason }, onDone) }}>
      <p>{t('person.reviseLead')}</p>
      {text('name', people('name'))}
      {text('kana', people('kana'))}
      <Select label={people('employment')} allowDeselect={false} data={EmploymentType.options.map((value) => ({ value, label: term(value) }))} value={words.employment} onChange={(value) => change({ employment: value as RosterWords['employment'] })} />
      <TextInput label={people('company')} description={people('companyWhy')} value={words.company ?? ''} onChange={(event) => change({ company: event.currentTarget.value })} />
      {text('title', people('personTitle'))}
      {text('tasks', t('person.tasks'))}
      <DayField label={t('person.from')} clearable value={words.from} onChange={(from) => change({ from })} />
      <DayField label={t('person.until')} clearable value={words.to} onChange={(to) => change({ to })} />
      {text('email', people('email'))}
      {text('tel', people('tel'))}
      <Textarea label={t('reason')} description={t('reasonWhy')} autosize minRows={2} maxRows={6} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble of={revise.error} />
      <div className="acts"><ActButton type="submit" loading={revise.busy} unless={[words.name.trim() === '' && people('needName'), words.kana.trim() === '' && people('needKana'), reason.trim() === '' && t('needReason')]}>{t('person.reviseNow')}</ActButton></div>
    </form>
  )
}
