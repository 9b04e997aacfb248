import { useTranslation } from 'react-i18next'
import type { CarryOut } from '../../core/carryouts/carry-out.ts'
import type { Instant } from '../../core/time.ts'
import { Facts } from '../parts/facts.tsx'
import { OnDay, When } from '../parts/figures.tsx'
import { usePersonName } from '../people/person-name.ts'
import { sayNumber } from '../words/figures.ts'
import { useTerm } from '../words/terms.ts'

/** Everything that is known of a carry-out, in the order in which it came about. */
export function CarryFacts({ carryOut: c }: { carryOut: CarryOut }) {
  const { t } = useTranslation('carryouts')
  const term = useTerm()
  const name = usePersonName()
  const who = (id: string, at: Instant) => <>{name(id)}　<When at={at} /></>
  const flags = [c.personalInfo && t('personalInfo'), c.myNumber && t('myNumber')].filter(Boolean).join('、')
  return (
    <Facts wide of={[
      [t('content'), <>{c.content}{c.kind === 'document' && `　${t('pieces', { count: c.quantity })}`}</>],
      [t('mediumShort'), c.medium ?? t('kinds.document')],
      [t('encryption'), c.encryption.length === 0 ? `${t('plain')}　${c.protection}` : <>{c.encryption.map((one) => <span key={one.packageNo}>{one.packageNo}　{one.container}　{t(one.envelope ? 'envelope' : 'passphrase')}<br /></span>)}</>],
      [t('importance'), `${term(c.importanceClass)}${flags === '' ? '' : `　${flags}`}`],
      [t('recordsShort'), c.records === null ? null : sayNumber(c.records)],
      [t('purpose'), c.purpose], [t('destination'), c.destination], [t('route'), c.route],
      [t('persons'), c.persons.map(name).join('、')],
      [t('outFrom'), <When key="from" at={c.outFrom} />], [t('due'), <When key="due" at={c.dueAt} />],
      [t('applicant'), who(c.appliedBy, c.appliedAt)],
      [t('approvedBy'), c.approval && <>{who(c.approval.by, c.approval.at)}{c.approval.conditions !== '' && <><br />{c.approval.conditions}</>}</>],
      [t('cityApproval'), c.cityApproval && <>{c.cityApproval.ref}　<OnDay day={c.cityApproval.on} />　{c.cityApproval.toldBy}{c.cityApproval.conditions !== '' && <><br />{c.cityApproval.conditions}</>}</>],
      [t('wentOut'), c.out && <><When at={c.out.at} />　{c.out.persons.map(name).join('、')}</>],
      c.out?.serial ? [t('seen'), <>{c.out.serial}　{t(c.out.identified === 'typed' ? 'typed' : 'read')}　{t('looked', { count: c.out.filesSeen })}</>] : false,
      c.reminders.length > 0 && [t('reminders'), <>{c.reminders.map((one) => <span key={one.at}><When at={one.at} />　{term(one.how)}　{one.persons.map(name).join('、')}　{one.note}<br /></span>)}</>],
      [t('erasure'), c.erasure ? <>{t(c.erasure.outcome === 'done' ? 'outcomes.done' : 'outcomes.none')}　{who(c.erasure.by, c.erasure.at)}　{c.erasure.note}</> : `${t(c.eraseAfterUse ? 'erasurePlanned' : 'erasureNone')}　${c.eraseNote}`],
      [t('returned'), c.returned && <>{who(c.returned.by, c.returned.at)}　{t('confirmedBy')}：{name(c.returned.confirmedBy)}<br />{c.returned.storagePlace}　{c.returned.note}</>],
      c.lost ? [t('states.lost'), <><When at={c.lost.foundAt} />　{c.lost.place}<br />{c.lost.circumstances}</>] : false,
    ]} />
  )
}
