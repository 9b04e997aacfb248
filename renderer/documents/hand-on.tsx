import { useTranslation } from 'react-i18next'
import type { ContractOfWork } from '../../core/contracts/contract-of-work.ts'
import { Block } from '../parts/page.tsx'
import { ExportDocuments } from './export-documents.tsx'
import { PackEvidence } from './pack-evidence.tsx'
import './hand-on.css'

/** What leaves for the city's own systems, and for whoever audits. */
export function HandOn({ contract }: { contract: ContractOfWork }) {
  const { t } = useTranslation('city')
  return (
    <Block title={t('handOn')} lead={t('handOnLead')}><div className="hand-on">
      <div><h3>{t('forSystems')}</h3><p className="small soft">{t('forSystemsWhy')}</p><ExportDocuments contract={contract} /></div>
      <div><h3>{t('forAudit')}</h3><p className="small soft">{t('forAuditWhy')}</p><PackEvidence contract={contract} /></div>
    </div></Block>
  )
}
