import { createHash, randomUUID } from 'node:crypto'
import { openDesk } from '../core/desk.ts'
import type { Desk } from '../core/contract.ts'
import { project } from '../core/ledger/project.ts'
import type { TriedServer } from '../core/mails/mail-server.ts'
import type { PersonId } from '../core/people/person.ts'
import { type Instant, instantOf } from '../core/time.ts'
import type { Session } from '../core/vault/vault.ts'
import type { Documents, Files, Letter, Post, SendOutcome, ServerAccess, Tables, Unlocked, Vault, World } from '../core/world.ts'
import { type MemoryLedger, memoryLedger } from '../main/ledger/memory-ledger.ts'
import { paperViruses, type Scanning } from './paper-viruses.ts'
import { paperPackages, type PaperSealing, paperSealing } from './paper-packages.ts'
import { paperSeat, paperWorkstation, type Seat } from './paper-workstation.ts'
import { paperBackups } from './paper-backups.ts'
import { type PaperMachine, paperDrives, paperMachine, paperWiping } from './paper-machine.ts'

export const TEN_IN_THE_MORNING = instantOf('2026-12-07T10:00:00+09:00')
const TRIES = 5

/** The real rules and the real ledger, in a world where the clock moves only when told, and vault, files and paper are in memory. */
export interface TestWorld extends World {
  /** Moves the clock; a negative time sets it back. */
  pass(milliseconds: number): void
  set(at: Instant): void
  /** Files "on disk": path → text. Changing the map is changing the disk. */
  disk: Map<string, string>
  /** Folders that exist. */
  folders: Set<string>
  /** What the next sealing comes to, when it is not to succeed. */
  sealing: PaperSealing
  blobs: Map<string, Uint8Array>
  /** The virus scanner of this machine; there is none until a test installs one. */
  scanning: Scanning
  /** The drives that are plugged in, and what the next wipe comes to. */
  machine: PaperMachine
  /** The workstation at which the desk stands. */
  seat: Seat
  unprintable: Set<string>
  /** The office's server of outgoing mail. */
  server: PaperServer
  signInAs(loginId: string): void
  /** Another world, the same up to here, that from here on goes its own way. What a test put in place of a room is not in it. */
  fork(): TestWorld
  /** Gives back what the ledger of a world holds that nobody asks any more. */
  leave(): void
}

/** All that changes in a world of paper. */
type Before = Pick<TestWorld, 'disk' | 'folders' | 'blobs' | 'unprintable' | 'sealing' | 'machine' | 'seat' | 'scanning' | 'server'> & { now: Instant; ids: number; ledger: MemoryLedger; vault: VaultState }

export interface Office { world: TestWorld; desk: Desk }

export function testWorld(before?: Before): TestWorld {
  let now = before?.now ?? TEN_IN_THE_MORNING
  let ids = before?.ids ?? 0
  const disk = new Map<string, string>(before?.disk)
  const folders = new Set<string>(before?.folders ?? ['/out', '/medium'])
  const blobs = new Map<string, Uint8Array>(before?.blobs)
  const unprintable = new Set<string>(before?.unprintable)
  const sealing = { ...before?.sealing ?? paperSealing() }
  const machine = { ...before?.machine ?? paperMachine(), blobs, wiped: [...before?.machine.wiped ?? []] }
  const seat = { ...before?.seat ?? paperSeat() }
  const scanning: Scanning = { ...before?.scanning ?? { scanner: null, next: null, scans: 0 } }
  const ledger = before?.ledger.fork() ?? memoryLedger({ project })
  const vault = paperVault(ledger, () => now, before?.vault)
  const server: PaperServer = before ? { ...before.server, letters: [...before.server.letters] } : { next: null, tried: { outcome: 'ready', certificate: null }, letters: [] }
  return {
    now: () => now,
    newId: () => `id-${++ids}`,
    ledger, vault, disk, folders, blobs, unprintable, sealing, scanning, machine, server, seat,
    drives: paperDrives(machine), wiping: paperWiping(machine),
    files: paperFiles(disk, folders, blobs, ledger),
    packages: paperPackages(disk, folders, blobs, sealing),
    documents: paperDocuments(unprintable),
    post: paperPost(disk, folders, server),
    viruses: paperViruses(disk, scanning),
    confirm: async (question) => (machine.types ? machine.types(question) : question.typed),
    views: ledger.views, tables: paperTables(disk, folders),
    evidence: { write: async ({ into, fileName }) => ({ outcome: 'written', path: `${into}/${fileName}.zip`, bytes: 0, sha256: '0'.repeat(64) }) },
    workstation: paperWorkstation(seat), backups: paperBackups(disk, folders),
    pass: (milliseconds) => { now = (now + milliseconds) as Instant },
    set: (at) => { now = at },
    signInAs: (loginId) => vault.signInAs(loginId),
    fork: () => testWorld({ now, ids, disk, folders, blobs, unprintable, sealing, machine, seat, scanning, server, ledger, vault: vault.state() }),
    leave: () => ledger.close(),
  }
}

export const openOffice = (world: TestWorld = testWorld()): Office => ({ world, desk: openDesk(world) })

const KEYS = { rootPem: 'ROOT', fingerprint: 'ab'.repeat(32), checkpointKeyPem: 'KEY', checkpointKeyId: 'cd'.repeat(16), checkWords: Array.from({ length: 12 }, (_, i) => `ことば${i}`), encryptionPem: null }

interface PaperAccount { personId: PersonId; password: string; failures: number; until: number }
interface VaultState { accounts: ReadonlyMap<string, PaperAccount>; secrets: ReadonlyMap<string, string>; session: Session | null; people: number }

function paperVault(ledger: World['ledger'], now: () => Instant, before?: VaultState): Vault & { signInAs(loginId: string): void; state(): VaultState } {
  const accounts = new Map<string, PaperAccount>([...before?.accounts ?? []].map(([loginId, account]) => [loginId, { ...account }]))
  const secrets = new Map<string, string>(before?.secrets)
  let session: Session | null = before?.session ?? null
  let people = before?.people ?? 0
  const enter = (loginId: string, personId: PersonId) => { session = { personId, name: loginId, loginId, roles: [], since: now() } }
  const authenticate = async (loginId: string, password: string): Promise<Unlocked> => {
    const account = accounts.get(loginId)
    if (!account) return { outcome: 'wrong', triesLeft: TRIES - 1 }
    if (account.until > now()) return { outcome: 'locked-out', until: account.until as Instant, justNow: false, failures: account.failures }
    if (account.password === password) { account.failures = 0; return { outcome: 'open', personId: account.personId } }
    account.failures++
    if (account.failures < TRIES) return { outcome: 'wrong', triesLeft: TRIES - account.failures }
    account.until = now() + 15 * 60_000
    return { outcome: 'locked-out', until: account.until as Instant, justNow: true, failures: account.failures }
  }
  return {
    state: () => ({ accounts, secrets, session, people }),
    status: async () => ({
      state: accounts.size === 0 ? 'absent' : session ? 'open' : 'locked',
      organisation: session ? ((await ledger.read()).reading.get('office', 'office')?.organisation ?? null) : null,
      session, idleLockMinutes: 10, openQuestions: 0,
    }),
    session: () => session,
    async create({ loginId, password }, open) {
      const personId = `person-${++people}` as PersonId
      accounts.set(loginId, { personId, password, failures: 0, until: 0 })
      enter(loginId, personId)
      await ledger.append(open({ keys: KEYS, personId }), (await ledger.read()).head)
      return { recoveryKey: 'RECOVERY-KEY' }
    },
    async unlock(loginId, password) {
      const unlocked = await authenticate(loginId, password)
      if (unlocked.outcome === 'open') enter(loginId, unlocked.personId)
      return unlocked
    },
    lock: async () => { session = null },
    authenticate,
    async recover(key, loginId, password) {
      const account = accounts.get(loginId)
      if (key !== 'RECOVERY-KEY' || !account) return { outcome: 'wrong', triesLeft: 0 }
      accounts.set(loginId, { ...account, password, failures: 0, until: 0 })
      enter(loginId, account.personId)
      return { outcome: 'open', personId: account.personId }
    },
    rescue: async () => ({ outcome: 'damaged', what: 'paper' }),
    async giveAccount(personId, loginId, password) {
      // As the real one: given to the same person before, when the power failed before the ledger knew, it is given again.
      if (accounts.has(loginId) && accounts.get(loginId)?.personId !== personId) return 'taken'
      accounts.set(loginId, { personId, password, failures: 0, until: 0 })
      return 'given'
    },
    changePassword: async (loginId, password) => { Object.assign(accounts.get(loginId) ?? {}, { password }) },
    resumeAccount: async (loginId, password) => { Object.assign(accounts.get(loginId) ?? {}, { password, failures: 0, until: 0 }) },
    revokeAccount: async (loginId) => { accounts.delete(loginId) },
    offerFactor: async () => ({ key: 'PAPER', uri: 'otpauth://totp/paper', rows: ['1'] }),
    setFactor: async () => null,
    dropFactor: async () => {},
    access: async () => ({ cost: { N: 1024, r: 8, p: 1, milliseconds: null }, factor: null }),
    lockOuts: async () => [],
    forgetLockOuts: async () => {},
    rescues: async () => [],
    forgetRescues: async () => {},
    renewRecoveryKey: async () => 'RECOVERY-KEY-2',
    publicKeys: () => KEYS,
    keepSecret: async (name, secret) => { if (secret === null) secrets.delete(name); else secrets.set(name, secret) },
    secretCalled: async (name) => secrets.get(name) ?? null,
    signInAs(loginId) {
      const account = accounts.get(loginId)
      if (!account) throw new Error(`nobody has the ID ${loginId}`)
      enter(loginId, account.personId)
    },
  }
}

const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
/** Text as it is; other bytes one character each. */
const asText = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes).toString('utf8')
  return Buffer.from(text).equals(bytes) ? text : Buffer.from(bytes).toString('latin1')
}
const nameOf = (path: string) => path.split('/').at(-1) ?? path

function paperFiles(disk: Map<string, string>, folders: Set<string>, blobs: Map<string, Uint8Array>, ledger: World['ledger']): Files {
  const keep = (bytes: Uint8Array) => {
    const blob = randomUUID()
    blobs.set(blob, bytes)
    return { blob, size: bytes.length, sha256: sha256(bytes) }
  }
  return {
    async find(paths) {
      const found = paths.filter((p) => disk.has(p)).map((path) => ({ path, name: nameOf(path), size: Buffer.byteLength(disk.get(path) ?? ''), modifiedAt: 0 }))
      return { found, troubles: paths.filter((p) => !disk.has(p)).map((path) => ({ path, what: 'source-missing' as const })) }
    },
    gather: async (paths) => ({ files: [...paths], troubles: [] }),
    async take(found, { signal, onProgress }) {
      const total = found.reduce((sum, { size }) => sum + size, 0)
      onProgress({ phase: 'reading', bytesDone: 0, bytesTotal: total, filesDone: 0, filesTotal: found.length })
      if (signal.aborted) return { outcome: 'abandoned' }
      const missing = found.find(({ path }) => !disk.has(path))
      if (missing) return { outcome: 'trouble', path: missing.path, what: 'source-missing' }
      return { outcome: 'taken', taken: found.map((f) => ({ ...f, ...keep(Buffer.from(disk.get(f.path) ?? '')) })) }
    },
    // As the real one: what an entry speaks of is never removed.
    async forget(names) {
      const said = JSON.stringify(await ledger.entries(0, 100_000))
      for (const name of names) if (!said.includes(name)) blobs.delete(name)
    },
    sha256: async (path) => (disk.has(path) ? { size: Buffer.byteLength(disk.get(path) ?? ''), sha256: sha256(disk.get(path) ?? '') } : null),
    keep: async (_name, bytes) => keep(bytes),
    async fetch(blob) {
      const bytes = blobs.get(blob)
      if (!bytes) throw new Error(`no such blob: ${blob}`)
      return bytes
    },
    async save(files, folder) {
      if (!folders.has(folder)) return { outcome: 'folder-missing', path: folder }
      const paths = files.map(({ name }) => `${folder}/${name}`)
      const there = paths.find((path) => disk.has(path))
      if (there) return { outcome: 'target-exists', path: there }
      files.forEach(({ blob }, i) => disk.set(paths[i] ?? '', asText(blobs.get(blob) ?? new Uint8Array())))
      return { outcome: 'saved', paths }
    },
    listFolder: async (folder) => (folders.has(folder) ? [...disk.keys()].filter((p) => p.startsWith(`${folder}/`)).map(nameOf) : null),
    readSmall: async (path) => (disk.has(path) ? { outcome: 'read', bytes: Buffer.from(disk.get(path) ?? '') } : { outcome: 'missing' }),
  }
}

/** Paper that always believes what was printed on it; the real printer and verifier have tests of their own. */
function paperDocuments(unprintable: Set<string>): Documents {
  const bodies = async (record: { docNo: string }) => {
    const bytes = Buffer.from(JSON.stringify(record))
    return { hash: sha256(bytes), code: '0000-0000', bodies: [{ name: `${record.docNo}.pdf`, type: 'application/pdf' as const, bytes }, { name: `${record.docNo}.json`, type: 'application/json' as const, bytes }] }
  }
  return {
    unprintable: async (record) => [...unprintable].filter((c) => JSON.stringify(record).includes(c)),
    bodies,
    draft: async (record) => Buffer.from(JSON.stringify(record)),
    labels: async ({ media }) => Buffer.from(media.map(({ no }) => no).join()),
    addressLabel: async ({ no, paper }) => Buffer.from(`${no} ${paper}`),
    packingSlip: async ({ no, lines }) => Buffer.from(`${no} ${lines.map((line) => line.join('：')).join(' ')}`),
    verify: async () => [],
    compare: () => [],
    table: (documents) => ({ bytes: Buffer.from(JSON.stringify(documents)), replaced: [] }),
    readTable: () => [],
    matchesCode: () => 'not-a-code',
    readKeyNotice: async () => ({ outcome: 'refused', reasons: ['paper'] }),
    readCheckpoint: () => null,
    continues: () => false,
    liesBelow: () => false,
    counterSign: async (pdf) => pdf,
    fingerprintHeard: (heard, fingerprint) => heard === fingerprint,
  }
}

/** What the office's server says next, and what it has been given. */
export interface PaperServer { next: SendOutcome | 'power cut' | null; tried: TriedServer; letters: (Letter & { server: ServerAccess; messageId: string })[] }

function paperPost(disk: Map<string, string>, folders: Set<string>, server: PaperServer): Post {
  return {
    async send({ replyTo: _replyTo, ...letter }, { signal, onProgress }) {
      onProgress({ phase: 'connecting' })
      if (signal.aborted) return { outcome: 'abandoned' }
      if (sha256(disk.get(letter.attachment.path) ?? '') !== letter.attachment.sha256) return { outcome: 'attachment-changed', path: letter.attachment.path }
      if (server.next === 'power cut') return new Promise(() => {})
      if (server.next?.outcome === 'refused' || server.next?.outcome === 'abandoned') return server.next
      server.letters.push(letter)
      return server.next ?? { outcome: 'sent', accepted: [...letter.to], rejected: [], answer: '250 2.0.0 OK: queued as 4F2', certificate: null }
    },
    tryServer: async () => server.tried,
    async writeDraft({ folder, fileName, note, attachment }) {
      const path = `${folder}/${fileName}`
      if (!folders.has(folder)) return { outcome: 'folder-missing', path }
      if (disk.has(path)) return { outcome: 'target-exists', path }
      if (sha256(disk.get(attachment.path) ?? '') !== attachment.sha256) return { outcome: 'attachment-changed', path: attachment.path }
      disk.set(path, note)
      return { outcome: 'written', path, sha256: sha256(note) }
    },
  }
}

/** Writes a table as lines of cells. */
function paperTables(disk: Map<string, string>, folders: Set<string>): Tables {
  return {
    unencodable: () => [],
    async write({ format, into, fileName, columns, rows, total }, { signal, onProgress }) {
      const path = `${into}/${fileName}.${format}`
      if (!folders.has(into)) return { outcome: 'folder-missing', path: into }
      if (disk.has(path)) return { outcome: 'target-exists', path }
      const lines = [columns.map(({ title }) => title.ja).join()]
      for await (const row of rows) {
        if (signal.aborted) return { outcome: 'abandoned' }
        lines.push(row.map((cell) => cell ?? '').join())
        onProgress({ done: lines.length - 1, total })
      }
      disk.set(path, lines.join('\n'))
      return { outcome: 'written', path, rows: lines.length - 1, replaced: [] }
    },
  }
}
