import { randomUUID } from 'node:crypto'
import { changedSince, project, PROJECTION_VERSION } from '../core/ledger/project.ts'
import type { Instant } from '../core/time.ts'
import type { How, Ledger, Vault, Views, Viruses, Workstation, World } from '../core/world.ts'
import { realBackups } from './backup/backups.ts'
import { finishRestoring } from './backup/place.ts'
import { realDocuments } from './documents/documents.ts'
import { hireVerifiers } from './documents/verify/verifiers.ts'
import { realDrives } from './drives/drives.ts'
import { realEvidence } from './evidence/write-pack.ts'
import type { Disk } from './files/disk.ts'
import { realFiles, type RealFiles } from './files/files.ts'
import type { OpenLedger } from './ledger/ledger.ts'
import { realTables } from './ledgers/write-table.ts'
import { realPackages } from './packages/packages.ts'
import { realPost } from './post/post.ts'
import { roomsOf } from './vault/rooms.ts'
import { type RealVault, realVault, type VaultOptions } from './vault/vault.ts'
import { realViruses } from './viruses/viruses.ts'
import { realWorkstation } from './workstation/workstation.ts'
import type { BeginEngine } from './wiping/begin-engine.ts'
import { sweepFills } from './wiping/sweep-fills.ts'
import { realWiping } from './wiping/wiping.ts'

export interface WorldOptions extends Pick<VaultOptions, 'idleMinutes' | 'idleClock' | 'onIdle' | 'cost'> {
  /** The folder of one organisation's vault; made when it is not there. */
  home: string
  now?: () => Instant
  /** Another scanner than the one of this machine; tests decide what it finds. */
  viruses?: Viruses
  /** Another machine than this one; the demo plays on its own. */
  workstation?: Workstation
  /** How whoever sits here is asked last; without it, what came with the order is the answer. */
  confirm?: World['confirm']
  /** How the engine that overwrites is begun, where that is not by starting Node. */
  engine?: BeginEngine
  /** The same with an administrator's rights, where somebody can be asked for them. */
  elevated?: BeginEngine | null
  /** Another disk for backups than this machine's; tests let its acts fail. */
  backupDisk?: Disk
}

/** The real world, and how to leave it. */
export interface RealWorld extends World {
  vault: RealVault
  close(): Promise<void>
}

/** This machine's clock, chance, vault, ledger, files, packages, documents and post, in one home. Opens nothing yet. */
export async function openWorld({ home, now = thisClock, viruses = realViruses(), workstation = realWorkstation(() => viruses.scanner()), confirm = asOrdered, engine, elevated = null, backupDisk, ...options }: WorldOptions): Promise<RealWorld> {
  await finishRestoring(home)
  const projection = { version: PROJECTION_VERSION, project, changedSince }
  const vault = realVault({ home, now, newId: randomUUID, projection, ...options })
  const begin = (): ReturnType<RealVault['begin']> => vault.begin()
  const files = realFiles({
    folder: roomsOf(home).blobs,
    keyOf: (blob) => vault.blobKey(blob),
    ledger: { size: () => vault.ledger().head().size, speaksOfBlob: (blob) => vault.ledger().speaksOfBlob(blob), learnBlobs: (blobs) => vault.ledger().learnBlobs(blobs), entriesWith: (words, from) => vault.ledger().entriesWith(words, from) },
    begin,
  })
  const verifiers = hireVerifiers()
  // The program's own files too: the drive that this app runs from is not one to wipe.
  const keepOut = [home, process.execPath, import.meta.dirname]
  return {
    now, newId: randomUUID,
    vault: sweeping(vault, files),
    ledger: ledgerOf(vault),
    files,
    packages: realPackages({ openBlob: (blob) => files.blobs.open(blob), keys: () => vault.keys(), begin }),
    documents: realDocuments({ organisation: () => vault.keys(), verify: verifiers.verify }),
    post: realPost({ now, begin }),
    // A question that waits keeps nobody in, and goes with whoever was asked: it names what nobody else need see.
    confirm: (question, signal) => confirm(question, AbortSignal.any([signal, vault.leaving()])),
    viruses, workstation,
    views: viewsOf(vault), tables: realTables({ begin }), evidence: realEvidence({ openBlob: (blob) => files.blobs.open(blob), begin }),
    drives: realDrives({ keepOut }),
    backups: realBackups({ home, vault, projection, cost: options.cost, begin, ...(backupDisk ? { disk: backupDisk } : {}) }),
    wiping: realWiping({ keepOut, sealed: roomsOf(home).blobs, begin: engine, elevated, hold: begin }),
    close: async () => {
      await verifiers.dismiss()
      await vault.lock('closed')
    },
  }
}

/** Nobody to be asked: who gave the order typed the serial number into it, or nothing is destroyed. */
const asOrdered: World['confirm'] = async ({ typed }) => typed ?? ''

const thisClock = (): Instant => Date.now() as Instant

/** Whoever comes in first sweeps what the last power cut left lying. */
function sweeping(vault: RealVault, files: RealFiles): RealVault {
  const swept = <A extends unknown[]>(enter: (...how: A) => ReturnType<Vault['unlock']>) => async (...how: A) => {
    const unlocked = await enter(...how)
    if (unlocked.outcome === 'open') {
      await files.sweep()
      await sweepFills((await vault.ledger().read()).reading)
    }
    return unlocked
  }
  return { ...vault, unlock: swept(vault.unlock), recover: swept(vault.recover) }
}

/** Saved views of whichever vault is open. */
function viewsOf(vault: RealVault): Views {
  return {
    of: async (person, ledger) => vault.ledger().views.of(person, ledger),
    keep: async (person, ledger, view) => vault.ledger().views.keep(person, ledger, view),
    drop: async (person, ledger, name) => vault.ledger().views.drop(person, ledger, name),
  }
}

/** The ledger of whichever vault is open at the moment of asking; refuses with `vault-locked` when none is. */
function ledgerOf(vault: RealVault): Ledger {
  const long = async <P, T>({ signal, onProgress }: How<P>, act: (ledger: OpenLedger, how: How<P>) => Promise<T>): Promise<T> => {
    const work = vault.begin()
    try {
      return await act(vault.ledger(), { signal: AbortSignal.any([signal, work.signal]), onProgress })
    } finally {
      work.end()
    }
  }
  return {
    read: async () => vault.ledger().read(),
    append: async (entries, after) => vault.ledger().append(entries, after),
    entries: async (from, count) => vault.ledger().entries(from, count),
    rows: async (query, from, count) => vault.ledger().rows(query, from, count),
    choices: async (query, column, most) => vault.ledger().choices(query, column, most),
    touching: async (kind, id) => vault.ledger().touching(kind, id),
    extract: async (seqs) => vault.ledger().extract(seqs),
    consistency: async () => vault.ledger().consistency(),
    witness: async (seq) => vault.ledger().witness(seq),
    verify: (how) => long(how, (ledger, each) => ledger.verify(each)),
    exportTo: (folder, how) => long(how, (ledger, each) => ledger.exportTo(folder, each)),
  }
}
