import { acknowledgementId, specificationId } from '../../contracts/specification.ts'
import { ContractOfWork, type EndedKey, PartyKey } from '../../contracts/contract-of-work.ts'
import { DAY, dayOf, type Instant } from '../../time.ts'
import type { SpecificationVersion } from '../../contracts/specification.ts'
import { change } from './change.ts'
import type { Projectors } from './projectors.ts'

/** What was agreed, with whom, and who answers for it. */
export const contracts = {
  'contract-opened': ({ contract }, shelf, { at }) => {
    shelf.put('contract', contract.id, ContractOfWork.parse(contract))
    shelf.put('specification', specificationId(contract.id, contract.specification.version), firstEdition(contract, at), contract.id)
  },
  'certification-added': ({ contractId, certification }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, certifications: [...c.certifications, certification] })),
  'certificate-kept': ({ contractId, number, validTo, file }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, certifications: c.certifications.map((one) => (one.number === number && one.validTo === validTo ? { ...one, copy: file } : one)) })),
  'recipient-added': ({ contractId, recipient }, shelf) => change(shelf, 'contract', contractId, (c) => ({ ...c, recipients: [...c.recipients, recipient] })),
  'service-agreed': ({ contractId, service, cityRef }, shelf) =>
    change(shelf, 'contract', contractId, (c) => ({ ...c, agreedServices: [...c.agreedServices, { service, cityRef }] })),
  'key-registered': ({ contractId, key }, shelf, { at }) => change(shelf, 'contract', contractId, (c) => ({ ...c, counterpartKey: PartyKey.parse(key), formerKeys: c.counterpartKey && c.counterpartKey.fingerprint !== key.fingerprint ? [...c.formerKeys, replacedBy(c.counterpartKey, at)] : c.formerKeys })),
  'key-revoked': ({ contractId, ended }, shelf) => change(shelf, 'contract', contractId, (c) => ({
    ...c, counterpartKey: c.counterpartKey?.fingerprint === ended.key.fingerprint ? null : c.counterpartKey,
    formerKeys: [...c.formerKeys.filter(({ key }) => key.fingerprint !== ended.key.fingerprint), ended],
  })),
  'post-filled': ({ post }, shelf) => shelf.put('post', post.id, post, post.contractId),
  'post-ended': ({ postId, validTo, reason }, shelf) => change(shelf, 'post', postId, (p) => ({ ...p, validTo, endReason: reason }), (p) => p.contractId),
  'supervisor-changed': ({ change: noted, post, endedPostId, lastDay }, shelf) => {
    shelf.put('supervisor-change', noted.id, noted, noted.contractId)
    change(shelf, 'post', endedPostId, (p) => ({ ...p, validTo: lastDay, endReason: noted.reason }), (p) => p.contractId)
    shelf.put('post', post.id, post, post.contractId)
  },
  'specification-agreed': ({ specification }, shelf) => shelf.put('specification', specificationId(specification.contractId, specification.version), specification, specification.contractId),
  'specification-kept': ({ contractId, version, file }, shelf) => change(shelf, 'specification', specificationId(contractId, version), (s) => ({ ...s, file }), (s) => s.contractId),
  'specification-acknowledged': ({ acknowledgement }, shelf) => {
    const { contractId, version, personId } = acknowledgement
    shelf.put('acknowledgement', acknowledgementId(contractId, version, personId), acknowledgement, contractId)
  },
} satisfies Projectors

/** The old key holds to the end of the day on which another was registered: what was signed that morning is no forgery. */
const replacedBy = (key: PartyKey, at: Instant): EndedKey => ({ key, why: '更新', from: dayOf((at + DAY) as Instant), reason: '', at })

/** The edition that a contract was opened with is agreed by the contract itself. */
function firstEdition({ id, specification }: ContractOfWork, at: Instant): SpecificationVersion {
  const { title, version, fileName, sha256, agreedOn } = specification
  return { contractId: id, title, version, fileName, sha256, file: null, agreedOn, effectiveOn: agreedOn, changes: '', cityRef: '', recordedBy: null, approvedBy: null, recordedAt: at }
}
