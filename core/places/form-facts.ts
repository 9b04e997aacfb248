import type { FormSource } from '../forms/form.ts'
import type { Reading } from '../ledger/shelf.ts'
import { dayOf } from '../time.ts'
import { devicesOf } from '../devices/rules.ts'
import type { Place } from './place.ts'

/** F-05 作業場所届出書 and its change (Art. 6①): the places that are used, or will be; a change is the newest that has not been handed in. */
export const placesForm: FormSource = {
  form: 'F-05',
  enteredAt: '/places',
  facts: (reading, { contract, now }) => {
    const today = dayOf(now)
    const all = reading.list('place', contract.id).filter(({ state, retired, useTo }) => state !== '不承認' && (retired === null || today < retired.from) && (useTo === null || today <= useTo)).sort((a, b) => a.registeredAt - b.registeredAt)
    // Where a change is under way, the city reads the place as it will be.
    const places = all.filter(({ id }) => !all.some(({ replaces }) => replaces === id))
    const change = places.findLast(({ replaces, state }) => replaces !== null && state === '案')
    const before = change?.replaces ? reading.get('place', change.replaces) : undefined
    return {
      fields: { changedOn: change?.useFrom ?? '', notifiedOn: change ? today : '', change: change && before ? differences(before, change) : '', changeReason: change?.changeReason ?? '' },
      tables: {
        places: places.map((place) => ({
          name: place.name, insideCityHall: place.withinCityHall ? '庁舎内' : '庁舎外', address: place.address, room: place.room, area: place.areaSquareMetres === null ? '' : `${place.areaSquareMetres} m²`,
          entryControl: place.entryControl, lockStorage: place.lockStorage, devices: devicesAt(reading, contract.id, place), network: place.network, from: place.useFrom, to: place.useTo ?? '',
        })),
      },
      subjects: places.map(({ id }) => id),
    }
  },
}

/** The registered devices that stand there, and what else was said to be used. */
function devicesAt(reading: Reading, contractId: string, place: Place): string {
  const standing = devicesOf(reading, contractId).filter(({ placeIds }) => placeIds.includes(place.id) || (place.replaces !== null && placeIds.includes(place.replaces)))
  return [...standing.map(({ name, assetNo }) => (assetNo === '' || assetNo === name ? name : `${name}（${assetNo}）`)), ...(place.devices === '' ? [] : [place.devices])].join('、')
}

const LABELS = { name: '名称', address: '所在地', room: '建物・室', entryControl: '入退室管理', lockStorage: '施錠保管', devices: '使用機器', network: 'ネットワーク接続' } as const

/** `建物・室：第2作業室 → 第3作業室`, one line of it. */
function differences(before: Place, after: Place): string {
  const keys = Object.keys(LABELS) as (keyof typeof LABELS)[]
  return keys.filter((key) => before[key] !== after[key]).map((key) => `${LABELS[key]}：${before[key] || 'なし'} → ${after[key] || 'なし'}`).join('、')
}
