import { misdirected, sendMail, settleSending } from '../mails/sending.ts'
import { dropMailServer, mailServer, setMailServer, tryMailServer } from '../mails/server.ts'
import { confirmRecipients, draftMail, listMails, mailReceived, mailSent, tellMailKey, withdrawMail } from '../mails/use.ts'
import type { mails as asked } from '../contract/mails.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const mails = (world: World): DeskOf<typeof asked> => ({
  post: { server: () => mailServer(world), setServer: (order) => setMailServer(world, order), dropServer: () => dropMailServer(world), tryServer: () => tryMailServer(world) },
  mails: {
    draft: (order) => draftMail(world, order),
    confirmRecipients: (order) => confirmRecipients(world, order),
    send: (order, how) => sendMail(world, order, how),
    settleSending: (order) => settleSending(world, order),
    misdirected: (order) => misdirected(world, order),
    sent: (order) => mailSent(world, order),
    tellKey: (order) => tellMailKey(world, order),
    received: (order) => mailReceived(world, order),
    withdraw: (order) => withdrawMail(world, order),
    list: ({ contractId }) => listMails(world, contractId),
  },
})
