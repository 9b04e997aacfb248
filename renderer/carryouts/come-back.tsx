import { NumberInput, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { PersonId } from '../../core/people/person.ts'
import type { Instant } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute, TimeField } from '../parts/day-field.tsx'
import { nobody, SecondPerson } from '../parts/second-person.tsx'
import { usePersonName } from '../people/person-name.ts'
import { Task } from '../send/task.tsx'

/** 返却確認: what came back and where it is locked away, before somebody who did not carry it. */
export function ComeBack({ carryOut: { id, kind, quantity: out, medium, out: went, eraseAfterUse, erasure } }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const name = usePersonName()
  const carriers = went?.persons ?? []
  const [at, setAt] = useState<Instant | null>(thisMinute())
  const [by, setBy] = useState<string | null>(carriers[0] ?? null)
  const [quantity, setQuantity] = useState<number | null>(out)
  const usual = useQuery(questions.media).data?.find(({ no }) => no === medium)?.storagePlace ?? ''
  const [place, setPlace] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [checker, setChecker] = useState(nobody)
  const confirm = useCommand(desk.carryOuts.confirmReturn)
  const storagePlace = place ?? usual
  const onConfirm = (): void => {
    if (at !== null && by !== null && quantity !== null) confirm.run({ carryOutId: id, at, by: by as PersonId, quantity, storagePlace, note, checker })
  }
  return (
    <Task title={t('backTitle')} lead={t('backLead')} article="11(2)" error={confirm.error} onSubmit={onConfirm} act={
      <ActButton type="submit" loading={confirm.busy} unless={[
        useWhyNot('carryOuts.confirmReturn'), at === null && t('need', { field: t('backAt') }), by === null && t('need', { field: t('backBy') }), quantity === null && t('need', { field: t('backQuantity') }), storagePlace.trim() === '' && t('need', { field: t('backPlace') }),
        (checker.loginId === '' || checker.password === '') && t('needSecond'),
      ]}>{t('backNow')}</ActButton>
    }>
      <div className="fields">
        <TimeField label={t('backAt')} value={at} onChange={setAt} />
        <Select label={t('backBy')} data={carriers.map((one) => ({ value: one as string, label: name(one) }))} value={by} onChange={setBy} />
        {kind === 'document' && <NumberInput label={t('backQuantity')} min={0} max={10_000} allowDecimal={false} value={quantity ?? ''} onChange={(value) => setQuantity(typeof value === 'number' ? value : null)} />}
        <TextInput label={t('backPlace')} value={storagePlace} onChange={(event) => setPlace(event.currentTarget.value)} />
        <TextInput className="wide" label={t(kind === 'document' ? 'backNote' : 'backCondition')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </div>
      {eraseAfterUse && erasure === null && <p className="small soft spaced">{t('eraseOpen')}</p>}
      <SecondPerson title={t('checker')} value={checker} onChange={setChecker} />
    </Task>
  )
}
