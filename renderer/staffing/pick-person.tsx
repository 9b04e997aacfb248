import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Person, PersonId } from '../../core/people/person.ts'
import { questions } from '../asking/questions.ts'

interface PickPersonProps { label?: string; value: PersonId | null; onChange: (id: PersonId | null) => void; among?: (person: Person) => boolean; className?: string }

/** Somebody of the roster, by name and reading. */
export function PickPerson({ label, value, onChange, among = () => true, className }: PickPersonProps) {
  const { t } = useTranslation('staffing')
  const { data = [] } = useQuery(questions.people)
  const people = data.filter((person) => person.duty.state !== '解除' && among(person))
  return (
    <Select searchable label={label ?? t('personPicked')} placeholder={t('pickPerson')} {...(className ? { className } : {})} value={value}
      data={people.map(({ id, name, kana }) => ({ value: id, label: `${name}（${kana}）` }))} onChange={(id) => onChange(id as PersonId | null)} />
  )
}
