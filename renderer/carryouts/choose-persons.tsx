import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { standing, type PersonId } from '../../core/people/person.ts'
import { permissions } from '../../core/who-may.ts'
import { questions } from '../asking/questions.ts'
import { useTerm } from '../words/terms.ts'

/** Those of the roster who may handle information; who may not yet is shown, and why. `among`: only these. */
export function ChoosePersons({ label, description, value, onChange, among }: { label: string; description?: string; value: readonly string[]; onChange: (ids: PersonId[]) => void; among?: readonly string[] }) {
  const { t } = useTranslation('carryouts')
  const term = useTerm()
  const { roles } = permissions['carryOuts.goOut']
  const people = (useQuery(questions.people).data ?? []).filter((one) => (among ? among.includes(one.id) : typeof roles === 'string' || one.roles.some((role) => roles.includes(role))))
  return (
    <MultiSelect
      className="wide" label={label} {...(description ? { description } : {})} value={value.filter((id) => people.some((one) => one.id === id))} onChange={(ids) => onChange(ids as PersonId[])}
      data={people.map((one) => ({ value: one.id as string, label: `${one.name}${one.company === null ? '' : `（${one.company}）`}${standing(one) === '従事可' ? '' : t('notReady', { standing: term(standing(one)) })}`, disabled: standing(one) !== '従事可' }))}
    />
  )
}
