import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { standing, type Person, type PersonId } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { useKept } from '../asking/kept.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Drawer } from '../parts/drawer.tsx'
import type { HashedFile } from '../parts/file-hash.tsx'
import { Trouble } from '../parts/trouble.tsx'

interface Draft { personIds: PersonId[]; on: Day | null; title: string; trainer: string; method: 'lecture' | 'online' | 'reading'; score: number | null; text: HashedFile | null }
const blank = (): Draft => ({ personIds: [], on: dayOf(thisMinute()), title: '', trainer: '', method: 'lecture', score: null, text: null })

/** Art. 7: one session, several people. */
export function RecordTraining({ opened, onClose, people }: { opened: boolean; onClose: () => void; people: readonly Person[] }) {
  const { t } = useTranslation('people')
  return <Drawer title={t('training')} opened={opened} onClose={onClose}><Form people={people} onDone={onClose} /></Drawer>
}

function Form({ people, onDone }: { people: readonly Person[]; onDone: () => void }) {
  const { t } = useTranslation('people')
  const [draft, change, clear] = useKept('training', blank)
  const record = useCommand(desk.people.recordTraining)
  const { on } = draft
  const onRecord = (): void => {
    if (on) record.run({ personIds: draft.personIds, training: { on, title: draft.title, trainer: draft.trainer, method: t(`methods.${draft.method}`), score: draft.score, textSha256: draft.text?.sha256 ?? null } }, () => { clear(); onDone() })
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); onRecord() }}>
      <p className="soft">{t('trainingLead')}</p>
      <div className="fields spaced">
        <Checkbox.Group className="wide" label={t('attendees')} value={draft.personIds} onChange={(personIds) => change({ personIds: personIds as PersonId[] })}>
          {people.map((person) => <Checkbox key={person.id} value={person.id} label={`${person.name}（${standing(person)}）`} />)}
        </Checkbox.Group>
        <DayField label={t('on')} value={on} onChange={(day) => change({ on: day })} />
        <Select label={t('method')} data={(['lecture', 'online', 'reading'] as const).map((value) => ({ value, label: t(`methods.${value}`) }))} value={draft.method} onChange={(method) => change({ method: method as Draft['method'] })} />
        <TextInput className="wide" label={t('trainingTitle')} value={draft.title} onChange={(event) => change({ title: event.currentTarget.value })} />
        <TextInput label={t('trainer')} value={draft.trainer} onChange={(event) => change({ trainer: event.currentTarget.value })} />
        <NumberInput label={t('score')} min={0} max={100} allowDecimal={false} value={draft.score ?? ''} onChange={(score) => change({ score: typeof score === 'number' ? score : null })} />
      </div>
      <div className="spaced"><Trouble of={record.error} /></div>
      <div className="acts"><ActButton type="submit" loading={record.busy} unless={[draft.personIds.length === 0 && t('needAttendees'), !on && t('needOn'), draft.title.trim() === '' && t('needTitle'), draft.trainer.trim() === '' && t('needTrainer')]}>{t('trainingNow')}</ActButton></div>
    </form>
  )
}

