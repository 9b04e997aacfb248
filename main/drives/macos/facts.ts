import type { Ask } from '../ask.ts'
import { exact, fieldsOf, listOf } from '../said.ts'
import { readPlist } from './plist.ts'

/** What macOS says of its disks, as text, so that it can be recorded and played again. '' for what was not to be had. */
export interface MacFacts {
  /** `diskutil list -plist`: disks, partitions, APFS containers and where they are mounted. */
  list: string
  /** `diskutil info -plist diskN`, of every whole disk. */
  info: Readonly<Record<string, string>>
  /** `ioreg -a -r -l -c …`: serial numbers, and the number of each registration, which is new every time something is plugged in. */
  usb: string
  storage: string
}

/** Asks diskutil and ioreg. Null when diskutil has nothing to say. */
export async function askMac(ask: Ask): Promise<MacFacts | null> {
  const [list, usb, storage] = await Promise.all([
    ask(DISKUTIL, ['list', '-plist']), ask(IOREG, ['-a', '-r', '-l', '-c', 'IOUSBHostDevice']), ask(IOREG, ['-a', '-r', '-l', '-c', 'IOBlockStorageDevice']),
  ])
  if (list === null) return null
  const wholes = listOf(fieldsOf(readPlist(list))['WholeDisks']).flatMap((name) => exact(name) ?? []).filter((name) => /^disk\d+$/.test(name))
  const info: [string, string][] = []
  // One after another: diskutil waits for the same daemon anyway.
  for (const name of wholes) info.push([name, (await ask(DISKUTIL, ['info', '-plist', name])) ?? ''])
  return { list, info: Object.fromEntries(info), usb: usb ?? '', storage: storage ?? '' }
}

/** The device that `df` names for a path: `/dev/disk3s5`, null for a share, undefined when it says nothing. Firmlinks make mount points useless for this. */
export async function deviceOf(ask: Ask, path: string): Promise<string | null | undefined> {
  const text = await ask('/bin/df', ['-P', '--', path])
  return text === null ? undefined : readDf(text)
}

/** The first column of the one line below the heading; a device of ours has no blank in its name. */
export const readDf = (text: string): string | null => /^(\/dev\/disk\d+(?:s\d+)*)\s/m.exec(text.split('\n').slice(1).join('\n'))?.[1] ?? null

const DISKUTIL = '/usr/sbin/diskutil'
const IOREG = '/usr/sbin/ioreg'
