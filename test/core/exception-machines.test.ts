import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDesk } from '../../core/desk.ts'
import type { Fax } from '../../core/faxes/fax.ts'
import { type Place, PlaceFacts } from '../../core/places/place.ts'
import type { Provision } from '../../core/provisions/provision.ts'
import { Refusal } from '../../core/refusal.ts'
import { DAY, dayOf, type Instant, MINUTE } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { PASSWORD, receiptedFiles, staffedOffice, type StaffedOffice } from '../cast.ts'

/** Whatever people do with a FAX, a third party or a place, in whatever order: what is refused changes nothing, and what stands is in order. */
const RUNS = sized(15, 200)
const beside = (loginId: string) => ({ cityRef: 'R8税指0012', reason: '甲の指示', second: { loginId, password: PASSWORD } })

/** Tries an act that the rules may refuse; anything else that is thrown is a bug. */
const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
const inAnyOrder = <T>(acts: Readonly<Record<string, T>>, check: (names: string[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 12 }), check), { numRuns: RUNS })

const page = ({ contract }: StaffedOffice) => ({ contractId: contract.id, recipientName: '森川 奏', faxNo: '000-000-1234', faxNoAgain: '0000001234', content: '校正の確認票', itemIds: [], exception: beside('oba') })
const went = ({ id: faxId }: Fax, at: Instant) => ({ faxId, at, pages: 2, testPageAt: (at - 10 * MINUTE) as Instant, testSeenBy: '森川 奏', calledAt: (at - 2 * MINUTE) as Instant, calledTo: '森川 奏', slip: null })

test('R-18 in whatever order: no page goes before two people read the number, another approved it, and somebody there was told', async () => {
  const acts: Record<string, (office: StaffedOffice, fax: Fax) => Promise<unknown>> = {
    approve: ({ desk }, { id }) => desk.faxes.approve({ faxId: id }),
    'approve oneself': ({ desk, world }, { id }) => { world.signInAs('yoshida'); return desk.faxes.approve({ faxId: id }) },
    decline: ({ desk }, { id }) => desk.faxes.decline({ faxId: id, reason: 'メールで送れるため' }),
    withdraw: ({ desk }, { id }) => desk.faxes.withdraw({ faxId: id, reason: '回線が戻ったため' }),
    send: ({ desk, world }, fax) => desk.faxes.sent(went(fax, world.now())),
    'send without a call': ({ desk, world }, fax) => desk.faxes.sent({ ...went(fax, world.now()), calledAt: (world.now() + MINUTE) as Instant }),
    'one page came': ({ desk, world }, { id }) => desk.faxes.arrived({ faxId: id, at: world.now(), to: '森川 奏', pages: 1 }),
    'both came': ({ desk, world }, { id }) => desk.faxes.arrived({ faxId: id, at: world.now(), to: '森川 奏', pages: 2 }),
    wait: async ({ world }) => world.pass(30 * MINUTE),
  }
  await inAnyOrder(acts, async (names) => {
    const office = await staffedOffice()
    const { desk, world, contract, mizuno, oba } = office
    world.signInAs('yoshida')
    let before = await desk.faxes.request(page(office))
    for (const name of names) {
      world.signInAs('mizuno')
      const done = await attempt(acts[name]!(office, before))
      world.signInAs('mizuno')
      const [fax] = await desk.faxes.list({ contractId: contract.id })
      if (!done) expect(fax, name).toEqual(before)
      expect(fax).toMatchObject({ faxNo: '0000001234', exception: { secondPerson: oba.id } })
      expect(fax!.approved?.by ?? mizuno.id).toBe(mizuno.id)
      if (fax!.sent) expect(fax!.sent.testPageAt >= fax!.approved!.at && fax!.sent.calledAt <= fax!.sent.at).toBe(true)
      if (fax!.arrival) expect(fax!.state).toBe(fax!.arrival.pages === fax!.sent!.pages ? 'confirmed' : 'differs')
      if (['declined', 'withdrawn', 'confirmed'].includes(before.state)) expect(fax).toEqual(before)
      before = fax!
    }
    expect(await desk.exceptions.list({ contractId: contract.id })).toHaveLength(1)
  })
})

test('R-26 in whatever order: a third party holds nothing that the city had not consented to, by its number, before the day on which it went', async () => {
  const acts: Record<string, (office: StaffedOffice, p: Provision) => Promise<unknown>> = {
    consent: ({ desk, world }, p) => desk.provisions.consent({ provisionId: p.id, on: dayOf(world.now()), exception: beside('oba') }),
    'consent without a number': ({ desk, world }, p) => desk.provisions.consent({ provisionId: p.id, on: dayOf(world.now()), exception: null }),
    'consent alone': ({ desk, world }, p) => desk.provisions.consent({ provisionId: p.id, on: dayOf(world.now()), exception: beside('mizuno') }),
    'consent of tomorrow': ({ desk, world }, p) => desk.provisions.consent({ provisionId: p.id, on: dayOf((world.now() + DAY) as Instant), exception: beside('oba') }),
    refuse: ({ desk }, p) => desk.provisions.refuse({ provisionId: p.id, cityRef: 'R8税不0001' }),
    provide: ({ desk, world }, p) => desk.provisions.provide({ provisionId: p.id, on: dayOf(world.now()), means: '手渡し', sentBy: null }),
    'provide yesterday': ({ desk, world }, p) => desk.provisions.provide({ provisionId: p.id, on: dayOf((world.now() - DAY) as Instant), means: '手渡し', sentBy: null }),
    'provide by a parcel of nobody': ({ desk, world }, p) => desk.provisions.provide({ provisionId: p.id, on: dayOf(world.now()), means: '送付', sentBy: 'no-such-parcel' }),
    withdraw: ({ desk }, p) => desk.provisions.withdraw({ provisionId: p.id, reason: '不要になった' }),
    wait: async ({ world }) => world.pass(DAY),
  }
  await inAnyOrder(acts, async (names) => {
    const office = await staffedOffice()
    const { desk, contract, oba } = office
    const { items } = await receiptedFiles(office)
    let before = await desk.provisions.apply({ contractId: contract.id, organisation: '架空大学', recipient: '研 究子', address: '', purpose: '統計の作成', information: '集計', itemIds: items.map(({ id }) => id), count: 12 })
    for (const name of names) {
      const done = await attempt(acts[name]!(office, before))
      const [p] = await desk.provisions.list({ contractId: contract.id })
      if (!done) expect(p, name).toEqual(before)
      if (p!.consent) expect(p!.consent.exception).toMatchObject({ cityRef: 'R8税指0012', secondPerson: oba.id })
      if (p!.provided) expect(p!.provided.on >= p!.consent!.on).toBe(true)
      if (['provided', 'refused', 'withdrawn'].includes(before.state)) expect(p).toEqual(before)
      before = p!
    }
    expect((await desk.exceptions.list({ contractId: contract.id })).map(({ rule }) => rule)).toEqual(before.consent ? ['R-26'] : [])
  })
})

test('R-40 in whatever order: work goes on only at a place that is in use that day, and a change never leaves two in force or takes back what was decided', async () => {
  const facts = PlaceFacts.parse(await placeOf(await staffedOffice()))
  const acts: Record<string, (office: StaffedOffice, place: Place) => Promise<unknown>> = {
    change: ({ desk, world }, place) => desk.places.change({ ...facts, placeId: place.id, reason: '移転', room: '4階 第1作業室', useFrom: dayOf((world.now() + DAY) as Instant), useTo: null }),
    submit: ({ desk, world }, place) => desk.places.submit({ placeIds: [place.id], on: dayOf(world.now()), docNo: '' }),
    'submit tomorrow': ({ desk, world }, place) => desk.places.submit({ placeIds: [place.id], on: dayOf((world.now() + DAY) as Instant), docNo: '' }),
    approve: ({ desk, world }, place) => desk.places.decide({ placeId: place.id, outcome: '承認', cityRef: 'R8税承0031', on: dayOf(world.now()) }),
    decline: ({ desk, world }, place) => desk.places.decide({ placeId: place.id, outcome: '不承認', cityRef: 'R8税承0032', on: dayOf(world.now()) }),
    retire: ({ desk, world }, place) => desk.places.retire({ placeId: place.id, from: dayOf(world.now()), reason: '移転' }),
    wait: async ({ world }) => world.pass(DAY),
  }
  await inAnyOrder(acts, async (names) => {
    const office = await staffedOffice()
    const { desk, contract } = office
    for (const [i, name] of names.entries()) {
      const places = await desk.places.list({ contractId: contract.id })
      const done = await attempt(acts[name]!(office, places[i % places.length]!))
      const after = await desk.places.list({ contractId: contract.id })
      if (!done) expect(after, name).toEqual(places)
      for (const place of after) {
        if (place.decided) expect(place.submitted).not.toBeNull()
        const earlier = places.find(({ id }) => id === place.id)
        if (earlier?.decided) expect({ ...place, retired: null, state: '' }).toEqual({ ...earlier, retired: null, state: '' })
        expect(after.filter(({ replaces, state }) => replaces === place.id && state !== '廃止' && state !== '不承認').length).toBeLessThanOrEqual(1)
      }
      // The gate itself: whoever may look at what came in may do so exactly while the device's place is usable.
      const works = await attempt(desk.handovers.look({ paths: [] }))
      const here = await desk.workplace.here()
      if (works) expect(after.some(({ state }) => state !== '廃止' && state !== '不承認'), JSON.stringify(here)).toBe(true)
      if (after.every(({ state }) => state === '廃止' || state === '不承認')) expect(works).toBe(false)
    }
  })
})

test('of two desks that answer the same question at once, one does', async () => {
  const office = await staffedOffice()
  const { desk, world, contract } = office
  const other = openDesk({ ...world })
  const onlyOne = async (acts: readonly Promise<unknown>[]) => expect((await Promise.all(acts.map(attempt))).filter(Boolean)).toHaveLength(1)
  world.signInAs('yoshida')
  const fax = await desk.faxes.request(page(office))
  world.signInAs('mizuno')
  await onlyOne([desk.faxes.approve({ faxId: fax.id }), other.faxes.decline({ faxId: fax.id, reason: '不要' })])

  const { id } = await desk.provisions.apply({ contractId: contract.id, organisation: '架空大学', recipient: '', address: '', purpose: '統計', information: '集計', itemIds: [], count: 1 })
  await onlyOne([desk.provisions.consent({ provisionId: id, on: dayOf(world.now()), exception: beside('oba') }), other.provisions.refuse({ provisionId: id, cityRef: 'R8税不0001' })])

  const place = await placeOf(office)
  await desk.places.submit({ placeIds: [place.id], on: dayOf(world.now()), docNo: '' })
  await onlyOne((['承認', '不承認'] as const).map((outcome, i) => (i ? other : desk).places.decide({ placeId: place.id, outcome, cityRef: 'R8税承0031', on: dayOf(world.now()) })))
  const change = { ...place, reason: '移転', placeId: place.id, useFrom: dayOf((world.now() + DAY) as Instant), useTo: null }
  await onlyOne([desk.places.change(change), other.places.change(change)])
})

async function placeOf({ desk, contract }: StaffedOffice): Promise<Place> {
  const [place] = await desk.places.list({ contractId: contract.id })
  return place!
}
