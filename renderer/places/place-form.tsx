import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import type { Place } from '../../core/places/place.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Trouble } from '../parts/trouble.tsx'

const blank = { name: '', address: '', room: '', areaSquareMetres: null as number | null, entryControl: '', lockStorage: '', devices: '', network: '', useFrom: null as Day | null, useTo: null as Day | null, withinCityHall: false }

/** A new place, or (with `old`) the place as it will be from a day on. */
export function PlaceForm({ contract, old, onDone }: { contract: ContractOfWork; old?: Place; onDone: () => void }) {
  const { t } = useTranslation('places')
  const [draft, setDraft] = useState<typeof blank>(() => (old ? { ...blank, ...pick(old), useFrom: null, useTo: null } : { ...blank, useFrom: dayOf(thisMinute()) }))
  const [reason, setReason] = useState('')
  const change = (by: Partial<typeof blank>): void => setDraft({ ...draft, ...by })
  const save = useCommand(async () => {
    if (!draft.useFrom) return
    const facts = { ...draft, useFrom: draft.useFrom }
    if (old) await desk.places.change({ ...facts, placeId: old.id, reason })
    else await desk.places.register({ ...facts, contractId: contract.id })
  })
  const text = (key: 'name' | 'address' | 'room' | 'entryControl' | 'lockStorage' | 'devices' | 'network') => ({ label: t(key), value: draft[key], onChange: (event: { currentTarget: { value: string } }) => change({ [key]: event.currentTarget.value }) })
  const needed = (['name', 'address', 'room', 'entryControl', 'lockStorage'] as const).map((key) => draft[key].trim() === '' && t('need', { field: t(key) }))
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); save.run(undefined, onDone) }}>
      {old && <p>{t('changeLead')}</p>}
      <TextInput {...text('name')} />
      <TextInput {...text('address')} />
      <TextInput {...text('room')} placeholder={t('roomExample')} />
      <TextInput {...text('entryControl')} placeholder={t('entryExample')} />
      <TextInput {...text('lockStorage')} placeholder={t('lockExample')} />
      <TextInput {...text('network')} placeholder={t('networkExample')} />
      <NumberInput label={t('area')} min={0} value={draft.areaSquareMetres ?? ''} onChange={(value) => change({ areaSquareMetres: typeof value === 'number' ? value : null })} />
      <TextInput {...text('devices')} />
      <DayField label={t('useFrom')} value={draft.useFrom} onChange={(useFrom) => change({ useFrom })} />
      <DayField label={t('useTo')} clearable value={draft.useTo} onChange={(useTo) => change({ useTo })} />
      <Checkbox label={t('within')} description={t('withinWhy')} checked={draft.withinCityHall} onChange={(event) => change({ withinCityHall: event.currentTarget.checked })} />
      {old && <TextInput label={t('changeReason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <Trouble of={save.error} />
      <div className="acts"><ActButton type="submit" loading={save.busy} unless={[...needed, !draft.useFrom && t('need', { field: t('useFrom') }), old !== undefined && reason.trim() === '' && t('need', { field: t('changeReason') })]}>{t(old ? 'changeNow' : 'registerNow')}</ActButton></div>
    </form>
  )
}

const pick = ({ name, address, room, areaSquareMetres, entryControl, lockStorage, devices, network, withinCityHall }: Place) => ({ name, address, room, areaSquareMetres, entryControl, lockStorage, devices, network, withinCityHall })
