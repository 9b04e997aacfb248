import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Drive } from '../../../core/media/drive.ts'
import type { LinuxFacts } from '../../../main/drives/linux/facts.ts'
import { isSystemPath } from '../../../main/drives/linux/mounts.ts'
import { parseLinux } from '../../../main/drives/linux/parse-linux.ts'
import { parseMac } from '../../../main/drives/macos/parse-macos.ts'
import { parseWindows } from '../../../main/drives/windows/parse-windows.ts'
import { linux, LINUX, read } from './recorded.ts'

/** What holds of every list, whatever was read: it is of the contract's shape, and nothing of the system's may be wiped. */
function sound(drives: readonly Drive[] | undefined): void {
  for (const each of drives ?? []) {
    expect(Drive.parse(each)).toEqual(each)
    const points = each.volumes.flatMap(({ mountPoints }) => mountPoints)
    if (each.role === 'removable' || each.role === 'internal') {
      expect(points.filter((point) => isSystemPath(point) || /^C:\\?$/i.test(point) || point === '[SWAP]')).toEqual([])
      expect(each.hindrances).not.toContain('system')
      expect(each.hindrances).not.toContain('swap')
    }
    expect(each.hindrances.includes('mounted') || points.length === 0).toBe(true)
    expect(each.hindrances.includes('no-serial')).toBe(each.serial === null)
    expect(each.hindrances.includes('no-size')).toBe(each.bytes === 0)
    expect(each.hindrances.includes('unknown') || each.role !== 'unknown').toBe(true)
  }
  const serials = (drives ?? []).flatMap(({ serial }) => serial?.toUpperCase() ?? [])
  expect(new Set(serials).size).toBe(serials.length)
}

const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes))
const junk = fc.oneof(fc.constant(null), fc.boolean(), anyText, fc.integer(), fc.double(), fc.constant([]), fc.constant({}), fc.constantFrom<unknown>(
  '__proto__', 'sda', '/dev/sda', '/', '[SWAP]', '8:0', '8:16', ['/', null], [['/']], 'usb', 'disk', 'loop', '1', '0', -1, 2 ** 60, { children: [] }, '\0', 'A'.repeat(5000), '\ud800'))
/** Where to strike, and with what: each number chooses one branch on the way down. */
const blows = fc.array(fc.tuple(fc.array(fc.nat(1000), { maxLength: 8 }), junk), { minLength: 1, maxLength: 6 })

/** A copy with some values replaced; the way down ends where there is nothing below. */
function struck(whole: unknown, hits: readonly (readonly [readonly number[], unknown])[]): unknown {
  const copy = structuredClone(whole)
  for (const [way, value] of hits) {
    let at = copy
    for (const [i, step] of way.entries()) {
      if (typeof at !== 'object' || at === null) break
      const keys = Object.keys(at)
      const key = keys[step % keys.length]
      if (key === undefined) break
      const inner = (at as Record<string, unknown>)[key]
      if (i === way.length - 1 || typeof inner !== 'object' || inner === null) {
        // Of its own: what strikes twice, or is struck itself, would else come to hold itself.
        Object.defineProperty(at, key, { value: structuredClone(value), enumerable: true, configurable: true, writable: true })
        break
      }
      at = inner
    }
  }
  return copy
}

describe('whatever text comes, nothing is thrown and nothing of the system\'s is offered', () => {
  test('any text', () => {
    fc.assert(fc.property(anyText, anyText, (text, other) => {
      const facts: LinuxFacts = { lsblk: text, losetup: other, blkid: text, mountinfo: other, mountinfoOfFirst: text, swaps: other, sys: {}, btrfs: [] }
      sound(parseLinux(facts, [{ path: other, devNo: text }])?.drives)
      sound(parseLinux({ ...linux('office'), losetup: text, blkid: text, mountinfo: text, swaps: text, mountinfoOfFirst: other }, [])?.drives)
      sound(parseWindows(text, [other])?.drives)
      sound(parseMac({ list: text, info: { disk0: other }, usb: text, storage: other }, [other])?.drives)
    }), { numRuns: 100 })
  })

  test('Linux, with values replaced', () => {
    fc.assert(fc.property(fc.constantFrom(...LINUX), blows, blows, (machine, hits, others) => {
      const facts = linux(machine)
      const lsblk = JSON.stringify(struck(JSON.parse(facts.lsblk), hits))
      const losetup = facts.losetup && JSON.stringify(struck(JSON.parse(facts.losetup), others))
      sound(parseLinux({ ...facts, lsblk, losetup }, [{ path: '/home/hanako', devNo: '8:2' }])?.drives)
    }), { numRuns: 150 })
  })

  test('Windows, with values replaced', () => {
    fc.assert(fc.property(fc.constantFrom('office', 'dynamic', 'mojibake', 'single'), blows, (name, hits) => {
      sound(parseWindows(JSON.stringify(struck(JSON.parse(read('windows', `${name}.json`)), hits)), ['C:\\Users'])?.drives)
    }), { numRuns: 150 })
  })

  test('macOS, with parts cut out', () => {
    const list = read('macos', 'apple-silicon', 'list.plist').split('\n')
    const info = read('macos', 'apple-silicon', 'info-disk4.plist').split('\n')
    fc.assert(fc.property(fc.nat(list.length), fc.nat(12), fc.nat(info.length), fc.nat(6), (from, many, infoFrom, infoMany) => {
      sound(parseMac({
        list: list.toSpliced(from, many).join('\n'), info: { disk0: info.join('\n'), disk4: info.toSpliced(infoFrom, infoMany).join('\n') },
        usb: read('macos', 'apple-silicon', 'usb.plist'), storage: read('macos', 'apple-silicon', 'storage.plist'),
      }, ['/dev/disk3s5'])?.drives)
    }), { numRuns: 100 })
  })

  test('a tree deeper than any stack, a list longer than any machine', () => {
    const deep = `{"blockdevices":[${'{"name":"sda","type":"disk","children":['.repeat(5000)}${']}'.repeat(5000)}]}`
    sound(parseLinux({ ...linux('office'), lsblk: deep }, [])?.drives)
    expect(parseMac({ list: `<plist>${'<array>'.repeat(100_000)}`, info: {}, usb: '', storage: '' }, [])).toBeNull()
  })
})
