import * as z from 'zod'
import {
  AuditFreeze, BeginAuditFreeze, BeginIncident, CloseIncident, CompleteFacts, DismissIncident, FirstReportLimit, Freeze, Incident, LiftAuditFreeze, LiftIncidentFreeze, NoteDeed, PublishIncident, ReportIncident,
} from '../incidents/incident.ts'
import { CallOffErasure, Erasure } from '../incidents/erasures.ts'
import { ask } from '../wire/operation.ts'
import { Nothing, OfContract } from './orders.ts'

/** 事故時の対応 (Art. 18), and what is kept as it is meanwhile (R-36; Art. 17 for audits). */
export const incidents = {
  incidents: {
    list: ask(OfContract, z.array(Incident)),
    /** 発見: by whoever is there. */
    begin: ask(BeginIncident, Incident),
    /** What is known better; what was said before stays. */
    complete: ask(CompleteFacts, Incident),
    /** 初動・拡大防止・証拠保全・連絡. */
    note: ask(NoteDeed, Incident),
    /** 第一報・続報・最終報 as F-35. */
    report: ask(ReportIncident, Incident),
    /** 18③. */
    publish: ask(PublishIncident, Incident),
    /** 甲了承 → 終結. */
    close: ask(CloseIncident, Incident),
    /** No incident, by the city's judgement. */
    dismiss: ask(DismissIncident, Incident),
    liftFreeze: ask(LiftIncidentFreeze, Incident),
    /** minutes from discovery to the first report. */
    limit: ask(OfContract, FirstReportLimit),
    setLimit: ask(FirstReportLimit, FirstReportLimit),
  },
  freezes: {
    /** All that holds evidence in the office, of whatever contract. */
    standing: ask(Nothing, z.array(Freeze)),
    /** What is being erased of a contract just now. */
    erasures: ask(OfContract, z.array(Erasure)),
    /** Ends it as 中止, because evidence is kept. Answers what still runs. */
    callOff: ask(CallOffErasure, z.array(Erasure)),
    list: ask(OfContract, z.array(AuditFreeze)),
    begin: ask(BeginAuditFreeze, AuditFreeze),
    lift: ask(LiftAuditFreeze, AuditFreeze),
  },
}
