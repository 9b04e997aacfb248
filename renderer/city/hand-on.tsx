import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { ExportDocuments } from '../documents/export-documents.tsx'
import { PackEvidence } from '../documents/pack-evidence.tsx'

/** What leaves for the city's own systems, and for whoever audits. */
export function HandOn({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('city')
  return (
    <div className="hand-on">
      <div><h3>{t('forSystems')}</h3><p className="small soft">{t('forSystemsWhy')}</p><ExportDocuments contract={contract} /></div>
      <div><h3>{t('forAudit')}</h3><p className="small soft">{t('forAuditWhy')}</p><PackEvidence contract={contract} /></div>
    </div>
  )
}
