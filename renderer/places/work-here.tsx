import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContractId } from '../../core/contracts/contract-of-work.ts'
import type { Place, PlaceId } from '../../core/places/place.ts'
import { useCommand } from '../asking/command.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { ActButton } from '../parts/act-button.tsx'
import { Block } from '../parts/page.tsx'
import { Trouble } from '../parts/trouble.tsx'

/** For a device that is carried about: where one works, for as long as one stays. */
export function WorkHere({ places, inForce, contractId }: { places: readonly Place[]; inForce: ReadonlySet<string>; contractId: ContractId }) {
  const { t } = useTranslation('places')
  const { data: here } = useQuery(questions.here)
  const { data: devices } = useQuery(questions.devices)
  const [chosen, setChosen] = useState<string | null>(null)
  const say = useCommand(desk.workplace.workAt)
  if (!here || !devices?.some(({ id, portable }) => id === here.deviceId && portable)) return null
  const now = here.places.find((place) => place.contractId === contractId)
  const others = here.places.filter((place) => place.contractId !== contractId).map(({ placeId }) => placeId)
  return (
    <Block title={t('hereTitle')} lead={now ? t('hereIs', { name: places.find(({ id }) => id === now.placeId)?.name ?? '' }) : t('hereLead')}>
      <form className="row-form" onSubmit={(event) => { event.preventDefault(); if (chosen) say.run({ placeIds: [...others, chosen as PlaceId] }) }}>
        <Select aria-label={t('hereTitle')} value={chosen} data={places.filter(({ id }) => inForce.has(id)).map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />
        <div className="acts"><ActButton type="submit" variant="default" loading={say.busy} unless={[!chosen && t('need', { field: t('title') })]}>{t('hereNow')}</ActButton></div>
        <Trouble of={say.error} />
      </form>
    </Block>
  )
}
