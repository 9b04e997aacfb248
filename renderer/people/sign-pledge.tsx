import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PledgeWords, type Person } from '../../core/people/person.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { useTerm } from '../words/terms.ts'

type SignedBy = (typeof PledgeWords.shape.signedBy.options)[number]

/** Art. 8②: the pledge that someone signed. */
export function SignPledge({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation('people')
  const { t: parts } = useTranslation('parts')
  const term = useTerm()
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [textVersion, setVersion] = useState('')
  const [signedBy, setSignedBy] = useState<SignedBy>('自署')
  const sign = useCommand(desk.people.signPledge)
  const onSign = (): void => {
    if (on) sign.run({ personId: person.id, pledge: { on, textVersion, signedBy, scanSha256: null } }, onDone)
  }
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); onSign() }}>
      <p className="strong">{t('pledgeLead', { name: person.name })}</p>
      <div className="fields spaced">
        <DayField label={t('pledgeOn')} value={on} onChange={setOn} />
        <Select label={t('signedBy')} data={PledgeWords.shape.signedBy.options.map((value) => ({ value, label: term(value) }))} value={signedBy} onChange={(value) => setSignedBy(value as SignedBy)} />
        <TextInput className="wide" label={t('textVersion')} placeholder="v1.0" value={textVersion} onChange={(event) => setVersion(event.currentTarget.value)} />
      </div>
      <div className="spaced"><Trouble of={sign.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={sign.busy} unless={[!on && t('needOn'), textVersion.trim() === '' && t('needVersion')]}>{t('pledgeNow')}</ActButton>
        <Button variant="default" onClick={onDone}>{parts('cancel')}</Button>
      </div>
    </form>
  )
}
