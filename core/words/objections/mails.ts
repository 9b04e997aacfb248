import type { MailStage } from '../../mails/mail-server.ts'
import { mailStages } from '../terms.ts'
import type { Sentences } from './sentences.ts'

/** E-mail (Art. 11(7)). */
export interface MailObjections {
  'information-in-body': { what: string }
  'attachment-not-sealed': { no: string }
  'recipient-not-allowed': { address: string }
  'recipients-not-checked': { mail: string }
  'mail-server-missing': Record<never, never>
  'mail-password-missing': { user: string }
  'mail-without-note': { mail: string }
  'mail-not-taken': { mail: string; server: string; stage: MailStage; answer: string }
  'address-not-of-mail': { mail: string; address: string }
}

export const mails: Sentences<MailObjections> = {
  ja: {
    'information-in-body': ({ what }) => `本文に情報が書かれているようです（${what}）。情報は添付ファイルで送信してください。`,
    'attachment-not-sealed': ({ no }) => `添付する梱包 ${no} が、検証済みの暗号化ファイルではありません。強度不足の暗号方式や平文は送れません。封をし直してください。`,
    'recipient-not-allowed': ({ address }) => `宛先 ${address} は、この契約に登録されていません。宛先を確かめるか、甲の了承番号・理由・別の人の確認を入力してください。`,
    'recipients-not-checked': () => '宛先を別の者が確認してください。確認が済むまで送信済みにできません。',
    'mail-server-missing': () => '送信サーバーが設定されていません。「設定」で登録するか、下書きをメールソフトで送ってください。',
    'mail-password-missing': ({ user }) => `送信サーバーの利用者（${user}）のパスワードがありません。「設定」で入力してください。`,
    'mail-without-note': ({ mail }) => `${mail} の本文が記録にないため、ここからは送れません。下書きをメールソフトで送り、送信日時を記録してください。`,
    'mail-not-taken': ({ mail, server, stage, answer }) => `${mail} は送られていません（${server}）。${mailStages[stage][0]}。直してから、もう一度送ってください。${answer === '' ? '' : `サーバーの応答：${answer}`}`,
    'address-not-of-mail': ({ mail, address }) => `${address} は ${mail} の宛先にありません。誤って送った宛先を、このメールの宛先から選んでください。`,
  },
  en: {
    'information-in-body': ({ what }) => `The text seems to hold information (${what}). Send information as an attachment.`,
    'attachment-not-sealed': ({ no }) => `Package ${no} is not a verified encrypted file.`,
    'recipient-not-allowed': ({ address }) => `${address} is not registered for this contract.`,
    'recipients-not-checked': () => 'A second person must check the recipients first.',
    'mail-server-missing': () => 'No server for outgoing mail is set. Register it under “Settings”, or send the draft with a mail program.',
    'mail-password-missing': ({ user }) => `There is no password for ${user} at the mail server. Enter it under “Settings”.`,
    'mail-without-note': ({ mail }) => `The text of ${mail} is not on record, so it cannot be sent from here. Send the draft with a mail program and record when.`,
    'mail-not-taken': ({ mail, server, stage, answer }) => `${mail} was not sent (${server}): ${mailStages[stage][1]}. Put it right and send again.${answer === '' ? '' : ` The server said: ${answer}`}`,
    'address-not-of-mail': ({ mail, address }) => `${address} is no recipient of ${mail}. Choose from the recipients of this mail.`,
  },
}
