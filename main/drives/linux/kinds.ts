import type { Drive } from '../../../core/media/drive.ts'
import { count, exact, yes } from '../said.ts'
import type { Block } from './blocks.ts'

/** Not drives: memory, floppies, parts of an eMMC that the controller keeps for itself, images with nothing behind them. */
export function isLeftOut({ name, type, said, sys }: Block): boolean {
  if (/^(zram|ram|fd|dm-|md|pmem)\d|^mmcblk\d+(boot\d+|rpmb|gp\d+)$/.test(name)) return true
  return type === 'loop' && (count(said['size']) ?? 0) === 0 && sys?.says['loop/backing_file'] === undefined
}

/** How it is plugged in, where lsblk or its way through the machine tells. Network drives (nbd, iSCSI, FC, NVMe over fabrics) are unknown. */
export function busOf(block: Block): Drive['bus'] {
  const { name, type, said, sys } = block
  const transport = exact(said['tran'])
  const way = exact(said['subsystems']) ?? ''
  const at = sys?.at ?? ''
  if (type === 'loop') return 'loop'
  if (type === 'rom') return 'optical'
  if (transport === 'usb' || way.includes('usb') || /\/usb\d+\//.test(at)) return 'usb'
  if (/^mmcblk\d+$/.test(name)) return 'mmc'
  if (transport === 'nvme' || /^nvme\d/.test(name)) return /fabrics|virtual/.test(`${way} ${at}`) || !['', 'pcie', 'apple-nvme'].includes(sys?.says['device/transport'] ?? '') ? 'unknown' : 'nvme'
  if (transport === 'sata' || transport === 'ata') return 'sata'
  if (transport === 'sas') return 'sas'
  return /virtio|vmbus|\bxen\b/.test(way) || /^(vd[a-z]+|xvd[a-z]+)$/.test(name) ? 'virtual' : 'unknown'
}

/** What kind of medium it is. A bridge on USB says "rotating" of everything it knows nothing of, so that is believed of SATA and SAS only. */
export function kindOf(block: Block): Drive['kind'] {
  const turns = yes(block.said['rota'])
  switch (busOf(block)) {
    case 'loop': return 'image'
    case 'optical': return 'optical'
    case 'nvme': return 'SSD'
    case 'mmc': return 'flash'
    case 'sata': case 'sas': return turns === null ? 'unknown' : turns ? 'HDD' : 'SSD'
    case 'usb': return isRemovable(block) ? 'flash' : turns === false ? 'SSD' : 'unknown'
    default: return 'unknown'
  }
}

/** What it is when nothing of this system lies on it. eMMC is soldered in; whether an MMC without its boot parts is, nobody says. */
export function natureOf(block: Block, hasFile: boolean): 'internal' | 'removable' | 'unknown' {
  switch (busOf(block)) {
    case 'usb': return 'removable'
    case 'mmc': return block.sys?.says['device/type'] === 'SD' ? 'removable' : 'unknown'
    case 'sata': case 'sas': case 'nvme': return yes(block.said['rm']) === null ? 'unknown' : isRemovable(block) ? 'removable' : 'internal'
    case 'virtual': return isRemovable(block) ? 'unknown' : 'internal'
    case 'loop': return hasFile ? 'internal' : 'unknown'
    default: return 'unknown'
  }
}

const isRemovable = ({ said, sys }: Block) => yes(said['rm']) === true || yes(sys?.says['removable']) === true
