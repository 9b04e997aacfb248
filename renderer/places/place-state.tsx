import { useTranslation } from 'react-i18next'
import type { Place } from '../../core/places/place.ts'
import { dayOf } from '../../core/time.ts'
import { thisMinute } from '../parts/day-field.tsx'
import { Status } from '../parts/status.tsx'

export const stateWords = { 案: 'states.draft', 提出: 'states.submitted', 承認: 'states.approved', 不承認: 'states.refused', 廃止: 'states.retired' } as const

/** Whether information may be handled there now, and how far its filing has come. */
export function PlaceState({ place, inForce }: { place: Place; inForce: boolean }) {
  const { t } = useTranslation('places')
  const state = t(stateWords[place.state])
  if (inForce) return <Status look="good">{t('inForce')}（{state}）</Status>
  if (place.state !== '廃止' && place.state !== '不承認' && place.useFrom > dayOf(thisMinute())) return <Status look="calm">{t('notYet')}（{state}）</Status>
  return <Status look={place.state === '廃止' ? 'calm' : place.state === '不承認' ? 'bad' : 'warn'}>{place.state === '廃止' ? state : `${t('notInForce')}（${state}）`}</Status>
}
