import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { placesInForceAmong, type Place } from '../../core/places/place.ts'
import { dayOf } from '../../core/time.ts'
import { questions } from '../asking/questions.ts'
import { useOffice, useWhyNot } from '../frame/in-hand.tsx'
import { ActButton } from '../parts/act-button.tsx'
import { Asked } from '../parts/asked.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Empty } from '../parts/empty.tsx'
import { OnDay } from '../parts/figures.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { Table, type Column } from '../parts/table.tsx'
import { PeopleTabs } from '../staffing/tabs.tsx'
import { ToChecklist } from '../workplace/to-checklist.tsx'
import { OnePlace } from './one-place.tsx'
import { PlaceForm } from './place-form.tsx'
import { PlaceState, stateWords } from './place-state.tsx'
import { WorkHere } from './work-here.tsx'
import '../devices/devices.css'

/** 作業場所 (F-05, Art. 6①) of the contract in hand. */
export function Places() {
  const { contract } = useOffice()
  return contract ? <OfContract key={contract.id} contract={contract} /> : <NoContract />
}

function NoContract() {
  const go = useNavigate()
  const { t } = useTranslation('places')
  return <Page title={t('title')} lead={t('lead')}><PeopleTabs /><Empty title={t('empty')} article="6①" action={<Button onClick={() => void go({ to: '/contracts/new' })}>{t('openContract')}</Button>}>{t('emptyLead')}</Empty></Page>
}

function OfContract({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('places')
  const question = useQuery(questions.places(contract.id))
  const { data: requests } = useQuery(questions.requests(contract.id))
  const asked = requests?.some(({ form }) => form === 'F-05') ?? false
  const [registering, setRegistering] = useState(false)
  const register = <ActButton unless={[useWhyNot('places.register')]} onClick={() => setRegistering(true)}>{t('register')}</ActButton>
  const inForce = new Set(placesInForceAmong(question.data ?? [], asked, dayOf(thisMinute())).map(({ id }) => id))
  const name = (id: string): string => question.data?.find((place) => place.id === id)?.name ?? ''
  const columns: Column<Place>[] = [
    { key: 'name', head: t('name'), cell: (p) => <span><span className="strong">{p.name}</span>{p.replaces && <><br /><span className="small soft">{t('replaced', { name: name(p.replaces) })}</span></>}</span>, text: (p) => `${p.name} ${p.address} ${p.room}` },
    { key: 'room', head: t('room'), cell: (p) => <span>{p.room}<br /><span className="small soft">{p.address}</span></span> },
    { key: 'period', whole: true, head: t('period'), cell: (p) => <span><OnDay day={p.useFrom} />〜{p.useTo && <OnDay day={p.useTo} />}</span> },
    { key: 'state', whole: true, head: t('state'), cell: (p) => <PlaceState place={p} inForce={inForce.has(p.id)} />, text: (p) => t(stateWords[p.state]) },
    { key: 'entry', head: t('entryControl'), cell: (p) => p.entryControl, extra: true },
    { key: 'lock', head: t('lockStorage'), cell: (p) => p.lockStorage, extra: true },
  ]
  return (
    <Page title={t('title')} lead={t('lead')} action={<><ToChecklist contractId={contract.id} />{register}</>}>
      <PeopleTabs />
      {asked && question.data?.some((place) => place.state === '案') && <div className="notice-above"><Notice look="warning">{t('asked')}</Notice></div>}
      <WorkHere contractId={contract.id} />
      <Asked of={question}>
        {(list) => (list.length === 0
          ? <Empty title={t('empty')} article="6①" action={register}>{t('emptyLead')}</Empty>
          : <Table name={t('table')} rows={list} columns={columns} rowKey={({ id }) => id} rowName={(place) => place.name} panel={(place) => <OnePlace contract={contract} place={place} inForce={inForce.has(place.id)} />}
              chips={[{ key: 'now', label: t('chipNow'), test: ({ id }) => inForce.has(id) }, { key: 'waiting', label: t('chipWaiting'), test: ({ state }) => state === '案' }]} />)}
      </Asked>
      <Drawer title={t('register')} opened={registering} onClose={() => setRegistering(false)}><PlaceForm contract={contract} onDone={() => setRegistering(false)} /></Drawer>
    </Page>
  )
}
