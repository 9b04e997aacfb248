import { Checkbox, MultiSelect, Radio, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../core/devices/device.ts'
import type { PlaceId } from '../../core/places/place.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useOffice } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** The places of all contracts, by their names. */
export function usePlaces(): { id: PlaceId; name: string; retired: boolean }[] {
  const { contracts } = useOffice()
  const several = contracts.length > 1
  return useQueries({ queries: contracts.map(({ id }) => questions.places(id)) }).flatMap(({ data }, i) =>
    (data ?? []).map(({ id, name, retired }) => ({ id, name: several ? `${name}（${contracts[i]?.contractNo ?? ''}）` : name, retired: retired !== null })))
}

/** Where a device stands: at work locations, or nowhere for good. */
export function Standing({ portable, placeIds, onChange }: { portable: boolean; placeIds: PlaceId[]; onChange: (by: { portable?: boolean; placeIds?: PlaceId[] }) => void }) {
  const { t } = useTranslation('devices')
  const places = usePlaces().filter(({ retired }) => !retired)
  return (
    <>
      <Radio.Group label={t('standing')} value={portable ? 'carried' : 'fixed'} onChange={(value) => onChange({ portable: value === 'carried' })}>
        <div className="radios"><Radio value="fixed" label={t('fixed')} /><Radio value="carried" label={t('carried')} /></div>
      </Radio.Group>
      {!portable && (places.length === 0
        ? <p>{t('noPlaces')} <Link to="/places">{t('toPlaces')}</Link></p>
        : <MultiSelect label={t('place')} data={places.map(({ id, name }) => ({ value: id, label: name }))} value={placeIds} onChange={(ids) => onChange({ placeIds: ids as PlaceId[] })} />)}
    </>
  )
}

export function RegisterForm({ onDone }: { onDone: (device: Device) => void }) {
  const { t } = useTranslation('devices')
  const { organisation } = useOffice()
  const [draft, setDraft] = useState({ name: '', assetNo: '', owner: organisation.name, internetConnected: true, portable: false, placeIds: [] as PlaceId[], thisMachine: true })
  const change = (by: Partial<typeof draft>): void => setDraft({ ...draft, ...by })
  const register = useCommand(desk.devices.register)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); register.run(draft, onDone) }}>
      <TextInput label={t('name')} value={draft.name} onChange={(event) => change({ name: event.currentTarget.value })} />
      <TextInput label={t('assetNo')} value={draft.assetNo} onChange={(event) => change({ assetNo: event.currentTarget.value })} />
      <TextInput label={t('owner')} value={draft.owner} onChange={(event) => change({ owner: event.currentTarget.value })} />
      <Checkbox label={t('internet')} checked={draft.internetConnected} onChange={(event) => change({ internetConnected: event.currentTarget.checked })} />
      <Standing {...draft} onChange={change} />
      <Checkbox label={t('isThis')} description={t('isThisWhy')} checked={draft.thisMachine} onChange={(event) => change({ thisMachine: event.currentTarget.checked })} />
      <Trouble of={register.error} />
      <div className="acts"><ActButton type="submit" loading={register.busy} unless={[draft.name.trim() === '' && t('need', { field: t('name') }), draft.owner.trim() === '' && t('need', { field: t('owner') }), !draft.portable && draft.placeIds.length === 0 && t('needPlace')]}>{t('registerNow')}</ActButton></div>
    </form>
  )
}

export function MoveForm({ device, onDone }: { device: Device; onDone: () => void }) {
  const { t } = useTranslation('devices')
  const [draft, setDraft] = useState({ portable: device.portable, placeIds: device.placeIds })
  const move = useCommand(desk.devices.move)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); move.run({ ...draft, deviceId: device.id }, onDone) }}>
      <Standing {...draft} onChange={(by) => setDraft({ ...draft, ...by })} />
      <Trouble of={move.error} />
      <div className="acts"><ActButton type="submit" loading={move.busy} unless={[!draft.portable && draft.placeIds.length === 0 && t('needPlace')]}>{t('moveNow')}</ActButton></div>
    </form>
  )
}
