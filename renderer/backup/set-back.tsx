import { NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restored } from '../../core/backup/backup.ts'
import type { BackupState } from '../../core/backup/use.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Notice } from '../parts/notice.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { sayTime } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'
import { NumbersGiven } from './numbers-given.tsx'

/** Where this ledger came from, and what is lost; until the city knows, that it has to be told. */
export function SetBack({ restored, numbers }: { restored: Restored; numbers: BackupState['numbers'] }) {
  const { t } = useTranslation('backup')
  const language = useLanguage()
  const { organisation } = useOffice()
  const isSetBack = restored.missing > 0 || restored.forked
  const { from, at, movedAside, told } = restored
  return (
    <Notice look={isSetBack && !told ? 'warning' : 'plain'} title={t('restored')}>
      <p>{t('restoredFrom', { name: from.name, when: sayTime(from.madeAt, language), entries: from.entries, at: sayTime(at, language) })}</p>
      {isSetBack && <p>{restored.missing > 0 ? t('restoredMissing', { missing: restored.missing }) : t('restoredForked')}</p>}
      {movedAside !== null && <p className="small soft">{t('movedAside', { name: movedAside })}</p>}
      {told && <p>{t('told', { ref: told.cityRef, at: sayTime(told.at, language) })}</p>}
      {organisation.kind === 'contractor' && <Tell restored={restored} />}
      {organisation.kind === 'contractor' && <NumbersGiven key={restored.id} restored={restored} numbers={numbers} />}
    </Notice>
  )
}

/** Told once at least where something is lost; and again when the city holds a proof of more than was known here. */
function Tell({ restored: { id, missing, forked, told } }: { restored: Restored }) {
  const { t } = useTranslation('backup')
  const [cityRef, setCityRef] = useState('')
  const admitted = Math.max(missing, told?.lost ?? 0)
  const [lost, setLost] = useState<number | string>(admitted)
  const tell = useCommand(desk.backup.tellCity)
  const mayNot = useWhyNot('backup.tellCity')
  return (
    <form noValidate className="spaced" onSubmit={(event) => { event.preventDefault(); tell.run({ id, cityRef, lost: typeof lost === 'number' ? lost : null }) }}>
      {(told || !(missing > 0 || forked)) && <p>{t('tellAgain')}</p>}
      <div className="fields">
        <TextInput className="wide" label={t('cityRef')} placeholder={t('cityRefHint')} value={cityRef} onChange={(event) => setCityRef(event.currentTarget.value)} />
        <NumberInput className="wide" label={t('lost')} description={t('lostWhy')} min={admitted} allowDecimal={false} allowNegative={false} value={lost} onChange={setLost} />
        <p className="wide small soft">{t('tellProof')}</p>
      </div>
      <Trouble of={tell.error} />
      <div className="acts"><ActButton type="submit" loading={tell.busy} unless={[mayNot, cityRef.trim() === '' && t('needs', { field: t('cityRef') })]}>{t('tell')}</ActButton></div>
    </form>
  )
}
