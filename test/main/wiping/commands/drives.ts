import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Drive } from '../../../../core/media/drive.ts'
import type { Ask, Asked } from '../../../../main/wiping/commands/ask.ts'

export const recorded = (name: string): string => readFileSync(join(import.meta.dirname, 'recorded', name), 'utf8')

const drive: Drive = {
  path: '/dev/sdb', maker: '', model: 'Example SSD 500GB', firmware: '', serial: 'S3Z9NB0K000001', wwn: null, bus: 'sata', kind: 'SSD', role: 'removable', removable: true, readOnly: false,
  bytes: 500107862016, logicalSector: 512, physicalSector: 512, insertion: '7', volumes: [], hindrances: [],
}
export const ssd = drive
export const disk: Drive = { ...drive, path: '/dev/sdc', kind: 'HDD', serial: 'WD-WCC3F0000001', model: 'Example Disk 1TB' }
export const stickOfFlash: Drive = { ...drive, path: '/dev/nvme0n1', bus: 'nvme', serial: 'S5GXNX0R000001', role: 'internal', removable: false }
export const server: Drive = { ...drive, path: '/dev/sdd', bus: 'sas', kind: 'HDD', serial: 'ZL000001' }

type Reply = string | Partial<Asked>

/** Programs that answer from a table and never touch anything: by how the command begins; of several answers the last one stays. */
export function programs(table: Record<string, Reply | Reply[]>): { ask: Ask; asked: string[] } {
  const asked: string[] = []
  const turns = new Map<string, number>()
  const ask: Ask = async (program, args) => {
    const line = [program, ...args].join(' ')
    asked.push(line)
    const key = Object.keys(table).filter((begin) => line.startsWith(begin)).toSorted((a, b) => b.length - a.length)[0]
    if (key === undefined) return { outcome: 'no-program', code: null, out: '', err: '' }
    const replies = [table[key] ?? ''].flat()
    const turn = turns.get(key) ?? 0
    turns.set(key, turn + 1)
    const reply = replies[Math.min(turn, replies.length - 1)] ?? ''
    return { outcome: 'answered', code: 0, out: '', err: '', ...typeof reply === 'string' ? { out: reply } : reply }
  }
  return { ask, asked }
}

export const identified = { free: recorded('hdparm-ssd.txt'), locked: recorded('hdparm-ssd.txt').replace('not\tenabled', '\tenabled'), frozen: recorded('hdparm-ssd.txt').replace('not\tfrozen', '\tfrozen') }
export const controller = (more: object = {}) => JSON.stringify({ vid: 5197, sn: 'S5GXNX0R000001      ', mn: 'Example NVMe 1TB', fr: '5B2QGXA7', oacs: 23, fna: 5, sanicap: 0x60000003, nn: 1, ...more })
export const sanitizeLog = (status: number, sprog: number) => JSON.stringify({ nvme0: { sprog, sstat: { global_erased: 0, no_cmplted_passes: 0, status: `(${status}) as the drive puts it` }, cdw10_info: 2, time_over_write: 4294967295, time_block_erase: 12, time_crypto_erase: 2 } })
