import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restored } from '../../core/backup/backup.ts'
import type { BackupState } from '../../core/backup/use.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Facts } from '../parts/facts.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** Which numbers were given on what a restoring lost, so that none is given twice. Asked for where something is known to be lost; may be said at any time after a restoring. */
export function NumbersGiven({ restored: { id }, numbers: { owed, last } }: { restored: Restored; numbers: BackupState['numbers'] }) {
  const { t } = useTranslation('backup')
  const [given, setGiven] = useState('')
  const [ground, setGround] = useState('')
  const [said, setSaid] = useState(false)
  const say = useCommand(desk.backup.continueNumbers)
  const mayNot = useWhyNot('backup.continueNumbers')
  const numbers = given.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return (
    <form noValidate className="spaced" aria-label={t('numbers')} onSubmit={(event) => { event.preventDefault(); setSaid(false); say.run({ id, numbers, ground }, () => { setGiven(''); setGround(''); setSaid(true) }) }}>
      <h3>{t('numbers')}</h3>
      <p>{t('numbersWhy')}</p>
      {owed && <p><strong>{t('numbersOwed')}</strong></p>}
      <Facts wide of={[[t('numbersLast'), last.length > 0 ? <span key="last" className="code">{last.join('　')}</span> : t('numbersNone')]]} />
      <div className="fields">
        <Textarea className="wide" autosize minRows={3} label={t('numbersGiven')} placeholder={t('numbersHint')} value={given} onChange={(event) => setGiven(event.currentTarget.value)} />
        <TextInput className="wide" label={t('numbersGround')} placeholder={t('numbersGroundHint')} value={ground} onChange={(event) => setGround(event.currentTarget.value)} />
      </div>
      <Trouble of={say.error} />
      {said && <Notice look="good" title={t('numbersSaid')} />}
      <div className="acts"><ActButton type="submit" loading={say.busy} unless={[mayNot, ground.trim() === '' && t('needs', { field: t('numbersGround') })]}>{numbers.length > 0 ? t('numbersSay') : t('numbersSayNone')}</ActButton></div>
    </form>
  )
}
