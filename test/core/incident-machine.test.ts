import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freezesOn } from '../../core/incidents/freeze.ts'
import type { Incident } from '../../core/incidents/incident.ts'
import { Refusal } from '../../core/refusal.ts'
import { DAY, dayOf, HOUR, type Instant, MINUTE } from '../../core/time.ts'
import { sized } from '../campaign.ts'
import { staffedOffice, type StaffedOffice } from '../cast.ts'
import { allKnown, lostBag } from '../incidents-cast.ts'

const attempt = (act: Promise<unknown>): Promise<boolean> => act.then(() => true, (error: unknown) => {
  if (error instanceof Refusal) return false
  throw error
})
const RUNS = sized(12, 200)
const city = ({ world }: StaffedOffice) => ({ cityRef: '税-事-3', on: dayOf(world.now()), toldBy: '西園 直樹' })
const last = ({ reports }: Incident) => reports.at(-1)?.documentId ?? 'none'

const acts: Readonly<Record<string, (office: StaffedOffice, incident: Incident) => Promise<unknown>>> = {
  '第一報': ({ desk }, { id }) => desk.incidents.report({ incidentId: id, kind: '第一報', leaveOpen: true }),
  '続報': ({ desk }, { id }) => desk.incidents.report({ incidentId: id, kind: '続報', leaveOpen: true }),
  '最終報': ({ desk }, { id }) => desk.incidents.report({ incidentId: id, kind: '最終報', leaveOpen: true }),
  '初動': ({ desk, world }, { id }) => desk.incidents.note({ incidentId: id, at: world.now(), kind: '初動対応', what: '連絡した。', who: '水野 灯里' }),
  'その他': ({ desk, world }, { id }) => desk.incidents.note({ incidentId: id, at: (world.now() - HOUR) as Instant, kind: 'その他', what: '捜した。', who: '水野 灯里' }),
  tomorrow: ({ desk, world }, { id }) => desk.incidents.note({ incidentId: id, at: (world.now() + DAY) as Instant, kind: '初動対応', what: '連絡する。', who: '水野 灯里' }),
  complete: ({ desk }, { id }) => desk.incidents.complete({ incidentId: id, facts: allKnown }),
  'say otherwise': ({ desk, world }, { id }) => desk.incidents.complete({ incidentId: id, facts: [{ key: 'place', value: `駅 ${world.now()}` }] }),
  'say nothing': ({ desk }, { id }) => desk.incidents.complete({ incidentId: id, facts: [{ key: 'place', value: '' }] }),
  submit: ({ desk, world }, incident) => { world.folders.add(`/out/${world.now()}`); return desk.documents.submit({ id: last(incident), into: `/out/${world.now()}` }) },
  publish: (office, { id }) => office.desk.incidents.publish({ incidentId: id, publishedOn: city(office).on, where: '' }),
  lift: (office, { id }) => office.desk.incidents.liftFreeze({ incidentId: id, ...city(office), reason: '急ぐ。' }),
  dismiss: (office, { id }) => office.desk.incidents.dismiss({ incidentId: id, ...city(office), reason: '届いていた。' }),
  close: (office, { id }) => office.desk.incidents.close({ incidentId: id, ...city(office) }),
  'by a worker': async (office, { id }) => {
    office.world.signInAs('yoshida')
    await office.desk.incidents.report({ incidentId: id, kind: '第一報', leaveOpen: true }).finally(() => office.world.signInAs('mizuno'))
  },
}

test('R-36 whatever is done in whatever order: reports keep their turn and their minutes, nothing that was said goes away, and evidence is kept until the end', async () => {
  // Most orders end early; half of them begin as they should.
  const begun = [[], ['第一報'], ['第一報', '初動', 'complete'], ['第一報', '初動', 'complete', '最終報', 'submit']]
  await fc.assert(fc.asyncProperty(fc.constantFrom(...begun), fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 10 }), async (first, then) => {
    const office = await staffedOffice()
    const { desk, world, contract } = office
    let before = await desk.incidents.begin(lostBag(office))
    for (const name of [...first, ...then]) {
      world.pass(7 * MINUTE)
      const done = await attempt(acts[name]!(office, before))
      const [now] = await desk.incidents.list({ contractId: contract.id })
      if (!done || name === 'submit') expect(now, name).toEqual(before)
      if (name === 'by a worker' || name === 'tomorrow' || name === 'say nothing') expect(done).toBe(false)

      expect(now!.facts.slice(0, before.facts.length)).toEqual(before.facts)
      expect(now!.timeline.slice(0, before.timeline.length)).toEqual(before.timeline)
      expect(now!.reports.slice(0, before.reports.length)).toEqual(before.reports)
      const { reading } = await world.ledger.read()
      for (const [i, report] of now!.reports.entries()) {
        expect([report.no, report.kind === '第一報']).toEqual([i + 1, i === 0])
        expect(report.elapsedMinutes).toBe((report.reportedAt - now!.foundAt) / MINUTE)
        expect(reading.get('issued', report.documentId)).toMatchObject({ form: 'F-35', docNo: report.docNo, revision: 1 })
      }
      if (now!.reports.some(({ kind }) => kind === '最終報')) expect([now!.facts.some(({ key }) => key === 'cause'), now!.timeline.some(({ kind }) => kind === '初動対応')]).toEqual([true, true])
      if (now!.state === 'closed') expect(reading.get('issued', last(now!))?.submittedAt).not.toBeNull()
      if (before.state === 'closed' || before.state === 'not-an-incident') expect({ ...now!, published: null }).toEqual({ ...before, published: null })
      const over = now!.state === 'closed' || now!.state === 'not-an-incident'
      expect(freezesOn(reading, contract.id).length).toBe(over || now!.freezeLifted ? 0 : 1)
      expect(reading.open('incident').length).toBe(over ? 0 : 1)
      before = now!
    }
  }), { numRuns: RUNS })
})
