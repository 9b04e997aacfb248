import { basename, join } from 'node:path'
import type { BackupProgress, Opening, Restored, RestoreOrder } from '../../core/backup/backup.ts'
import type { NewEntry } from '../../core/ledger/entry.ts'
import type { Reading } from '../../core/ledger/shelf.ts'
import { isoJst, type Instant } from '../../core/time.ts'
import type { FoundBackup, Head, How } from '../../core/world.ts'
import { type ScryptParams, unwrapKeyByRecovery } from '../../crypto/key-wrap.ts'
import type { Disk } from '../files/disk.ts'
import { draftName, exists, sweepDrafts, syncFolder } from '../files/draft.ts'
import type { Projection } from '../ledger/book.ts'
import { shutDoor } from '../vault/door.ts'
import { type Keyring, type KeyringSlot, tagOf, withSlot, writeKeyring } from '../vault/keyring.ts'
import { sealLastSeen } from '../vault/last-seen.ts'
import { enterVault } from '../vault/open-vault.ts'
import { inside, roomsOf } from '../vault/rooms.ts'
import { makeSlot, trySlot, type Whose, whoseSlot } from '../vault/slots.ts'
import { VaultSecret } from '../vault/vault-keys.ts'
import { assemble, type AssembledLedger } from './assembly.ts'
import { readHeader } from './header.ts'
import { knownOf, presentIn } from './known.ts'
import { finishRestoring, putInPlace, shutRestoring } from './place.ts'
import { BackupProblem, onBackup, onTarget } from './problem.ts'
import { readBackup } from './read.ts'

export interface RestoreHow { home: string; at: Instant; projection: Projection; cost: ScryptParams | undefined }
/** What to write first into the restored ledger; what it throws comes out, and nothing is restored. */
export type Decide = (found: FoundBackup, reading: Reading) => readonly NewEntry[]

/**
 * Restores a backup into a home: put together beside its place, every part held against the manifest, asked about (`decide`) as soon as the ledger
 * stands, and renamed into place when all of it is there and synced. A vault that lies there is moved aside, whole. Fails or killed, the old state stands.
 */
export async function restoreBackup(order: RestoreOrder, decide: Decide, { home, at, projection, cost }: RestoreHow, { signal, onProgress }: How<BackupProgress>, disk: Disk): Promise<{ outcome: 'restored'; movedAside: string | null } | { outcome: 'wrong-key' | 'in-use' }> {
  const { path, opening } = order
  const rooms = roomsOf(home)
  await onTarget(home, () => disk.mkdir(home, { recursive: true, mode: 0o700 }))
  await finishRestoring(home, disk)
  const read = await readHeader(path, disk)
  const opened = await openKeyring(read.header.keyring, opening, path)
  if (!opened) return { outcome: 'wrong-key' }
  const { secret, whose } = opened
  const doors: (() => void)[] = [() => secret.forget()]
  try {
    const [restoring, present] = [shutRestoring(home), await presentIn(rooms, secret, disk)]
    if (!restoring) return { outcome: 'in-use' }
    doors.push(restoring)
    const door = present === 'none' ? () => {} : shutDoor(rooms.door)
    if (!door) return { outcome: 'in-use' }
    doors.push(door)
    return await putTogether(present, door)
  } finally {
    for (const open of doors.toReversed()) open()
  }

  async function putTogether(present: FoundBackup['present'], openDoor: () => void): Promise<{ outcome: 'restored'; movedAside: string | null }> {
    const aside = present === 'none' ? null : await freeAside(home, at, disk)
    await sweepDrafts(rooms.vault, disk)
    const draft = draftName(rooms.vault)
    try {
      const head = await fill(draft, present, aside)
      const keyring = opening.kind === 'password' ? read.header.keyring : withSlot(read.header.keyring, await slotFor(secret, whose, read.header.keyring, opening.newPassword, cost))
      await onTarget(draft, () => writeKeyring(inside(draft).keyring, { ...keyring, failures: [], lastSeen: sealLastSeen(secret, head) }, disk))
      await onTarget(draft, () => syncFolder(draft, disk))
      signal.throwIfAborted()
      // Windows renames no folder in which a file is held open.
      if (process.platform === 'win32') openDoor()
      await onTarget(rooms.vault, () => putInPlace(draft, rooms, aside, disk))
      return { outcome: 'restored', movedAside: aside }
    } catch (error) {
      await disk.rm(draft, { recursive: true, force: true }).catch(() => {})
      throw error
    }
  }

  /** Answers where the ledger stands when it has said what happened to it. */
  async function fill(draft: string, present: FoundBackup['present'], aside: string | null): Promise<Head> {
    await onTarget(draft, () => disk.mkdir(draft, { mode: 0o700 }))
    await onTarget(draft, () => disk.mkdir(inside(draft).blobs, { mode: 0o700 }))
    const { size } = await onBackup(path, () => disk.stat(path))
    let after: Head | null = null
    const onLedger = async (ledger: AssembledLedger): Promise<void> => {
      const known = await knownOf({ path, witness: order.witness, rooms, present, secret, header: read.header, ledger }, disk)
      const from: Restored['from'] = { vault: read.header.vault, generation: read.header.generation, madeAt: read.header.madeAt, entries: read.header.entries, name: basename(path), head: ledger.head }
      assembly.close()
      after = await firstWords({ personId: whose.personId, how: opening.kind, from, known, present, movedAside: aside })
    }
    const assembly = assemble({ backup: path, header: read.header, secret, folder: draft, files: true, disk, onLedger })
    const key = secret.backupKey(read.about)
    let bytesDone = 0
    try {
      const onBytes = (bytes: number): void => { bytesDone += bytes; onProgress({ phase: 'restoring', bytesDone, bytesTotal: size }) }
      const said = await readBackup(path, read, key, assembly, { signal, onBytes }, disk)
      const { head } = await assembly.end()
      if (said.hash !== head.hash || !after) throw new BackupProblem('backup-damaged', path)
      return after
    } finally {
      key.fill(0)
      assembly.close()
    }

    async function firstWords(found: FoundBackup): Promise<Head> {
      const entered = enterVault(inside(draft).database, new VaultSecret(Uint8Array.from(secret.bytes)), projection, null)
      if (entered === 'in-use') throw new BackupProblem('backup-damaged', path)
      if ('damaged' in entered) throw new BackupProblem(entered.isNewer ? 'backup-newer' : 'backup-damaged', path)
      try {
        const head = await entered.ledger.append(decide(found, entered.ledger.now()), entered.ledger.head())
        if (!head) throw new Error('somebody wrote into a vault that nobody knows of')
        return head
      } finally {
        entered.close()
      }
    }
  }
}

/** The secret and whose key opened it; null when neither fits. Nobody counts tries here: whoever has the file could copy it. */
async function openKeyring(keyring: Keyring, opening: Opening, path: string): Promise<{ secret: VaultSecret; whose: Whose } | null> {
  const tag = await tagOf(opening.loginId, keyring.tags)
  const slot = keyring.slots.find((each) => each.tag === tag)
  const secret = opening.kind === 'password' ? await trySlot(keyring, tag, opening.password) : byRecovery(keyring, opening.recoveryKey)
  if (secret === 'malformed') throw new BackupProblem('backup-damaged', path)
  if (!secret) return null
  const whose = slot ? whoseSlot(secret, slot) : null
  if (whose) return { secret, whose }
  secret.forget()
  if (slot) throw new BackupProblem('backup-damaged', path)
  return null
}

function byRecovery(keyring: Keyring, recoveryKey: string): VaultSecret | null {
  const bytes = unwrapKeyByRecovery(keyring.recovery, recoveryKey)
  return bytes && new VaultSecret(bytes)
}

async function slotFor(secret: VaultSecret, whose: Whose, keyring: Keyring, password: string, cost: ScryptParams | undefined): Promise<KeyringSlot> {
  return makeSlot(secret, whose, await tagOf(whose.loginId, keyring.tags), password, cost)
}

/** A dated name that nothing has yet. */
async function freeAside(home: string, at: Instant, disk: Disk): Promise<string> {
  const dated = `vault-before-${isoJst(at).slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}`
  for (let n = 1; ; n++) {
    const name = n === 1 ? dated : `${dated}-${n}`
    if (!(await exists(join(home, name), disk))) return name
  }
}
