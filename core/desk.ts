import { confirmReturn, recordErasure, remind, reportCarryOutLost } from './carryouts/coming-back.ts'
import { goOut } from './carryouts/going-out.ts'
import { alarmOf, applyCarryOut, approveCarryOut, listCarryOuts, permitCarryOut, rejectCarryOut, setAlarm, withdrawCarryOut } from './carryouts/use.ts'
import { acknowledgeImported, importDocuments, listImported, numberImported } from './city/use.ts'
import type { Desk, OperationName } from './contract.ts'
import { makeCopy } from './copies/making.ts'
import { approveCopy, declineCopy, endCopy, listCopies, printCopy, requestCopy, withdrawCopy } from './copies/use.ts'
import { chain } from './custody/use.ts'
import { listExceptions } from './exceptions/use.ts'
import { approveFax, declineFax, faxArrived, faxSent, listFaxes, requestFax, withdrawFax } from './faxes/use.ts'
import { applyProvision, consentProvision, listProvisions, provide, refuseProvision, withdrawProvision } from './provisions/use.ts'
import { agreeSubcontract, applySubcontract, decideSubcontract, draftSubcontract, endSubcontract, inspectSubcontractor, listSubcontracts, reviseSubcontract, startSubcontract, withdrawSubcontract } from './subcontracts/use.ts'
import { addCertification, addRecipient, agreeService, hashFile, listContracts, openContract, registerKey } from './contracts/use.ts'
import { checkDevice, lookAtMachine } from './devices/checking.ts'
import { changeLeakProne, listChecks, listDevices, listLeakProne, moveDevice, recogniseDevice, registerDevice, retireDevice } from './devices/use.ts'
import { designate, listHandovers, listItems, lookAt, noteDifference, receive } from './handovers/use.ts'
import { settle } from './home/settle.ts'
import { correctRow, listCorrections } from './corrections/use.ts'
import { cancelDocument, correctDocument } from './documents/revising.ts'
import { adoptForm, formSettings, setNumbering, templateText } from './forms/adopting.ts'
import { issueForm, offeredForms, previewForm, saveDraft } from './forms/use.ts'
import { acceptRequest, answerRequest, listRequests, receiveRequest, submitDocument, withdrawRequest } from './requests/use.ts'
import { today } from './home/today.ts'
import { listIncidents } from './incidents/use.ts'
import { exportLedger, readEntries, verifyDocuments, verifyLedger } from './ledger/use.ts'
import { misdirected, sendMail, settleSending } from './mails/sending.ts'
import { dropMailServer, mailServer, setMailServer, tryMailServer } from './mails/server.ts'
import { confirmRecipients, draftMail, listMails, mailReceived, mailSent, tellMailKey, withdrawMail } from './mails/use.ts'
import { arrive, confirmReceipt, inquire, reportMissing, returned } from './mailings/on-the-way.ts'
import { printMailing } from './mailings/printing.ts'
import { layDownService, listServices } from './mailings/services.ts'
import { attachSlip, saveSlip, showSlip } from './mailings/slips.ts'
import { checkTracking, confirmShinten, dispatch, draftMailing, listMailings, tellKey, withdrawMailing } from './mailings/use.ts'
import { exportRows } from './ledgers/export.ts'
import { chooseFrom, dropView, historyOf, listLedgers, listViews, pageLedger, saveView } from './ledgers/use.ts'
import { foundDrives } from './media/found-drives.ts'
import { bringBack, listMedia, registerMedium } from './media/use.ts'
import { openPackage } from './packages/open.ts'
import { planSplit } from './packages/plan.ts'
import { listPackable, listPackages, sealPackage } from './packages/use.ts'
import { verifyPackage } from './packages/verify.ts'
import { listWritings, writeToMedium } from './packages/write.ts'
import { appoint, changeSupervisor, endPost, readOrganisation } from './contracts/appointing.ts'
import { acknowledgeSpecification, agreeSpecification, keepSpecification, listSpecifications, readSpecification, saveSpecification } from './contracts/specifying.ts'
import { handOverKeys, releasePerson, resumePerson, revisePerson, stopPerson } from './people/roster.ts'
import { listPeople, recordTraining, registerPerson, signPledge } from './people/use.ts'
import { holdTraining, listSessions, showMaterial } from './staffing/holding-training.ts'
import { issueCard, listCards, loseCard, recordVisit, reportLostCard, returnCard } from './staffing/id-cards.ts'
import { acceptInstead, addPledgeText, endPledge, keepSignedPledge, listPledgeTexts, showPledge, signOnScreen } from './staffing/pledging.ts'
import { readQuestions, setQuestions, testPaper } from './staffing/questions.ts'
import { closeSelfCheck, correctItem, listSelfChecks, readCheckItems, recordSelfCheck, setCheckItems } from './staffing/self-checking.ts'
import { sitTest } from './staffing/sitting-test.ts'
import { changeRoles, listAccounts, revokeAccount, suspendAccount } from './vault/access.ts'
import { changePlace, decidePlace, listPlaces, registerPlace, retirePlace, submitPlaces } from './places/use.ts'
import { acknowledgeReceipts, issueReceipt, listReceipts, saveReceipt, showReceipt } from './receipts/use.ts'
import { decideProcedure, procedureOf } from './reports/use.ts'
import { refuseIfAny } from './refusal.ts'
import { changePassword, createVault, giveAccount, lockVault, recoverVault, resumeAccount, saveKeyNotice, unlockVault } from './vault/use.ts'
import { listScans, readyScanner, scanMedium } from './viruses/use.ts'
import { objectionsToCaller } from './who-may.ts'
import { certify, issueNotice, reportWipes } from './wipes/certifying.ts'
import { saveSeed } from './wipes/handing-seed.ts'
import { recordDestruction } from './wipes/destroying.ts'
import { confirmNotice, listPlans, planDisposal, requestNotice, requestWitness, submitNotice, withdrawPlan } from './wipes/planning.ts'
import { listWipes, runWipe } from './wipes/running.ts'
import { abilitiesOf, giveCommand } from './wipes/commanding.ts'
import { recordExternal } from './wipes/recording-external.ts'
import { balance } from './settlement/balance.ts'
import { closeContract } from './settlement/closing.ts'
import { deliverItems, listHandBacks, returnItems } from './settlement/handing-back.ts'
import { lookAtFiles, wipeFiles } from './wipes/wiping-files.ts'
import { wipeVault } from './wipes/wiping-vault.ts'
import { verifyWipe } from './wipes/verifying.ts'
import { listLosses, reportBroken, reportLost, returnMedium } from './media/fate.ts'
import { printLabels } from './media/labels.ts'
import { listStockTakes, takeStock } from './media/stock.ts'
import { isGuarded, objectionsToWorkplace } from './workplace/gate.ts'
import { agreeDemarcation, emergencyPlanOf, here, readiness, registerEmergencyPlan, sayPlace, startWork } from './workplace/use.ts'
import type { World } from './world.ts'

/** The office with everything in it. Whoever asks is looked at first (`who-may.ts`), whatever wire they come by. */
export function openDesk(world: World): Desk {
  return guarded(world, {
    vault: {
      status: () => world.vault.status(),
      create: (order) => createVault(world, order),
      unlock: (order) => unlockVault(world, order),
      lock: () => lockVault(world, 'asked'),
      recover: (order) => recoverVault(world, order),
      changePassword: (order) => changePassword(world, order),
      publicKeys: async () => world.vault.publicKeys(),
      saveKeyNotice: (order) => saveKeyNotice(world, order),
    },
    home: { today: () => today(world), settle: (order) => settle(world, order) },
    contracts: {
      open: (order) => openContract(world, order),
      list: () => listContracts(world),
      addRecipient: (order) => addRecipient(world, order),
      agreeService: (order) => agreeService(world, order),
      addCertification: (order) => addCertification(world, order),
      registerKey: (order) => registerKey(world, order),
      organisation: ({ contractId }) => readOrganisation(world, contractId),
      appoint: (order) => appoint(world, order),
      endPost: (order) => endPost(world, order),
      changeSupervisor: (order) => changeSupervisor(world, order),
      specifications: ({ contractId }) => listSpecifications(world, contractId),
      agreeSpecification: (order) => agreeSpecification(world, order),
      keepSpecification: (order) => keepSpecification(world, order),
      readSpecification: (order) => readSpecification(world, order),
      saveSpecification: (order) => saveSpecification(world, order),
      acknowledgeSpecification: (order) => acknowledgeSpecification(world, order),
      close: (order) => closeContract(world, order),
      hashFile: (order) => hashFile(world, order),
    },
    people: {
      register: (order) => registerPerson(world, order),
      list: () => listPeople(world),
      recordTraining: (order) => recordTraining(world, order),
      signPledge: (order) => signPledge(world, order),
      giveAccount: (order) => giveAccount(world, order),
      resumeAccount: (order) => resumeAccount(world, order),
      revise: (order) => revisePerson(world, order),
      stop: (order) => stopPerson(world, order),
      resume: (order) => resumePerson(world, order),
      release: (order) => releasePerson(world, order),
      handOverKeys: (order) => handOverKeys(world, order),
      accounts: () => listAccounts(world),
      suspendAccount: (order) => suspendAccount(world, order),
      revokeAccount: (order) => revokeAccount(world, order),
      changeRoles: (order) => changeRoles(world, order),
    },
    staffing: {
      holdTraining: (order) => holdTraining(world, order),
      sessions: () => listSessions(world),
      showMaterial: (order) => showMaterial(world, order),
      questions: () => readQuestions(world),
      setQuestions: (order) => setQuestions(world, order),
      testPaper: () => testPaper(world),
      sitTest: (order) => sitTest(world, order),
      pledgeTexts: () => listPledgeTexts(world),
      addPledgeText: (order) => addPledgeText(world, order),
      signOnScreen: (order) => signOnScreen(world, order),
      keepSignedPledge: (order) => keepSignedPledge(world, order),
      acceptInstead: (order) => acceptInstead(world, order),
      endPledge: (order) => endPledge(world, order),
      showPledge: (order) => showPledge(world, order),
      cards: () => listCards(world),
      issueCard: (order) => issueCard(world, order),
      returnCard: (order) => returnCard(world, order),
      loseCard: (order) => loseCard(world, order),
      reportLostCard: (order) => reportLostCard(world, order),
      recordVisit: (order) => recordVisit(world, order),
      checkItems: () => readCheckItems(world),
      setCheckItems: (order) => setCheckItems(world, order),
      selfChecks: ({ contractId }) => listSelfChecks(world, contractId),
      recordSelfCheck: (order) => recordSelfCheck(world, order),
      correctItem: (order) => correctItem(world, order),
      closeSelfCheck: (order) => closeSelfCheck(world, order),
    },
    places: {
      register: (order) => registerPlace(world, order),
      change: (order) => changePlace(world, order),
      submit: (order) => submitPlaces(world, order),
      decide: (order) => decidePlace(world, order),
      retire: (order) => retirePlace(world, order),
      list: ({ contractId }) => listPlaces(world, contractId),
    },
    devices: {
      register: (order) => registerDevice(world, order),
      move: (order) => moveDevice(world, order),
      recognise: (order) => recogniseDevice(world, order),
      retire: (order) => retireDevice(world, order),
      list: () => listDevices(world),
      look: () => lookAtMachine(world),
      check: (order) => checkDevice(world, order),
      checks: () => listChecks(world),
      leakProne: () => listLeakProne(world),
      changeLeakProne: (order) => changeLeakProne(world, order),
    },
    workplace: {
      readiness: (order) => readiness(world, order),
      start: (order) => startWork(world, order),
      workAt: (order) => sayPlace(world, order),
      here: () => here(world),
      registerEmergencyPlan: (order) => registerEmergencyPlan(world, order),
      emergencyPlan: (order) => emergencyPlanOf(world, order),
      agreeDemarcation: (order) => agreeDemarcation(world, order),
    },
    media: { register: (order) => registerMedium(world, order), list: () => listMedia(world), bringBack: (order) => bringBack(world, order),
      labels: (order) => printLabels(world, order), takeStock: (order) => takeStock(world, order), stockTakes: () => listStockTakes(world), reportLost: (order) => reportLost(world, order), losses: () => listLosses(world),
      reportBroken: (order) => reportBroken(world, order), giveBack: (order) => returnMedium(world, order), drives: () => foundDrives(world) },
    viruses: { scanner: () => readyScanner(world), scan: (order, how) => scanMedium(world, order, how), list: () => listScans(world) },
    handovers: {
      designate: (order) => designate(world, order),
      list: ({ contractId }) => listHandovers(world, contractId),
      items: ({ handoverId }) => listItems(world, handoverId),
      look: ({ paths }) => lookAt(world, paths),
      receive: (order, how) => receive(world, order, how),
      noteDifference: (order) => noteDifference(world, order),
    },
    receipts: {
      issue: (order) => issueReceipt(world, order),
      list: ({ contractId }) => listReceipts(world, contractId),
      save: (order) => saveReceipt(world, order),
      show: (order) => showReceipt(world, order),
      acknowledge: (order) => acknowledgeReceipts(world, order),
    },
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
    packages: {
      items: ({ contractId }) => listPackable(world, contractId),
      seal: (order, how) => sealPackage(world, order, how),
      list: ({ contractId }) => listPackages(world, contractId),
      planSplit: (order) => planSplit(world, order),
      verify: (order, how) => verifyPackage(world, order, how),
      open: (order, how) => openPackage(world, order, how),
      writeToMedium: (order, how) => writeToMedium(world, order, how),
      writings: ({ contractId }) => listWritings(world, contractId),
    },
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
    carryOuts: {
      apply: (order) => applyCarryOut(world, order), approve: (order) => approveCarryOut(world, order), permit: (order) => permitCarryOut(world, order), reject: (order) => rejectCarryOut(world, order), withdraw: (order) => withdrawCarryOut(world, order),
      goOut: (order) => goOut(world, order), remind: (order) => remind(world, order), recordErasure: (order) => recordErasure(world, order), confirmReturn: (order) => confirmReturn(world, order), reportLost: (order) => reportCarryOutLost(world, order),
      list: ({ contractId }) => listCarryOuts(world, contractId), alarm: ({ contractId }) => alarmOf(world, contractId), setAlarm: (order) => setAlarm(world, order),
    },
    incidents: { list: ({ contractId }) => listIncidents(world, contractId) },
    subcontracts: {
      draft: (order) => draftSubcontract(world, order), revise: (order) => reviseSubcontract(world, order), apply: (order) => applySubcontract(world, order), decide: (order) => decideSubcontract(world, order),
      agree: (order) => agreeSubcontract(world, order), start: (order) => startSubcontract(world, order), inspect: (order) => inspectSubcontractor(world, order), end: (order) => endSubcontract(world, order),
      withdraw: (order) => withdrawSubcontract(world, order), list: ({ contractId }) => listSubcontracts(world, contractId),
    },
    copies: {
      request: (order) => requestCopy(world, order), approve: (order) => approveCopy(world, order), decline: (order) => declineCopy(world, order), withdraw: (order) => withdrawCopy(world, order),
      make: (order, how) => makeCopy(world, order, how), print: (order) => printCopy(world, order), end: (order) => endCopy(world, order), list: ({ contractId }) => listCopies(world, contractId),
    },
    custody: { chain: ({ itemId }) => chain(world, itemId) },
    faxes: {
      request: (order) => requestFax(world, order), approve: (order) => approveFax(world, order), decline: (order) => declineFax(world, order), withdraw: (order) => withdrawFax(world, order),
      sent: (order) => faxSent(world, order), arrived: (order) => faxArrived(world, order), list: ({ contractId }) => listFaxes(world, contractId),
    },
    provisions: {
      apply: (order) => applyProvision(world, order), consent: (order) => consentProvision(world, order), refuse: (order) => refuseProvision(world, order), provide: (order) => provide(world, order),
      withdraw: (order) => withdrawProvision(world, order), list: ({ contractId }) => listProvisions(world, contractId),
    },
    exceptions: { list: ({ contractId }) => listExceptions(world, contractId) },
    forms: {
      offered: ({ contractId }) => offeredForms(world, contractId),
      preview: (order) => previewForm(world, order),
      issue: (order) => issueForm(world, order),
      saveDraft: (order) => saveDraft(world, order),
      settings: ({ contractId }) => formSettings(world, contractId),
      adopt: (order) => adoptForm(world, order),
      numbering: (order) => setNumbering(world, order),
      template: async ({ form }) => templateText(form),
    },
    corrections: { record: (order) => correctRow(world, order), list: (order) => listCorrections(world, order) },
    reports: { decide: (order) => decideProcedure(world, order), procedure: (order) => procedureOf(world, order) },
    requests: {
      receive: (order) => receiveRequest(world, order),
      list: ({ contractId }) => listRequests(world, contractId),
      answer: (order) => answerRequest(world, order),
      accept: (order) => acceptRequest(world, order),
      withdraw: (order) => withdrawRequest(world, order),
    },
    documents: { correct: (order) => correctDocument(world, order), cancel: (order) => cancelDocument(world, order), submit: (order) => submitDocument(world, order), verify: (order, how) => verifyDocuments(world, order, how) },
    city: {
      import: (order, how) => importDocuments(world, order, how),
      number: (order) => numberImported(world, order),
      imported: ({ contractId }) => listImported(world, contractId),
      acknowledge: (order) => acknowledgeImported(world, order),
    },
    ledgers: {
      list: (order) => listLedgers(world, order),
      page: (order) => pageLedger(world, order),
      choices: (order) => chooseFrom(world, order),
      history: (order) => historyOf(world, order),
      views: (order) => listViews(world, order),
      saveView: (order) => saveView(world, order),
      dropView: (order) => dropView(world, order),
      export: (order, how) => exportRows(world, order, how),
    },
    ledger: {
      entries: (order) => readEntries(world, order),
      verify: (_nothing, how) => verifyLedger(world, how),
      export: (order, how) => exportLedger(world, order, how),
    },
  })
}

type AnyOperation = (input: unknown, how?: unknown) => Promise<unknown>

/** Puts the look at the caller before every operation of the desk. */
function guarded(world: World, desk: Desk): Desk {
  const groups = Object.entries(desk as unknown as Record<string, Record<string, AnyOperation>>)
  return Object.fromEntries(groups.map(([group, operations]) => [
    group,
    Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, async (input: unknown, how?: unknown) => {
      await mayAsk(world, `${group}.${name}` as OperationName, input)
      return run(input, how)
    }])),
  ])) as unknown as Desk
}

/** Who asks, and whether information may be handled here and now: everything that stands against it, at once. */
async function mayAsk(world: World, name: OperationName, order: unknown): Promise<void> {
  const session = world.vault.session()
  const reading = session ? (await world.ledger.read()).reading : null
  const now = world.now()
  const toCaller = objectionsToCaller(name, session, reading, now)
  // Whoever has no business here need not hear what the office lacks.
  if (!session || !reading || toCaller.some(({ rule }) => rule === null) || !isGuarded(name, reading)) return refuseIfAny(toCaller)
  refuseIfAny([...toCaller, ...objectionsToWorkplace(name, order, reading, { session, machine: await world.workstation.identity(), now })])
}
