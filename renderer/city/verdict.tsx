import { useTranslation } from 'react-i18next'
import type { Verdict as Kind } from '../../core/documents/document.ts'
import { Status, type StatusLook } from '../parts/status.tsx'

const looks: Record<Kind, StatusLook> = { verified: 'good', 'values-only': 'warn', refused: 'bad' }

/** ✔ signature and values · △ values agree, no signature · ✘ refused. */
export function Verdict({ of: verdict }: { of: Kind }) {
  const { t } = useTranslation('city')
  return <Status look={looks[verdict]}>{t(`verdicts.${verdict}`)}</Status>
}
