import { expect, test } from 'vitest'
import { refusalOfDisk } from '../../main/disk-refusal.ts'
import { shutDoor } from '../../main/vault/door.ts'
import { refused } from '../refused.ts'

const system = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more })

test('a full disk and a place that may not be written are refusals that say where; whatever else a disk throws stays an incident', () => {
  expect(refusalOfDisk(system('ENOSPC', { path: '/vault/blobs/x.part' }), '/vault')?.objections).toMatchObject([{ code: 'disk-full', facts: { path: '/vault/blobs/x.part' } }])
  expect(refusalOfDisk(system('EDQUOT'), '/vault')?.objections).toMatchObject([{ code: 'disk-full', facts: { path: '/vault' } }])
  expect(refusalOfDisk(system('EROFS', { path: '/a', dest: '/b' }), '/vault')?.objections).toMatchObject([{ code: 'not-writable', facts: { path: '/b' } }])
  expect(refusalOfDisk(system('EACCES'), '/vault')?.objections).toMatchObject([{ code: 'not-writable' }])
  for (const other of [system('EIO'), system('ENOENT'), new Error('a bug'), null, 'text']) expect(refusalOfDisk(other, '/vault')).toBeNull()
})

test('a door that cannot be shut is a place that may not be written, not a vault in use', async () => {
  expect(await refused((async () => shutDoor('/proc/version/door'))())).toMatchObject([{ code: 'not-writable', facts: { path: '/proc/version/door' } }])
})
