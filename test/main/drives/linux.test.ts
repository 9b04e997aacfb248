import { describe, expect, test } from 'vitest'
import { findAgain, sameDrive } from '../../../core/media/same-drive.ts'
import { parseLinux } from '../../../main/drives/linux/parse-linux.ts'
import { drive, linux, summary } from './recorded.ts'

const HOME = { path: '/home/hanako/.config/Azukari', devNo: '8:2' }

describe('a Linux office', () => {
  const found = parseLinux(linux('office'), [HOME])

  test('every drive has its role, and every reason against it', () => {
    expect(summary(found?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system swap vault mounted',
      '/dev/sdb': 'removable usb flash mounted',
      '/dev/sdc': 'removable usb unknown',
      '/dev/sdd': 'removable usb flash no-size no-serial',
      '/dev/sr0': 'unknown optical optical unknown',
    })
  })

  test('a stick says what it is, and what lies on it', () => {
    expect(drive(found?.drives, '/dev/sdb')).toEqual({
      path: '/dev/sdb', maker: 'Kakuda', model: 'Paper_Stick', firmware: '1.00', serial: 'FICUSB0000A17', wwn: null, bus: 'usb', kind: 'flash', role: 'removable', removable: true, readOnly: false,
      bytes: 32_010_928_128, logicalSector: 512, physicalSector: 512, insertion: '12', hindrances: ['mounted'],
      volumes: [{ path: '/dev/sdb1', mountPoints: ['/media/hanako/納品 用'], fileSystem: 'exfat', label: '納品 用', bytes: 32_009_879_552, freeBytes: 31_000_000_000 }],
    })
    expect(drive(found?.drives, '/dev/sda')).toMatchObject({ maker: '', wwn: '0x5000000000000001', physicalSector: 4096 })
  })

  test('a path lies on the drive below it, a share on none', () => {
    expect(found?.holding({ path: '/media/hanako/納品 用/a.zip', devNo: '8:17' })?.path).toBe('/dev/sdb')
    expect(found?.holding({ path: '/media/hanako/納品 用', devNo: '0:0' })?.path).toBe('/dev/sdb')
    expect(found?.holding({ path: '/media/hanako/納品', devNo: '0:0' })?.path).toBe('/dev/sda')
    expect(found?.holding({ path: '/mnt/share/a', devNo: '0:50' })).toBeNull()
    expect(found?.holding({ path: '/run/x', devNo: '0:24' })).toBeNull()
  })
})

describe('walking down', () => {
  test('through LUKS and LVM to the drive of the system; opened containers hold theirs; eMMC and memory are no sticks', () => {
    const found = parseLinux(linux('luks-lvm'), [{ path: '/home/hanako', devNo: '254:1' }])
    expect(summary(found?.drives)).toEqual({
      '/dev/nvme0n1': 'system nvme SSD system swap vault mounted held',
      '/dev/sda': 'removable usb flash held',
      '/dev/mmcblk0': 'removable mmc flash',
      '/dev/mmcblk1': 'unknown mmc flash unknown',
    })
    expect(found?.holding({ path: '/home', devNo: '254:1' })?.path).toBe('/dev/nvme0n1')
    expect(drive(found?.drives, '/dev/nvme0n1').volumes.map(({ path }) => path)).toEqual(['/dev/nvme0n1p1', '/dev/nvme0n1p2', '/dev/mapper/cryptroot', '/dev/mapper/vg-root', '/dev/mapper/vg-swap', '/dev/mapper/vg-spare'])
  })

  test('through RAID to both drives, through multipath to neither, through a swap file to the drive of its file system', () => {
    const found = parseLinux(linux('md-multipath'), [{ path: '/srv/data/vault', devNo: '9:127' }])
    expect(summary(found?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system swap mounted',
      '/dev/sdb': 'internal sata HDD vault mounted held',
      '/dev/sdc': 'internal sata HDD vault mounted held',
      '/dev/sdd': 'unknown unknown unknown held no-serial unknown',
      '/dev/sde': 'unknown unknown unknown held no-serial unknown',
    })
    expect(found?.holding({ path: '/srv/data/x', devNo: '9:127' })?.path).toBe('/dev/sdb')
  })

  test('through btrfs to every one of its devices, though the mount table names one', () => {
    const found = parseLinux(linux('btrfs-two'), [{ path: '/home/hanako', devNo: '0:31' }])
    expect(summary(found?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system vault mounted',
      '/dev/sdb': 'system sata SSD system vault mounted',
      '/dev/sdc': 'internal sata SSD',
    })
  })

  test('where the system lies on ZFS nothing is certain; where only data does, its members are not', () => {
    expect(summary(parseLinux(linux('zfs-root'), [])?.drives)).toEqual({
      '/dev/sda': 'unknown sata SSD unknown', '/dev/sdb': 'unknown sata SSD unknown', '/dev/sdc': 'unknown usb flash unknown',
    })
    expect(summary(parseLinux(linux('zfs-data'), [])?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system mounted', '/dev/sdb': 'unknown sata SSD unknown', '/dev/sdc': 'removable usb flash',
    })
  })

  test('a vault in memory or across a network is on no drive; one that lies nowhere we know may be on any', () => {
    const sealed = `${linux('office').mountinfo}99 27 0:77 / /home/hanako/Vault rw - fuse.gocryptfs /home/hanako/.cipher rw\n`
    const roles = (path: string, mountinfo: string) => parseLinux({ ...linux('office'), mountinfo }, [{ path, devNo: '0:77' }])?.drives.map(({ role }) => role)
    expect(roles('/home/hanako/Vault/x', sealed)).toEqual(['system', 'unknown', 'unknown', 'unknown', 'unknown'])
    expect(roles('/mnt/share/Azukari', sealed)).toEqual(['system', 'removable', 'removable', 'removable', 'unknown'])
    expect(roles('/run/azukari', sealed)).toEqual(['system', 'removable', 'removable', 'removable', 'unknown'])
  })

  test('network drives are unknown; floppies and memory are no drives', () => {
    expect(summary(parseLinux(linux('network'), [])?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system mounted',
      '/dev/nbd0': 'unknown unknown unknown no-serial unknown',
      '/dev/sdb': 'unknown unknown unknown unknown',
      '/dev/nvme1n1': 'unknown unknown unknown unknown',
    })
  })
})

describe('serial numbers', () => {
  const drives = parseLinux(linux('bad-serials'), [])?.drives

  test('one that is invented, hidden, shared or swapped is none', () => {
    expect(Object.fromEntries(drives?.map(({ path, serial }) => [path, serial]) ?? [])).toEqual({
      '/dev/sda': 'FICSYS77',
      '/dev/sdb': null, '/dev/sdc': null, '/dev/sdd': null, '/dev/sde': null, '/dev/sdf': null, '/dev/sdg': null, '/dev/sdh': null, '/dev/sdj': null,
      '/dev/sdi': 'GOOD-FIC0042',
    })
  })

  test('a drive without one is not wiped', () => {
    expect(drives?.filter(({ serial, hindrances }) => (serial === null) !== hindrances.includes('no-serial'))).toEqual([])
  })
})

describe('images on loop devices', () => {
  const found = parseLinux(linux('images'), [{ path: '/home/hanako/Azukari', devNo: '8:1' }])

  test('an image is known by its file, as long as it is the whole file and still there', () => {
    expect(summary(found?.drives)).toEqual({
      '/dev/sda': 'system sata SSD system vault mounted',
      '/dev/loop0': 'internal loop image',
      '/dev/loop1': 'internal loop image mounted read-only',
      '/dev/loop2': 'internal loop image no-serial',
      '/dev/loop3': 'internal loop image no-serial',
      '/dev/sdc': 'removable usb flash mounted',
    })
    expect(drive(found?.drives, '/dev/loop0').serial).toBe('image:79:/home/hanako/image.img')
  })

  test('what is mounted for another process is in use all the same', () => {
    expect(drive(found?.drives, '/dev/sdc').hindrances).toEqual(['mounted'])
  })

  test('a path inside an image lies on the drive that holds the image', () => {
    expect(found?.holding({ path: '/snap/core/1/x', devNo: '7:1' })?.path).toBe('/dev/sda')
  })
})

describe('older and smaller tools', () => {
  test('numbers as text and a single mount point are understood', () => {
    const drives = parseLinux(linux('old-lsblk'), [])?.drives
    expect(summary(drives)).toEqual({ '/dev/sda': 'system sata SSD system mounted', '/dev/sdb': 'removable usb flash read-only' })
    expect(drive(drives, '/dev/sdb').insertion).toBeNull()
  })

  test('without udev, blkid says what lies on a device', () => {
    const blkid = 'DEVNAME=/dev/sda1\nTYPE=ext4\n\nDEVNAME=/dev/sdb\nLABEL=My\\ Stick\nUUID=AAAA\nTYPE=vfat\n'
    expect(drive(parseLinux({ ...linux('old-lsblk'), blkid }, [])?.drives, '/dev/sdb').volumes).toEqual([{ path: '/dev/sdb', mountPoints: [], fileSystem: 'vfat', label: 'My Stick', bytes: 8_004_304_896, freeBytes: null }])
  })

  test('a real virtual machine has one drive, and it is the system', () => {
    expect(summary(parseLinux(linux('virtual-machine'), [])?.drives)).toEqual({ '/dev/vda': 'system virtual unknown system mounted no-serial' })
  })

  test('two sources that disagree on a size are believed neither', () => {
    const facts = linux('office')
    const sys = { ...facts.sys, sdb: { ...facts.sys['sdb'] ?? { at: '', slaves: [], holders: [] }, says: { size: '8' } } }
    expect(drive(parseLinux({ ...facts, sys }, [])?.drives, '/dev/sdb')).toMatchObject({ bytes: 0, role: 'unknown' })
  })
})

describe('what cannot be read', () => {
  const { lsblk } = linux('office')
  test.each([['nothing', ''], ['half', lsblk.slice(0, lsblk.length / 2)], ['a sentence', 'lsblk: 不明な列です'], ['another shape', '{"blockdevices": 7}'], ['null', 'null']])('%s is no list of drives', (_, text) => {
    expect(parseLinux({ ...linux('office'), lsblk: text }, [])).toBeNull()
  })
})

describe('the same drive', () => {
  const before = parseLinux(linux('office'), [])?.drives ?? []
  const after = parseLinux(linux('renumbered'), [])?.drives ?? []
  const chosen = drive(before, '/dev/sdb')

  test('another stick in its place is not the one that was chosen', () => {
    expect(sameDrive(chosen, drive(after, '/dev/sdb'))).toBe('other-serial')
  })

  test('the same stick, taken out and put back, is found under its new name and has to be chosen again', () => {
    expect(findAgain(chosen, after)?.path).toBe('/dev/sde')
    expect(sameDrive(chosen, findAgain(chosen, after))).toBe('other-insertion')
  })

  test('nothing but all of it is the same', () => {
    expect(sameDrive(chosen, { ...chosen, path: '/dev/sdx' })).toBe('same')
    expect(sameDrive(chosen, { ...chosen, bytes: chosen.bytes * 4 })).toBe('other-size')
    expect(sameDrive(chosen, { ...chosen, logicalSector: 4096 })).toBe('other-sector')
    expect(sameDrive(chosen, { ...chosen, insertion: null })).toBe('other-insertion')
    expect(sameDrive(chosen, null)).toBe('gone')
    expect(sameDrive({ ...chosen, serial: null }, { ...chosen, serial: null })).toBe('no-serial')
    expect(findAgain({ ...chosen, serial: null }, before)).toBeNull()
  })
})
