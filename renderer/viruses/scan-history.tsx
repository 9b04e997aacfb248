import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MediumNo } from '../../core/media/medium.ts'
import type { VirusScan } from '../../core/viruses/scan.ts'
import { questions } from '../asking/questions.ts'
import { Asked } from '../parts/asked.tsx'
import { Facts } from '../parts/facts.tsx'
import { When } from '../parts/figures.tsx'
import { Status, type StatusLook } from '../parts/status.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { useSayScan } from './say-scan.ts'

const looks: Record<VirusScan['result'], StatusLook> = { clean: 'good', found: 'bad', unscanned: 'warn', failed: 'warn', 'no-scanner': 'calm', abandoned: 'calm' }

/** 媒体接続・ウイルスチェック記録 (F-23) of one medium, the newest first. */
export function ScanHistory({ medium }: { medium: MediumNo }) {
  const { t } = useTranslation('viruses')
  return (
    <section className="side-part" aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <Asked of={useQuery(questions.scans)}>
        {(all) => {
          const scans = all.filter((scan) => scan.medium === medium)
          if (scans.length === 0) return <p className="soft">{t('historyNone')}</p>
          return <ul className="folds">{scans.map((scan) => <li key={scan.id}><OneScan scan={scan} /></li>)}</ul>
        }}
      </Asked>
    </section>
  )
}

function OneScan({ scan }: { scan: VirusScan }) {
  const { t } = useTranslation('viruses')
  const name = usePersonName()
  const sayScan = useSayScan()
  return (
    <details>
      <summary><Status look={looks[scan.result]}>{t(`results.${scan.result}`)}</Status><span className="small soft"><When at={scan.connectedAt} />　{t(`occasions.${scan.occasion}`)}</span></summary>
      <Facts of={[
        [t('product'), sayScan(scan)], [t('results.found'), scan.findings.map(({ path, name: what }) => `${what}（${path}）`).join('、')], scan.unscannedCount > 0 && [t('results.unscanned'), sayNumber(scan.unscannedCount)],
        [t('machine'), scan.machine], [t('subject'), <span key="s" className="code">{scan.subject}</span>], [t('by'), name(scan.by)],
      ]} />
    </details>
  )
}
