import { describe, expect, test } from 'vitest'
import { emergencyPlan, inOrder, organise, pc021, startWork, workshop } from '../../cli/demo/workplace.ts'
import type { WorkstationFacts } from '../../core/devices/check.ts'
import { leakProneAs, leakProneByDefault } from '../../core/devices/leak-prone.ts'
import type { Day } from '../../core/time.ts'
import { article } from '../article.ts'
import { hikari, PASSWORD, pledge, staffedOffice, taxContract, training, type StaffedOffice } from '../cast.ts'
import { inOrder as pcInOrder } from '../paper-workstation.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { openOffice } from '../world.ts'

const today = '2026-12-07' as Day
const nothingAttested = { os: null, lastUpdateOn: null, antivirus: null, applications: null }

/** Mizuno's office on the morning on which the contract was signed: nothing in order yet. */
async function bareOffice(isSystemOpsContract = false) {
  const office = openOffice()
  await office.desk.vault.create({ organisation: hikari, administrator: { name: '水野 灯里', kana: 'ミズノ アカリ', title: '', email: '', tel: '', loginId: 'mizuno', password: PASSWORD, roles: ['supervisor'] } })
  return { ...office, contract: await office.desk.contracts.open({ ...taxContract, isSystemOpsContract }) }
}

async function check(office: Pick<StaffedOffice, 'desk' | 'world'>, facts: Partial<WorkstationFacts> = {}, changes: object = {}) {
  office.world.seat.facts = { ...pcInOrder, ...facts }
  const device = (await office.desk.devices.list())[0]!
  return office.desk.devices.check({ ...inOrder(device.id, today), attested: nothingAttested, ...changes })
}

article('11(10)キ', () => {
  test('R-25 work starts when everything is in order, and once', async () => {
    const office = await staffedOffice()
    expect(office.contract.startedAt).toBe(office.world.now())
    expect(await codesAgainst(office.desk.workplace.start({ contractId: office.contract.id }))).toEqual(['work-started-already'])
  })

  test('R-25 the start is refused with all that is open, at once', async () => {
    const { desk, contract } = await bareOffice(true)
    const codes = ['supervisor-missing', 'no-supervisor-appointed', 'nobody-may-handle', 'no-place-in-force', 'device-missing', 'demarcation-missing', 'emergency-plan-missing']
    expect(await codesAgainst(desk.workplace.start({ contractId: contract.id }))).toEqual(codes)
    expect((await desk.workplace.readiness({ contractId: contract.id })).lines.flatMap(({ objections }) => objections.map(({ code }) => code))).toEqual(codes)
  })

  test('R-25 scenario: education and pledge done, the device registered, and the check still to come', async () => {
    const { desk, contract } = await bareOffice()
    const people = await desk.people.list()
    await desk.people.recordTraining({ personIds: people.map(({ id }) => id), training })
    for (const { id } of people) await desk.people.signPledge({ personId: id, pledge })
    await organise(desk, contract.id, today)
    await desk.workplace.registerEmergencyPlan(emergencyPlan(contract.id, today))
    const place = await desk.places.register(workshop(contract.id, today))
    const device = await desk.devices.register(pc021([place.id]))
    expect(await refused(desk.workplace.start({ contractId: contract.id }))).toMatchObject([{ code: 'device-not-checked', rule: 'R-25', article: '11(10)キ', facts: { device: 'PC-021' } }])
    await desk.devices.check({ ...inOrder(device.id, today), notPrivate: false })
    expect(await codesAgainst(desk.workplace.start({ contractId: contract.id }))).toEqual(['device-check-failed'])
    await desk.devices.check(inOrder(device.id, today))
    expect(await desk.workplace.start({ contractId: contract.id })).toMatchObject({ startedAt: expect.any(Number) as number })
  })

  test('R-25 a leak-prone application fails the check until it is removed, and the desk handles nothing meanwhile', async () => {
    const office = await staffedOffice()
    const failed = await check(office, { applications: [{ name: 'Winny 2.0b7.1', version: '' }, { name: 'Dropbox', version: '217' }] })
    expect(failed).toMatchObject({ result: '不適合', applications: { source: 'read', found: [{ listedAs: 'Winny' }, { listedAs: 'Dropbox' }] } })
    expect(await rulesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['R-25'])
    expect((await check(office)).result).toBe('適合')
    expect(await office.desk.handovers.look({ paths: ['/in'] })).toBeTruthy()
  })

  test('R-25 EXC the city agrees to an application, with its number, a reason and a second person', async () => {
    const office = await staffedOffice()
    const exception = { cityRef: 'R8税承90', reason: '甲指定の共有フォルダ', second: { loginId: 'oba', password: PASSWORD } }
    const excepted = await check(office, { applications: [{ name: 'Dropbox', version: '' }] }, { exception })
    expect(excepted).toMatchObject({ result: '適合', findings: [{ code: 'leak-prone-excepted', fails: false, about: 'Dropbox' }], exception: { cityRef: 'R8税承90', secondPerson: office.oba.id } })
    expect(await codesAgainst(check(office, {}, { exception: { ...exception, second: { loginId: 'mizuno', password: PASSWORD } } }))).toEqual(['same-person'])
  })

  test('an office keeps its own list', async () => {
    const office = await staffedOffice()
    await office.desk.devices.changeLeakProne({ applications: [{ name: 'Evernote', kind: 'cloud-sync', words: ['Evernote'] }] })
    expect((await check(office, { applications: [{ name: 'Dropbox', version: '' }] })).result).toBe('適合')
    expect((await check(office, { applications: [{ name: 'Evernote 10.9', version: '' }] })).result).toBe('不適合')
  })

  test.each(['Winny 2.0b7.1', 'WINNY', 'Ｗｉｎｎｙ', 'Share EX2', 'Share', 'µTorrent', 'qBittorrent', 'Microsoft OneDrive', 'Google Drive', 'Dropbox Update Helper', 'Perfect Dark 1.0', 'transmission-gtk', 'BitTorrent Web', 'Box Drive'])('%s is one that leaks', (name) => {
    expect(leakProneAs(name, leakProneByDefault)).not.toBeNull()
  })
  test.each(['Microsoft SharePoint Designer', 'Oracle VM VirtualBox', 'shared-mime-info', 'ShareX', 'Megasoft Editor', 'dosbox', 'Snapshare Tools', 'Microsoft Edge', '7-Zip 25.01 (x64)', '一太郎2026'])('%s is not', (name) => {
    expect(leakProneAs(name, leakProneByDefault)).toBeNull()
  })
})

article('11(10)オ', () => {
  test('R-25 at a machine that is not in the register nothing is handled', async () => {
    const office = await staffedOffice()
    office.world.seat.machine = { id: 'machine-private', name: '自宅PC' }
    expect(await refused(office.desk.handovers.look({ paths: ['/in'] }))).toMatchObject([{ code: 'machine-not-registered', rule: 'R-25', facts: { machine: '自宅PC' } }])
  })

  test('R-25 nor at one that was registered and never checked, or that is out of use', async () => {
    const office = await staffedOffice()
    const [place] = await office.desk.places.list({ contractId: office.contract.id })
    office.world.seat.machine = { id: 'machine-pc-022', name: 'PC-022' }
    const device = await office.desk.devices.register({ ...pc021([place!.id]), name: 'PC-022' })
    expect(await codesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['device-not-checked'])
    await office.desk.devices.check(inOrder(device.id, today))
    expect(await office.desk.handovers.look({ paths: ['/in'] })).toBeTruthy()
    await office.desk.devices.retire({ deviceId: device.id, on: today, reason: '返却' })
    expect(await codesAgainst(office.desk.handovers.look({ paths: ['/in'] }))).toEqual(['machine-not-registered'])
  })

  test('one machine is one device, and a private one passes no check', async () => {
    const office = await staffedOffice()
    const [place] = await office.desk.places.list({ contractId: office.contract.id })
    expect(await codesAgainst(office.desk.devices.register(pc021([place!.id])))).toEqual(['machine-registered-already'])
    expect(await check(office, {}, { notPrivate: false })).toMatchObject({ result: '不適合', findings: [{ code: 'private-device' }] })
  })
})

article('11(10)ウ', () => {
  test.each([['2026-12-04', [], '適合'], ['2026-12-03', ['pattern-old'], '適合'], ['2026-11-23', ['pattern-old'], '適合'], ['2026-11-22', ['pattern-too-old'], '不適合']] as const)('R-25 patterns of %s', async (patternOn, codes, result) => {
    const checked = await check(await staffedOffice(), { antivirus: { ...pcInOrder.antivirus!, patternOn: patternOn as Day } })
    expect([checked.findings.map(({ code }) => code), checked.result]).toEqual([codes, result])
  })

  test('what the machine says comes before what is said of it, and each is marked', async () => {
    const office = await staffedOffice()
    const said = { ...inOrder((await office.desk.devices.list())[0]!.id, today).attested, antivirus: { product: '別の製品', engine: '', patternOn: today, active: true } }
    expect(await check(office, {}, { attested: said })).toMatchObject({ antivirus: { source: 'read', value: { product: 'Microsoft Defender' } }, os: { source: 'read' }, atTheDevice: true })
    expect(await check(office, { antivirus: null, lastUpdateOn: null }, { attested: said })).toMatchObject({ antivirus: { source: 'attested', value: { product: '別の製品' } }, lastUpdateOn: { source: 'attested' }, result: '適合' })
    expect(await check(office, { antivirus: { ...pcInOrder.antivirus!, patternOn: null } }, { attested: said })).toMatchObject({ antivirus: { source: 'attested', value: { product: 'Microsoft Defender', patternOn: today } }, result: '適合' })
  })

  test('no antivirus, or one that is off, fails', async () => {
    const office = await staffedOffice()
    expect(await check(office, { antivirus: null })).toMatchObject({ result: '不適合', findings: [{ code: 'no-antivirus' }] })
    expect(await check(office, { antivirus: { ...pcInOrder.antivirus!, active: false } })).toMatchObject({ result: '不適合', findings: [{ code: 'antivirus-off' }] })
  })
})

article('11(10)エ', () => {
  test.each([['2026-10-28', []], ['2026-10-27', ['updates-old']]] as const)('an update of %s', async (lastUpdateOn, codes) => {
    const checked = await check(await staffedOffice(), { lastUpdateOn: lastUpdateOn as Day })
    expect([checked.findings.map(({ code }) => code), checked.result]).toEqual([codes, '適合'])
  })
})

article('11(10)イ', () => {
  test('a device on the internet names its measures against targeted attacks; one that nobody looked through does not pass', async () => {
    const office = await staffedOffice()
    expect(await check(office, {}, { measures: [] })).toMatchObject({ result: '不適合', findings: [{ code: 'no-measures' }] })
    expect(await check(office, { applications: null })).toMatchObject({ result: '不適合', findings: [{ code: 'applications-unseen' }] })
  })
})

describe('who is in charge of it', () => {
  test('a worker neither registers nor checks, and does not start the work', async () => {
    const office = await staffedOffice()
    office.world.signInAs('yoshida')
    expect(await codesAgainst(check(office))).toEqual(['not-your-office'])
    expect(await codesAgainst(office.desk.workplace.start({ contractId: office.contract.id }))).toEqual(['not-your-office'])
  })

  test('a contract opened later starts with the devices that are there', async () => {
    const { desk } = await staffedOffice()
    const second = await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
    expect(await startWork(desk, second, today)).toMatchObject({ startedAt: expect.any(Number) as number })
    expect((await desk.workplace.here()).places.map(({ contractId }) => contractId)).toContain(second.id)
  })
})

