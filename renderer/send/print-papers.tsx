import { useTranslation } from 'react-i18next'
import type { Mailing, PrintMailing } from '../../core/mailings/mailing.ts'
import type * as z from 'zod'
import { desk } from '../desk.ts'
import { SaveInto } from '../parts/save-into.tsx'

const papers = ['宛名A4', '宛名ラベル', '送付票'] as const satisfies readonly z.output<typeof PrintMailing>['paper'][]

/** 親展・宛名 for the envelopes, and the slip that lies inside (F-13). */
export function PrintPapers({ parcel }: { parcel: Mailing }) {
  const { t } = useTranslation('send')
  return (
    <div className="print-papers">
      <p className="soft">{t('printLead')}</p>
      <ul>
        {papers.map((paper) => <li key={paper}><SaveInto label={t(`papers.${paper}`)} operation="mailings.print" save={(into) => desk.mailings.print({ mailingId: parcel.id, paper, into })} /></li>)}
      </ul>
    </div>
  )
}
