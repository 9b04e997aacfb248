import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PersonId } from '../../core/people/person.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { PickPerson } from './pick-person.tsx'

/** 引継ぎ: whose keys these are from now on. */
export function HandOver({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [to, setTo] = useState<PersonId | null>(null)
  const hand = useCommand(desk.people.handOverKeys)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); if (to) hand.run({ personId: person.id, toPersonId: to }, onDone) }}>
      <p>{t('person.handOverLead')}</p>
      <PickPerson label={t('person.to')} value={to} onChange={setTo} among={({ id }) => id !== person.id} />
      <Trouble of={hand.error} />
      <div className="acts"><ActButton type="submit" loading={hand.busy} unless={[!to && t('needPerson')]}>{t('person.handOverNow')}</ActButton></div>
    </form>
  )
}
