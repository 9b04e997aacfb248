import type { IssuedDocument } from '../../documents/document.ts'
import { dayOf, type Instant } from '../../time.ts'
import type { Shelf } from '../shelf.ts'
import { change, count } from './change.ts'
import type { Projectors } from './projectors.ts'

/** F-05 has been handed in: every place that it names has been. */
export function placesHandedIn(shelf: Shelf, { form, docNo, subjects }: IssuedDocument, at: Instant): void {
  if (form !== 'F-05') return
  for (const id of subjects) if (shelf.get('place', id)) change(shelf, 'place', id, (p) => (p.submitted ? p : { ...p, submitted: { on: dayOf(at), docNo }, state: p.state === '案' ? '提出' : p.state }), (p) => p.contractId)
}

/** Where the work is done, with what, and since when (Art. 3②, 6, 11(10), 18②). */
export const workplace = {
  'place-registered': ({ place }, shelf) => shelf.put('place', place.id, place, place.contractId),
  'places-submitted': ({ placeIds, on, docNo }, shelf) => {
    for (const id of placeIds) change(shelf, 'place', id, (p) => ({ ...p, submitted: { on, docNo }, state: p.state === '案' ? '提出' : p.state }), (p) => p.contractId)
  },
  'place-decided': ({ placeId, decided }, shelf) => void change(shelf, 'place', placeId, (p) => ({ ...p, decided, state: decided.outcome }), (p) => p.contractId),
  'place-retired': ({ placeId, retired }, shelf) => void change(shelf, 'place', placeId, (p) => ({ ...p, retired, state: '廃止' }), (p) => p.contractId),
  'device-registered': ({ device }, shelf) => shelf.put('device', device.id, device),
  'device-moved': ({ deviceId, portable, placeIds }, shelf) => void change(shelf, 'device', deviceId, (d) => ({ ...d, portable, placeIds })),
  'device-recognised': ({ deviceId, machine }, shelf) => void change(shelf, 'device', deviceId, (d) => ({ ...d, machine })),
  'device-retired': ({ deviceId, retired }, shelf) => void change(shelf, 'device', deviceId, (d) => ({ ...d, retired })),
  'device-checked': ({ check }, shelf) => {
    shelf.put('check', check.id, check)
    shelf.put('latest-check', check.deviceId, check)
    count(shelf, 'device-check')
  },
  'leak-prone-listed': ({ applications }, shelf) => shelf.put('leak-prone', 'list', { applications }),
  'emergency-plan-registered': ({ plan }, shelf) => shelf.put('emergency-plan', plan.contractId, plan, plan.contractId),
  'demarcation-agreed': ({ contractId, rows }, shelf) => void change(shelf, 'contract', contractId, (c) => ({ ...c, demarcation: rows })),
  'work-started': ({ contractId, at }, shelf) => void change(shelf, 'contract', contractId, (c) => ({ ...c, startedAt: at })),
  'work-place-said': ({ workAt }, shelf) => shelf.put('work-at', workAt.personId, workAt),
} satisfies Projectors
