import { describe, expect, test } from 'vitest'
import { contract as asked, type OperationName } from '../../core/contract.ts'
import { freezesOn, goesOnDuringFreeze, objectionsToFreeze, stoppedByFreeze } from '../../core/incidents/freeze.ts'
import type { Reading } from '../../core/ledger/shelf.ts'
import { sentences } from '../../core/words/objections.ts'
import { dayOf } from '../../core/time.ts'
import { namedBy } from '../../core/workplace/contract-of-order.ts'
import { article } from '../article.ts'
import { designation, staffedOffice, taxContract } from '../cast.ts'
import { allKnown, lostBag } from '../incidents-cast.ts'
import { refused } from '../refused.ts'

const operations = Object.entries(asked).flatMap(([group, ones]) => Object.keys(ones).map((name) => `${group}.${name}`)) as OperationName[]
const stopped = [...stoppedByFreeze]
type AnyDesk = Record<string, Record<string, (order: unknown) => Promise<unknown>>>
const asksOf = (desk: object, name: OperationName, order: unknown) => {
  const [group = '', operation = ''] = name.split('.')
  return (desk as AnyDesk)[group]![operation]!(order)
}
/** Who is asked for an operation does not matter here; what stands against it by R-36 does. */
const frozenBy = async (act: Promise<unknown>) => (await act.then(() => [], (error: { objections?: { code: string; rule: string | null; facts: { no: string } }[] }) => error.objections ?? [])).filter(({ code }) => code === 'evidence-frozen').map(({ facts }) => facts.no)
const city = (world: { now(): Parameters<typeof dayOf>[0] }) => ({ cityRef: '税-事-3', on: dayOf(world.now()), toldBy: '西園 直樹' })

article('18①', () => {
  describe('R-36 while evidence is kept', () => {
    // Whatever sounds like taking something away is either stopped, or says why not.
    const TAKES_AWAY = /wipe|eras|destr|dispos|correct|cancel|withdraw|close|drop|remove|revoke|\.end|End[A-Z]|return|giveBack|release|delete|forget|sweep|stop|reject|recordExternal|command|loss|tellCity|revise|deliver|Cp932/i

    test('R-36 every operation of the desk that takes something away is stopped, or says why it goes on', () => {
      const unsaid = operations.filter((name) => TAKES_AWAY.test(name) && !stoppedByFreeze.has(name) && !(name in goesOnDuringFreeze))
      expect(unsaid).toEqual([])
      expect([...stopped, ...Object.keys(goesOnDuringFreeze)].filter((name) => !operations.includes(name as OperationName))).toEqual([])
      expect(stopped.filter((name) => name in goesOnDuringFreeze)).toEqual([])
    })

    test.each(stopped)('R-36 %s names its contract by a field of its order', (name) => {
      const fields = fieldsOf(name).filter((field) => field in namedBy)
      expect(fields.length, fieldsOf(name).join()).toBeGreaterThan(0)
      for (const field of fields) {
        for (const kind of namedBy[field]!) {
          const reading = onlyThing(kind)
          expect(objectionsToFreeze(name, { [field]: 'thing' }, reading), `${name} by ${field} (${kind})`).toMatchObject([{ code: 'evidence-frozen', rule: 'R-36' }])
          expect(objectionsToFreeze(name, { [field]: 'elsewhere' }, reading)).toEqual([])
        }
      }
    })

    test('R-36 each of them is refused at the desk, from the draft on until the end, and the sentence names the incident', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      for (const name of stopped) expect([name, await frozenBy(asksOf(desk, name, { contractId: contract.id }))]).toEqual([name, []])
      const { id: incidentId, no } = await desk.incidents.begin(lostBag(office))

      for (const name of stopped) expect([name, await frozenBy(asksOf(desk, name, { contractId: contract.id }))]).toEqual([name, [no]])
      expect(await desk.freezes.standing()).toEqual([{ what: 'incident', id: incidentId, no, contractId: contract.id }])
      expect(sentences.ja['evidence-frozen']({ what: 'incident', no })).toMatch(/^証拠保全中です（事故I-R8-017-001）/)

      await desk.incidents.report({ incidentId, kind: '第一報', leaveOpen: true })
      await desk.incidents.note({ incidentId, at: world.now(), kind: '証拠保全', what: '写真を撮った。', who: '水野 灯里' })
      await desk.incidents.complete({ incidentId, facts: allKnown })
      const { reports } = await desk.incidents.report({ incidentId, kind: '最終報', leaveOpen: false })
      expect(await frozenBy(desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo }))).toEqual([no])
      await desk.documents.submit({ id: reports.at(-1)!.documentId, into: '/out' })
      await desk.incidents.close({ incidentId, ...city(world) })
      expect(await desk.freezes.standing()).toEqual([])
      for (const name of stopped) expect([name, await frozenBy(asksOf(desk, name, { contractId: contract.id }))]).toEqual([name, []])
    })

    test('R-36 a row is not corrected while the incident lasts, not even one of the office’s media; another contract goes on', async () => {
      const office = await staffedOffice()
      const { desk, contract, ourStick } = office
      const handover = await desk.handovers.designate(designation(office))
      const other = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
      const { no } = await desk.incidents.begin(lostBag(office))
      const correct = (kind: 'handover' | 'medium' | 'contract', id: string, field: string) => desk.corrections.record({ kind, id, field, after: '別の言葉', reason: '誤記' })
      expect(await refused(correct('handover', handover.id, 'purpose'))).toMatchObject([{ code: 'evidence-frozen', article: '18①', rule: 'R-36', facts: { no } }])
      expect(await frozenBy(correct('medium', ourStick.no, 'maker'))).toEqual([no])
      expect(await frozenBy(correct('contract', contract.id, 'title'))).toEqual([no])
      expect(await correct('contract', other.id, 'title')).toMatchObject({ after: '別の言葉' })
    })

    test('R-36 it is lifted early only by the supervisor, with the number of the city’s consent', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      const { id: incidentId } = await desk.incidents.begin(lostBag(office))
      const before = { incidentId, ...city(world), reason: '媒体の消去を急ぐ。' }
      world.signInAs('oba')
      expect((await refused(desk.incidents.liftFreeze(before))).map(({ code }) => code)).toEqual(['not-your-office'])
      world.signInAs('mizuno')
      expect(await desk.incidents.liftFreeze(before)).toMatchObject({ state: 'found', freezeLifted: { cityRef: '税-事-3' } })
      expect(freezesOn((await world.ledger.read()).reading, contract.id)).toEqual([])
      expect((await refused(desk.incidents.liftFreeze(before))).map(({ code }) => code)).toEqual(['state-does-not-allow'])
    })
  })
})

article('17', () => {
  test('R-36 an audit keeps a contract’s evidence as well, until the city lets go', async () => {
    const { desk, world, contract } = await staffedOffice()
    expect((await refused(desk.freezes.begin({ contractId: contract.id, reason: '', cityRef: '' }))).map(({ code }) => code)).toEqual(['freeze-without-reason'])
    const freeze = await desk.freezes.begin({ contractId: contract.id, reason: '甲の監査（令和8年12月）', cityRef: '総-監-1' })
    expect(freeze.no).toBe('H-R8-017-001')
    expect(await frozenBy(desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo }))).toEqual([freeze.no])
    await desk.freezes.lift({ freezeId: freeze.id, ...city(world), reason: '監査が終わった。' })
    expect(await frozenBy(desk.contracts.close({ contractId: contract.id, typedContractNo: contract.contractNo }))).toEqual([])
    expect(await desk.freezes.list({ contractId: contract.id })).toMatchObject([{ lifted: { toldBy: '西園 直樹' } }])
  })
})

/** An office of two contracts in which there is one thing of one kind, and an incident on its contract. */
function onlyThing(kind: string): Reading {
  const here = { id: 'here' }
  const things: Record<string, unknown> = { 'contract here': here, 'contract there': { id: 'there' }, [`${kind} thing`]: kind === 'contract' ? { id: 'thing' } : { contractId: 'here' }, [`${kind} elsewhere`]: kind === 'contract' ? { id: 'elsewhere' } : { contractId: 'there' } }
  const frozen = kind === 'contract' ? 'thing' : 'here'
  return {
    get: (of: string, id: string) => things[`${of} ${id}`],
    list: (of: string, contractId?: string) => (of === 'incident' && (contractId === undefined || contractId === frozen) ? [{ id: 'i', no: 'I-1', contractId: frozen, state: 'found', freezeLifted: null }] : []),
  } as unknown as Reading
}

/** The fields at the top of an operation's order. */
function fieldsOf(name: OperationName): string[] {
  const [group = '', operation = ''] = name.split('.')
  type Shaped = { def?: { shape?: Record<string, unknown>; innerType?: Shaped; in?: Shaped; options?: Shaped[] } }
  const walk = ({ def }: Shaped): string[] => (def?.shape ? Object.keys(def.shape) : [...(def?.innerType ? walk(def.innerType) : []), ...(def?.in ? walk(def.in) : []), ...(def?.options ?? []).flatMap(walk)])
  return walk((asked as unknown as Record<string, Record<string, { input: Shaped }>>)[group]![operation]!.input)
}
