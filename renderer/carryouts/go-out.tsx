import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { FolderField } from '../parts/folder-field.tsx'
import { Notice } from '../parts/notice.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { Task } from '../send/task.tsx'
import { ChoosePersons } from './choose-persons.tsx'
import { useNow } from './clock.tsx'

/** 持出: who goes, and what lies on the medium at this very moment. */
export function GoOut({ carryOut: { id, kind, persons: approved, dueAt } }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const [persons, setPersons] = useState(approved)
  const [folder, setFolder] = useState<string | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [second, setSecond] = useState(nobody)
  const go = useCommand(desk.carryOuts.goOut)
  const mayNot = useWhyNot('carryOuts.goOut')
  const isMedium = kind === 'medium'
  if (useNow() >= dueAt) return <Notice look="warning" title={t('lapsed')} />
  return (
    <Task title={t('goTitle')} lead={t(isMedium ? 'goLead' : 'goPaperLead')} article="11(2)" error={go.error} onSubmit={() => go.run({ carryOutId: id, persons, folder: isMedium ? folder : null, typed: typed === null ? null : { serial: typed, second } })} act={
      <ActButton type="submit" loading={go.busy} unless={[
        mayNot, persons.length === 0 && t('needPersons'), isMedium && folder === null && t('needFolder'),
        typed !== null && typed.trim() === '' && t('need', { field: t('typedSerial') }), typed !== null && (second.loginId === '' || second.password === '') && t('needSecond'),
      ]}>{t('goNow')}</ActButton>
    }>
      <div className="fields">
        <ChoosePersons label={t('going')} value={persons} onChange={setPersons} among={approved} />
        {isMedium && <div className="wide"><FolderField label={t('folder')} value={folder} onChange={setFolder} /></div>}
        {isMedium && <Checkbox className="wide" label={t('typedToggle')} checked={typed !== null} onChange={(event) => setTyped(event.currentTarget.checked ? '' : null)} />}
      </div>
      {typed !== null && (
        <>
          <div className="fields"><TextInput label={t('typedSerial')} description={t('typedWhy')} value={typed} autoComplete="off" spellCheck={false} onChange={(event) => setTyped(event.currentTarget.value)} /></div>
          <SecondPerson value={second} onChange={setSecond} />
        </>
      )}
    </Task>
  )
}
