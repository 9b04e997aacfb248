import { expect, test } from 'vitest'
import { workshop } from '../../cli/demo/workplace.ts'
import { deviceChecksForm } from '../../core/devices/form-facts.ts'
import { ofWorkplace } from '../../core/home/cards/workplace.ts'
import { ledgerNamed } from '../../core/ledgers/register.ts'
import { placesForm } from '../../core/places/form-facts.ts'
import { DAY, type Day } from '../../core/time.ts'
import { staffedOffice, taxContract } from '../cast.ts'

const day = (iso: string) => iso as Day

test('F-05 names every place of the contract with its devices, and a change that has not been handed in', async () => {
  const { desk, world, contract } = await staffedOffice()
  const [place] = await desk.places.list({ contractId: contract.id })
  const { contractId: _of, ...facts } = workshop(contract.id, day('2027-02-01'))
  await desk.places.change({ ...facts, placeId: place!.id, reason: '事務所の移転', room: '本社ビル4階' })
  const { fields, tables } = placesForm.facts((await world.ledger.read()).reading, { contract, now: world.now(), subjectId: null })
  expect(tables['places']).toMatchObject([{ name: '本社3階 第2作業室', room: '本社ビル4階', insideCityHall: '庁舎外', area: '42.5 m²', devices: 'PC-021（HK-PC-021）', from: '2027-02-01' }])
  expect(fields).toMatchObject({ changedOn: '2027-02-01', change: '建物・室：本社ビル3階 第2作業室 → 本社ビル4階', changeReason: '事務所の移転' })
})

test('F-22 says of every value who knows it', async () => {
  const { world, contract } = await staffedOffice()
  const { tables } = deviceChecksForm.facts((await world.ledger.read()).reading, { contract, now: world.now(), subjectId: null })
  expect(tables['devices']).toMatchObject([{ name: 'PC-021', place: '本社3階 第2作業室', os: 'Windows 11 Pro 26200.7171（申告）', patternOn: '2026-12-07', result: '適合', checkedBy: '水野 灯里', checkedOn: '2026-12-07', apps: '該当なし （申告）', notPrivate: '確認済' }])
})

test('F-05 handed in is every place of it handed in', async () => {
  const { desk, world, contract } = await staffedOffice()
  const request = await desk.requests.receive({ contractId: contract.id, form: 'F-05', requestedBy: '森川 奏', requestedAt: world.now(), cityRef: '', dueOn: null })
  expect((await desk.workplace.here()).places).toEqual([])
  const issued = await desk.forms.issue({ contractId: contract.id, form: 'F-05', subjectId: null, kind: '新規', reason: '', changesDocNo: '' })
  await desk.requests.answer({ requestId: request.id, documentId: issued.id, into: '/out' })
  expect((await desk.workplace.here()).places).toHaveLength(1)
  expect(await desk.places.list({ contractId: contract.id })).toMatchObject([{ state: '提出', submitted: { on: '2026-12-07' } }])
})

test('today says what has not started, and which device is to be checked', async () => {
  const { desk, world } = await staffedOffice()
  const cards = async () => ofWorkplace((await world.ledger.read()).reading, world.now()).map(({ code, subject }) => [code, subject])
  expect(await cards()).toEqual([])
  await desk.contracts.open({ ...taxContract, contractNo: 'R8-税-018', shortNo: 'R8-018' })
  expect(await cards()).toEqual([['work-not-started', 'R8-税-018']])
  world.pass(32 * DAY)
  expect(await cards()).toContainEqual(['device-check-due', 'PC-021'])
})

test('F-22 as a ledger has a row for every check, under the name of its device', async () => {
  const { desk, world } = await staffedOffice()
  const { reading } = await world.ledger.read()
  const definition = ledgerNamed('device-checks')!
  const look = ((kind: 'device' | 'person', id: string) => reading.get(kind, id)) as never
  const [row] = reading.list('check').map((check) => Object.fromEntries(definition.columns.map(({ key, value }) => [key, value(check as never, look)])))
  expect(row).toMatchObject({ no: 'C-0001', device: 'PC-021', assetNo: 'HK-PC-021', patternOn: '2026-12-07', result: '適合', by: '水野 灯里', found: null })
  expect(await desk.devices.checks()).toHaveLength(1)
})
