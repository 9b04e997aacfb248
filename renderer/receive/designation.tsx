import { useTranslation } from 'react-i18next'
import type { Handover } from '../../core/handovers/handover.ts'
import { Corrections } from '../corrections/corrections.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { useTerm } from '../words/terms.ts'

/** What the city designated, as it was recorded. */
export function Designation({ handover }: { handover: Handover }) {
  const { t } = useTranslation('receive')
  const term = useTerm()
  return (
    <>
      <Facts wide of={[
        [t('means'), term(handover.designated.means)],
        [t('at'), <When key="at" at={handover.designated.at} />],
        [t('place'), handover.designated.place],
        [t('designatedBy'), handover.designatedBy],
        [t('purpose'), handover.purpose],
        [t('cityList'), handover.cityList.length === 0 ? t('cityListNone') : t('cityListSize', { count: handover.cityList.length })],
      ]} />
      <Corrections kind="handover" id={handover.id} />
    </>
  )
}
