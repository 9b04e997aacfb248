import { useTranslation } from 'react-i18next'
import type { VirusScan } from '../../core/viruses/scan.ts'

/** What a scan that let the work go on came to, in one line. */
export function useSayScan(): (scan: VirusScan) => string {
  const { t } = useTranslation('viruses')
  return ({ result, scanner, files, attestation, warnings }) => [
    scanner && `${scanner.name} ${scanner.engine}`,
    result === 'clean' && t('clean', { count: files }),
    result === 'unscanned' && t('notScanned'),
    attestation && t('byWord', { product: attestation.product, pattern: attestation.pattern }),
    ...warnings.map((warning) => t(`warnings.${warning}`)),
  ].filter(Boolean).join('　')
}
