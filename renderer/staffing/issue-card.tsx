import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { PickPerson } from './pick-person.tsx'

const blank = () => ({ no: '', personId: null as PersonId | null, issuedOn: dayOf(thisMinute()) as Day | null, validTo: null as Day | null })

export function IssueCard({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('staffing')
  return <Drawer title={t('card.issue')} opened={opened} onClose={onClose}><Form onDone={onClose} /></Drawer>
}

function Form({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [draft, change, clear] = useKept('card', blank)
  const issue = useCommand(desk.staffing.issueCard)
  const onIssue = (): void => {
    const { personId, issuedOn, ...rest } = draft
    if (personId && issuedOn) issue.run({ ...rest, personId, issuedOn }, () => { clear(); onDone() })
  }
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); onIssue() }}>
      <TextInput label={t('card.no')} value={draft.no} onChange={(event) => change({ no: event.currentTarget.value })} />
      <PickPerson label={t('card.person')} value={draft.personId} onChange={(personId) => change({ personId })} />
      <DayField label={t('card.issuedOn')} value={draft.issuedOn} onChange={(issuedOn) => change({ issuedOn })} />
      <DayField label={t('card.validTo')} clearable value={draft.validTo} onChange={(validTo) => change({ validTo })} />
      <Trouble of={issue.error} />
      <div className="acts"><ActButton type="submit" loading={issue.busy} unless={[draft.no.trim() === '' && t('card.needNo'), !draft.personId && t('needPerson'), !draft.issuedOn && t('needDay')]}>{t('card.issueNow')}</ActButton></div>
    </form>
  )
}
