import { Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CorrectableKind, CorrectableRow, Correction } from '../../core/corrections/correction.ts'
import { questions } from '../asking/questions.ts'
import { useCommand } from '../asking/command.ts'
import { Folded } from '../carryouts/folded.tsx'
import { desk } from '../desk.ts'
import { frozenOf, type Reason } from '../frame/frozen.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { When } from '../parts/figures.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import '../parts/history.css'

/** 記録の訂正: what was said anew of a row, and the way to say it anew. The contractor's alone. */
export function Corrections({ kind, id }: { kind: CorrectableKind; id: string }) {
  const { organisation } = useOffice()
  return organisation.kind === 'contractor' ? <OfRow kind={kind} id={id} /> : null
}

function OfRow({ kind, id }: { kind: CorrectableKind; id: string }) {
  const { t } = useTranslation('corrections')
  const { data: row } = useQuery(questions.correctable(kind, id))
  const mayNot = useWhyNot('corrections.record', row?.contractId)
  if (!row) return null
  return (
    <section className="history side-part" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      {row.corrections.length === 0 && <p className="soft">{t('none')}</p>}
      <ol>{row.corrections.map((one) => <Said key={one.id} of={one} />)}</ol>
      <Folded label={t('begin')} unless={frozenOf(mayNot)}>{(close, done) => <Say kind={kind} id={id} words={row.words} mayNot={mayNot} close={close} onDone={done} />}</Folded>
    </section>
  )
}

function Said({ of: { field, before, after, reason, by, at } }: { of: Correction }) {
  const { t } = useTranslation('corrections')
  const name = usePersonName()
  return (
    <li>
      <p className="small soft"><When at={at} />　{name(by)}</p>
      <p className="strong">{t(`fields.${field}` as 'fields.title')}</p>
      <p>{t('was')}　<del>{before || t('blank')}</del></p>
      <p>{t('is')}　{after || t('blank')}</p>
      <p className="small soft">{t('reason')}　{reason}</p>
    </li>
  )
}

function Say({ kind, id, words, mayNot, close, onDone }: { kind: CorrectableKind; id: string; words: CorrectableRow['words']; mayNot: Reason | null; close: ReactNode; onDone: () => void }) {
  const { t } = useTranslation('corrections')
  const [field, setField] = useState(words[0]?.field ?? '')
  const here = words.find((one) => one.field === field)
  const [after, setAfter] = useState(here?.words ?? '')
  const [reason, setReason] = useState('')
  const record = useCommand(desk.corrections.record)
  const choose = (next: string | null): void => {
    setField(next ?? '')
    setAfter(words.find((one) => one.field === next)?.words ?? '')
  }
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); record.run({ kind, id, field, after, reason }, onDone) }}>
      <p className="small soft">{t('lead')}</p>
      <div className="fields spaced">
        <Select className="wide" label={t('field')} data={words.map((one) => ({ value: one.field, label: t(`fields.${one.field}` as 'fields.title') }))} value={field} onChange={choose} allowDeselect={false} />
        <Textarea className="wide" label={t('after')} description={`${t('now')}：${here?.words || t('blank')}`} autosize minRows={2} value={after} onChange={(event) => setAfter(event.currentTarget.value)} />
        <TextInput className="wide" label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
      <p className="small soft spaced">{t('revise')}</p>
      <div className="spaced"><Trouble of={record.error} /></div>
      <div className="acts">
        <ActButton type="submit" loading={record.busy} unless={[mayNot, after.trim() === (here?.words ?? '') && t('unchanged'), here?.needed && after.trim() === '' && t('fillIn', { field: t('after') }), reason.trim() === '' && t('fillIn', { field: t('reason') })]}>{t('act')}</ActButton>
        {close}
      </div>
    </form>
  )
}
