import type { Drive } from '../core/media/drive.ts'
import type { DriveAbilities, DriveCommandResult, WipeLog } from '../core/wipes/drive-commands.ts'
import type { FileList, FileWipe, FreeSpaceWipe, ListedFile, WipedFile } from '../core/wipes/files.ts'
import type { WipeFigures, WipeOutcome } from '../core/wipes/overwrite.ts'
import type { Drives, LastQuestion, Wiping } from '../core/world.ts'

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

/** A file of the list before, and what becomes of it when all goes well. */
export const listed = (way: string, more: Partial<ListedFile> = {}): ListedFile => ({
  root: 0, way, wayBytes: null, kind: 'file', identity: { device: '1', inode: way }, size: 4096, allocated: 4096, sha256: 'cd'.repeat(32), modifiedMs: 0, links: 1, otherNames: [], attributes: '', findings: [], ...more,
})
export const fileList = (more: Partial<FileList> = {}): FileList => ({
  roots: [{ asked: '/desk/r9', folder: '/desk', folderBytes: null, folderIdentity: { device: '1', inode: '2' }, name: 'r9', nameBytes: null, fileSystem: 'ext4' }],
  files: [listed('atena.csv'), listed('', { kind: 'folder', size: 0, sha256: null })], bytes: 4096, sha256: 'ef'.repeat(32), limits: ['names-in-journal', 'slack-of-living-files'], leftOut: [], ...more,
})
export const gone = ({ root, way, wayBytes, kind, size, sha256, links }: ListedFile, more: Partial<WipedFile> = {}): WipedFile => ({
  root, way, wayBytes, kind, outcome: kind === 'file' ? 'overwritten' : 'removed-only', trouble: null, system: null, size, sha256, links, bytesOverwritten: size, readBack: kind === 'file' ? 'uncached' : 'none', limits: [], ...more,
})
export const wholly = ({ files, bytes, limits }: FileList = fileList()): FileWipe => ({ outcome: 'whole', files: files.map((file) => gone(file)), bytesOverwritten: bytes, limits })
export const filled = (more: Partial<FreeSpaceWipe> = {}): FreeSpaceWipe => ({
  outcome: 'filled', trouble: null, system: null, freeBefore: 1 << 30, bytesWritten: 1 << 30, smallFiles: 40, readBack: 'uncached', bytesRead: 1 << 30, bytesDiffering: 0, notReached: 4096, reserved: 0, fileSystem: 'ext4', limits: ['reserved-blocks'], leftBehind: [], ...more,
})

/** A stick that can sanitize itself, and what it says of having done so. */
export const sanitizes = (): DriveAbilities => ({
  abilities: [
    { method: 'ata-sanitize-block', category: 'Purge', seconds: null, reliesOnEncryption: false, whyNot: null }, { method: 'ata-security-erase', category: 'Clear', seconds: 120, reliesOnEncryption: false, whyNot: null },
    { method: 'ata-sanitize-crypto', category: 'Purge', seconds: null, reliesOnEncryption: true, whyNot: 'not-supported' },
  ], reason: null, hidden: { hpa: 'none', dco: 'unknown', visibleSectors: 31_250_000, nativeSectors: 31_250_000 },
})
export const sanitized = (more: Partial<DriveCommandResult> = {}): DriveCommandResult => ({
  outcome: 'done', whyNot: null, method: 'ata-sanitize-block', category: 'Purge', said: [{ program: 'hdparm', args: ['--sanitize-status', '/dev/sdb'], code: 0, out: 'Last Sanitize Operation Completed Without Error', err: '' }], passwordLeft: null, samples: { places: 64, unchanged: 0 }, ...more,
})
export const logOf = (serial: string | null, more: Partial<WipeLog> = {}): WipeLog => ({
  tool: 'nwipe', version: '0.42', serial, model: 'USB 16G', device: '/dev/sdb', method: 'PRNG Stream', started: '2026/12/07 09:00:00', ended: '2026/12/07 09:40:00', result: 'erased', errors: [], ...more,
})

/** What is plugged in, and what the next erasing of any kind and the next reading back come to. */
export interface PaperMachine {
  drives: Drive[]; wipe: WipeOutcome | 'power cut'; check: WipeOutcome; wiped: string[]
  list: FileList; files: FileWipe | 'power cut' | Error; free: FreeSpaceWipe; abilities: DriveAbilities; command: DriveCommandResult; logs: WipeLog[] | null
  /** What whoever sits there types when they are asked last; null: they close the question. Until told otherwise, what came with the order. */
  types: ((question: LastQuestion) => string | null) | null
  /** The vault's blobs, and what wiping them comes to. */
  blobs: Map<string, Uint8Array> | null; sealed: ((list: FileList) => FileWipe) | 'power cut'
}
export const paperMachine = (): PaperMachine => ({
  drives: [], wipe: finished(), check: finished(), wiped: [], list: fileList(), files: wholly(), free: filled(), abilities: sanitizes(), command: sanitized(), logs: null, types: null, blobs: null, sealed: wholly,
})

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
  listFiles: async (_paths, { signal, onProgress }) => {
    onProgress({ phase: 'listing', filesDone: machine.list.files.length, filesTotal: machine.list.files.length, bytesDone: machine.list.bytes, bytesTotal: machine.list.bytes })
    return signal.aborted ? 'abandoned' : machine.list
  },
  async wipeFiles({ list }, { onProgress }) {
    machine.wiped.push(...list.roots.map(({ asked }) => asked))
    onProgress({ phase: 'wiping', filesDone: 1, filesTotal: list.files.length, bytesDone: list.bytes, bytesTotal: list.bytes })
    if (machine.files === 'power cut') return new Promise(() => {})
    if (machine.files instanceof Error) throw machine.files
    return machine.files
  },
  async listSealed(blobs, { signal }) {
    const list = fileList({
      roots: blobs.map((name) => ({ asked: `/vault/${name}`, folder: '/vault', folderBytes: null, folderIdentity: { device: '1', inode: '3' }, name, nameBytes: null, fileSystem: 'ext4' })),
      files: blobs.map((name, root) => listed('', { root, identity: { device: '1', inode: name } })), bytes: 4096 * blobs.length,
    })
    return signal.aborted ? 'abandoned' : list
  },
  async wipeSealed({ list }, { onProgress }) {
    onProgress({ phase: 'wiping', filesDone: 1, filesTotal: list.files.length, bytesDone: list.bytes, bytesTotal: list.bytes })
    if (machine.sealed === 'power cut') return new Promise(() => {})
    const done = machine.sealed(list)
    for (const { root, outcome } of done.files) if (outcome === 'overwritten' || outcome === 'removed-only') machine.blobs?.delete(list.roots[root]?.name ?? '')
    return done
  },
  wipeFreeSpace: async ({ folder }) => { machine.wiped.push(`free space of ${folder}`); return machine.free },
  abilities: async () => machine.abilities,
  command: async ({ drive, method }) => { machine.wiped.push(`${method} ${drive.path}`); return machine.command },
  readLog: () => machine.logs,
})
