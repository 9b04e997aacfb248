import type { OperationName } from './contract.ts'
import type { Reading } from './ledger/shelf.ts'
import { objectionsToAccess, objectionsToHandling, objectionsToRoles } from './people/rules.ts'
import type { Person, Role } from './people/person.ts'
import type { Objection } from './refusal.ts'
import { objectionsToCompany, objectionsToCompanyIn } from './subcontracts/rules.ts'
import { worldly } from './refusal.ts'
import type { Instant } from './time.ts'
import type { OrganisationKind, Session } from './vault/vault.ts'

/** Who may ask for an operation, in whose vault, and whether it handles information. */
export interface Permission { roles: readonly Role[] | 'anyone' | 'signed in'; office?: OrganisationKind; handles?: true | OrganisationKind }

const anyone: Permission = { roles: 'anyone' }
const signedIn: Permission = { roles: 'signed in' }
const head: Permission = { roles: ['administrator', 'supervisor', 'cityManager'] }
const headOfContractor: Permission = { roles: ['administrator', 'supervisor'], office: 'contractor' }
const access: Permission = { roles: ['administrator', 'cityManager'] }
const contractsDesk: Permission = { roles: ['administrator', 'supervisor', 'cityManager', 'cityOfficer'] }
const handling: Permission = { roles: ['supervisor', 'worker', 'mediaAdmin'], office: 'contractor', handles: true }
/** Packages are opened on both sides; education and pledge are the contractor's (Art. 7, 8②). */
const receiving: Permission = { roles: ['supervisor', 'worker', 'mediaAdmin', 'cityOfficer', 'cityManager'], handles: 'contractor' }
const office: Permission = { roles: ['supervisor', 'worker', 'mediaAdmin'], office: 'contractor' }
const ofContractor: Permission = { roles: 'signed in', office: 'contractor' }
/** Everybody who works here, and so not an auditor, who only looks. */
const working: Permission = { roles: ['administrator', 'supervisor', 'worker', 'mediaAdmin', 'cityOfficer', 'cityManager'] }
const atWork: Permission = { roles: ['administrator', 'supervisor', 'worker', 'mediaAdmin'], office: 'contractor' }
/** Places, devices and the start of work: whoever answers for them. */
const workplaceDesk: Permission = { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' }
/** Letters are written before anybody may handle information: F-01, F-03 and F-05 come first (Art. 5, 6). */
const writing: Permission = { roles: ['administrator', 'supervisor', 'mediaAdmin', 'worker'], office: 'contractor' }
/** Lists of a contract for its city, on either side. */
const exporting: Permission = { roles: ['administrator', 'supervisor', 'worker', 'mediaAdmin', 'cityOfficer', 'cityManager'] }
const cityDesk: Permission = { roles: ['cityOfficer', 'cityManager'], office: 'city' }
const cityRoom: Permission = { roles: 'signed in', office: 'city' }

/** Every operation is here, or it does not compile. What is not allowed is refused. */
export const permissions: Readonly<Record<OperationName, Permission>> = {
  'vault.status': anyone, 'vault.create': anyone, 'vault.unlock': anyone, 'vault.lock': anyone, 'vault.recover': anyone, 'vault.rescue': anyone,
  'vault.changePassword': signedIn, 'vault.access': signedIn, 'vault.offerFactor': signedIn, 'vault.setFactor': signedIn, 'vault.dropFactor': signedIn, 'vault.requireFactor': access, 'vault.renewRecoveryKey': access, 'vault.publicKeys': signedIn, 'vault.saveKeyNotice': contractsDesk,
  'home.today': signedIn, 'home.settle': { roles: ['supervisor', 'worker', 'mediaAdmin'] },
  'contracts.open': contractsDesk, 'contracts.list': signedIn, 'contracts.addRecipient': { ...head, office: 'contractor' },
  'contracts.agreeService': { ...head, office: 'contractor' }, 'contracts.addCertification': { ...head, office: 'contractor' }, 'contracts.keepCertificate': { ...head, office: 'contractor' }, 'contracts.showCertificate': signedIn, 'contracts.saveCertificate': signedIn, 'contracts.registerKey': contractsDesk, 'contracts.hashFile': contractsDesk,
  'contracts.organisation': signedIn, 'contracts.appoint': headOfContractor, 'contracts.endPost': headOfContractor, 'contracts.changeSupervisor': headOfContractor,
  'contracts.specifications': signedIn, 'contracts.agreeSpecification': headOfContractor, 'contracts.keepSpecification': contractsDesk, 'contracts.readSpecification': signedIn, 'contracts.saveSpecification': signedIn, 'contracts.acknowledgeSpecification': working,
  'people.register': head, 'people.list': signedIn, 'people.recordTraining': head, 'people.signPledge': head,
  'people.giveAccount': { roles: ['administrator', 'cityManager'] }, 'people.resumeAccount': { roles: ['administrator', 'cityManager'] },
  'people.revise': head, 'people.stop': head, 'people.resume': head, 'people.release': head, 'people.handOverKeys': headOfContractor,
  'people.accounts': { roles: ['administrator', 'supervisor', 'auditor', 'mediaAdmin', 'cityManager'] }, 'people.suspendAccount': access, 'people.revokeAccount': access, 'people.changeRoles': access, 'people.removeFactor': access,
  'staffing.holdTraining': headOfContractor, 'staffing.sessions': ofContractor, 'staffing.showMaterial': ofContractor, 'staffing.questions': headOfContractor, 'staffing.setQuestions': headOfContractor, 'staffing.testPaper': ofContractor, 'staffing.sitTest': atWork,
  'staffing.pledgeTexts': ofContractor, 'staffing.addPledgeText': headOfContractor, 'staffing.signOnScreen': atWork, 'staffing.keepSignedPledge': headOfContractor, 'staffing.acceptInstead': headOfContractor, 'staffing.endPledge': headOfContractor, 'staffing.showPledge': headOfContractor,
  'staffing.cards': ofContractor, 'staffing.issueCard': headOfContractor, 'staffing.keepPhoto': headOfContractor, 'staffing.showPhoto': ofContractor, 'staffing.returnCard': headOfContractor, 'staffing.loseCard': atWork, 'staffing.reportLostCard': headOfContractor, 'staffing.recordVisit': atWork,
  'staffing.checkItems': ofContractor, 'staffing.setCheckItems': headOfContractor, 'staffing.selfChecks': ofContractor, 'staffing.recordSelfCheck': { roles: ['supervisor'], office: 'contractor' }, 'staffing.correctItem': { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' }, 'staffing.closeSelfCheck': { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' },
  'media.register': { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' }, 'media.list': ofContractor,
  'media.drives': { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' },
  'media.labels': { roles: ['supervisor', 'mediaAdmin', 'worker'], office: 'contractor' }, 'media.takeStock': { roles: ['supervisor', 'mediaAdmin', 'worker'], office: 'contractor' }, 'media.stockTakes': ofContractor, 'media.reportLost': atWork, 'media.losses': ofContractor, 'media.findAgain': { roles: ['supervisor', 'mediaAdmin'], office: 'contractor' },
  'media.reportBroken': { roles: ['supervisor', 'mediaAdmin'], office: 'contractor' }, 'media.giveBack': { roles: ['supervisor', 'mediaAdmin', 'worker'], office: 'contractor' },
  'media.bringBack': { roles: ['supervisor', 'worker', 'mediaAdmin'], office: 'contractor' },
  'viruses.scanner': ofContractor, 'viruses.scan': handling, 'viruses.list': ofContractor,
  'handovers.designate': { roles: ['supervisor', 'worker', 'mediaAdmin'], office: 'contractor' }, 'handovers.list': ofContractor, 'handovers.items': ofContractor,
  'handovers.look': handling, 'handovers.receive': handling, 'handovers.noteDifference': { ...handling, roles: ['supervisor'] },
  'receipts.issue': handling, 'receipts.list': ofContractor, 'receipts.save': { ...handling, roles: ['supervisor', 'worker', 'mediaAdmin'] },
  'receipts.show': ofContractor, 'receipts.acknowledge': handling,
  'packages.items': ofContractor, 'packages.seal': handling, 'packages.list': ofContractor,
  'packages.planSplit': handling, 'packages.writeToMedium': handling, 'packages.writings': ofContractor, 'packages.verify': receiving, 'packages.open': receiving,
  'mailings.checkTracking': ofContractor, 'mailings.draft': handling, 'mailings.confirmShinten': handling, 'mailings.dispatch': handling,
  'mailings.tellKey': handling, 'mailings.arrive': handling, 'mailings.returned': handling, 'mailings.confirmReceipt': handling, 'mailings.inquire': handling, 'mailings.reportMissing': handling, 'mailings.attachSlip': handling, 'mailings.showSlip': ofContractor, 'mailings.saveSlip': handling, 'mailings.print': handling, 'mailings.withdraw': handling, 'mailings.list': ofContractor,
  'services.list': ofContractor, 'services.layDown': { ...head, office: 'contractor' },
  'post.server': ofContractor, 'post.setServer': { roles: ['administrator', 'supervisor'], office: 'contractor' }, 'post.dropServer': { roles: ['administrator', 'supervisor'], office: 'contractor' }, 'post.tryServer': { roles: ['administrator', 'supervisor'], office: 'contractor' },
  'mails.send': handling, 'mails.settleSending': handling, 'mails.misdirected': handling,
  'mails.draft': handling, 'mails.confirmRecipients': handling, 'mails.sent': handling, 'mails.tellKey': handling, 'mails.received': handling, 'mails.withdraw': handling, 'mails.list': ofContractor,
  'carryOuts.apply': handling, 'carryOuts.approve': { ...handling, roles: ['supervisor'] }, 'carryOuts.permit': handling, 'carryOuts.goOut': handling, 'carryOuts.confirmReturn': handling, 'carryOuts.recordErasure': handling,
  // What only stops something, or says that it is late or lost, waits for nothing.
  'carryOuts.reject': { roles: ['supervisor'], office: 'contractor' }, 'carryOuts.withdraw': office, 'carryOuts.remind': office, 'carryOuts.reportLost': atWork, 'carryOuts.list': ofContractor, 'carryOuts.alarm': ofContractor, 'carryOuts.setAlarm': { ...head, office: 'contractor' },
  // Whoever is there may report; the supervisor issues, and answers to the city.
  'incidents.list': ofContractor, 'incidents.begin': atWork, 'incidents.complete': atWork, 'incidents.note': atWork, 'incidents.report': { roles: ['supervisor'], office: 'contractor' },
  'incidents.publish': { roles: ['supervisor'], office: 'contractor' }, 'incidents.close': { roles: ['supervisor'], office: 'contractor' }, 'incidents.dismiss': { roles: ['supervisor'], office: 'contractor' }, 'incidents.liftFreeze': { roles: ['supervisor'], office: 'contractor' },
  'incidents.limit': ofContractor, 'incidents.setLimit': headOfContractor,
  'audits.list': ofContractor, 'audits.begin': writing, 'audits.hold': writing, 'audits.ask': writing, 'audits.answer': writing, 'audits.find': headOfContractor, 'audits.correct': writing, 'audits.confirm': workplaceDesk, 'audits.close': { roles: ['supervisor'], office: 'contractor' },
  'cancellations.list': ofContractor, 'cancellations.record': headOfContractor, 'cancellations.withdraw': headOfContractor,
  'consultations.list': ofContractor, 'consultations.draft': writing, 'consultations.agree': headOfContractor,
  'freezes.standing': ofContractor, 'freezes.erasures': ofContractor, 'freezes.callOff': atWork, 'freezes.list': ofContractor, 'freezes.begin': headOfContractor, 'freezes.lift': { roles: ['supervisor'], office: 'contractor' },
  'disposals.plan': handling, 'disposals.requestNotice': handling, 'disposals.requestWitness': handling, 'disposals.submitNotice': handling, 'disposals.confirmNotice': handling, 'disposals.withdraw': handling, 'disposals.list': ofContractor,
  'disposals.saveSeed': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.wipe': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.recordDestruction': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.verify': handling, 'disposals.wipes': ofContractor,
  'disposals.lookAtFiles': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.wipeFiles': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.abilities': { ...handling, roles: ['mediaAdmin', 'supervisor'] },
  'disposals.command': { ...handling, roles: ['mediaAdmin', 'supervisor'] }, 'disposals.recordExternal': { ...handling, roles: ['mediaAdmin', 'supervisor'] },
  'disposals.issueNotice': handling, 'disposals.certify': handling, 'disposals.report': handling,
  'disposals.wipeVault': { ...handling, roles: ['mediaAdmin', 'supervisor'] },
  'settlement.balance': ofContractor, 'settlement.handBacks': ofContractor, 'settlement.returnItems': handling, 'settlement.deliverItems': handling, 'contracts.close': { roles: ['administrator', 'supervisor'], office: 'contractor' },
  'places.register': workplaceDesk, 'places.change': workplaceDesk, 'places.submit': workplaceDesk, 'places.decide': workplaceDesk, 'places.retire': workplaceDesk, 'places.list': ofContractor,
  'devices.register': workplaceDesk, 'devices.move': workplaceDesk, 'devices.recognise': workplaceDesk, 'devices.retire': workplaceDesk, 'devices.list': ofContractor, 'devices.look': ofContractor,
  'devices.check': workplaceDesk, 'devices.checks': ofContractor, 'devices.leakProne': ofContractor, 'devices.changeLeakProne': workplaceDesk,
  'workplace.readiness': ofContractor, 'workplace.start': { roles: ['administrator', 'supervisor'], office: 'contractor' }, 'workplace.workAt': atWork, 'workplace.here': ofContractor,
  'workplace.registerEmergencyPlan': workplaceDesk, 'workplace.emergencyPlan': ofContractor, 'workplace.agreeDemarcation': { roles: ['administrator', 'supervisor'], office: 'contractor' },
  'subcontracts.draft': { ...head, office: 'contractor' }, 'subcontracts.revise': { ...head, office: 'contractor' }, 'subcontracts.apply': { ...head, office: 'contractor' }, 'subcontracts.decide': { ...head, office: 'contractor' },
  'subcontracts.agree': { ...head, office: 'contractor' }, 'subcontracts.start': { ...head, office: 'contractor' }, 'subcontracts.inspect': { ...head, office: 'contractor' }, 'subcontracts.end': { ...head, office: 'contractor' }, 'subcontracts.withdraw': { ...head, office: 'contractor' }, 'subcontracts.list': ofContractor,
  'copies.request': handling, 'copies.approve': { ...handling, roles: ['supervisor'] }, 'copies.decline': { ...handling, roles: ['supervisor'] }, 'copies.withdraw': handling, 'copies.make': handling, 'copies.end': handling, 'copies.list': ofContractor,
  // Refused inside, where the attempt is written down first.
  'copies.print': atWork, 'custody.chain': ofContractor,
  'faxes.request': handling, 'faxes.approve': { ...handling, roles: ['supervisor'] }, 'faxes.decline': { ...handling, roles: ['supervisor'] }, 'faxes.withdraw': handling, 'faxes.sent': handling, 'faxes.arrived': handling, 'faxes.list': ofContractor,
  'provisions.apply': handling, 'provisions.consent': handling, 'provisions.refuse': handling, 'provisions.provide': handling, 'provisions.withdraw': handling, 'provisions.list': ofContractor,
  'exceptions.list': signedIn,
  'forms.offered': ofContractor, 'forms.preview': ofContractor, 'forms.issue': writing, 'forms.saveDraft': writing, 'forms.settings': ofContractor, 'forms.adopt': { ...head, office: 'contractor' }, 'forms.numbering': { ...head, office: 'contractor' }, 'forms.template': ofContractor,
  'corrections.record': { roles: ['administrator', 'supervisor', 'mediaAdmin'], office: 'contractor' }, 'corrections.list': ofContractor, 'corrections.words': ofContractor,
  'reports.decide': { ...head, office: 'contractor' }, 'reports.procedure': ofContractor,
  'requests.receive': writing, 'requests.list': ofContractor, 'requests.answer': writing, 'requests.accept': writing, 'requests.withdraw': { ...head, office: 'contractor' },
  'documents.correct': writing, 'documents.cancel': { ...head, office: 'contractor' }, 'documents.submit': writing,
  'documents.verify': signedIn,
  'contracts.lookAtKey': contractsDesk, 'contracts.revokeKey': head,
  'cityOffice.numberings': cityRoom, 'cityOffice.setNumbering': cityDesk, 'cityOffice.designate': cityDesk, 'cityOffice.designations': cityRoom, 'cityOffice.withdrawDesignation': cityDesk,
  'cityOffice.answer': cityDesk, 'cityOffice.nextApprovalNo': cityRoom, 'cityOffice.answers': cityRoom, 'cityOffice.saveAnswer': cityDesk, 'cityOffice.counterSign': cityDesk,
  'cityOffice.settlement': cityRoom, 'cityOffice.saveSettlement': cityDesk, 'cityOffice.ledgersKnown': cityRoom, 'cityOffice.proveLedger': cityDesk, 'cityOffice.decideRestoring': cityDesk,
  // What an answer does is asked for once more inside, of whoever takes it in.
  'answers.take': { roles: ['administrator', 'supervisor', 'worker', 'mediaAdmin'], office: 'contractor' }, 'answers.list': ofContractor, 'answers.saveConsistency': { roles: ['administrator', 'supervisor', 'mediaAdmin', 'worker'], office: 'contractor' },
  'city.import': cityDesk, 'city.number': cityDesk, 'city.imported': { roles: 'signed in', office: 'city' }, 'city.acknowledge': cityDesk,
  'city.comparePaper': cityDesk, 'city.runs': { roles: 'signed in', office: 'city' }, 'city.run': { roles: 'signed in', office: 'city' }, 'city.checkRun': { roles: 'signed in', office: 'city' }, 'city.saveRun': cityDesk,
  'documents.export': exporting, 'documents.checkExport': signedIn, 'documents.checkCp932': ofContractor, 'evidence.pack': { roles: ['administrator', 'supervisor', 'auditor', 'cityManager', 'cityOfficer'] },
  'ledgers.list': signedIn, 'ledgers.page': signedIn, 'ledgers.choices': signedIn, 'ledgers.history': signedIn, 'ledgers.views': signedIn, 'ledgers.saveView': signedIn, 'ledgers.dropView': signedIn,
  'ledgers.export': { roles: ['administrator', 'supervisor', 'mediaAdmin', 'auditor', 'cityOfficer', 'cityManager'] },
  'ledger.entries': { roles: ['administrator', 'supervisor', 'auditor', 'mediaAdmin', 'cityManager', 'cityOfficer'] },
  'ledger.verify': signedIn,
  'backup.state': signedIn, 'backup.setPlan': access, 'backup.make': access, 'backup.verify': access, 'backup.list': access, 'backup.tellCity': head, 'backup.continueNumbers': { ...head, office: 'contractor' },
  // On a machine without a vault nobody can be signed in; who may restore is asked inside, of whoever's key opens the backup.
  'backup.read': anyone, 'backup.restore': anyone,
  'ledger.export': { roles: ['administrator', 'supervisor', 'auditor', 'cityManager'] },
}

/** What is asked before anybody is known. */
export const isForAnyone = (name: OperationName): boolean => permissions[name].roles === 'anyone'

/** All that stands against this caller: locked, another's office, R-01 and R-02. Nothing, for what anyone may ask. */
export function objectionsToCaller(name: OperationName, session: Session | null, reading: Reading | null, now: Instant): Objection[] {
  if (isForAnyone(name)) return []
  const person = session ? reading?.get('person', session.personId) : undefined
  return person && reading ? objectionsToPerson(name, person, reading, now) : [worldly('vault-locked', {})]
}

/** The same of a person, whether they ask themselves or sign beside someone who does. `contractId`: whose approval of their company counts; null: any. */
export function objectionsToPerson(name: OperationName, person: Person, reading: Reading, now: Instant, contractId: string | null = null): Objection[] {
  const { roles, office, handles } = permissions[name]
  const shutOut = objectionsToAccess(person)
  if (shutOut.length > 0) return shutOut
  if (office && reading.get('office', 'office')?.organisation.kind !== office) return [worldly('office-of-other-kind', { needs: office })]
  // A role of the other kind of office counts for nothing here, however it came to be written.
  const strange = objectionsToRoles(reading, person.roles).length > 0
  if (roles !== 'signed in' && roles !== 'anyone' && !person.roles.some((role) => roles.includes(role) && (!strange || objectionsToRoles(reading, [role]).length === 0))) {
    return [{ code: 'not-your-office', article: '11(1)', rule: null, facts: { needs: roles.join(',') } }]
  }
  return handles === true || handles === reading.get('office', 'office')?.organisation.kind ? [...objectionsToHandling(person, now), ...(contractId === null ? objectionsToCompany(reading, person, now) : objectionsToCompanyIn(reading, contractId, person, now))] : []
}
