import { Button, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceCheck } from '../../core/devices/check.ts'
import type { Device } from '../../core/devices/device.ts'
import { dayOf, type Day } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { DayField, thisMinute } from '../parts/day-field.tsx'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { Trouble } from '../parts/trouble.tsx'
import { usePersonName } from '../people/person-name.ts'
import { CheckResult, Findings } from './check-result.tsx'
import { MoveForm, usePlaces } from './device-form.tsx'

/** A device at the side: where it stands, its checks, and what becomes of it. */
export function OneDevice({ device, checks, isHere, isUnknownHere }: { device: Device; checks: readonly DeviceCheck[]; isHere: boolean; isUnknownHere: boolean }) {
  const { t } = useTranslation('devices')
  const { t: parts } = useTranslation('parts')
  const go = useNavigate()
  const places = usePlaces()
  const name = usePersonName()
  const [doing, setDoing] = useState<'move' | 'retire' | null>(null)
  const mayNot = useWhyNot('devices.check')
  const recognise = useCommand(desk.devices.recognise)
  const close = (): void => setDoing(null)
  return (
    <>
      <Facts of={[
        [t('assetNo'), device.assetNo], [t('owner'), device.owner], [t('internet'), t(device.internetConnected ? 'connected' : 'notConnected')],
        [t('place'), device.portable ? t('portable') : device.placeIds.map((id) => places.find((place) => place.id === id)?.name ?? '—').join('・')],
        [t('machine'), isHere ? `${device.machine?.name ?? ''}（${t('thisMachine')}）` : (device.machine?.name ?? '')], device.retired && [t('retired'), <span key="r"><OnDay day={device.retired.on} />　{device.retired.reason}</span>],
      ]} />
      {doing === null && !device.retired && (
        <div className="acts">
          <ActButton unless={[mayNot]} onClick={() => void go({ to: '/devices/$id/check', params: { id: device.id } })}>{t('check')}</ActButton>
          {isUnknownHere && !isHere && <ActButton variant="default" unless={[mayNot]} loading={recognise.busy} onClick={() => recognise.run({ deviceId: device.id })}>{t('recognise')}</ActButton>}
          <ActButton variant="default" unless={[mayNot]} onClick={() => setDoing('move')}>{t('move')}</ActButton>
          <ActButton variant="default" unless={[mayNot]} onClick={() => setDoing('retire')}>{t('retire')}</ActButton>
        </div>
      )}
      <Trouble of={recognise.error} />
      {doing === 'move' && <MoveForm device={device} onDone={close} />}
      {doing === 'retire' && <Retire device={device} onDone={close} />}
      {doing !== null && <div className="acts"><Button variant="subtle" onClick={close}>{parts('cancel')}</Button></div>}
      <section className="side-part">
        <h3>{t('checks')}</h3>
        {checks.length === 0 && <p className="soft">{t('noChecks')}</p>}
        {checks.map((check) => (
          <div key={check.id} className="side-part">
            <p><CheckResult of={check} />　<span className="code">{check.no}</span>　<When at={check.at} /></p>
            <p className="small soft">{t('by')} {name(check.by)}　{t(check.atTheDevice ? 'atDevice' : 'elsewhere')}</p>
            <Findings of={check.findings} />
            {check.corrective && <p className="small">{check.corrective}</p>}
          </div>
        ))}
      </section>
    </>
  )
}

function Retire({ device, onDone }: { device: Device; onDone: () => void }) {
  const { t } = useTranslation('devices')
  const [on, setOn] = useState<Day | null>(dayOf(thisMinute()))
  const [reason, setReason] = useState('')
  const retire = useCommand(desk.devices.retire)
  return (
    <form noValidate className="side-form" onSubmit={(event) => { event.preventDefault(); if (on) retire.run({ deviceId: device.id, on, reason }, onDone) }}>
      <p>{t('retireLead')}</p>
      <DayField label={t('retireOn')} value={on} onChange={setOn} />
      <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Trouble of={retire.error} />
      <div className="acts"><ActButton type="submit" color="red" loading={retire.busy} unless={[!on && t('need', { field: t('retireOn') }), reason.trim() === '' && t('need', { field: t('reason') })]}>{t('retire')}</ActButton></div>
    </form>
  )
}
