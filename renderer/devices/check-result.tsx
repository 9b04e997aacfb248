import { useTranslation } from 'react-i18next'
import type { DeviceCheck } from '../../core/devices/check.ts'
import { Day } from '../../core/time.ts'
import { Status } from '../parts/status.tsx'
import { sayDay } from '../words/figures.ts'
import { useLanguage } from '../words/language.ts'

/** Whether a device may be used, by its newest check. */
export function CheckResult({ of: check }: { of: DeviceCheck | undefined }) {
  const { t } = useTranslation('devices')
  if (!check) return <Status look="warn">{t('never')}</Status>
  if (check.result === '不適合') return <Status look="bad">{t('failed')}</Status>
  return <Status look={check.findings.length > 0 ? 'warn' : 'good'}>{t('passed')}</Status>
}

/** What a check came upon, gravest first. */
export function Findings({ of: findings }: { of: DeviceCheck['findings'] }) {
  const { t } = useTranslation('devices')
  const language = useLanguage()
  const said = (about: string): string => { const day = Day.safeParse(about); return day.success ? sayDay(day.data, language) : about }
  if (findings.length === 0) return <p className="soft">{t('noFindings')}</p>
  return (
    <ul className="findings">
      {findings.map(({ code, fails, about }) => <li key={`${code} ${about}`}><Status look={fails ? 'bad' : 'warn'}>{t(`finding.${code}`, { about: said(about) })}</Status></li>)}
    </ul>
  )
}
