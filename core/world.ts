import type { BackupFile, BackupHeader, BackupProgress, BackupTrouble, LedgerHead, MadeBackup, Restored, RestoreOrder } from './backup/backup.ts'
import type { PartyKey, Recipient } from './contracts/contract-of-work.ts'
import type { WorkstationFacts } from './devices/check.ts'
import type { MachineIdentity } from './devices/device.ts'
import type { Difference, Finding as DocumentFinding, Verification } from './documents/document.ts'
import type { Witness } from './documents/header.ts'
import type { MailStage, ServerCertificate, TriedServer } from './mails/mail-server.ts'
import type { SendingProgress } from './mails/mail.ts'
import type { DocumentRecord, KeyNotice } from './documents/records.ts'
import type { Entry, NewEntry } from './ledger/entry.ts'
import type { Kind, Reading } from './ledger/shelf.ts'
import type { Cell, LedgerColumn } from './ledgers/definition.ts'
import type { LedgerView } from './ledgers/page.ts'
import type { RowsQuery } from './ledgers/query.ts'
import type { Drive } from './media/drive.ts'
import type { Medium } from './media/medium.ts'
import type { PackagePart, SealProgress } from './packages/package.ts'
import type { VerifiedPackage } from './packages/received.ts'
import type { PersonId } from './people/person.ts'
import type { Day, Instant } from './time.ts'
import type * as z from 'zod'
import type { LockOut } from './vault/lock-outs.ts'
import type { OfferedFactor } from './vault/second-factor.ts'
import type { LedgerRescued, RescueLedger } from './vault/rescue.ts'
import type { Access, Organisation, PublicKeys, Session, VaultStatus } from './vault/vault.ts'
import type { DriveAbilities, DriveCommandProgress, DriveCommandResult, DriveMethod, WipeLog } from './wipes/drive-commands.ts'
import type { FileList, FileWipe, FileWipeOrder, FileWipeProgress, FreeSpaceProgress, FreeSpaceWipe } from './wipes/files.ts'
import type { Checkpoint, Pattern, ReadBack, WipeOutcome, WipeProgress } from './wipes/overwrite.ts'
import type { Finding, Scanner, ScanProgress, Unscanned } from './viruses/scan.ts'

/** All that the core may ask for and does not know how to do. */
export interface World {
  now(): Instant
  newId(): string
  vault: Vault
  ledger: Ledger
  files: Files
  packages: Packages
  drives: Drives
  wiping: Wiping
  documents: Documents
  post: Post
  viruses: Viruses
  /** The last question before everything on a drive is lost: what the person typed of its serial number, read off the label; null: they thought better of it. */
  confirm(question: LastQuestion, signal: AbortSignal): Promise<string | null>
  views: Views
  tables: Tables
  evidence: Evidence
  workstation: Workstation
  backups: Backups
}

/**
 * What is about to be destroyed, by what it is. `typed` came with the order; a window does not believe it, since whoever took the page over
 * could have written it there.
 */
export interface LastQuestion { act: 'wipe' | 'command'; medium: Medium; drive: Drive; typed: string | null }

export interface How<P> { signal: AbortSignal; onProgress(progress: P): void }

/** Where the ledger stands: its length, and the hash of its last entry ('' when empty). */
export interface Head { size: number; hash: string }

/** Append-only, atomic, asynchronous: the same promise from a file on this machine and from a server. */
export interface Ledger {
  /** The projections as of `head`. One reading is one moment: nothing changes under it. */
  read(): Promise<{ head: Head; reading: Reading }>
  /** All entries or none. `false` when another writer came first: read again, check the rules again, try again. */
  append(entries: readonly NewEntry[], after: Head): Promise<Head | false>
  entries(from: number, count: number): Promise<Entry[]>
  /** Rows of a ledger (台帳; core/ledgers): how many there are, the ids of some of them in order, and the reading that they are shown from. */
  rows(query: RowsQuery, from: number, count: number): Promise<{ total: number; ids: string[]; reading: Reading }>
  /** What stands in a column among the rows of the query's contract: how often, and the id of a row where it stands; the most frequent first. */
  choices(query: RowsQuery, column: string, most: number): Promise<{ choices: { id: string; count: number }[]; reading: Reading }>
  /** The entries that put a thing on the shelf, changed it or spoke of it, oldest first. */
  touching(kind: Kind, id: string): Promise<Entry[]>
  /** Some entries as they were hashed, each with its proof below one signed checkpoint of now (RFC 6962 §2.1.1). */
  extract(seqs: readonly number[]): Promise<LedgerExtract>
  /** A signed checkpoint of now, and the proof that entry `seq` (counted from 0) lies below it. */
  witness(seq: number): Promise<Witness>
  /** A signed checkpoint of now; and of every checkpoint ever issued, by its size, the proof that this one continues it (RFC 6962 §2.1.2). */
  consistency(): Promise<{ checkpoint: string; proofs: { size: number; proof: string[] }[] }>
  verify(how: How<{ done: number; total: number }>): Promise<{ size: number; root: string; checkpoint: string; problems: { seq: number; what: string }[] }>
  /** Entries, checkpoint and proofs as files in a new folder; returns the files' names. */
  exportTo(folder: string, how: How<{ done: number; total: number }>): Promise<{ files: string[]; size: number; root: string }>
}

/** Part of a ledger for whoever has not the whole. `lines` may be read once. */
export interface LedgerExtract { log: string; size: number; root: string; checkpoint: string; publicKeyPem: string; lines: AsyncIterable<{ seq: number; entry: Uint8Array; leafHash: string; proof: string[] }> }

/** Packs evidence into one zip: whole under its name or not at all, never over another; with a README, a check that needs only Python and openssl, and SHA-256 of every file. */
export interface Evidence {
  write(order: { into: string; fileName: string; parts: readonly EvidencePart[] }, how: How<{ done: number; total: number }>): Promise<
    | { outcome: 'written'; path: string; bytes: number; sha256: string }
    | { outcome: 'abandoned' }
    | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }
  >
}
/** What lies in a pack, by its name with `/`; of a ledger the folder's. */
export type EvidencePart = { name: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'blob'; blob: string }
  | { kind: 'table'; table: Omit<TableOrder, 'into' | 'fileName'> }
  | { kind: 'ledger'; extract: LedgerExtract }
)

/** The locked room: keys, accounts, and the door. */
export interface Vault {
  status(): Promise<VaultStatus>
  /** Who is signed in; null while locked. Every call of the desk counts as activity. */
  session(): Session | null
  create(order: { organisation: Organisation; loginId: string; password: string }, open: (made: { keys: PublicKeys; personId: PersonId }) => readonly NewEntry[]): Promise<{ recoveryKey: string }>
  /** `code`: of a second factor, where the ID has one; what is wrong with it is told only to whoever has the password. */
  unlock(loginId: string, password: string, code?: string): Promise<Unlocked>
  lock(why: 'asked' | 'idle' | 'closed'): Promise<void>
  /** Whether this ID and password belong together, for a second person at the same desk; counts failures as unlock does. */
  authenticate(loginId: string, password: string, code?: string, how?: 'leave the code unspent' | 'password alone'): Promise<Unlocked>
  /** A new secret for this ID's authenticator, kept in memory until a first code proves that it arrived. */
  offerFactor(loginId: string): Promise<z.output<typeof OfferedFactor>>
  /** Recovery codes, once; null when the code is not of the secret that was offered last. */
  setFactor(loginId: string, code: string): Promise<string[] | null>
  dropFactor(loginId: string): Promise<void>
  /** How this ID's way in is kept. */
  access(loginId: string): Promise<Pick<Access, 'cost' | 'factor'>>
  /** What was locked out behind the closed door and not written down yet, oldest first; and to forget the first of them. */
  lockOuts(): Promise<LockOut[]>
  forgetLockOuts(first: number): Promise<void>
  /** A new recovery key; the old one opens nothing any more. */
  renewRecoveryKey(): Promise<string>
  recover(recoveryKey: string, loginId: string, newPassword: string): Promise<Unlocked>
  /** What can still be read of a ledger that does not open, into a new folder; counts failures as unlock does and changes nothing else. */
  rescue(order: RescueLedger, how: How<{ done: number; total: number }>): Promise<{ outcome: 'rescued'; rescued: LedgerRescued } | Exclude<Unlocked, { outcome: 'open' }>>
  giveAccount(personId: PersonId, loginId: string, password: string): Promise<'given' | 'taken'>
  changePassword(loginId: string, next: string): Promise<void>
  resumeAccount(loginId: string, password: string): Promise<void>
  /** Takes an ID out of the keyring for good; quiet when it is not there. */
  revokeAccount(loginId: string): Promise<void>
  publicKeys(): PublicKeys
  /** A password of the office for another machine, under a name; null forgets it. It lies in the vault and in no entry. */
  keepSecret(name: string, secret: string | null): Promise<void>
  secretCalled(name: string): Promise<string | null>
}

export type Unlocked =
  /** `code`: what the second factor was answered with, and how many recovery codes are left; none where none is asked. `given`: the password is an administrator's. */
  | { outcome: 'open'; personId: PersonId; code?: { used: 'code' | 'recovery code'; left: number } | null; given?: boolean }
  /** The password is right, and a code is asked besides. */
  | { outcome: 'code-needed' }
  | { outcome: 'wrong-code'; triesLeft: number }
  | { outcome: 'wrong'; triesLeft: number }
  | { outcome: 'locked-out'; until: Instant; justNow: boolean; failures: number }
  | { outcome: 'in-use' }
  | { outcome: 'damaged'; what: string }
  /** A newer program wrote into it; `what` names the file and its version. Nothing was touched. */
  | { outcome: 'newer'; what: string }

/** A file on this machine that might be received or packed. */
export interface Found { path: string; name: string; size: number; modifiedAt: number }

export type FileTrouble = 'source-missing' | 'source-unreadable' | 'source-not-a-file' | 'source-changed' | 'name-not-portable' | 'duplicate-name' | 'source-empty-folder' | 'path-too-long'

export interface Files {
  /** Every file under the paths, folders walked, names relative to what was given, NFC, `/` between; troubles named, nothing skipped. */
  find(paths: readonly string[]): Promise<{ found: Found[]; troubles: { path: string; what: FileTrouble }[] }>
  /** Files to be looked at: folders walked, a bounded number of files and levels, no links followed, leftovers of operating systems and a signature beside its JSON left out; and what was not looked at, why. */
  gather(paths: readonly string[]): Promise<{ files: string[]; troubles: { path: string; why: DocumentFinding }[] }>
  /** Copies files into the vault, encrypted, hashing on the way. Cancelled or failing, it leaves nothing. */
  take(found: readonly Found[], how: How<SealProgress>): Promise<{ outcome: 'taken'; taken: Taken[] } | { outcome: 'abandoned' } | { outcome: 'trouble'; path: string; what: FileTrouble | 'disk-full' }>
  /** Removes blobs that no entry of the ledger speaks of. */
  forget(blobs: readonly string[]): Promise<void>
  sha256(path: string): Promise<{ size: number; sha256: string } | null>
  /** Keeps bytes (a document's bodies) in the vault. */
  keep(name: string, bytes: Uint8Array): Promise<{ blob: string; size: number; sha256: string }>
  fetch(blob: string): Promise<Uint8Array>
  /** Writes files of the vault into a folder: all of them whole, or none; never over another. */
  save(files: readonly { blob: string; name: string }[], folder: string): Promise<{ outcome: 'saved'; paths: string[] } | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }>
  /** Names of files beside the packages in a folder that is about to travel. */
  listFolder(folder: string): Promise<string[] | null>
  readSmall(path: string, limit: number): Promise<{ outcome: 'read'; bytes: Uint8Array } | { outcome: 'missing' | 'too-large' | 'unreadable' }>
}
export interface Taken extends Found { sha256: string; blob: string }

export interface Packages {
  /** Seals and then verifies from disk: one act, because only a verified package may leave. Leaves nothing unless it is `verified`. */
  seal(order: { items: readonly { name: string; size: number; sha256: string; modifiedAt: number | null; blob: string }[]; files: readonly Found[]; into: string; fileName: string; level: number; namesHidden: boolean; lock: LockOrder; volumeBytes: number | null }, how: How<SealProgress>):
    Promise<SealOutcome>
  /** All of a package into a folder that is new or empty, once every byte of it is authentic; or nothing. `look` sees the folder before it gets its name: what it throws comes out, and nothing else does. */
  open(order: { path: string; key: KeyInHand; into: string; look(folder: string): Promise<void> }, how: How<SealProgress>): Promise<{ outcome: 'opened'; files: number; bytes: number; sender: string | null } | Unfinished>
  /** Reads a package (of volumes: the first, and all that follow it) from its medium: its bytes, and with a key everything inside against the manifest. */
  verify(order: { path: string; key: KeyInHand | null }, how: How<SealProgress>): Promise<({ outcome: 'read' } & Pick<VerifiedPackage, 'bytes' | 'sha256' | 'parts' | 'contents' | 'readBack' | 'sender' | 'differences'>) | Unfinished>
  /** How a file would be cut, with each volume's hash; reads it and writes nothing. */
  cut(order: { path: string; fileName: string; volumeBytes: number }, how: How<SealProgress>): Promise<{ outcome: 'cut'; sha256: string; volumes: PackagePart[] } | Unfinished>
  /** Copies files (or pieces of one, from `at`) onto a medium: drafted, flushed, read back from the medium, compared, and only then named. What lies there already with the same bytes counts. All of them or none. */
  write(order: { files: readonly (PackagePart & { from: string; at: number })[]; into: string }, how: How<SealProgress>): Promise<{ outcome: 'written'; readBack: 'uncached' | 'cached' } | Unfinished>
  /** Removes what an interrupted writing of these files left beside their names: drafts of programs that run no more. */
  sweep(folder: string, names: readonly string[]): Promise<void>
  /** What a folder's file system still holds, and the largest file that it takes; null when there is no such folder. */
  room(folder: string): Promise<{ freeBytes: number; mostFileBytes: number | null } | null>
}
/** An envelope is closed for a certificate; the letter inside says whose package it opens and when it was signed. */
export type LockOrder = { kind: 'passphrase' } | { kind: 'envelope'; certificatePem: string; packageNo: string; at: Instant }
/** Letters are believed when one of these roots signed them. */
export type KeyInHand = { kind: 'passphrase'; passphrase: string } | { kind: 'letter'; path: string; trust: readonly { organisation: string; rootPem: string }[]; at: Instant }
export type Unfinished = { outcome: 'abandoned' } | { outcome: 'trouble'; what: string; path: string }
/** `passphrase` is null when the key went into a letter. */
export type SealOutcome =
  | { outcome: 'verified'; path: string; bytes: number; sha256: string; passphrase: string | null; passphraseBits: number; letter: (PackagePart & { path: string }) | null; volumes: PackagePart[]; readBack: 'uncached' | 'cached'; files: { path: string; size: number; sha256: string }[] }
  | Unfinished

/** Erases in a process of its own. The drive is read again, and must be the same, immediately before the first byte. */
export interface Wiping {
  overwrite(order: { drive: Drive; pattern: Pattern; readBack: ReadBack; seed: Uint8Array | null; resume: Checkpoint | null }, how: How<WipeProgress> & { onCheckpoint(checkpoint: Checkpoint): Promise<void> }): Promise<WipeOutcome>
  /** Reads back alone, by whoever and whenever. */
  check(order: { drive: Drive; pattern: Pattern; readBack: ReadBack; seed: Uint8Array | null }, how: How<WipeProgress>): Promise<WipeOutcome>
  /** 32 bytes for a stamped tile. */
  freshSeed(): Uint8Array
  /** Everything at and below these paths, hashed, with whatever could stop or spoil its wiping; the vault and the program are left out of it. Changes nothing. */
  listFiles(paths: readonly string[], how: How<FileWipeProgress>): Promise<FileList | 'abandoned'>
  /** Wipes what the list names and nothing else; whatever has changed since is left and named. */
  wipeFiles(order: FileWipeOrder, how: How<FileWipeProgress>): Promise<FileWipe>
  /** The same of sealed files in the vault, by their blobs; and of nothing else. A blob that is not there is left out as `missing`. */
  listSealed(blobs: readonly string[], how: How<FileWipeProgress>): Promise<FileList | 'abandoned'>
  /** Wipes sealed files of the vault that were listed just so. */
  wipeSealed(order: FileWipeOrder, how: How<FileWipeProgress>): Promise<FileWipe>
  /** Fills a volume's free space and gives it back. */
  wipeFreeSpace(order: { folder: string; readBack: boolean }, how: How<FreeSpaceProgress>): Promise<FreeSpaceWipe>
  /** What a drive can be told to do to itself. */
  abilities(drive: Drive): Promise<DriveAbilities>
  /** Gives the drive one command and follows it; the drive is read again, and must be the same, immediately before. */
  command(order: { drive: Drive; method: DriveMethod }, how: How<DriveCommandProgress>): Promise<DriveCommandResult>
  /** The log of another wiping program, one answer for each drive in it; null when it is none, or is cut short. */
  readLog(bytes: Uint8Array): WipeLog[] | null
}

/** The drives of this machine, as they are at the moment of asking. */
export interface Drives {
  list(): Promise<Drive[]>
  /** The drive on which a folder lies; null when that cannot be told (a network share, a platform without the tool). */
  holding(path: string): Promise<Drive | null>
}

export interface LabelOrder { media: readonly Medium[]; organisation: string; shinten: boolean; at: Instant }

/** An address label with 親展 for one parcel: what stands on the outside, and nothing of what is inside (Art. 11(4)). */
export interface AddressLabelOrder { no: string; recipient: Recipient; sender: Pick<Organisation, 'name' | 'address' | 'tel'>; paper: 'A4' | 'label'; at: Instant }
/** 送付票 (F-13): our copy and the recipient's, with the half that is sent back. */
export interface PackingSlipOrder { no: string; recipient: Recipient; sender: Pick<Organisation, 'name' | 'address' | 'tel'>; contract: { no: string; title: string }; packedBy: string; lines: readonly (readonly [label: string, value: string])[]; at: Instant }

export interface Documents {
  /** How a record would look on its form: signed by nobody, and marked as a draft where the 確認コード will stand. */
  draft(record: DocumentRecord): Promise<Uint8Array>
  /** Characters that the form's typeface cannot print, in reading order, each once. */
  unprintable(record: DocumentRecord): Promise<string[]>
  /** 媒体ラベル: a PDF of label paper; no evidence, and unsigned. */
  labels(order: LabelOrder): Promise<Uint8Array>
  /** 親展ラベル: a PDF, unsigned. */
  addressLabel(order: AddressLabelOrder): Promise<Uint8Array>
  /** 送付票 (F-13): a PDF, unsigned. */
  packingSlip(order: PackingSlipOrder): Promise<Uint8Array>
  /** The bodies of a record: PDF with the record in it and a signature (where its form has paper), JSON, p7s, CSV where it has one; and the printed 確認コード. */
  bodies(record: DocumentRecord): Promise<{ hash: string; code: string; bodies: Body[] }>
  /** Verifies files (PDF; JSON with its .p7s beside it; CSV, which may hold several documents). Never throws for what a file holds. */
  verify(path: string, trust: Trust): Promise<{ verification: Verification; record: DocumentRecord | null }[]>
  /** Where two records of one form differ: by the columns of their table, row by row, or by their way through the record. The first two hundred. */
  compare(expected: DocumentRecord, found: DocumentRecord): Difference[]
  /** Documents of one kind as one CSV (product §5.3). In CP932, what it lacks becomes 〓 and is named: in the column 置換一覧, and in the answer. */
  table(documents: readonly SealedRecord[], encoding: 'utf8' | 'cp932'): { bytes: Uint8Array; replaced: Replaced[] }
  /** The documents in a CSV of ours; none when it is not whole. */
  readTable(csv: Uint8Array): SealedRecord[]
  /** A typed 確認コード against hashes already known. */
  matchesCode(typed: string, hash: string): 'matches' | 'differs' | 'not-a-code'
  /** Reads a 公開鍵届 (JSON, self-signed p7s beside it) and says whether it is whole. */
  readKeyNotice(path: string): Promise<{ outcome: 'read'; notice: KeyNotice; encryption: PartyKey['encryption'] } | { outcome: 'refused'; reasons: string[] }>
  /** What a checkpoint says, when this Ed25519 key (SPKI PEM) signed it under the name that is made from it; null otherwise. */
  readCheckpoint(text: string, checkpointKeyPem: string): { origin: string; size: number; root: string } | null
  /** Whether the newer tree begins with exactly the older one, by its proof (RFC 6962 §2.1.2). Hashes in hex. */
  continues(older: { size: number; root: string }, newer: { size: number; root: string }, proof: readonly string[]): boolean
  /** 収受: our signature in a contractor's PDF, which stays as it is (evidence §3). Null where the PDF is not of our build, or its field is no longer empty. */
  counterSign(pdf: Uint8Array, at: Instant): Promise<Uint8Array | null>
  /** Whether what was read aloud (hex fingerprint or 12 check words) is this fingerprint. */
  fingerprintHeard(heard: string, fingerprint: string): boolean
}
/** A record with what proves it: 確認コード, and the seal of its QR code ('' where that is not known). */
export interface SealedRecord { record: DocumentRecord; code: string; seal: string }
/** A character that CP932 lacks, and where it stood. */
export interface Replaced { docNo: string; row: number; column: string; character: string }
export interface Body { name: string; type: 'application/pdf' | 'application/json' | 'application/pkcs7-signature' | 'text/csv'; bytes: Uint8Array }
/**
 * Roots (PEM, or SHA-256 in hex) and Ed25519 keys (SPKI PEM) that are believed, each with the contract that registered it (null: any) and the
 * party it belongs to (unless somebody vouches for it by hand): a city's key counts for nothing in a contractor's place.
 */
export interface Trust { keys: readonly { rootPem: string; checkpointKeyPem: string | null; contractNo: string | null; role?: 'contractor' | 'city'; ended?: EndedTrust }[]; at: Instant }
/** A key that holds no longer: replaced (更新), it is believed for what was issued before the day; revoked (失効), for nothing, since whoever holds it can write any day. */
export interface EndedTrust { why: '更新' | '失効'; from: Day }

export interface Post {
  /** Over the office's own server, TLS always and its certificate verified; to this host and nowhere else. Called off, it stops as long as nothing has left. */
  send(order: Letter & { server: ServerAccess; replyTo: string | null; messageId: string }, how: How<SendingProgress>): Promise<SendOutcome>
  /** Connects, verifies, logs in, and leaves. */
  tryServer(server: ServerAccess): Promise<TriedServer>
  /** An `.eml` with `X-Unsent: 1`, the note as text and the package as its only attachment (with its key letter beside it, which only the recipient opens), written whole into `folder`. */
  writeDraft(order: Letter & { folder: string; fileName: string }):
    Promise<{ outcome: 'written'; path: string; sha256: string } | { outcome: 'target-exists' | 'disk-full' | 'attachment-changed' | 'folder-missing'; path: string }>
}

/** The office's own server, and the password that the vault keeps for it. */
export interface ServerAccess { host: string; port: number; security: 'tls' | 'starttls'; user: string; password: string | null; caPem: string | null; fingerprint: string | null }
export interface Letter { from: { name: string; address: string }; to: readonly string[]; subject: string; note: string; attachment: Attachment; letter: Attachment | null }
export interface Attachment { path: string; name: string; sha256: string }
/** Up to `unknown` it is certain that nothing of the mail has been taken; `unknown` is certain of nothing. */
export type SendOutcome =
  | { outcome: 'sent'; accepted: string[]; rejected: { address: string; answer: string }[]; answer: string; certificate: ServerCertificate | null }
  | { outcome: 'refused'; stage: MailStage; answer: string }
  | { outcome: 'attachment-changed'; path: string }
  | { outcome: 'abandoned' }
  | { outcome: 'unknown'; answer: string }

/** How people like to look at the ledgers, each for themselves. No evidence, and so not in the ledger; but words that were searched for may name people, and so in the vault. */
export interface Views {
  of(person: PersonId, ledger: string): Promise<LedgerView[]>
  keep(person: PersonId, ledger: string, view: LedgerView): Promise<void>
  drop(person: PersonId, ledger: string, name: string): Promise<void>
}

/** Writes the rows of a ledger into a file: whole, or not at all. `columns` are those to be written, in order; a row has a cell for each. */
export interface Tables {
  write(order: TableOrder, how: How<{ done: number; total: number }>): Promise<
    | { outcome: 'written'; path: string; rows: number; replaced: string[] }
    | { outcome: 'abandoned' }
    | { outcome: 'target-exists' | 'disk-full' | 'folder-missing'; path: string }
  >
  /** Characters of these texts that CP932 lacks, each once: to be named before anything is written. */
  unencodable(texts: Iterable<string>): string[]
}
export interface TableOrder {
  format: 'pdf' | 'csv-utf8' | 'csv-cp932' | 'xlsx'
  title: string
  /** Lines below the title: organisation, contract, what it was narrowed to, as of when. */
  about: readonly (readonly [string, string])[]
  columns: readonly Pick<LedgerColumn<never>, 'key' | 'title' | 'kind' | 'width' | 'states'>[]
  rows: AsyncIterable<readonly Cell[]>
  total: number
  into: string
  /** Without its ending. */
  fileName: string
  at: Instant
}

/** The antivirus product of this machine, whichever it is (Art. 11(10)ウ, カ). */
export interface Viruses {
  /** What this machine is called, for the record of connections (F-23). */
  machine: string
  /** The product that is ready to work: installed, running, and with signatures. */
  scanner(): Promise<Scanner | null>
  /** Looks through files and folders and changes nothing. Only what the product vouches for is `clean`; what it skipped is `unscanned`. */
  scan(paths: readonly string[], how: How<ScanProgress>): Promise<VirusVerdict>
}
export type VirusVerdict =
  | { outcome: 'clean' | 'found' | 'unscanned'; scanner: Scanner; files: number; findings: Finding[]; unscanned: Unscanned[] }
  | { outcome: 'failed'; scanner: Scanner; what: string }
  | { outcome: 'no-scanner' }
  | { outcome: 'abandoned' }

/** The machine at which the desk stands (Art. 11(10)イ–キ). */
export interface Workstation {
  /** The same on every start, and of no other machine; asked before every handling, so it answers at once. */
  identity(): Promise<MachineIdentity>
  /** What the platform says of itself. Reads and changes nothing; what it cannot tell is null, with the reason. */
  look(): Promise<WorkstationFacts>
}

/** Copies of the whole vault in one sealed file each (crypto/FORMAT.md). */
export interface Backups {
  /** Writes one of the open vault into a folder, reads it back and puts it together for trial; only then it has its name, and only then old generations beyond `keep` go. `expectsOthers`: a folder without any of ours is not the one that was chosen. */
  make(order: { folder: string; generation: number; keep: number | null; expectsOthers: boolean; at: Instant }, how: How<BackupProgress>): Promise<{ outcome: 'made'; made: MadeBackup; removed: string[]; removalFailed: boolean } | BackupUnfinished>
  /** Puts one of the open vault together for trial. */
  verify(path: string, how: How<BackupProgress>): Promise<{ outcome: 'sound'; header: BackupHeader; head: LedgerHead; bytes: number; sha256: string; readBack: 'uncached' | 'cached' } | BackupUnfinished>
  /** What the files of a folder say of themselves. */
  list(folder: string): Promise<{ outcome: 'listed'; files: BackupFile[] } | BackupUnfinished>
  read(path: string): Promise<{ outcome: 'read'; file: BackupFile } | BackupUnfinished>
  /** Removes halves that a kill left in the folder. */
  sweep(folder: string): Promise<void>
  /**
   * Puts a vault together from a backup and into its place; one that lies there is moved aside. `decide` sees what was found as soon as the ledger stands, and
   * says what it says first; what it throws comes out, and nothing is restored.
   */
  restore(order: RestoreOrder & { at: Instant }, decide: (found: FoundBackup, reading: Reading) => readonly NewEntry[], how: How<BackupProgress>): Promise<{ outcome: 'restored'; movedAside: string | null } | { outcome: 'wrong-key' | 'in-use' } | BackupUnfinished>
}
export type BackupUnfinished = { outcome: 'abandoned' } | { outcome: 'trouble'; what: BackupTrouble; path: string }
/** A backup that was opened: by whom, and all that is known of how long its ledger once was. */
export interface FoundBackup extends Pick<Restored, 'from' | 'how' | 'known' | 'movedAside'> { personId: PersonId; present: 'none' | 'same' | 'another' | 'unreadable' }
