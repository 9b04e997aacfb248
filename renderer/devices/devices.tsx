import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Device } from '../../core/devices/device.ts'
import { questions } from '../asking/questions.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Empty } from '../parts/empty.tsx'
import { When } from '../parts/figures.tsx'
import { Page } from '../parts/page.tsx'
import { Status } from '../parts/status.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { PeopleTabs } from '../staffing/tabs.tsx'
import { ToChecklist } from '../workplace/to-checklist.tsx'
import { CheckResult } from './check-result.tsx'
import { RegisterForm, usePlaces } from './device-form.tsx'
import { LeakProneForm } from './leak-prone.tsx'
import { OneDevice } from './one-device.tsx'
import './devices.css'

/** 機器 (F-22, Art. 11(10)): what the work is done with, and whether it passed its check. */
export function Devices() {
  const { t } = useTranslation('devices')
  const go = useNavigate()
  const question = useQuery(questions.devices)
  const { data: checks = [] } = useQuery(questions.checks)
  const { data: here } = useQuery(questions.here)
  const places = usePlaces()
  const { contract } = useOffice()
  const [doing, setDoing] = useState<'register' | 'list' | null>(null)
  const mayNotRegister = useWhyNot('devices.register')
  const register = <ActButton unless={[mayNotRegister]} onClick={() => setDoing('register')}>{t('register')}</ActButton>
  const latest = (id: string) => checks.find(({ deviceId }) => deviceId === id)
  const standing = (device: Device): string => (device.portable ? t('portable') : device.placeIds.map((id) => places.find((place) => place.id === id)?.name ?? '').filter(Boolean).join('・') || '—')
  const columns: Column<Device>[] = [
    { key: 'name', head: t('name'), cell: (d) => <span><span className="strong">{d.name}</span>{d.id === here?.deviceId && <span className="small soft">　{t('thisMachine')}</span>}</span>, text: (d) => `${d.name} ${d.assetNo}` },
    { key: 'assetNo', head: t('assetNo'), cell: (d) => d.assetNo || '—' },
    { key: 'place', head: t('place'), cell: standing, text: standing },
    { key: 'internet', whole: true, head: t('internet'), cell: (d) => t(d.internetConnected ? 'connected' : 'notConnected'), extra: true },
    { key: 'owner', head: t('owner'), cell: (d) => d.owner, extra: true },
    { key: 'check', whole: true, head: t('checked'), cell: (d) => (d.retired ? <Status look="calm">{t('retired')}</Status> : <span><CheckResult of={latest(d.id)} />{latest(d.id) && <><br /><span className="small soft"><When at={latest(d.id)!.at} /></span></>}</span>) },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} action={<>{contract && <ToChecklist contractId={contract.id} />}<ActButton variant="default" onClick={() => setDoing('list')}>{t('listOpen')}</ActButton>{register}</>}>
      <PeopleTabs />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="11(10)キ" action={register}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={list} columns={columns} rowKey={({ id }) => id} rowName={({ name }) => name}
              panel={(device) => <OneDevice device={device} checks={checks.filter(({ deviceId }) => deviceId === device.id)} isHere={device.id === here?.deviceId} isUnknownHere={here?.deviceId === null} />}
              chips={[{ key: 'open', label: t('chipOpen'), test: (d) => !d.retired && latest(d.id)?.result !== '適合' }, { key: 'here', label: t('chipHere'), test: ({ id }) => id === here?.deviceId }]} />)}
      </Asked>
      <Drawer title={t('register')} opened={doing === 'register'} onClose={() => setDoing(null)}><RegisterForm onDone={({ id }) => { setDoing(null); void go({ to: '/devices/$id/check', params: { id } }) }} /></Drawer>
      <Drawer title={t('listTitle')} opened={doing === 'list'} onClose={() => setDoing(null)}><LeakProneForm onDone={() => setDoing(null)} /></Drawer>
    </Page>
  )
}
