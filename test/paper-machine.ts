import type { Drive } from '../core/media/drive.ts'
import type { WipeFigures, WipeOutcome } from '../core/wipes/overwrite.ts'
import type { Drives, Wiping } from '../core/world.ts'

/** A stick of 16 GB in the machine, as the platform would tell of it. */
export const stick = (serial: string, path = '/dev/sdb', more: Partial<Drive> = {}): Drive => ({
  path, maker: 'みほん電子', model: 'USB 16G', firmware: '1.00', serial, wwn: null, bus: 'usb', kind: 'flash', role: 'removable', removable: true, readOnly: false,
  bytes: 16_000_000_000, logicalSector: 512, physicalSector: 512, insertion: '7', volumes: [], hindrances: [], ...more,
})

export const figures = (more: Partial<WipeFigures> = {}): WipeFigures => ({
  bytes: 16_000_000_000, sectorBytes: 512, pattern: 'tile', passes: 1, bytesWritten: 16_000_000_000, writeErrors: 0, resumes: 0, readBack: 'full', bytesRead: 16_000_000_000, coverage: 1,
  uncached: true, seedSha256: 'ab'.repeat(32), sampleSeed: null, badRanges: [], badRangesLeftOut: 0, badSectors: 0, misplaced: [], bytesInTruth: null, samplesBefore: 64, samplesUnchanged: 0,
  bytesPerSecondWriting: 40e6, bytesPerSecondReading: 80e6, ...more,
})

export const finished = (more: Partial<WipeFigures> = {}): WipeOutcome =>
  ({ end: 'finished', reason: null, phase: 'reading', pass: 1, reachedLba: 31_250_000, figures: figures(more), checkpoint: null })
export const calledOff = (): WipeOutcome => ({ end: 'abandoned', reason: null, phase: 'writing', pass: 1, reachedLba: 12_500_000, figures: figures({ bytesWritten: 6_400_000_000, bytesRead: 0, coverage: 0 }), checkpoint: null })

/** What is plugged in, and what the next overwriting and the next reading back come to. */
export interface PaperMachine { drives: Drive[]; wipe: WipeOutcome | 'power cut'; check: WipeOutcome; wiped: string[] }
export const paperMachine = (): PaperMachine => ({ drives: [], wipe: finished(), check: finished(), wiped: [] })

export const paperDrives = (machine: PaperMachine): Drives => ({ list: async () => machine.drives, holding: async (path) => machine.drives.find(({ volumes }) => volumes.some(({ mountPoints }) => mountPoints.includes(path))) ?? null })

export const paperWiping = (machine: PaperMachine): Wiping => ({
  freshSeed: () => new Uint8Array(32).fill(7),
  async overwrite({ drive }, { signal, onProgress, onCheckpoint }) {
    machine.wiped.push(drive.path)
    onProgress({ phase: 'writing', pass: 1, passes: 1, bytesDone: 1 << 30, bytesTotal: drive.bytes, badSectors: 0, rate: 40e6, secondsLeft: 300 })
    await onCheckpoint({ pass: 1, offset: 1 << 30, badRanges: [], bytesWritten: 1 << 30, writeErrors: 0, resumes: 0 })
    if (machine.wipe === 'power cut') return new Promise(() => {})
    return signal.aborted ? calledOff() : machine.wipe
  },
  check: async () => machine.check,
})
