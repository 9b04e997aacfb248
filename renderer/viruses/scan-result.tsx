import { useTranslation } from 'react-i18next'
import type { VirusScan } from '../../core/viruses/scan.ts'
import { Notice } from '../parts/notice.tsx'
import { sayNumber } from '../words/figures.ts'
import { useSayScan } from './say-scan.ts'

const NAMED = 20

/** What a scan came to: good, found, or called off; with what to do next. */
export function ScanResult({ scan }: { scan: VirusScan }) {
  const { t } = useTranslation('viruses')
  const sayScan = useSayScan()
  if (scan.result === 'abandoned') return <Notice look="warning" title={t('abandonedTitle')}>{t('abandonedNext')}</Notice>
  if (scan.result === 'found') {
    return (
      <Notice look="refused" title={t('foundTitle', { findings: sayNumber(scan.findingCount) })}>
        <Named list={scan.findings.map(({ path, name }) => [path, name])} all={scan.findingCount} />
        <p>{t('foundNext')}</p>
      </Notice>
    )
  }
  return (
    <Notice look={scan.result === 'clean' ? 'good' : 'warning'} title={scan.result === 'clean' ? t('cleanTitle') : t('unscannedTitle', { unscanned: sayNumber(scan.unscannedCount) })}>
      <p>{sayScan(scan)}</p>
      <Named list={scan.unscanned.map(({ path, why }) => [path, why])} all={scan.unscannedCount} />
    </Notice>
  )
}

/** The first files by name, and how many more there are. */
function Named({ list, all }: { list: readonly (readonly [path: string, what: string])[]; all: number }) {
  const { t } = useTranslation('viruses')
  if (list.length === 0) return null
  const shown = list.slice(0, NAMED)
  return (
    <ul>
      {shown.map(([path, what]) => <li key={path}><span className="code">{path}</span><br /><span className="small">{what}</span></li>)}
      {all > shown.length && <li className="small">{t('moreFound', { more: sayNumber(all - shown.length) })}</li>}
    </ul>
  )
}
