import type * as z from 'zod'
import { saveKept } from '../documents/save.ts'
import { keepFor, showFile, type ShownFile } from '../kept-file.ts'
import { look, record } from '../ledger/record.ts'
import type { Reading } from '../ledger/shelf.ts'
import type { Person } from '../people/person.ts'
import { objectionsToFuture } from '../people/rules.ts'
import { personNamed } from '../people/use.ts'
import { refusal, refuseIfAny, type Objection } from '../refusal.ts'
import { sameWords } from '../text.ts'
import { dayOf, type Day, type Instant } from '../time.ts'
import { coSign } from '../vault/co-sign.ts'
import { signedIn } from '../vault/signed-in.ts'
import type { World } from '../world.ts'
import type { ContractId, ContractOfWork } from './contract-of-work.ts'
import { acknowledgementId, specificationId, type AgreeSpecification, type KeepSpecification, type OfVersion, type Specifications, type SpecificationVersion } from './specification.ts'
import { activeContract, contractNamed } from './use.ts'

/** R-39 (Art. 5⑤, 21): whoever handles anything has read the edition that is in force that day. */
export function objectionsToSpecification(reading: Reading, contract: ContractOfWork, person: Person, now: Instant): Objection[] {
  const { version, sha256 } = specificationInForce(reading, contract.id, dayOf(now))
  const read = reading.get('acknowledgement', acknowledgementId(contract.id, version, person.id))
  return read?.sha256 === sha256 ? [] : [{ code: 'specification-not-read', article: '21', rule: 'R-39', facts: { person: person.name, version, contractNo: contract.contractNo } }]
}

/** The edition in force on a day: the latest whose day has come, or the contract's own. */
export function specificationInForce(reading: Reading, contractId: string, day: Day): SpecificationVersion {
  const versions = reading.list('specification', contractId)
  const inForce = versions.filter(({ effectiveOn }, i) => i === 0 || effectiveOn <= day).at(-1)
  if (!inForce) throw new Error(`a contract without a specification: ${contractId}`)
  return inForce
}

/**
 * 特記仕様書の変更 (Art. 21): a new edition, its file taken into the vault, in force from its day. It takes the city's approval by its
 * number and ours by another person than records it, with ID and password; what is missing is named at once.
 */
export async function agreeSpecification(world: World, order: AgreeSpecification): Promise<SpecificationVersion> {
  const clerk = await look(world, (reading) => {
    refuseIfAny([...objectionsToEdition(reading, order), ...objectionsToFuture('specification-agreed', order.agreedOn, world.now(), '21')])
    return personNamed(reading, signedIn(world).personId)
  })
  if (!order.approver) throw new Error('an edition without an approver has been refused')
  const approver = await coSign(world, order.approver, { operation: 'contracts.agreeSpecification', contractId: order.contractId, act: 'approve-specification', article: '21', rule: null, actor: clerk })

  return keepFor(world, order.path, (file, stands) => record(world, (reading) => {
    refuseIfAny(objectionsToEdition(reading, order))
    const { contractId, title, version, agreedOn, effectiveOn, changes, cityRef } = order
    const specification: SpecificationVersion = { contractId, title, version, fileName: file.name, sha256: file.sha256, file, agreedOn, effectiveOn, changes, cityRef, recordedBy: clerk.id, approvedBy: approver.id, recordedAt: world.now() }
    return { entries: [{ type: 'specification-agreed', data: { specification } }], stands, answer: (after) => versionNamed(after, contractId, version) }
  }))
}

/** Takes the file of an edition whose hash alone is known into the vault, if it is that file. */
export async function keepSpecification(world: World, { contractId, version, path }: z.output<typeof KeepSpecification>): Promise<SpecificationVersion> {
  const { sha256, file: before } = await look(world, (reading) => versionNamed(reading, contractId, version))
  if (before) throw refusal('nothing-changed', '1', null, { person: version })
  return keepFor(world, path, (file, stands) => {
    if (file.sha256 !== sha256) throw refusal('not-that-specification', '1', null, { path, version })
    return record(world, () => ({ entries: [{ type: 'specification-kept', data: { contractId, version, file } }], stands, answer: (after) => versionNamed(after, contractId, version) }))
  })
}

/** 確認: the person who is signed in has read this edition; nobody reads for another. Saying it twice changes nothing. */
export function acknowledgeSpecification(world: World, { contractId, version }: z.output<typeof OfVersion>): Promise<Specifications> {
  const { personId } = signedIn(world)
  return record(world, (reading) => {
    const { sha256 } = versionNamed(reading, contractId, version)
    const known = reading.get('acknowledgement', acknowledgementId(contractId, version, personId))
    return {
      entries: known ? [] : [{ type: 'specification-acknowledged', data: { acknowledgement: { contractId, version, sha256, personId, at: world.now() } } }],
      answer: (after) => specificationsOf(after, contractId, world.now()),
    }
  })
}

export const listSpecifications = (world: World, contractId: ContractId): Promise<Specifications> => look(world, (reading) => specificationsOf(reading, contractId, world.now()))

/** The file of an edition, for reading. */
export async function readSpecification(world: World, { contractId, version }: z.output<typeof OfVersion>): Promise<ShownFile> {
  const { file } = await look(world, (reading) => versionNamed(reading, contractId, version))
  if (!file) throw refusal('nothing-found', null, null, { what: 'file', id: version })
  return showFile(world, file)
}

/** The same into a folder, under its own name; never over another file. */
export async function saveSpecification(world: World, { into, ...of }: z.output<typeof OfVersion> & { into: string }): Promise<{ paths: string[] }> {
  const { file } = await look(world, (reading) => versionNamed(reading, of.contractId, of.version))
  if (!file) throw refusal('nothing-found', null, null, { what: 'file', id: of.version })
  return saveKept(world, [file], into)
}

function specificationsOf(reading: Reading, contractId: string, now: Instant): Specifications {
  contractNamed(reading, contractId)
  return { inForce: specificationInForce(reading, contractId, dayOf(now)).version, versions: reading.list('specification', contractId), acknowledgements: reading.list('acknowledgement', contractId) }
}

function versionNamed(reading: Reading, contractId: string, version: string): SpecificationVersion {
  contractNamed(reading, contractId)
  const specification = reading.get('specification', specificationId(contractId, version))
  if (!specification) throw refusal('nothing-found', null, null, { what: 'specification', id: version })
  return specification
}

/** Both approvals, a name of its own, and days in their order. */
function objectionsToEdition(reading: Reading, { contractId, version, agreedOn, effectiveOn, cityRef, approver }: AgreeSpecification): Objection[] {
  activeContract(reading, contractId)
  const versions = reading.list('specification', contractId)
  const objections: Objection[] = []
  if (cityRef === '') objections.push({ code: 'specification-needs-city', article: '21', rule: null, facts: { version } })
  if (approver === null) objections.push({ code: 'specification-needs-contractor', article: '21', rule: null, facts: { version } })
  if (versions.some((one) => sameWords(one.version, version))) objections.push({ code: 'specification-exists', article: '21', rule: null, facts: { version } })
  if (effectiveOn < agreedOn) objections.push({ code: 'before-its-time', article: '21', rule: null, facts: { what: 'specification-in-force', earlier: 'specification-agreed' } })
  const last = versions.at(-1)
  if (versions.length > 1 && last && effectiveOn < last.effectiveOn) objections.push({ code: 'specification-older', article: '21', rule: null, facts: { version: last.version, day: last.effectiveOn } })
  return objections
}
