import { describe, expect, test } from 'vitest'
import { DAY } from '../../core/time.ts'
import { article } from '../article.ts'
import { atCounter, designation, receiptedFiles, receivedFiles, receiving, staffedOffice, takahashi, PASSWORD } from '../cast.ts'
import { stick } from '../paper-machine.ts'
import { codesAgainst, refused, rulesAgainst } from '../refused.ts'
import { asked, on, workingCopy } from '../subcontracting.ts'

article('11(8)', () => {
  test('a working copy is asked for, approved by the supervisor, written out whole and read back; it stands open until it is gone', async () => {
    const office = await staffedOffice()
    const { desk, world, contract, mizuno, yoshida } = office
    const { item, copy } = await workingCopy(office)
    expect(copy).toMatchObject({ no: 'C-001', state: 'in use', purpose: '割付処理', requestedBy: yoshida.id, approved: { by: mizuno.id }, made: { by: yoshida.id, path: '/on-desk/C-001_R09_shiminzei_atena.csv', sha256: item.sha256 } })
    expect(world.disk.has('/on-desk/C-001_R09_shiminzei_atena.csv')).toBe(true)

    const end = { copyId: copy.id, at: world.now(), how: '作業領域の上書き消去', wipeId: null }
    expect(await codesAgainst(desk.copies.end(end))).toEqual(['copy-still-there'])
    world.disk.delete('/on-desk/C-001_R09_shiminzei_atena.csv')
    expect(await codesAgainst(desk.copies.end({ ...end, how: '' }))).toEqual(['copy-end-unsaid'])
    expect(await desk.copies.end(end)).toMatchObject({ state: 'ended', ended: { how: '作業領域の上書き消去', wipeId: null } })
    expect(await codesAgainst(desk.copies.end(end))).toEqual(['state-does-not-allow'])
    expect(await desk.copies.list({ contractId: contract.id })).toHaveLength(1)
  })

  describe('R-23 no copy without what it is a copy of, and what for', () => {
    test('both are missing: both are said, and nothing is recorded', async () => {
      const office = await staffedOffice()
      const item = (await receiptedFiles(office)).items[0]!
      const before = (await office.desk.ledger.entries({ from: 0, count: 1 })).size
      expect(await refused(office.desk.copies.request({ ...asked(office, item), itemId: null, purpose: ' ' }))).toMatchObject([{ code: 'copy-without-parent', rule: 'R-23' }, { code: 'copy-without-purpose', rule: 'R-23' }])
      expect((await office.desk.ledger.entries({ from: 0, count: 1 })).size).toBe(before)
    })

    test('whoever asked does not approve; a worker approves nothing; and nothing is made before it is approved', async () => {
      const office = await staffedOffice()
      const { desk, world } = office
      const item = (await receiptedFiles(office)).items[0]!
      const { id } = await desk.copies.request(asked(office, item))
      expect(await codesAgainst(desk.copies.approve({ copyId: id }))).toEqual(['same-person'])
      world.signInAs('yoshida')
      expect(await codesAgainst(desk.copies.approve({ copyId: id }))).toEqual(['not-your-office'])
      expect(await codesAgainst(desk.copies.make({ copyId: id, into: '/out' }))).toEqual(['state-does-not-allow'])
      expect([...world.disk.keys()].filter((path) => path.startsWith('/out'))).toEqual([])
    })

    test('a supervisor beside the clerk approves at once, and nobody else does', async () => {
      const office = await staffedOffice()
      const item = (await receiptedFiles(office)).items[0]!
      const beside = (loginId: string) => office.desk.copies.request({ ...asked(office, item), approver: { loginId, password: PASSWORD } })
      expect(await codesAgainst(beside('mizuno'))).toEqual(['same-person'])
      office.world.signInAs('yoshida')
      expect(await codesAgainst(beside('oba'))).toEqual(['not-your-office'])
      expect(await beside('mizuno')).toMatchObject({ state: 'approved', approved: { by: office.mizuno.id } })
    })
  })

  test('R-04 nothing is copied before its receipt is out', async () => {
    const office = await staffedOffice()
    const item = (await receivedFiles(office)).items[0]!
    expect(await rulesAgainst(office.desk.copies.request(asked(office, item)))).toEqual(['R-04'])
  })

  test('R-17 a copy goes onto a medium only where that medium was approved, by its serial number', async () => {
    const office = await staffedOffice()
    const { desk, world, ourStick, cityStick } = office
    const item = (await receiptedFiles(office)).items[0]!
    world.signInAs('yoshida')
    const beside = { loginId: 'mizuno', password: PASSWORD }
    const onDisk = await desk.copies.request({ ...asked(office, item), approver: beside })
    const onStick = await desk.copies.request({ ...asked(office, item), medium: ourStick.no, approver: beside })
    world.folders.add('/media/stick')
    world.machine.drives = [stick(cityStick.serial, '/dev/sdb', { volumes: [{ path: '/dev/sdb1', mountPoints: ['/media/stick'], fileSystem: 'exfat', label: null, bytes: null, freeBytes: null }] })]
    expect(await codesAgainst(desk.copies.make({ copyId: onDisk.id, into: '/media/stick' }))).toEqual(['copy-elsewhere'])
    expect(await codesAgainst(desk.copies.make({ copyId: onStick.id, into: '/media/stick' }))).toEqual(['medium-serial-differs'])
  })

  describe('printing', () => {
    test('R-23 an attempt without approval is written down and refused, whoever tried', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      const item = (await receiptedFiles(office)).items[0]!
      const person = await desk.people.register(takahashi)
      await desk.people.giveAccount({ personId: person.id, loginId: 'takahashi', password: PASSWORD })
      world.signInAs('takahashi')
      const order = { contractId: contract.id, itemId: item.id, copyId: null, sheets: 12 }
      expect(await rulesAgainst(desk.copies.print(order))).toEqual(expect.arrayContaining(['R-01', 'R-23']))
      world.signInAs('mizuno')
      const { entries } = await desk.ledger.entries({ from: 0, count: 1000 })
      expect(entries.at(-1)).toMatchObject({ type: 'print-attempted', by: person.name, data: { itemId: item.id, outcome: 'refused', why: expect.arrayContaining(['person-not-trained', 'person-not-pledged', 'print-not-approved']) as unknown } })
    })

    test('what was approved as a print is a copy like any other, with its sheets', async () => {
      const office = await staffedOffice()
      const { desk, world, contract } = office
      const item = (await receiptedFiles(office)).items[0]!
      world.signInAs('yoshida')
      const { id } = await desk.copies.request({ ...asked(office, item), kind: '印刷', purpose: '校正', place: '施錠キャビネットC-2', approver: { loginId: 'mizuno', password: PASSWORD } })
      expect(await codesAgainst(desk.copies.make({ copyId: id, into: '/out' }))).toEqual(['print-not-approved'])
      expect(await desk.copies.print({ contractId: contract.id, itemId: item.id, copyId: id, sheets: 12 })).toMatchObject({ state: 'in use', made: { sheets: 12, path: null } })
      expect(await codesAgainst(desk.copies.print({ contractId: contract.id, itemId: item.id, copyId: id, sheets: 12 }))).toEqual(['print-not-approved'])
      expect(await desk.copies.end({ copyId: id, at: world.now(), how: '裁断', wipeId: null })).toMatchObject({ state: 'ended' })
    })
  })

  test('a copy kept past its day is overdue', async () => {
    const office = await staffedOffice()
    const { desk, world } = office
    await workingCopy(office)
    const late = async () => (await desk.home.today()).cards.some(({ code }) => code === 'copy-too-long')
    expect(await late()).toBe(false)
    world.pass(100 * DAY)
    expect(await late()).toBe(true)
  })

  test('what was being written when the lights went out is a copy if it stands there, and none if it does not', async () => {
    for (const stands of [true, false]) {
      const office = await staffedOffice()
      const { desk, world } = office
      const item = (await receiptedFiles(office)).items[0]!
      world.signInAs('yoshida')
      const { id } = await desk.copies.request({ ...asked(office, item), approver: { loginId: 'mizuno', password: PASSWORD } })
      const { head } = await world.ledger.read()
      await world.ledger.append([{ type: 'copy-begun', data: { copyId: id, target: '/out/C-001_a.csv' }, at: world.now(), by: office.yoshida.id }], head)
      if (stands) world.disk.set('/out/C-001_a.csv', '…')
      await desk.home.settle({ id })
      const [copy] = await desk.copies.list({ contractId: office.contract.id })
      expect(copy).toMatchObject(stands ? { state: 'in use', made: { path: '/out/C-001_a.csv' } } : { state: 'approved', made: null })
    }
  })

  test('the days of a request lie ahead, and receiving stays as it was', async () => {
    const office = await staffedOffice()
    const item = (await receiptedFiles(office)).items[0]!
    expect(await codesAgainst(office.desk.copies.request({ ...asked(office, item), useUntil: on('2026-12-06') }))).toEqual(['copy-until-past'])
    const handover = await office.desk.handovers.designate(designation(office))
    expect(receiving(handover, office, []).actual).toEqual(atCounter)
  })
})
