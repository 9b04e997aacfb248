import type * as z from 'zod'
import { keepFor, type KeptFile } from '../kept-file.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, worldly, Refusal } from '../refusal.ts'
import { isThirdParty, objectionsToUnapproved } from '../subcontracts/rules.ts'
import { excuse } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import { sameWords } from '../text.ts'
import type { Instant } from '../time.ts'
import type { World } from '../world.ts'
import type { AddCertification, AddRecipient, AgreeService, ContractId, ContractOfWork, OpenContract, PartyKey, RegisterKey } from './contract-of-work.ts'

/**
 * 契約の登録 (Art. 1): no contract without a specification version and its file's hash; a number is used once. Where the file itself is
 * named it is kept, so that everybody can read it; refused when it is not the file of that hash.
 */
export async function openContract(world: World, { path, ...order }: z.output<typeof OpenContract>): Promise<ContractOfWork> {
  const id = world.newId() as ContractId
  const { version, sha256 } = order.specification
  const enter = (file: KeptFile | null, stands: () => void) => record(world, (reading) => {
    const contract = contractToOpen(reading, order, id, world.now())
    return { entries: [{ type: 'contract-opened', data: { contract } }, ...(file ? [{ type: 'specification-kept' as const, data: { contractId: id, version, file } }] : [])], stands, answer: (after) => contractNamed(after, id) }
  })
  if (path === undefined) return enter(null, () => {})
  return keepFor(world, path, (file, stands) => {
    if (file.sha256 !== sha256) throw refusal('not-that-specification', '1', null, { path, version })
    return enter(file, stands)
  })
}

function contractToOpen(reading: Reading, order: Omit<z.output<typeof OpenContract>, 'path'>, id: ContractId, openedAt: Instant): ContractOfWork {
  if (reading.list('contract').some(({ contractNo }) => contractNo === order.contractNo)) throw refusal('contract-exists', '1', null, { contractNo: order.contractNo })
  const sameShort = reading.list('contract').find(({ shortNo }) => shortNo.toLowerCase() === order.shortNo.toLowerCase())
  if (sameShort) throw refusal('short-no-taken', '1', null, { shortNo: order.shortNo, contractNo: sameShort.contractNo })
  const organisation = reading.get('office', 'office')?.organisation
  const contractor = organisation?.kind === 'contractor' ? organisation.name : (order.contractor ?? '')
  if (contractor === '') throw refusal('contractor-missing', '1', null, {})
  return { ...order, contractor, id, recipients: [], agreedServices: [], counterpartKey: null, formerKeys: [], openedAt, startedAt: null, demarcation: [], state: 'active', closed: null }
}

/** A name of the allow-list. A company that the city was asked about waits for its approval; whoever is neither the city nor an approved subcontractor is a third party and takes the city's consent (Art. 13, R-26). */
export async function addRecipient(world: World, { contractId, recipient, exception }: z.output<typeof AddRecipient>): Promise<ContractOfWork> {
  const { thirdParty, clerk } = await look(world, (reading) => {
    const contract = activeContract(reading, contractId)
    refuseIfAny(objectionsToUnapproved(reading, contractId, recipient.organisation, world.now()))
    return { thirdParty: isThirdParty(reading, contract, recipient.organisation, world.now()), clerk: personNamed(reading, signedIn(world).personId) }
  })
  if (thirdParty && !exception) throw refusal('third-party-without-consent', '13', 'R-26', { organisation: recipient.organisation })
  const consent = thirdParty && exception ? await excuse(world, exception, { operation: 'contracts.addRecipient', contractId, act: 'confirm-third-party', article: '13', rule: 'R-26', actor: clerk }) : null

  return record(world, (reading) => {
    refuseIfAny(objectionsToUnapproved(reading, contractId, recipient.organisation, world.now()))
    if (activeContract(reading, contractId).recipients.some(({ name }) => sameWords(name, recipient.name))) throw refusal('recipient-exists', '11(7)', 'R-22', { name: recipient.name })
    return { entries: [{ type: 'recipient-added', data: { contractId, recipient: { ...recipient, exception: consent } } }], answer: (after) => contractNamed(after, contractId) }
  })
}

/** Art. 4: a certification obtained or renewed after the contract was opened. */
export async function addCertification(world: World, { contractId, certification }: z.output<typeof AddCertification>): Promise<ContractOfWork> {
  return record(world, (reading) => {
    activeContract(reading, contractId)
    return { entries: [{ type: 'certification-added', data: { contractId, certification } }], answer: (after) => contractNamed(after, contractId) }
  })
}

/** The city's written consent to a service that is not registered-mail-class. */
export async function agreeService(world: World, { contractId, service, cityRef }: z.output<typeof AgreeService>): Promise<ContractOfWork> {
  return record(world, (reading) => {
    activeContract(reading, contractId)
    return { entries: [{ type: 'service-agreed', data: { contractId, service, cityRef } }], answer: (after) => contractNamed(after, contractId) }
  })
}

/** Registers the other party's 公開鍵届, once what was heard over the telephone or read on paper is its fingerprint. */
export async function registerKey(world: World, { contractId, path, checkedBy, fingerprintHeard, toldBy = '' }: z.output<typeof RegisterKey>): Promise<ContractOfWork> {
  const read = await world.documents.readKeyNotice(path)
  if (read.outcome === 'refused') throw refusal('key-notice-refused', null, null, { path, reason: read.reasons.join('、') })
  const { notice } = read
  if (!world.documents.fingerprintHeard(fingerprintHeard, notice.fingerprint)) throw refusal('fingerprint-differs', null, null, { organisation: notice.organisation })

  const key: PartyKey = { organisation: notice.organisation, rootPem: notice.rootPem, fingerprint: notice.fingerprint, checkpointKeyPem: notice.checkpointKeyPem, registeredAt: world.now(), encryption: read.encryption }
  return record(world, (reading) => {
    const { city, contractor } = activeContract(reading, contractId)
    const expected = reading.get('office', 'office')?.organisation.kind === 'city' ? contractor : city.name
    if (!sameWords(notice.organisation, expected)) throw refusal('key-of-another', null, null, { organisation: notice.organisation, expected })
    return { entries: [{ type: 'key-registered', data: { contractId, key, checkedBy, toldBy } }], answer: (after) => contractNamed(after, contractId) }
  })
}

export async function hashFile(world: World, { path }: { path: string }): Promise<{ name: string; size: number; sha256: string }> {
  const hashed = await world.files.sha256(path)
  if (!hashed) throw refusal('file-unreadable', null, null, { path })
  return { name: path.split(/[/\\]/).at(-1) ?? path, ...hashed }
}

export const listContracts = (world: World): Promise<ContractOfWork[]> => look(world, (reading) => reading.list('contract'))


/** The contract, or a refusal: an id that a screen kept too long is no bug. */
export function contractNamed(reading: Reading, id: string): ContractOfWork {
  const contract = reading.get('contract', id)
  if (!contract) throw new Refusal([worldly('contract-unknown', { id })])
  return contract
}

/** A contract in which something new may still be recorded. */
export function activeContract(reading: Reading, id: string): ContractOfWork {
  const contract = contractNamed(reading, id)
  if (contract.state !== 'active') throw refusal('contract-closed', '15①', null, { contractNo: contract.contractNo })
  return contract
}
