import * as z from 'zod'
import { ApproveFax, DeclineFax, Fax, FaxArrived, FaxSent, RequestFax, WithdrawFax } from '../faxes/fax.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Fax (Art. 11(6)). */
export const faxes = {
  faxes: {
    request: ask(RequestFax, Fax),
    approve: ask(ApproveFax, Fax),
    decline: ask(DeclineFax, Fax),
    withdraw: ask(WithdrawFax, Fax),
    sent: ask(FaxSent, Fax),
    arrived: ask(FaxArrived, Fax),
    list: ask(OfContract, z.array(Fax)),
  },
}
