import { everyOperation, type Counted } from './world-calls.ts'

/** Where operations are walked with every call of theirs failing in its turn: `slow-world-calls.test.ts` is the articles, the others are called as they are here. */
export type WalkName = 'scenes' | 'between offices' | 'at the door' | 'after a loss' | 'articles'

/** Operations that nobody walks, each with its reason. There is none. */
export const notWalked: Readonly<Record<string, string>> = {}

/** The walk that answers for each operation of the contract. A new one gets a scene in `scenes.ts`, or is asked by a test of an article; then it is named here. */
const walks: Readonly<Record<WalkName, Readonly<Record<string, string>>>> = {
  scenes: {
    vault: 'create changePassword access publicKeys',
    contracts: 'open list addRecipient addCertification keepCertificate saveCertificate organisation appoint specifications keepSpecification saveSpecification acknowledgeSpecification hashFile',
    people: 'register list recordTraining signPledge giveAccount',
    staffing: 'questions pledgeTexts',
    places: 'register',
    devices: 'register recognise list look check checks leakProne',
    workplace: 'start here registerEmergencyPlan emergencyPlan',
    media: 'register stockTakes drives',
    handovers: 'designate receive',
    receipts: 'issue',
    disposals: 'plan requestNotice requestWitness submitNotice confirmNotice issueNotice',
    settlement: 'deliverItems',
    packages: 'seal writeToMedium',
    mailings: 'checkTracking draft confirmShinten dispatch saveSlip',
    subcontracts: 'draft apply decide agree start end',
    provisions: 'apply withdraw',
    forms: 'saveDraft settings',
    reports: 'procedure',
    ledgers: 'page choices views saveView dropView export',
  },
  'between offices': {
    vault: 'saveKeyNotice',
    contracts: 'lookAtKey',
    receipts: 'acknowledge',
    documents: 'export checkExport checkCp932 verify',
    city: 'import number comparePaper runs run checkRun saveRun imported acknowledge',
    cityOffice: 'numberings setNumbering designate designations withdrawDesignation answer nextApprovalNo answers saveAnswer counterSign settlement saveSettlement ledgersKnown proveLedger',
    answers: 'take list saveConsistency',
  },
  'at the door': {
    vault: 'recover offerFactor setFactor dropFactor requireFactor renewRecoveryKey',
    contracts: 'revokeKey',
    ledger: 'entries verify export',
    evidence: 'pack',
    backup: 'state setPlan make verify list read',
  },
  'after a loss': {
    vault: 'rescue',
    contracts: 'registerKey',
    people: 'removeFactor',
    cityOffice: 'decideRestoring',
    backup: 'restore tellCity continueNumbers',
  },
  articles: {
    vault: 'status unlock lock',
    home: 'today settle',
    contracts: 'agreeService showCertificate endPost changeSupervisor agreeSpecification readSpecification close',
    people: 'resumeAccount revise stop resume release handOverKeys accounts suspendAccount revokeAccount changeRoles',
    staffing: 'holdTraining sessions showMaterial setQuestions testPaper sitTest addPledgeText signOnScreen keepSignedPledge acceptInstead endPledge showPledge cards issueCard keepPhoto showPhoto returnCard loseCard reportLostCard recordVisit checkItems setCheckItems selfChecks recordSelfCheck correctItem closeSelfCheck',
    places: 'change submit decide retire list',
    devices: 'move retire changeLeakProne',
    workplace: 'readiness workAt agreeDemarcation',
    media: 'list bringBack labels takeStock reportLost losses findAgain reportBroken giveBack',
    viruses: 'scanner scan list',
    handovers: 'list items look noteDifference',
    receipts: 'list save show',
    custody: 'chain',
    disposals: 'withdraw list wipe lookAtFiles wipeFiles wipeVault abilities command recordExternal recordDestruction verify wipes saveSeed certify report',
    settlement: 'balance returnItems handBacks',
    packages: 'items list planSplit verify open writings',
    mailings: 'tellKey arrive returned confirmReceipt inquire reportMissing attachSlip showSlip print withdraw list',
    services: 'list layDown',
    post: 'server setServer dropServer tryServer',
    mails: 'draft confirmRecipients send settleSending misdirected sent tellKey received withdraw list',
    carryOuts: 'apply approve permit reject withdraw goOut remind recordErasure confirmReturn reportLost list alarm setAlarm',
    incidents: 'list begin complete note report publish close dismiss liftFreeze limit setLimit',
    freezes: 'standing erasures callOff list begin lift',
    subcontracts: 'revise inspect withdraw list',
    copies: 'request approve decline withdraw make print end list',
    faxes: 'request approve decline withdraw sent arrived list',
    provisions: 'consent refuse provide list',
    exceptions: 'list',
    consultations: 'list draft agree',
    forms: 'offered preview issue adopt numbering template',
    corrections: 'record list words',
    reports: 'decide',
    audits: 'list begin hold ask answer find correct confirm close',
    cancellations: 'list record withdraw',
    requests: 'receive list answer accept withdraw',
    documents: 'correct cancel submit',
    ledgers: 'list history',
  },
}

export const walkedBy = (name: WalkName): string[] => Object.entries(walks[name]).flatMap(([group, operations]) => operations.split(' ').map((operation) => `${group}.${operation}`))

/** Operations for which nobody answers, those for which two do, and those that the contract does not have; each as a sentence. */
export function againstContract(known = everyOperation()): string[] {
  const named = [...(Object.keys(walks) as WalkName[]).flatMap(walkedBy), ...Object.keys(notWalked)]
  return [
    ...known.filter((name) => !named.includes(name)).map((name) => `${name} is walked by nobody: give it a scene in test/faults/scenes.ts, and name it in test/faults/walked.ts`),
    ...named.filter((name, i) => named.indexOf(name) !== i).map((name) => `${name} is answered for twice`),
    ...named.filter((name) => !known.includes(name)).map((name) => `${name} is no operation of the contract`),
  ]
}

/** What a walk answers for and did not walk. */
export const leftOut = (name: WalkName, { operations }: Pick<Counted, 'operations'>): string[] => walkedBy(name).filter((one) => !operations.has(one))
