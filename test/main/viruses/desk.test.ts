import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRealDesk, type RealDesk } from '../../../main/desk.ts'
import { realViruses } from '../../../main/viruses/viruses.ts'
import { designation, receiving, staffedOffice, type StaffedOffice } from '../../cast.ts'
import { codesAgainst } from '../../refused.ts'
import { type Office, TEN_IN_THE_MORNING } from '../../world.ts'
import { cost } from '../vault/hanako.ts'
import { bench, eicar, ownSignatures, type Bench } from './bench.ts'

const isThere = spawnSync('clamscan', ['--version']).status === 0

describe.runIf(isThere)('a desk on a machine with ClamAV', () => {
  let desk: Bench
  let real: RealDesk
  let office: StaffedOffice
  beforeAll(async () => {
    desk = bench()
    real = await openRealDesk({ home: join(desk.folder, 'home'), now: () => TEN_IN_THE_MORNING, idleClock: () => 0, cost, viruses: realViruses({ database: ownSignatures }) })
    office = await staffedOffice({ desk: real.desk } as Office)
    mkdirSync(join(desk.folder, 'out'))
  })
  afterAll(async () => {
    await real.close()
    desk.clear()
  })

  test('takes in nothing of a stick that holds a virus, and takes in the clean one', async () => {
    const handover = await real.desk.handovers.designate(designation(office))
    desk.lay('stick/宛名.csv', '氏名\n')
    const bad = desk.lay('stick/請求書\n.com', eicar)
    expect(await real.desk.viruses.scan({ medium: office.cityStick.no, folder: join(desk.folder, 'stick'), attestation: null })).toMatchObject({ result: 'found', findings: [{ path: bad }], files: 2 })
    expect(await codesAgainst(real.desk.handovers.receive(receiving(handover, office, [join(desk.folder, 'stick')])))).toContain('sources-troubled')

    const clean = join(desk.folder, 'stick/宛名.csv')
    desk.lay('bad/請求書.com', eicar)
    expect(await codesAgainst(real.desk.handovers.receive(receiving(handover, office, [clean, join(desk.folder, 'bad/請求書.com')])))).toEqual(['virus-in-file'])
    const seen = new Set<string>()
    const received = await real.desk.handovers.receive({ ...receiving(handover, office, [clean]), virusCheck: null }, { onProgress: ({ phase }) => void seen.add(phase) })
    expect(received).toMatchObject({ outcome: 'received', handover: { virusCheck: { scanner: expect.stringMatching(/^ClamAV \d/) as string, result: 'clean', attested: false } } })
    expect([...seen][0]).toBe('scanning')
  })

  test('packs nothing with a virus in it', async () => {
    const order = { contractId: office.contract.id, itemIds: [], into: join(desk.folder, 'out'), namesHidden: true, level: 4 }
    expect(await codesAgainst(real.desk.packages.seal({ ...order, paths: [desk.lay('work/x.com', eicar)] }))).toEqual(['virus-in-file'])
    expect(readdirSync(join(desk.folder, 'out'))).toEqual([])
    expect(await real.desk.packages.seal({ ...order, paths: [desk.lay('work/納品.csv', 'x')] })).toMatchObject({ outcome: 'verified', scan: { result: 'clean', warnings: ['signatures-undated'] } })
    expect(await real.desk.ledger.verify()).toMatchObject({ problems: [] })
  })
})
