import * as z from 'zod'
import { Alarm, ApplyCarryOut, ApproveCarryOut, CarryOut, ConfirmReturn, GoOut, PermitCarryOut, RecordErasure, RejectCarryOut, Remind, ReportCarryOutLost, WithdrawCarryOut } from './carryouts/carry-out.ts'
import { AddCertification, AddRecipient, AgreeDemarcation, AgreeService, ContractId, ContractOfWork, OpenContract, RegisterKey } from './contracts/contract-of-work.ts'
import { CheckDevice, DeviceCheck, LookedAt } from './devices/check.ts'
import { Device, MoveDevice, RecogniseDevice, RegisterDevice, RetireDevice } from './devices/device.ts'
import { LeakProne, ListLeakProne } from './devices/leak-prone.ts'
import { ApproveCopy, Copy, DeclineCopy, EndCopy, Made, MakeCopy, PrintCopy, RequestCopy, WithdrawCopy } from './copies/copy.ts'
import { Chain } from './custody/hop.ts'
import { ExceptionUsed } from './exceptions/exception-used.ts'
import { ApproveFax, DeclineFax, Fax, FaxArrived, FaxSent, RequestFax, WithdrawFax } from './faxes/fax.ts'
import { ApplyProvision, ConsentProvision, Provide, Provision, RefuseProvision, WithdrawProvision } from './provisions/provision.ts'
import { AgreeSubcontract, ApplySubcontract, DecideSubcontract, DraftSubcontract, EndSubcontract, InspectSubcontractor, ReviseSubcontract, StartSubcontract, Subcontract, WithdrawSubcontract } from './subcontracts/subcontract.ts'
import { ImportedDocument, IssuedDocument, Verification } from './documents/document.ts'
import { LetterForm } from './documents/form-letter.ts'
import { ReviseDocument } from './documents/revising.ts'
import { AdoptForm, ComposeForm, FormSetting, FormSettings, IssueForm, Numbering, OfferedForm, PreviewedForm } from './forms/setting.ts'
import { Designate, Handover, HandoverId, NoteDifference, Receive, Received } from './handovers/handover.ts'
import { Item, ItemId } from './handovers/item.ts'
import { Today } from './home/home.ts'
import { IncidentDraft } from './incidents/incident.ts'
import { ConfirmRecipients, DraftMail, Mail, MailReceived, MailSent, Misdirected, SendingProgress, SendMail, SentMail, SettleSending, WithdrawMail } from './mails/mail.ts'
import { MailServer, SetMailServer, TriedServer } from './mails/mail-server.ts'
import { Arrive, AttachSlip, CheckedTracking, CheckTracking, ConfirmReceipt, ConfirmShinten, Dispatch, DraftMailing, Inquire, Mailing, PrintMailing, ReportMissing, Returned, SaveSlip, ShowSlip, TellKey, WithdrawMailing } from './mailings/mailing.ts'
import { LayDownService, ListedService } from './mailings/service.ts'
import { SlipType } from './mailings/slip.ts'
import { Cell, ExportLedger, LedgerExported, LedgerHistory, LedgerPage, LedgerView, PageQuery } from './ledgers/page.ts'
import { LedgerName } from './ledgers/query.ts'
import { FoundDrive } from './media/drive.ts'
import { BringBack, Loss, Medium, PrintLabels, RegisterMedium, ReportBroken, ReportLost, ReturnMedium } from './media/medium.ts'
import { StockTake, TakeStock } from './media/stock-take.ts'
import { Package, Seal, Sealed, SealProgress } from './packages/package.ts'
import { OpenPackage, PackageOpened, PackageVerified, VerifyPackage } from './packages/received.ts'
import { MediumWriting, PlanSplit, SplitPlan, WriteToMedium, Written } from './packages/writing.ts'
import { Appoint, ChangeSupervisor, EndPost, Organisation as Posts } from './contracts/organisation.ts'
import { AgreeSpecification, KeepSpecification, OfVersion, Specifications, SpecificationVersion } from './contracts/specification.ts'
import { ShownFile } from './kept-file.ts'
import { HandOverKeys, Person, PersonId, RecordTraining, RegisterPerson, RevisePerson, SignPledge, StopPerson } from './people/person.ts'
import { IdCard, IssueCard, LoseCard, RecordVisit, ReportLostCard, ReturnCard } from './staffing/id-card.ts'
import { AddPledgeText, EndPledge, KeepSignedPledge, PledgeInstead, PledgeText, SignOnScreen } from './staffing/pledge-text.ts'
import { CheckItems, CorrectItem, OfCheck, RecordSelfCheck, SelfCheck } from './staffing/self-check.ts'
import { HoldTraining, QuestionPaper, SetQuestions, SitTest, TestPaper, TestResult, TrainingSession, TrainingSessionId } from './staffing/training.ts'
import { Account, ChangeRoles, StopAccount } from './vault/account.ts'
import { Balance, CloseContract, DeliverItems, HandBack, ReturnItems } from './settlement/settlement.ts'
import { ChangePlace, DecidePlace, Place, RegisterPlace, RetirePlace, SubmitPlaces } from './places/place.ts'
import { Correction, CorrectRow } from './corrections/correction.ts'
import { AcceptRequest, AnswerRequest, CityRequest, ReceiveRequest, WithdrawRequest } from './requests/request.ts'
import { CityRef, Name, Path } from './text.ts'
import { Instant } from './time.ts'
import { ChangePassword, CreateVault, GiveAccount, PublicKeys, Recover, ResumeAccount, Unlock, VaultCreated, VaultStatus } from './vault/vault.ts'
import { CertifyWipes, IssueNotice } from './wipes/certificate.ts'
import { DriveAbilities, DriveCommandProgress } from './wipes/drive-commands.ts'
import { FilesProgress } from './wipes/files.ts'
import { WipeProgress } from './wipes/overwrite.ts'
import { ConfirmNotice, DisposalPlan, PlanDisposal, PlanId, RequestNotice, RequestWitness, WithdrawPlan } from './wipes/plan.ts'
import { FilesSeen, FilesWiped, GiveCommand, LookAtFiles, RecordDestruction, RecordExternal, RunWipe, SaveSeed, VerifyWipe, Wipe, WipeFiles, WipeVault, Wiped } from './wipes/wipe.ts'
import { Scanner, ScanMedium, ScanProgress, VirusScan } from './viruses/scan.ts'
import { EmergencyPlan, RegisterEmergencyPlan } from './workplace/emergency-plan.ts'
import { Here, SayPlace } from './workplace/here.ts'
import { Readiness, StartWork } from './workplace/start.ts'
import { DecideProcedure, ReportingProcedure } from './reports/procedure.ts'
import { ask, job } from './wire/operation.ts'
import type { DeskOf } from './wire/operation.ts'

const Nothing = z.void()
const OfContract = z.object({ contractId: ContractId })
const Counted = z.object({ done: z.number(), total: z.number() })

/** Everything one can ask of this app, whether from a window, from the command line or from a test. */
export const contract = {
  vault: {
    status: ask(Nothing, VaultStatus),
    create: ask(CreateVault, VaultCreated),
    unlock: ask(Unlock, VaultStatus),
    lock: ask(Nothing, VaultStatus),
    recover: ask(Recover, VaultStatus),
    changePassword: ask(ChangePassword, Nothing),
    publicKeys: ask(Nothing, PublicKeys),
    /** Writes the 公開鍵届 (JSON and p7s) into a folder. */
    saveKeyNotice: ask(z.object({ into: Path }), z.object({ paths: z.array(z.string()) })),
  },
  home: {
    today: ask(Nothing, Today),
    /** What an interruption left begun is written down as abandoned. */
    settle: ask(z.object({ id: z.string().min(1).max(64) }), Today),
  },
  contracts: {
    open: ask(OpenContract, ContractOfWork),
    list: ask(Nothing, z.array(ContractOfWork)),
    addRecipient: ask(AddRecipient, ContractOfWork),
    agreeService: ask(AgreeService, ContractOfWork),
    addCertification: ask(AddCertification, ContractOfWork),
    registerKey: ask(RegisterKey, ContractOfWork),
    /** 体制 (F-01): who answers for what under this contract, and how the supervisor changed. */
    organisation: ask(OfContract, Posts),
    appoint: ask(Appoint, Posts),
    endPost: ask(EndPost, Posts),
    changeSupervisor: ask(ChangeSupervisor, Posts),
    /** 特記仕様書 (Art. 21): its editions, the one in force, and who has read which. */
    specifications: ask(OfContract, Specifications),
    agreeSpecification: ask(AgreeSpecification, SpecificationVersion),
    keepSpecification: ask(KeepSpecification, SpecificationVersion),
    readSpecification: ask(OfVersion, ShownFile),
    saveSpecification: ask(OfVersion.extend({ into: Path }), z.object({ paths: z.array(z.string()) })),
    acknowledgeSpecification: ask(OfVersion, Specifications),
    /** 業務の終了: refused while anything is open. */
    close: ask(CloseContract, ContractOfWork),
    /** The hash of a specification's file, for the form that opens a contract. */
    hashFile: ask(z.object({ path: Path }), z.object({ name: z.string(), size: z.number(), sha256: z.string() })),
  },
  people: {
    register: ask(RegisterPerson, Person),
    list: ask(Nothing, z.array(Person)),
    recordTraining: ask(RecordTraining, z.array(Person)),
    signPledge: ask(SignPledge, Person),
    giveAccount: ask(GiveAccount, Person),
    resumeAccount: ask(ResumeAccount, Person),
    revise: ask(RevisePerson, Person),
    stop: ask(StopPerson, Person),
    resume: ask(StopPerson, Person),
    release: ask(StopPerson, Person),
    handOverKeys: ask(HandOverKeys, Person),
    /** アクセス権限管理簿 (F-21). */
    accounts: ask(Nothing, z.array(Account)),
    suspendAccount: ask(StopAccount, Person),
    revokeAccount: ask(StopAccount, Person),
    changeRoles: ask(ChangeRoles, Person),
  },
  staffing: {
    /** 教育・研修 (F-07). */
    holdTraining: ask(HoldTraining, TrainingSession),
    sessions: ask(Nothing, z.array(TrainingSession)),
    showMaterial: ask(z.object({ sessionId: TrainingSessionId }), ShownFile),
    questions: ask(Nothing, QuestionPaper),
    setQuestions: ask(SetQuestions, QuestionPaper),
    testPaper: ask(Nothing, TestPaper),
    sitTest: ask(SitTest, TestResult),
    /** 誓約書 (F-08). */
    pledgeTexts: ask(Nothing, z.array(PledgeText)),
    addPledgeText: ask(AddPledgeText, PledgeText),
    signOnScreen: ask(SignOnScreen, Person),
    keepSignedPledge: ask(KeepSignedPledge, Person),
    acceptInstead: ask(PledgeInstead, Person),
    endPledge: ask(EndPledge, Person),
    showPledge: ask(z.object({ personId: PersonId }), ShownFile),
    /** 証明書 (F-06). */
    cards: ask(Nothing, z.array(IdCard)),
    issueCard: ask(IssueCard, IdCard),
    returnCard: ask(ReturnCard, IdCard),
    loseCard: ask(LoseCard, IdCard),
    reportLostCard: ask(ReportLostCard, IdCard),
    recordVisit: ask(RecordVisit, IdCard),
    /** 自己点検 (F-04). */
    checkItems: ask(Nothing, CheckItems),
    setCheckItems: ask(CheckItems, CheckItems),
    selfChecks: ask(OfContract, z.array(SelfCheck)),
    recordSelfCheck: ask(RecordSelfCheck, SelfCheck),
    correctItem: ask(CorrectItem, SelfCheck),
    closeSelfCheck: ask(OfCheck, SelfCheck),
  },
  places: {
    register: ask(RegisterPlace, Place),
    /** The place as it will be from a day on. */
    change: ask(ChangePlace, Place),
    submit: ask(SubmitPlaces, z.array(Place)),
    decide: ask(DecidePlace, Place),
    retire: ask(RetirePlace, Place),
    list: ask(OfContract, z.array(Place)),
  },
  devices: {
    register: ask(RegisterDevice, Device),
    move: ask(MoveDevice, Device),
    /** This machine is the device of the register. */
    recognise: ask(RecogniseDevice, Device),
    retire: ask(RetireDevice, Device),
    list: ask(Nothing, z.array(Device)),
    /** What this machine says of itself. */
    look: ask(Nothing, LookedAt),
    check: ask(CheckDevice, DeviceCheck),
    checks: ask(Nothing, z.array(DeviceCheck)),
    leakProne: ask(Nothing, z.array(LeakProne)),
    changeLeakProne: ask(ListLeakProne, z.array(LeakProne)),
  },
  workplace: {
    /** What still stands against the start of work, line by line. */
    readiness: ask(StartWork, Readiness),
    start: ask(StartWork, ContractOfWork),
    /** Where someone with a portable device works from now on. */
    workAt: ask(SayPlace, Here),
    here: ask(Nothing, Here),
    registerEmergencyPlan: ask(RegisterEmergencyPlan, EmergencyPlan),
    emergencyPlan: ask(OfContract, EmergencyPlan.nullable()),
    agreeDemarcation: ask(AgreeDemarcation, ContractOfWork),
  },
  media: {
    register: ask(RegisterMedium, Medium),
    list: ask(Nothing, z.array(Medium)),
    bringBack: ask(BringBack, Medium),
    /** Labels of label paper, written into a folder as a PDF. */
    labels: ask(PrintLabels, z.object({ paths: z.array(z.string()) })),
    takeStock: ask(TakeStock, StockTake),
    stockTakes: ask(Nothing, z.array(StockTake)),
    reportLost: ask(ReportLost, Loss),
    losses: ask(Nothing, z.array(Loss)),
    reportBroken: ask(ReportBroken, Medium),
    giveBack: ask(ReturnMedium, Medium),
    /** What is plugged in now, each with its number in the register, and every reason why it may not be wiped. */
    drives: ask(Nothing, z.array(FoundDrive)),
  },
  viruses: {
    /** The antivirus product that is ready on this machine; none: then a clerk attests. */
    scanner: ask(Nothing, Scanner.nullable()),
    /** 媒体の接続 (F-23): looks through a registered medium. */
    scan: job(ScanMedium, ScanProgress, VirusScan),
    list: ask(Nothing, z.array(VirusScan)),
  },
  handovers: {
    designate: ask(Designate, Handover),
    list: ask(OfContract, z.array(Handover)),
    items: ask(z.object({ handoverId: HandoverId }), z.array(Item)),
    /** Names, sizes and troubles of dropped paths, before anything is taken. */
    look: ask(z.object({ paths: z.array(Path).min(1).max(10_000) }), z.object({
      files: z.array(z.object({ name: z.string(), size: z.number() })), totalBytes: z.number(), troubles: z.array(z.object({ path: z.string(), what: z.string() })),
    })),
    receive: job(Receive, SealProgress, Received),
    noteDifference: ask(NoteDifference, Handover),
  },
  receipts: {
    issue: ask(z.object({ handoverId: HandoverId }), IssuedDocument),
    list: ask(OfContract, z.array(IssuedDocument)),
    /** Writes a document's bodies into a folder, to be handed in. */
    save: ask(z.object({ id: z.string(), into: Path }), z.object({ paths: z.array(z.string()) })),
    /** The PDF as it was issued, for looking at. */
    show: ask(z.object({ id: z.string() }), z.object({ name: z.string(), pdf: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })),
    /** The city's 収受通知 comes back. */
    acknowledge: ask(z.object({ paths: z.array(Path).min(1).max(100) }), z.array(IssuedDocument)),
  },
  disposals: {
    plan: ask(PlanDisposal, DisposalPlan),
    requestNotice: ask(RequestNotice, DisposalPlan),
    requestWitness: ask(RequestWitness, DisposalPlan),
    submitNotice: ask(z.object({ planId: PlanId }), DisposalPlan),
    confirmNotice: ask(ConfirmNotice, DisposalPlan),
    withdraw: ask(WithdrawPlan, DisposalPlan),
    list: ask(OfContract, z.array(DisposalPlan)),
    wipe: job(RunWipe, WipeProgress, Wiped),
    /** What files and folders of a plan hold now, and what stands in the way of wiping them. */
    lookAtFiles: job(LookAtFiles, FilesProgress, FilesSeen),
    wipeFiles: job(WipeFiles, FilesProgress, FilesWiped),
    /** The sealed files of items in the vault. */
    wipeVault: job(WipeVault, FilesProgress, FilesWiped),
    /** What a drive can be told to do to itself. */
    abilities: ask(z.object({ drivePath: z.string().min(1).max(1000) }), DriveAbilities),
    command: job(GiveCommand, DriveCommandProgress, Wiped),
    recordExternal: ask(RecordExternal, Wipe),
    recordDestruction: ask(RecordDestruction, Wipe),
    verify: job(VerifyWipe, WipeProgress, z.object({ outcome: z.enum(['verified', 'abandoned']), wipe: Wipe })),
    wipes: ask(OfContract, z.array(Wipe)),
    /** 消去・廃棄届出書 (F-28), データ消去証明書 (F-30) or 物理破壊証明書 (F-31), 消去・廃棄報告書 (F-30): saved and shown as receipts are. */
    /** The seed of a verified erasure, for whoever reads the medium back elsewhere. */
    saveSeed: ask(SaveSeed, z.object({ paths: z.array(z.string()) })),
    issueNotice: ask(IssueNotice, IssuedDocument),
    certify: ask(CertifyWipes, IssuedDocument),
    report: ask(CertifyWipes, IssuedDocument),
  },
  settlement: {
    /** What came in, how it ended, and what is still open. */
    balance: ask(OfContract, Balance),
    returnItems: ask(ReturnItems, HandBack),
    deliverItems: ask(DeliverItems, HandBack),
    handBacks: ask(OfContract, z.array(HandBack)),
  },
  packages: {
    items: ask(OfContract, z.array(Item)),
    seal: job(Seal, SealProgress, Sealed),
    list: ask(OfContract, z.array(Package)),
    /** What it would need and how it would be cut, before anything is written. */
    planSplit: ask(PlanSplit, SplitPlan),
    /** 検証: after writing, on a stick, after transport. */
    verify: job(VerifyPackage, SealProgress, PackageVerified),
    /** 開梱: by whoever receives a package. */
    open: job(OpenPackage, SealProgress, PackageOpened),
    writeToMedium: job(WriteToMedium, SealProgress, Written),
    /** 書込みの記録. */
    writings: ask(OfContract, z.array(MediumWriting)),
  },
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
  post: {
    /** The office's own server of outgoing mail, without its password. */
    server: ask(Nothing, MailServer.nullable()),
    setServer: ask(SetMailServer, MailServer),
    dropServer: ask(Nothing, Nothing),
    tryServer: ask(Nothing, TriedServer),
  },
  mails: {
    draft: ask(DraftMail, Mail),
    confirmRecipients: ask(ConfirmRecipients, Mail),
    /** Over the office's own server. */
    send: job(SendMail, SendingProgress, SentMail),
    settleSending: ask(SettleSending, Mail),
    misdirected: ask(Misdirected, Mail),
    sent: ask(MailSent, Mail),
    tellKey: ask(TellKey, Mail),
    received: ask(MailReceived, Mail),
    withdraw: ask(WithdrawMail, Mail),
    list: ask(OfContract, z.array(Mail)),
  },
  carryOuts: {
    apply: ask(ApplyCarryOut, CarryOut),
    approve: ask(ApproveCarryOut, CarryOut),
    /** 甲承認: the city's number, its day, and who told it. */
    permit: ask(PermitCarryOut, CarryOut),
    reject: ask(RejectCarryOut, CarryOut),
    withdraw: ask(WithdrawCarryOut, CarryOut),
    /** Written down before the door; the medium is looked at right then. */
    goOut: ask(GoOut, CarryOut),
    remind: ask(Remind, CarryOut),
    /** 搬送先での消去. */
    recordErasure: ask(RecordErasure, CarryOut),
    confirmReturn: ask(ConfirmReturn, CarryOut),
    reportLost: ask(ReportCarryOutLost, CarryOut),
    list: ask(OfContract, z.array(CarryOut)),
    /** after how many hours an incident is drafted. */
    alarm: ask(OfContract, Alarm),
    setAlarm: ask(Alarm, Alarm),
  },
  incidents: { list: ask(OfContract, z.array(IncidentDraft)) },
  subcontracts: {
    draft: ask(DraftSubcontract, Subcontract),
    revise: ask(ReviseSubcontract, Subcontract),
    /** 申請: with all six facts of Art. 9②. */
    apply: ask(ApplySubcontract, Subcontract),
    /** The city's answer: 承認, 条件付承認 or 不承認. */
    decide: ask(DecideSubcontract, Subcontract),
    agree: ask(AgreeSubcontract, Subcontract),
    start: ask(StartSubcontract, Subcontract),
    inspect: ask(InspectSubcontractor, Subcontract),
    end: ask(EndSubcontract, Subcontract),
    withdraw: ask(WithdrawSubcontract, Subcontract),
    list: ask(OfContract, z.array(Subcontract)),
  },
  copies: {
    request: ask(RequestCopy, Copy),
    approve: ask(ApproveCopy, Copy),
    decline: ask(DeclineCopy, Copy),
    withdraw: ask(WithdrawCopy, Copy),
    /** Writes an approved copy out of the vault, whole and read back. */
    make: job(MakeCopy, SealProgress, Made),
    /** Whoever tries to print is written down, whether they may or not. */
    print: ask(PrintCopy, Copy),
    end: ask(EndCopy, Copy),
    list: ask(OfContract, z.array(Copy)),
  },
  /** 流通経路 (Art. 11(9)): hop by hop, with its gaps. */
  custody: { chain: ask(z.object({ itemId: ItemId }), Chain) },
  faxes: {
    request: ask(RequestFax, Fax),
    approve: ask(ApproveFax, Fax),
    decline: ask(DeclineFax, Fax),
    withdraw: ask(WithdrawFax, Fax),
    sent: ask(FaxSent, Fax),
    arrived: ask(FaxArrived, Fax),
    list: ask(OfContract, z.array(Fax)),
  },
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
  forms: {
    /** The letters that can be issued now, each with what it lacks and whether the city asked for it. */
    offered: ask(OfContract, z.array(OfferedForm)),
    /** As it would come out today: its facts, what is missing, and its PDF as a draft. */
    preview: ask(ComposeForm, PreviewedForm),
    issue: ask(IssueForm, IssuedDocument),
    /** The draft's PDF into a folder, to be looked at before it is issued. */
    saveDraft: ask(ComposeForm.extend({ into: Path }), z.object({ paths: z.array(z.string()) })),
    settings: ask(OfContract, FormSettings),
    /** A city's own form, addressee or both; null takes ours again. */
    adopt: ask(AdoptForm, FormSetting),
    numbering: ask(Numbering, FormSettings),
    /** Our own template as text, to be changed into a city's. */
    template: ask(z.object({ form: LetterForm }), z.object({ name: z.string(), text: z.string() })),
  },
  corrections: {
    /** A descriptive word of a row said anew; the old one stays in its history. */
    record: ask(CorrectRow, Correction),
    list: ask(CorrectRow.pick({ kind: true, id: true }), z.array(Correction)),
  },
  reports: {
    /** 報告手順 (Art. 16①). */
    decide: ask(DecideProcedure, ReportingProcedure),
    procedure: ask(OfContract, ReportingProcedure.nullable()),
  },
  requests: {
    receive: ask(ReceiveRequest, CityRequest),
    list: ask(OfContract, z.array(CityRequest)),
    /** Hands in an issued document: its files into a folder, and the day of it into the ledger. */
    answer: ask(AnswerRequest, z.object({ request: CityRequest, paths: z.array(z.string()) })),
    accept: ask(AcceptRequest, CityRequest),
    withdraw: ask(WithdrawRequest, CityRequest),
  },
  documents: {
    /** 訂正版 of what was issued, from what the office knows today. */
    correct: ask(ReviseDocument, IssuedDocument),
    /** 取消 of what was issued; it stays, and says that it no longer holds. */
    cancel: ask(ReviseDocument, IssuedDocument),
    /** Hands in what is handed in without being asked for. */
    submit: ask(z.object({ id: z.string().min(1).max(64), into: Path }), z.object({ document: IssuedDocument, paths: z.array(z.string()) })),
    /** Verifies without recording; `trust` adds PEM files or fingerprints to the registered keys. */
    verify: job(z.object({ paths: z.array(Path).min(1).max(10_000), trust: z.array(z.string().max(32_000)).max(100) }), Counted, z.array(Verification)),
  },
  city: {
    import: job(z.object({ paths: z.array(Path).min(1).max(10_000), cityReceiptNo: CityRef.nullable() }), Counted, z.array(z.object({
      verification: Verification, outcome: z.enum(['imported', 'already', 'refused']), imported: ImportedDocument.nullable(),
    }))),
    /** 収受番号, given after the import. */
    number: ask(z.object({ importedId: z.string().min(1).max(64), cityReceiptNo: CityRef }), ImportedDocument),
    imported: ask(OfContract, z.array(ImportedDocument)),
    /** Writes the signed 収受通知 of an imported document into a folder. */
    acknowledge: ask(z.object({ importedId: z.string(), into: Path }), z.object({ paths: z.array(z.string()) })),
  },
  /** 台帳 as people expect them: tables that are searched, narrowed, kept and saved. */
  ledgers: {
    list: ask(z.object({ contractId: ContractId.nullable() }), z.array(z.object({ name: z.string(), total: z.number().int() }))),
    page: ask(PageQuery, LedgerPage),
    choices: ask(z.object({ ledger: LedgerName, contractId: ContractId.nullable(), column: z.string().max(40) }), z.array(z.object({ value: Cell, count: z.number().int() }))),
    history: ask(z.object({ ledger: LedgerName, id: z.string().min(1).max(200) }), LedgerHistory),
    views: ask(z.object({ ledger: LedgerName }), z.array(LedgerView)),
    saveView: ask(z.object({ ledger: LedgerName, view: LedgerView }), z.array(LedgerView)),
    dropView: ask(z.object({ ledger: LedgerName, name: Name }), z.array(LedgerView)),
    export: job(ExportLedger, Counted, LedgerExported),
  },
  ledger: {
    entries: ask(z.object({ from: z.number().int().min(0), count: z.number().int().min(1).max(1000) }), z.object({
      size: z.number(), entries: z.array(z.object({ seq: z.number(), type: z.string(), at: Instant, by: z.string().nullable(), hash: z.string(), data: z.unknown() })),
    })),
    verify: job(Nothing, Counted, z.object({ size: z.number(), root: z.string(), checkpoint: z.string(), problems: z.array(z.object({ seq: z.number(), what: z.string() })) })),
    export: job(z.object({ into: Path }), Counted, z.object({ files: z.array(z.string()), size: z.number(), root: z.string() })),
  },
}

export type Desk = DeskOf<typeof contract>
export type OperationName = { [G in keyof typeof contract & string]: `${G}.${keyof (typeof contract)[G] & string}` }[keyof typeof contract & string]
