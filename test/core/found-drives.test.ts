import { expect, test } from 'vitest'
import { mediumOf } from '../../core/media/found-drives.ts'
import { staffedOffice } from '../cast.ts'
import { stick } from '../paper-machine.ts'
import { codesAgainst } from '../refused.ts'

test('a drive that is plugged in is found in the register by its serial number, and a stranger is nobody\'s', async () => {
  const { world, desk, ourStick } = await staffedOffice()
  world.machine.drives.push(stick(ourStick.serial.toLowerCase()), stick('FICSTRANGER1', '/dev/sdc'), stick('', '/dev/sdd', { serial: null, hindrances: ['no-serial'] }))
  expect((await desk.media.drives()).map(({ path, mediumNo }) => [path, mediumNo])).toEqual([['/dev/sdb', ourStick.no], ['/dev/sdc', null], ['/dev/sdd', null]])
})

test('a medium is registered with what its drive tells, and found again by it', async () => {
  const { world, desk, ourStick } = await staffedOffice()
  const drive = stick('FICNEW0001')
  world.machine.drives.push(drive)
  const told = mediumOf(drive)
  expect(told).toEqual({ type: 'USBメモリ', maker: drive.maker, model: drive.model, serial: 'FICNEW0001', capacityBytes: drive.bytes })
  const { state: _s, registeredAt: _r, ...form } = ourStick
  const medium = await desk.media.register({ ...form, ...told, serial: 'FICNEW0001', no: null })
  expect((await desk.media.drives())[0]?.mediumNo).toBe(medium.no)
})

test('a drive without a serial number tells the register nothing', () => {
  expect(mediumOf(stick('', '/dev/sdb', { serial: null }))).toBeNull()
})

test('only those in charge of media look at what is plugged in', async () => {
  const { desk, world } = await staffedOffice()
  const auditor = await desk.people.register({ name: '監査 人', kana: 'カンサ', company: null, employment: '正社員', title: '', email: '', tel: '', roles: ['auditor'] })
  await desk.people.giveAccount({ personId: auditor.id, loginId: 'auditor', password: 'kumo-wa-shiroi-7' })
  world.signInAs('auditor')
  expect(await codesAgainst(desk.media.drives())).toEqual(['not-your-office'])
})
