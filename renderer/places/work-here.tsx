import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import { placesInForceAmong, type PlaceId } from '../../core/places/place.ts'
import { dayOf } from '../../core/time.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { thisMinute } from '../parts/day-field.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** For a device that is carried about: where one works, for as long as one stays. */
export function WorkHere({ contractId, unsaidOnly = false }: { contractId: ContractId; /** Only as long as no place is said. */ unsaidOnly?: boolean }) {
  const { t } = useTranslation('places')
  const { data: here } = useQuery(questions.here)
  const { data: devices } = useQuery(questions.devices)
  const { data: places = [] } = useQuery(questions.places(contractId))
  const { data: requests } = useQuery(questions.requests(contractId))
  const [chosen, setChosen] = useState<string | null>(null)
  const say = useCommand(desk.workplace.workAt)
  if (!here || !devices?.some(({ id, portable }) => id === here.deviceId && portable)) return null
  const now = here.places.find((place) => place.contractId === contractId)
  if (unsaidOnly && now) return null
  const inForce = placesInForceAmong(places, requests?.some(({ form }) => form === 'F-05') ?? false, dayOf(thisMinute()))
  const others = here.places.filter((place) => place.contractId !== contractId).map(({ placeId }) => placeId)
  return (
    <Block title={t('hereTitle')} lead={now ? t('hereIs', { name: places.find(({ id }) => id === now.placeId)?.name ?? '' }) : t('hereLead')}>
      <form className="row-form" onSubmit={(event) => { event.preventDefault(); if (chosen) say.run({ placeIds: [...others, chosen as PlaceId] }) }}>
        <Select aria-label={t('hereTitle')} value={chosen} data={inForce.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />
        <div className="acts"><ActButton type="submit" variant="default" loading={say.busy} unless={[!chosen && t('need', { field: t('title') })]}>{t('hereNow')}</ActButton></div>
        <Trouble of={say.error} />
      </form>
    </Block>
  )
}
