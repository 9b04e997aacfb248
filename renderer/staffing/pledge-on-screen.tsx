import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Strokes } from '../../core/people/person.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { SignaturePad } from './signature-pad.tsx'

/** The name typed by its bearer, and the signature drawn where a hand can draw it. */
export function PledgeOnScreen({ person, textVersion, onDone }: { person: Person; textVersion: string; onDone: () => void }) {
  const { t } = useTranslation('staffing')
  const [typedName, setTyped] = useState('')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [agreed, setAgreed] = useState(false)
  const sign = useCommand(desk.staffing.signOnScreen)
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); sign.run({ personId: person.id, textVersion, typedName, strokes }, onDone) }}>
      <Checkbox label={t('pledge.agree')} checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
      <div className="fields spaced"><TextInput label={t('pledge.typed')} description={t('pledge.typedWhy', { name: person.name })} autoComplete="off" value={typedName} onChange={(event) => setTyped(event.currentTarget.value)} /></div>
      <div className="spaced"><SignaturePad value={strokes} onChange={setStrokes} /></div>
      <div className="spaced"><Trouble of={sign.error} /></div>
      <div className="acts"><ActButton type="submit" loading={sign.busy} unless={[!agreed && t('pledge.needAgree'), typedName.trim() === '' && t('pledge.needTyped')]}>{t('pledge.sign')}</ActButton></div>
    </form>
  )
}
