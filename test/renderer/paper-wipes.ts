import type { DisposalPlan, PlanTarget } from '../../core/wipes/plan.ts'
import type { Wipe } from '../../core/wipes/wipe.ts'
import { calledOff, filled, finished, logOf, sanitized, stick } from '../paper-machine.ts'
import { at, day } from './paper-facts.ts'

/** Plans at every step, erasures that passed and that did not, and what is plugged in. */
const target = (no: number, medium: string, more: Partial<PlanTarget> = {}): PlanTarget => ({
  no, kind: 'medium', medium: medium as PlanTarget['medium'], paths: [], itemIds: [], information: '令和9年度 納税通知書データ一式', mediaName: `USBメモリ（${medium}）`, quantity: 1, unit: '個', method: 'overwrite-tile', end: '再利用',
  importanceClass: '重要情報', myNumber: false, consentRef: 'R8税承0061', mediumWas: '保管', state: 'planned', ...more,
})
const plan = (id: string, no: string, more: Partial<DisposalPlan> = {}): DisposalPlan => ({
  id, no, contractId: 'c1', targets: [target(1, 'MED-2026-0003')], plannedOn: day('2026-12-11'), place: '本社3階 第2作業室', operator: 'p2', verifier: 'p3', outsourcer: '', remarks: '', decidedAt: at('2026-12-10T09:00:00'), decidedBy: 'p2',
  noticeRequested: null, docNo: null, submittedAt: null, confirmed: null, witnessRequested: null, state: 'decided', ...more,
}) as DisposalPlan

export const plans: readonly DisposalPlan[] = [
  plan('d1', 'D-R8-017-001', { noticeRequested: { by: '森川 奏', at: at('2026-12-09T10:00:00'), dueOn: day('2026-12-12') } }),
  plan('d2', 'D-R8-017-002', { submittedAt: at('2026-12-10T10:00:00'), docNo: 'N-R8-017-001', state: 'confirmed', confirmed: { cityRef: 'R8税受0412', at: at('2026-12-10T15:00:00') }, witnessRequested: { organisation: '青葉野市 総務部税務課', name: '森川 奏' } } as Partial<DisposalPlan>),
  plan('d3', 'D-R8-017-003', { targets: [target(1, 'MED-2026-0003', { state: 'to be verified' }), target(2, 'MED-2026-0004', { state: 'to be verified' })] }),
  plan('d4', 'D-R8-017-004', { targets: [target(1, 'MED-2026-0003', { state: 'done' }), target(2, 'MED-2026-0004', { state: 'failed' })] }),
  plan('d5', 'D-R8-017-005', { targets: [target(1, 'MED-2026-0003', { method: 'physical', end: '廃棄', importanceClass: '最重要情報', myNumber: true, consentRef: '' })] }),
  plan('d7', 'D-R8-017-007', { targets: [target(1, 'MED-2026-0003', { kind: 'files', medium: null, paths: ['/home/yoshida/作業/R9納税通知書', '/home/yoshida/作業/校正'], mediaName: 'PC-021 作業領域', unit: '式', method: 'files', end: '廃棄', consentRef: '' })] }),
  plan('d8', 'D-R8-017-008', { targets: [target(1, 'MED-2026-0003', { method: 'command' })] }),
  plan('d9', 'D-R8-017-009', { targets: [target(1, 'MED-2026-0003', { method: 'external' })] }),
  plan('d10', 'D-R8-017-010', { targets: [target(1, 'MED-2026-0003', { kind: 'files', medium: null, paths: ['/home/yoshida/作業'], mediaName: 'PC-021 作業領域', unit: '式', method: 'files', state: 'to be verified' }), target(2, 'MED-2026-0003', { method: 'command', state: 'to be verified' }), target(3, 'MED-2026-0004', { method: 'external', state: 'to be verified' })] }),
  plan('d11', 'D-R8-017-011', { targets: [target(1, 'MED-2026-0003', { kind: 'vault', medium: null, mediaName: '保管庫', unit: '式', method: 'vault', itemIds: ['i1', 'i2', 'i3'] as never, consentRef: '' })] }),
  plan('d6', 'D-R8-017-006', { targets: [target(1, 'MED-2026-0003', { state: 'done' })], state: 'done' }),
]

const wipe = (id: string, planId: string, targetNo: number, medium: string, more: Partial<Wipe>): Wipe => ({
  id, contractId: 'c1', planId, targetNo, medium, drive: stick('AZ0003K7Q1'), method: 'overwrite-tile', pattern: 'tile', readBack: 'full', operator: 'p2', witness: null, seedBlob: 's', begunAt: at('2026-12-11T10:04:00'), endedAt: at('2026-12-11T10:31:00'),
  checkpoint: null, run: finished(), destruction: null, remarks: '', result: '合格', verified: null, certificateNo: null, state: 'to be verified', ...more,
}) as Wipe
const files: NonNullable<Wipe['files']> = {
  list: { names: 48, files: 41, bytes: 312_004_110, sha256: 'ef'.repeat(32), blob: 'b', fileSystems: ['ext4'], leftOut: [], leftOutMore: 0 }, hardLinks: 'leave', readOnly: 'leave', end: 'with-exceptions', reason: null, overwritten: 39, removedOnly: 7, failed: 2, notReached: 0,
  bytesOverwritten: 311_000_000, readFromCache: 0, limits: ['names-in-journal', 'slack-of-living-files', 'flash-spare', 'reserved-blocks'], exceptionsMore: 0, blob: 'c', freeSpaceIn: ['/home/yoshida'], freeSpace: [filled()],
  exceptions: [{ path: '/home/yoshida/作業/校正/宛名.xlsx', outcome: 'failed', trouble: 'open-elsewhere', system: null }, { path: '/home/yoshida/作業/校正', outcome: 'failed', trouble: 'folder-not-empty', system: 'ENOTEMPTY' }],
}
const bad = finished({ badSectors: 5, badRanges: [{ what: 'unwritable', lba: 40_960, sectors: 2 }, { what: 'unreadable', lba: 81_920, sectors: 1 }, { what: 'differs', lba: 120_000, sectors: 2 }] })

export const wipes: readonly Wipe[] = [
  wipe('w1', 'd3', 1, 'MED-2026-0003', {}), wipe('w2', 'd3', 2, 'MED-2026-0004', { run: bad, result: '不合格' }),
  wipe('w5', 'd10', 1, 'MED-2026-0003', { medium: null, drive: null, method: 'files', run: null, result: '例外', files } as Partial<Wipe>),
  wipe('w6', 'd10', 2, 'MED-2026-0003', { method: 'command', pattern: null, run: null, command: { method: 'ata-sanitize-block', promised: 'Purge', reliesOnEncryption: false, result: sanitized() } }),
  wipe('w7', 'd10', 3, 'MED-2026-0004', { method: 'external', drive: null, pattern: null, run: null, external: { log: logOf('AZ0004M2W8'), file: 'nwipe.log', sha256: 'cd'.repeat(32), bytes: 8_123, blob: 'l', performedBy: '大庭 健吾' } }),
  wipe('w3', 'd4', 1, 'MED-2026-0003', { state: 'verified', verified: { by: 'p3', at: at('2026-12-11T11:00:00'), again: null, witnessConfirmed: false } } as unknown as Partial<Wipe>),
  wipe('w4', 'd4', 2, 'MED-2026-0004', { run: calledOff(), result: '中止', state: 'verified', verified: { by: 'p3', at: at('2026-12-11T11:00:00'), again: null, witnessConfirmed: false } } as unknown as Partial<Wipe>),
]

export const drives = [
  { ...stick('AZ0003K7Q1', '/dev/sdb', { volumes: [{ path: '/dev/sdb1', mountPoints: ['/media/yoshida/NOUHIN'], fileSystem: 'exfat', label: '納品データ', bytes: 15_999_000_000, freeBytes: null }] }), mediumNo: 'MED-2026-0003' },
  { ...stick('AZ0004M2W8', '/dev/sdc', { hindrances: ['mounted'] }), mediumNo: 'MED-2026-0004' },
  { ...stick('PRIV-9999-𠮷田私物', '/dev/sdd', { maker: 'とても長い名前のメーカー株式会社', model: 'Portable Solid State Drive Extreme Edition 2TB', bytes: 2_000_398_934_016, kind: 'SSD' }), mediumNo: null },
  { ...stick('S5GXNX0T', '/dev/nvme0n1', { maker: 'みほん', model: 'NVMe 512G', bus: 'nvme', kind: 'SSD', role: 'system', removable: false, bytes: 512_110_190_592, hindrances: ['system', 'vault', 'mounted'] }), mediumNo: null },
]

export const stockTakes = [{
  id: 's1', no: 'S-2026-002', at: at('2026-12-10T17:00:00'), by: 'p2', attendedBy: '髙橋 亮', remarks: '', expected: 3, seen: [{ medium: 'MED-2026-0003', place: '' }],
  findings: [{ kind: 'missing', medium: 'MED-2026-0004', said: 'AZ0004M2W8', expected: '施錠キャビネットC-2', found: '' }, { kind: 'unregistered', medium: null, said: 'PRIV-9999', expected: '', found: '机の上' }],
}]
