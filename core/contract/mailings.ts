import * as z from 'zod'
import { Arrive, AttachSlip, CheckedTracking, CheckTracking, ConfirmReceipt, ConfirmShinten, Dispatch, DraftMailing, Inquire, Mailing, PrintMailing, ReportMissing, Returned, SaveSlip, ShowSlip, TellKey, WithdrawMailing } from '../mailings/mailing.ts'
import { LayDownService, ListedService } from '../mailings/service.ts'
import { SlipType } from '../mailings/slip.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Mailing and its services (Art. 11(4)). */
export const mailings = {
  mailings: {
    checkTracking: ask(CheckTracking, CheckedTracking),
    draft: ask(DraftMailing, Mailing),
    confirmShinten: ask(ConfirmShinten, Mailing),
    dispatch: ask(Dispatch, Mailing),
    tellKey: ask(TellKey, Mailing),
    arrive: ask(Arrive, Mailing),
    returned: ask(Returned, Mailing),
    /** 甲受領確認. */
    confirmReceipt: ask(ConfirmReceipt, Mailing),
    inquire: ask(Inquire, Mailing),
    reportMissing: ask(ReportMissing, Mailing),
    attachSlip: ask(AttachSlip, Mailing),
    showSlip: ask(ShowSlip, z.object({ name: z.string(), type: SlipType, bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })),
    saveSlip: ask(SaveSlip, z.object({ paths: z.array(z.string()) })),
    /** 親展 and address, or the slip to be enclosed (F-13), written into a folder as a PDF. */
    print: ask(PrintMailing, z.object({ paths: z.array(z.string()) })),
    withdraw: ask(WithdrawMailing, Mailing),
    list: ask(OfContract, z.array(Mailing)),
  },
  services: {
    /** What may travel how, as it counts for a contract. */
    list: ask(OfContract, z.array(ListedService)),
    layDown: ask(LayDownService, ListedService),
  },
}
