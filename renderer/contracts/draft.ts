import type { OpenContract } from '../../core/contracts/contract-of-work.ts'
import type { Day } from '../../core/time.ts'
import type { HashedFile } from '../parts/file-hash.tsx'

export type CertificationDraft = { type: 'ISMS' | 'プライバシーマーク' | 'その他'; number: string; issuer: string; scope: string; validFrom: Day | null; validTo: Day | null }

/** What is being typed of a contract. */
export interface ContractDraft {
  contractNo: string; title: string; shortNo: string; contractor: string
  cityName: string; addressee: string; section: string; officer: string; officerTitle: string; securityManager: string
  periodFrom: Day | null; periodTo: Day | null; importanceClass: OpenContract['importanceClass']; isSystemOps: boolean; retentionYears: OpenContract['retentionYears']
  specTitle: string; specVersion: string; specAgreed: Day | null; specFile: HashedFile | null
  certifications: CertificationDraft[]
}

export const blankContract = (): ContractDraft => ({
  contractNo: '', title: '', shortNo: '', contractor: '',
  cityName: '', addressee: '', section: '', officer: '', officerTitle: '', securityManager: '',
  periodFrom: null, periodTo: null, importanceClass: '重要情報', isSystemOps: false, retentionYears: 5,
  specTitle: '情報セキュリティ特記仕様書', specVersion: '', specAgreed: null, specFile: null, certifications: [],
})

/** The order for the desk. Called only once nothing is missing. */
export function contractOrder(draft: ContractDraft, specFile: HashedFile, periodFrom: Day, periodTo: Day, agreedOn: Day): OpenContract {
  return {
    contractNo: draft.contractNo, title: draft.title, shortNo: draft.shortNo,
    ...(draft.contractor.trim() === '' ? {} : { contractor: draft.contractor }),
    city: { name: draft.cityName, addressee: draft.addressee, section: draft.section, officer: draft.officer, officerTitle: draft.officerTitle, securityManager: draft.securityManager },
    periodFrom, periodTo, importanceClass: draft.importanceClass, isSystemOpsContract: draft.isSystemOps, retentionYears: draft.retentionYears,
    specification: { title: draft.specTitle, version: draft.specVersion, fileName: specFile.name, sha256: specFile.sha256, agreedOn },
    path: specFile.path,
    certifications: draft.certifications.flatMap(({ validFrom, validTo, ...rest }) => (validFrom && validTo ? [{ ...rest, validFrom, validTo }] : [])),
  }
}
