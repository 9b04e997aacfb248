import { describe, expect, test } from 'vitest'
import { makeDueBackup } from '../../core/backup/making.ts'
import { DAY, type Day } from '../../core/time.ts'
import type { DisposalPlan } from '../../core/wipes/plan.ts'
import type { Wiped } from '../../core/wipes/wipe.ts'
import { article } from '../article.ts'
import { staffedOffice, taxContract, type StaffedOffice } from '../cast.ts'
import { lostBag } from '../incidents-cast.ts'
import { calledOff, sanitized, stick } from '../paper-machine.ts'
import { refused } from '../refused.ts'

const planOf = ({ desk, contract, ourStick, oba, mizuno }: StaffedOffice, method: 'overwrite-tile' | 'command'): Promise<DisposalPlan> => desk.disposals.plan({
  contractId: contract.id, plannedOn: '2026-12-07' as Day, place: '本社3階', operator: oba.id, verifier: mizuno.id, outsourcer: '', remarks: '', noticeRequested: null, witnessRequested: null,
  targets: [{ kind: 'medium', medium: ourStick.no, paths: [], itemIds: [], information: '納税通知書データ', mediaName: 'USBメモリ', quantity: 1, unit: '個', method, end: '再利用', importanceClass: 'その他', myNumber: false, consentRef: '' }],
})

/** 大庭 erases our stick, which takes as long as nobody stops it. */
async function erasing(method: 'overwrite-tile' | 'command' = 'overwrite-tile') {
  const office = await staffedOffice()
  const { desk, world } = office
  world.machine.drives = [stick('AZ0003K7Q1')]
  world.signInAs('oba')
  const plan = await planOf(office, method)
  let finish = (): void => {}
  const begun = new Promise<void>((isBegun) => {
    const untilStopped = <T>(signal: AbortSignal, stopped: T, done: T): Promise<T> => new Promise((end) => {
      signal.addEventListener('abort', () => end(stopped))
      finish = () => end(done)
      isBegun()
    })
    Object.assign(world.wiping, {
      overwrite: (_: unknown, { signal }: { signal: AbortSignal }) => untilStopped(signal, calledOff(), calledOff()),
      command: (_: unknown, { signal }: { signal: AbortSignal }) => untilStopped(signal, sanitized(), sanitized()),
    })
  })
  const line = { planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', witness: null, second: null }
  const wiping: Promise<Wiped> = method === 'command' ? desk.disposals.command({ ...line, method: 'ata-sanitize-block' }) : desk.disposals.wipe({ ...line, readBack: 'full', resume: null })
  await begun
  return { ...office, plan, wiping, finish: () => finish() }
}
const codes = async (act: Promise<unknown>) => (await refused(act)).map(({ code }) => code)

article('18①', () => {
  describe('R-36 what is being erased when an incident is found', () => {
    test('R-36 whoever reports is told which medium is being erased, and by whom', async () => {
      const { desk, contract, ourStick, plan, oba } = await erasing()
      expect(await desk.freezes.erasures({ contractId: contract.id })).toMatchObject([{ medium: ourStick.no, serial: 'AZ0003K7Q1', planNo: plan.no, information: '納税通知書データ', operator: oba.id, stops: true }])
    })

    test('R-36 an erasure is stopped in the same step in which the incident begins: it ends as 中止 and says why, and the timeline says who stopped it', async () => {
      const office = await erasing()
      const { desk, contract, ourStick, wiping } = office
      const [running] = await desk.freezes.erasures({ contractId: contract.id })

      const { id, no } = await desk.incidents.begin(lostBag(office, { callOff: [running!.wipeId] }))

      expect(await wiping).toMatchObject({ outcome: 'abandoned', wipe: { result: '中止', remarks: `証拠保全のため中止（事故${no}）` } })
      expect(await desk.freezes.erasures({ contractId: contract.id })).toEqual([])
      const incident = (await desk.incidents.list({ contractId: contract.id })).find((one) => one.id === id)
      expect(incident?.timeline).toMatchObject([{ kind: '証拠保全', who: '大庭 健吾', what: expect.stringContaining(ourStick.no) as string }])
      expect((await desk.home.today()).cards.filter(({ code }) => code === 'wipe-runs-on' || code === 'certificate-due')).toEqual([])
    })

    test('R-36 one that nobody stopped is on top of 今日 until it ends or is stopped from the incident', async () => {
      const office = await erasing()
      const { desk, contract, wiping, ourStick } = office
      const { id, no } = await desk.incidents.begin(lostBag(office))
      expect((await desk.home.today()).cards).toContainEqual(expect.objectContaining({ kind: 'overdue', code: 'wipe-runs-on', subjectId: id, subject: ourStick.no, leadsTo: 'incidents', facts: { no } }))

      const [running] = await desk.freezes.erasures({ contractId: contract.id })
      await desk.freezes.callOff({ wipeId: running!.wipeId })

      expect(await wiping).toMatchObject({ outcome: 'abandoned', wipe: { result: '中止', remarks: `証拠保全のため中止（事故${no}）` } })
      expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('wipe-runs-on')
      expect((await desk.incidents.list({ contractId: contract.id })).find((one) => one.id === id)?.timeline).toMatchObject([{ kind: '証拠保全' }])
      // Told once more, and of something that has ended: nothing is stopped and nothing said.
      expect(await desk.freezes.callOff({ wipeId: running!.wipeId })).toEqual([])
      expect((await desk.incidents.list({ contractId: contract.id })).find((one) => one.id === id)?.timeline).toHaveLength(1)
    })

    test('R-36 an audit stops it as well, and where nothing is kept nobody stops another’s work', async () => {
      const { desk, contract, world, wiping } = await erasing()
      const [running] = await desk.freezes.erasures({ contractId: contract.id })
      expect(await codes(desk.freezes.callOff({ wipeId: running!.wipeId }))).toEqual(['state-does-not-allow'])
      world.signInAs('mizuno')
      const { no } = await desk.freezes.begin({ contractId: contract.id, reason: '甲の監査', cityRef: '' })
      world.signInAs('oba')
      await desk.freezes.callOff({ wipeId: running!.wipeId })
      expect(await wiping).toMatchObject({ wipe: { result: '中止', remarks: `証拠保全のため中止（監査等${no}）` } })
    })

    test('R-36 a command that a drive was given is told of, and cannot be stopped', async () => {
      const office = await erasing('command')
      const { desk, contract, finish, wiping } = office
      await desk.incidents.begin(lostBag(office))
      const [running] = await desk.freezes.erasures({ contractId: contract.id })
      expect(running).toMatchObject({ stops: false, method: 'command' })
      expect(await codes(desk.freezes.callOff({ wipeId: running!.wipeId }))).toEqual(['state-does-not-allow'])
      finish()
      expect(await wiping).toMatchObject({ outcome: 'ended', wipe: { remarks: '' } })
    })

    test('R-36 an incident that begins while somebody still types the serial refuses the erasure before its first byte', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      world.machine.drives = [stick('AZ0003K7Q1')]
      world.signInAs('oba')
      const plan = await planOf(office, 'overwrite-tile')
      const list = world.drives.list.bind(world.drives)
      let looked = 0
      Object.assign(world.drives, { list: async () => { if (++looked === 2) await desk.incidents.begin(lostBag(office)); return list() } })
      expect(await codes(desk.disposals.wipe({ planId: plan.id, targetNo: 1, drivePath: '/dev/sdb', typedSerial: 'AZ0003K7Q1', readBack: 'full', witness: null, second: null, resume: null }))).toEqual(['evidence-frozen'])
      expect(looked).toBeGreaterThan(1)
      expect(world.machine.wiped).toEqual([])
    })

    test('R-36 what another contract erases goes on, and nobody is told of it', async () => {
      const office = await erasing()
      const { desk, world, finish, wiping } = office
      world.signInAs('mizuno')
      const other = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-099', shortNo: 'R8-099' })
      expect(await desk.freezes.erasures({ contractId: other.id })).toEqual([])
      await desk.incidents.begin({ ...lostBag(office), contractId: other.id })
      expect((await desk.home.today()).cards.map(({ code }) => code)).not.toContain('wipe-runs-on')
      world.signInAs('oba')
      finish()
      expect((await wiping).wipe?.remarks).toBe('')
    })
  })

  test('R-36 while evidence is kept old generations of backups stay, and the backup says for what', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    const never = new AbortController().signal
    await desk.backup.setPlan({ plan: { folder: '/out', at: '12:00', keep: 2 } })
    const day = async () => { world.pass(DAY); await makeDueBackup(world, never) }
    const generations = async () => (await desk.backup.state()).backups.map(({ generation, removedAt, keptFor }) => [generation, removedAt === null, keptFor ?? []])
    await day()
    await day()
    await day()
    expect(await generations()).toEqual([[3, true, []], [2, true, []], [1, false, []]])

    const { id: incidentId, no } = await desk.incidents.begin(lostBag(office))
    await day()
    await day()
    expect(await generations()).toEqual([[5, true, [no]], [4, true, [no]], [3, true, []], [2, true, []], [1, false, []]])

    await desk.incidents.dismiss({ incidentId, cityRef: '税-事-3', on: '2026-12-12' as Day, toldBy: '西園 直樹', reason: '見つかった' })
    await day()
    expect(await generations()).toEqual([[6, true, []], [5, true, [no]], [4, false, [no]], [3, false, []], [2, false, []], [1, false, []]])
  })
})
