import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Mail } from '../../core/mails/mail.ts'
import { desk } from '../desk.ts'
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
import { TellKey } from './tell-key.tsx'
import { Withdraw } from './withdraw.tsx'
import { WaySteps } from './way-steps.tsx'

/** An e-mail from its draft to its receipt, one task at a time. */
export function OneMail({ mail }: { mail: Mail }) {
  const { t } = useTranslation('send')
  const hasKey = useKeysToTell(mail.contractId, [mail.package])
  const keyOpen = hasKey && mail.keyTold === null
  const complete = mail.state === 'received' && !keyOpen
  return (
    <Page title={`${mail.no}　${mail.subject}`} lead={mail.to.join('、')} back={{ to: '/send', label: t('toList') }}>
      <PackSteps now="record" done={complete} />
      <WaySteps name={t('steps')} steps={[[t('mail.checked'), mail.recipientsChecked !== null], [t('mail.sent'), mail.sentAt !== null], ...(hasKey ? [[t('mail.key'), !keyOpen] as const] : []), [t('mail.received'), mail.receivedAt !== null]]} />
      {mail.state === 'drafted' && <ConfirmBySecond title={t('recipientsTitle')} lead={t('recipientsLead')} act={t('recipientsNow')} article="11(7)" confirm={(checker) => desk.mails.confirmRecipients({ mailId: mail.id, checker })} />}
      {mail.state === 'checked' && (
        <AtTime title={t('sentTitle')} lead={t('sentLead')} act={t('sentNow')} article="11(7)" time={t('sentAt')} record={(at) => desk.mails.sent({ mailId: mail.id, at })}>
          <p className="notice-line lifted"><Button variant="default" onClick={() => void shell.showInFolder(mail.draftPath)}>{t('openDraft')}</Button><span className="code">{mail.draftPath}</span></p>
        </AtTime>
      )}
      {(mail.state === 'sent' || mail.state === 'received') && keyOpen && <TellKey id={mail.id} first={mail.to[0] ?? ''} tell={desk.mails.tellKey} />}
      {mail.state === 'sent' && <AtTime second={keyOpen} title={t('receivedTitle')} lead={t('receivedLead')} act={t('receivedNow')} article="11(7)" time={t('receivedAt')} record={(at) => desk.mails.received({ mailId: mail.id, at })} />}
      {(mail.state === 'drafted' || mail.state === 'checked') && <Withdraw withdraw={(reason) => desk.mails.withdraw({ mailId: mail.id, reason })} />}
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
      [t('draftMade'), <span key="d" className="code">{mail.draftPath}</span>],
      [t('draftedBy'), <span key="by">{name(mail.draftedBy)}　<When at={mail.draftedAt} /></span>],
      [t('checkedBy'), recipientsChecked && <span key="c">{name(recipientsChecked.by)}　<When at={recipientsChecked.at} /></span>],
      [t('sentAt'), mail.sentAt && <When key="s" at={mail.sentAt} />],
      [t('mail.key'), hasKey ? keyTold && <span key="k">{term(keyTold.channel)}　{keyTold.to}　<When at={keyTold.at} /></span> : t('keyInLetter')],
      [t('receivedAt'), mail.receivedAt && <When key="r" at={mail.receivedAt} />],
    ]} />
  )
}
