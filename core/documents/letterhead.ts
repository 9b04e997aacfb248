import type { ContractOfWork } from '../contracts/contract-of-work.ts'
import type { Person } from '../people/person.ts'
import { type Instant, isoJst } from '../time.ts'
import type { Organisation, PublicKeys } from '../vault/vault.ts'
import type { Header, Witness } from './header.ts'

export interface LetterFacts {
  docNo: string
  now: Instant
  contract: ContractOfWork
  issuer: Person
  organisation: Organisation
  keys: PublicKeys
  witness: Witness | null
}

/** The header of a letter to the city of a contract, in its first edition; `articleRef` says which article asks for it: `第14条`. */
export function letterhead({ docNo, now, contract, issuer, organisation, keys, witness }: LetterFacts, articleRef: string): Header {
  return {
    v: 1, docNo, revision: 1, revisionKind: '新規', revisionReason: '', issuedAt: isoJst(now),
    addressee: { organisation: contract.city.name, name: contract.city.addressee, section: contract.city.section },
    sender: { organisation: organisation.name, address: organisation.address, representative: organisation.representative },
    contact: { name: issuer.name, tel: issuer.tel || organisation.tel, email: issuer.email || organisation.email },
    contract: { contractNo: contract.contractNo, title: contract.title },
    articleRef,
    keys: { rootFingerprint: keys.fingerprint, checkpointKeyId: keys.checkpointKeyId },
    witness,
  }
}
