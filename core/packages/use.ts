import type * as z from 'zod'
import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import { activeContract, contractNamed } from '../contracts/use.ts'
import { objectionsToUse } from '../handovers/rules.ts'
import type { Item } from '../handovers/item.ts'
import { look, record } from '../ledger/record.ts'
import { whileUnderWay } from '../ledger/under-way.ts'
import type { Reading } from '../ledger/shelf.ts'
import { refusal, refuseIfAny, worldly, type Objection } from '../refusal.ts'
import { signedIn } from '../vault/signed-in.ts'
import { checkBeforeSealing } from '../viruses/before-sealing.ts'
import type { JobOptions } from '../wire/operation.ts'
import type { Found, How, LockOrder, SealOutcome, World } from '../world.ts'
import { mostPackedBytes, objectionsToCutting, objectionsToEnvelope, objectionsToFile, objectionsToLeaving } from './rules.ts'
import { letterOf, partsOf, type Package, type PackageId, type Seal, type Sealed, type SealProgress } from './package.ts'

const NEVER = new AbortController().signal
/** The ledger names this many files of a package; all of them stand in the package's own manifest. */
const FILES_NAMED = 1000
/** How a key letter is closed (evidence §6), for the record. */
const ENVELOPE = 'CMS AuthEnvelopedData, AES-256-GCM, RSA-OAEP-SHA256'

/**
 * 梱包 (Art. 11(3), (7)): seals received items and further files into one encrypted package and opens it again from disk
 * before anyone may call it sealed. The passphrase is in the answer and nowhere else; in an envelope it is nowhere but in the
 * letter beside the package. Called off, it leaves nothing.
 */
export async function sealPackage(world: World, order: Seal, { signal = NEVER, onProgress = () => {} }: JobOptions<z.output<typeof SealProgress>> = {}): Promise<Sealed> {
  const { items, contract } = await look(world, (reading) => ({ items: itemsFor(reading, order), contract: activeContract(reading, order.contractId) }))
  if (order.lock?.kind === 'envelope') refuseIfAny(objectionsToEnvelope(contract, world.now()))
  const { found, troubles } = await world.files.find(order.paths)
  refuseIfAny([...objectionsToSources(items, found, troubles), ...objectionsToCutting('', mostPackedBytes([...items, ...found]), order.volumeBytes ?? null)])
  refuseIfAny(await objectionsToUnreceipted(world, order.contractId, found))

  const scan = await checkBeforeSealing(world, order, items, { signal, onProgress })
  if (scan?.result === 'abandoned') return { outcome: 'abandoned' }

  const draft = await begin(world, order, items, found)
  const sealed = await whileUnderWay(world, draft.id, () => sealDraft(world, draft, contract, order, items, found, { signal, onProgress }))
  return sealed.outcome === 'abandoned' ? sealed : { ...sealed, scan }
}

async function sealDraft(world: World, draft: Package, contract: ContractOfWork, order: Seal, items: readonly Item[], found: readonly Found[], how: How<z.output<typeof SealProgress>>): Promise<Sealed> {
  const sealed = await world.packages.seal({
    items: items.flatMap(({ name, size, sha256, modifiedAt, blob }) => (blob === null ? [] : [{ name, size, sha256, modifiedAt, blob }])),
    files: found, into: order.into, fileName: draft.fileName, level: order.level, namesHidden: order.namesHidden, lock: lockFor(world, contract, order, draft.no), volumeBytes: order.volumeBytes ?? null,
  }, how).catch(async (error: unknown) => {
    await abandon(world, draft.id, 'failed')
    throw error
  })

  if (sealed.outcome !== 'verified') {
    await abandon(world, draft.id, sealed.outcome === 'trouble' ? sealed.what : 'called off')
    if (sealed.outcome === 'abandoned') return sealed
    throw troubleOf(sealed)
  }
  const whole = await end(world, draft, contract, sealed)
  return sealed.passphrase === null ? { outcome: 'enveloped', package: whole, letter: sealed.letter?.path ?? '' } : { outcome: 'verified', package: whole, passphrase: sealed.passphrase }
}

/** Items that may be packed: those of the contract for which a receipt is out (R-04). */
export const listPackable = (world: World, contractId: string): Promise<Item[]> => look(world, (reading) =>
  reading.list('handover', contractNamed(reading, contractId).id).flatMap(({ id }) => reading.list('item', id)))

export const listPackages = (world: World, contractId: string): Promise<Package[]> => look(world, (reading) =>
  reading.list('package', contractNamed(reading, contractId).id).filter(({ state }) => state !== 'abandoned'))

/** The packages of these ids, as the ledger knows them; or a refusal when one is not of this contract. */
export const packagesOf = (world: World, contractId: string, ids: readonly PackageId[]): Promise<Package[]> =>
  look(world, (reading) => ids.map((id) => packageNamed(reading, contractId, id)))

/** All that stands against a package leaving from where it was sealed: not verified, gone, or changed since. */
export async function objectionsToSending(world: World, sealed: Package): Promise<Objection[]> {
  const objections = objectionsToLeaving([sealed])
  if (objections.length > 0) return objections
  const folder = folderOf(sealed.path)
  for (const part of [...partsOf(sealed), ...letterOf(sealed)]) objections.push(...objectionsToFile(sealed.no, part, `${folder}${part.name}`, await world.files.sha256(`${folder}${part.name}`)))
  return objections.slice(0, 1)
}

/** The folder that a package was sealed in, with its last separator; Windows' paths have another one. */
export const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Where a file of this name will lie. */
export const pathIn = (folder: string, name: string): string => `${folder.replace(/[/\\]+$/, '')}${folder.includes('\\') ? '\\' : '/'}${name}`

/** Nobody sees the key of an envelope: it is closed for the certificate that the other party registered. */
function lockFor(world: World, { counterpartKey }: ContractOfWork, { lock }: Seal, packageNo: string): LockOrder {
  return lock?.kind === 'envelope' && counterpartKey?.encryption
    ? { kind: 'envelope', certificatePem: counterpartKey.encryption.pem, packageNo, at: world.now() }
    : { kind: 'passphrase' }
}

function packageNamed(reading: Reading, contractId: string, id: PackageId): Package {
  const found = reading.get('package', id)
  if (!found || found.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'package', id })
  return found
}

/** The items of these ids; refuses those of another contract and those whose receipt is not out (R-04). */
export function itemsFor(reading: Reading, { contractId, itemIds }: Pick<Seal, 'contractId' | 'itemIds'>): Item[] {
  activeContract(reading, contractId)
  const items = itemIds.map((id) => {
    const item = reading.get('item', id)
    if (!item || item.contractId !== contractId) throw refusal('nothing-found', null, null, { what: 'item', id })
    return item
  })
  refuseIfAny(objectionsToUse(new Map(reading.list('handover', contractId).map((h) => [h.id, h])), items))
  return items
}

export function objectionsToSources(items: readonly Item[], found: readonly Found[], troubles: readonly { path: string; what: string }[]): Objection[] {
  const [trouble] = troubles
  if (trouble) return [worldly('sources-troubled', { count: troubles.length, first: trouble.path, what: trouble.what })]
  if (items.length + found.length === 0) return [worldly('no-files', {})]
  const seen = new Set<string>()
  const twice = [...items, ...found].map(({ name }) => name.normalize('NFC').toLowerCase()).find((name) => seen.size === seen.add(name).size)
  return twice === undefined ? [] : [worldly('sources-troubled', { count: 1, first: twice, what: 'duplicate-name' })]
}

/** R-04 for the same bytes by another way: a file on disk that was received and has no receipt yet. */
async function objectionsToUnreceipted(world: World, contractId: string, found: readonly Found[]): Promise<Objection[]> {
  const waiting = (await listPackable(world, contractId)).filter(({ state }) => state === 'checked')
  for (const { path, size } of found) {
    const alike = waiting.filter((item) => item.size === size)
    if (alike.length === 0) continue
    const hash = (await world.files.sha256(path))?.sha256
    const item = alike.find(({ sha256 }) => sha256 === hash)
    if (item) return [{ code: 'receipt-not-issued', article: '14', rule: 'R-04', facts: { handover: item.name } }]
  }
  return []
}

async function begin(world: World, order: Seal, items: readonly Item[], found: readonly Found[]): Promise<Package> {
  const { personId } = signedIn(world)
  const id = world.newId() as PackageId
  return record(world, (reading) => {
    const contract = activeContract(reading, order.contractId)
    const no = `P-${contract.shortNo}-${String((reading.get('series', `package:${contract.id}`)?.last ?? 0) + 1).padStart(3, '0')}`
    const draft: Package = {
      id, no, contractId: contract.id, fileName: `${no}.zip`, path: pathIn(order.into, `${no}.zip`), bytes: 0, sha256: '0'.repeat(64), fileCount: items.length + found.length,
      totalBytes: [...items, ...found].reduce((sum, { size }) => sum + size, 0), itemIds: items.map((item) => item.id), files: [],
      lock: { container: 'AE-2 AES-256 ZIP', keyBits: 256, kdf: 'PBKDF2-HMAC-SHA1, 1000 iterations', passphraseBits: 0, namesHidden: order.namesHidden, envelope: null }, volumes: [],
      sealedAt: world.now(), sealedBy: personId, verifiedAt: null, readBack: null, state: 'sealing',
    }
    return { entries: [{ type: 'sealing-begun', data: { package: draft } }], answer: () => draft }
  })
}

async function end(world: World, draft: Package, { counterpartKey }: ContractOfWork, sealed: Extract<SealOutcome, { outcome: 'verified' }>): Promise<Package> {
  const { path, bytes, sha256, readBack, passphraseBits, files, letter, volumes } = sealed
  const recipient = counterpartKey?.encryption
  const envelope = letter && counterpartKey && recipient
    ? { algorithm: ENVELOPE, recipient: counterpartKey.organisation, certificate: recipient.fingerprint, letter: { name: letter.name, bytes: letter.bytes, sha256: letter.sha256 } } : null
  const whole: Package = {
    ...draft, path, bytes, sha256, readBack, files: files.slice(0, FILES_NAMED), fileCount: files.length, totalBytes: files.reduce((sum, { size }) => sum + size, 0),
    lock: { ...draft.lock, passphraseBits, envelope }, volumes, verifiedAt: world.now(), state: 'verified',
  }
  return record(world, () => ({ entries: [{ type: 'sealing-ended', data: { package: whole } }], answer: () => whole }))
}

const abandon = (world: World, packageId: PackageId, why: string) =>
  record(world, () => ({ entries: [{ type: 'sealing-abandoned', data: { packageId, why } }], answer: () => undefined }))

function troubleOf({ what, path }: Extract<SealOutcome, { outcome: 'trouble' }>) {
  switch (what) {
    case 'disk-full': case 'target-exists': case 'folder-missing': return refusal(what, null, null, { path })
    case 'source-changed': return refusal('source-changed', null, null, { path })
    default: return refusal('sealing-failed', '11(3)', null, { what, path })
  }
}
