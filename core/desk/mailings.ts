import { arrive, confirmReceipt, inquire, reportMissing, returned } from '../mailings/on-the-way.ts'
import { printMailing } from '../mailings/printing.ts'
import { layDownService, listServices } from '../mailings/services.ts'
import { attachSlip, saveSlip, showSlip } from '../mailings/slips.ts'
import { checkTracking, confirmShinten, dispatch, draftMailing, listMailings, tellKey, withdrawMailing } from '../mailings/use.ts'
import type { mailings as asked } from '../contract/mailings.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const mailings = (world: World): DeskOf<typeof asked> => ({
  mailings: {
    checkTracking: (order) => checkTracking(world, order),
    draft: (order) => draftMailing(world, order),
    confirmShinten: (order) => confirmShinten(world, order),
    dispatch: (order) => dispatch(world, order),
    tellKey: (order) => tellKey(world, order),
    arrive: (order) => arrive(world, order),
    returned: (order) => returned(world, order),
    confirmReceipt: (order) => confirmReceipt(world, order),
    inquire: (order) => inquire(world, order),
    reportMissing: (order) => reportMissing(world, order),
    attachSlip: (order) => attachSlip(world, order),
    showSlip: (order) => showSlip(world, order),
    saveSlip: (order) => saveSlip(world, order),
    print: (order) => printMailing(world, order),
    withdraw: (order) => withdrawMailing(world, order),
    list: ({ contractId }) => listMailings(world, contractId),
  },
  services: { list: ({ contractId }) => listServices(world, contractId), layDown: (order) => layDownService(world, order) },
})
