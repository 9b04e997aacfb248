import type { OperationName } from '../contract.ts'

/**
 * Every operation that handles information anew under a contract: receiving, opening, copying, carrying out, sending, giving to others, and
 * the beginning of any of it (Art. 19①). A test walks the whole contract: what is not here is in `goesOnAfterCancellation`, with its reason.
 */
export const stoppedByCancellation: ReadonlySet<OperationName> = new Set<OperationName>([
  'workplace.start', 'handovers.designate', 'handovers.receive', 'packages.open',
  'copies.request', 'copies.approve', 'copies.make',
  'carryOuts.apply', 'carryOuts.approve', 'carryOuts.goOut',
  'mailings.draft', 'mailings.confirmShinten', 'mailings.dispatch', 'mailings.tellKey',
  'mails.draft', 'mails.confirmRecipients', 'mails.send', 'mails.sent', 'mails.tellKey',
  'faxes.request', 'faxes.approve', 'faxes.sent',
  'provisions.apply', 'provisions.provide',
  'subcontracts.draft', 'subcontracts.revise', 'subcontracts.apply', 'subcontracts.agree', 'subcontracts.start',
])

/** What begins something new, whatever came before: stopped by a cancelled part too, where its notice says so. */
export const beginsNew: ReadonlySet<OperationName> = new Set<OperationName>([
  'workplace.start', 'handovers.designate', 'handovers.receive', 'packages.open', 'subcontracts.draft', 'subcontracts.revise', 'subcontracts.apply', 'subcontracts.agree', 'subcontracts.start',
])

/** What goes back to the city by post or mail is given back (Art. 15①): stopped only where somebody else is addressed. */
export const goesOnTowardsCity: ReadonlySet<OperationName> = new Set<OperationName>([
  'mailings.draft', 'mailings.confirmShinten', 'mailings.dispatch', 'mailings.tellKey', 'mails.draft', 'mails.confirmRecipients', 'mails.send', 'mails.sent', 'mails.tellKey',
])

/** What tells of something that left: heard as long as it left before. */
export const heardOfEarlier: ReadonlySet<OperationName> = new Set<OperationName>(['mails.sent', 'faxes.sent'])

const SHOWS = 'only shows or looks'
const GIVES_BACK = 'gives back, or hands to the city what is its own (15①)'
const ENDS = 'plans, does, proves or certifies erasing and disposing (15②–⑤)'
const TELLS = 'tells of what has happened, or of what became of something that left before'
const TAKES_BACK = 'takes back or declines what has not happened yet'
const CITY_SAYS = 'what the city says is heard'
const REPORTS = 'notices, reports, letters and answers go on (15⑤, 16, 17, 18)'
const SAFE = 'keeps safe what is still here, and those who handle it in order'
const DOOR = 'the office, its door and its ledger; no contract'
const WRITTEN_FIRST = 'refused inside, where the attempt is written down first (11(8))'
const RECEIVED = 'what was received gets its receipt (14)'

const reasons: Readonly<Record<string, readonly OperationName[]>> = {
  [SHOWS]: [
    'home.today', 'contracts.list', 'contracts.showCertificate', 'contracts.saveCertificate', 'contracts.organisation', 'contracts.specifications', 'contracts.readSpecification', 'contracts.saveSpecification', 'contracts.hashFile', 'contracts.lookAtKey',
    'people.list', 'people.accounts', 'staffing.sessions', 'staffing.showMaterial', 'staffing.questions', 'staffing.testPaper', 'staffing.pledgeTexts', 'staffing.showPledge', 'staffing.cards', 'staffing.showPhoto', 'staffing.checkItems', 'staffing.selfChecks',
    'media.list', 'media.drives', 'media.stockTakes', 'media.losses', 'viruses.scanner', 'viruses.list', 'handovers.list', 'handovers.items', 'handovers.look', 'receipts.list', 'receipts.show', 'custody.chain',
    'packages.items', 'packages.list', 'packages.planSplit', 'packages.verify', 'packages.writings', 'mailings.checkTracking', 'mailings.showSlip', 'mailings.saveSlip', 'mailings.list', 'services.list', 'post.server', 'mails.list',
    'carryOuts.list', 'carryOuts.alarm', 'incidents.list', 'incidents.limit', 'freezes.list', 'freezes.standing', 'freezes.erasures', 'consultations.list', 'audits.list', 'cancellations.list', 'settlement.balance', 'settlement.handBacks', 'disposals.list', 'disposals.wipes', 'disposals.lookAtFiles', 'disposals.abilities',
    'places.list', 'devices.list', 'devices.look', 'devices.checks', 'devices.leakProne', 'workplace.readiness', 'workplace.here', 'workplace.emergencyPlan', 'subcontracts.list', 'copies.list', 'faxes.list', 'provisions.list', 'exceptions.list',
    'forms.offered', 'forms.preview', 'forms.saveDraft', 'forms.settings', 'forms.template', 'corrections.list', 'corrections.words', 'reports.procedure', 'requests.list', 'answers.list', 'documents.verify', 'documents.checkCp932', 'documents.checkExport',
    'ledgers.list', 'ledgers.page', 'ledgers.choices', 'ledgers.history', 'ledgers.views', 'ledger.entries', 'ledger.verify', 'backup.state', 'backup.list', 'backup.read',
  ],
  [GIVES_BACK]: ['settlement.returnItems', 'settlement.deliverItems', 'media.giveBack', 'packages.seal', 'packages.writeToMedium', 'mailings.print', 'mailings.attachSlip'],
  [ENDS]: [
    'disposals.plan', 'disposals.requestNotice', 'disposals.requestWitness', 'disposals.submitNotice', 'disposals.confirmNotice', 'disposals.withdraw', 'disposals.wipe', 'disposals.wipeFiles', 'disposals.wipeVault', 'disposals.command', 'disposals.recordExternal', 'disposals.recordDestruction',
    'disposals.verify', 'disposals.saveSeed', 'disposals.issueNotice', 'disposals.certify', 'disposals.report', 'copies.end', 'subcontracts.inspect', 'subcontracts.end', 'contracts.close',
  ],
  [TELLS]: [
    'mailings.arrive', 'mailings.returned', 'mailings.confirmReceipt', 'mailings.inquire', 'mailings.reportMissing', 'mails.settleSending', 'mails.misdirected', 'mails.received', 'carryOuts.remind', 'carryOuts.recordErasure', 'carryOuts.confirmReturn', 'carryOuts.reportLost', 'carryOuts.setAlarm', 'faxes.arrived',
    'media.reportLost', 'media.findAgain', 'media.reportBroken', 'media.bringBack', 'home.settle', 'corrections.record',
  ],
  [TAKES_BACK]: ['mailings.withdraw', 'mails.withdraw', 'carryOuts.reject', 'carryOuts.withdraw', 'copies.decline', 'copies.withdraw', 'faxes.decline', 'faxes.withdraw', 'provisions.refuse', 'provisions.withdraw', 'subcontracts.withdraw', 'requests.withdraw', 'cancellations.withdraw', 'freezes.callOff'],
  [CITY_SAYS]: ['cancellations.record', 'carryOuts.permit', 'provisions.consent', 'subcontracts.decide', 'answers.take', 'receipts.acknowledge', 'requests.receive', 'requests.accept', 'contracts.agreeService', 'contracts.agreeSpecification', 'services.layDown'],
  [WRITTEN_FIRST]: ['copies.print'],
  [RECEIVED]: ['handovers.noteDifference', 'receipts.issue', 'receipts.save'],
  [REPORTS]: [
    'incidents.begin', 'incidents.complete', 'incidents.note', 'incidents.report', 'incidents.publish', 'incidents.close', 'incidents.dismiss', 'incidents.liftFreeze', 'incidents.setLimit', 'freezes.begin', 'freezes.lift',
    'consultations.draft', 'consultations.agree', 'audits.begin', 'audits.hold', 'audits.ask', 'audits.answer', 'audits.find', 'audits.correct', 'audits.confirm', 'audits.close',
    'forms.issue', 'forms.adopt', 'forms.numbering', 'reports.decide', 'requests.answer', 'documents.correct', 'documents.cancel', 'documents.submit', 'documents.export', 'evidence.pack', 'answers.saveConsistency', 'ledgers.export', 'ledger.export', 'ledgers.saveView', 'ledgers.dropView',
  ],
  [SAFE]: [
    'contracts.addRecipient', 'contracts.addCertification', 'contracts.keepCertificate', 'contracts.registerKey', 'contracts.revokeKey', 'contracts.appoint', 'contracts.endPost', 'contracts.changeSupervisor', 'contracts.keepSpecification', 'contracts.acknowledgeSpecification',
    'people.register', 'people.recordTraining', 'people.signPledge', 'people.giveAccount', 'people.resumeAccount', 'people.revise', 'people.stop', 'people.resume', 'people.release', 'people.handOverKeys', 'people.suspendAccount', 'people.revokeAccount', 'people.changeRoles', 'people.removeFactor',
    'staffing.holdTraining', 'staffing.setQuestions', 'staffing.sitTest', 'staffing.addPledgeText', 'staffing.signOnScreen', 'staffing.keepSignedPledge', 'staffing.acceptInstead', 'staffing.endPledge', 'staffing.issueCard', 'staffing.keepPhoto', 'staffing.returnCard', 'staffing.loseCard', 'staffing.reportLostCard',
    'staffing.recordVisit', 'staffing.setCheckItems', 'staffing.recordSelfCheck', 'staffing.correctItem', 'staffing.closeSelfCheck', 'media.register', 'media.labels', 'media.takeStock', 'viruses.scan',
    'places.register', 'places.change', 'places.submit', 'places.decide', 'places.retire', 'devices.register', 'devices.move', 'devices.recognise', 'devices.retire', 'devices.check', 'devices.changeLeakProne', 'workplace.workAt', 'workplace.registerEmergencyPlan', 'workplace.agreeDemarcation',
  ],
  [DOOR]: [
    'vault.status', 'vault.create', 'vault.unlock', 'vault.lock', 'vault.recover', 'vault.rescue', 'vault.changePassword', 'vault.access', 'vault.offerFactor', 'vault.setFactor', 'vault.dropFactor', 'vault.requireFactor', 'vault.renewRecoveryKey', 'vault.publicKeys', 'vault.saveKeyNotice',
    'contracts.open', 'post.setServer', 'post.dropServer', 'post.tryServer', 'backup.setPlan', 'backup.make', 'backup.verify', 'backup.restore', 'backup.tellCity', 'backup.continueNumbers',
    'cityOffice.numberings', 'cityOffice.setNumbering', 'cityOffice.designate', 'cityOffice.designations', 'cityOffice.withdrawDesignation', 'cityOffice.answer', 'cityOffice.nextApprovalNo', 'cityOffice.answers', 'cityOffice.saveAnswer', 'cityOffice.counterSign', 'cityOffice.settlement', 'cityOffice.saveSettlement',
    'cityOffice.ledgersKnown', 'cityOffice.proveLedger', 'cityOffice.decideRestoring', 'city.import', 'city.number', 'city.comparePaper', 'city.runs', 'city.run', 'city.checkRun', 'city.saveRun', 'city.imported', 'city.acknowledge',
  ],
}

/** What goes on, each with its reason. */
export const goesOnAfterCancellation: ReadonlyMap<OperationName, string> = new Map(Object.entries(reasons).flatMap(([why, names]) => names.map((name) => [name, why] as const)))
