import * as z from 'zod'
import { ConfirmRecipients, DraftMail, Mail, MailReceived, MailSent, Misdirected, SendingProgress, SendMail, SentMail, SettleSending, WithdrawMail } from '../mails/mail.ts'
import { MailServer, SetMailServer, TriedServer } from '../mails/mail-server.ts'
import { TellKey } from '../mailings/mailing.ts'
import { ask, job } from '../wire/operation.ts'
import { Nothing, OfContract } from './orders.ts'

/** E-mail and the server for it (Art. 11(7)). */
export const mails = {
  post: {
    /** The office's own server of outgoing mail, without its password. */
    server: ask(Nothing, MailServer.nullable()),
    setServer: ask(SetMailServer, MailServer),
    dropServer: ask(Nothing, Nothing),
    tryServer: ask(Nothing, TriedServer),
  },
  mails: {
    draft: ask(DraftMail, Mail),
    confirmRecipients: ask(ConfirmRecipients, Mail),
    /** Over the office's own server. */
    send: job(SendMail, SendingProgress, SentMail),
    settleSending: ask(SettleSending, Mail),
    misdirected: ask(Misdirected, Mail),
    sent: ask(MailSent, Mail),
    tellKey: ask(TellKey, Mail),
    received: ask(MailReceived, Mail),
    withdraw: ask(WithdrawMail, Mail),
    list: ask(OfContract, z.array(Mail)),
  },
}
