import { certify, issueNotice, reportWipes } from '../wipes/certifying.ts'
import { saveSeed } from '../wipes/handing-seed.ts'
import { recordDestruction } from '../wipes/destroying.ts'
import { confirmNotice, listPlans, planDisposal, requestNotice, requestWitness, submitNotice, withdrawPlan } from '../wipes/planning.ts'
import { listWipes, runWipe } from '../wipes/running.ts'
import { abilitiesOf, giveCommand } from '../wipes/commanding.ts'
import { recordExternal } from '../wipes/recording-external.ts'
import { balance } from '../settlement/balance.ts'
import { deliverItems, listHandBacks, returnItems } from '../settlement/handing-back.ts'
import { lookAtFiles, wipeFiles } from '../wipes/wiping-files.ts'
import { wipeVault } from '../wipes/wiping-vault.ts'
import { verifyWipe } from '../wipes/verifying.ts'
import type { wipes as asked } from '../contract/wipes.ts'
import type { DeskOf } from '../wire/operation.ts'
import type { World } from '../world.ts'

export const wipes = (world: World): DeskOf<typeof asked> => ({
  disposals: {
    plan: (order) => planDisposal(world, order),
    requestNotice: (order) => requestNotice(world, order),
    requestWitness: (order) => requestWitness(world, order),
    submitNotice: (order) => submitNotice(world, order),
    confirmNotice: (order) => confirmNotice(world, order),
    withdraw: (order) => withdrawPlan(world, order),
    list: ({ contractId }) => listPlans(world, contractId),
    wipe: (order, how) => runWipe(world, order, how),
    lookAtFiles: (order, how) => lookAtFiles(world, order, how),
    wipeFiles: (order, how) => wipeFiles(world, order, how),
    wipeVault: (order, how) => wipeVault(world, order, how),
    abilities: (order) => abilitiesOf(world, order),
    command: (order, how) => giveCommand(world, order, how),
    recordExternal: (order) => recordExternal(world, order),
    recordDestruction: (order) => recordDestruction(world, order),
    verify: (order, how) => verifyWipe(world, order, how),
    wipes: ({ contractId }) => listWipes(world, contractId),
    saveSeed: (order) => saveSeed(world, order),
    issueNotice: (order) => issueNotice(world, order),
    certify: (order) => certify(world, order),
    report: (order) => reportWipes(world, order),
  },
  settlement: { balance: (order) => balance(world, order), returnItems: (order) => returnItems(world, order), deliverItems: (order) => deliverItems(world, order), handBacks: ({ contractId }) => listHandBacks(world, contractId) },
})
