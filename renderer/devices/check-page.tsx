import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceCheck, WorkstationFacts } from '../../core/devices/check.ts'
import type { Device } from '../../core/devices/device.ts'
import { questions } from '../asking/questions.ts'
import { useId } from '../frame/use-id.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { CheckForm } from './check-form.tsx'
import { Findings } from './check-result.tsx'
import './devices.css'

/** 情報システム点検 (F-22): what the machine says, what a person says, and what comes of it. */
export function CheckPage() {
  const id = useId()
  return <Asked of={useQuery(questions.devices)}>{(list) => list.filter((device) => device.id === id).map((device) => <OfDevice key={device.id} device={device} />)}</Asked>
}

function OfDevice({ device }: { device: Device }) {
  const { t } = useTranslation('devices')
  const go = useNavigate()
  const [done, setDone] = useState<DeviceCheck | null>(null)
  const here = useQuery(questions.here)
  return (
    <Page title={t('checkOf', { name: device.name })} back={{ to: '/devices', label: t('toList') }}>
      {done && (
        <Notice look={done.result === '適合' ? 'good' : 'refused'} title={t('result', { no: done.no, result: t(done.result === '適合' ? 'passed' : 'failed') })}>
          {done.result === '不適合' && <p>{t('resultFailed')}</p>}
          <Findings of={done.findings} />
          <div className="acts">
            {done.result === '適合' ? <ActButton onClick={() => void go({ to: '/devices' })}>{t('toList')}</ActButton> : <ActButton onClick={() => setDone(null)}>{t('again')}</ActButton>}
          </div>
        </Notice>
      )}
      {!done && <Asked of={here}>{({ deviceId }) => (deviceId === device.id ? <AtTheDevice device={device} onDone={setDone} /> : <CheckForm device={device} facts={null} onDone={setDone} />)}</Asked>}
    </Page>
  )
}

/** The machine is read first: what it says, nobody types. */
function AtTheDevice({ device, onDone }: { device: Device; onDone: (check: DeviceCheck) => void }) {
  const { t } = useTranslation('devices')
  const looked = useQuery(questions.machine)
  if (looked.isPending) return <p role="status" aria-busy="true">{t('reading')}</p>
  return <Asked of={looked}>{({ facts }: { facts: WorkstationFacts }) => <CheckForm device={device} facts={facts} onDone={onDone} />}</Asked>
}
