import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { FileField } from '../parts/file-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** A paper with an autograph: its scan goes into the vault. */
export function PledgeOnPaper({ person, textVersion, onDone }: { person: Person; textVersion: string; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [path, setPath] = useState<string | null>(null)
  const keep = useCommand(desk.staffing.keepSignedPledge)
  const mayNot = useWhyNot('staffing.keepSignedPledge')
  const onKeep = (): void => {
    if (on && path !== null) keep.run({ personId: person.id, textVersion, on, path }, onDone)
  }
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); onKeep() }}>
      <p>{t('pledge.paperLead')}</p>
      <div className="fields spaced"><DayField label={t('pledge.on')} value={on} onChange={setOn} /></div>
      <div className="spaced"><FileField label={t('pledge.scan')} value={path} onChange={setPath} /></div>
      <div className="spaced"><Trouble of={keep.error} /></div>
      <div className="acts"><ActButton type="submit" loading={keep.busy} unless={[mayNot, !on && t('needDay'), path === null && t('pledge.needScan')]}>{t('pledge.keep')}</ActButton></div>
    </form>
  )
}
