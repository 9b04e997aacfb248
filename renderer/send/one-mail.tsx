import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../core/mails/mail.ts'
import { questions } from '../asking/questions.ts'
import { desk } from '../desk.ts'
import { useWhyNot } from '../frame/in-hand.tsx'
import { PackSteps } from '../pack/pack-steps.tsx'
import { Facts } from '../parts/facts.tsx'
import { Hash, When } from '../parts/figures.tsx'
import { History } from '../parts/history.tsx'
import { Notice } from '../parts/notice.tsx'
import { Block, Page } from '../parts/page.tsx'
import { usePersonName } from '../people/person-name.ts'
import { shell } from '../shell.ts'
import { useTerm } from '../words/terms.ts'
import { AtTime } from './at-time.tsx'
import { ConfirmBySecond } from './confirm-by-second.tsx'
import { useKeysToTell } from './keys-to-tell.ts'
import { Letter, Misdirected, SendNow, SettleSending } from './send-now.tsx'
import { TellKey } from './tell-key.tsx'
import { Withdraw } from './withdraw.tsx'
import { WaySteps } from './way-steps.tsx'

/** An e-mail from its draft to its receipt, one task at a time. */
export function OneMail({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const mayNotWithdraw = useWhyNot('mails.withdraw', mail.contractId)
  const hasKey = useKeysToTell(mail.contractId, [mail.package])
  const keyOpen = hasKey && mail.keyTold === null
  const hasServer = useQuery(questions.mailServer).data !== null
  const complete = mail.state === 'received' && !keyOpen
  return (
    <Page title={`${mail.no}　${mail.subject}`} lead={mail.to.join('、')} back={{ to: '/send', label: t('toList') }}>
      <PackSteps now="record" done={complete} />
      <WaySteps name={t('steps')} steps={[[t('mail.checked'), mail.recipientsChecked !== null], [t('mail.sent'), mail.sentAt !== null], ...(hasKey ? [[t('mail.key'), !keyOpen] as const] : []), [t('mail.received'), mail.receivedAt !== null]]} />
      {mail.state === 'drafted' && <ConfirmBySecond title={t('recipientsTitle')} lead={t('recipientsLead')} act={t('recipientsNow')} article="11(7)" confirm={(checker) => desk.mails.confirmRecipients({ mailId: mail.id, checker })} />}
      {mail.state === 'drafted' && <Letter mail={mail} />}
      {mail.state === 'checked' && <SendNow mail={mail} />}
      {mail.state === 'sending' && <SettleSending mail={mail} />}
      {mail.misdirected && <Notice look="refused" title={t('wasMisdirected', { to: mail.misdirected.addresses.join('、') })}>{mail.misdirected.circumstances}</Notice>}
      {mail.taken && mail.taken.rejected.length > 0 && <Notice look="warning" title={t('rejected')}><ul>{mail.taken.rejected.map((one) => <li key={one.address}>{one.address}　<span className="code">{one.answer}</span></li>)}</ul></Notice>}
      {mail.state === 'checked' && mail.draftPath !== '' && (
        <AtTime second={hasServer} title={t('sentTitle')} lead={t('sentLead')} act={t('sentNow')} article="11(7)" time={t('sentAt')} record={(at) => desk.mails.sent({ mailId: mail.id, at })}>
          <p className="notice-line lifted"><Button variant="default" onClick={() => void shell.showInFolder(mail.draftPath)}>{t('openDraft')}</Button><span className="code">{mail.draftPath}</span></p>
        </AtTime>
      )}
      {(mail.state === 'sent' || mail.state === 'received') && keyOpen && <TellKey id={mail.id} first={mail.to[0] ?? ''} tell={desk.mails.tellKey} />}
      {mail.state === 'sent' && <AtTime second={keyOpen} title={t('receivedTitle')} lead={t('receivedLead')} act={t('receivedNow')} article="11(7)" time={t('receivedAt')} who={{ label: t('receivedBy'), first: mail.to[0] ?? '' }} record={(at, by) => desk.mails.received({ mailId: mail.id, at, by })} />}
      {(mail.state === 'sent' || mail.state === 'received') && !mail.misdirected && <Misdirected mail={mail} />}
      {(mail.state === 'drafted' || mail.state === 'checked') && <Withdraw mayNot={mayNotWithdraw} withdraw={(reason) => desk.mails.withdraw({ mailId: mail.id, reason })} />}
      {mail.state === 'withdrawn' && <Notice title={t('wasWithdrawn')} />}
      {complete && <Notice look="good" title={t('done')}>{t('doneLead')}</Notice>}
      <Block title={t('facts')}><MailFacts mail={mail} /></Block>
      <History of={[mail.id]} />
    </Page>
  )
}

function MailFacts({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const term = useTerm()
  const name = usePersonName()
  const hasKey = useKeysToTell(mail.contractId, [mail.package])
  const { recipientsChecked, keyTold } = mail
  return (
    <Facts wide of={[
      [t('to'), mail.to.join('、')], [t('subject'), mail.subject],
      [t('attachment'), <span key="a">{mail.attachmentName}<br /><Hash of={mail.attachmentSha256} whole /></span>],
      mail.note !== null && [t('note'), <span key="n" className="letter-note">{mail.note}</span>],
      mail.draftPath !== '' && [t('draftMade'), <span key="d" className="code">{mail.draftPath}</span>],
      [t('draftedBy'), <span key="by">{name(mail.draftedBy)}　<When at={mail.draftedAt} /></span>],
      [t('checkedBy'), recipientsChecked && <span key="c">{name(recipientsChecked.by)}　<When at={recipientsChecked.at} /></span>],
      [t('sentAt'), mail.sentAt && <When key="s" at={mail.sentAt} />],
      [t('mail.key'), hasKey ? keyTold && <span key="k">{term(keyTold.channel)}　{keyTold.to}　<When at={keyTold.at} /></span> : t('keyInLetter')],
      mail.taken && [t('taken'), <span key="t">{mail.taken.server}　{mail.taken.answer}<br /><span className="small soft">Message-ID <span className="code">{mail.taken.messageId}</span></span></span>],
      mail.attempts.length > 0 && [t('attemptsWere'), <ul key="at">{mail.attempts.map((one) => <li key={one.at}><When at={one.at} />　{t(`attempts.${one.outcome}`)}　{one.answer}</li>)}</ul>],
      [t('receivedAt'), mail.receivedAt && <span key="r"><When at={mail.receivedAt} />　{mail.receivedBy}</span>],
    ]} />
  )
}
