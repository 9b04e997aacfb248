import * as z from 'zod'
import { ExceptionUsed } from '../exceptions/exception-used.ts'
import { ApplyProvision, ConsentProvision, Provide, Provision, RefuseProvision, WithdrawProvision } from '../provisions/provision.ts'
import { ask } from '../wire/operation.ts'
import { OfContract } from './orders.ts'

/** Third parties (Art. 13), and every exception (Art. 17). */
export const provisions = {
  provisions: {
    apply: ask(ApplyProvision, Provision),
    consent: ask(ConsentProvision, Provision),
    refuse: ask(RefuseProvision, Provision),
    provide: ask(Provide, Provision),
    withdraw: ask(WithdrawProvision, Provision),
    list: ask(OfContract, z.array(Provision)),
  },
  /** Every exception that was made, for the audit (Art. 17). */
  exceptions: { list: ask(OfContract, z.array(ExceptionUsed)) },
}
